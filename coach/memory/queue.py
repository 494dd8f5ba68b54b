"""What is worth the next seconds of study: one card at a time, for any program that keeps its own clock and journal.

`next_card` is a pure function of what happened and what is ahead. Days are whole numbers on any one scale (a date's
ordinal, or 0, 1, 2 ...); a history is a card's answers `(day, rating 1-4, seconds)` in order, empty for a new card;
rounds are `(day, weight)`, tested on the morning of that day; ids may be anything hashable and may come back the same
day. A card said to be known already is one answer `(day, 4, 0.0)`. Equal input gives equal output. A simulator needs
no more than this:

    def study(deck, rounds, today, minutes, ask):
        left = minutes * 60.0
        while left > 0:
            card = next_card(deck, rounds, today, left)
            if card is None:
                break
            rating, seconds = ask(card)
            deck[card].append((today, rating, seconds))
            left -= seconds

A caller that stays in one process all day saves work by keeping a `Day` and telling it each answer.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import Generic, TypedDict, TypeVar, Unpack

from coach.memory.daybreak import Setting, daybreak, whole_minutes
from coach.memory.explain import Reason, reason
from coach.memory.habits import Answer
from coach.memory.model import Weights
from coach.memory.morning import Path, repeat_index
from coach.memory.past import split
from coach.memory.state import CardState, answered
from coach.memory.targets import Groups

Card = TypeVar("Card", bound=Hashable)

REPEATS = 3


class Options(TypedDict, total=False):
    """What a caller may add; none of it is needed."""

    daily: float | None  # usual seconds on later days; left out: as today
    special: Mapping[int, float]  # seconds on days that differ; 0 for a day off
    counts: Mapping[Hashable, Sequence[float]]  # a factor per round, for cards that not every round tests
    kinds: Mapping[Hashable, str]  # kinds of cards that take a time of their own
    by: Weights | None  # FSRS weights; left out: fitted to the histories
    path: Path | None  # yesterday's `Day.path`: makes planning quick


class Day(Generic[Card]):
    """One study day: built from the journal, then asked for cards and told the answers."""

    def __init__(
        self,
        histories: Mapping[Card, Sequence[Answer]],
        rounds: Sequence[tuple[int, float]],
        today: int,
        seconds_left: float,
        **options: Unpack[Options],
    ) -> None:
        """Plan the day; answers of today already in the histories are taken in."""
        self._cards = tuple(histories)
        self._place = {card: place for place, card in enumerate(self._cards)}
        self._today = today
        before, during = split(histories, today)
        spent = sum(seconds for answers in during.values() for _, _, seconds in answers)
        setting = _setting(self._cards, rounds, options)
        self._dawn = daybreak(before, today, whole_minutes(seconds_left + spent), setting)
        self._by = self._dawn.past.by
        self._states: dict[int, CardState] = {}
        self._repeat: dict[int, float] = {}
        self._asked: dict[int, int] = {}
        self._mark = 0
        for place, answers in during.items():
            for _, rating, _ in answers:
                self._take(place, rating)

    @property
    def path(self) -> Path | None:
        """Prices of time from today on, to hand to tomorrow's `Day`."""
        return self._dawn.plan.path if self._dawn.plan else None

    @property
    def groups(self) -> Groups:
        """Which rounds count for which card."""
        return self._dawn.grouped

    def next(self, seconds_left: float) -> Card | None:
        """The card most worth the next seconds, or None when time is up or nothing more is worth it."""
        if seconds_left <= 0:
            return None
        order = self._dawn.order
        while self._mark < len(order) and order[self._mark] in self._states:
            self._mark += 1
        if self._mark < len(order):
            return self._cards[order[self._mark]]
        again = max(self._repeat, key=self._repeat.__getitem__, default=None)
        return None if again is None else self._cards[again]

    def answered(self, card: Card, rating: int, seconds: float = 0.0) -> None:
        """Take in one answer given today."""
        self._take(self._place[card], rating)

    def agenda(self, seconds_left: float) -> tuple[Card, ...]:
        """The cards still to come today, best first, as many as are expected to fit the seconds."""
        out: list[Card] = []
        for place in self._dawn.order:
            if place in self._states:
                continue
            seconds_left -= self._dawn.seconds[place]
            if seconds_left < 0:
                break
            out.append(self._cards[place])
        return tuple(out)

    def why(self, card: Card) -> Reason:
        """Why the card is worth showing today; `coach.memory.explain` puts it into words."""
        place, dawn = self._place[card], self._dawn
        state = self._states.get(place, dawn.past.states[place])
        index = self._repeat.get(place, 0.0) if place in self._states else dawn.indices[place]
        targets = dawn.grouped.targets[dawn.grouped.of[place]]
        planned = index if dawn.plan else None
        return reason(state, self._today, targets, dawn.past.habits, self._by, planned, len(self._cards))

    def _take(self, place: int, rating: int) -> None:
        state = answered(self._states.get(place, self._dawn.past.states[place]), self._today, rating, self._by)
        self._states[place] = state
        self._asked[place] = self._asked.get(place, 0) + 1
        self._repeat.pop(place, None)
        index = self._again(place, state)
        if index > 0 and self._asked[place] <= REPEATS:
            self._repeat[place] = index

    def _again(self, place: int, state: CardState) -> float:
        dawn = self._dawn
        return repeat_index(dawn.plan, state, dawn.grouped.of[place]) if dawn.plan else 0.0


def next_card(
    histories: Mapping[Card, Sequence[Answer]],
    rounds: Sequence[tuple[int, float]],
    today: int,
    seconds_left: float,
    **options: Unpack[Options],
) -> Card | None:
    """The id of the card most worth the next seconds, or None; see the module's text and `Options`."""
    if not histories or seconds_left <= 0:
        return None
    return Day(histories, rounds, today, seconds_left, **options).next(seconds_left)


def _setting(cards: Sequence[Hashable], rounds: Sequence[tuple[int, float]], options: Options) -> Setting:
    """The options as one value that can be compared."""
    counts, kinds = options.get("counts") or {}, options.get("kinds") or {}
    return Setting(
        tuple((day, float(weight)) for day, weight in rounds),
        options.get("daily"),
        tuple(sorted((options.get("special") or {}).items())),
        tuple(tuple(map(float, counts.get(card, ()))) for card in cards) if counts else (),
        tuple(kinds.get(card, "") for card in cards) if kinds else (),
        options.get("by"),
        options.get("path"),
    )
