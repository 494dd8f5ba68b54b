"""Answer times and rating shares."""

import pytest

from coach.memory.habits import PRIOR_FIRST, Habits, learned


def test_without_answers_the_priors_hold() -> None:
    habits = learned([])
    assert (habits.new, habits.recalled, habits.failed) == (25.0, 8.0, 20.0)
    assert habits.first == pytest.approx(PRIOR_FIRST)
    assert habits.seconds(0.5) == 14.0


def test_many_answers_outweigh_the_priors() -> None:
    slow = [[(0, 3, 50.0), (1, 3, 16.0), (2, 1, 40.0)]] * 300
    habits = learned(slow)
    assert habits.new == pytest.approx(50, rel=0.03)
    assert habits.recalled == pytest.approx(16, rel=0.05)
    assert habits.failed == pytest.approx(40, rel=0.05)
    assert habits.first[2] > 0.95
    assert habits.later[1] > 0.95


def test_a_coffee_break_does_not_make_every_answer_slow() -> None:
    assert learned([[(0, 3, 25.0), (1, 3, 7200.0)]]).recalled < 10


def test_an_answer_without_a_time_teaches_no_time() -> None:
    assert learned([[(0, 4, 0.0)]]).new == Habits().new
