"""The toolbar's seconds: what differs, what is kept each second, and a screen on which only digits are written."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.practice.asks import Phase
from coach.terminal.clock import Clock
from coach.terminal.keeping import KeptPhase
from coach.terminal.ticker import changes
from tests.terminal.pty import Terminal
from tests.terminal.test_golden_screens import piped
from tests.terminal.test_mock import begin

TEXTS = st.lists(st.sampled_from([("a", "b"), ("a", "a"), ("\n", "\n"), ("ü", "\n")]), max_size=60)


@given(TEXTS)
def test_the_changes_turn_one_text_into_the_other(pairs: list[tuple[str, str]]) -> None:
    old, new = "".join(a for a, _ in pairs), "".join(b for _, b in pairs)
    found = changes(old, new)
    if found is None:
        assert [len(line) for line in old.split("\n")] != [len(line) for line in new.split("\n")]
        return
    lines = old.split("\n")
    for change in found:
        line, end = lines[change.line], change.start + len(change.old)
        assert line[change.start : end] == change.old
        lines[change.line] = line[: change.start] + change.new + line[end:]
    assert "\n".join(lines) == new


class Remembered:
    """Drafts that say what they were told."""

    def __init__(self) -> None:
        self.saved: list[tuple[str, float]] = []
        self.beats: list[float] = []

    def draft(self, name: str) -> str:
        return ""

    def save_draft(self, name: str, text: str, extra: Mapping[str, Any] | None = None) -> None:
        self.saved.append((text, (extra or {})["elapsed"]))

    def beat(self, name: str, part: int, elapsed: float) -> None:
        self.beats.append(elapsed)


def test_a_silent_minute_beats_every_second_and_saves_every_fifteen() -> None:
    seconds = [0.0]
    told = Remembered()
    kept = KeptPhase(Phase("a", "", "q/mock", (("a", 60),), 0), told, Clock(60, 0.0, lambda: seconds[0]), "before")
    assert told.saved == [("before", 0.0)]
    for at in range(1, 61):
        seconds[0] = float(at)
        kept.beat()
    assert told.beats == [float(at) for at in range(61)]
    assert told.saved == [("before", float(at)) for at in range(0, 61, 15)]
    kept.save("typed")
    assert told.saved[-1] == ("typed", 60.0)


def test_the_next_second_is_waited_for_but_not_while_it_is_paused() -> None:
    seconds = [0.0]
    clock = Clock(60, 2.75, lambda: seconds[0])
    assert clock.until_next() == pytest.approx(0.253)
    clock.toggle()
    assert clock.until_next() == 1.0


def test_only_the_digits_are_written_and_what_is_typed_stays(tmp_path: Path) -> None:
    home = tmp_path / "home"
    piped(home, "--today=2026-11-23", "setup", "--yes")
    with begin(home) as terminal:
        terminal.await_text(" left")
        typed = "Sellers get paid a day earlier since I moved two checks behind the payout, not before."
        terminal.press(typed, "\r", "And")
        terminal.await_text("And")
        terminal.await_text("0:59 left")
        terminal.quiet_for(0.3)
        before = (terminal.shown(), len(terminal.transcript))
        assert _ticks(terminal) >= 2
        assert len(terminal.transcript) - before[1] < 200
        assert _without_clock(terminal.shown()) == _without_clock(before[0])
        terminal.press(" so")
        terminal.await_text("And so")
        assert terminal.shown().splitlines()[-1].startswith(" DIRECT ANSWER 0:5")


def _ticks(terminal: Terminal) -> int:
    seen = {terminal.shown()}
    for _ in range(10):
        terminal.quiet_for(0.25)
        seen.add(terminal.shown())
    return len(seen) - 1


def _without_clock(shown: str) -> list[str]:
    *above, toolbar = shown.splitlines()
    return [*above, toolbar.split(" left")[1]]
