"""What is worth the next seconds of study: one card at a time, for any program that keeps its own clock and journal.

`next_card` is a pure function of what happened and what is ahead. Days are whole numbers on any one scale (a date's
ordinal, or 0, 1, 2 ...); a history is a card's answers `(day, rating 1-4, seconds)` in order, empty for a new card;
rounds are `(day, weight)`, tested on the morning of that day; ids may be anything hashable and may come back the same
day. Equal input gives equal output. A simulator needs no more than this:

    def study(deck, rounds, today, minutes, ask):
        left = minutes * 60.0
        while left > 0:
            card = next_card(deck, rounds, today, left)
            if card is None:
                break
            rating, seconds = ask(card)
            deck[card].append((today, rating, seconds))
            left -= seconds

A caller that stays in one process all day saves the planning by keeping a `Day` and telling it each answer.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from coach.memory.greedy import Target, gain
from coach.memory.habits import Answer, Tally
from coach.memory.model import DEFAULT, Weights
from coach.memory.state import CardState, answered, due_day

Card = TypeVar("Card", bound=Hashable)

REPEATS = 3


class Day(Generic[Card]):
    """One study day: built from the journal, then asked for cards and told the answers."""

    def __init__(
        self,
        histories: Mapping[Card, Sequence[Answer]],
        rounds: Sequence[tuple[int, float]],
        today: int,
        *,
        counts: Mapping[Card, Sequence[float]] | None = None,
        by: Weights = DEFAULT,
    ) -> None:
        """`counts` holds, for cards that some rounds do not test, one factor per round (0: not tested there)."""
        self._today, self._by, self._tally = today, by, Tally()
        self._targets = _targets(rounds, today, histories, counts or {})
        self._ahead = any(day > today and weight > 0 for day, weight in rounds)
        self._states: dict[Card, CardState | None] = {}
        self._answers: dict[Card, int] = {}
        for card, history in histories.items():
            self._states[card] = self._seen(card, history)

    def _seen(self, card: Card, history: Sequence[Answer]) -> CardState | None:
        state: CardState | None = None
        for day, rating, seconds in history:
            self._tally.add(state is None, rating, seconds)
            state = answered(state, day, rating, self._by)
            if day >= self._today:
                self._answers[card] = self._answers.get(card, 0) + 1
        return state

    def next(self, seconds_left: float) -> Card | None:
        """The card most worth the next seconds, or None when time is up or nothing is worth it."""
        if seconds_left <= 0 or not self._states:
            return None
        index = {card: self._index(card, state) for card, state in self._states.items()}
        best = max(index, key=index.__getitem__)
        return best if index[best] > 0 else None

    def answered(self, card: Card, rating: int, seconds: float) -> None:
        """Take in one answer given today."""
        state = self._states[card]
        self._tally.add(state is None, rating, seconds)
        self._states[card] = answered(state, self._today, rating, self._by)
        self._answers[card] = self._answers.get(card, 0) + 1

    def _index(self, card: Card, state: CardState | None) -> float:
        if self._answers.get(card, 0) > REPEATS:
            return 0.0
        targets = self._targets[card]
        if not self._ahead:
            return self._overdue(state)
        points, seconds = gain(state, self._today, targets, self._tally.habits(), self._by)
        return points / seconds

    def _overdue(self, state: CardState | None) -> float:
        """After the last round: plain FSRS at 90 %, the most overdue first, then new cards."""
        if state is None:
            return 0.5
        return max(0.0, 1.0 + self._today - due_day(state, self._by)) if state.last < self._today else 0.0


def next_card(
    histories: Mapping[Card, Sequence[Answer]],
    rounds: Sequence[tuple[int, float]],
    today: int,
    seconds_left: float,
    *,
    counts: Mapping[Card, Sequence[float]] | None = None,
    by: Weights = DEFAULT,
) -> Card | None:
    """The id of the card most worth the next seconds, or None; see the module's text for the arguments."""
    return Day(histories, rounds, today, counts=counts, by=by).next(seconds_left)


def _targets(
    rounds: Sequence[tuple[int, float]],
    today: int,
    cards: Mapping[Card, object],
    counts: Mapping[Card, Sequence[float]],
) -> dict[Card, tuple[Target, ...]]:
    total = sum(weight for day, weight in rounds if day > today and weight > 0) or 1.0
    everywhere = (1.0,) * len(rounds)
    shared: dict[tuple[float, ...], tuple[Target, ...]] = {}
    for card in cards:
        factors = tuple(counts.get(card, everywhere))
        if factors not in shared:
            pairs = zip(rounds, factors, strict=True)
            shared[factors] = tuple(Target(d, w * f / total) for (d, w), f in pairs if d > today and w * f > 0)
    return {card: shared[tuple(counts.get(card, everywhere))] for card in cards}
