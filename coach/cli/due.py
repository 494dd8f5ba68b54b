"""`coach due`."""

import sys
from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run

app = new_app()


@app.command(cls=Command)
def due(
    ctx: typer.Context,
    quiet: Annotated[bool, typer.Option("--quiet", help="Only the number of cards, for scripts.")] = False,
) -> None:
    """Today's cards, as many as fit the day, each with why it is worth its seconds.

    \b
    Examples:
      coach due
      coach due --quiet
      coach due --json
    """
    from coach.cli.outlook import todays_cards

    run = Run.of(ctx)
    rows = todays_cards(run)
    if run.json:
        run.emit({"cards": [row._asdict() for row in rows]})
    elif quiet:
        sys.stdout.write(f"{len(rows)}\n")
    else:
        from coach.terminal.console import show
        from coach.terminal.views.outlook import agenda

        show(agenda(rows), run.plain, run.env)
