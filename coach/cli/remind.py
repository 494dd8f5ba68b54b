"""`coach remind`: a reminder to install yourself."""

import sys
from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run
from coach.errors import UsageFault

app = new_app()


@app.command(cls=Command)
def remind(
    ctx: typer.Context,
    kind: Annotated[str, typer.Option("--print", metavar="KIND", help="cron, systemd, launchd or schtasks.")],
    at: Annotated[str, typer.Option("--at", metavar="HH:MM", help="When; 18:30 if left out.")] = "",
) -> None:
    """Print a daily reminder for your system; install it yourself, nothing is changed.

    \b
    Examples:
      coach remind --print cron --at 18:30
      coach remind --print systemd
    """
    from coach.cli.planning import checked, settings_of, state_of
    from coach.plan.reminders import KINDS, reminder
    from coach.plan.week import clock

    if kind not in KINDS:
        raise UsageFault(f"--print: expected one of {', '.join(KINDS)}, not {kind!r}.")
    run = Run.of(ctx)
    plan = state_of(run).plan
    settings = plan.settings if plan else settings_of(run)
    when = checked("--at", lambda: clock(at)) if at else settings.study_at or "18:30"
    weekdays = [day for day, minutes in enumerate(settings.minutes) if minutes]
    home = [f"--home={run.home.data}"] if run.flags.get("home") else []
    command = [sys.executable, "-m", "coach", *home, "--plain", "plan", "today"]
    sys.stdout.write(reminder(kind, when, weekdays, command))
