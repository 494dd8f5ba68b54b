"""How a self-score and findings become a rating."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.memory.skill import band, skill_rating


@pytest.mark.parametrize(
    ("own", "score", "rating"),
    [(4, 95, 4), (4, 79, 3), (3, 95, 3), (4, 20, 2), (1, 95, 2), (2, 70, 2), (1, 10, 1), (2, 39.9, 1), (3, 80, 3)],
)
def test_the_rating_lies_half_way_and_doubt_comes_back_sooner(own: int, score: float, rating: int) -> None:
    assert skill_rating(own, score) == rating


@given(st.integers(-2, 9), st.floats(0, 100), st.floats(0, 100))
def test_better_findings_never_lower_a_rating(own: int, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 1 <= skill_rating(own, low) <= skill_rating(own, high) <= 4
    assert min(max(own, 1), 4, band(high)) <= skill_rating(own, high)
