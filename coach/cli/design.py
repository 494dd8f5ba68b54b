"""`coach design`."""

from pathlib import Path
from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.complete import ids
from coach.cli.run import Run

app = new_app()


@app.command(cls=Command)
def design(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="A design; else the one that helps most.", autocompletion=ids)
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="YAML", help="Your own table: a `designs:` file.")
    ] = None,
    edits: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="EDIT", help="What if: batch.p999_ms=100, or -batch without it."),
    ] = None,
    show: Annotated[bool, typer.Option("--show", help="Print the table and its sums; ask nothing.")] = False,
) -> None:
    """Price a design: latency at p50 and p99.9 against the SLA, inconsistency against its budget, in money too.

    \b
    Examples:
      coach design
      coach design design-two-phase-commit --show
      coach design --file mine.yaml --set batch.p999_ms=100
    """
    from coach.cli.designs import play_design, print_design

    run = Run.of(ctx)
    if show or run.json or file or edits:
        print_design(run, name, file, edits or [])
    else:
        play_design(run, name)
