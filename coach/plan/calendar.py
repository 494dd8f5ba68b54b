"""What each day is for and how many minutes it has: study, mock, buffer, eve of a round, round, off."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from coach.plan.model import DayKind, PlanDay, PlanRound, Settings

REVIEW: Final = 5
_APART: Final = 4
_OPEN: Final = ("study", "mock", "buffer")


def minutes_of(day: date, settings: Settings) -> int:
    """The candidate's minutes on a day, before rounds are looked at: 0 on a day off."""
    if day in settings.days_off:
        return 0
    if day in settings.exceptions:
        return max(settings.exceptions[day], 0)
    usual = settings.minutes[day.weekday()]
    return max(usual, settings.mock_minutes) if usual and day.weekday() == settings.mock_weekday else usual


def plan_days(start: date, end: date, rounds: Sequence[PlanRound], settings: Settings) -> tuple[PlanDay, ...]:
    """Every day from start to end, with buffer days set before the rounds that count most."""
    days = [_plan_day(start + timedelta(days=n), rounds, settings) for n in range((end - start).days + 1)]
    days = _with_long_days(days, settings)
    buffers = _buffer_days(days, rounds, settings.buffers)
    return tuple(replace(day, kind="buffer") if day.day in buffers else day for day in days)


def _plan_day(day: date, rounds: Sequence[PlanRound], settings: Settings) -> PlanDay:
    held = sum(item.day == day for item in rounds)
    if held:
        return PlanDay(day, "round", held * (settings.card_minutes + settings.debrief_minutes))
    minutes = minutes_of(day, settings)
    kind = _kind(day, minutes, rounds, settings)
    if kind == "eve" and day not in settings.exceptions:  # no long day before a round
        minutes = settings.minutes[day.weekday()]
    return PlanDay(day, kind, minutes)


def _kind(day: date, minutes: int, rounds: Sequence[PlanRound], settings: Settings) -> DayKind:
    if not minutes:
        return "off"
    if any(0 < (item.day - day).days <= settings.taper for item in rounds):
        return "eve"
    long_day = day.weekday() == settings.mock_weekday and day not in settings.exceptions
    return "mock" if long_day else "study"


def _with_long_days(days: Sequence[PlanDay], settings: Settings) -> list[PlanDay]:
    """Where a round or its eve takes the weekly long day, the study day before it in that week is the long one."""
    taken = {day.day for day in days if day.day.weekday() == settings.mock_weekday and day.kind in ("round", "eve")}
    chosen: set[date] = set()
    for lost in taken if settings.minutes[settings.mock_weekday] else ():
        week = [
            day.day for day in days if day.kind == "study" and lost - timedelta(days=lost.weekday()) <= day.day < lost
        ]
        chosen.update(day for day in week[-1:] if day not in settings.exceptions)
    return [
        replace(day, kind="mock", minutes=max(day.minutes, settings.mock_minutes)) if day.day in chosen else day
        for day in days
    ]


def _buffer_days(days: Sequence[PlanDay], rounds: Sequence[PlanRound], count: int) -> frozenset[date]:
    """The last ordinary day before the eve of each of the `count` weightiest rounds that has four days or more."""
    chosen: list[tuple[float, date]] = []
    for item in rounds:
        earlier = max((other.day for other in rounds if other.day < item.day), default=date.min)
        between = [day for day in days if earlier < day.day < item.day and day.kind in ("study", "mock")]
        ordinary = [day for day in between if day.kind == "study"]
        if len(between) >= _APART and ordinary:
            chosen.append((-item.weight, ordinary[-1].day))
    return frozenset(day for _, day in sorted(chosen)[: max(count, 0)])


def review_minutes(day: PlanDay, settings: Settings) -> int:
    """Minutes kept for due cards: the forecast, never more than a third of the day, none on the day of a mock."""
    if day.kind in ("round", "off", "mock"):
        return 0
    return min(settings.review.get(day.day, REVIEW), day.minutes // 3)


def room(day: PlanDay, settings: Settings, *, use_buffers: bool = False) -> int:
    """Minutes of a day that tasks may use."""
    if day.kind not in _OPEN or (day.kind == "buffer" and not (use_buffers or day.buffer_used)):
        return 0
    return day.minutes - review_minutes(day, settings)


def is_study(day: PlanDay) -> bool:
    """Whether the day is there for study; eves, rounds and days off are not."""
    return day.kind in _OPEN
