"""The system-design and ai-pm packs: arithmetic by a second route, sums in designs, openings that open, full rounds."""

import math
import random
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pytest

from coach.analysis.answer import analyze
from coach.analysis.lexicon import build
from coach.cli.library import bundled_lexicon
from coach.expression import evaluate
from coach.packs.load import load
from coach.packs.model import Case

CONTENT = Path(__file__).parents[2] / "content"
LEAST = {"system-design": 120, "ai-pm": 80}
PACKS = {name: load(CONTENT / name) for name in LEAST}

# A second way to each answer, written apart from the packs so that a slip in one shows.
SECOND: Final[Mapping[str, Callable[[SimpleNamespace], float]]] = {
    "sd-case-peak-requests": lambda v: v.users_m * 1e6 / 86_400 * v.requests * 24 * v.hour_percent / 50,
    "sd-case-storage-growth": lambda v: v.files_m * 1e6 * v.kb * 1e3 * v.copies * 365 / 1e12,
    "sd-case-cache-miss-load": lambda v: v.reads / 100 * v.drop_pp,
    "sd-case-mean-with-cache": lambda v: 100 - 100 * (v.goal_ms - v.hit_ms) / (v.miss_ms - v.hit_ms),
    "sd-case-drain-backlog": lambda v: v.minutes / (v.spare_percent / 100),
    "sd-case-zones-spare": lambda v: -(-v.needed // (v.zones - 1)) * v.zones,
    "sd-case-replication-loss": lambda v: v.value * v.paid_permille * v.writes * v.lag_s / 1000,
    "sd-case-reserve-or-hourly": lambda v: 87.6 * v.hourly_cents * (v.used_percent + v.discount_percent - 100) / 100,
    "sd-case-hedge-load": lambda v: v.rate * 3.6e-3 * v.slow_permille**2,
    "sd-case-egress-bill": lambda v: v.kb * v.views_m * (900 - v.cdn_percent * (9 - v.cdn_cents)) / 10_000,
    "sd-case-shard-count": lambda v: math.ceil(
        round(v.writes * (100 + v.skew_percent) / (v.limit * v.busy_percent), 9)
    ),
    "ai-case-action-line": lambda v: 100 / (1 + v.miss_cost / v.false_cost),
    "ai-case-cost-per-solved": lambda v: 10 * v.requests_k * (v.human * v.solved_percent - v.cents),
    "ai-case-token-bill": lambda v: 0.03 * v.requests_k * (v.tokens_in * v.price_in + v.tokens_out * v.price_out),
    "ai-case-answer-length": lambda v: v.rate * (1000 * v.limit_s - v.first_ms) / 1000,
    "ai-case-review-hours": lambda v: -(-(v.cases_k * v.band_percent * v.seconds) // (v.hours * 360)),
    "ai-case-chain-success": lambda v: 100 * math.exp(v.steps * math.log(v.step_percent / 100)),
    "ai-case-test-size": lambda v: math.ceil((1.96 / v.points) ** 2 * (2500 - (v.right_percent - 50) ** 2) - 1e-9),
    "ai-case-routing-saving": lambda v: (
        v.questions_k * v.easy_percent * (v.large * (100 - v.wrong_percent) - 100 * v.small) / 1000
    ),
    "ai-case-silent-drift": lambda v: v.cases * v.extra_pp * v.price * (v.days - 3) / 100 - v.audit * 365,
}


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


def test_what_a_design_says_about_its_sums_is_so() -> None:
    for design in _items("designs"):
        tails = sum(Decimal(one.p999_ms) for one in design.components)
        assert f"{tails:,} ms" in design.decision, design.id


def test_a_deck_takes_the_time_of_its_slides() -> None:
    for deck in _items("decks"):
        assert sum(slide.seconds for slide in deck.slides) == deck.seconds, deck.id


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
    words = build(bundled_lexicon())
    for question in _items("questions"):
        found = analyze(question.opening, question.kind, words).dimensions
        for name in question.shows:
            assert found[name].present, (question.id, name)


def test_each_strong_answer_leads_its_weak_one_by_far() -> None:
    words = build(bundled_lexicon())
    for one in _items("mistakes"):
        weak, strong = (analyze(text, one.kind, words).score for text in (one.weak, one.strong))
        assert strong >= weak + 20, (one.id, weak, strong)
