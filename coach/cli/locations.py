"""`coach paths`."""

import sys

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run

app = new_app()


@app.command(cls=Command)
def paths(ctx: typer.Context) -> None:
    """Where your files are.

    \b
    Examples:
      coach paths
      coach paths --json
    """
    run = Run.of(ctx)
    home = run.home
    places = {
        "config": home.settings,
        "data": home.data,
        "journal": home.database,
        "stories": home.stories,
        "offers": home.offers,
        "packs": home.packs,
        "backups": home.backups,
        "cache": home.cache,
    }
    if run.json:
        run.emit({name: str(path) for name, path in places.items()})
        return
    for name, path in places.items():
        sys.stdout.write(f"{name:<8} {path}\n")
