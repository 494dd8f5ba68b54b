"""The plain formulae against golden numbers and against the published implementation."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.memory.model import DEFAULT, first, later, recall, weights
from tests.memory.reference import replay_by_reference

Answers = list[tuple[int, int]]

GOLDEN = [
    (((0, 3), (1, 3), (4, 3), (12, 3)), (48.19959255862878, 2.0974554287524403)),
    (((0, 1), (0, 3), (1, 3), (3, 1), (3, 2), (4, 4)), (2.1617197750098143, 8.901787668219614)),
    (((10, 4), (40, 2), (41, 1), (100, 1), (160, 3)), (5.721877102586173, 9.319178986534986)),
    (((739000, 2), (739000, 1), (739001, 1), (739002, 3), (739030, 4)), (6.534146575636934, 9.23553001092811)),
]


def replayed(answers: Answers, by=DEFAULT) -> tuple[float, float]:
    stability, difficulty = first(answers[0][1], by)
    for (before, _), (day, rating) in pairwise(answers):
        stability, difficulty = later(stability, difficulty, day - before, rating, by)
    return stability, difficulty


@st.composite
def journals(draw: st.DrawFn) -> Answers:
    steps = draw(st.lists(st.tuples(st.integers(0, 90), st.integers(1, 4)), min_size=1, max_size=25))
    day, answers = 738_000, []
    for gap, rating in steps:
        day += gap
        answers.append((day, rating))
    return answers


@pytest.mark.parametrize(("answers", "expected"), GOLDEN)
def test_golden_sequences_of_the_reference_model(answers: Answers, expected: tuple[float, float]) -> None:
    assert replayed(answers) == pytest.approx(expected, abs=1e-9, rel=1e-9)
    assert replay_by_reference(answers) == pytest.approx(expected, abs=1e-9, rel=1e-9)


@given(journals())
@settings(max_examples=150, deadline=None)
def test_any_journal_gives_the_state_of_the_reference_model(answers: Answers) -> None:
    assert replayed(answers) == pytest.approx(replay_by_reference(answers), abs=1e-9, rel=1e-9)


@given(journals(), st.sampled_from([0.1, 0.25, 0.45]), st.sampled_from([0.35, 1.7]))
@settings(max_examples=50, deadline=None)
def test_other_parameters_agree_too(answers: Answers, decay: float, scale: float) -> None:
    by = weights((*(w * scale for w in DEFAULT.w[:4]), *DEFAULT.w[4:20], decay))
    assert replayed(answers, by) == pytest.approx(replay_by_reference(answers, by), abs=1e-9, rel=1e-9)


@given(st.floats(0.01, 1000))
def test_recall_is_ninety_percent_after_stability_days(stability: float) -> None:
    assert recall(stability, stability) == pytest.approx(0.9)
    assert recall(0, stability) == 1.0


def test_twenty_parameters_are_refused() -> None:
    with pytest.raises(ValueError, match="21 parameters, got 20"):
        weights(DEFAULT.w[:20])


def test_the_reference_refuses_an_empty_journal() -> None:
    with pytest.raises(ValueError, match="no answers"):
        replay_by_reference([])
