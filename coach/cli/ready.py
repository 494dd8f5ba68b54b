"""`coach ready`."""

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run
from coach.days import show_day, show_distance
from coach.errors import CoachError

app = new_app()


@app.command(cls=Command)
def ready(ctx: typer.Context) -> None:
    """How ready you are for the next round, competency by competency, and on what evidence.

    \b
    Examples:
      coach ready
      coach ready --json
    """
    from coach.cli.progress import rounds_behind, whole

    run = Run.of(ctx)
    _, library, found, rows = whole(run)
    if found is None:
        raise CoachError("No round is ahead.", "Set rounds up with: coach setup")
    if run.json:
        behind = rounds_behind(run)
        run.emit(
            {"round": found.id, "day": found.day, "competencies": [row._asdict() for row in rows], "behind": behind}
        )
        return
    from coach.terminal.console import show
    from coach.terminal.views.progress import ready as view

    head = f"{found.title} {show_distance(found.day, run.moment().day)} ({show_day(found.day)})"
    titles = {one.id: one.title for one in library.manifest.competencies}
    show(view(head, rows, titles, rounds_behind(run), run.plain), run.plain, run.env)
