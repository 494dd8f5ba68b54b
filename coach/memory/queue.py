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

A caller that stays in one process all day saves work by keeping a `Day` and telling it each answer.
"""

from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from coach.memory.explain import Reason, reason
from coach.memory.habits import Answer
from coach.memory.model import Weights
from coach.memory.morning import Path, Plan, Time, plan, repeat_index
from coach.memory.past import History, Past, kept_days, past, split
from coach.memory.state import CardState, answered, due_day, recall_on
from coach.memory.targets import Groups, groups

Card = TypeVar("Card", bound=Hashable)

REPEATS = 3


class Ahead(NamedTuple):
    """What is known about the time: rounds, usual seconds a day (None: as today), and days that differ (0: off)."""

    rounds: tuple[tuple[int, float], ...]
    daily: float | None = None
    special: tuple[tuple[int, float], ...] = ()


class Morning(NamedTuple):
    """A day as it begins: the past, the order of the cards by index, and the plan (None after the last round)."""

    past: Past
    order: tuple[int, ...]  # places in the deck, best first, only cards worth showing
    indices: tuple[float, ...]
    grouped: Groups
    plan: Plan | None


class Day(Generic[Card]):
    """One study day: built from the journal, then asked for cards and told the answers."""

    def __init__(
        self,
        histories: Mapping[Card, Sequence[Answer]],
        rounds: Sequence[tuple[int, float]],
        today: int,
        seconds_left: float,
        *,
        daily: float | None = None,
        special: Mapping[int, float] | None = None,
        counts: Mapping[Card, Sequence[float]] | None = None,
        by: Weights | None = None,
        path: Path | None = None,
    ) -> None:
        """Plan the day.

        `daily` is the usual time in seconds on later days (default: as today), `special` the seconds of days that
        differ (0 for a day off); `counts` holds one factor per round for cards that not every round tests; `by` are
        the candidate's own FSRS weights; `path` is yesterday's `Day.path`, which makes planning quick.
        """
        self._cards = tuple(histories)
        self._place = {card: place for place, card in enumerate(self._cards)}
        self._today = today
        before, during = split(histories, today)
        spent = sum(seconds for answers in during.values() for _, _, seconds in answers)
        ahead = Ahead(tuple(rounds), daily, tuple(sorted((special or {}).items())))
        factors = tuple(tuple(counts[card]) if card in counts else () for card in self._cards) if counts else ()
        self._morning = _morning(before, ahead, today, _minutes(seconds_left + spent), factors, by, path)
        self._by = self._morning.past.by
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
        return self._morning.plan.path if self._morning.plan else None

    def next(self, seconds_left: float) -> Card | None:
        """The card most worth the next seconds, or None when time is up or nothing more is worth it."""
        if seconds_left <= 0:
            return None
        order = self._morning.order
        while self._mark < len(order) and order[self._mark] in self._states:
            self._mark += 1
        again = max(self._repeat, key=self._repeat.__getitem__, default=None)
        if self._mark < len(order):
            return self._cards[order[self._mark]]
        return None if again is None else self._cards[again]

    def answered(self, card: Card, rating: int, seconds: float = 0.0) -> None:
        """Take in one answer given today."""
        self._take(self._place[card], rating)

    def agenda(self, seconds_left: float) -> tuple[Card, ...]:
        """The cards still to come today, best first, as many as are expected to fit the seconds."""
        habits, out = self._morning.past.habits, []
        for place in self._morning.order:
            if place in self._states:
                continue
            state = self._morning.past.states[place]
            seconds_left -= habits.new if state is None else habits.seconds(recall_on(state, self._today, self._by))
            if seconds_left < 0:
                break
            out.append(self._cards[place])
        return tuple(out)

    def why(self, card: Card) -> Reason:
        """Why the card is worth showing today; `coach.memory.explain` puts it into words."""
        place, morning = self._place[card], self._morning
        state = self._states.get(place, morning.past.states[place])
        index = self._repeat.get(place, 0.0) if place in self._states else morning.indices[place]
        targets = morning.grouped.targets[morning.grouped.of[place]]
        planned = index if morning.plan else None
        return reason(state, self._today, targets, morning.past.habits, self._by, planned, len(self._cards))

    def _take(self, place: int, rating: int) -> None:
        state = answered(self._states.get(place, self._morning.past.states[place]), self._today, rating, self._by)
        self._states[place] = state
        self._asked[place] = self._asked.get(place, 0) + 1
        self._repeat.pop(place, None)
        index = self._again(place, state)
        if index > 0 and self._asked[place] <= REPEATS:
            self._repeat[place] = index

    def _again(self, place: int, state: CardState) -> float:
        morning = self._morning
        return repeat_index(morning.plan, state, morning.grouped.of[place]) if morning.plan else 0.0


def next_card(
    histories: Mapping[Card, Sequence[Answer]],
    rounds: Sequence[tuple[int, float]],
    today: int,
    seconds_left: float,
    *,
    daily: float | None = None,
    special: Mapping[int, float] | None = None,
    counts: Mapping[Card, Sequence[float]] | None = None,
    by: Weights | None = None,
) -> Card | None:
    """The id of the card most worth the next seconds, or None; see the module's text and `Day` for the arguments."""
    if not histories or seconds_left <= 0:
        return None
    day = Day(histories, rounds, today, seconds_left, daily=daily, special=special, counts=counts, by=by)
    return day.next(seconds_left)


def _minutes(seconds: float) -> float:
    """Whole minutes, so that a clock that runs beside the answers does not mean a new plan for every card."""
    return 60.0 * max(1, round(seconds / 60.0))


@lru_cache(maxsize=8)
def _morning(
    histories: tuple[History, ...],
    ahead: Ahead,
    today: int,
    seconds: float,
    factors: tuple[tuple[float, ...], ...],
    by: Weights | None,
    path: Path | None,
) -> Morning:
    """Everything about a day that its answers do not change."""
    known = past(histories, by)
    everywhere = (1.0,) * len(ahead.rounds)
    grouped = groups(
        ahead.rounds, today, range(len(histories)), {place: row or everywhere for place, row in enumerate(factors)}
    )
    if not any(grouped.targets):
        index = tuple(_overdue(state, today, known.by) for state in known.states)
        return Morning(known, _ranked(index), index, grouped, None)
    off = [day for day, special in ahead.special if special <= 0]
    daily = (seconds if ahead.daily is None else ahead.daily) * kept_days(histories, today, off)
    time = Time(seconds, daily, ahead.special)
    priced = plan(known.states, grouped, today, time, known.habits, known.by, path)
    return Morning(known, _ranked(priced.indices), priced.indices, grouped, priced)


def _ranked(index: tuple[float, ...]) -> tuple[int, ...]:
    """Places worth showing, best first; equals (all new cards of a kind) keep the deck's order."""
    return tuple(sorted((place for place, value in enumerate(index) if value > 0), key=lambda place: -index[place]))


def _overdue(state: CardState | None, today: int, by: Weights) -> float:
    """After the last round: plain FSRS at 90 %, the most overdue first, then new cards."""
    return 0.5 if state is None else max(0.0, 1.0 + today - due_day(state, by))
