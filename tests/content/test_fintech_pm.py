"""The fintech-pm pack: arithmetic by a second route, tables against their words, facts against their tags."""

import importlib.util
import random
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from coach.expression import evaluate
from coach.packs.load import load
from coach.packs.model import Case

ROOT = Path(__file__).parents[2]
PACK = load(ROOT / "content" / "fintech-pm")
FACTS = {"T": 7, "D": 10, "S": 6, "C": 7, "L": 6, "P": 7, "M": 3, "R": 15, "X": 8}


def _second() -> Any:
    spec = importlib.util.spec_from_file_location("second_formulas", Path(__file__).with_name("second_formulas.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.SECOND


SECOND = _second()
CASES = [entry.item for entry in PACK.entries if entry.kind == "cases"]


def _items(kind: str) -> list[Any]:
    return [entry.item for entry in PACK.entries if entry.kind == kind]


def _draw(case: Case, source: random.Random) -> dict[str, Decimal]:
    values = {}
    for name, one in case.parameters.items():
        low, high, step = Decimal(one.low), Decimal(one.high), Decimal(one.step)
        values[name] = low + step * source.randint(0, int((high - low) / step))
    return values


def _answer(case: Case, values: dict[str, Decimal]) -> Decimal:
    known = dict(values)
    for step in case.steps:
        known[step.name] = evaluate(step.expression, known)
    return evaluate(case.expression, known)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_two_routes_to_each_answer_agree(case: Case) -> None:
    source = random.Random(case.id)
    for _ in range(60):
        values = _draw(case, source)
        told = float(_answer(case, values))
        again = SECOND[case.id](SimpleNamespace(**{name: float(value) for name, value in values.items()}))
        # A float that should be whole may sit a hair above, and a rounded-up answer would then be one too many.
        assert told == pytest.approx(again, rel=1e-6, abs=1e-6) or ("ceil" in str(case.steps) and again - told == 1)


def test_every_parameter_reaches_its_highest_value_in_whole_steps() -> None:
    for case in CASES:
        for name, one in case.parameters.items():
            assert (Decimal(one.high) - Decimal(one.low)) % Decimal(one.step) == 0, (case.id, name)


def test_every_fact_of_the_source_is_carried() -> None:
    tags = {tag for entry in PACK.entries for tag in entry.item.source}
    wanted = {f"valenx:{letter}{number}" for letter, most in FACTS.items() for number in range(1, most + 1)}
    assert wanted <= tags


def test_what_a_design_says_about_its_sums_is_so() -> None:
    for design in _items("designs"):
        tails = sum(Decimal(one.p999_ms) for one in design.components)
        words = design.decision + " ".join(trap.explanation for trap in design.traps)
        assert f"{tails:,}" in words, design.id


def test_rounds_weigh_one_in_all_and_so_do_their_competencies() -> None:
    for loop in _items("loops"):
        assert sum(one.weight for one in loop.rounds) == pytest.approx(1)
        for one in loop.rounds:
            assert sum(one.competencies.values()) == pytest.approx(1), (loop.id, one.id)


def test_the_deck_takes_the_time_of_its_slides() -> None:
    for deck in _items("decks"):
        assert sum(slide.seconds for slide in deck.slides) == deck.seconds


def test_a_pitch_can_be_spoken_in_its_time() -> None:
    for pitch in _items("pitches"):
        assert len(pitch.text.split()) / pitch.seconds <= 2.7, pitch.id


def test_every_competency_of_a_round_has_a_question_of_that_kind() -> None:
    asked = {(question.round, name) for question in _items("questions") for name in question.competencies}
    for loop in _items("loops"):
        for one in loop.rounds:
            for name in one.competencies:
                assert (one.kind, name) in asked, (loop.id, one.kind, name)
