"""`coach kit`."""

from pathlib import Path
from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.complete import ids
from coach.cli.run import Run
from coach.errors import UsageFault

app = new_app()


@app.command(cls=Command)
def kit(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[QUESTION|import]", help="A question; or `import`.", autocompletion=ids)
    ] = None,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="With import: the scorecard sent back.")] = None,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="The page; - is stdout.")] = None,
    rehearsal: Annotated[bool, typer.Option("--rehearsal", help="Fifteen minutes with a mentor on a pitch.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the file.")] = False,
) -> None:
    """One HTML page for a friend: question, phase clock, rubric, scorecard to fill; nothing to install.

    \b
    Examples:
      coach kit question-why-move -o kit.html
      coach kit --rehearsal -o rehearsal.html
      coach kit import scorecard.json
    """
    from coach.cli.kits import import_scorecard, write_kit

    run = Run.of(ctx)
    if name == "import":
        if file is None:
            raise UsageFault("Which scorecard?", "coach kit import FILE")
        import_scorecard(run, file)
        return
    if output is None:
        raise UsageFault("Where should the page go?", "Name a file: -o kit.html")
    write_kit(run, name, output, rehearsal=rehearsal, force=force)
