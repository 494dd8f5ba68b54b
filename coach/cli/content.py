"""`coach content`: look at packs, check them, write your own."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run

app = new_app("Look at packs, check them, write your own.")


def _roots(run: Run) -> list[Path]:
    from coach.paths import content

    return [run.home.packs, content()]


@app.command(cls=Command)
def check(
    ctx: typer.Context,
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Packs, folders of packs or files; all if left out.")
    ] = None,
) -> None:
    """Everything that is wrong in a pack, one problem a line; exit code 4 if there is any.

    \b
    Examples:
      coach content check
      coach content check my-packs/payments
    """
    from coach.packs.find import packs_in
    from coach.packs.lint import lint
    from coach.text import neutral, plural

    run = Run.of(ctx)
    chosen = paths or [root for root in _roots(run) if packs_in(root)]
    reports = [lint(path, _roots(run)) for path in chosen]
    problems = [problem for report in reports for problem in report.problems]
    packs = sum(len(report.packs) for report in reports)
    items = sum(len(pack.entries) for report in reports for pack in report.packs)
    if run.json:
        run.emit({"packs": packs, "items": items, "problems": [problem._asdict() for problem in problems]})
    else:
        sys.stdout.write("".join(neutral(str(problem)) + "\n" for problem in problems))
    run.say(f"{plural(len(problems), 'problem')} in {plural(packs, 'pack')} with {plural(items, 'item')}.")
    if problems:
        raise SystemExit(4)


@app.command("list", cls=Command)
def list_(ctx: typer.Context) -> None:
    """The packs that can be used, and where each is.

    \b
    Examples:
      coach content list
    """
    from coach.packs.find import available

    run = Run.of(ctx)
    found = available(_roots(run))
    if run.json:
        run.emit({"packs": {name: str(place) for name, place in found.items()}})
        return
    for name, place in found.items():
        sys.stdout.write(f"{name:<20} {place}\n")
