"""When a story was last told and to whom: named, recognised by its words or figures, never guessed."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach import paths
from coach.stories.model import Number, Story
from coach.stories.telling import Heard, Telling, tellings, used

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 20)
LOG = Story(
    id="log",
    title="Settlement in a second",
    sentence="I cut settlement from 210 to 138 ms by dropping two-phase commit.",
    numbers=(Number(of="latency", value="138", unit="ms", baseline="210"),),
)
FORMS = Story(id="forms", sentence="I halved the onboarding time of new merchants by dropping two forms")


@pytest.mark.parametrize(
    ("heard", "told"),
    [
        (Heard(DAY, "x", "log"), {"log"}),
        (Heard(DAY, "x", " Settlement in a SECOND"), {"log"}),
        (Heard(DAY, "x", "another"), set()),
        (Heard(DAY, "x", text="It is about 138 ms, from 210 ms before."), {"log"}),
        (Heard(DAY, "x", text="It is about 138 ms."), set()),
        (Heard(DAY, "x", text="We had 138 people in 210 rooms."), set()),
        (
            Heard(DAY, "x", text="I halved the onboarding time of new\nmerchants by dropping two forms."),
            {"forms"},
        ),
        (Heard(DAY, "x", text=""), set()),
    ],
)
def test_what_was_heard_is_the_story_it_names_or_shares_words_or_two_figures_with(heard: Heard, told: set[str]) -> None:
    assert set(tellings([LOG, FORMS], [heard])) == told


@given(st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), min_size=1))
def test_the_newest_counts_whatever_the_order(days: list[date]) -> None:
    heard = [Heard(day, f"{day}", "log") for day in days]
    assert tellings([LOG], heard) == {"log": Telling(max(days), f"{max(days)}")}
    assert used([LOG, FORMS], tellings([LOG], heard))[0].last_used == max(days)


def coach(home: Path, *arguments: str, typed: str = "") -> str:
    env = {name: value for name, value in os.environ.items() if not name.startswith("COACH_")}
    env |= {"COACH_HOME": str(home), "PYTHONPATH": str(ROOT), "TZ": "UTC"}
    done = subprocess.run(
        [sys.executable, "-m", "coach", *arguments], env=env, input=typed, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def last_told(home: Path) -> tuple[str | None, str]:
    (found,) = json.loads(coach(home, "story", "list", "--json"))["stories"]
    return found["last_used"], found["told_to"]


def test_pitches_decks_and_rounds_set_when_and_to_whom(tmp_path: Path) -> None:
    home = tmp_path / "home"
    coach(home, "--today=2026-11-20", "setup", "--yes")
    (home / "stories.yaml").write_text((paths.content() / "fintech-pm" / "sample" / "stories.yaml").read_text())
    coach(home, "--today=2026-11-20", "deck", "export", "--sample", "-o", str(tmp_path / "sample.md"))
    assert last_told(home) == (None, "")
    typed = "We settle in one second. Can we meet?\n\n\n3\n\n\n"
    coach(home, "--today=2026-11-21", "--plain", "pitch", "own-settlement-in-a-second-minute", typed=typed)
    assert last_told(home) == ("2026-11-21", "yourself (a minute)")
    coach(home, "--today=2026-11-22", "deck", "export", "-o", str(tmp_path / "deck.md"), "--for", "Ms Lee")
    assert last_told(home) == ("2026-11-22", "Ms Lee")
    shown = coach(home, "--today=2026-11-24", "--plain", "story", "list")
    assert "told 2 days ago to Ms Lee" in " ".join(shown.split())
    coach(home, "--today=2026-11-25", "debrief", "recruiter", "--story", "Settlement in a second")
    assert last_told(home) == ("2026-11-25", "Recruiter screen")


def test_without_an_id_the_pitches_of_ones_own_stories_are_among_those_played(tmp_path: Path) -> None:
    home = tmp_path / "home"
    coach(home, "setup", "--yes")
    (home / "stories.yaml").write_text((paths.content() / "fintech-pm" / "sample" / "stories.yaml").read_text())
    typed = "We settle in one second. Can we meet?\n\n\n3\n\n\n"
    shown = coach(home, "--plain", "pitch", "--seconds", "60", typed=typed)
    assert "Tell “Settlement in a second” in 60 seconds." in " ".join(shown.split())
