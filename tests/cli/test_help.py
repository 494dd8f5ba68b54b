"""Every help page fits the terminal it is read on."""

from collections.abc import Iterator
from typing import Any

import pytest
import typer

from coach.cli.app import TABLE


def pages(columns: int) -> Iterator[tuple[str, str]]:
    """The help of every command and of every verb under it."""
    for name, entry in TABLE.items():
        module = __import__(entry.module, fromlist=["app"])
        command: Any = typer.main.get_command(module.app)
        for path, one in ((name, command), *((f"{name} {verb}", it) for verb, it in _verbs(command).items())):
            settings = {**one.context_settings, "terminal_width": columns}
            with one.make_context(path, [], resilient_parsing=True, **settings) as context:
                yield path, one.get_help(context)


def _verbs(command: Any) -> dict[str, Any]:
    found: dict[str, Any] = getattr(command, "commands", {})
    return found


@pytest.mark.parametrize("columns", [80, 100])
def test_no_line_of_any_help_is_wider_than_the_terminal(columns: int) -> None:
    wide = [(path, line) for path, text in pages(columns) for line in text.splitlines() if len(line) > columns]
    assert wide == []


def test_help_uses_the_width_there_is() -> None:
    longest = max(len(line) for _, text in pages(80) for line in text.splitlines())
    assert longest > 70
