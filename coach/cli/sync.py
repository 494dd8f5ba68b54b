"""`coach sync`: exchange journals with your other devices through a folder."""

from pathlib import Path
from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run

app = new_app()


@app.command(cls=Command)
def sync(
    ctx: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A folder that all your devices share.", file_okay=False)
    ],
) -> None:
    """Take in your other devices' events from a shared folder, and put this device's there.

    \b
    Examples:
      coach sync ~/Sync/coach
    """
    from coach.errors import InputFault
    from coach.store.sync import sync as exchange
    from coach.text import plural

    run = Run.of(ctx)
    if not folder.is_dir():
        raise InputFault(f"{folder} is not a folder.", hint="Make it first, or name another one.")
    done = exchange(run.journal(), folder)
    if run.json:
        run.emit({"added": done.added, "wrote": done.wrote, "refused": [fault.message for fault in done.refused]})
    run.say(
        f"{plural(sum(done.added.values()), 'new event')} from {plural(len(done.added), 'file')}; "
        + (f"wrote {done.wrote}." if done.wrote else "this device's file was up to date.")
    )
    if done.refused:
        problems = [problem for fault in done.refused for problem in fault.problems]
        raise InputFault("Some files were not whole; they may still be on their way.", problems, "Sync again later.")
