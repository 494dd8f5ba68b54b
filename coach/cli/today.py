"""`coach today`."""

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run

app = new_app()


@app.command(cls=Command)
def today(ctx: typer.Context) -> None:
    """Today's screen: next round, minutes, what is due, one key to start.

    \b
    Examples:
      coach today
      coach today --json
      coach today --today 2026-12-03
    """
    from coach.cli.app import follow
    from coach.cli.front import show_today

    follow(show_today(Run.of(ctx)))
