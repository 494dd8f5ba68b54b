"""Prints what a countdown costs and how far it drifts: CPU seconds a minute of the mock's toolbar in a real terminal.

python tests/bench/countdown.py [--seconds 60]
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.terminal.pty import Terminal  # noqa: E402


def cpu(pid: int) -> float:
    """User and system seconds of a running process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def shown(terminal: Terminal) -> int:
    """The seconds left that the toolbar shows."""
    for line in terminal.screen.display:
        if " left" in line:
            minutes, seconds = line.split(" left")[0].split()[-1].split(":")
            return int(minutes) * 60 + int(seconds)
    raise AssertionError(terminal.shown())


def changes(terminal: Terminal, span: float) -> list[tuple[float, int]]:
    """When each new figure came on the screen, within so many seconds: (monotonic seconds, seconds left)."""
    end, found = monotonic() + span, [(monotonic(), shown(terminal))]
    while monotonic() < end:
        if terminal.quiet_for(0.005) and (left := shown(terminal)) != found[-1][1]:
            found.append((monotonic(), left))
    return found[1:]


def main() -> None:
    """Run one phase for so long and print two lines."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=60)
    span = parser.parse_args().seconds
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        with Terminal(home, "setup", "--yes") as terminal:
            terminal.end()
        arguments = ("mock", "--question", "question-why-move-to-product", "--minutes", "60")
        with Terminal(home, *arguments) as terminal:
            terminal.answer("[enter] begin", "\r")
            terminal.await_text(" left")
            terminal.quiet_for(3.0)
            began, used = monotonic(), cpu(terminal.child.pid)
            moments = changes(terminal, span)
            passed, spent = monotonic() - began, cpu(terminal.child.pid) - used
    (first, left), (last, now) = moments[0], moments[-1]
    print(f"CPU {spent * 60 / passed:.3f} s a minute ({100 * spent / passed:.2f} % of a core) over {passed:.0f} s")
    drift = (last - first) - (left - now)
    print(f"clock: {left - now} s shown as gone in {last - first:.3f} s, drift {1000 * drift:.0f} ms")


if __name__ == "__main__":
    main()
