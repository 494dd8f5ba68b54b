"""`coach debrief`."""

from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run

app = new_app()


@app.command(cls=Command)
def debrief(
    ctx: typer.Context,
    round_: Annotated[str | None, typer.Argument(metavar="[ROUND]", help="A round's id; else the last one.")] = None,
    asked: Annotated[list[str] | None, typer.Option("--asked", metavar="TEXT", help="A question; repeat it.")] = None,
    story: Annotated[str | None, typer.Option("--story", metavar="TEXT", help="The story you told.")] = None,
    number: Annotated[
        list[str] | None, typer.Option("--number", metavar="TEXT", help="A figure said; repeat it.")
    ] = None,
    surprises: Annotated[
        str | None, typer.Option("--surprises", metavar="TEXT", help="What you did not expect.")
    ] = None,
    weak: Annotated[
        list[str] | None, typer.Option("--weak", metavar="NAME", help="What went badly, such as estimation; repeat it.")
    ] = None,
    rating: Annotated[int | None, typer.Option("--rating", min=1, max=4, help="Your own level.")] = None,
    outcome: Annotated[
        str | None, typer.Option("--outcome", metavar="WORD", help="unknown, advanced, declined.")
    ] = None,
    panel: Annotated[bool, typer.Option("--panel", help="Rehearse the company's meeting on your last mock.")] = False,
    show: Annotated[bool, typer.Option("--show", help="Show what is kept; ask nothing.")] = False,
) -> None:
    """Five minutes after a real round: what was asked, said and surprising, while you remember it.

    \b
    Examples:
      coach debrief
      coach debrief case --asked 'Why a queue?' --number '138 ms' --rating 3
      coach debrief case --weak estimation --weak trade-offs
      coach debrief case --outcome advanced
      coach debrief --panel
    """
    from coach.cli.debriefs import Said, capture, rehearse_panel, show_debriefs

    run = Run.of(ctx)
    if panel:
        rehearse_panel(run)
    elif show or run.json:
        show_debriefs(run)
    else:
        capture(run, round_, Said(asked, story, number, surprises, rating, outcome, weak))
