"""Golden screens: what a candidate sees, byte for byte. To accept a change: UPDATE_GOLDEN=1 pytest tests/terminal"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.pty import Terminal

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden"
PACK = GOLDEN / "pack"
DAY = "--today=2026-11-23"


def check(name: str, text: str, home: Path) -> None:
    """The text equals the golden file of that name."""
    path = GOLDEN / f"{name}.txt"
    steady = re.sub(r"in \d+ s\b", "in N s", text.replace(str(home), "HOME"))
    shown = "\n".join(line.rstrip() for line in steady.splitlines()).rstrip() + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(shown)
    assert shown == path.read_text(), f"{name} changed; the new screen:\n{shown}"


def piped(home: Path, *arguments: str, typed: str = "", columns: int = 80) -> str:
    """What a command prints without a terminal, stdout only."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("COACH_")}
    env |= {"COACH_HOME": str(home), "COLUMNS": str(columns), "TZ": "UTC", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "coach", *arguments]
    return subprocess.run(command, env=env, input=typed, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_fresh_install_piped(home: Path) -> None:
    check("fresh-piped", piped(home, DAY), home)


@pytest.mark.parametrize("columns", [80, 60])
def test_today_piped(home: Path, columns: int) -> None:
    piped(home, DAY, "--pack", str(PACK), "setup", "--yes")
    check(f"today-{columns}", piped(home, DAY, columns=columns), home)


@pytest.mark.parametrize("columns", [80, 60])
def test_plain_session(home: Path, columns: int) -> None:
    piped(home, DAY, "--pack", str(PACK), "setup", "--yes")
    typed = "\n3\n" + "a metric\nan impact\na decision\n2\n\n" + "It went fine.\n\n1\n\nq\n"
    arguments = (DAY, "--plain", "drill", "facts", "triads", "mistakes", "--count", "3")
    check(f"session-plain-{columns}", piped(home, *arguments, typed=typed, columns=columns), home)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 24)])
def test_screens_of_a_card(home: Path, columns: int, rows: int) -> None:
    piped(home, DAY, "--pack", str(PACK), "setup", "--yes")
    with Terminal(home, DAY, "drill", "facts", "--count", "1", columns=columns, rows=rows) as terminal:
        terminal.answer("[space] show the answer", " ")
        terminal.await_text("[4] easy")
        check(f"card-{columns}x{rows}", terminal.shown(), home)
        terminal.press("3")
        assert terminal.end() == 0


def test_first_screen_of_a_fresh_install(home: Path) -> None:
    with Terminal(home, DAY) as terminal:
        terminal.await_text("[q] quit")
        check("fresh-80x24", terminal.shown(), home)
        terminal.press("q")
        assert terminal.end() == 0
