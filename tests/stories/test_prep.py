"""Drills from own stories, coverage against the loop, the card of a round on screen and as a file."""

import json
from datetime import date
from pathlib import Path

import pytest

from coach.errors import UsageFault
from coach.export.prep import card_as
from coach.paths import content
from coach.stories.coverage import coverage, weigh
from coach.stories.drills import drills
from coach.stories.model import Story
from coach.stories.prep import Card
from coach.stories.story import read_bank
from tests.stories.test_deck import HOSTILE, Tags
from tests.stories.test_deck_cli import coach
from tests.terminal.pty import Terminal

SAMPLE = content() / "fintech-pm" / "sample" / "stories.yaml"
NAME = "own-settlement-in-a-second"


def test_a_full_story_makes_five_kinds_of_drill_and_a_bare_one_none() -> None:
    made = drills(read_bank(SAMPLE).stories)
    assert {name.removeprefix(NAME + "-"): kind for name, (kind, _) in made.items()} == {
        "triad": "triads",
        "opening": "pitches",
        "minute": "pitches",
        "probe": "challenges",
        "pivot": "reframes",
    }
    minute = made[f"{NAME}-minute"][1]
    assert 60 <= len(minute.text.split()) <= 150  # type: ignore[attr-defined]
    assert drills([Story(id="a", sentence="I did it.")]) == {}


def test_own_drills_are_drilled_and_kept(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    text = SAMPLE.read_text().replace("    opening: >-", "    x-opening: >-").replace("    technique:", "    x-t:")
    (home / "stories.yaml").write_text(text)
    coach(home, "--today", "2026-11-23", "setup", "--yes")
    pack = home / "packs" / "mine"
    pack.mkdir(parents=True)
    manifest = (content() / "fintech-pm" / "pack.yaml").read_text().replace("id: fintech-pm", "id: mine")
    (pack / "pack.yaml").write_text(manifest.replace("default_loop: loop-five-dated-rounds\n", ""))
    with Terminal(home, "--today=2026-11-23", "--pack=mine", "drill", "triads", "--count", "1") as terminal:
        terminal.await_text("Your own project, Settlement in a second")
        terminal.answer("Metric:", "settlement latency 138 ms, from 210\r")
        terminal.answer("Impact:", "4,000 shops are paid the same minute\r")
        terminal.answer("Decision:", "I chose the log and dropped coordination\r")
        terminal.answer("[4]", "3")
        terminal.answer("[space] next", " ")
        assert terminal.end() == 0
    takes = json.loads(coach(home, "takes", "list", "--json").stdout)["takes"]
    assert takes[0]["item"] == f"{NAME}-triad"
    said = json.loads(coach(home, "claims", "list", "--json").stdout)["claims"]
    assert any(claim["where"].startswith(f"take {NAME}-triad") for claim in said)


def test_coverage_names_gaps_weak_spots_overuse_and_age() -> None:
    best = Story(id="best", sentence="x", competencies=("a", "b", "c"), strength=4, last_used=date(2026, 10, 1))
    weak = Story(id="weak", sentence="x", competencies=("d",), strength=1)
    lost = Story(id="lost", sentence="x", competencies=("z",))
    weights = weigh([(0.5, {"a": 2, "b": 1}), (0.5, {"c": 1, "d": 1, "e": 2})])
    made = coverage([best, weak, lost], weights, {"a": "A"}, date(2026, 11, 23))
    assert sum(weights.values()) == pytest.approx(1)
    assert made.rows[0].competency == "a"
    assert (made.gaps, made.thin, made.overused) == (("e",), ("d",), ("best",))
    assert (made.stale, made.unplaced) == ((("best", 53),), ("lost",))


def test_the_card_of_the_next_round(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "stories.yaml").write_text(SAMPLE.read_text())
    coach(home, "--today", "2026-11-23", "setup", "--yes")
    shown = coach(home, "--today", "2026-11-23", "prep", "case").stdout
    for part in ("Open with", "Numbers", "They may ask", "Curveballs", "Ask them", "Before you go in"):
        assert part in shown
    assert len(shown.splitlines()) <= 60
    coach(home, "prep", "-o", "card.html")
    assert "<h1>" in (tmp_path / "card.html").read_text()
    assert "no round" in coach(home, "prep", "xyz", code=2).stderr


def test_a_hostile_card_is_inert() -> None:
    line = (HOSTILE,)
    card = Card(HOSTILE, HOSTILE, HOSTILE, ((HOSTILE, HOSTILE),), line, line, line, line, line)
    tags = Tags()
    tags.feed(card_as(card, "c.html").decode())
    assert not tags.seen & {"script", "img", "a"}
    text = card_as(card, "-").decode()
    assert "<" not in text
    assert "](" not in text
    with pytest.raises(UsageFault):
        card_as(card, "c.docx")


def test_claims_answers_and_retiring_as_typed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    coach(home, "story", "new", "I cut settlement latency by 34 %.", "--no-input")
    coach(home, "story", "edit", "1", "--set", "result=Settlement latency fell 30 %.")
    told = coach(home, "claims", "check", code=1)
    assert "34 %" in told.stdout and "They ask" in told.stdout
    coach(home, "claims", "show", "1", "--answer", "34 % is the median.")
    assert "Your answer: 34 % is the median." in coach(home, "claims", "check").stdout
    coach(home, "claims", "retire", "2")
    assert "retired on" in coach(home, "claims", "check", code=1).stdout


def test_a_debrief_that_names_a_story_counts_as_telling_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "stories.yaml").write_text(SAMPLE.read_text())
    coach(home, "--today", "2026-10-01", "setup", "--yes")
    coach(home, "--today", "2026-10-02", "debrief", "recruiter", "--story", "Settlement in a second", "--rating", "3")
    told = json.loads(coach(home, "--today", "2026-11-23", "story", "coverage", "--json").stdout)
    assert told["stale"] == [["settlement-in-a-second", 52]]


def test_what_was_said_in_a_negotiation_and_after_a_round_is_in_the_ledger(tmp_path: Path) -> None:
    home = tmp_path / "home"
    coach(home, "--today", "2026-11-23", "setup", "--yes")
    words = "0.06 % equity valued at 180,000 dollars; the company is worth 15 billion dollars"
    coach(home, "offers", "negotiate", "--said", words, "--who", "recruiter", "--verbal")
    coach(home, "--today", "2026-11-25", "debrief", "recruiter", "--number", "I led a team of six engineers")
    told = json.loads(coach(home, "claims", "check", "--json", code=1).stdout)
    assert any("implies 300 million" in question["why"] for question in told["questions"])
    listed = json.loads(coach(home, "claims", "list", "--json").stdout)["claims"]
    assert any(claim["where"].startswith("debrief recruiter") for claim in listed)
