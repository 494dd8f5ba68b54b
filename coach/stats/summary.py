"""What was done, from the journal's reviews: days, minutes, answers by kind, and how many cards were still known."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple


class Reviewed(NamedTuple):
    """One review as the journal keeps it."""

    day: date
    item: str
    kind: str
    rating: int
    seconds: float


class Summary(NamedTuple):
    """Totals; `kept` is the share of later-day reviews not rated again (None before there is one)."""

    days: int
    answers: int
    minutes: int
    items: int
    by_kind: dict[str, int]
    kept: float | None
    by_week: tuple[tuple[date, int, int], ...]


def summary(reviews: Iterable[Reviewed]) -> Summary:
    """The totals of reviews in journal order; weeks begin on Monday and hold (Monday, answers, minutes)."""
    rows = list(reviews)
    later = list(_later(rows))
    weeks: dict[date, list[Reviewed]] = {}
    for row in rows:
        weeks.setdefault(date.fromordinal(row.day.toordinal() - row.day.weekday()), []).append(row)
    return Summary(
        len({row.day for row in rows}),
        len(rows),
        round(sum(row.seconds for row in rows) / 60),
        len({row.item for row in rows}),
        dict(Counter(row.kind for row in rows).most_common()),
        sum(row.rating > 1 for row in later) / len(later) if later else None,
        tuple(
            (week, len(found), round(sum(row.seconds for row in found) / 60)) for week, found in sorted(weeks.items())
        ),
    )


def _later(rows: Iterable[Reviewed]) -> Iterable[Reviewed]:
    """The first answer of each day to an item that was answered on an earlier day."""
    last: dict[str, date] = {}
    for row in rows:
        if row.item in last and last[row.item] < row.day:
            yield row
        last[row.item] = row.day
