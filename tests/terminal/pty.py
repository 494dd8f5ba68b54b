"""A real terminal in a test: the command runs in a pty, pyte keeps the screen, a failed wait prints it."""

import os
import re
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic

import pexpect
import pyte

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0
_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07]*\x07|[@-_])|\r")


class Terminal:
    """`coach` with these arguments in a terminal of columns x rows; a context manager that ends what it started."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        command: Sequence[str] = (sys.executable, "-m", "coach"),
    ) -> None:
        self.home = home
        clean = {name: value for name, value in os.environ.items() if not name.startswith("COACH_")}
        clean |= {"COACH_HOME": str(home), "TERM": "xterm-256color", "TZ": "UTC", "PYTHONPATH": str(ROOT)}
        clean.pop("COLUMNS", None)
        clean.pop("LINES", None)
        clean.pop("NO_COLOR", None)
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        self.transcript = ""
        self._mark = 0
        self._ended = False
        self._before: set[str] = set()
        self.child = pexpect.spawn(
            command[0],
            [*command[1:], *arguments],
            cwd=str(home.parent),
            env=clean | dict(env or {}),
            dimensions=(rows, columns),
            encoding="utf-8",
            codec_errors="replace",
            timeout=PATIENCE,
        )
        self.child.delaybeforesend = None

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self.child.isalive():
            self.child.kill(signal.SIGKILL)
        self.child.close(force=True)

    def await_text(self, text: str) -> None:
        """Read until `text` stands on the screen or has scrolled off it since the last `forget`."""
        end = monotonic() + PATIENCE
        while text not in self.said():
            if monotonic() > end or not self._read(end - monotonic()):
                raise AssertionError(f"{text!r} never came. The screen:\n{self.shown()}")

    def _read(self, seconds: float) -> bool:
        try:
            data = self.child.read_nonblocking(65536, timeout=max(seconds, 0.01))
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            self._ended = True
            return False
        self.transcript += data
        self._stream.feed(data)
        if "\x1b[6n" in data:
            cursor = self.screen.cursor
            self.child.send(f"\x1b[{cursor.y + 1};{cursor.x + 1}R")
        return True

    def said(self) -> str:
        """What was written since the last `forget`, without escape sequences, and what has newly come on the screen."""
        fresh = [line for line in self.screen.display if line.rstrip() and line not in self._before]
        return _ESCAPES.sub("", self.transcript[self._mark :]) + "\n" + "\n".join(fresh)

    def forget(self) -> None:
        """What was written until now does not count for the next wait."""
        self._mark = len(self.transcript)
        self._before = set(self.screen.display)

    def press(self, *keys: str) -> None:
        """Send keys as they are."""
        for key in keys:
            self.child.send(key)

    def answer(self, wanted: str, *keys: str) -> None:
        """Wait for a text, then press keys; what was there before does not count again."""
        self.await_text(wanted)
        self.forget()
        self.press(*keys)

    def quiet_for(self, seconds: float) -> bool:
        """Read for so long; whether anything came."""
        end = monotonic() + seconds
        heard = False
        while monotonic() < end:
            heard = self._read(end - monotonic()) or heard
        return heard

    def resize(self, columns: int, rows: int) -> None:
        """Change the window, as a user would."""
        self.child.setwinsize(rows, columns)
        self.screen.resize(rows, columns)

    def shown(self) -> str:
        """The screen as it stands."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip()

    def end(self, *, close: bool = True) -> int:
        """Read to the end; the exit code, or 128+N for a signal. The terminal may be kept open to look at its modes."""
        while self._read(PATIENCE):
            pass
        if self.child.isalive() and not self._ended:
            raise AssertionError(f"It has not ended. The screen:\n{self.shown()}")
        self.child.wait()
        if close:
            self.child.close()
        code = self.child.exitstatus
        return code if code is not None else 128 + int(self.child.signalstatus or 0)
