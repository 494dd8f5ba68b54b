"""A day as it begins: everything about it that its answers do not change, kept for the calls that follow."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from coach.memory.habits import paces
from coach.memory.model import Weights
from coach.memory.morning import Path, Plan, Time, plan
from coach.memory.past import Histories, History, Past, kept_days, past
from coach.memory.state import CardState, due_day, recall_on
from coach.memory.targets import Groups, groups

LONGEST_DAY = 86_400.0


class Setting(NamedTuple):
    """What a caller says beside the histories; rows in the order of the deck, empty where nothing was said."""

    rounds: tuple[tuple[int, float], ...]
    daily: float | None  # usual seconds on later days; None: as today
    special: tuple[tuple[int, float], ...]  # days that differ; 0 seconds is a day off
    counts: tuple[tuple[float, ...], ...]
    kinds: tuple[str, ...]
    by: Weights | None
    path: Path | None


class Daybreak(NamedTuple):
    """The past, the cards in order, and the plan (None after the last round)."""

    past: Past
    order: tuple[int, ...]  # places in the deck, best first, only cards worth showing
    indices: tuple[float, ...]  # gain per second over waiting
    seconds: tuple[float, ...]  # expected for one answer
    grouped: Groups
    plan: Plan | None


@lru_cache(maxsize=8)
def daybreak(histories: Histories, today: int, seconds: float, setting: Setting) -> Daybreak:
    """Plan a day of `seconds`; equal arguments give the same object."""
    known = past(histories, setting.by)
    pace = _pace(histories, setting.kinds)
    expected = tuple(slow * _seconds(known, state, today) for slow, state in zip(pace, known.states, strict=True))
    grouped = groups(setting.rounds, today, range(len(histories)), _counts(setting))
    if not any(grouped.targets):
        indices = tuple(_overdue(state, today, known.by) for state in known.states)
        return Daybreak(known, _ranked(indices), indices, expected, grouped, None)
    time = _time(histories, today, whole_minutes(seconds), setting)
    made = plan(known.states, grouped, today, time, known.habits, known.by, setting.path)
    indices = tuple(index / slow for index, slow in zip(made.indices, pace, strict=True))
    return Daybreak(known, _ranked(indices), indices, expected, grouped, made)


def whole_minutes(seconds: float) -> float:
    """Whole minutes, so that a clock that runs beside the answers does not mean a new plan for every card."""
    return 60.0 * max(1, round(min(seconds, LONGEST_DAY) / 60.0))


def _counts(setting: Setting) -> Mapping[int, tuple[float, ...]]:
    return {place: row for place, row in enumerate(setting.counts) if row}


def _pace(histories: tuple[History, ...], kinds: tuple[str, ...]) -> tuple[float, ...]:
    if not kinds:
        return (1.0,) * len(histories)
    by_kind = paces(histories, kinds)
    return tuple(by_kind[kind] for kind in kinds)


def _seconds(known: Past, state: CardState | None, today: int) -> float:
    return known.habits.new if state is None else known.habits.seconds(recall_on(state, today, known.by))


def _time(histories: tuple[History, ...], today: int, seconds: float, setting: Setting) -> Time:
    off = [day for day, special in setting.special if special <= 0]
    daily = seconds if setting.daily is None else setting.daily
    return Time(seconds, daily * kept_days(histories, today, off), setting.special)


def _ranked(indices: tuple[float, ...]) -> tuple[int, ...]:
    """Places worth showing, best first; equals (all new cards of a kind) keep the deck's order."""
    worth = (place for place, index in enumerate(indices) if index > 0)
    return tuple(sorted(worth, key=lambda place: -indices[place]))


def _overdue(state: CardState | None, today: int, by: Weights) -> float:
    """After the last round: plain FSRS at 90 %, the most overdue first, then new cards."""
    return 0.5 if state is None else max(0.0, 1.0 + today - due_day(state, by))
