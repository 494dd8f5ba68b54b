"""The plan on screen: a month as a calendar, a week day by day, the rounds, one day."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from rich.console import Group
from rich.table import Table
from rich.text import Text

from coach.days import WEEKDAYS, show_day, show_distance
from coach.plan.figures import summary
from coach.plan.loop import starts
from coach.plan.make import day_of, today_of
from coach.plan.model import NEEDED, Done, Plan, PlanDay, PlanRound, Slot
from coach.plan.progress import balance, finished, is_done, missed, streak
from coach.text import one_line, plural

_MOST_WEEKS = 6
_WORDS = {"off": "off", "eve": "eve", "buffer": "buffer"}
_SHORT = {"recruiter_screen": "recruiter", "hiring_manager_screen": "manager", "system_design": "design"}
_SHORT |= {"product_case": "case", "deep_dive": "deep dive", "behavioral": "behavior", "bar_raiser": "bar raiser"}


class Shown(NamedTuple):
    """Everything a view of the plan needs; `active` are the days with answers."""

    plan: Plan
    done: Mapping[str, Done]
    today: date
    active: Collection[date] = ()

    def is_done(self, slot: Slot) -> bool:
        """Whether a slot needs nothing more."""
        return is_done(slot, self.done, {task.id: task for task in self.plan.tasks}) or (
            slot.kind in ("review", "drill") and slot.day in self.active
        )

    def kept(self, day: date) -> bool:
        """Whether anything was done on a day."""
        return day in self.active or any(day in record.minutes for record in self.done.values())


def head(shown: Shown) -> list[Text]:
    """The next round, how the plan stands, and the last days."""
    plan, today = shown.plan, shown.today
    ahead = next((item for item in plan.rounds if item.day >= today), None)
    first = f"{one_line(ahead.title)} {show_distance(ahead.day, today)}" if ahead else "No round ahead"
    tasks = "{} of {} tasks done".format(*finished(plan, shown.done))
    ahead_by = balance(plan, shown.done, today)
    standing = "on plan" if not ahead_by else f"{ahead_by:+d} min"
    days = streak(plan, shown.done, today, shown.active)
    lines = [Text(f"{first} · {tasks} · {standing} · {days}")]
    lines[0].stylize("bold", 0, len(first))
    behind = missed(plan, shown.done, today)
    if behind:
        lines.append(Text(f"{plural(len(behind), 'task')} missed, nothing lost: coach plan replan"))
    return lines


def month(shown: Shown, plain: bool) -> Group:
    """Whole weeks as a calendar, today marked, done against planned."""
    if plain:
        return Group(*head(shown), *(Text(line) for day in _weeks(shown) for line in _day_lines(shown, day)))
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), expand=True, header_style="dim")
    for name in WEEKDAYS:
        table.add_column(name, ratio=1, no_wrap=True, overflow="ellipsis")
    days = _weeks(shown)
    for first in range(0, len(days), 7):
        table.add_row(*(_cell(shown, day) for day in days[first : first + 7]))
    return Group(*head(shown), table, Text(summary(shown.plan), style="dim", no_wrap=True, overflow="ellipsis"))


def _weeks(shown: Shown) -> list[date]:
    start, end = shown.plan.start, shown.plan.end
    monday = start - timedelta(days=start.weekday())
    weeks = (end - monday).days // 7 + 1
    if weeks > _MOST_WEEKS:
        current = min(max(shown.today, start), end) - timedelta(days=7)
        monday = max(monday, current - timedelta(days=current.weekday()))
        weeks = min(_MOST_WEEKS, (end - monday).days // 7 + 1)
    return [monday + timedelta(days=n) for n in range(7 * weeks)]


def _cell(shown: Shown, day: date) -> Text:
    planned = day_of(shown.plan, day)
    number = f"[{day.day}]" if day == shown.today else f" {day.day}"
    if day.day == 1 or day == shown.plan.start:
        number += " " + show_day(day).split()[-1]
    text = Text(number, style="bold reverse" if day == shown.today else "")
    if planned is None:
        text.stylize("dim")
        return Text.assemble(text, "\n", "\n")
    return Text.assemble(text, "\n ", _label(shown.plan, planned), "\n ", _tally(shown, day))


def _label(plan: Plan, day: PlanDay) -> Text:
    held = [item for item in plan.rounds if item.day == day.day]
    if held:
        return Text(f"*{_SHORT.get(held[0].kind, held[0].kind.replace('_', ' '))}", style="bold")
    if day.day in (plan.decision, plan.offer):
        return Text("decision" if day.day == plan.decision else "offer", style="bold")
    if day.kind in _WORDS and not day.buffer_used:
        return Text(_WORDS[day.kind], style="dim")
    named = next((slot for slot in today_of(plan, day.day) if slot.kind in NEEDED), None)
    return Text(one_line(_brief(named), 10) if named else ("drill" if today_of(plan, day.day) else "free"))


def _brief(slot: Slot) -> str:
    words = {"mock": "mock", "story": "stories", "deck": "deck", "offer": "offer"}
    return words.get(slot.kind) or slot.item.removeprefix("task-").replace("-", " ")


def _tally(shown: Shown, day: date) -> Text:
    slots = today_of(shown.plan, day)
    minutes = sum(slot.minutes for slot in slots)
    if not minutes:
        return Text("")
    done = sum(slot.minutes for slot in slots if shown.is_done(slot))
    if day > shown.today and not done:
        return Text(f"{minutes} min", style="dim")
    mark = "ok" if done >= minutes or shown.kept(day) else ("--" if day < shown.today else "..")
    return Text(f"{done}/{minutes} {mark}", style="green" if mark == "ok" else "")


def week(shown: Shown, plain: bool) -> Group:
    """Seven days from this Monday, each with its slots."""
    monday = shown.today - timedelta(days=shown.today.weekday())
    days = [monday + timedelta(days=n) for n in range(7)]
    if plain:
        return Group(*head(shown), *(Text(line) for day in days for line in _day_lines(shown, day)))
    table = Table(box=None, pad_edge=False, show_header=False, expand=True)
    table.add_column(width=12, no_wrap=True)
    table.add_column(width=7, no_wrap=True)
    table.add_column(ratio=1)
    for day in days:
        planned = day_of(shown.plan, day)
        style = "bold reverse" if day == shown.today else ""
        kind = planned.kind if planned else ""
        table.add_row(Text(show_day(day), style=style), Text(kind, style="dim"), _slots_text(shown, day))
    return Group(*head(shown), table, Text("[x] done  [ ] to do  [-] missed", style="dim"))


def _slots_text(shown: Shown, day: date) -> Text:
    slots = today_of(shown.plan, day)
    return Text("\n").join(Text(_slot_line(shown, slot, 57)) for slot in slots) if slots else Text("")


def _slot_line(shown: Shown, slot: Slot, width: int) -> str:
    mark, title = _marked(shown, slot)
    return f"{mark}  {one_line(title, width - 13)}"


def _marked(shown: Shown, slot: Slot) -> tuple[str, str]:
    """Its mark with its minutes, and its whole title."""
    missed_word = "[-]" if slot.day < shown.today and slot.kind in NEEDED else "[ ]"
    part = f"{slot.part}/{slot.parts} " if slot.parts > 1 else ""
    mark = "[x]" if shown.is_done(slot) else missed_word
    return f"{mark} {slot.minutes:>3} min", part + one_line(slot.title)


def _day_lines(shown: Shown, day: date) -> list[str]:
    planned = day_of(shown.plan, day)
    if planned is None:
        return []
    when = f"{show_day(day)}{' (today)' if day == shown.today else ''}"
    slots = today_of(shown.plan, day)
    named = [f"{one_line(slot.title)} {slot.minutes} min{_state(shown, slot)}" for slot in slots]
    held = [f"round: {one_line(item.title)}" for item in shown.plan.rounds if item.day == day]
    return [f"{when}: " + "; ".join([*(held or [planned.kind]), *named]) + "."]


def _state(shown: Shown, slot: Slot) -> str:
    if shown.is_done(slot):
        return ", done"
    return ", missed" if slot.day < shown.today and slot.kind in NEEDED else ""


def rounds(shown: Shown, plain: bool) -> Group:
    """Each round with its time, here and there, and how far its preparation is."""
    return Group(*head(shown), *(line for item in shown.plan.rounds for line in _round_lines(shown, item)))


def _round_lines(shown: Shown, item: PlanRound) -> list[Text]:
    plan = shown.plan
    tasks = [task for task in plan.tasks if task.before == item.id and task.id not in plan.skipped]
    left = [slot for slot in plan.slots if slot.item in {task.id for task in tasks} and not shown.is_done(slot)]
    ahead = sum(slot.minutes for slot in left if slot.day >= shown.today)
    cut = [found.minutes for found in plan.cuts if found.before == item.id and not found.kept]
    over = item.day < shown.today
    lines = [Text(f"{one_line(item.title)}: {show_day(item.day)}, {show_distance(item.day, shown.today)}", "bold")]
    lines.append(Text(f"  {_when(item, plan.settings.zone)}{item.minutes} min"))
    if tasks and not over:
        done = sum(not any(slot.item == task.id for slot in left) for task in tasks) - len(cut)
        lines.append(Text(f"  {max(done, 0)} of {plural(len(tasks), 'task')} done, {ahead} min planned before it"))
    if not over:
        open_ = {slot.item for slot in left}
        reasons = dict.fromkeys(task.because for task in tasks if task.because and task.id in open_)
        lines += [Text(f"  counts for more, {why}") for why in reasons]
    return lines + ([Text(f"  {plural(len(cut), 'task')} left out, {sum(cut)} min")] if cut and not over else [])


def _when(item: PlanRound, zone: str) -> str:
    begin = starts(item)
    if begin is None:
        return "no time yet, "
    from zoneinfo import ZoneInfo

    here = begin.astimezone(ZoneInfo(zone))
    there = f" ({item.start[11:]} in {item.zone})" if item.zone != zone else ""
    return f"{here:%H:%M} {zone}{there}, "


def one_day(shown: Shown, plain: bool) -> Group:
    """A day's slots in the order in which to do them."""
    planned = day_of(shown.plan, shown.today)
    slots: Sequence[Slot] = today_of(shown.plan, shown.today)
    kind = planned.kind if planned else "outside the plan"
    lines: list[Any] = [Text(f"{show_day(shown.today)} · {kind} · {sum(slot.minutes for slot in slots)} min")]
    if not slots:
        return Group(*head(shown), *lines, Text("Nothing planned."))
    told = [_marked(shown, slot) for slot in slots]
    if plain:
        return Group(*head(shown), *lines, *(Text("  ".join(pair)) for pair in told))
    table = Table.grid(padding=(0, 2, 0, 0))
    for pair in told:
        table.add_row(*map(Text, pair))
    return Group(*head(shown), *lines, table)
