"""The price of a second on each day ahead, found by playing the plan forwards and pricing it backwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.memory.grid import POINTS, Tables, recall_table, tables
from coach.memory.habits import Habits
from coach.memory.model import Weights
from coach.memory.spend import clearing, shares

if TYPE_CHECKING:
    from coach.memory.grid import Floats, Ints

BUCKETS = (1, 2, 3, 4, 6, 9, 13, 19, 28, 42, 63, 95)  # days since the last answer, as today begins
TRACE = 1e-4  # cards; less than this in a cell is not worth sorting
DAMPING = 0.9
FIRST_ROUNDS, DAILY_ROUNDS = 14, 1
CLOSE = 0.001  # a plan this near to its bound needs no better prices
SCARCE, PLENTY = 0.024, 0.004  # starting prices, in recalled cards a second


class Ahead(NamedTuple):
    """What is known of the days from today to the last round; groups are cards tested in the same rounds."""

    budgets: tuple[float, ...]  # expected seconds of study, one per day
    rewards: tuple[tuple[float, ...], ...]  # [day 0 ..= last][group]: worth of a recalled card that morning
    beyond: tuple[tuple[int, tuple[float, ...]], ...]  # rounds after the last planned day: (days after it, worths)
    habits: Habits
    by: Weights


class Deck(NamedTuple):
    """How many cards are where this morning: (buckets, grid points, groups) seen, (groups,) new."""

    seen: Floats
    new: Floats


class Prices(NamedTuple):
    """The price of time per day, and today's indices (gain per second over waiting) read off the plan."""

    per_day: tuple[float, ...]
    seen: Floats  # (buckets, points, groups)
    repeat: Floats  # (points, groups)
    new: Floats  # (groups,)
    mornings: tuple[tuple[float, ...], ...]  # expected recalled cards of each group, per day 0 ..= last, then beyond
    worth: float  # expected weighted recall, in cards, if the plan is kept


class _Offers(NamedTuple):
    """What could be bought on one day: cells with their mass in seconds, in the order of the plan's index arrays."""

    cells: Ints
    seconds: Floats
    new: Floats
    repeats: Floats


def prices(ahead: Ahead, deck: Deck, warm: tuple[float, ...] | None = None) -> Prices:
    """Prices and today's indices; `warm` is yesterday's path shifted to today (a shorter or longer one is fitted)."""
    plan = _Plan(ahead, deck, warm)
    plan.backward()
    for _ in range(DAILY_ROUNDS if warm else FIRST_ROUNDS):
        plan.forward()
        if plan.bound - plan.worth < CLOSE * plan.worth:
            break
        plan.backward()
    return plan.result()


def bounds(ahead: Ahead, deck: Deck, tries: int) -> list[float]:
    """Upper bounds on the recalled cards of any plan, one for each price path tried on the way."""
    plan, found = _Plan(ahead, deck, None), []
    for _ in range(tries):
        plan.backward(adjust=False)  # a bound needs one and the same path of prices throughout
        found.append(plan.bound)
        plan.forward()
        plan.backward()
    return found


