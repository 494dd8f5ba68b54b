"""Card states: what is left of a card's journal after replaying it; a cache that can be thrown away at any time."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from coach.memory.model import AGAIN, DEFAULT, Weights, first, later, recall

RETENTION = 0.9


class Review(NamedTuple):
    """One answer: which card, on which study day (ordinal), rated 1 to 4, in how many seconds."""

    card: str
    day: int
    rating: int
    seconds: float = 0.0


class CardState(NamedTuple):
    """Everything a later answer needs; five plain numbers, so a store can keep them in columns."""

    stability: float
    difficulty: float
    last: int
    reps: int
    lapses: int


def answered(state: CardState | None, day: int, rating: int, by: Weights = DEFAULT) -> CardState:
    """The state after one more answer; a day before the last answer counts as the day of the last answer."""
    if state is None:
        return CardState(*first(rating, by), day, 1, int(rating == AGAIN))
    elapsed = max(day - state.last, 0)
    moved = later(state.stability, state.difficulty, elapsed, rating, by)
    return CardState(*moved, max(day, state.last), state.reps + 1, state.lapses + int(rating == AGAIN))


def replay(
    reviews: Iterable[Review], states: Mapping[str, CardState] | None = None, by: Weights = DEFAULT
) -> dict[str, CardState]:
    """States after `reviews` in journal order, on top of cached `states`; both ways of cutting a journal agree."""
    known = dict(states or {})
    for card, day, rating, _ in reviews:
        known[card] = answered(known.get(card), day, rating, by)
    return known


def recall_on(state: CardState | None, day: float, by: Weights = DEFAULT) -> float:
    """Expected recall on the morning of `day`; a card never seen counts as 0."""
    return 0.0 if state is None else recall(max(day - state.last, 0.0), state.stability, by)


def due_day(state: CardState, by: Weights = DEFAULT, retention: float = RETENTION) -> int:
    """The day plain FSRS asks for the card again: when recall has sunk to `retention`, at least a day later."""
    days = float(state.stability / by.factor * (retention ** (-1.0 / by.decay) - 1.0))
    return state.last + max(1, round(min(days, 36500.0)))


def due(state: CardState | None, day: int, by: Weights = DEFAULT) -> bool:
    """Whether plain FSRS at 90 % would show the card on `day`; a card never seen always is."""
    return state is None or due_day(state, by) <= day
