"""Which item of a kind is most worth the next seconds: one memory day for recall cards, one for each written kind."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from coach.memory.explain import sentence, worth_saying
from coach.memory.forecast import RoundForecast, forecast
from coach.memory.habits import Answer
from coach.memory.queue import Day

RECALL: Final = frozenset({"facts", "challenges"})


class Tested(NamedTuple):
    """A round that is ahead: its day, its weight, how much it tests each competency, and reasons why it counts more."""

    day: date
    weight: float
    competencies: Mapping[str, float]
    title: str = ""
    reasons: Mapping[str, str] = MappingProxyType({})


class Card(NamedTuple):
    """What the picker knows of an item: its id, kind, competencies, and its answers so far."""

    id: str
    kind: str
    competencies: Sequence[str]
    history: Sequence[Answer]


class Time(NamedTuple):
    """Today, the seconds there are today and on a usual day, the rounds ahead, and the days off before them."""

    today: date
    seconds: float
    daily: float
    rounds: Sequence[Tested]
    off: Sequence[date] = ()


class Picker:
    """Built from the cards and the rounds of the day; asked for items, told the answers."""

    def __init__(self, cards: Iterable[Card], time: Time) -> None:
        self._cards = {card.id: card for card in cards}
        self._time = time
        self._days: dict[tuple[str, ...], Day[str]] = {}
        self._skipped: frozenset[str] = frozenset()

    @property
    def rounds(self) -> Sequence[Tested]:
        """The rounds ahead."""
        return self._time.rounds

    @property
    def inputs(self) -> tuple[Sequence[Card], Time]:
        """All that its answers are made of: equal inputs, equal answers."""
        return list(self._cards.values()), self._time

    def pick(self, kinds: Sequence[str], seconds_left: float, skipped: frozenset[str]) -> tuple[str, str] | None:
        """(id, kind) of the item most worth the next seconds among these kinds; None if nothing is."""
        if skipped != self._skipped:
            self._days.clear()
            self._skipped = skipped
        chosen = self._day(tuple(kinds), seconds_left).next(seconds_left)
        return (chosen, self._cards[chosen].kind) if chosen is not None else None

    def answered(self, item: str, rating: int, seconds: float) -> None:
        """Take in an answer given today."""
        card = self._cards[item]
        history = (*card.history, (self._time.today.toordinal(), rating, seconds))
        self._cards[item] = card._replace(history=history)
        if card.kind not in RECALL:
            self._days.clear()
        for kinds, day in self._days.items():
            if card.kind in kinds:
                day.answered(item, rating, seconds)

    def history(self, item: str) -> Sequence[Answer]:
        """An item's answers, today's included."""
        return self._cards[item].history

    def agenda(self, kinds: Sequence[str]) -> list[str]:
        """Items still to come today, best first, as many as fit the seconds of the day."""
        seconds = self._time.seconds
        return list(self._day(tuple(kinds), seconds).agenda(seconds * self._part(tuple(kinds))))

    def why(self, item: str) -> list[str]:
        """Why this item now, in two lines, and a third if a debrief asks for it; nothing for one not up today."""
        kinds = self._group(self._cards[item].kind)
        found = self._day(kinds, self._time.seconds).why(item)
        name = next((tested.title for tested in self._time.rounds if tested.day.toordinal() == found.round_day), "")
        return [sentence(found, name or "next round"), worth_saying(found, name or "next round"), *self._asked(item)]

    def _asked(self, item: str) -> list[str]:
        named = self._cards[item].competencies
        asked = [tested.reasons[name] for tested in self._time.rounds for name in named if name in tested.reasons]
        return [f"It counts for more now, {asked[0]}."] if asked else []

    def forecast(self) -> tuple[RoundForecast, ...]:
        """Expected recall on the morning of each round, for the recall cards."""
        cards = [card for card in self._cards.values() if card.kind in RECALL]
        return forecast(
            {card.id: card.history for card in cards},
            [(tested.day.toordinal(), tested.weight) for tested in self._time.rounds],
            self._time.today.toordinal(),
            self._time.daily * self._part(tuple(RECALL)),
            special={day.toordinal(): 0.0 for day in self._time.off},
            counts={card.id: [share(card.competencies, tested) for tested in self._time.rounds] for card in cards},
        )

    def _group(self, kind: str) -> tuple[str, ...]:
        return next((kinds for kinds in self._days if kind in kinds), (kind,))

    def undone(self, item: str) -> None:
        """Forget the last answer to an item."""
        card = self._cards[item]
        self._cards[item] = card._replace(history=card.history[:-1])
        self._days.clear()

    def _day(self, kinds: tuple[str, ...], seconds_left: float) -> Day[str]:
        if kinds not in self._days:
            self._days[kinds] = self._planned(kinds, seconds_left)
        return self._days[kinds]

    def _planned(self, kinds: tuple[str, ...], seconds_left: float) -> Day[str]:
        cards = [card for card in self._cards.values() if card.kind in kinds and self._open(card)]
        rounds = self._time.rounds
        part = self._part(kinds)
        return Day(
            {card.id: card.history for card in cards},
            [(tested.day.toordinal(), tested.weight) for tested in rounds],
            self._time.today.toordinal(),
            min(seconds_left, self._time.seconds) * part,
            daily=self._time.daily * part,
            special={day.toordinal(): 0.0 for day in self._time.off},
            counts={card.id: [share(card.competencies, tested) for tested in rounds] for card in cards},
            kinds={card.id: card.kind for card in cards},
        )

    def _part(self, kinds: tuple[str, ...]) -> float:
        # Recall cards get half of a mixed session; each written kind a share of the other half.
        others = {card.kind for card in self._cards.values()} - set(kinds)
        if not others:
            return 1.0
        return 0.5 if RECALL & set(kinds) else 0.5 / len({card.kind for card in self._cards.values()} - RECALL)

    def _open(self, card: Card) -> bool:
        # A written drill is not asked twice on a day; a recall card may be, until it sticks.
        done_today = any(day == self._time.today.toordinal() for day, _, _ in card.history)
        return card.id not in self._skipped and (card.kind in RECALL or not done_today)


def share(competencies: Sequence[str], tested: Tested) -> float:
    """How much a round tests an item, from 0 to 1: its heaviest competency there against the round's heaviest."""
    heaviest = max(tested.competencies.values(), default=0.0)
    if not heaviest:
        return 1.0
    return max((tested.competencies.get(name, 0.0) for name in competencies), default=0.0) / heaviest
