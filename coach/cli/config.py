"""`coach config`: settings and where each comes from."""

import sys
from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run
from coach.cli.settings import KEYS, check
from coach.errors import UsageFault
from coach.text import did_you_mean

app = new_app("Show or change settings, and where each comes from.")


@app.command(cls=Command)
def show(
    ctx: typer.Context,
    origin: Annotated[bool, typer.Option("--origin", help="Say where each value comes from.")] = False,
) -> None:
    """Every setting.

    \b
    Examples:
      coach config show --origin
      coach config show --json
    """
    run = Run.of(ctx)
    if run.json:
        run.emit({name: {"value": value.text, "origin": value.origin} for name, value in run.settings.items()})
        return
    for name, value in run.settings.items():
        line = f"{name:<9} {value.text or '-'}"
        sys.stdout.write(f"{line:<28} {value.origin}\n" if origin else f"{line:<28} {KEYS[name].meaning}\n")


@app.command("set", cls=Command)
def set_(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="The setting.")],
    value: Annotated[str, typer.Argument(help="Its new value.")],
) -> None:
    """Change a setting; your comments in the file stay.

    \b
    Examples:
      coach config set minutes 20
      coach config set days_off sat,sun
    """
    if name not in KEYS:
        raise UsageFault(f"There is no setting {name!r}.", did_you_mean(name, KEYS) or "Known: " + ", ".join(KEYS))
    run = Run.of(ctx)
    from coach.cli.settings_file import write_settings

    write_settings(run.home.settings, {name: check(name, value, name)})
    run.say(f"{name} is now {value} ({run.home.settings}). See them all with: coach config show")
