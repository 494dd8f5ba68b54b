"""An answer that was scored and shown is kept, however the candidate leaves the screen after it."""

import json
import signal
from pathlib import Path

import pytest

from tests.cli.test_piped import coach
from tests.terminal.pty import Terminal

DAY = "--today=2026-11-23"
ANSWER = "I cut refunds from 9 days to 4, so 300 merchants stopped calling."


@pytest.fixture
def home(tmp_path: Path) -> Path:
    coach(tmp_path / "home", "setup", "--yes")
    return tmp_path / "home"


def taken(home: Path) -> list[tuple[str, int | None]]:
    """The text and the own score of every take."""
    takes = json.loads(coach(home, "takes", "list", "--json").stdout)["takes"]
    return [(take["text"], take["self_score"]) for take in takes]


def answered(home: Path) -> int:
    """How many answers today's screen counts."""
    return int(json.loads(coach(home, "today", "--json").stdout)["answered"])


def to_the_model_answer(terminal: Terminal) -> None:
    terminal.answer("Your version", ANSWER, "\r\r")
    terminal.answer("[1] missed", "1")
    terminal.await_text("[space] next")


@pytest.mark.parametrize("key", ["q", "\x04", " "])
def test_every_way_past_the_model_answer_keeps_and_counts_it(home: Path, key: str) -> None:
    with Terminal(home, DAY, "drill", "mistakes", "--count", "1") as terminal:
        to_the_model_answer(terminal)
        terminal.forget()
        terminal.press(key)
        terminal.await_text("Done: 1 rewrite")
        assert terminal.end() == 0
    assert (taken(home), answered(home)) == ([(ANSWER, 1)], 1)


def test_a_kill_at_the_model_answer_loses_nothing_and_leaves_no_draft(home: Path) -> None:
    with Terminal(home, DAY, "drill", "mistakes", "--count", "1") as terminal:
        to_the_model_answer(terminal)
        terminal.child.kill(signal.SIGKILL)
    assert (taken(home), answered(home)) == ([(ANSWER, 1)], 1)
    assert ANSWER not in coach(home, "--plain", "drill", "mistakes").stdout


def test_undo_at_the_model_answer_takes_that_answer_back(home: Path) -> None:
    with Terminal(home, DAY, "drill", "mistakes", "--count", "1") as terminal:
        to_the_model_answer(terminal)
        terminal.forget()
        terminal.press("w")
        terminal.answer("It is answered and saved.", "u")
        terminal.await_text("Your draft from before is here.")
        terminal.answer("Your version", "\x04")
        terminal.answer("[1] missed", "q")
        terminal.await_text("Nothing answered yet")
    assert (taken(home), answered(home)) == ([], 0)


def test_an_answer_taken_back_is_the_draft_of_the_question_that_comes_back(home: Path) -> None:
    drill = ("--plain", "drill", "mistakes", "--count", "1")
    back = coach(home, *drill, lines=f"{ANSWER}\n\n3\nu\n")
    assert f"Kept from before: {ANSWER}" in " ".join(back.stdout.split())
    assert (taken(home), json.loads(coach(home, "today", "--json").stdout)["drafts"]) == ([], 1)
    assert f"Kept from before: {ANSWER}" in " ".join(coach(home, *drill, lines="\n3\n\n").stdout.split())
    assert (taken(home), answered(home)) == ([(ANSWER, 3)], 1)


def test_reading_the_model_answer_counts_as_time_spent(home: Path) -> None:
    with Terminal(home, DAY, "drill", "mistakes", "--count", "1") as terminal:
        to_the_model_answer(terminal)
        before = json.loads(coach(home, "today", "--json").stdout)["seconds"]
        terminal.quiet_for(1.2)
        terminal.press("q")
        assert terminal.end() == 0
    assert json.loads(coach(home, "today", "--json").stdout)["seconds"] >= before + 1.0
    assert (len(taken(home)), answered(home)) == (1, 1)


def test_a_pipe_that_ends_at_the_model_answer_keeps_drill_and_pitch(home: Path) -> None:
    drilled = coach(home, "--plain", "drill", "mistakes", "--count", "1", lines=f"{ANSWER}\n\n2\n")
    assert "Done: 1 rewrite" in drilled.stdout
    pitched = coach(home, "--plain", "pitch", "--seconds", "30", lines=f"{ANSWER}\n\n3\n")
    assert "Saved. Next: coach" in pitched.stdout
    assert taken(home) == [(ANSWER, 3), (ANSWER, 2)]


def test_a_second_take_shows_its_findings_and_one_left_half_written_goes_on(home: Path) -> None:
    with Terminal(home, DAY, "drill", "mistakes", "--count", "1") as terminal:
        to_the_model_answer(terminal)
        terminal.forget()
        terminal.press("a")
        terminal.answer("Second take", "I cut refunds by")
        terminal.await_text("refunds by")
        terminal.child.kill(signal.SIGKILL)
    with Terminal(home, DAY, "drill", "--count", "1") as terminal:
        terminal.answer("Second take", " 40 %.\r\r")
        terminal.await_text("The one change:")
        terminal.await_text("Take 2 (")
        assert "Take 1 (" in terminal.said()
        terminal.answer("[space] next", " ")
        assert terminal.end() == 0
    assert (taken(home), answered(home)) == ([("I cut refunds by 40 %.", None), (ANSWER, 1)], 1)


def test_undo_at_a_second_take_leaves_only_that(home: Path) -> None:
    typed = f"{ANSWER}\n\n3\na\n\nu\n\n"
    left = coach(home, "--plain", "drill", "mistakes", "--count", "1", lines=typed)
    assert "No second take. Your first answer stays." in left.stdout
    assert "Done: 1 rewrite" in left.stdout
    assert (taken(home), answered(home)) == ([(ANSWER, 3)], 1)


def test_undo_after_a_pitch_on_its_own_takes_it_back(home: Path) -> None:
    pitch = ("--plain", "pitch", "--seconds", "30")
    back = coach(home, *pitch, lines=f"{ANSWER}\n\n3\nu\n").stdout
    assert "Taken back. Your words are a draft again." in back and "Saved" not in back
    assert (taken(home), answered(home)) == ([], 0)
    again = coach(home, *pitch, lines="\nu\n").stdout
    assert ANSWER in " ".join(again.split()) and "Nothing to undo here." in again and "Saved" not in again
    assert "Saved." in coach(home, *pitch, lines="\n3\n\n").stdout
    assert (taken(home), answered(home)) == ([(ANSWER, 3)], 1)
