"""What will be remembered, told per round."""

import pytest

from coach.memory.forecast import forecast
from coach.memory.model import DEFAULT
from coach.memory.state import Review, recall_on, replay

DECK = {f"c{i}": [(0, 3, 9.0)] if i % 2 else [] for i in range(60)}


def test_more_minutes_never_forecast_less_and_stopping_is_worst() -> None:
    near, far = forecast(DECK, [(15, 1.0), (8, 1.0)], 3, 900.0)
    for line in (near, far):
        assert line.stopped < line.less <= line.kept + 0.005 <= line.more + 0.01
        assert line.stopped > 0.0
        assert line.more <= 1.0
    assert (near.day, far.day) == (8, 15)
    assert near.cards == 60


def test_stopping_today_is_plain_forgetting() -> None:
    (line,) = forecast(DECK, [(15, 1.0)], 3, 900.0)
    state = replay([Review("x", 0, 3)])["x"]
    assert line.stopped == pytest.approx(0.5 * recall_on(state, 15))


def test_a_round_is_forecast_over_the_cards_it_tests() -> None:
    counts = {f"c{i}": (1.0, float(i < 6)) for i in range(60)}
    first, second = forecast(DECK, [(8, 1.0), (9, 1.0)], 3, 900.0, counts=counts)
    assert (first.cards, second.cards) == (60, 6)
    assert second.kept > 0.9


def test_a_round_beyond_the_planned_days_is_forecast_too() -> None:
    near, far = forecast(DECK, [(8, 1.0), (200, 1.0)], 3, 600.0)
    assert far.day == 200
    assert 0.2 < far.stopped < far.kept < near.kept


def test_nothing_ahead_nothing_forecast() -> None:
    assert forecast(DECK, [(2, 1.0)], 3, 900.0) == ()
    assert forecast({}, [(9, 1.0)], 3, 900.0) == ()


def test_days_off_cost_recall() -> None:
    (free,) = forecast(DECK, [(9, 1.0)], 3, 300.0, special={4: 0.0, 5: 0.0, 6: 0.0}, by=DEFAULT)
    (full,) = forecast(DECK, [(9, 1.0)], 3, 300.0, by=DEFAULT)
    assert free.kept < full.kept
