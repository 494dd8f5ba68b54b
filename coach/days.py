"""Calendar arithmetic without a clock: study days, zones, parsing, wording."""

from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

ROLLOVER_HOUR: Final = 4
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def parse_day(text: str) -> date:
    """An ISO date; ValueError says what was expected."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(f"expected a date such as 2026-12-03, not {text!r}") from None


def study_day(instant: datetime, zone: ZoneInfo, rollover_hour: int = ROLLOVER_HOUR) -> date:
    """The candidate's day of an aware instant; the small hours before the rollover belong to the day before."""
    local = instant.astimezone(zone)
    return (local.replace(tzinfo=None) - timedelta(hours=rollover_hour)).date()


def utc_text(instant: datetime) -> str:
    """An aware instant as `2026-12-03T17:04:05.123456Z`."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def show_day(day: date) -> str:
    """`Thu 3 Dec`: the same in every locale."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def show_distance(day: date, today: date) -> str:
    """How far off a day is, in words: `today`, `tomorrow`, `in 3 days`, `2 days ago`."""
    gap = (day - today).days
    words = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return words.get(gap) or (f"in {gap} days" if gap > 0 else f"{-gap} days ago")


class Moment(NamedTuple):
    """Now, as the command line read it: the UTC instant, the candidate's study day and the zone's name."""

    at: datetime
    day: date
    zone: str
