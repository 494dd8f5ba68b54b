"""The price of time: what plans are worth, and what they cannot exceed."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.memory.greedy import Target, gain
from coach.memory.grid import POINTS
from coach.memory.habits import Habits
from coach.memory.model import DEFAULT
from coach.memory.price import BUCKETS, Ahead, Deck, Prices, bounds, prices


def fresh(*cards: float) -> Deck:
    return Deck(np.zeros((len(BUCKETS), POINTS, len(cards))), np.array(cards))


def ahead(days: int, seconds: float, rounds: dict[int, tuple[float, ...]] | None = None) -> Ahead:
    rounds = rounds or {days: (1.0,)}
    nothing = (0.0,) * len(next(iter(rounds.values())))
    rewards = tuple(rounds.get(day, nothing) for day in range(days + 1))
    return Ahead((seconds,) * days, rewards, (), Habits(), DEFAULT)


def planned(days: int, seconds: float, cards: float) -> Prices:
    return prices(ahead(days, seconds), fresh(cards))


@given(st.integers(1, 12), st.floats(60, 2000), st.integers(1, 200))
@settings(max_examples=25, deadline=None)
def test_no_plan_is_worth_more_than_any_bound(days: int, seconds: float, cards: int) -> None:
    found = planned(days, seconds, cards)
    assert 0.0 <= found.worth <= min(bounds(ahead(days, seconds), fresh(cards), 6)) * 1.0005 + 1e-6
    assert found.worth <= cards
    assert min(found.per_day) >= 0.0


@pytest.mark.parametrize(("cards", "days", "seconds"), [(600, 60, 300.0), (150, 14, 300.0), (600, 30, 900.0)])
def test_in_the_tight_corners_the_plan_comes_near_its_bound(cards: int, days: int, seconds: float) -> None:
    bound = min(bounds(ahead(days, seconds), fresh(cards), 25))
    assert planned(days, seconds, cards).worth > 0.985 * bound


def test_more_time_is_worth_more_and_makes_it_cheaper() -> None:
    little, much = planned(10, 300.0, 100), planned(10, 900.0, 100)
    assert little.worth < much.worth
    assert sum(little.per_day) > sum(much.per_day)


def test_without_time_nothing_is_remembered() -> None:
    assert planned(5, 0.0, 50).worth == pytest.approx(0.0)


def test_on_the_eve_the_index_is_the_gain_of_one_answer() -> None:
    found = planned(1, 600.0, 50)
    points, seconds = gain(None, 0, [Target(1, 1.0)], Habits())
    assert float(found.new[0]) == pytest.approx(points / seconds, rel=0.02)


def test_cards_that_no_round_tests_are_worth_nothing() -> None:
    found = prices(ahead(6, 600.0, {3: (0.5, 0.0), 6: (0.5, 0.0)}), fresh(30, 30))
    assert found.new[0] > 0
    assert found.new[1] == pytest.approx(0.0)
    assert found.mornings[-1][1] == pytest.approx(0.0)


def test_like_groups_are_priced_alike() -> None:
    one = prices(ahead(6, 600.0), fresh(60))
    two = prices(ahead(6, 600.0, {6: (1.0, 1.0)}), fresh(30, 30))
    assert two.worth == pytest.approx(one.worth, rel=0.01)
    assert two.new[0] == pytest.approx(two.new[1])


def test_equal_input_gives_equal_prices_and_a_warm_start_stays_near() -> None:
    cold = planned(14, 600.0, 150)
    assert planned(14, 600.0, 150).per_day == cold.per_day
    warm = prices(ahead(14, 600.0), fresh(150), cold.per_day)
    assert warm.worth == pytest.approx(cold.worth, rel=0.01)
    assert prices(ahead(14, 600.0), fresh(150), cold.per_day[:3]).worth > 0.97 * cold.worth
