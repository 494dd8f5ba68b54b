"""The candidate's own forgetting, fitted and guarded."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.memory.fit import CANDIDATES, PLAIN, _likelihoods, bent, fitted
from coach.memory.model import DEFAULT, Weights, first, later, recall

History = list[tuple[int, int, float]]


def journal(by: Weights, cards: int, seed: int = 1) -> list[History]:
    rng, out = random.Random(seed), []
    for _ in range(cards):
        rating, day = rng.choice((1, 3, 3, 4)), 0
        state, history = first(rating, by), [(0, rating, 9.0)]
        for gap in (1, 3, 8, 15):
            rating = 3 if rng.random() < recall(gap, state[0], by) else 1
            day += gap
            state = later(*state, gap, rating, by)
            history.append((day, rating, 9.0))
        out.append(history)
    return out


def test_a_fast_forgetter_is_recognised() -> None:
    fit = fitted(journal(bent(0.35, 0.45), 150))
    assert fit.by.w[2] < DEFAULT.w[2]
    assert fit.by.decay >= 0.25
    assert fit.gained > 0


def test_a_candidate_whom_the_default_describes_is_not_bent_far() -> None:
    for seed in range(5):
        by = fitted(journal(DEFAULT, 120, seed)).by
        assert 0.6 < recall(7, by.w[2], by) / recall(7, DEFAULT.w[2]) < 1.2


def test_a_fit_that_held_back_answers_do_not_support_is_refused() -> None:
    steady, forgetful = journal(bent(2.9, 0.1), 20), journal(bent(0.35, 0.45), 20)
    fit = fitted([card for pair in zip(steady, forgetful, strict=True) for card in pair])
    assert fit.by == DEFAULT
    assert fit.gained == 0.0


def test_few_answers_change_nothing() -> None:
    fit = fitted(journal(bent(0.35, 0.45), 4))
    assert fit.by == DEFAULT
    assert fit.answers == 16


def test_nothing_to_fit_is_no_fault() -> None:
    assert fitted([]).by == DEFAULT
    assert fitted([[], [(3, 3, 8.0)]]).answers == 0


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 4)), min_size=2, max_size=12),
    st.integers(0, len(CANDIDATES) - 1),
)
@settings(max_examples=60, deadline=None)
def test_likelihoods_are_those_of_the_plain_formulae(steps: list[tuple[int, int]], which: int) -> None:
    by, day, total = CANDIDATES[which], 0, 0.0
    state, history = first(steps[0][1], by), [(0, steps[0][1], 1.0)]
    for gap, rating in steps[1:]:
        chance = recall(gap, state[0], by)
        total += np.log(max(1e-4, 1 - chance if rating == 1 else chance)) if gap else 0.0
        state, day = later(*state, gap, rating, by), day + gap
        history.append((day, rating, 1.0))
    chances = _likelihoods([history, [(0, 3, 1.0), (1, 3, 1.0)]])
    assert chances[0, which] == pytest.approx(total, rel=1e-9, abs=1e-9)
    assert fitted([history]).answers == sum(gap > 0 for gap, _ in steps[1:])


def test_the_default_is_one_of_the_candidates() -> None:
    assert CANDIDATES[PLAIN] == DEFAULT
