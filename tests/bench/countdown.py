"""Prints what a countdown costs and how far it drifts: CPU seconds a minute of the mock's toolbar in a real terminal.

python tests/bench/countdown.py [--seconds 60]
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path
from time import monotonic, sleep

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
            began, used, left = monotonic(), cpu(terminal.child.pid), shown(terminal)
            while monotonic() - began < span:
                terminal.quiet_for(0.5)
                sleep(0)
            passed, spent = monotonic() - began, cpu(terminal.child.pid) - used
            gone = left - shown(terminal)
    print(f"CPU {spent * 60 / passed:.3f} s a minute ({100 * spent / passed:.2f} % of a core) over {passed:.0f} s")
    print(f"clock: {gone} s gone of {passed:.1f} s (shown in whole seconds)")


if __name__ == "__main__":
    main()
