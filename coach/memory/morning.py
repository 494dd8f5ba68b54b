"""A morning's plan: the deck put on the map, priced, and every card's index read off it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from coach.memory.grid import POINTS, corners
from coach.memory.habits import Habits
from coach.memory.model import Weights
from coach.memory.price import BUCKETS, Ahead, Deck, Prices, prices
from coach.memory.state import CardState
from coach.memory.targets import FARTHEST, Groups

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.memory.grid import Floats, Ints


class Path(NamedTuple):
    """Prices of time from `day` on; yesterday's makes today's planning short."""

    day: int
    per_day: tuple[float, ...]


class Time(NamedTuple):
    """Seconds of study: `today` for certain, `daily` expected later, `special` days apart (0: a day off)."""

    today: float
    daily: float
    special: tuple[tuple[int, float], ...] = ()


class Plan(NamedTuple):
    """What a day needs to know: the index of every card and of a repeat, in recalled cards per second."""

    indices: tuple[float, ...]
    repeat: Floats  # (points, groups)
    recalled: Mapping[int, Sequence[float]]  # expected recalled cards of each group, per planned morning and round
    path: Path


def plan(
    states: Sequence[CardState | None],
    grouped: Groups,
    today: int,
    time: Time,
    habits: Habits,
    by: Weights,
    warm: Path | None = None,
) -> Plan:
    """Price the days ahead and read off each card's index; `states` are those of this morning."""
    ahead = outlook(grouped, today, time, habits.coarse(), by)
    where = _Places(states, grouped, today)
    start = _shifted(warm, today) if warm else None
    priced = _priced(ahead, where.seen().tobytes(), tuple(where.new().tolist()), start)
    days = [*range(len(ahead.rewards)), *(len(ahead.rewards) - 1 + days for days, _ in ahead.beyond)]
    recalled = {today + day: morning for day, morning in zip(days, priced.mornings, strict=True)}
    return Plan(where.read(priced), priced.repeat, recalled, Path(today, priced.per_day))


def outlook(grouped: Groups, today: int, time: Time, habits: Habits, by: Weights) -> Ahead:
    """The days and rounds ahead, as the pricing wants them."""
    last = max(target.day for targets in grouped.targets for target in targets)
    days = min(last - today, FARTHEST)
    special = dict(time.special)
    budgets = [time.today, *(special.get(today + day, time.daily) for day in range(1, days))]
    worth: dict[int, tuple[float, ...]] = {}
    for day in {target.day for targets in grouped.targets for target in targets}:
        worth[day - today] = tuple(sum(t.weight for t in targets if t.day == day) for targets in grouped.targets)
    nothing = (0.0,) * len(grouped.targets)
    rewards = tuple(worth.get(day, nothing) for day in range(days + 1))
    beyond = tuple((day - days, worth[day]) for day in sorted(worth) if day > days)
    return Ahead(tuple(budgets), rewards, beyond, habits, by)


def repeat_index(plan: Plan, state: CardState, group: int) -> float:
    """The index of showing a card answered today once more."""
    import numpy as np

    places, parts = corners(np.array([state.stability]), np.array([state.difficulty]))
    return float(plan.repeat[places[0], group] @ parts[0])


@lru_cache(maxsize=16)
def _priced(ahead: Ahead, seen: bytes, new: tuple[float, ...], warm: tuple[float, ...] | None) -> Prices:
    import numpy as np

    cards = np.frombuffer(seen).reshape(len(BUCKETS), POINTS, len(new))
    return prices(ahead, Deck(cards, np.array(new)), warm)


def _shifted(warm: Path, today: int) -> tuple[float, ...]:
    return warm.per_day[max(today - warm.day, 0) :] or warm.per_day[-1:]


class _Places:
    """Where each card of the deck sits on the map: two buckets of age by four grid points."""

    def __init__(self, states: Sequence[CardState | None], grouped: Groups, today: int) -> None:
        import numpy as np

        self.count, self.groups = len(states), len(grouped.targets)
        group = np.array(grouped.of)
        self.known = np.array([place for place, state in enumerate(states) if state is not None], dtype=np.int64)
        self.fresh = np.array([place for place, state in enumerate(states) if state is None], dtype=np.int64)
        self.fresh_group = group[self.fresh]
        rows = np.array([state[:3] for state in states if state is not None]).reshape(-1, 3)
        points, parts = corners(rows[:, 0], rows[:, 1])
        bucket, late = _buckets(today - rows[:, 2])
        self.cells = self._cells(bucket, points, group[self.known])
        shares = np.stack([1.0 - late, late], axis=-1)
        self.parts = (shares[:, :, None] * parts[:, None, :]).reshape(len(rows), 8)

    def _cells(self, bucket: Ints, points: Ints, group: Ints) -> Ints:
        import numpy as np

        row = np.stack([bucket, bucket + 1], axis=-1)[:, :, None] * POINTS + points[:, None, :]
        return row.reshape(len(bucket), 8) * self.groups + group[:, None]

    def seen(self) -> Floats:
        """Cards per cell (buckets x points x groups, flat)."""
        import numpy as np

        size = len(BUCKETS) * POINTS * self.groups
        return np.bincount(self.cells.ravel(), self.parts.ravel(), size).astype(np.float64)

    def new(self) -> Floats:
        """New cards per group."""
        import numpy as np

        return np.bincount(self.fresh_group, minlength=self.groups).astype(np.float64)

    def read(self, priced: Prices) -> tuple[float, ...]:
        """The index of every card, in the order of the deck."""
        import numpy as np

        out = np.zeros(self.count)
        out[self.known] = (priced.seen.ravel()[self.cells] * self.parts).sum(axis=1)
        out[self.fresh] = priced.new[self.fresh_group]
        return tuple(out.tolist())


def _buckets(gap: Floats) -> tuple[Ints, Floats]:
    import numpy as np

    ages = np.log(np.array(BUCKETS))
    age = np.log(np.clip(gap, 1.0, BUCKETS[-1]))
    low = np.clip(np.searchsorted(ages, age, side="right") - 1, 0, len(ages) - 2)
    return low, np.clip((age - ages[low]) / (ages[low + 1] - ages[low]), 0.0, 1.0)
