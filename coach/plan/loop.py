"""Rounds on real days: from a loop's template, or from what the candidate writes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from coach.days import ROLLOVER_HOUR, study_day
from coach.packs.model import Loop
from coach.plan.model import PlanRound
from coach.text import did_you_mean

# The case decides and the technical round is the gate (valenx:L6); the rest follow the order of a usual loop.
WEIGHTS: Final = {
    "product_case": 3.0,
    "system_design": 2.0,
    "deep_dive": 2.0,
    "executive": 1.5,
    "bar_raiser": 1.5,
    "panel": 1.5,
    "behavioral": 1.2,
    "hiring_manager_screen": 1.2,
    "recruiter_screen": 1.0,
}
MINUTES: Final = {"recruiter_screen": 30, "product_case": 45, "deep_dive": 90, "executive": 30}
_NAMES: Final = {
    "recruiter": "recruiter_screen",
    "screen": "recruiter_screen",
    "manager": "hiring_manager_screen",
    "hiring": "hiring_manager_screen",
    "design": "system_design",
    "system": "system_design",
    "case": "product_case",
    "product": "product_case",
    "deep": "deep_dive",
    "vp": "deep_dive",
    "behavioural": "behavioral",
    "bar": "bar_raiser",
    "ceo": "executive",
    "final": "executive",
}
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EXAMPLE: Final = "expected something like: case 2026-12-14 14:00 Europe/Berlin 45"


class When(NamedTuple):
    """A day and perhaps a time; the zone is empty for the candidate's own."""

    day: date
    at: time | None = None
    zone: str = ""


def dated(loop: Loop, day_one: date, zone: str) -> tuple[PlanRound, ...]:
    """The loop's rounds with day 1 on `day_one`; no times yet."""
    return tuple(
        PlanRound(
            item.id,
            item.kind,
            item.title,
            day_one + timedelta(days=item.day - 1),
            item.minutes,
            item.weight,
            zone=zone,
            interviewer=item.interviewer,
        )
        for item in loop.rounds
    )


def decision_and_offer(loop: Loop, day_one: date) -> tuple[date, date]:
    """The days on which the loop decides and makes the offer."""
    return day_one + timedelta(days=loop.decision_day - 1), day_one + timedelta(days=loop.offer_day - 1)


def parse_rounds(texts: Iterable[str], today: date, zone: str, rollover: int = ROLLOVER_HOUR) -> tuple[PlanRound, ...]:
    """Rounds as `KIND DAY [TIME] [ZONE] [MINUTES]`, soonest first; ValueError for the first bad one.

    A day is `2026-12-14`, or `14 Dec` for the next one; a second round of a kind gets the id `KIND-2`.
    """
    rounds: list[PlanRound] = []
    for text in texts:
        found = _parse_round(text, today, zone, rollover)
        same = sum(other.kind == found.kind for other in rounds)
        rounds.append(replace(found, id=f"{found.id}-{same + 1}") if same else found)
    return tuple(sorted(rounds, key=lambda item: (item.day, item.start)))


def _parse_round(text: str, today: date, zone: str, rollover: int) -> PlanRound:
    words = re.split(r"[\s=]+", text.strip())
    kind = round_kind(words[0])
    rest = words[1:]
    minutes = MINUTES.get(kind, 60)
    if rest and re.fullmatch(r"\d{1,3}m?(in)?", rest[-1]) and len(rest) > 1 and not _is_day_start(rest, len(rest) - 1):
        minutes = int(re.sub(r"\D", "", rest.pop()))
    if not 5 <= minutes <= 600:
        raise ValueError(f"a round takes 5 to 600 minutes, not {minutes}")
    when = parse_when(" ".join(rest), today)
    title = kind.replace("_", " ").capitalize()
    blank = PlanRound(kind.replace("_", "-"), kind, title, when.day, minutes, WEIGHTS[kind], zone=zone)
    return at(blank, when, zone, rollover)


def _is_day_start(words: Sequence[str], index: int) -> bool:
    return index + 1 < len(words) and words[index + 1][:3].lower() in MONTHS


def round_kind(word: str) -> str:
    """The round kind that a word stands for; ValueError offers the nearest."""
    plain = word.lower().replace("-", "_")
    kind = _NAMES.get(plain, plain)
    if kind not in WEIGHTS:
        hint = did_you_mean(plain, (*WEIGHTS, *_NAMES)) or "known: " + ", ".join(WEIGHTS)
        raise ValueError(f"there is no round kind {word!r}; {hint}")
    return kind


def parse_when(text: str, today: date) -> When:
    """`2026-12-14`, `2026-12-14T14:00`, `14 Dec 14:00 Europe/Berlin`; ValueError says what was expected."""
    words = text.replace("T", " ", 1).split() if re.match(r"\d{4}-\d\d-\d\dT", text) else text.split()
    if not words:
        raise ValueError(f"the day is missing; {_EXAMPLE}")
    day, rest = _parse_day(words, today)
    clock = _parse_time(rest.pop(0)) if rest and ":" in rest[0] else None
    zone = rest.pop(0) if rest else ""
    if rest:
        raise ValueError(f"{' '.join(rest)!r} is one word too many; {_EXAMPLE}")
    if zone:
        _zone(zone)
    return When(day, clock, zone)


def _parse_day(words: list[str], today: date) -> tuple[date, list[str]]:
    if len(words) > 1 and words[0].isdecimal() and words[1][:3].lower() in MONTHS:
        return next_day(int(words[0]), MONTHS.index(words[1][:3].lower()) + 1, today), words[2:]
    try:
        return date.fromisoformat(words[0]), words[1:]
    except ValueError:
        raise ValueError(f"{words[0]!r} is not a day; {_EXAMPLE}") from None


def next_day(day: int, month: int, today: date) -> date:
    """The first such day from today on; ValueError if there is none."""
    for year in range(today.year, today.year + 9):  # a 29 February may be eight years off
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError(f"there is no day {day} in month {month}")


def _parse_time(word: str) -> time:
    try:
        return time.fromisoformat(word)
    except ValueError:
        raise ValueError(f"{word!r} is not a time of day; expected one such as 14:00") from None


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError(f"there is no time zone {name!r}; expected one such as Europe/Berlin") from None


def at(item: PlanRound, when: When, zone: str, rollover: int = ROLLOVER_HOUR) -> PlanRound:
    """The round at another time; `zone` is the candidate's, and decides the study day. ValueError in a DST gap."""
    there = when.zone or item.zone or zone
    if when.at is None:
        return replace(item, day=when.day, start="", zone=there)
    local = datetime.combine(when.day, when.at)
    moment = instant(local, there)
    return replace(
        item, day=study_day(moment, _zone(zone), rollover), start=local.isoformat("T", "minutes"), zone=there
    )


def instant(local: datetime, zone: str) -> datetime:
    """The UTC instant of a wall-clock time; the first of two in autumn, ValueError in the gap of spring."""
    aware = local.replace(tzinfo=_zone(zone))
    back = aware.astimezone(UTC).astimezone(aware.tzinfo).replace(tzinfo=None)
    if back != local:
        raise ValueError(
            f"{local:%Y-%m-%d %H:%M} does not exist in {zone}: the clocks go forward there; is it {back:%H:%M}?"
        )
    return aware.astimezone(UTC)


def starts(item: PlanRound) -> datetime | None:
    """The UTC instant at which a round begins, if a time is known."""
    return instant(datetime.fromisoformat(item.start), item.zone) if item.start else None
