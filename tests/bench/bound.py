"""An upper bound on any policy's score when forgetting really follows FSRS-6: the price of all time, handed back.

For any prices >= 0, the value of every card playing alone against those prices, plus what the whole budget is worth
at them, is at least what any plan within the budget can reach (Lagrange). It is computed on the planner's own grid.
"""

from functools import lru_cache

import numpy as np

from coach.memory.grid import POINTS
from coach.memory.habits import Habits
from coach.memory.model import DEFAULT
from coach.memory.price import BUCKETS, Ahead, Deck, bounds

TRIES = 40


@lru_cache(maxsize=64)
def _bound(cards: int, minutes: int, rounds: tuple[tuple[int, float], ...]) -> float:
    days = max(day for day, _ in rounds)
    total = sum(weight for _, weight in rounds)
    rewards = [(0.0,)] * (days + 1)
    for day, weight in rounds:
        rewards[day] = (weight / total,)
    ahead = Ahead((minutes * 60.0,) * days, tuple(rewards), (), Habits(), DEFAULT)
    deck = Deck(np.zeros((len(BUCKETS), POINTS, 1)), np.array([float(cards)]))
    return min(bounds(ahead, deck, TRIES)) / cards


def bound(cards: int, minutes: int, rounds: list[tuple[int, float]]) -> float:
    """The most recall, 0 to 1, that any policy can expect with `minutes` on each day up to the last round."""
    return _bound(cards, minutes, tuple(rounds))
