"""Every way of getting a pack wrong is refused at its place, all at once, in sentences, and without a traceback."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.errors import Problem
from coach.packs.check import check
from coach.packs.lint import lint
from coach.packs.load import items
from coach.packs.model import KINDS
from coach.yamlfile import load
from tests.packs.malformed import WRONG, Wrong

OUTSIDE = Path(__file__).parent / "outside_pack" / "warehouse-robots"
FILES = ("pack.yaml", "recall.yaml", "practice.yaml", "road.yaml")


def spoil(folder: Path, wrong: Wrong) -> tuple[int, int] | None:
    """The outside pack with one thing wrong, in `folder`; the place that is marked, if any."""
    folder.mkdir(parents=True)
    texts = {name: (OUTSIDE / name).read_text(encoding="utf-8") for name in FILES}
    texts["pack.yaml"] = texts["pack.yaml"].replace("id: warehouse-robots", f"id: {folder.name}")
    old = wrong.old.replace("id: warehouse-robots", f"id: {folder.name}")
    assert old in texts[wrong.file]
    marked = texts[wrong.file].replace(old, wrong.new, 1)
    texts[wrong.file] = marked.replace("§", "")
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    before, mark, _ = marked.partition("§")
    return (before.count("\n") + 1, len(before) - before.rfind("\n")) if mark else None


def told(problems: list[Problem], wrong: Wrong) -> Problem:
    found = [problem for problem in problems if problem.message.startswith(wrong.told)]
    assert found, [str(problem) for problem in problems]
    return found[0]


@pytest.mark.parametrize("name", WRONG)
def test_each_way_is_refused_at_its_place(name: str, tmp_path: Path) -> None:
    wrong = WRONG[name]
    place = spoil(tmp_path / f"pack-{name}", wrong)
    problem = told(list(lint(tmp_path / f"pack-{name}", []).problems), wrong)
    assert problem.path.endswith(wrong.file)
    assert place in (None, (problem.line, problem.column))
    assert problem.line >= 1 and problem.column >= 1
    assert problem.hint


def test_the_command_refuses_them_all_with_code_4(tmp_path: Path) -> None:
    for name, wrong in WRONG.items():
        spoil(tmp_path / "packs" / f"pack-{name}", wrong)
    home = ["--home", str(tmp_path / "home")]
    command = [sys.executable, "-m", "coach", *home, "content", "check", str(tmp_path / "packs")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 4
    assert "Traceback" not in done.stderr
    assert len(WRONG) >= 60
    lines = done.stdout.splitlines()
    assert all(re.match(r"/.+?\.yaml:\d+:\d+: .+", line) for line in lines), lines
    for name, wrong in WRONG.items():
        assert any(f"pack-{name}/{wrong.file}:" in line and wrong.told in line for line in lines), name
    assert done.stderr.startswith(f"{len(lines)} problems in {len(WRONG)} packs")


def test_the_command_prints_json(tmp_path: Path) -> None:
    spoil(tmp_path / "packs" / "one", WRONG["double-id"])
    command = [
        sys.executable,
        "-m",
        "coach",
        "--home",
        str(tmp_path),
        "content",
        "check",
        "--json",
        str(tmp_path / "packs"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    data = json.loads(done.stdout)
    assert (done.returncode, data["version"], data["packs"]) == (4, 1, 1)
    assert data["problems"][0]["message"] == "the id `facts/dwell-time` is already taken"


def test_all_that_is_wrong_comes_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    spoil(folder, WRONG["double-id"])
    path = folder / "practice.yaml"
    text = path.read_text()
    several = [WRONG[name] for name in ("levels", "no-such-rubric", "no-minutes", "no-such-phase", "wrong-sample")]
    for wrong in several:
        text = text.replace(wrong.old, wrong.new.replace("§", ""), 1)
    path.write_text(text)
    problems = list(lint(folder, []).problems)
    for wrong in (WRONG["double-id"], *several):
        told(problems, wrong)
    assert len(problems) == 6
    assert problems == sorted(problems)


def test_absent_and_empty_packs_are_named(tmp_path: Path) -> None:
    assert lint(tmp_path / "absent", []).problems[0].message == "there is no pack here"
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "pack.yaml").write_text("")
    (tmp_path / "empty" / "facts.yml").write_text("facts: []")
    (tmp_path / "empty" / "none.yaml").write_text("\n")
    told_all = {problem.message for problem in lint(tmp_path / "empty", []).problems}
    assert told_all == {"the file is empty", "this file is not read"}


names = st.sampled_from(
    ["id", "source", "tags", "competencies", "question", "answer", "phases", "sample", "as_of", "x"]
)
leaves = st.none() | st.text(max_size=8) | st.sampled_from(["1", "yes", "2026-11-30", "facts/x", "impact", "answer"])
trees = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names | st.text(max_size=3), inner, max_size=5),
    max_leaves=25,
)
packs = st.dictionaries(st.sampled_from([*KINDS, "fcts"]), st.lists(trees, max_size=3) | trees, max_size=3)


@settings(max_examples=400, deadline=None)
@given(packs)
def test_any_data_is_items_or_problems_at_a_place(data: dict[str, Any]) -> None:
    document = load(json.dumps(data), "f.yaml")
    entries, problems = items(document)
    assert all(problem.line >= 1 and "\n" not in str(problem) for problem in problems)
    assert entries or problems or not any(data.values())


@st.composite
def spoiled(draw: st.DrawFn) -> dict[str, str]:
    """The outside pack with some lines lost, doubled, swapped or filled with something else."""
    texts = {}
    for name in FILES:
        lines = (OUTSIDE / name).read_text(encoding="utf-8").splitlines()
        for _ in range(draw(st.integers(0, 3))):
            at = draw(st.integers(0, len(lines) - 1))
            key = lines[at].partition(":")[0]
            lines[at : at + 1] = draw(
                st.sampled_from(
                    [
                        [],
                        [lines[at]] * 2,
                        [f"{key}: -1"],
                        [f"{key}: {{}}"],
                        [f"{key}: []"],
                        [f"{key}: 9**9"],
                        [f" {lines[at]}"],
                    ]
                )
            )
        texts[name] = "\n".join(lines)
    return texts


@settings(max_examples=150, deadline=None)
@given(spoiled())
def test_no_spoiled_pack_stops_the_check(tmp_path_factory: pytest.TempPathFactory, texts: dict[str, str]) -> None:
    folder = tmp_path_factory.getbasetemp() / "warehouse-robots"
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    report = lint(folder, [])
    assert all(problem.line >= 1 for problem in report.problems)
    assert set(check(report.packs[0])) <= set(report.problems)


def test_a_pack_of_nothing_but_faults_is_cut_short(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    spoil(folder, WRONG["double-id"])
    cards = (
        f"  - {{id: {name}, source: [x], tags: [], competencies: [nobody], question: Q, answer: A}}\n"
        for name in ["same"] * 300 + [f"X{number}" for number in range(300)]
    )
    (folder / "more.yaml").write_text("facts:\n" + "".join(cards))
    problems = lint(folder, []).problems
    assert len(problems) < 700
    assert sum(problem.message == "there is more like this in the pack" for problem in problems) == 3


def test_a_bounded_part_of_the_fuzzing_finds_nothing() -> None:
    script = Path(__file__).parents[1] / "faults" / "fuzz_packs.py"
    done = subprocess.run([sys.executable, str(script), "1500", "3"], capture_output=True, text=True, check=True)
    assert "0 exceptions" in done.stdout
