"""The candidate's own forgetting: which of sixty bent FSRS models explains the spaced answers best."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, product
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from coach.memory.habits import Answer
from coach.memory.model import AGAIN, D_MAX, D_MIN, DEFAULT, HARD, RATINGS, S_MIN, Weights, first, weights

if TYPE_CHECKING:
    from coach.memory.grid import Bools, Floats, Ints

SCALES = (0.35, 0.6, 1.0, 1.7, 2.9)
DECAYS = (0.1, 0.1542, 0.25, 0.45)
GROWTHS = (-0.8, 0.0, 0.8)  # added to the logarithm of what a spaced success gains
PRIOR_SD = 1.0
ENOUGH = 20  # spaced answers; fewer say nothing
MOST_CARDS = 400


class Fit(NamedTuple):
    """The chosen model and what it rests on: spaced answers, and log-likelihood gained on held-back ones."""

    by: Weights
    answers: int
    gained: float


def bent(scale: float, decay: float, growth: float = 0.0) -> Weights:
    """FSRS-6 with fresh and relearned stabilities times `scale`, another forgetting curve, another gain a success."""
    w = DEFAULT.w
    starts = (min(value * scale, 100.0) for value in w[:4])
    return weights((*starts, *w[4:8], w[8] + growth, *w[9:11], w[11] * scale, *w[12:20], decay))


def _prior(scale: float, decay: float, growth: float) -> float:
    return -(log(scale) ** 2 + log(decay / DEFAULT.decay) ** 2 + growth**2) / (2 * PRIOR_SD**2)


GRID = tuple(product(SCALES, DECAYS, GROWTHS))
CANDIDATES = tuple(bent(*place) for place in GRID)
PLAIN = GRID.index((1.0, DEFAULT.decay, 0.0))
PRIOR = tuple(_prior(*place) for place in GRID)


def fitted(histories: Sequence[Sequence[Answer]]) -> Fit:
    """The candidate's model, or the default if a fit does not explain held-back cards better."""
    long = [history for history in histories if len(history) > 1]
    answers = sum(_spaced(history) for history in long)
    if answers < ENOUGH:
        return Fit(DEFAULT, answers, 0.0)
    import numpy as np

    chances = _likelihoods(long[:: len(long) // MOST_CARDS + 1])
    folds = [chances[0::2].sum(axis=0), chances[1::2].sum(axis=0)]
    prior = np.array(PRIOR)
    held = sum(float(test[np.argmax(train + prior)] - test[PLAIN]) for train, test in (folds, folds[::-1]))
    if held <= 0:
        return Fit(DEFAULT, answers, 0.0)
    return Fit(CANDIDATES[int(np.argmax(folds[0] + folds[1] + prior))], answers, held)


def _spaced(history: Sequence[Answer]) -> int:
    return sum(late[0] > early[0] for early, late in pairwise(history))


def _likelihoods(histories: Sequence[Sequence[Answer]]) -> Floats:
    """Log-likelihood of each card's spaced answers under every candidate."""
    import numpy as np

    total = np.zeros((len(histories), len(CANDIDATES)))
    order = sorted(range(len(histories)), key=lambda place: -len(histories[place]))
    lengths = [len(histories[place]) for place in order]
    days, ratings = _padded([histories[place] for place in order])
    stability, difficulty = _starts(ratings[:, 0])
    for turn in range(1, lengths[0]):
        n = sum(length > turn for length in lengths)
        gap, rating = (days[:n, turn] - days[:n, turn - 1])[:, None], ratings[:n, turn]
        chance = np.exp(-_decays() * np.log1p(_factors() * gap / stability[:n]))
        spaced = gap[:, 0] > 0
        seen = np.where((rating == AGAIN)[:, None], 1.0 - chance, chance)
        total[:n] += np.where(spaced[:, None], np.log(np.clip(seen, 1e-4, 1.0)), 0.0)
        stability[:n] = _moved(stability[:n], difficulty[:n], chance, rating, spaced)
        difficulty[:n] = _harder(difficulty[:n], rating)
    return total[np.argsort(np.array(order))]


def _padded(histories: Sequence[Sequence[Answer]]) -> tuple[Ints, Ints]:
    import numpy as np

    width = len(histories[0])
    days = np.array([[a[0] for a in h] + [0] * (width - len(h)) for h in histories], dtype=np.int64)
    ratings = np.array([[a[1] for a in h] + [1] * (width - len(h)) for h in histories], dtype=np.int64)
    return np.maximum.accumulate(days, axis=1), ratings


@lru_cache(maxsize=1)
def _factors() -> Floats:
    import numpy as np

    return np.array([by.factor for by in CANDIDATES])


@lru_cache(maxsize=1)
def _decays() -> Floats:
    import numpy as np

    return np.array([by.decay for by in CANDIDATES])


def _starts(ratings: Ints) -> tuple[Floats, Floats]:
    import numpy as np

    stability = np.array([[first(rating, by)[0] for by in CANDIDATES] for rating in RATINGS])
    difficulty = np.array([first(rating)[1] for rating in RATINGS])
    return stability[ratings - 1], difficulty[ratings - 1]


def _moved(stability: Floats, difficulty: Floats, chance: Floats, rating: Ints, spaced: Bools) -> Floats:
    """The stability part of `coach.memory.model.later` for all cards and candidates at once."""
    import numpy as np

    moved, size = np.empty_like(stability), np.log(stability)
    failed, same = spaced & (rating == AGAIN), ~spaced
    recalled = spaced & (rating > AGAIN)
    moved[failed] = _forgotten(stability[failed], difficulty[failed], chance[failed])
    moved[recalled] = _recalled(
        stability[recalled], size[recalled], difficulty[recalled], chance[recalled], rating[recalled]
    )
    moved[same] = stability[same] * _same_day(size[same], rating[same])
    return np.maximum(moved, S_MIN)


def _forgotten(stability: Floats, difficulty: Floats, chance: Floats) -> Floats:
    import numpy as np

    w = DEFAULT.w
    hard = difficulty[:, None] ** -w[12] * np.array([by.w[11] for by in CANDIDATES])
    lapsed = hard * np.expm1(w[13] * np.log1p(stability)) * np.exp((1.0 - chance) * w[14])
    return np.asarray(np.minimum(lapsed, stability / exp(w[17] * w[18])))


def _recalled(stability: Floats, size: Floats, difficulty: Floats, chance: Floats, rating: Ints) -> Floats:
    import numpy as np

    w = DEFAULT.w
    bonus = np.array([w[15], 1.0, w[16]])[rating - HARD] * (11.0 - difficulty)
    gains = np.exp(np.array([by.w[8] for by in CANDIDATES]))
    grown = bonus[:, None] * gains * np.exp(-w[9] * size) * np.expm1((1.0 - chance) * w[10])
    return np.asarray(stability * (1.0 + grown))


def _same_day(size: Floats, rating: Ints) -> Floats:
    import numpy as np

    w = DEFAULT.w
    grown = np.exp(w[17] * (rating - 3 + w[18]))[:, None] * np.exp(-w[19] * size)
    return np.asarray(np.where((rating > AGAIN)[:, None], np.maximum(grown, 1.0), grown))


def _harder(difficulty: Floats, rating: Ints) -> Floats:
    import numpy as np

    w = DEFAULT.w
    moved = difficulty - w[6] * (rating - 3) * (10.0 - difficulty) / 9.0
    easiest = w[4] - exp(w[5] * 3) + 1.0
    return np.asarray(np.clip(w[7] * easiest + (1.0 - w[7]) * moved, D_MIN, D_MAX))
