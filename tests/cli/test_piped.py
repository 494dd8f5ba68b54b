"""Whatever asks can be answered line by line through a pipe in plain mode; where nobody answers, flags are named."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.verdict import ROOT, environment


def coach(home: Path, *arguments: str, lines: str = "", code: int = 0) -> subprocess.CompletedProcess[str]:
    """A run with these lines on its stdin."""
    command = [sys.executable, "-m", "coach", f"--home={home}", "--today=2026-11-23", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment(), input=lines, capture_output=True, text=True)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done


def test_setup_debrief_and_a_story_take_their_answers_from_a_pipe(tmp_path: Path) -> None:
    typed = ["", "recruiter 3 Dec, case 14 Dec", "25, sat", "I cut refunds from 9 to 4 days.", "", "q"]
    done = coach(tmp_path, "--plain", "setup", lines="\n".join(typed) + "\n")
    assert "Plan made:" in done.stderr
    assert json.loads(coach(tmp_path, "today", "--json").stdout)["minutes"] == 25
    asked = coach(tmp_path, "--plain", "story", "new", lines="I moved two checks behind the answer.\n")
    assert "Saved in" in asked.stderr
    told = json.loads(coach(tmp_path, "story", "list", "--json").stdout)["stories"]
    assert [story["sentence"] for story in told] == [typed[3], "I moved two checks behind the answer."]
    coach(tmp_path, "--plain", "debrief", "recruiter", lines="Why a queue?\n\nthe refunds one\n138 ms\n\nnothing\n2\n")
    (kept,) = json.loads(coach(tmp_path, "debrief", "--json").stdout)["debriefs"]
    assert (kept["questions"], kept["story"], kept["numbers"]) == (["Why a queue?"], "the refunds one", ["138 ms"])


@pytest.mark.parametrize(
    ("command", "flag"), [("setup", "--rounds"), ("debrief recruiter", "--asked"), ("story new", "coach story new")]
)
@pytest.mark.parametrize("plain", [(), ("--plain",)])
def test_where_nobody_answers_the_flags_are_named(
    command: str, flag: str, plain: tuple[str, ...], tmp_path: Path
) -> None:
    if command.startswith("debrief"):
        coach(tmp_path, "setup", "--yes")
    done = coach(tmp_path, *plain, *command.split(), code=2)
    assert flag in done.stderr
    assert ("add --plain" in done.stderr) == (not plain)


def test_input_that_ends_before_a_needed_answer_is_refused_not_asked_for_ever(tmp_path: Path) -> None:
    done = coach(tmp_path, "--plain", "story", "new", lines="\n", code=2)
    assert "The input ended at the question: One true story" in done.stderr
