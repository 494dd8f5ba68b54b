"""`coach forecast`."""

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run

app = new_app()


@app.command(cls=Command)
def forecast(ctx: typer.Context) -> None:
    """What you will remember on each round's morning: plan kept, stopped today, ten minutes less or more.

    \b
    Examples:
      coach forecast
      coach forecast --json
    """
    from coach.cli.outlook import rounds_ahead

    run = Run.of(ctx)
    rows = rounds_ahead(run)
    if run.json:
        run.emit({"rounds": [row._asdict() for row in rows]})
        return
    from coach.terminal.console import show
    from coach.terminal.views.outlook import forecast as view

    show(view(rows, run.plain), run.plain, run.env)
