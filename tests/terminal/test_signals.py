"""INT, TERM, HUP and QUIT in every kind of prompt: the exit code says which, the terminal is left as it was found."""

import signal
import termios
from pathlib import Path

import pytest

from tests.terminal.pty import Terminal
from tests.terminal.test_golden_screens import piped

DAY = "--today=2026-11-23"
PLACES = {
    "a question of setup": (("setup",), "1/5"),
    "a key on today's screen": ((), "[q] quit"),
    "a key in a drill": (("drill", "facts"), "[space] show the answer"),
    "a line in a drill": (("drill", "triads"), "Metric:"),
    "the first screen of a mock": (("mock",), "[enter] begin"),
    "a phase of a mock": (("mock",), " left"),
    "a line of a case": (("case",), "Answer in"),
    "a row of a design": (("design",), "Row 1"),
    "a pitch": (("pitch", "--seconds", "60"), " left"),
    "a silent pitch": (("pitch", "--seconds", "60", "--aloud"), " left"),
    "a debrief": (("debrief",), "1/6"),
    "a plain drill": (("--plain", "drill", "facts"), "show the answer"),
}


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"])
@pytest.mark.parametrize("place", PLACES)
def test_a_signal_ends_it_cleanly(tmp_path: Path, place: str, name: str) -> None:
    home = tmp_path / "home"
    arguments, wanted = PLACES[place]
    piped(home, DAY, "setup", "--yes")
    with Terminal(home, DAY, *arguments) as terminal:
        if wanted == " left":
            terminal.answer("[enter]", "\r")
        terminal.await_text(wanted)
        terminal.child.kill(getattr(signal, name))
        assert terminal.end(close=False) == 128 + getattr(signal, name)
        modes = termios.tcgetattr(terminal.child.child_fd)[3]
        assert modes & termios.ICANON
        assert modes & termios.ECHO
        assert "Traceback" not in terminal.transcript
