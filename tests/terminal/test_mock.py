"""A whole mock in a real terminal: clock, pause, interruption, stop and go on, a kill and the same second again."""

import json
import re
import signal
import sys
from pathlib import Path

import pytest

from tests.terminal.pty import Terminal
from tests.terminal.test_golden_screens import piped

DAY = "--today=2026-11-23"
QUESTION = "question-why-move-to-product"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    place = tmp_path / "home"
    piped(place, DAY, "setup", "--yes")
    return place


def begin(home: Path, *arguments: str) -> Terminal:
    """A mock whose first screen was read and left with Enter."""
    terminal = Terminal(home, DAY, "mock", "--question", QUESTION, *arguments)
    terminal.answer("[enter] begin", "\r")
    return terminal


def test_no_clock_runs_before_enter(home: Path) -> None:
    with Terminal(home, DAY, "mock", "--question", QUESTION) as terminal:
        terminal.await_text("[enter] begin")
        first = terminal.shown()
        assert "Mock interview: recruiter screen, " in first
        assert re.search(r"1 +Direct answer +1 min", first)
        assert "^P pause" in first
        assert "Direct answer:" not in first
        assert not terminal.quiet_for(1.5)
        terminal.press("q")
        terminal.await_text("go on with: coach mock")
        assert "--resume" not in terminal.shown()
        assert terminal.end() == 0
    with Terminal(home, DAY, "mock", "--question", QUESTION) as terminal:
        terminal.answer("[enter] begin", "\r")
        terminal.await_text("Direct answer:")
        terminal.await_text(" left")
        terminal.press("\x03")
        terminal.await_text("go on with: coach mock --resume")
        assert terminal.end() == 130


def test_a_pipe_begins_at_once(home: Path) -> None:
    shown = piped(home, DAY, "--plain", "mock", "--question", QUESTION, typed="I moved two checks.\n\n")
    assert shown.index("Mock interview: ") < shown.index("Phase 1 of 4: Direct answer.")
    assert "begin" not in shown


def test_a_pipe_that_ends_stops_the_mock_where_it_is(home: Path) -> None:
    piped(home, DAY, "--plain", "mock", "--question", QUESTION, typed="I moved two checks.\n\n")
    for _ in range(2):
        shown = piped(home, DAY, "--plain", "mock", "--resume", typed="")
        assert "Phase 3 of 4" not in shown and "Phase 2 of 4" in shown
        assert "go on with: coach mock --resume" in shown


def rate_and_finish(terminal: Terminal) -> None:
    terminal.answer("[4] level 4", "3")
    terminal.answer("[4] level 4", "2")
    terminal.await_text("Scorecard")
    terminal.answer("[space] go on", " ")
    terminal.answer("[space] finish", " ")
    terminal.await_text("Saved.")
    assert terminal.end() == 0


def test_a_whole_mock_typed(home: Path) -> None:
    with begin(home) as terminal:
        terminal.answer("Direct answer:", "Sellers get paid a day earlier since I moved two checks.", "\x04")
        terminal.answer("You (an empty line ends it)", "I choose which payments we risk.", "\x04")
        terminal.answer("One piece of evidence:", "I cut holds by 30 percent.", "\x10")
        terminal.await_text("PAUSED")
        terminal.press("\x10", "\x14", "\x04")
        terminal.answer("You (an empty line ends it)", "\x04")
        terminal.answer("Why here, why now:", "Your payouts take three days.", "\x04")
        terminal.answer("You (an empty line ends it)", "\x04")
        terminal.answer("Your question:", "What would you decide first?", "\x04")
        rate_and_finish(terminal)
    shown = piped(home, DAY, "mock", "show")
    assert "you: level 3 of 4, Opening" in shown
    phases = json.loads(piped(home, DAY, "--json", "mock", "show"))["phases"]
    assert [phase["text"] for phase in phases] == [
        "Sellers get paid a day earlier since I moved two checks.",
        "I cut holds by 30 percent.",
        "Your payouts take three days.",
        "What would you decide first?",
    ]
    assert "# Mock: question" in piped(home, DAY, "mock", "show", "-o", "-").replace("\\", "")


def test_a_killed_mock_reopens_at_the_same_second(home: Path) -> None:
    with begin(home) as terminal:
        terminal.answer("Direct answer:", "Sellers get paid")
        terminal.await_text("0:58 left")
        terminal.child.kill(signal.SIGKILL)
    with Terminal(home, DAY, "mock", "--resume") as terminal:
        terminal.await_text("Sellers get paid")
        terminal.await_text(" left")
        found = re.search(r"(\d):(\d\d) left", terminal.said())
        assert found
        assert 57 <= int(found[1]) * 60 + int(found[2]) <= 58
        terminal.press("\x03")
        terminal.await_text("go on with: coach mock --resume")
        assert terminal.end() == 130
    assert "Next: coach mock --resume" in piped(home, DAY)


def test_stop_resize_and_continue_leave_the_pause_out(home: Path) -> None:
    with begin(home) as terminal:
        terminal.answer("Direct answer:", "Money moves")
        terminal.await_text("0:59 left")
        terminal.child.kill(signal.SIGSTOP)
        terminal.forget()
        assert not terminal.quiet_for(3.0)
        terminal.child.kill(signal.SIGCONT)
        terminal.resize(60, 20)
        terminal.await_text("0:57 left")
        assert "Money moves" in terminal.shown()


def test_the_plain_mock_speaks_the_clock_and_the_interruption(home: Path) -> None:
    arguments = (DAY, "--plain", "mock", "--question", QUESTION, "--minutes", "1")
    with Terminal(home, *arguments) as terminal:
        terminal.answer("enter begin", "\r")
        terminal.await_text("Phase 1 of 4: Direct answer.")
        terminal.await_text("The interviewer interrupts: Say it in one sentence")
        terminal.await_text("10 seconds left.")
        terminal.await_text("Time is up")
        terminal.press("I decide which payments we risk.\r", ":more\r")
        terminal.await_text("30 seconds more.")
        terminal.press("\r")
        terminal.await_text("Say it in one sentence")


def test_ctrl_z_gives_the_shell_back_and_fg_goes_on(home: Path) -> None:
    with Terminal(home, command=("bash", "--norc", "-i"), env={"PS1": "shell$ "}) as terminal:
        run = f"{sys.executable} -m coach {DAY} mock --question {QUESTION}\r"
        terminal.answer("shell$ ", run)
        terminal.answer("[enter] begin", "\r")
        terminal.answer("Direct answer:", "Money moves")
        terminal.answer("Money moves", "\x1a")
        terminal.answer("Stopped", "fg\r")
        terminal.await_text(" left")
        terminal.await_text("Money moves")
        terminal.answer(" left", " faster", "\x04")
        terminal.await_text("I have another call in a minute")


def test_how_to_begin_a_phase_is_broken_between_words_not_cut(home: Path) -> None:
    with Terminal(home, DAY, "mock", "--question", QUESTION, columns=60) as terminal:
        terminal.answer("[enter] begin", "\r")
        terminal.await_text(" left")
        assert "Direct answer: One sentence about sellers before one about\nyou." in terminal.shown()
