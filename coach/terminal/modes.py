"""The terminal's modes, put back as they were found, whatever was going on when a signal came."""

import contextlib
import sys
import termios
from collections.abc import Iterator
from typing import Any


@contextlib.contextmanager
def modes_kept() -> Iterator[None]:
    """Whatever changes the modes of the terminal inside, they are afterwards as before; nothing without a terminal."""
    before = _modes()
    try:
        yield
    finally:
        # Only where they differ: to set them from the background would stop the command.
        if before is not None and _modes() not in (None, before):
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, before)


def _modes() -> Any:
    try:
        return termios.tcgetattr(sys.stdin.fileno())
    except (AttributeError, OSError, ValueError, termios.error):
        return None
