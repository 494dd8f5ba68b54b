"""`coach report`."""

from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run
from coach.days import show_day

app = new_app()


@app.command(cls=Command)
def report(
    ctx: typer.Context,
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Where to; - is stdout.")] = "-",
    force: Annotated[bool, typer.Option("--force", help="Replace the file.")] = False,
) -> None:
    """A page you would show a mentor: totals, readiness for the next round, today's takes.

    \b
    Examples:
      coach report
      coach report -o report.md
    """
    from coach.cli.progress import whole
    from coach.export.files import export_to
    from coach.export.report import report as page

    run = Run.of(ctx)
    today = run.moment().day
    found, library, ahead, rows = whole(run)
    takes = run.journal().events("take", since=today)
    log = [f"{event.item}, {event.body.get('score', 0)} of 100: {event.body.get('text', '')}" for event in takes]
    head = f"{ahead.title}, {show_day(ahead.day)}" if ahead else "No round ahead"
    titles = {one.id: one.title for one in library.manifest.competencies}
    text = page(today, found, log, head, rows, titles)
    if run.json and output == "-":
        run.emit({"day": today, "round": head, "markdown": text})
        return
    export_to(output, text.encode(), force=force)
    if output != "-":
        run.say(f"Wrote {output}.")
