"""Sentences on stderr: broken between words on a terminal, whole in a pipe."""

from pathlib import Path

from tests.cli.test_data import coach
from tests.terminal.pty import Terminal

HINT = "Did you mean fintech-pm? There are: ai-pm, core, fintech-pm, offers, system-design."


def test_a_sentence_longer_than_the_terminal_is_broken_between_words(tmp_path: Path) -> None:
    with Terminal(tmp_path / "home", "--pack", "fintech", "stats", columns=40) as terminal:
        assert terminal.end() == 2
        lines = terminal.shown().splitlines()
    assert lines == [
        "There is no pack named fintech.",
        "Did you mean fintech-pm? There are:",
        "ai-pm, core, fintech-pm, offers,",
        "system-design.",
    ]


def test_a_sentence_in_a_pipe_is_one_line(tmp_path: Path) -> None:
    assert coach(tmp_path, "--pack", "fintech", "stats")[2].splitlines()[1] == HINT
