"""The published FSRS-6 implementation driven the way this coach counts days: the yardstick for coach.memory.model."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from coach.memory.model import DEFAULT, Weights

if TYPE_CHECKING:
    from fsrs import Card


def replay_by_reference(answers: Iterable[tuple[int, int]], by: Weights = DEFAULT) -> tuple[float, float]:
    """Stability and difficulty by the `fsrs` package for one card's (day, rating) list; ValueError if it is empty.

    The package counts floored 24-hour periods, fuzzes by default and sleeps for cards without an id: hence one fixed
    hour for every study day, no fuzz, no learning steps and an id of our own.
    """
    from fsrs import Rating, Scheduler

    scheduler = Scheduler(parameters=by.w, enable_fuzzing=False, learning_steps=(), relearning_steps=())
    card = _blank()
    for day, rating in answers:
        card, _ = scheduler.review_card(card, Rating(rating), _noon(day))
    if card.stability is None or card.difficulty is None:
        raise ValueError("no answers to replay")
    return card.stability, card.difficulty


def _blank() -> "Card":
    from fsrs import Card

    return Card(card_id=1, due=_noon(0))


def _noon(day: int) -> datetime:
    return datetime(2000, 1, 1, 12, tzinfo=UTC) + timedelta(days=day)
