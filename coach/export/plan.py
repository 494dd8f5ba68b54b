"""The plan for others: calendar file, Markdown, a month to print."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from coach.days import show_day
from coach.errors import UsageFault
from coach.export.inert import readable as inert
from coach.plan.figures import summary
from coach.plan.make import day_of, today_of
from coach.plan.model import Done, Plan, Slot
from coach.plan.progress import is_done
from coach.text import neutral

FORMATS: Final = ("ics", "md", "html")


def format_of(kind: str, output: str) -> str:
    """The format named, or else that of the file's ending; UsageFault if it is none of FORMATS."""
    wanted = kind or output.rpartition(".")[2].lower()
    if wanted not in FORMATS:
        raise UsageFault(f"--format: expected one of {', '.join(FORMATS)}, not {wanted!r}.")
    return wanted


def render(kind: str, plan: Plan, done: Mapping[str, Done], today: date) -> bytes:
    """The file's content in one of FORMATS."""
    if kind == "ics":
        from coach.export.calendar import calendar_file

        return calendar_file(plan)
    if kind == "md":
        return markdown(plan, done).encode()
    return html(plan, done, today).encode()


def markdown(plan: Plan, done: Mapping[str, Done]) -> str:
    """Rounds, then each day with its boxes to tick."""
    lines = ["# Preparation plan", "", summary(plan), "", "## Rounds", ""]
    lines += [f"- {show_day(item.day)}: {inert(item.title)}, {item.minutes} min" for item in plan.rounds]
    if plan.cuts:
        lines += ["", "## Given up or shortened", ""]
        lines += [f"- {inert(cut.title)}: {cut.kept} of {cut.minutes} min, {inert(cut.reason)}" for cut in plan.cuts]
    lines += ["", "## Days"]
    tasks = {task.id: task for task in plan.tasks}
    for day in plan.days:
        slots = today_of(plan, day.day)
        if slots:
            lines += ["", f"### {show_day(day.day)} · {day.kind}", ""]
            lines += [_box(slot, is_done(slot, done, tasks)) for slot in slots]
    return "\n".join(lines) + "\n"


def _box(slot: Slot, ticked: bool) -> str:
    part = f" ({slot.part} of {slot.parts})" if slot.parts > 1 else ""
    return f"- [{'x' if ticked else ' '}] {slot.minutes} min {inert(slot.title)}{part}"


def html(plan: Plan, done: Mapping[str, Done], today: date) -> str:
    """Whole weeks as a table, made to be printed."""
    from coach.export.page import page

    cuts = [cut for cut in plan.cuts if cut.late or cut.kept < cut.minutes]
    return page(
        "plan/month.html.j2",
        title="Preparation plan",
        summary=summary(plan),
        weeks=_weeks(plan, done, today),
        cuts=[replace(cut, title=neutral(cut.title), reason=neutral(cut.reason)) for cut in cuts],
    )


def _weeks(plan: Plan, done: Mapping[str, Done], today: date) -> list[list[dict[str, Any]]]:
    monday = plan.start - timedelta(days=plan.start.weekday())
    count = (plan.end - monday).days // 7 + 1
    return [
        [_cell(plan, done, monday + timedelta(days=7 * week + n), today) for n in range(7)] for week in range(count)
    ]


def _cell(plan: Plan, done: Mapping[str, Done], day: date, today: date) -> dict[str, Any]:
    planned = day_of(plan, day)
    tasks = {task.id: task for task in plan.tasks}
    return {
        "title": show_day(day),
        "kind": planned.kind if planned else "outside",
        "today": day == today,
        "rounds": [neutral(item.title) for item in plan.rounds if item.day == day],
        "slots": [
            {"minutes": slot.minutes, "title": neutral(slot.title), "done": is_done(slot, done, tasks)}
            for slot in today_of(plan, day)
        ],
    }
