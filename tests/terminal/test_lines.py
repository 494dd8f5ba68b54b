"""The plain port: what Enter stands for, typed through a pipe."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coach.practice.asks import Drill, Outcome, Phase, Write
from coach.terminal.clock import Clock
from coach.terminal.lines import Lines
from coach.terminal.loop import NothingKept, play
from coach.terminal.port import Choice, Draft, usual
from coach.terminal.views.mock import toolbar

_SCORES = [Choice("1", "again"), Choice("4", "easy"), Choice("?", "help")]


def _typed(text: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Lines:
    source = folder / "typed"
    source.write_text(text, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", os.fdopen(os.open(source, os.O_RDONLY)))
    return Lines({})


def test_enter_takes_the_first_of_keys_that_only_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choices = [Choice("space", "show the answer"), Choice("?", "help")]
    assert _typed("\n", tmp_path, monkeypatch).key(choices) == "space"


def test_an_enter_too_many_is_not_kept_as_the_lowest_score(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert usual(_SCORES) == ""
    assert _typed("\n\n4\n", tmp_path, monkeypatch).key(_SCORES) == "4"


@pytest.mark.parametrize(
    ("typed", "lines", "taken"),
    [
        ("2 minutes\n", False, "2 minutes"),
        ("\n", False, "1 minute"),
        ("", False, "1 minute"),
        ("2\nminutes\n\n", True, "2\nminutes"),
        ("\n", True, "1 minute"),
    ],
)
def test_a_typed_line_takes_the_place_of_the_kept_one(
    typed: str, lines: bool, taken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[str] = []
    port = _typed(typed, tmp_path, monkeypatch)
    assert port.text("Metric", Draft("1 minute", saved.append), lines=lines) == taken
    assert saved[-1:] == ([taken] if typed.strip() else [])


@pytest.mark.parametrize(
    ("typed", "elapsed", "taken"),
    [("new\n\n", 0.0, "new"), ("\n", 0.0, "old"), ("new\n\n", 9.0, "old\nnew"), ("\n", 9.0, "old")],
)
def test_only_a_phase_that_was_cut_off_goes_on_from_its_words(
    typed: str, elapsed: float, taken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = Phase("Pitch", "", "key", (("Pitch", 60),), 0, elapsed)
    spoken = _typed(typed, tmp_path, monkeypatch).phase(ask, Draft("old", lambda _: None), Clock(60, elapsed))
    assert spoken is not None
    assert spoken.text == taken


class _OneDraft(NothingKept):
    def draft(self, name: str) -> str:
        return "1 minute"


def test_a_draft_from_before_is_told_of_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def drill() -> Drill:
        typed = yield Write("Metric", "x/metric")
        assert typed == "1 minute"
        return Outcome(3)

    play(drill(), _typed("\n", tmp_path, monkeypatch), _OneDraft(), lambda _: None)
    said = capsys.readouterr().out
    assert said == "Kept from before: 1 minute\nAn empty line keeps it; what you type takes its place.\n"


def test_the_plain_port_starts_without_the_analysis() -> None:
    code = "import sys, coach.terminal.lines\nsys.exit(any(name.startswith('coach.analysis') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_interruption_is_shown_in_full_above_the_clock() -> None:
    said = "Say it in one sentence; I have another call in a minute, and the board wants the number before lunch."
    ask = Phase("Direct answer", "", "key", (("direct answer", 60), ("evidence", 60)), 0, interrupt=said)
    *news, clock = toolbar(ask, 24.0, True, True, 60).split("\n")
    assert " ".join(news) == f"Interruption: {said}"
    assert "0:24" in clock
    assert "^D next" in clock
    assert all(len(line) <= 60 for line in [*news, clock])
