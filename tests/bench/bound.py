"""An upper bound on any policy's score when forgetting really follows FSRS-6: the price of all time, handed back.

For any prices >= 0, the value of every card playing alone against those prices, plus what the whole budget is worth
at them, is at least what any plan within the budget can reach (Lagrange). One repeat a day is counted, as in the
planner; a process of its own computes it on a grid four times as fine as the planner's.

    python -m tests.bench.bound 600 15 30:1.0
"""

import subprocess
import sys
from functools import lru_cache

from coach.memory import grid
from coach.memory.habits import Habits
from coach.memory.model import DEFAULT

TRIES = 40
FINE_S, FINE_D = 47, 9


@lru_cache(maxsize=128)
def bound(cards: int, minutes: int, rounds: tuple[tuple[int, float], ...]) -> float:
    """The most recall, 0 to 1, that any policy can expect with `minutes` on each day up to the last round."""
    days = [f"{day}:{weight}" for day, weight in rounds]
    command = [sys.executable, "-m", "tests.bench.bound", str(cards), str(minutes), *days]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def refine() -> None:
    """Make the map finer, before anything reads its size."""
    grid.S_POINTS, grid.D_POINTS, grid.POINTS = FINE_S, FINE_D, FINE_S * FINE_D
    grid.S_STEP = (grid.LOG_HIGH - grid.LOG_LOW) / (FINE_S - 1)
    grid.D_STEP = 9.0 / (FINE_D - 1)


def computed(cards: int, minutes: int, rounds: list[tuple[int, float]]) -> float:
    """The bound on the grid as it is, the best of several price paths."""
    import numpy as np

    from coach.memory.price import BUCKETS, Ahead, Deck, bounds

    days = max(day for day, _ in rounds)
    total = sum(weight for _, weight in rounds)
    worth = {day: weight / total for day, weight in rounds}
    rewards = tuple((worth.get(day, 0.0),) for day in range(days + 1))
    ahead = Ahead((minutes * 60.0,) * days, rewards, (), Habits(), DEFAULT)
    deck = Deck(np.zeros((len(BUCKETS), grid.POINTS, 1)), np.array([float(cards)]))
    return min(bounds(ahead, deck, TRIES)) / cards


if __name__ == "__main__":
    refine()
    pairs = [part.split(":") for part in sys.argv[3:]]
    print(computed(int(sys.argv[1]), int(sys.argv[2]), [(int(day), float(weight)) for day, weight in pairs]))
