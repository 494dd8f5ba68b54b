"""What a mock question says it tests, one of its rubrics rates; and no rubric lies unused."""

from pathlib import Path
from typing import Any, Final

import pytest

from coach.packs.load import load

CONTENT: Final = Path(__file__).parents[2] / "content"
NAMES: Final = sorted(one.parent.name for one in CONTENT.glob("*/pack.yaml"))
PACKS = {name: load(CONTENT / name) for name in NAMES}


def _items(kind: str, *names: str) -> list[Any]:
    return [entry.item for name in names or NAMES for entry in PACKS[name].entries if entry.kind == kind]


RATES = {rubric.id: set(rubric.competencies) for rubric in _items("rubrics")}


@pytest.mark.parametrize("question", _items("questions"), ids=lambda question: question.id)
def test_every_competency_of_a_question_is_rated(question: Any) -> None:
    rated = set().union(*(RATES[name] for name in question.rubrics))
    assert set(question.competencies) <= rated


@pytest.mark.parametrize("name", NAMES)
def test_every_rubric_has_a_question(name: str) -> None:
    used = {rubric for question in _items("questions", name) for rubric in question.rubrics}
    assert {rubric.id for rubric in _items("rubrics", name)} <= used


@pytest.mark.parametrize("name", NAMES)
def test_what_a_round_weighs_a_rubric_of_that_round_rates(name: str) -> None:
    for loop in _items("loops", name):
        for one in loop.rounds:
            questions = [question for question in _items("questions", name) if question.round == one.kind]
            rated = {skill for question in questions for rubric in question.rubrics for skill in RATES[rubric]}
            assert set(one.competencies) <= rated, (loop.id, one.id)
