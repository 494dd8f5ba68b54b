"""Single keys without Enter, from the terminal's own bytes; the terminal's modes are always put back."""

import os
import select
import sys
import termios
import tty
from typing import Final

_NAMES: Final = {"\r": "enter", "\n": "enter", " ": "space", "\x7f": "backspace", "\x1b": "escape", "\x04": "ctrl-d"}


def read_key(timeout: float | None = None) -> str:
    """The key pressed: a character, or `enter`, `space`, `escape`, `ctrl-d`, `up` …; empty after `timeout` seconds."""
    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    try:
        # cbreak keeps Ctrl-C, Ctrl-Z and Ctrl-\\ as signals; TCSADRAIN keeps what was typed ahead.
        tty.setcbreak(handle, termios.TCSADRAIN)
        ready, _, _ = select.select([handle], [], [], timeout)
        if not ready:
            return ""
        return _named(_character(handle))
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)


def _character(handle: int) -> str:
    first = os.read(handle, 1)
    if not first:
        return "\x04"
    if first == b"\x1b":
        return (first + _pending(handle)).decode("ascii", "replace")
    wanted = {0b110: 1, 0b1110: 2, 0b11110: 3}
    more = next((count for lead, count in wanted.items() if first[0] >> (6 - count) == lead), 0)
    return (first + (os.read(handle, more) if more else b"")).decode("utf-8", "replace")


def _pending(handle: int) -> bytes:
    taken = b""
    while select.select([handle], [], [], 0.02)[0] and len(taken) < 8:
        taken += os.read(handle, 1)
        if (taken[-1:].isalpha() and taken[-1:] != b"O") or taken.endswith(b"~"):
            break
    return taken


def _named(raw: str) -> str:
    arrows = {"A": "up", "B": "down", "C": "right", "D": "left"}
    if raw.startswith("\x1b") and len(raw) == 3:
        return arrows.get(raw[2], "escape")
    return _NAMES.get(raw, raw if raw.isprintable() else "")
