"""`coach content` from outside: what it prints, what it writes, how it refuses."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OUTSIDE = ROOT / "tests" / "packs" / "outside_pack" / "warehouse-robots"


def coach(home: Path, *arguments: str, columns: int = 80) -> subprocess.CompletedProcess[str]:
    """A finished run of `coach content` in a home of its own."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("COACH_")}
    env |= {"COACH_HOME": str(home), "PYTHONPATH": str(ROOT), "COLUMNS": str(columns)}
    command = [sys.executable, "-m", "coach", "content", *arguments]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_items_are_listed_and_shown_from_a_pack_by_path(home: Path) -> None:
    pack = ("--pack", str(OUTSIDE))
    listed = coach(home, "list", *pack)
    assert listed.returncode == 0
    assert "  facts/dwell-time                     What is dwell time on a sorting belt?\n" in listed.stdout
    assert all(len(line) <= 80 for line in listed.stdout.splitlines())
    data = json.loads(coach(home, "list", "facts", "--json", *pack).stdout)
    assert [item["id"] for item in data["items"]] == ["facts/dwell-time", "facts/stop-distance"]
    assert data["items"][0]["competencies"] == ["throughput"]
    shown = coach(home, "show", "dwell-time", *pack).stdout
    assert "Question: What is dwell time on a sorting belt?" in shown
    item = json.loads(coach(home, "show", "facts/stop-distance", "--json", *pack).stdout)
    assert (item["kind"], item["item"]["as_of"]) == ("facts", "2026-11-01")


def test_what_is_not_there_is_refused_with_the_nearest(home: Path) -> None:
    pack = ("--pack", str(OUTSIDE))
    for arguments, sentence, hint in (
        (("show", "facts/dwel-time"), "There is no item 'facts/dwel-time'.", "facts/dwell-time?"),
        (("list", "fact"), "There is no kind of item 'fact'.", "facts?"),
        (("list", "--pack", "warehous"), "There is no pack named warehous.", "There are: "),
        (("list", "--pack", "./nowhere"), "There is no pack in ./nowhere.", "pack.yaml"),
    ):
        done = coach(home, *arguments, *(() if "--pack" in arguments else pack))
        assert done.returncode in (2, 4)
        assert sentence in done.stderr and hint in done.stderr
        assert "Traceback" not in done.stderr


def test_a_new_pack_is_right_and_stays_untouched(home: Path) -> None:
    made = coach(home, "new", "robotics")
    folder = home / "packs" / "robotics"
    assert made.returncode == 0
    assert f"coach content check {folder}" in made.stderr
    checked = coach(home, "check", str(folder), "--strict")
    assert (checked.returncode, checked.stdout) == (0, "")
    assert "robotics" in coach(home, "list", "--packs").stdout
    assert "fact-percentile" in coach(home, "list", "--pack", "robotics").stdout
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    again = coach(home, "new", "robotics")
    assert again.returncode == 1 and "is already there" in again.stderr
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert coach(home, "new", "../Robots").returncode == 2


def test_preview_shows_problems_under_their_item(home: Path) -> None:
    coach(home, "new", "robotics")
    recall = home / "packs" / "robotics" / "recall.yaml"
    recall.write_text(recall.read_text().replace("question: What does", "question: Why? What does"))
    lines = coach(home, "preview", str(recall.parent), "--kind", "facts", columns=200).stdout.splitlines()
    assert lines[0].startswith("fact-percentile  facts")
    assert any(line.startswith("! line 10: the card asks two things") for line in lines)
    assert not any("triad" in line for line in lines)
    assert coach(home, "preview", str(home)).returncode == 4


def test_counts_name_what_every_round_has(home: Path) -> None:
    shown = coach(home, "stats", str(OUTSIDE), columns=200).stdout
    assert "warehouse-robots: 17 items" in shown
    assert "two-rounds · case (product_case): 1 question; throughput 11, safety 4" in shown
    data = json.loads(coach(home, "stats", str(OUTSIDE), "--json").stdout)
    assert data["together"]["kinds"]["checklist"] == 2
    assert coach(home, "stats", str(home)).returncode == 2


def test_the_schema_is_printed_or_written_but_never_over_a_file(home: Path, tmp_path: Path) -> None:
    assert json.loads(coach(home, "schema").stdout)["properties"]["facts"]["type"] == "array"
    folder = tmp_path / "schema"
    assert coach(home, "schema", "-o", str(folder)).returncode == 0
    (folder / "pack.json").write_text("mine")
    assert coach(home, "schema", "-o", str(folder)).returncode == 1
    assert (folder / "pack.json").read_text() == "mine"
    assert coach(home, "schema", "-o", str(folder), "--force").returncode == 0


def test_hostile_text_reaches_the_terminal_visible_and_harmless(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "evil"
    folder.mkdir()
    (folder / "pack.yaml").write_text((OUTSIDE / "pack.yaml").read_text().replace("id: warehouse-robots", "id: evil"))
    text = "    source: [x]\n    tags: []\n    competencies: []\n"
    text += '    question: "[red]\\e[2J"\n    answer: "\\r\\b\\u202e"\n'
    (folder / "a.yaml").write_text(
        f'facts:\n  - id: "a\\e]0;x\\a"\n{text}  - id: b\n    "\\e[31mkey": 1\n{text}  - id: c\n{text}'
    )
    assert "\\x1b[2J" in coach(home, "preview", str(folder)).stdout
    for arguments in (("check", str(folder), "--strict"), ("preview", str(folder)), ("list", "--pack", str(folder))):
        done = coach(home, *arguments)
        assert not set(done.stdout + done.stderr) & {"\x1b", "\r", "\x08", "\x07", "\u202e"}
        assert "Traceback" not in done.stderr


def test_ids_are_completed_from_the_cache_without_yaml(home: Path) -> None:
    coach(home, "list", "--pack", str(OUTSIDE))
    code = (
        "import sys; from coach.__main__ import main; sys.argv = ['coach']\n"
        "try:\n    main()\nfinally:\n    print(sorted({'yaml', 'pydantic', 'coach.packs.model'} & set(sys.modules)))\n"
    )
    env = {name: value for name, value in os.environ.items() if not name.startswith("COACH_")}
    env |= {"COACH_HOME": str(home), "COACH_PACK": str(OUTSIDE), "PYTHONPATH": str(ROOT)}
    env |= {"_COACH_COMPLETE": "complete_bash", "COMP_WORDS": "coach content show facts/", "COMP_CWORD": "3"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert done.stdout == "facts/dwell-time\nfacts/stop-distance\n[]\n"


def test_a_pack_is_checked_and_counted_by_its_name(home: Path) -> None:
    assert json.loads(coach(home, "stats", "ai-pm", "--json").stdout)["packs"][0]["packs"] == ["ai-pm"]
    checked = coach(home, "check", "core", "offers")
    assert (checked.returncode, checked.stderr[:22]) == (0, "0 problems in 2 packs ")
    unknown = coach(home, "check", "fintech")
    assert unknown.returncode == 2
    assert "Did you mean fintech-pm?" in unknown.stderr


def test_the_schema_as_json_says_its_version_first(home: Path) -> None:
    versioned = json.loads(coach(home, "schema", "--json").stdout)
    assert versioned.pop("version") == 1
    assert versioned == json.loads(coach(home, "schema").stdout)


def test_an_insight_is_shown_with_what_to_do_about_it(home: Path) -> None:
    shown = coach(home, "show", "insight-case-decides").stdout
    assert "So what: Split your hours" in shown
