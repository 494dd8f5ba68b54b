"""What decides the next card in the simulator: this scheduler and the ones it is compared with."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from coach.memory.greedy import Target, gain
from coach.memory.habits import learned
from coach.memory.model import AGAIN, DEFAULT, Weights
from coach.memory.queue import Day
from coach.memory.state import CardState, answered, recall_on

Answers = dict[int, list[tuple[int, int, float]]]
Rounds = list[tuple[int, float]]


class Policy(Protocol):
    """Told when a day starts and what was answered; asked what comes next."""

    def start(self, day: int, seconds: float) -> None: ...
    def next(self, left: float) -> int | None: ...
    def answered(self, card: int, rating: int, seconds: float) -> None: ...


class Coach:
    """This scheduler, driven the way `coach.memory.queue` documents."""

    def __init__(self, cards: int, rounds: Rounds, seed: int, by: Weights | None = None) -> None:
        self.deck: Answers = {card: [] for card in range(cards)}
        self.rounds, self.path, self.today, self.by = rounds, None, 0, by

    def start(self, day: int, seconds: float) -> None:
        self.today = day
        self.day = Day(self.deck, self.rounds, day, seconds, path=self.path, by=self.by)
        self.path = self.day.path

    def next(self, left: float) -> int | None:
        return self.day.next(left)

    def answered(self, card: int, rating: int, seconds: float) -> None:
        self.deck[card].append((self.today, rating, seconds))
        self.day.answered(card, rating, seconds)


class Indexed:
    """Shows the card with the highest index; the index is set each morning and after each answer."""

    repeats = 0

    def __init__(self, cards: int, rounds: Rounds, seed: int) -> None:
        self.states: list[CardState | None] = [None] * cards
        self.deck: Answers = {card: [] for card in range(cards)}
        self.rounds, self.rng, self.today = rounds, random.Random(f"policy {seed}"), 0

    def start(self, day: int, seconds: float) -> None:
        self.today, self.shown = day, dict.fromkeys(self.deck, 0)
        self.targets = [Target(d, w) for d, w in self.rounds if d > day]
        self.habits = learned(self.deck.values())
        self.value = {card: self.index(card) for card in self.deck}

    def next(self, left: float) -> int | None:
        best = max(self.value, key=self.value.__getitem__)
        return best if self.value[best] > 0 else None

    def answered(self, card: int, rating: int, seconds: float) -> None:
        self.deck[card].append((self.today, rating, seconds))
        self.states[card] = answered(self.states[card], self.today, rating)
        self.shown[card] += 1
        self.value[card] = self.index(card) if self.shown[card] <= self.repeats else 0.0

    def index(self, card: int) -> float:
        raise AssertionError("each policy has its own index")


class Greedy(Indexed):
    """Gain per second of one answer, looking no further."""

    repeats = 3

    def index(self, card: int) -> float:
        points, seconds = gain(self.states[card], self.today, self.targets, self.habits)
        return points / seconds


class Lowest(Indexed):
    """New cards first, then whatever is recalled worst."""

    def index(self, card: int) -> float:
        state = self.states[card]
        return 2.0 if state is None else 1.0001 - recall_on(state, self.today)


class Shuffled(Indexed):
    """Random order."""

    def index(self, card: int) -> float:
        return self.rng.random() + 0.001


class Cram(Lowest):
    """Nothing until the last three days before each round, then as much as fits, over and over."""

    repeats = 3

    def index(self, card: int) -> float:
        soon = any(0 < day - self.today <= 3 for day, _ in self.rounds)
        return super().index(card) if soon else 0.0


class Due(Indexed):
    """Cards on due dates: due ones first, the most overdue first, then new ones."""

    def __init__(self, cards: int, rounds: Rounds, seed: int) -> None:
        super().__init__(cards, rounds, seed)
        self.due: dict[int, int] = {}
        self.memory: dict[int, tuple[float, float]] = {}

    def index(self, card: int) -> float:
        if card not in self.due:
            return 0.5
        return max(0.0, 1.0 + self.today - self.due[card])

    def answered(self, card: int, rating: int, seconds: float) -> None:
        self.due[card] = self.today + self.interval(card, rating)
        super().answered(card, rating, seconds)

    def interval(self, card: int, rating: int) -> int:
        raise AssertionError("each policy has its own interval")


class Sm2(Due):
    """SuperMemo 2: ease factor, 1 day, 6 days, then times ease; failures repeat the same day."""

    repeats = 3

    def interval(self, card: int, rating: int) -> int:
        before, ease = self.memory.get(card, (0.0, 2.5))
        quality = (1, 3, 4, 5)[rating - 1]
        ease = max(1.3, ease + 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02))
        days = 0.0 if rating == AGAIN else 1.0 if before < 1 else 6.0 if before < 6 else before * ease
        self.memory[card] = (days, ease)
        return round(days)


class Leitner(Due):
    """Five boxes of 1, 2, 4, 8 and 16 days; a failure goes back to the first."""

    def interval(self, card: int, rating: int) -> int:
        box = 0.0 if rating == AGAIN else min(self.memory.get(card, (-1.0, 0.0))[0] + 1.0, 4.0)
        self.memory[card] = (box, 0.0)
        return int(2**box)


class PyFsrs:
    """The published scheduler as it comes: learning steps, fuzz, 20 new cards a day, at a fixed retention."""

    def __init__(self, cards: int, rounds: Rounds, seed: int, retention: float = 0.9, new: int = 20) -> None:
        from fsrs import Card, Scheduler

        self.scheduler = Scheduler(desired_retention=retention)
        self.cards = {card: Card(card_id=card, due=_at(0, 0.0)) for card in range(cards)}
        self.fresh, self.limit = list(range(cards)), new
        random.seed(seed)  # the package draws its fuzz from the global generator

    def start(self, day: int, seconds: float) -> None:
        self.day, self.spent, self.left_new = day, 0.0, self.limit
        night = _at(day + 1, -5 * 3600.0)
        seen = [card for card in self.cards if self.cards[card].last_review is not None]
        due = sorted((self.cards[card].due, card) for card in seen)
        self.queue = [card for when, card in due if when < night][::-1]
        self.steps: list[tuple[datetime, int]] = []

    def next(self, left: float) -> int | None:
        now = _at(self.day, self.spent)
        if self.steps and self.steps[0][0] <= now:
            return self.steps.pop(0)[1]
        if self.queue:
            return self.queue.pop()
        if self.left_new and self.fresh:
            self.left_new -= 1
            return self.fresh.pop(0)
        return self.steps.pop(0)[1] if self.steps else None

    def answered(self, card: int, rating: int, seconds: float) -> None:
        from fsrs import Rating

        self.spent += seconds
        now = _at(self.day, self.spent)
        self.cards[card], _ = self.scheduler.review_card(self.cards[card], Rating(rating), now)
        if self.cards[card].due - now < timedelta(hours=12):
            self.steps = sorted([*self.steps, (self.cards[card].due, card)])


def _at(day: int, seconds: float) -> datetime:
    return datetime(2001, 1, 1, 9, tzinfo=UTC) + timedelta(days=day, seconds=seconds)


def retention(level: float) -> Callable[[int, Rounds, int], PyFsrs]:
    """A maker of `PyFsrs` at another retention."""
    return lambda cards, rounds, seed: PyFsrs(cards, rounds, seed, retention=level)


LEVELS = (0.7, 0.8, 0.85, 0.95, 0.98)
MAKERS: dict[str, Callable[[int, Rounds, int], Policy]] = {
    "price of time + fit": Coach,
    "price of time": lambda cards, rounds, seed: Coach(cards, rounds, seed, DEFAULT),
    "greedy": Greedy,
    "unseen, then lowest": Lowest,
    "py-fsrs default": PyFsrs,
    **{f"py-fsrs {level:.2f}": retention(level) for level in LEVELS},
    "SM-2": Sm2,
    "Leitner": Leitner,
    "random order": Shuffled,
    "cram": Cram,
}
