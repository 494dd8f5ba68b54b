"""`coach drill`."""

from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run
from coach.errors import UsageFault
from coach.practice.drill import DRILLED
from coach.text import did_you_mean

app = new_app()


@app.command(cls=Command)
def drill(
    ctx: typer.Context,
    kinds: Annotated[list[str] | None, typer.Argument(metavar="[KIND]...", help=", ".join(DRILLED))] = None,
    minutes: Annotated[int | None, typer.Option("--minutes", min=1, max=600, help="Stop after N minutes.")] = None,
    count: Annotated[int | None, typer.Option("--count", min=1, max=1000, help="Stop after N items.")] = None,
) -> None:
    """Cards and drills that today is for; every answer is saved at once.

    \b
    Examples:
      coach drill                      today's minutes, mixed
      coach drill triads --count 3     three triads
      coach drill facts --minutes 5    five minutes of cards
    """
    from coach.cli.session import practise

    run = Run.of(ctx)
    practise(run, [_kind(name) for name in kinds or ()], minutes, count)


def _kind(name: str) -> str:
    for kind in DRILLED:
        if name.lower() in (kind, kind.removesuffix("s"), kind.removesuffix("es")):
            return kind
    hint = did_you_mean(name, DRILLED) or "Kinds: " + ", ".join(DRILLED)
    raise UsageFault(f"There is no kind of drill named {name!r}.", hint)
