"""What a change of plan changes, and what does not fit: one line each, with the reason."""

from collections.abc import Sequence
from typing import Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from coach.days import show_day
from coach.plan.figures import summary
from coach.plan.make import NO_ROOM
from coach.plan.model import Cut, Plan
from coach.plan.replan import Change
from coach.text import one_line

_STYLES = {
    "cut": "red",
    "shortened": "yellow",
    "added": "green",
    "lengthened": "green",
    "round": "bold",
    "raised": "cyan",
}


def changes_view(changes: Sequence[Change], new: Plan, plain: bool) -> Group:
    """Moved, shortened, cut and added, each with its reason; then how the plan stands."""
    rows: list[Any] = [_plain(change) for change in changes] if plain else [_table(changes)]
    if not changes:
        rows = [Text("No task is moved or cut; only the days and minutes around them change.")]
    return Group(*rows, Text(""), Text(summary(new)), *_lines(unfit_lines(new)))


def _plain(change: Change) -> Text:
    way = f" from {change.before}" if change.before else ""
    way += f" to {change.after}" if change.after else ""
    reason = f": {change.reason}" if change.reason else ""
    return Text(f"{change.kind}: {one_line(change.title)}{way}{reason}")


def _table(changes: Sequence[Change]) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, expand=True)
    table.add_column(width=10, no_wrap=True)
    table.add_column(ratio=1)
    for change in changes:
        head = Text(one_line(change.title, 60), style="bold")
        way = " → ".join(part for part in (change.before, change.after) if part)
        reason = f"{' · ' if way else ''}{change.reason}" if change.reason else ""
        table.add_row(Text(change.kind, style=_STYLES.get(change.kind, "")), head)
        table.add_row("", Text(one_line(f"{way}{reason}"), style="dim"))
    return table


def unfit(plan: Plan) -> Group:
    """The screen of a plan that does not fit; nothing if it does."""
    return Group(*_lines(unfit_lines(plan)))


def _lines(lines: Sequence[str]) -> list[Text]:
    return [Text(line) for line in lines]


def unfit_lines(plan: Plan) -> list[str]:
    """How many minutes are missing before which round, what gave way in which order, and what would fit."""
    if not plan.cuts:
        return []
    days = {item.id: f" ({show_day(item.day)})" for item in plan.rounds}
    lines = [
        f"Short by {item.minutes} minutes before {one_line(item.title, 40)}{days.get(item.before, '')}."
        for item in plan.short
    ]
    if not plan.short and any(not cut.late for cut in plan.cuts):
        lines.append("The minutes are there, but some sittings find no day that is long enough.")
    given_up = [cut for cut in plan.cuts if not cut.kept or (not cut.late and cut.kept < cut.minutes)]
    if given_up:
        lines.append("Given up, since no day before the round has room; the lightest first:")
        lines += [f"  {number}. {_given_up(cut)}" for number, cut in enumerate(given_up, 1)]
    late = [cut for cut in plan.cuts if cut.late]
    if late:
        lines.append("After their own round, and still of use:")
        lines += [f"  - {one_line(f'{one_line(cut.title, 34)} ({cut.minutes} min): {cut.reason}', 75)}" for cut in late]
    return lines + _remedy(plan)


def _given_up(cut: Cut) -> str:
    title = one_line(cut.title, 46)
    if cut.kept:
        return f"{title}: {cut.kept} of {cut.minutes} min"
    reason = "" if cut.reason == NO_ROOM else f": {cut.reason.partition(',')[0]}"
    return one_line(f"{title} ({cut.minutes} min){reason}", 74)


def _remedy(plan: Plan) -> list[str]:
    unproven = [] if plan.proven else ["The search was stopped before every arrangement was tried."]
    if not plan.short and not any(not cut.late and cut.kept < cut.minutes for cut in plan.cuts):
        return unproven
    if plan.fits_at is None:
        return [*unproven, "No number of minutes a day would fit: there are too few study days in between."]
    return [*unproven, f"{plan.fits_at} minutes a study day would fit: coach plan replan --minutes {plan.fits_at}"]
