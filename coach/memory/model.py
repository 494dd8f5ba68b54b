"""FSRS-6 in plain floats: how one answer moves a card's stability (days) and difficulty (1 to 10)."""

from math import exp
from typing import NamedTuple

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
RATINGS = (AGAIN, HARD, GOOD, EASY)
S_MIN, D_MIN, D_MAX = 0.001, 1.0, 10.0


class Weights(NamedTuple):
    """The 21 numbers of FSRS-6 and the factor that makes recall 90 % after `stability` days."""

    w: tuple[float, ...]
    factor: float

    @property
    def decay(self) -> float:
        """The exponent of the forgetting curve, as a positive number."""
        return self.w[20]


def weights(w: tuple[float, ...]) -> Weights:
    """Wrap 21 model parameters; ValueError for any other number of them."""
    if len(w) != 21:
        raise ValueError(f"FSRS-6 has 21 parameters, got {len(w)}")
    return Weights(w, 0.9 ** (-1.0 / w[20]) - 1.0)


DEFAULT = weights(
    (
        *(0.212, 1.2931, 2.3065, 8.2956),  # stability after a first again, hard, good, easy
        *(6.4133, 0.8334, 3.0194, 0.001),  # difficulty
        *(1.8722, 0.1666, 0.796),  # growth when recalled
        *(1.4835, 0.0614, 0.2629, 1.6483),  # what a lapse leaves
        *(0.6014, 1.8729),  # hard, easy
        *(0.5425, 0.0912, 0.0658),  # the same day
        0.1542,  # decay
    )
)


def recall(elapsed: float, stability: float, by: Weights = DEFAULT) -> float:
    """Chance to recall a card `elapsed` days after its last answer."""
    return float((1.0 + by.factor * elapsed / stability) ** -by.w[20])


def first(rating: int, by: Weights = DEFAULT) -> tuple[float, float]:
    """Stability and difficulty after the very first answer."""
    difficulty = by.w[4] - exp(by.w[5] * (rating - 1)) + 1.0
    return max(by.w[rating - 1], S_MIN), _between(difficulty)


def later(stability: float, difficulty: float, elapsed: int, rating: int, by: Weights = DEFAULT) -> tuple[float, float]:
    """Stability and difficulty after an answer `elapsed` whole study days after the one before (0: the same day)."""
    if elapsed < 1:
        moved = _same_day(stability, rating, by)
    elif rating == AGAIN:
        moved = _forgotten(stability, difficulty, recall(elapsed, stability, by), by)
    else:
        moved = _recalled(stability, difficulty, recall(elapsed, stability, by), rating, by)
    return max(moved, S_MIN), _harder(difficulty, rating, by)


def _between(difficulty: float) -> float:
    return min(max(difficulty, D_MIN), D_MAX)


def _harder(difficulty: float, rating: int, by: Weights) -> float:
    w = by.w
    easiest = w[4] - exp(w[5] * 3) + 1.0  # deliberately not clipped, as in the reference
    moved = difficulty - w[6] * (rating - 3) * (10.0 - difficulty) / 9.0
    return _between(w[7] * easiest + (1.0 - w[7]) * moved)


def _same_day(stability: float, rating: int, by: Weights) -> float:
    w = by.w
    growth = float(exp(w[17] * (rating - 3 + w[18])) * stability ** -w[19])
    return stability * (max(growth, 1.0) if rating > AGAIN else growth)


def _forgotten(stability: float, difficulty: float, chance: float, by: Weights) -> float:
    w = by.w
    lapsed = w[11] * difficulty ** -w[12] * ((stability + 1.0) ** w[13] - 1.0) * exp((1.0 - chance) * w[14])
    return float(min(lapsed, stability / exp(w[17] * w[18])))


def _recalled(stability: float, difficulty: float, chance: float, rating: int, by: Weights) -> float:
    w = by.w
    grown = exp(w[8]) * (11.0 - difficulty) * stability ** -w[9] * (exp((1.0 - chance) * w[10]) - 1.0)
    bonus = {HARD: w[15], EASY: w[16]}.get(rating, 1.0)
    return float(stability * (1.0 + grown * bonus))
