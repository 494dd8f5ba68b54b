"""Answer times and rating shares."""

import pytest

from coach.memory.habits import PRIOR_FIRST, Habits, learned, paces


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
    assert learned([[(0, 4, 0.0)]]) == learned([])
    habits = learned([[(0, 3, 9.0), (1, 1, 0.0), (2, 4, 0.0)]])
    assert (habits.recalled, habits.failed) == (Habits().recalled, Habits().failed)
    assert habits.later[2] > learned([]).later[2]


def test_a_slow_kind_is_learned_and_a_rare_one_stays_near_the_mean() -> None:
    quick, slow, rare = [(0, 3, 20.0), (1, 3, 6.0)], [(0, 3, 80.0), (1, 3, 24.0)], [(0, 3, 200.0)]
    histories = [quick] * 60 + [slow] * 60 + [rare]
    pace = paces(histories, ["facts"] * 60 + ["triads"] * 60 + ["rare"])
    assert pace["triads"] == pytest.approx(4 * pace["facts"], rel=0.3)
    assert pace["facts"] < 1 < pace["rare"] < pace["triads"]


def test_coarse_habits_keep_their_sums() -> None:
    coarse = learned([[(0, 4, 31.0), (1, 2, 7.1)]]).coarse()
    assert sum(coarse.first) == pytest.approx(1.0)
    assert sum(coarse.later) == pytest.approx(1.0)
    assert coarse.coarse() == coarse
