"""The whole first run and a second day in a real terminal, keys only."""

from pathlib import Path

import pytest

from tests.terminal.pty import Terminal

DAY_ONE = "--today=2026-11-23"
DAY_TWO = "--today=2026-11-24"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def set_up(home: Path) -> None:
    with Terminal(home, DAY_ONE, "setup", "--yes") as terminal:
        assert terminal.end() == 0


def test_enter_five_times_reaches_the_first_question(home: Path) -> None:
    with Terminal(home) as terminal:
        terminal.answer("[Enter] five questions", "\r")
        for number in range(1, 6):
            terminal.answer(f"{number}/5", "\r")
        terminal.await_text("Try one now")
        terminal.answer("Your version", "I cut refunds by half", "\r\r")
        terminal.answer("[4]", "3")
        terminal.answer("[space] next", " ")
        terminal.await_text("Next: coach drill")
        assert terminal.end() == 0


def test_a_drill_is_saved_and_the_next_day_knows_it(home: Path) -> None:
    set_up(home)
    with Terminal(home, DAY_ONE, "drill", "facts", "--count", "2") as terminal:
        for rating in "13":
            terminal.answer("[space] show the answer", " ")
            terminal.answer("[1] again", rating)
        terminal.await_text("2 cards in")
        assert terminal.end() == 0
    with Terminal(home, DAY_TWO) as terminal:
        terminal.await_text("1 card to repeat, then")
        terminal.answer("[Enter] start", "\r")
        terminal.answer("[space] show the answer", "q")
        terminal.await_text("Nothing answered yet")
        assert terminal.end() == 0


def test_undo_puts_the_card_back(home: Path) -> None:
    set_up(home)
    with Terminal(home, DAY_ONE, "drill", "facts") as terminal:
        terminal.answer("[space] show the answer", " ")
        terminal.answer("[1] again", "4")
        terminal.answer("2 · recall card", "u")
        terminal.answer("1 · recall card", "q")
        assert terminal.end() == 0
    with Terminal(home, DAY_ONE, "today", "--json") as terminal:
        terminal.await_text('"answered": 0')


def test_a_draft_survives_a_kill(home: Path) -> None:
    set_up(home)
    with Terminal(home, DAY_ONE, "drill", "triads") as terminal:
        terminal.answer("Metric:", "share settled within a second")
        terminal.await_text("within a second")
    with Terminal(home, DAY_ONE, "drill") as terminal:
        terminal.await_text("Your draft from before is here")
        terminal.await_text("share settled")


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 24)])
def test_nothing_is_wider_than_the_terminal(home: Path, columns: int, rows: int) -> None:
    set_up(home)
    with Terminal(home, DAY_ONE, "drill", "mistakes", columns=columns, rows=rows) as terminal:
        terminal.answer("Your version", "We improved it", "\r\r")
        terminal.answer("[1] missed", "1")
        terminal.await_text("[space] next")
        assert all(len(line) <= columns for line in terminal.said().splitlines())
        assert "Strong:" in terminal.said()
        terminal.press("q")
        assert terminal.end() == 0
