"""Whole lines from stdin with a time-out, so that a clock can speak between them."""

import os
import select
import sys


class LineReader:
    """Reads bytes itself, because select() cannot see what Python has already buffered."""

    def __init__(self) -> None:
        self._pending = b""
        self._ended = False

    def line(self, timeout: float | None = None) -> str | None:
        """The next line without its end; None at the end of input; TimeoutError after `timeout` seconds."""
        while b"\n" not in self._pending and not self._ended:
            self._fill(timeout)
        if not self._pending and self._ended:
            return None
        line, _, self._pending = self._pending.partition(b"\n")
        return line.decode("utf-8", "replace").rstrip("\r")

    def ended(self) -> bool:
        """Whether nothing is left to read, as far as that can be told without waiting."""
        if not self._pending and not self._ended and select.select([sys.stdin.fileno()], [], [], 0)[0]:
            self._fill(None)
        return self._ended and not self._pending

    def _fill(self, timeout: float | None) -> None:
        handle = sys.stdin.fileno()
        if timeout is not None and not select.select([handle], [], [], timeout)[0]:
            raise TimeoutError
        data = os.read(handle, 65536)
        self._ended = not data
        self._pending += data
