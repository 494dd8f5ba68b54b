"""A claim's value as people say it: 43,200 s is 12 hours."""

from typing import Final

from coach.text import plural

# The largest first; a time is told in the largest unit that gives at least 1 and at most one decimal.
_TIMES: Final = (
    (31_557_600.0, "year"), (2_629_800.0, "month"), (604_800.0, "week"), (86_400.0, "day"), (3600.0, "hour"),
    (60.0, "minute"), (1.0, "second"),
)  # fmt: skip
_WHOLE: Final = ("year", "month", "week")


def amount(value: float, unit: str) -> str:
    """`12 hours`, `138 ms`, `34 %`, `EUR 90,000`, `1,200 orders`: a value in base units with its unit."""
    if unit == "s":
        return _time(value)
    number = _number(value)
    if len(unit) == 3 and unit.isupper() and unit.isalpha():
        return f"{unit} {number}"
    return f"{number} {unit}".rstrip()


def _number(value: float) -> str:
    return f"{value:,.10g}"


def _time(seconds: float) -> str:
    if 0 < abs(seconds) < 1:
        return f"{_number(round(seconds * 1000, 6))} ms"
    for size, name in _TIMES:
        count = seconds / size
        if abs(count) >= 1 and abs(count - round(count, 0 if name in _WHOLE else 1)) < 1e-6:
            return plural(int(count), name) if count == int(count) else f"{_number(round(count, 1))} {name}s"
    return f"{_number(seconds)} seconds"
