"""Spending a budget of seconds on offers in the order of their index, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.memory.grid import Floats, Ints


def clearing(index: Floats, seconds: Floats, budget: float) -> float:
    """The index of the offer that uses up the budget; 0 if all that is worth anything fits."""
    import numpy as np

    order, spent = _order(index, seconds)
    if not len(order) or spent[-1] <= budget:
        return 0.0
    return float(index[order[np.searchsorted(spent, budget)]])


def shares(index: Floats, seconds: Floats, budget: float) -> Floats:
    """The share of each offer taken when the budget is spent in index order."""
    import numpy as np

    order, spent = _order(index, seconds)
    share = np.zeros(len(index))
    left = budget - np.concatenate(([0.0], spent[:-1]))
    share[order] = np.clip(left[: len(order)] / seconds[order], 0.0, 1.0)
    return share


def _order(index: Floats, seconds: Floats) -> tuple[Ints, Floats]:
    import numpy as np

    wanted = np.flatnonzero((index > 0.0) & (seconds > 0.0))
    order = wanted[np.argsort(-index[wanted], kind="stable")]
    return order, np.cumsum(seconds[order])
