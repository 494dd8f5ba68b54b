"""Spending seconds in the order of an index."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coach.memory.spend import clearing, shares

offers = st.lists(st.tuples(st.floats(-1, 1), st.floats(0.1, 50)), min_size=1, max_size=20)


def test_the_budget_is_spent_in_index_order_and_no_further() -> None:
    index, seconds = np.array([3.0, 1.0, 2.0, -1.0]), np.array([10.0, 10.0, 10.0, 10.0])
    assert shares(index, seconds, 15.0).tolist() == [1.0, 0.0, 0.5, 0.0]
    assert shares(index, seconds, 99.0).tolist() == [1.0, 1.0, 1.0, 0.0]
    assert clearing(index, seconds, 15.0) == 2.0
    assert clearing(index, seconds, 99.0) == 0.0


@given(offers, st.floats(0, 300))
@example([(1.0, 45.22448944093008), (0.5, 19.085054751542643)], 45.22448944093008)
def test_no_more_is_spent_than_there_is_and_nothing_dearer_is_left(
    offers: list[tuple[float, float]], budget: float
) -> None:
    index, seconds = (np.array(column) for column in zip(*offers, strict=True))
    taken = shares(index, seconds, budget)
    assert (taken * seconds).sum() <= budget + 1e-6
    assert not taken[index <= 0].any()
    price = clearing(index, seconds, budget)
    assert taken[index > price] == pytest.approx(1.0)
    assert not taken[index < price].any()
