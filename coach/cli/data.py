"""`coach data`: check, back up, restore, export, merge or forget the journal."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run
from coach.errors import UsageFault

app = new_app("Check, back up, restore, export, merge or forget your journal.")
File = Annotated[Path, typer.Argument(metavar="FILE", help="A journal, a backup or an export of coach.")]


@app.command(cls=Command)
def path(ctx: typer.Context) -> None:
    """Where your journal and its backups are.

    \b
    Examples:
      coach data path
      cp "$(coach data path)" /mnt/stick/
    """
    run = Run.of(ctx)
    if run.json:
        run.emit({"journal": str(run.home.database), "backups": str(run.home.backups)})
    else:
        sys.stdout.write(f"{run.home.database}\n")


@app.command(cls=Command)
def check(ctx: typer.Context) -> None:
    """Read the whole journal and every backup; exit code 6 if anything is not as it was written.

    \b
    Examples:
      coach data check
      coach data check --json
    """
    from coach.store.check import problems_of
    from coach.text import neutral, plural

    run = Run.of(ctx)
    with run.journal().view() as (con, _):
        report = problems_of(run.home, con)
    if run.json:
        run.emit(report._asdict())
    else:
        sys.stdout.write("".join(f"{neutral(problem)}\n" for problem in report.problems))
    run.say(
        f"{plural(report.events, 'event')} from {plural(report.devices, 'device')}: "
        + ("all whole." if not report.problems else "not whole. Restore with: coach data restore")
    )
    if report.problems:
        raise SystemExit(6)


@app.command(cls=Command)
def backup(ctx: typer.Context) -> None:
    """Back the journal up now; one backup a day is made without asking.

    \b
    Examples:
      coach data backup
    """
    from coach.store.backup import daily_path, keep
    from coach.text import plural

    run = Run.of(ctx)
    run.journal()
    day = run.moment().day
    kept = keep(run.home, daily_path(run.home, day), day)
    run.say(
        kept.warning or f"Backed up {plural(kept.events, 'event')} to {kept.path}. To see it is whole: coach data check"
    )


@app.command(cls=Command)
def restore(
    ctx: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="A backup; the newest whole one if left out.")
    ] = None,
) -> None:
    """Put a backup in the place of the journal, and add what the present file still tells; that file is kept.

    \b
    Examples:
      coach data restore
      coach data restore backups/2026-12-03-daily.db --yes
    """
    from coach.store.restore import restore as put_back
    from coach.text import plural

    run = Run.of(ctx)
    if file is not None and not file.is_file():
        raise UsageFault(f"There is no file {file}.", f"Your backups are in {run.home.backups}")
    run.confirm(f"Put {file or 'the newest whole backup'} in the place of {run.home.database}?")
    done = put_back(run.home, file)
    source = f"from {done.source}" if done.source else "without a backup"
    kept = f" The file that was there is {done.kept}." if done.kept else ""
    run.say(
        f"Restored {plural(done.events, 'event')} {source}, {done.rescued} of them rescued from the file that was"
        f" there.{kept} Next: coach data check"
    )


@app.command(cls=Command)
def export(
    ctx: typer.Context,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to; - is stdout.")] = "-",
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
) -> None:
    """The whole journal as lines of JSON.

    \b
    Examples:
      coach data export -o journal.jsonl
      coach data export | jq -c 'select(.kind == "take")'
    """
    from coach.export.files import export_to
    from coach.store.jsonl import export as lines

    run = Run.of(ctx)
    export_to(output, lines(run.journal()), force=force)
    if output != "-":
        run.say(f"Wrote {output}. On another device: coach data import {output}")


@app.command("import", cls=Command)
def import_(ctx: typer.Context, file: File) -> None:
    """Take in an export; the same as merge.

    \b
    Examples:
      coach data import journal.jsonl
    """
    merge(ctx, file)


@app.command(cls=Command)
def merge(ctx: typer.Context, file: File) -> None:
    """Take in what another journal, backup or export has and this one has not; doing it twice changes nothing.

    \b
    Examples:
      coach data merge /mnt/stick/journal.db
    """
    from coach.store.merge import merge_file
    from coach.text import plural

    run = Run.of(ctx)
    done = merge_file(run.journal(), file)
    run.say(f"{plural(done.added, 'new event')}; {done.known} were here already. Next: coach today")


@app.command(cls=Command)
def forget(ctx: typer.Context) -> None:
    """Delete the journal, its backups, your stories, offers and logs. There is no way back.

    \b
    Examples:
      coach data forget
      coach data forget --yes
    """
    from coach.store.forget import forget as delete
    from coach.store.forget import personal
    from coach.text import neutral

    run = Run.of(ctx)
    found = personal(run.home)
    for path in found:
        run.say(str(path))
    run.confirm(f"Delete {'these for good' if found else 'nothing (there is nothing)'}?")
    gone = delete(run.home)
    run.say(neutral(f"Deleted {len(gone)}. What you exported or synced elsewhere is still there."))
