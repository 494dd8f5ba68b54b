"""`coach setup`: five questions, each with a default and a flag."""

from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run

app = new_app()


@app.command(cls=Command)
def setup(
    ctx: typer.Context,
    rounds: Annotated[
        str | None,
        typer.Option("--rounds", metavar="LIST", help="'recruiter 3 Dec, case 14 Dec'; '' for the template."),
    ] = None,
    start: Annotated[
        str | None, typer.Option("--start", metavar="DATE", help="Day 1 of the template; in a week if left out.")
    ] = None,
    minutes: Annotated[int | None, typer.Option("--minutes", min=1, max=600, help="Study minutes a day.")] = None,
    days_off: Annotated[
        str | None, typer.Option("--days-off", metavar="DAYS", help="Weekdays off, such as sat,sun; none.")
    ] = None,
    story: Annotated[str | None, typer.Option("--story", metavar="TEXT", help="One true sentence of yours.")] = None,
    timing: Annotated[str | None, typer.Option("--timing", metavar="WORD", help="timed, extra or untimed.")] = None,
    look: Annotated[str | None, typer.Option("--look", metavar="WORD", help="colour or plain.")] = None,
) -> None:
    """Five questions, and the plan is made. Enter five times works; run it again to change anything.

    \b
    Examples:
      coach setup
      coach setup --yes
      coach setup --rounds 'recruiter 3 Dec, case 14 Dec' --days-off sun
    """
    from coach.cli.first_run import Flags, set_up

    run = Run.of(ctx)
    set_up(run, Flags(rounds, start, minutes, days_off, story, timing, look))
