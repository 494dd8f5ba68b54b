"""Rounds as a candidate types them: `recruiter 3 Dec, design 7 Dec, case 2026-12-14`."""

import re
from datetime import date
from typing import Final

from coach.days import parse_day
from coach.packs.model import RoundKind
from coach.text import did_you_mean

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES: Final[dict[str, RoundKind]] = {
    "recruiter": "recruiter_screen",
    "screen": "recruiter_screen",
    "manager": "hiring_manager_screen",
    "design": "system_design",
    "system": "system_design",
    "case": "product_case",
    "product": "product_case",
    "deep": "deep_dive",
    "vp": "deep_dive",
    "behavioral": "behavioral",
    "behavioural": "behavioral",
    "panel": "panel",
    "bar": "bar_raiser",
    "executive": "executive",
    "ceo": "executive",
    "final": "executive",
}
_DATE: Final = re.compile(r"(\d{4}-\d{2}-\d{2})|(\d{1,2})\.?\s+([A-Za-z]{3})[a-z]*|([A-Za-z]{3})[a-z]*\s+(\d{1,2})")


def parse_rounds(text: str, today: date) -> list[tuple[RoundKind, date]]:
    """(kind, day) of each round in a list cut by commas, semicolons or dots; ValueError names the wrong part."""
    parts = [part.strip() for part in re.split(r"[,;·\n]", text) if part.strip()]
    return [(_kind(part), _day(part, today)) for part in parts]


def _kind(part: str) -> RoundKind:
    word = re.split(r"[\s=:]", part.strip().lower())[0]
    for name, kind in _NAMES.items():
        if word in (name, kind):
            return kind
    hint = did_you_mean(word, _NAMES) or "such as recruiter, design, case, deep, final"
    raise ValueError(f"{part!r}: expected a round first ({hint})")


def _day(part: str, today: date) -> date:
    found = _DATE.search(part)
    if not found:
        raise ValueError(f"{part!r}: expected a date such as 3 Dec or 2026-12-03")
    if found[1]:
        return parse_day(found[1])
    number, name = (found[2], found[3]) if found[2] else (found[5], found[4])
    if name.lower() not in _MONTHS:
        raise ValueError(f"{part!r}: expected a month such as Dec, not {name!r}")
    month = _MONTHS.index(name.lower()) + 1
    for year in (today.year, today.year + 1):
        try:
            day = date(year, month, int(number))
        except ValueError:
            continue
        if day >= today:
            return day
    raise ValueError(f"{part!r}: there is no such day in the next year")
