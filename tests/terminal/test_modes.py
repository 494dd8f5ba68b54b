"""The modes of the terminal are put back though a signal comes in the middle of changing them."""

import os
import termios
import tty
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from coach.terminal.modes import modes_kept


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A terminal of its own as the standard input."""
    other, handle = os.openpty()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(fileno=lambda: handle))
    yield handle
    os.close(other)


def test_modes_that_nobody_put_back_are_as_before(terminal: int) -> None:
    before = termios.tcgetattr(terminal)
    with pytest.raises(SystemExit), modes_kept():
        tty.setraw(terminal)
        raise SystemExit(130)
    assert termios.tcgetattr(terminal) == before
    os.close(terminal)


def test_a_terminal_that_is_gone_and_a_file_are_left_alone(
    terminal: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with modes_kept():
        os.close(terminal)
    file = tmp_path / "answers.txt"
    file.write_text("b")
    with file.open() as opened:
        monkeypatch.setattr("sys.stdin", opened)
        with modes_kept():
            assert opened.read() == "b"
