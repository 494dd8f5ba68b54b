"""Rounds as a candidate types them: `recruiter 3 Dec, design 7 Dec, case 2026-12-14`."""

import re
from datetime import date
from typing import Final

from coach.days import parse_day
from coach.plan.loop import MONTHS, next_day, round_kind

_DATE: Final = re.compile(r"(\d{4}-\d{2}-\d{2})|(\d{1,2})\.?\s+([A-Za-z]{3})[a-z]*|([A-Za-z]{3})[a-z]*\s+(\d{1,2})")


def parse_rounds(text: str, today: date) -> list[tuple[str, date]]:
    """(kind, day) of each round in a list cut by commas, semicolons or dots; ValueError names the wrong part."""
    parts = [part.strip() for part in re.split(r"[,;·\n]", text) if part.strip()]
    return [(_kind(part), _day(part, today)) for part in parts]


def _word(part: str) -> str:
    return re.split(r"[\s=:]", part)[0]


def _kind(part: str) -> str:
    try:
        return round_kind(_word(part))
    except ValueError as error:
        raise ValueError(f"{part!r}: {error}") from None


def _day(part: str, today: date) -> date:
    found = _DATE.search(part, len(_word(part)))
    if not found:
        raise ValueError(f"{part!r}: expected a date such as 3 Dec or 2026-12-03")
    if found[1]:
        return parse_day(found[1])
    number, name = (found[2], found[3]) if found[2] else (found[5], found[4])
    if name.lower() not in MONTHS:
        raise ValueError(f"{part!r}: expected a month such as Dec, not {name!r}")
    try:
        return next_day(int(number), MONTHS.index(name.lower()) + 1, today)
    except ValueError as error:
        raise ValueError(f"{part!r}: {error}") from None
