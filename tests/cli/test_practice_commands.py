"""Practice commands without a terminal: transcripts, debriefs, full-length mocks, and the refusals."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VTT = """WEBVTT

00:00.000 --> 00:04.000
We settle 500 million dollars a day for merchants who waited three days.

00:05.000 --> 00:09.000
Can we meet on Friday?
"""


def coach(home: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("COACH_")}
    env |= {"COACH_HOME": str(home), "PYTHONPATH": str(ROOT), "TZ": "UTC"}
    command = [sys.executable, "-m", "coach", *arguments]
    return subprocess.run(command, env=env, input=typed, capture_output=True, text=True)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    place = tmp_path / "home"
    assert coach(place, "--today=2026-11-23", "setup", "--yes").returncode == 0
    return place


def test_a_spoken_pitch_is_held_to_its_limit(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "pitch.vtt"
    file.write_text(VTT)
    found = json.loads(coach(home, "pitch", "--seconds", "30", "--transcript", str(file), "--json").stdout)
    assert found["version"] == 1
    assert (found["delivery"]["seconds"], found["delivery"]["within"]) == (9, True)
    assert found["checks"] == {"Ending": "ends on an ask"}
    assert found["dimensions"]["metric"]["present"]


def test_a_spoken_pitch_is_held_to_the_one_that_is_named(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "pitch.vtt"
    file.write_text(f"{VTT}\n00:40.000 --> 00:45.000\nMay I show you the ledger on Tuesday?\n")
    spoken = ("--transcript", str(file), "--json")
    alone, named = (json.loads(coach(home, "pitch", *more, *spoken).stdout) for more in ((), ("pitch-second-bank-30",)))
    assert (alone["delivery"]["within"], named["delivery"]["within"]) == (True, False)
    read = coach(home, "pitch", "pitch-second-bank-30", "--transcript", str(file))
    assert read.stdout.startswith("In 30 seconds, get a second payout bank") and "not kept as a take" in read.stderr
    refused = coach(home, "pitch", "--aloud", *spoken)
    assert refused.returncode == 2 and "--aloud is for speaking now" in refused.stderr


def test_a_debrief_is_kept_and_feeds_plan_readiness_and_claims(home: Path) -> None:
    day = "--today=2026-11-30"
    said = coach(home, day, "debrief", "recruiter", "--rating", "3", "--number", "138 ms end to end")
    assert said.returncode == 0, said.stderr
    more = coach(home, day, "debrief", "recruiter", "--outcome", "advanced")
    assert more.returncode == 0
    kept = json.loads(coach(home, "debrief", "--json").stdout)["debriefs"]
    assert [(one["rating"], one["outcome"], one["numbers"]) for one in kept] == [(3, "advanced", ["138 ms end to end"])]
    assert "own level 3 of 4, advanced" in coach(home, day, "ready").stdout
    assert "[x]   5 min  Debrief" in coach(home, day, "plan", "today").stdout
    assert "138 ms" in coach(home, day, "claims", "list").stdout


def test_what_went_badly_counts_for_more_until_the_next_round(home: Path) -> None:
    day = "--today=2026-11-30"
    said = coach(home, day, "debrief", "recruiter", "--weak", "estimation", "--rating", "2")
    assert said.returncode == 0 and "estimation counts for more" in said.stderr
    assert "went badly: estimation" in coach(home, day, "debrief", "--show").stdout
    because = "because your debrief of Mon 30 Nov named estimation"
    assert because in " ".join(coach(home, day, "plan", "replan", "--yes").stdout.split())
    assert because in coach(home, day, "--plain", "plan", "show", "--round").stdout
    assert "Nothing has to change" in coach(home, day, "plan", "replan", "--yes").stderr
    coach(home, "--today=2026-12-08", "plan", "replan", "--yes")
    assert because not in coach(home, "--today=2026-12-08", "--plain", "plan", "show", "--round").stdout


def test_a_full_mock_takes_the_real_rounds_minutes(home: Path) -> None:
    shown = coach(home, "--plain", "mock", "--round", "product_case", "--full", typed="\n" * 2).stdout
    boxes = [float(box) for box in re.findall(r"^Phase \d+: .*, (\S+) min$", shown, re.MULTILINE)]
    assert len(boxes) > 2
    assert sum(boxes) == pytest.approx(45, abs=1)
    assert "product case, 45 min" in shown


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("pitch", "--seconds", "45"), 2, "--seconds"),
        (("mock", "--round", "product_cse"), 2, "Did you mean product_case?"),
        (("mock", "--extra-time", "half"), 2, "--extra-time"),
        (("mock", "--resume"), 1, "No mock was cut off"),
        (("mock", "show"), 2, "coach mock list"),
        (("debrief", "recruiter", "--weak", "estimatoin"), 2, "did you mean estimation?"),
        (("debrief", "nobody"), 2, "There is no round 'nobody'"),
        (("debrief", "--panel"), 1, "There is no mock to weigh"),
        (("kit", "question-why-move"), 2, "-o kit.html"),
        (("kit", "import", "/nonexistent.json"), 4, "/nonexistent.json:1:1"),
        (("drill", "fact", "--no-input"), 2, "terminal"),
        (("drill", "fatcs"), 2, "Did you mean facts?"),
        (("case", "nothing-like-it"), 2, "There are no cases named"),
        (("takes", "show"), 2, "Write one with: coach drill triads"),
        (("takes", "compare"), 2, "No takes yet."),
        (("today", "--today", "tomorrow"), 2, "--today"),
    ],
)
def test_refusals_name_what_to_do(home: Path, arguments: tuple[str, ...], code: int, told: str) -> None:
    done = coach(home, *arguments)
    assert (done.returncode, told in done.stderr) == (code, True), done.stderr


def test_a_take_that_is_not_there_is_looked_for_in_the_list(home: Path) -> None:
    typed = "It went fine.\n\n1\n\n"
    drilled = coach(home, "--plain", "drill", "mistakes", "--count", "1", typed=typed)
    assert "1 item rated again; it comes back first." in drilled.stdout
    done = coach(home, "takes", "show", "no-such-take")
    assert (done.returncode, "coach takes list" in done.stderr) == (2, True)


def test_a_take_that_was_not_rated_has_no_own_score(home: Path) -> None:
    typed = "I cut refunds to 4 days.\n\n1\na\nI cut refunds by 40 %.\n\n\n"
    coach(home, "--plain", "drill", "mistakes", "--count", "1", typed=typed)
    listed = json.loads(coach(home, "takes", "list", "--json").stdout)["takes"]
    assert [take["self_score"] for take in listed] == [None, 1]
    assert json.loads(coach(home, "takes", "show", "1", "--json").stdout)["take"] == listed[0]


def test_a_take_is_not_compared_with_itself(home: Path) -> None:
    typed = "a metric\nan impact\na decision\n2\n\nq\n"
    assert coach(home, "--plain", "drill", "triads", "--count", "1", typed=typed).returncode == 0
    for names in (("1", "1"), ("1", json.loads(coach(home, "takes", "list", "--json").stdout)["takes"][0]["id"])):
        done = coach(home, "takes", "compare", *names)
        assert done.returncode == 2
        assert "the same take" in done.stderr and "coach takes compare 2 1" in done.stderr
