"""`coach content`: look at packs, check them, write your own."""

from pathlib import Path
from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.complete import ids
from coach.cli.run import Run

app = new_app("Look at packs, check them, write your own.")
Paths = Annotated[list[Path] | None, typer.Argument(metavar="[NAME|PATH]…", help="Packs, or folders of packs.")]
Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND", help="Only items of this kind.")]


@app.command("list", cls=Command)
def list_(
    ctx: typer.Context,
    kind: Annotated[str | None, typer.Argument(metavar="[KIND]", help="Only items of this kind.")] = None,
    packs: Annotated[bool, typer.Option("--packs", help="The packs there are, and where each is.")] = False,
) -> None:
    """The items of the packs in use.

    \b
    Examples:
      coach content list triads
      coach content list --packs
      coach content list facts --json
    """
    from coach.cli.shelf import list_items, list_packs

    list_packs(Run.of(ctx)) if packs else list_items(Run.of(ctx), kind)


@app.command(cls=Command)
def show(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="ID", help="Its id, or the end of it.", autocompletion=ids)],
) -> None:
    """Everything in one item.

    \b
    Examples:
      coach content show triad-latency-churn
    """
    from coach.cli.shelf import show_item

    show_item(Run.of(ctx), name)


@app.command(cls=Command)
def preview(
    ctx: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="[NAME|PATH]", help="A pack, else the one in this folder.")] = Path(),
    kind: Kind = None,
) -> None:
    """A pack as it will be read, with what is wrong under each item; for authors.

    \b
    Examples:
      coach content preview my-pack
      coach content preview my-pack --kind facts
    """
    from coach.cli.authoring import preview_pack

    preview_pack(Run.of(ctx), path, kind)


@app.command(cls=Command)
def check(
    ctx: typer.Context,
    paths: Paths = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Also check wording, duplicates, coverage, ranking.")
    ] = False,
) -> None:
    """Everything that is wrong in a pack, one problem a line; exit code 4 if there is any.

    \b
    Examples:
      coach content check fintech-pm
      coach content check my-packs/payments --strict
    """
    from coach.cli.authoring import check_packs

    run = Run.of(ctx)
    if check_packs(run, paths or [], strict):
        raise SystemExit(4)


@app.command(cls=Command)
def stats(ctx: typer.Context, paths: Paths = None) -> None:
    """How many items of each kind, for each competency and round; coverage of the loops; reading level.

    \b
    Examples:
      coach content stats ai-pm
      coach content stats my-pack --json
    """
    from coach.cli.authoring import count_packs

    count_packs(Run.of(ctx), paths or [])


@app.command(cls=Command)
def schema(
    ctx: typer.Context,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="Write both files there.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.")] = False,
) -> None:
    """JSON Schema of a pack's files, for editors; without -o, that of item files on stdout.

    \b
    Examples:
      coach content schema > items.json
      coach content schema -o my-pack/schema
    """
    from coach.cli.authoring import write_schemas

    write_schemas(Run.of(ctx), output, force)


@app.command(cls=Command)
def new(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME|PATH", help="Its id, or the folder to make.")],
) -> None:
    """A new pack with commented examples that are right from the start.

    \b
    Examples:
      coach content new my-pack
      coach content new ./packs/robotics
    """
    from coach.cli.authoring import new_pack

    new_pack(Run.of(ctx), name)
