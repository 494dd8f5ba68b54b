"""Which port suits this terminal."""

import sys
from collections.abc import Mapping

from coach.terminal.port import Port


def open_port(plain: bool, env: Mapping[str, str]) -> Port:
    """The port for this terminal: plain when asked for, or when either end is not a terminal."""
    if plain or not (sys.stdin.isatty() and sys.stdout.isatty()):
        from coach.terminal.lines import Lines

        return Lines(env)
    from coach.terminal.screen import Screen

    return Screen(env)
