"""The candidate's week as typed: `30`, `sat=90`, `2026-12-05=60`, `2026-12-24..2026-12-26`."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Final

from coach.days import parse_day

_NAMES: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MOST: Final = 600


def minutes_by_weekday(texts: Iterable[str], usual: tuple[int, ...]) -> tuple[int, ...]:
    """`30` for every day that is not off, `sat=90` for one; several may be given, also cut by commas."""
    minutes = list(usual)
    for text in (part for typed in texts for part in typed.replace(" ", "").lower().split(",") if part):
        name, equals, number = text.rpartition("=")
        if not equals:
            minutes = [_minutes(number) if before else 0 for before in minutes]
        elif name[:3] in _NAMES:
            minutes[_NAMES.index(name[:3])] = _minutes(number)
        else:
            raise ValueError(f"expected minutes such as 30 or sat=90, not {text!r}")
    return tuple(minutes)


def day_minutes(texts: Iterable[str]) -> dict[date, int]:
    """`2026-12-05=60`: a day that has other minutes than usual; 0 is a day off."""
    found = {}
    for text in texts:
        day, equals, number = text.partition("=")
        if not equals:
            raise ValueError(f"expected a day and its minutes, such as 2026-12-05=60, not {text!r}")
        found[parse_day(day)] = _minutes(number)
    return found


def days(texts: Iterable[str]) -> frozenset[date]:
    """Days such as `2026-12-24`, and spans such as `2026-12-24..2026-12-26`."""
    found: set[date] = set()
    for text in texts:
        first, _, last = text.partition("..")
        begin = parse_day(first)
        end = parse_day(last) if last else begin
        if not begin <= end <= begin + timedelta(days=366):
            raise ValueError(f"expected the earlier day first, and at most a year, not {text!r}")
        found |= {begin + timedelta(days=n) for n in range((end - begin).days + 1)}
    return frozenset(found)


def clock(text: str) -> str:
    """A time of day as `18:30`."""
    try:
        return time.fromisoformat(text).strftime("%H:%M")
    except ValueError:
        raise ValueError(f"expected a time of day such as 18:30, not {text!r}") from None


def _minutes(text: str) -> int:
    if not (text.isdecimal() and int(text) <= _MOST):
        raise ValueError(f"expected whole minutes from 0 to {_MOST}, not {text!r}")
    return int(text)
