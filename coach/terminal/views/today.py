"""Today's screen as plain lines, without rich: it is opened every day and should be there at once."""

from coach.days import show_day, show_distance
from coach.plan.glance import PlannedDay
from coach.practice.today import Today
from coach.text import one_line, plural


def lines(today: Today, planned: PlannedDay | None) -> list[str]:
    """The screen, at most 60 columns wide; `planned` is the day in the plan."""
    if not today.set_up:
        return [*_welcome(), "", *_work(today, planned)]
    return [show_day(today.day) + _round(today), "", *_work(today, planned), *_record(today)]


def _welcome() -> list[str]:
    return [
        "coach: from today to the signed offer, half an hour a day.",
        "Nothing leaves this computer. No account, no network.",
    ]


def _round(today: Today) -> str:
    if today.next_round is None:
        return " · no round ahead"
    return f" · {one_line(today.next_round.title, 30)} {show_distance(today.next_round.day, today.day)}"


def _work(today: Today, planned: PlannedDay | None) -> list[str]:
    if today.day_off:
        return ["A day off. Nothing is due; a few cards are there if you like."]
    left = max(today.minutes - round(today.seconds / 60), 0)
    other = [_plan(planned)] if planned and planned.minutes != today.minutes else []
    if today.set_up and not left:
        done = "Drills done for today" if other else "Done for today"
        return [*other, f"{done}: {today.minutes} of {today.minutes} minutes."]
    minutes = f"{left} min" + (f" left of {today.minutes}" if left < today.minutes else "")
    rows = [*other, f"Drills      {minutes}, as on any day" if other else f"Today       {minutes}"]
    rows.append(f"Due         {plural(today.due, 'card')} to repeat, then new ones and drills")
    if today.drafts:
        rows.append(f"Unfinished  {plural(today.drafts, 'draft')} kept; each opens where you left it")
    return rows


def _plan(planned: PlannedDay) -> str:
    """The minutes of a day that the plan makes longer or shorter than others."""
    return f"Plan        {planned.minutes} min today: coach plan today" if planned.minutes else "Plan        free today"


def _record(today: Today) -> list[str]:
    rows = []
    if today.answered:
        rows.append(f"So far      {today.answered} answered, {round(today.seconds / 60)} min")
    done, planned = today.streak
    if planned:
        rows.append(f"Studied     {done} of the last {plural(planned, 'planned day')}")
    return rows


def keys(today: Today) -> str:
    """The keys that act now; the first is what Enter does."""
    if not today.set_up:
        return "[Enter] five questions, then your plan  [n] start without  [d] demo  [q] quit"
    return "[Enter] start  [s] set up again  [d] demo  [q] quit"
