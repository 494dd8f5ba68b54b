"""Bare `coach`: today's screen, without the command-line library."""

from coach.cli.run import Run


def today() -> int:
    """Today's screen, for the front."""
    return show_today(Run({}))


def show_today(run: Run) -> int:
    """Today's screen, with one key to start."""
    run.say("Nothing planned yet. Start with: coach setup")
    return 0
