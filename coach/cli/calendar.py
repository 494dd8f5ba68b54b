"""`coach calendar`: the plan on a calendar server. The only commands of the plan that use the network."""

from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run
from coach.errors import UsageFault

app = new_app("The plan on your calendar server.")


@app.callback()
def _noun() -> None:
    """The plan on your calendar server."""


@app.command(cls=Command)
def push(
    ctx: typer.Context,
    url: Annotated[
        str, typer.Option("--url", metavar="URL", help="The calendar's own address (COACH_CALDAV_URL).")
    ] = "",
    user: Annotated[str, typer.Option("--user", metavar="NAME", help="Your name there (COACH_CALDAV_USER).")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be sent; no network.")] = False,
) -> None:
    """Send the plan to a CalDAV server. Uses the network. Sending it twice changes nothing.

    The password comes from COACH_CALDAV_PASSWORD, or is asked for; it is never kept.

    \b
    Examples:
      coach calendar push --url https://dav.example.org/me/interviews/ --user me
      coach calendar push --dry-run
    """
    from coach.cli.planning import planned
    from coach.export.calendar import calendar_items

    run = Run.of(ctx)
    items = calendar_items(planned(run).plan)
    kept = sum(not item.cancelled for item in items)
    if dry_run:
        run.say(f"{kept} items would be sent, {len(items) - kept} called off. Nothing was sent.")
        return
    from coach.export.caldav_push import push as send

    address = url or run.env.get("COACH_CALDAV_URL", "")
    name = user or run.env.get("COACH_CALDAV_USER", "")
    if not (address and name):
        raise UsageFault("Which calendar?", "Give --url and --user, or set COACH_CALDAV_URL and COACH_CALDAV_USER.")
    if not address.startswith(("http://", "https://")):
        raise UsageFault(f"--url: expected an address that begins with https://, not {address!r}.")
    result = send(address, name, _password(run), items)
    if run.json:
        run.emit(result._asdict())
    run.say(
        f"Sent to {address}: {result.added} added, {result.changed} changed, {result.removed} removed, "
        f"{result.unchanged} as they were."
    )


def _password(run: Run) -> str:
    known = run.env.get("COACH_CALDAV_PASSWORD")
    if known is not None:
        return known
    run.terminal_or_refuse("Set COACH_CALDAV_PASSWORD.")
    from getpass import getpass

    return getpass("Password: ")
