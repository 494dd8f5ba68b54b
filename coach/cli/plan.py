"""`coach plan`: make it, look at it, follow it, change it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from coach.cli.base import Command, new_app
from coach.cli.run import Run
from coach.errors import CoachError, UsageFault
from coach.text import one_line

if TYPE_CHECKING:
    from coach.terminal.views.plan import Shown

app = new_app("From your rounds and minutes a day to a dated plan that fits, and fits again when life happens.")
Rounds = Annotated[
    list[str] | None,
    typer.Option("--round", metavar="TEXT", help="'case 2026-12-14 14:00 Europe/Berlin 45'; again for each round."),
]
Minutes = Annotated[
    list[str] | None, typer.Option("--minutes", metavar="N", help="A day: 30; or one weekday: sat=90. Again for more.")
]
Days = Annotated[list[str] | None, typer.Option("--off", metavar="DATE", help="A day off, or FIRST..LAST.")]
Others = Annotated[list[str] | None, typer.Option("--on", metavar="DATE=N", help="Other minutes on one day.")]
Item = Annotated[str, typer.Argument(metavar="ITEM", help="A task or round: its id, an end of it, or its number.")]


@app.command(cls=Command)
def new(
    ctx: typer.Context,
    rounds: Rounds = None,
    day_one: Annotated[str, typer.Option("--day-one", metavar="DATE", help="Day 1 of the pack's template.")] = "",
    start: Annotated[str, typer.Option("--start", metavar="DATE", help="First day of study; today if left out.")] = "",
    minutes: Minutes = None,
    off: Days = None,
    on: Others = None,
    offer: Annotated[str, typer.Option("--offer", metavar="DATE", help="When the offer is due.")] = "",
    study_at: Annotated[str, typer.Option("--study-at", metavar="HH:MM", help="Your hour, for the calendar.")] = "",
    buffers: Annotated[int, typer.Option("--buffers", min=0, max=9, help="Buffer days to keep free.")] = 2,
    mock_minutes: Annotated[
        int, typer.Option("--mock-minutes", min=0, max=600, help="Minutes of the weekly long day; 0 for none.")
    ] = 60,
) -> None:
    """Make a plan from your rounds, or from the pack's 30-day template.

    \b
    Examples:
      coach plan new
      coach plan new --day-one 2026-12-01 --minutes 30 --minutes sat=90
      coach plan new --round 'case 14 Dec 14:00 Europe/Berlin 45'
      coach plan new --off 2026-12-24..2026-12-26 --on 2026-12-05=60
    """
    from coach.cli.planmaker import Wanted, keep_plan, keep_rounds, new_plan
    from coach.cli.planning import state_of
    from coach.plan.codec import to_json
    from coach.plan.figures import summary
    from coach.terminal.console import show as show_view
    from coach.terminal.views.changes import unfit

    run = Run.of(ctx)
    if state_of(run).plan and not run.yes:
        run.terminal_or_refuse("There is a plan already; to put a new one in its place, add --yes.")
        if not run.port().confirm("Put a new plan in place of the one there is?"):
            return
    wanted = Wanted(rounds or (), day_one, start, minutes or (), off or (), on or (), offer, study_at, buffers)
    plan, known = new_plan(run, wanted._replace(mock_minutes=mock_minutes))
    keep_rounds(run, known)
    keep_plan(run, plan, "new")
    if run.json:
        run.emit({"plan": to_json(plan)})
    elif plan.cuts:
        show_view(unfit(plan), run.plain, run.env)
    run.say(f"Plan made: {summary(plan)} Look at it: coach plan show")


@app.command(cls=Command)
def show(
    ctx: typer.Context,
    week: Annotated[bool, typer.Option("--week", help="This week, slot by slot.")] = False,
    month: Annotated[bool, typer.Option("--month", help="The whole calendar (the default).")] = False,
    rounds: Annotated[bool, typer.Option("--round", help="Each round and its preparation.")] = False,
) -> None:
    """The plan as a calendar: today marked, planned against done.

    \b
    Examples:
      coach plan show
      coach plan show --week
      coach plan show --round --plain
      coach plan show --json
    """
    from coach.terminal.views import plan as views

    if week + month + rounds > 1:
        raise UsageFault("One view at a time.", "Use one of --week, --month and --round.")
    _show(Run.of(ctx), views.week if week else views.rounds if rounds else views.month)


@app.command(cls=Command)
def today(ctx: typer.Context) -> None:
    """What is planned for today.

    \b
    Examples:
      coach plan today
      coach plan today --today 2026-12-03 --json
    """
    from coach.terminal.views import plan as views

    _show(Run.of(ctx), views.one_day)


def _show(run: Run, view: "Callable[[Shown, bool], Any]") -> None:
    from coach.cli.plandata import as_data
    from coach.cli.planning import planned
    from coach.terminal.console import show as show_view
    from coach.terminal.views.plan import Shown

    found = planned(run)
    day = run.moment().day
    if run.json:
        run.emit(as_data(found, day))
        return
    shown = Shown(found.plan, found.state.done, day, frozenset(run.journal().days_studied()))
    show_view(view(shown, run.plain), run.plain, run.env)


@app.command(cls=Command)
def done(
    ctx: typer.Context,
    items: Annotated[
        list[str] | None, typer.Argument(metavar="[ITEM]...", help="Tasks; all of today's if none.")
    ] = None,
    minutes: Annotated[int | None, typer.Option("--minutes", min=0, max=600, help="What it really took.")] = None,
) -> None:
    """Tick off today's slots, or some of them.

    \b
    Examples:
      coach plan done
      coach plan done task-story-deck --minutes 25
    """
    from coach.cli.planning import planned
    from coach.cli.ticking import tick

    run = Run.of(ctx)
    found = planned(run)
    ticked = tick(run, found, items or [], minutes)
    named = "\n".join(f"  [x] {one_line(title, 70)}" for title in ticked)
    run.say(f"Done:\n{named}\nSee: coach plan today" if ticked else "Nothing was left to tick off today.")


@app.command(cls=Command)
def move(
    ctx: typer.Context,
    item: Item,
    when: Annotated[list[str], typer.Argument(metavar="WHEN...", help="A day; for a round also time and zone.")],
) -> None:
    """Move a task to a day, or a round to where the recruiter put it.

    \b
    Examples:
      coach plan move task-case-batch-window 2026-12-05
      coach plan move case 2026-12-15 14:00 Europe/Berlin
    """
    from coach.cli.moving import move_to

    move_to(Run.of(ctx), item, " ".join(when))


@app.command(cls=Command)
def skip(ctx: typer.Context, item: Item) -> None:
    """Leave a task out.

    \b
    Examples:
      coach plan skip task-merchant-calls
    """
    from coach.cli.planning import change, now_text, planned, task_named
    from coach.plan.replan import replanned

    run = Run.of(ctx)
    found = planned(run)
    task = task_named(found.plan, item)
    skipped = found.plan.skipped | {task.id}
    fresh = replanned(found.plan, run.moment().day, found.state.done, now_text(run), skipped=skipped)
    change(run, found, fresh, f"skip {task.id}")


@app.command(cls=Command)
def off(
    ctx: typer.Context,
    days: Annotated[list[str], typer.Argument(metavar="DATE...", help="Days, or FIRST..LAST.")],
) -> None:
    """Take days off; what was on them finds another place.

    \b
    Examples:
      coach plan off 2026-12-12
      coach plan off 2026-12-24..2026-12-26 2026-12-31
    """
    from coach.cli import planning
    from coach.plan.replan import replanned
    from coach.plan.week import days as read_days

    run = Run.of(ctx)
    found = planning.planned(run)
    free = planning.checked("DATE", lambda: read_days(days))
    settings = replace(found.plan.settings, days_off=found.plan.settings.days_off | free)
    fresh = replanned(found.plan, run.moment().day, found.state.done, planning.now_text(run), settings=settings)
    planning.change(run, found, fresh, f"off {' '.join(days)}")


@app.command(cls=Command)
def replan(
    ctx: typer.Context,
    minutes: Minutes = None,
    on: Others = None,
    rounds: Annotated[
        list[str] | None, typer.Option("--round", metavar="ID=WHEN", help="'case=2026-12-15 14:00'; ID=off drops it.")
    ] = None,
) -> None:
    """Fit what is left into the days that are left, what a debrief named first; shows the difference and asks.

    \b
    Examples:
      coach plan replan
      coach plan replan --minutes 20 --yes
      coach plan replan --round 'case=2026-12-15 14:00'
    """
    from coach.cli.attention import raised_tasks
    from coach.cli.library import open_library
    from coach.cli.moving import with_rounds
    from coach.cli.planning import change, checked, load_of, now_text, planned
    from coach.plan.replan import replanned
    from coach.plan.week import day_minutes, minutes_by_weekday

    run, found = Run.of(ctx), planned(Run.of(ctx))
    old = found.plan.settings
    settings = replace(
        old,
        minutes=checked("--minutes", lambda: minutes_by_weekday(minutes or (), old.minutes)),
        exceptions={**old.exceptions, **checked("--on", lambda: day_minutes(on or ()))},
        review=load_of(run),
    )
    day = run.moment().day
    moved = with_rounds(found.plan, rounds or (), day)
    tasks = raised_tasks(run, open_library(run), found.plan.tasks)
    fresh = replanned(found.plan, day, found.state.done, now_text(run), settings=settings, rounds=moved, tasks=tasks)
    change(run, found, fresh, "replan")


@app.command(cls=Command)
def undo(ctx: typer.Context) -> None:
    """Take the last change of the plan back; what you have done stays done.

    \b
    Examples:
      coach plan undo
    """
    from coach.cli.planning import change, now_text, planned
    from coach.plan.glance import UNDONE
    from coach.plan.record import undone_plan

    run = Run.of(ctx)
    found = planned(run)
    before = undone_plan(found.state, now_text(run))
    if before is None:
        raise CoachError("There is no change to take back.", "See the plan: coach plan show")
    change(run, found, before, "undo", UNDONE)


@app.command(cls=Command)
def export(
    ctx: typer.Context,
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="File, or - for stdout.")],
    kind: Annotated[str, typer.Option("--format", metavar="KIND", help="ics, md or html; else from FILE.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Replace the file.")] = False,
) -> None:
    """The plan for your calendar (.ics), as Markdown, or as a month to print (.html).

    \b
    Examples:
      coach plan export -o plan.ics
      coach plan export -o plan.html --force
      coach plan export --format md -o -
    """
    from coach.cli.planning import planned
    from coach.export.files import export_to
    from coach.export.plan import format_of, render

    run = Run.of(ctx)
    found = planned(run)
    wanted = format_of(kind, output)
    export_to(output, render(wanted, found.plan, found.state.done, run.moment().day), force=force)
    if output != "-":
        run.say(f"Wrote {output}. After a change of plan, export and import it again: nothing is doubled.")
