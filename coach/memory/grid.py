"""A coarse map of card states: 24 stabilities by 5 difficulties, and how one answer moves between its points."""

from __future__ import annotations

from functools import lru_cache
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from coach.memory.model import AGAIN, GOOD, HARD, RATINGS, S_MIN, Weights, first, later

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating]
    Ints = NDArray[np.integer]
    Bools = NDArray[np.bool_]

S_POINTS, D_POINTS = 24, 5
POINTS = S_POINTS * D_POINTS
LOG_LOW, LOG_HIGH = log(0.1), log(600.0)
S_STEP = (LOG_HIGH - LOG_LOW) / (S_POINTS - 1)
D_STEP = 9.0 / (D_POINTS - 1)


class Tables(NamedTuple):
    """What one answer does, per gap in days (row 0 unused) and grid point."""

    recall: Floats  # (gaps, points)
    places: Ints  # (gaps, points, 16): where an answer may take a card: four grid points for each rating
    parts: Floats  # (gaps, points, 16): with what chance, learned shares included
    repeat: Floats  # (points, points): the same for a same-day repeat
    first: Floats  # (points,): where a first look lands


def stabilities() -> Floats:
    """Stability in days of every grid point."""
    import numpy as np

    return np.repeat(np.exp(LOG_LOW + S_STEP * np.arange(S_POINTS)), D_POINTS)


def difficulties() -> Floats:
    """Difficulty of every grid point."""
    import numpy as np

    return np.tile(1.0 + D_STEP * np.arange(D_POINTS), S_POINTS)


def corners(stability: Floats, difficulty: Floats) -> tuple[Ints, Floats]:
    """The four grid points round each state and their bilinear shares; states outside sit on the edge."""
    import numpy as np

    i, s = _cell((np.log(stability) - LOG_LOW) / S_STEP, S_POINTS)
    j, d = _cell((difficulty - 1.0) / D_STEP, D_POINTS)
    base = i * D_POINTS + j
    places = np.stack([base, base + 1, base + D_POINTS, base + D_POINTS + 1], axis=-1)
    return places, np.stack([(1 - s) * (1 - d), (1 - s) * d, s * (1 - d), s * d], axis=-1)


def _cell(place: Floats, points: int) -> tuple[Ints, Floats]:
    import numpy as np

    inside = np.clip(place, 0.0, points - 1.0)
    low = np.minimum(inside.astype(np.int64), points - 2)
    return low, inside - low


@lru_cache(maxsize=24)
def tables(by: Weights, first_shares: tuple[float, ...], later_shares: tuple[float, ...], gaps: int) -> Tables:
    """Transition tables for gaps of 1 to `gaps` days; they depend on the model and the rating shares only."""
    import numpy as np

    chance = recall_table(np.arange(gaps + 1), by)
    shares = [1.0 - chance, *(share * chance for share in later_shares)]
    moves = [corners(*_after(rating, chance, by)) for rating in RATINGS]
    places = np.concatenate([places for places, _ in moves], axis=-1)
    parts = np.concatenate([part * share[..., None] for (_, part), share in zip(moves, shares, strict=True)], axis=-1)
    return Tables(chance, places, parts, _repeats(later_shares, by), _firsts(first_shares, by))


def recall_table(gaps: Ints, by: Weights) -> Floats:
    """Chance of recall for each gap in days (rows) and grid point (columns)."""
    elapsed: Floats = gaps[:, None] / stabilities()[None, :]
    return (1.0 + by.factor * elapsed) ** -by.decay


def _after(rating: int, chance: Floats, by: Weights) -> tuple[Floats, Floats]:
    import numpy as np

    s, d, w = stabilities(), difficulties(), by.w
    harder = np.array([later(1.0, float(x), 1, rating, by)[1] for x in d])
    if rating == AGAIN:
        lapsed = w[11] * d ** -w[12] * ((s + 1.0) ** w[13] - 1.0) * np.exp((1.0 - chance) * w[14])
        moved = np.minimum(lapsed, s / exp(w[17] * w[18]))
    else:
        bonus = {HARD: w[15], GOOD: 1.0}.get(rating, w[16])
        moved = s * (1.0 + exp(w[8]) * (11.0 - d) * s ** -w[9] * np.expm1((1.0 - chance) * w[10]) * bonus)
    return np.maximum(moved, S_MIN), np.broadcast_to(harder, moved.shape)


def _spread(state: tuple[Floats, Floats], share: Floats) -> Floats:
    """States with their shares as rows of a table over the grid points."""
    import numpy as np

    places, parts = corners(*state)
    rows = np.arange(len(share))[:, None] * POINTS + places
    flat = np.bincount(rows.ravel(), (parts * share[:, None]).ravel(), len(share) * POINTS).astype(np.float64)
    return flat.reshape(len(share), POINTS)


def _repeats(shares: tuple[float, ...], by: Weights) -> Floats:
    """A repeat is never expected to be easy: the planner would drill for that bonus, and it is not there."""
    import numpy as np

    pairs = ((HARD, shares[0]), (GOOD, shares[1] + shares[2]))
    table = np.zeros((POINTS, POINTS))
    for rating, share in pairs:
        moved = [later(float(s), float(d), 0, rating, by) for s, d in zip(stabilities(), difficulties(), strict=True)]
        s, d = np.array(moved).T
        table += _spread((s, d), np.full(POINTS, share))
    return table


def _firsts(shares: tuple[float, ...], by: Weights) -> Floats:
    import numpy as np

    s, d = np.array([first(rating, by) for rating in RATINGS]).T
    table: Floats = _spread((s, d), np.array(shares)).sum(axis=0)
    return table
