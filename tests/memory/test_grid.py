"""The map of card states against the plain formulae."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.memory.fit import CANDIDATES
from coach.memory.grid import POINTS, corners, difficulties, recall_table, stabilities, tables
from coach.memory.habits import Habits
from coach.memory.model import DEFAULT, RATINGS, Weights, first, later, recall

HABITS = Habits()


@given(st.floats(0.1, 600), st.floats(1, 10))
def test_a_state_is_shared_out_so_that_its_mean_place_is_its_own(stability: float, difficulty: float) -> None:
    places, parts = corners(np.array([stability]), np.array([difficulty]))
    assert parts.sum() == pytest.approx(1.0)
    assert (parts >= -1e-12).all()
    assert (parts * np.log(stabilities()[places])).sum() == pytest.approx(np.log(stability), abs=1e-9)
    assert (parts * difficulties()[places]).sum() == pytest.approx(difficulty)


@given(st.floats(1e-3, 1e4))
def test_states_outside_the_map_sit_on_its_edge(stability: float) -> None:
    places, parts = corners(np.array([stability]), np.array([5.0]))
    assert parts.sum() == pytest.approx(1.0)
    assert places.min() >= 0
    assert places.max() < POINTS


@pytest.mark.parametrize("by", [DEFAULT, CANDIDATES[0], CANDIDATES[-1]])
@pytest.mark.parametrize(("gap", "point"), [(1, 7), (5, 44), (30, 63), (64, 100)])
def test_an_answer_moves_a_point_where_the_formulae_say(by: Weights, gap: int, point: int) -> None:
    made = tables(by, HABITS.first, HABITS.later, 64)
    s, d = float(stabilities()[point]), float(difficulties()[point])
    chance = recall(gap, s, by)
    assert made.recall[gap, point] == pytest.approx(chance)
    shares = [1 - chance, *(chance * share for share in HABITS.later)]
    for number, (rating, share) in enumerate(zip(RATINGS, shares, strict=True)):
        mine = slice(4 * number, 4 * number + 4)
        parts, places = made.parts[gap, point, mine], made.places[gap, point, mine]
        moved_s, moved_d = later(s, d, gap, rating, by)
        assert parts.sum() == pytest.approx(share)
        if share > 0:
            mean = (parts * np.log(stabilities()[places])).sum() / share
            assert mean == pytest.approx(np.log(np.clip(moved_s, 0.1, 600.0)), abs=1e-6)
            assert (parts * difficulties()[places]).sum() / share == pytest.approx(moved_d)


def test_a_first_look_and_a_repeat_are_shared_out_in_full() -> None:
    made = tables(DEFAULT, HABITS.first, HABITS.later, 16)
    assert made.first.sum() == pytest.approx(1.0)
    expected = sum(share * first(rating)[1] for rating, share in zip(RATINGS, HABITS.first, strict=True))
    assert (made.first * difficulties()).sum() == pytest.approx(expected)
    assert made.repeat.sum(axis=1) == pytest.approx(1.0)


def test_a_repeat_is_never_expected_to_be_easy() -> None:
    made = tables(DEFAULT, HABITS.first, (0.0, 0.0, 1.0), 16)
    for point in (30, 62):
        s, d = float(stabilities()[point]), float(difficulties()[point])
        mean = (made.repeat[point] * np.log(stabilities())).sum()
        assert mean == pytest.approx(np.log(later(s, d, 0, 3)[0]), abs=1e-6)


def test_recall_falls_with_the_gap_and_rises_with_stability() -> None:
    chance = recall_table(np.arange(1, 50), DEFAULT)
    assert (np.diff(chance, axis=0) < 0).all()
    assert (np.diff(chance[:, ::5], axis=1) > 0).all()
