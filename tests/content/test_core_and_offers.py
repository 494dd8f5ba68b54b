"""The core and offers packs: arithmetic by a second route, openings that open, a round for every competency."""

import random
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pytest

from coach.analysis.answer import analyze, outranks
from coach.analysis.lexicon import build
from coach.expression import evaluate
from coach.packs import lexicon
from coach.packs.check import strict
from coach.packs.lint import lint
from coach.packs.load import load
from coach.packs.model import Case
from coach.yamlfile import read_data

CONTENT = Path(__file__).parents[2] / "content"
PACKS = {name: load(CONTENT / name) for name in ("core", "offers")}
WORDS = build(lexicon.load(CONTENT / "core" / "lexicon.yaml")[0])
LEAST = {"core": 120, "offers": 60}

# A second way to each answer, written apart from the packs so that a slip in one shows.
SECOND: Final[Mapping[str, Callable[[SimpleNamespace], float]]] = {
    "core-case-test-days": lambda v: (
        32 * v.base_percent * (100 - v.base_percent) / (v.lift_pp * v.lift_pp) / v.visitors
    ),
    "core-case-funnel-gain": lambda v: v.visitors * v.start_percent * v.gain_pp * v.margin / 10_000,
    "core-case-order-of-work": lambda v: abs(v.weeks_a * v.value_b - v.weeks_b * v.value_a),
    "core-case-churn-saved": lambda v: v.members * (_left(v.churn_percent - v.cut_pp, 12) - _left(v.churn_percent, 12)),
    "core-case-answer-bot": lambda v: (
        v.tickets * v.human * v.closed_percent / 100 * (1 - v.wrong_percent / 50) - v.licence
    ),
    "core-case-flag-precision": lambda v: 100 / (1 + (1000 / v.bad_per_1000 - 1) * v.false_percent / v.hit_percent),
    "core-case-price-rise": lambda v: 100 - 100 * (v.price - v.cost) / (v.price * (1 + v.rise_percent / 100) - v.cost),
    "core-case-free-users": lambda v: v.cost_cents / v.margin,
    "offers-case-clawback": lambda v: 10 * v.amount_k * v.tax_percent * (1 - v.stayed / v.months),
    "offers-case-base-or-sign-on": lambda v: sum(
        1000 * v.base_k * (1 + v.raise_percent / 100) ** year * (1 + v.bonus_percent / 100) for year in range(3)
    ),
    "offers-case-leave-month": lambda v: 1000 * v.value_k * sum((0.20, 0.10)[: int(v.years)]),
    "offers-case-option-break-even": lambda v: v.strike + 4 * v.base_k / v.options_k,
    "offers-case-common-after-preference": lambda v: max(0, v.sale_m - v.preference_m) * v.stake_bp * 100,
    "offers-case-year-two-hole": lambda v: v.base_k * (1 + v.bonus_percent * v.payout_percent / 10_000) - v.now_k,
}


def _left(percent: float, months: int) -> float:
    share = 1.0
    for _ in range(months):
        share -= share * percent / 100
    return share


def _items(kind: str, *names: str) -> list[Any]:
    return [entry.item for name in names or PACKS for entry in PACKS[name].entries if entry.kind == kind]


CASES = _items("cases")


def _draw(case: Case, source: random.Random) -> dict[str, Decimal]:
    values = {}
    for name, one in case.parameters.items():
        low, high, step = Decimal(one.low), Decimal(one.high), Decimal(one.step)
        values[name] = low + step * source.randint(0, int((high - low) / step))
    return values


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_two_routes_to_each_answer_agree(case: Case) -> None:
    source = random.Random(case.id)
    for _ in range(60):
        values = _draw(case, source)
        known = dict(values)
        for step in case.steps:
            known[step.name] = evaluate(step.expression, known)
        told = float(evaluate(case.expression, known))
        again = SECOND[case.id](SimpleNamespace(**{name: float(value) for name, value in values.items()}))
        assert told == pytest.approx(again, rel=1e-6, abs=1e-6)


def test_every_parameter_reaches_its_highest_value_in_whole_steps() -> None:
    for case in CASES:
        for name, one in case.parameters.items():
            assert (Decimal(one.high) - Decimal(one.low)) % Decimal(one.step) == 0, (case.id, name)


def test_there_is_enough_to_practise() -> None:
    for name, least in LEAST.items():
        kinds = [entry.kind for entry in PACKS[name].entries if entry.kind not in ("rubrics", "loops", "decks")]
        assert len(kinds) >= least, name


def test_rounds_weigh_one_in_all_and_so_do_their_competencies() -> None:
    for loop in _items("loops"):
        assert sum(one.weight for one in loop.rounds) == pytest.approx(1)
        for one in loop.rounds:
            assert sum(one.competencies.values()) == pytest.approx(1), (loop.id, one.id)


def test_every_competency_of_a_round_has_a_question_of_that_kind() -> None:
    for pack in PACKS:
        asked = {(question.round, name) for question in _items("questions", pack) for name in question.competencies}
        for loop in _items("loops", pack):
            for one in loop.rounds:
                for name in one.competencies:
                    assert (one.kind, name) in asked, (loop.id, one.kind, name)


def test_a_pitch_can_be_spoken_in_its_time() -> None:
    for pitch in _items("pitches"):
        assert len(pitch.text.split()) / pitch.seconds <= 2.7, pitch.id


def test_what_an_opening_line_claims_to_show_it_shows() -> None:
    for question in _items("questions"):
        found = analyze(question.opening, question.kind, WORDS).dimensions
        for name in question.shows:
            assert found[name].present, (question.id, name)


def test_each_strong_answer_leads_its_weak_one_by_far() -> None:
    for one in _items("mistakes"):
        weak, strong = (analyze(text, one.kind, WORDS).score for text in (one.weak, one.strong))
        assert strong >= weak + 20, (one.id, weak, strong)


def test_the_vesting_presets_are_dated_and_sourced() -> None:
    entries = read_data(CONTENT / "offers" / "presets.yaml").data
    for entry in [*entries["vesting"], *entries["packages"]]:
        assert entry["source"], entry["id"]
        assert date.fromisoformat(entry["as_of"]), entry["id"]


@pytest.mark.parametrize("name", PACKS)
def test_the_strict_check_finds_nothing(name: str) -> None:
    rules = strict(lambda weak, strong, kind: outranks(weak, strong, kind, WORDS))
    assert [str(problem) for problem in lint(CONTENT / name, [CONTENT], rules).problems] == []
