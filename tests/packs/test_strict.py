"""The strict rules: each finds its fault in an otherwise clean pack, and says what to do."""

from pathlib import Path
from typing import NamedTuple

import pytest

from coach.errors import Problem
from coach.packs.check import strict
from coach.packs.lint import lint
from tests.packs.malformed import Wrong
from tests.packs.test_malformed import OUTSIDE, spoil, told

P, R, Q, S = "pack.yaml", "recall.yaml", "practice.yaml", "road.yaml"
LONG = "We settle every night " * 13
HARD = (
    "Organisational interoperability considerations necessitate comprehensive institutional accountability frameworks "
    "encompassing multidimensional operational responsibilities throughout heterogeneous international jurisdictions, "
    "notwithstanding considerable administrative complications."
)
NEXT = "  - id: facts/stop-distance"
CARD = (
    "  - §id: facts/belt-wait\n    source: [x]\n    tags: []\n    competencies: []\n    question: {}\n    answer: {}\n"
)
TWIN = "The seconds for which a parcel waits on the belt after being scanned and before being picked."

WEAK: dict[str, Wrong] = {
    "long": Wrong(R, "answer: The seconds a parcel", f"answer: §{LONG} a parcel", "the answer has 64 words"),
    "two-questions": Wrong(
        R, "question: What is dwell time on", "question: §Who? What is dwell time on", "the card asks two"
    ),
    "double": Wrong(
        R,
        "question: What is dwell time on a sorting belt?\n    answer:",
        "question: §What is a belt and who pays?\n    answer: " + "It is long. " * 16,
        "the card asks two",
    ),
    "sentences": Wrong(
        R, "answer: The seconds", "answer: §One. Two. Three. Four. The seconds", "the answer has 5 sentences"
    ),
    "list": Wrong(
        R, "answer: The seconds", "answer: §Three are (a) scan (b) belt (c) van and the seconds", "the answer is a list"
    ),
    "neighbour": Wrong(
        R,
        "  - id: facts/stop-distance",
        "  - §id: facts/stop-distance\n    why: As mentioned above.",
        "“mentioned above” points",
    ),
    "dating": Wrong(R, "answer: The seconds", "answer: §Currently the seconds", "“Currently” dates the card"),
    "hard": Wrong(R, "  - id: facts/stop-distance", f"  - §id: facts/stop-distance\n    why: {HARD}", "hard to read: "),
    "unit": Wrong(
        R,
        "answer: The seconds a parcel waits on the belt between being scanned and being picked.",
        "answer: §A shift moves 12,000.",
        "the number 12,000 has no unit",
    ),
    "fast": Wrong(
        S, "text: One van", "text: §" + "We load vans on time. " * 20 + " One van", "132 words for 30 seconds"
    ),
    "source": Wrong(R, "source: [made-up:1]", "source: §[]", "the item names no source"),
    "provenance": Wrong(
        P,
        "provenance:\n  - Written by hand for the tests; every figure is invented.",
        "provenance: §[]",
        "the pack does not say where",
    ),
    "pack-id-other": Wrong(P, "id: warehouse-robots", "id: §other", "the id is `other`, but the folder is named"),
    "uncovered": Wrong(
        P,
        "  - id: safety",
        "  - id: cost\n    title: Cost\n    description: Counts it.\n  - id: safety",
        "no item tests the competency `cost`",
    ),
    "no-question": Wrong(
        Q, "round: hiring_manager_screen", "round: behavioral", "no question rehearses a hiring_manager_screen"
    ),
    "time-box": Wrong(
        Q, "title: Options, minutes: 15", "title: Options, minutes: 45", "the phases take 60 minutes, the longest"
    ),
    "twin": Wrong(R, NEXT, CARD.format("What is dwell time on a belt for sorting?", TWIN) + NEXT, "nearly the same as"),
    "same-question": Wrong(
        R, NEXT, CARD.format("What is the dwell time on a sorting belt?", "Nine minutes.") + NEXT, "nearly the same as"
    ),
    "weaker": Wrong(
        R,
        "weak: The gripper reached",
        "weak: By number and by far the longest of both answers, the gripper of ours reached",
        "the strong answer scores",
    ),
    "shows": Wrong(R, "shows: [metric,", "shows: [§tail, metric,", "the strong answer does not show `tail`"),
}


class ByLength(NamedTuple):
    """A reader that takes the longer answer for the stronger one and never sees a tail."""

    weak: float
    strong: float
    missing: tuple[str, ...] = ("tail",)

    @property
    def holds(self) -> bool:
        return self.strong > self.weak


def strictly(folder: Path) -> list[Problem]:
    rules = strict(lambda weak, strong, kind: ByLength(len(weak), len(strong)))
    return list(lint(folder, [], rules).problems)


def test_the_outside_pack_is_clean() -> None:
    assert strictly(OUTSIDE) == []


@pytest.mark.parametrize("name", WEAK)
def test_each_rule_finds_its_fault(name: str, tmp_path: Path) -> None:
    folder = tmp_path / f"pack-{name}"
    place = spoil(folder, WEAK[name])
    problem = told(strictly(folder), WEAK[name])
    assert problem.path.endswith((WEAK[name].file, "road.yaml"))
    assert place in (None, (problem.line, problem.column))
    assert problem.hint


def test_a_competency_with_too_few_items_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "thin"
    spoil(folder, Wrong(S, "competencies: [safety]", "competencies: []", ""))
    recall = folder / R
    recall.write_text(recall.read_text().replace("competencies: [safety]", "competencies: []"))
    told = [problem.message for problem in strictly(folder)]
    assert told == ["the round tests `safety`, but 2 items do"]


def test_packs_with_cases_are_compared_with_each_other(tmp_path: Path) -> None:
    for name in ("aisle-robots", "belt-robots"):
        spoil(tmp_path / name, Wrong(P, "id: warehouse-robots", f"id: {name}", ""))
    same = [problem for problem in strictly(tmp_path) if problem.message.startswith("nearly the same as `cases/")]
    assert [Path(problem.path).parent.name for problem in same] == ["belt-robots"]


def test_a_dash_is_no_word_of_a_long_answer(tmp_path: Path) -> None:
    folder = tmp_path / "dashed"
    long = "We settle \u2014 every night " * 11
    spoil(folder, Wrong(R, "answer: The seconds a parcel", f"answer: {long} a parcel", ""))
    assert [problem.message for problem in strictly(folder) if " words" in problem.message] == []
