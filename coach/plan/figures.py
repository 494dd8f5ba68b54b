"""The plan in numbers: study days, minutes there, minutes needed, slack, buffers."""

from typing import Final, NamedTuple

from coach.plan.calendar import is_study, review_minutes
from coach.plan.model import NEEDED, Cut, Plan
from coach.text import one_line

_NAMED: Final = 3


class Figures(NamedTuple):
    """Days and minutes of a plan; `needed` holds reviews and tasks on study days, cut ones included."""

    study_days: int
    mock_days: int
    buffer_days: int
    available: int
    needed: int
    cut: int

    @property
    def slack(self) -> int:
        """Minutes to spare; negative when something was cut."""
        return self.available - self.needed


def figures(plan: Plan) -> Figures:
    """Totals over the whole plan, past days as they were planned."""
    last = max((item.day for item in plan.rounds), default=plan.end)
    used = {slot.day for slot in plan.slots}
    days = [day for day in plan.days if is_study(day) and (day.day <= last or day.day in used)]
    open_days = [day for day in days if day.kind != "buffer" or day.buffer_used]
    reviews = sum(review_minutes(day, plan.settings) for day in open_days if day.day <= last)
    placed = sum(slot.minutes for slot in plan.slots if slot.kind in NEEDED)
    cut = sum(item.minutes - item.kept for item in plan.cuts)
    return Figures(
        study_days=len(days),
        mock_days=sum(day.kind == "mock" for day in days),
        buffer_days=sum(day.kind == "buffer" and not day.buffer_used for day in days),
        available=sum(day.minutes for day in days),
        needed=reviews + placed + cut,
        cut=cut,
    )


def summary(plan: Plan) -> str:
    """One line: `25 study days, 750 min there, 612 needed: 138 min slack, 2 buffer days.`"""
    found = figures(plan)
    days = f"{found.study_days} study days, {found.available} min there, {found.needed} needed"
    if found.cut:
        return f"{days}; {found.cut} min find no day in time."
    buffers = f", {found.buffer_days} buffer days" if found.buffer_days != 1 else ", 1 buffer day"
    return f"{days}: {found.slack} min slack{buffers}."


def left_out(plan: Plan) -> str:
    """One sentence with what a plan leaves out or shortens and why, the weightiest first; empty if it fits."""
    cuts = [cut for cut in plan.cuts if cut.kept < cut.minutes]
    named = [_named(cut) for cut in sorted(cuts, key=lambda cut: -cut.weight)]
    if not named:
        return ""
    more = f", and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    return "No day before its round has the minutes for: " + ", ".join(named[:_NAMED]) + more + "."


def _named(cut: Cut) -> str:
    title = one_line(cut.title, 50).rstrip(".")
    return f"{title} ({cut.kept} of {cut.minutes} min)" if cut.kept else f"{title} ({cut.minutes} min)"
