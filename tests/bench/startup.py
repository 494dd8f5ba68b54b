"""Prints the start-up cost of every common command as a multiple of a bare interpreter (`python -c pass`).

    python tests/bench/startup.py [--rounds 9] [--coach PATH]

CPU (user + system) of the whole process, paired per round, median over the rounds. Run it from an installed wheel with
bytecode compiled; PYTHONDONTWRITEBYTECODE is unset for the runs.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

COMMANDS = (
    ("coach --version", ["--version"]),
    ("coach (bare, fresh home)", []),
    ("coach today", ["today"]),
    ("coach --help", ["--help"]),
    ("coach drill --help", ["drill", "--help"]),
    ("coach paths", ["paths"]),
    ("coach config show", ["config", "show"]),
    ("coach content list (warm)", ["content", "list"]),
    ("coach plan today", ["plan", "today"]),
    ("coach due", ["due"]),
)


def cpu(command: list[str], env: dict[str, str]) -> float:
    """User and system seconds of one finished run."""
    with Path(os.devnull).open("w") as sink:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sink, stderr=sink, env=env)
        _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Print one line a command."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--coach", default=str(Path(sys.executable).parent / "coach"))
    parser.add_argument("--home", help="an existing home to measure on; a fresh one if left out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {
            "COACH_HOME": options.home or folder
        }
        print(f"{'command':<28} x bare interpreter (median of {options.rounds}, min-max)")
        for label, arguments in COMMANDS:
            cpu([options.coach, *arguments], env)
            ratios = []
            for _ in range(options.rounds):
                bare = cpu([sys.executable, "-c", "pass"], env)
                ratios.append(cpu([options.coach, *arguments], env) / bare)
            print(f"{label:<28} {statistics.median(ratios):5.1f}  ({min(ratios):.1f}-{max(ratios):.1f})")


if __name__ == "__main__":
    main()