class _Plan:
    """The working arrays of one planning; rows are gaps 1, 2, ... of the days since today, then the old buckets."""

    def __init__(self, ahead: Ahead, deck: Deck, warm: tuple[float, ...] | None) -> None:
        import numpy as np

        self.days = len(ahead.budgets)
        self.ahead, self.deck, self.habits = ahead, deck, ahead.habits
        self.groups = deck.new.shape[0]
        gaps = BUCKETS[-1] + -(-self.days // 16) * 16
        self.tables: Tables = tables(ahead.by, self.habits.first, self.habits.later, gaps)
        ages = [np.array(BUCKETS) + day for day in range(self.days)]
        self.old = [(self.tables.places[age], self.tables.parts[age]) for age in ages]
        chance = self.tables.recall
        self.cost = self.habits.recalled * chance + self.habits.failed * (1.0 - chance)
        self.rewards = np.array(ahead.rewards)
        self.price = _start(ahead, float(deck.new.sum()), warm)
        self.offers: list[_Offers | None] = [None] * self.days
        self.index: list[Floats] = [np.empty(0)] * self.days
        self.repeat: list[Floats] = [np.empty(0)] * self.days
        self.new: list[Floats] = [np.empty(0)] * self.days
        self.mornings: list[Floats] = []
        self.bound = self.worth = 0.0

    def gaps(self, day: int) -> Ints:
        """Days since the last answer, per row, on the morning of `day`."""
        import numpy as np

        return np.concatenate([np.arange(1, day + 1), np.array(BUCKETS) + day])

    def moved(self, day: int, after: Floats) -> Floats:
        """Expected value after an answer on `day`, per row and point."""
        import numpy as np

        places, parts = self.tables.places, self.tables.parts
        recent, old = slice(1, day + 1), self.old[day]
        out = np.empty((day + len(BUCKETS), POINTS, self.groups))
        for group, column in enumerate(after.T):
            out[:day, :, group] = np.einsum("rpk,rpk->rp", column.take(places[recent]), parts[recent])
            out[day:, :, group] = np.einsum("rpk,rpk->rp", column.take(old[0]), old[1])
        return out

    def backward(self, adjust: bool = True) -> None:
        """Value every state from the last morning back to today, moving each day's price towards what clears it."""
        import numpy as np

        chance, habits = self.tables.recall, self.habits
        value = self.ending()
        unseen = np.zeros(self.groups)
        for day in reversed(range(self.days)):
            gaps = self.gaps(day)
            after, wait, cost = value[0], value[1:], self.cost[gaps][:, :, None]
            self.repeat[day] = (self.tables.repeat @ after - after) / habits.recalled
            after = after + habits.recalled * np.maximum(self.repeat[day] - self.price[day], 0.0)
            self.index[day] = (self.moved(day, after) - wait) / cost
            self.new[day] = (self.tables.first @ after - unseen) / habits.new
            if adjust:
                self.clear(day)
            value = wait + cost * np.maximum(self.index[day] - self.price[day], 0.0)
            value += chance[gaps][:, :, None] * self.rewards[day]
            unseen = unseen + habits.new * np.maximum(self.new[day] - self.price[day], 0.0)
        worth = float((value * self.deck.seen).sum() + (unseen * self.deck.new).sum())
        self.bound = worth + float(self.price @ np.array(self.ahead.budgets))

    def ending(self) -> Floats:
        """Worth of every state on the last planned morning: the rounds of that day, and later ones unstudied for."""
        import numpy as np

        gaps = self.gaps(self.days)
        value: Floats = self.tables.recall[gaps][:, :, None] * self.rewards[self.days]
        for days, worths in self.ahead.beyond:
            value += recall_table(gaps + days, self.ahead.by)[:, :, None] * np.array(worths)
        return value

    def clear(self, day: int) -> None:
        """Move the price of `day` towards the index at which its deck uses up its seconds."""
        import numpy as np

        offers = self.offers[day]
        if offers is None:
            return
        index = np.concatenate([self.index[day].ravel()[offers.cells], self.new[day], self.repeat[day].ravel()])
        seconds = np.concatenate([offers.seconds, offers.new, offers.repeats])
        cleared = clearing(index, seconds, self.ahead.budgets[day])
        self.price[day] += DAMPING * (cleared - self.price[day])

    def forward(self) -> None:
        """Let an expected deck live through the plan, spending each day's seconds in the order of the index."""
        import numpy as np

        seen, new = self.deck.seen, self.deck.new
        self.mornings = [self.recalled(0, seen)]
        for day in range(self.days):
            seen, new = self.spend(day, seen, new)
            self.mornings.append(self.recalled(day + 1, seen))
        self.mornings += [self.recalled(self.days, seen, days) for days, _ in self.ahead.beyond]
        rewards = [*self.rewards, *(np.array(worths) for _, worths in self.ahead.beyond)]
        self.worth = sum(float(m @ r) for m, r in zip(self.mornings, rewards, strict=True))

    def recalled(self, day: int, seen: Floats, later: int = 0) -> Floats:
        """Expected recalled cards of each group on the morning of `day`, or if nothing is studied `later` days on."""
        chance = recall_table(self.gaps(day) + later, self.ahead.by)
        cards: Floats = (seen * chance[:, :, None]).sum(axis=(0, 1))
        return cards

    def spend(self, day: int, seen: Floats, new: Floats) -> tuple[Floats, Floats]:
        """One day of the expected deck: what it was offered is remembered, what was answered moves."""
        import numpy as np

        gaps, flat = self.gaps(day), seen.ravel()
        cells = np.flatnonzero(flat > TRACE)
        row, point, group = np.unravel_index(cells, seen.shape)
        seconds = flat[cells] * self.cost[gaps[row], point]
        index = np.concatenate([self.index[day].ravel()[cells], self.new[day]])
        wanted = np.concatenate([seconds, new * self.habits.new])
        budget, taken, fresh, repeats = self.ahead.budgets[day], flat[cells], new, np.zeros(0)
        for _ in range(2):  # the second time the seconds of the repeats are set aside
            share = shares(index, wanted, budget)
            taken, fresh = flat[cells] * share[: len(cells)], new * share[len(cells) :]
            answered = self.landed(gaps[row], point, group, taken) + self.tables.first[:, None] * fresh
            again = np.where(self.repeat[day] > max(self.price[day], 1e-9), answered, 0.0)
            repeats = answered * self.habits.recalled
            budget = max(self.ahead.budgets[day] - float(again.sum()) * self.habits.recalled, 0.0)
        self.offers[day] = _Offers(cells, seconds, new * self.habits.new, repeats.ravel())
        answered = answered - again + self.tables.repeat.T @ again
        left = flat.copy()
        left[cells] -= taken
        return np.concatenate([answered[None], left.reshape(seen.shape)]), new - fresh

    def landed(self, gap: Ints, point: Ints, group: Ints, taken: Floats) -> Floats:
        """Where answered cards are by evening: (points, groups)."""
        import numpy as np

        some = taken > 0
        gap, point, group = gap[some], point[some], group[some]
        places, parts = self.tables.places[gap, point], self.tables.parts[gap, point]
        flat = (places * self.groups + group[:, None]).ravel()
        mass = np.bincount(flat, (parts * taken[some][:, None]).ravel(), POINTS * self.groups).astype(np.float64)
        return mass.reshape(POINTS, self.groups)

    def result(self) -> Prices:
        """What a day's queue and a forecast need."""
        today = (self.index[0], self.repeat[0], self.new[0])
        mornings = tuple(tuple(m.tolist()) for m in self.mornings)
        return Prices(tuple(self.price.tolist()), *today, mornings, self.worth)


def _start(ahead: Ahead, new: float, warm: tuple[float, ...] | None) -> Floats:
    import numpy as np

    days = len(ahead.budgets)
    if warm:
        return np.array([*warm, *([warm[-1]] * days)][:days])
    return np.full(days, SCARCE if new * ahead.habits.new > sum(ahead.budgets) else PLENTY)
