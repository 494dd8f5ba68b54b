"""`coach takes`: what you wrote, and what was found in it."""

from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run
from coach.errors import UsageFault
from coach.practice.takes import StoredTake, find, numbered, pair

app = new_app("What you wrote, and what was found in it.")
Name = Annotated[str, typer.Argument(metavar="TAKE", help="Its number in the list, or its id.")]


@app.command("list", cls=Command)
def list_(
    ctx: typer.Context,
    count: Annotated[int, typer.Option("--count", min=1, help="The newest N.")] = 20,
    item: Annotated[str | None, typer.Option("--item", metavar="ID", help="Only takes of this item.")] = None,
) -> None:
    """Your takes, the newest first.

    \b
    Examples:
      coach takes list
      coach takes list --item triad-burst-window --json
    """
    run = Run.of(ctx)
    takes = [take for take in _takes(run) if item in (None, take.item)][:count]
    if run.json:
        run.emit({"takes": [take.as_json() for take in takes]})
        return
    from coach.terminal.console import show as show_view
    from coach.terminal.views.takes import listing

    show_view(listing(takes, run.plain), run.plain, run.env)


@app.command(cls=Command)
def show(ctx: typer.Context, take: Name = "1") -> None:
    """One take with its marks.

    \b
    Examples:
      coach takes show
      coach takes show 3 --json
    """
    run = Run.of(ctx)
    found = find(_takes(run), take)
    if run.json:
        run.emit({"take": found.as_json()})
        return
    from coach.terminal.console import show as show_view
    from coach.terminal.views.takes import whole

    show_view(whole(found, run.plain), run.plain, run.env)


@app.command(cls=Command)
def compare(
    ctx: typer.Context,
    first: Name = "1",
    second: Annotated[str | None, typer.Argument(metavar="TAKE", help="Another; else the one before.")] = None,
) -> None:
    """Two takes side by side: what the second has that the first had not.

    \b
    Examples:
      coach takes compare
      coach takes compare 4 1
    """
    run = Run.of(ctx)
    older, newer = pair(_takes(run), first, second)
    if older.id == newer.id:
        raise UsageFault("Both names stand for the same take.", "Name two takes: coach takes compare 2 1")
    if run.json:
        run.emit({"older": older.as_json(), "newer": newer.as_json()})
        return
    from coach.terminal.console import show as show_view
    from coach.terminal.views.takes import beside

    show_view(beside(older, newer, run.plain), run.plain, run.env)


def _takes(run: Run) -> list[StoredTake]:
    return numbered((event.id, event.item, event.day, event.body) for event in run.journal().events("take"))
