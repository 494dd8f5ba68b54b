"""`coach mock`."""

from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.complete import ids
from coach.cli.run import Run

app = new_app()
Name = Annotated[str, typer.Argument(metavar="MOCK", help="Its number in the list; 1 is the newest.")]


@app.callback(invoke_without_command=True, no_args_is_help=False)
def mock(
    ctx: typer.Context,
    round_: Annotated[
        str | None, typer.Option("--round", metavar="KIND", help="A round kind, such as product_case.")
    ] = None,
    question: Annotated[
        str | None, typer.Option("--question", metavar="ID", help="This question.", autocompletion=ids)
    ] = None,
    minutes: Annotated[int | None, typer.Option("--minutes", min=1, max=180, help="Fit the phases into N.")] = None,
    full: Annotated[bool, typer.Option("--full", help="As long as the real round in your loop.")] = False,
    untimed: Annotated[bool, typer.Option("--untimed", help="No clock.")] = False,
    extra_time: Annotated[str | None, typer.Option("--extra-time", metavar="50%", help="Longer time boxes.")] = None,
    aloud: Annotated[bool, typer.Option("--aloud", help="Speak; type only notes.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the mock that was cut off.")] = False,
) -> None:
    """A mock interview under the clock: phases, probes, curveballs, then your rating and the scorecard.

    \b
    Examples:
      coach mock           what the next round tests, weakest first
      coach mock --round product_case --minutes 20
      coach mock --full    the real round's own length
      coach mock --aloud --extra-time 50%
      coach mock --resume
      coach mock list
    """
    if ctx.invoked_subcommand is not None:
        return
    from coach.cli.mocks import Wanted, play

    play(Run.of(ctx), Wanted(round_, question, minutes, full, untimed, extra_time, aloud, resume))


@app.command("list", cls=Command)
def list_(ctx: typer.Context) -> None:
    """Your mocks, the newest first.

    \b
    Examples:
      coach mock list
      coach mock list --json
    """
    from coach.cli.mocks import list_mocks

    list_mocks(Run.of(ctx))


@app.command(cls=Command)
def show(
    ctx: typer.Context,
    mock: Name = "1",
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write Markdown; - is stdout.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file.")] = False,
) -> None:
    """One scorecard, on the screen or as Markdown.

    \b
    Examples:
      coach mock show
      coach mock show 2 -o mock.md
    """
    from coach.cli.mocks import show_mock

    show_mock(Run.of(ctx), mock, output, force)


@app.command(cls=Command)
def compare(ctx: typer.Context, first: Name = "2", second: Name = "1") -> None:
    """What changed from one mock to another.

    \b
    Examples:
      coach mock compare
      coach mock compare 4 1
    """
    from coach.cli.mocks import compare_mocks

    compare_mocks(Run.of(ctx), first, second)
