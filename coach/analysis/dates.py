"""Numbers that are dates or times of day: 3rd, 14:30, 24/7, 12 March, 2026, the 1990s."""

from typing import Final

from coach.analysis.numbers import Number
from coach.analysis.words import Token, low_at
from coach.analysis.wordset import bag

_MONTHS: Final = bag(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sep sept oct nov dec q1 q2 q3 q4 am pm a.m p.m o'clock"
)
_YEAR_CUES: Final = bag(
    "in since by from until till of during year end early late mid to through before after fy spring summer autumn "
    "winter"
)


def date_end(found: list[Token], index: int, number: Number) -> int | None:
    """The token after the date that `number`, read at `index`, belongs to; None if it is no date."""
    low, before, end = low_at(found, number.end), low_at(found, index - 1), number.end
    if low in ("st", "nd", "rd", "th") and found[end].glued:
        return end + 1
    if low in (":", "/") and all(token.glued for token in found[end : end + 2]) and _is_number(found, end + 1):
        return _clock_end(found, number)
    if low in _MONTHS or before in _MONTHS - {"may", "am", "pm", "march"}:
        return end + (low in _MONTHS)
    if 1900 <= number.value <= 2100 and len(found[index].low) == 4 and found[index].kind == "num":
        return _year_end(found, before, end)
    return None


def _clock_end(found: list[Token], number: Number) -> int | None:
    end = number.end
    third = low_at(found, end + 2) == "/" and _is_number(found, end + 3)
    clock = low_at(found, end) == ":" or third or (number.value, found[end + 1].low) == (24.0, "7")
    return end + (4 if third else 2) if clock else None


def _year_end(found: list[Token], before: str, end: int) -> int | None:
    if low_at(found, end) == "s" and found[end].glued:
        return end + 1
    return end if before in _YEAR_CUES or end >= len(found) or found[end].kind != "word" else None


def _is_number(found: list[Token], index: int) -> bool:
    return index < len(found) and found[index].kind == "num"
