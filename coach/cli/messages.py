"""What is said on stderr: neutral, and on a terminal broken between words."""

import os
import sys
from contextlib import suppress

from coach.text import neutral


def tell(text: str) -> None:
    """Say it, one or more lines."""
    width = _columns()
    lines = neutral(text).split("\n")
    sys.stderr.write("".join(_broken(line, width) + "\n" for line in lines))


def _columns() -> int:
    """Columns of the terminal that stderr is; 0 if it is none, so that other programs get whole lines."""
    with suppress(OSError, ValueError):
        if sys.stderr.isatty():
            return os.get_terminal_size(sys.stderr.fileno()).columns
    return 0


def _broken(line: str, width: int) -> str:
    if not width or len(line) <= width:
        return line
    from textwrap import wrap

    # Paths, ids and flags stay whole, to be copied.
    return "\n".join(wrap(line, width, break_long_words=False, break_on_hyphens=False))
