"""The rich console every view is shown on: markup, emoji and highlighting off, so that text stays text."""

import sys
from collections.abc import Mapping
from typing import IO, Any

from rich.console import Console


class _Quiet(Console):
    """Leaves a closed pipe to the one place that ends quietly with 0; rich itself would end with 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def open_console(plain: bool, env: Mapping[str, str], file: IO[str] | None = None) -> Console:
    """A console that honours NO_COLOR, FORCE_COLOR and TERM=dumb; plain has neither colour nor motion."""
    target = file or sys.stdout
    is_terminal = target.isatty()
    colour = not plain and not env.get("NO_COLOR") and (is_terminal or bool(env.get("FORCE_COLOR")))
    return _Quiet(
        file=target,
        markup=False,
        highlight=False,
        emoji=False,
        soft_wrap=False,
        color_system="auto" if colour else None,
        force_terminal=True if colour else (False if plain else None),
        width=_width(env, is_terminal),
        legacy_windows=False,
    )


def _width(env: Mapping[str, str], is_terminal: bool) -> int | None:
    columns = env.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        return max(int(columns), 20)
    return None if is_terminal else 80


def show(renderable: Any, plain: bool, env: Mapping[str, str]) -> None:
    """Print a view on stdout."""
    open_console(plain, env).print(renderable)
