"""What holds for every bundled pack: arithmetic by a second route, openings that open, a round for every competency."""

import random
from decimal import Decimal
from types import SimpleNamespace
from typing import Final

import pytest

from coach.analysis.answer import analyze, outranks
from coach.expression import evaluate
from coach.packs.check import strict
from coach.packs.lint import lint
from coach.packs.model import Case
from tests.content.bundled import CONTENT, PACKS, WORDS, draw, items
from tests.content.second_formulas import SECOND

LEAST: Final = {"core": 120, "offers": 60, "system-design": 120, "ai-pm": 80}
CASES: Final = items("cases")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_two_routes_to_each_answer_agree(case: Case) -> None:
    source = random.Random(case.id)
    for _ in range(60):
        values = draw(case, source)
        known = dict(values)
        for step in case.steps:
            known[step.name] = evaluate(step.expression, known)
        told = float(evaluate(case.expression, known))
        again = SECOND[case.id](SimpleNamespace(**{name: float(value) for name, value in values.items()}))
        # A float that should be whole may sit a hair above, and a rounded-up answer would then be one too many.
        assert told == pytest.approx(again, rel=1e-6, abs=1e-6) or ("ceil" in str(case.steps) and again - told == 1)


def test_every_second_route_is_to_a_case() -> None:
    assert set(SECOND) == {case.id for case in CASES}


def test_every_parameter_reaches_its_highest_value_in_whole_steps() -> None:
    for case in CASES:
        for name, one in case.parameters.items():
            assert (Decimal(one.high) - Decimal(one.low)) % Decimal(one.step) == 0, (case.id, name)


def test_a_deck_takes_the_time_of_its_slides() -> None:
    for deck in items("decks"):
        assert sum(slide.seconds for slide in deck.slides) == deck.seconds, deck.id


def test_there_is_enough_to_practise() -> None:
    for name, least in LEAST.items():
        kinds = [entry.kind for entry in PACKS[name].entries if entry.kind not in ("rubrics", "loops", "decks")]
        assert len(kinds) >= least, name


def test_rounds_weigh_one_in_all_and_so_do_their_competencies() -> None:
    for loop in items("loops"):
        assert sum(one.weight for one in loop.rounds) == pytest.approx(1)
        for one in loop.rounds:
            assert sum(one.competencies.values()) == pytest.approx(1), (loop.id, one.id)


def test_every_competency_of_a_round_has_a_question_of_that_kind() -> None:
    for pack in PACKS:
        asked = {(question.round, name) for question in items("questions", pack) for name in question.competencies}
        for loop in items("loops", pack):
            for one in loop.rounds:
                for name in one.competencies:
                    assert (one.kind, name) in asked, (loop.id, one.kind, name)


def test_a_pitch_can_be_spoken_in_its_time() -> None:
    for pitch in items("pitches"):
        assert len(pitch.text.split()) / pitch.seconds <= 2.7, pitch.id


def test_what_an_opening_line_claims_to_show_it_shows() -> None:
    for question in items("questions", *LEAST):
        found = analyze(question.opening, question.kind, WORDS).dimensions
        for name in question.shows:
            assert found[name].present, (question.id, name)


def test_each_strong_answer_leads_its_weak_one_by_far() -> None:
    for one in items("mistakes", *LEAST):
        weak, strong = (analyze(text, one.kind, WORDS).score for text in (one.weak, one.strong))
        assert strong >= weak + 15, (one.id, weak, strong)


def test_what_a_design_says_about_its_sums_is_so() -> None:
    for design in items("designs"):
        tails = sum(Decimal(one.p999_ms) for one in design.components)
        words = design.decision + " ".join(trap.explanation for trap in design.traps)
        assert f"{tails:,}" in words, design.id


@pytest.mark.parametrize("name", PACKS)
def test_the_strict_check_finds_nothing(name: str) -> None:
    rules = strict(lambda weak, strong, kind: outranks(weak, strong, kind, WORDS))
    assert [str(problem) for problem in lint(CONTENT / name, [CONTENT], rules).problems] == []
