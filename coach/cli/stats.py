"""`coach stats`."""

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run

app = new_app()


@app.command(cls=Command)
def stats(ctx: typer.Context) -> None:
    """What you did: days, minutes, answers by kind, and how much was still known.

    \b
    Examples:
      coach stats
      coach stats --json
    """
    from coach.cli.progress import totals

    run = Run.of(ctx)
    found = totals(run)
    if run.json:
        run.emit(found._asdict())
        return
    from coach.terminal.console import show
    from coach.terminal.views.progress import stats as view

    show(view(found), run.plain, run.env)
