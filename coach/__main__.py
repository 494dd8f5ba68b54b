"""The `coach` command: a front for the two forms typed most, and one handler for everything that can go wrong."""

import os
import sys

from coach import VERSION


def main() -> None:
    """Run the command line and exit with its code."""
    if sys.argv[1:] in (["-V"], ["--version"]):
        sys.stdout.write(f"coach {VERSION}\n")
        raise SystemExit(0)
    from coach.cli.handler import run_guarded

    if sys.argv[1:] in ([], ["today"]) and "_COACH_COMPLETE" not in os.environ:
        # The screen opened every day answers before typer is imported; a test runs it both ways and compares.
        raise SystemExit(run_guarded(_today))
    from coach.cli.app import run

    raise SystemExit(run_guarded(run))


def _today() -> int:
    from coach.cli.front import show_today
    from coach.cli.run import Run

    chosen = show_today(Run({}))
    if not chosen:
        return 0
    from coach.cli.app import run

    return run(chosen)


if __name__ == "__main__":
    main()
