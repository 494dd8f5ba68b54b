"""`coach due`."""

import sys
from typing import Annotated, Final

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run

# Two or three lines a card: with the head and the ending they fit a screen of 24 rows.
FIRST: Final = 6
app = new_app()


@app.command(cls=Command)
def due(
    ctx: typer.Context,
    all_: Annotated[bool, typer.Option("--all", help="The whole list, not only its beginning.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Only how many cards today holds, for scripts.")] = False,
) -> None:
    """Today's cards, as many as fit the day, each with why it is worth its seconds.

    \b
    Examples:
      coach due
      coach due --all
      coach due --quiet
      coach due --json
    """
    from coach.cli.outlook import due_count, todays_cards

    run = Run.of(ctx)
    rows = todays_cards(run)
    if run.json:
        run.emit({"due": due_count(run), "cards": [row._asdict() for row in rows]})
    elif quiet:
        sys.stdout.write(f"{len(rows)}\n")
    else:
        from coach.terminal.console import show
        from coach.terminal.views.outlook import agenda

        show(agenda(rows, due_count(run), len(rows) if all_ else FIRST), run.plain, run.env)
