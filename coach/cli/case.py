"""`coach case`."""

from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.complete import ids
from coach.cli.run import Run

app = new_app()


@app.command(cls=Command)
def case(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="A case; else the one that helps most.", autocompletion=ids)
    ] = None,
    solution: Annotated[bool, typer.Option("--solution", help="Print the case with its working; ask nothing.")] = False,
) -> None:
    """A numeric case with fresh numbers, worked and graded; --seed N gives the same numbers again.

    \b
    Examples:
      coach case
      coach case case-batch-window-roi --seed 7
      coach case case-batch-window-roi --seed 7 --solution --json
    """
    from coach.cli.cases import play_case, print_case

    run = Run.of(ctx)
    if solution or run.json:
        print_case(run, name)
    else:
        play_case(run, name)
