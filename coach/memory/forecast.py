"""What will be remembered on the morning of each round: plan kept, stopped today, ten minutes less or more a day."""

from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from coach.memory.habits import Answer
from coach.memory.model import Weights
from coach.memory.morning import Time, plan
from coach.memory.past import Past, kept_days, past, split
from coach.memory.state import recall_on
from coach.memory.targets import Groups, groups

Card = TypeVar("Card", bound=Hashable)

STEP = 600.0


class RoundForecast(NamedTuple):
    """Expected mean recall, 0 to 1, over the cards a round tests; a model's figure, never seen counting as 0."""

    day: int
    cards: int
    kept: float
    stopped: float
    less: float  # ten minutes less on every day
    more: float  # ten minutes more


def forecast(
    histories: Mapping[Card, Sequence[Answer]],
    rounds: Sequence[tuple[int, float]],
    today: int,
    daily: float,
    *,
    special: Mapping[int, float] | None = None,
    counts: Mapping[Card, Sequence[float]] | None = None,
    by: Weights | None = None,
) -> tuple[RoundForecast, ...]:
    """One line per round ahead, by day; arguments as for `coach.memory.queue.Day`, `daily` in seconds."""
    before, _ = split(histories, today)
    known, grouped = past(before, by), groups(rounds, today, histories, counts)
    if not any(grouped.targets):
        return ()
    off = [day for day, seconds in (special or {}).items() if seconds <= 0]
    share = kept_days(before, today, off)
    less, kept, more = (
        _kept(known, grouped, today, _time(max(daily + change, 0.0), share, special or {}))
        for change in (-STEP, 0.0, STEP)
    )
    stopped = _stopped(known, grouped)
    sizes = _sizes(grouped)
    return tuple(
        RoundForecast(day, size, *(by_day[day] / size for by_day in (kept, stopped, less, more)))
        for day, size in sorted(sizes.items())
    )


def _time(daily: float, share: float, special: Mapping[int, float]) -> Time:
    return Time(daily, daily * share, tuple(sorted(special.items())))


def _kept(known: Past, grouped: Groups, today: int, time: Time) -> dict[int, float]:
    """Recalled cards per round day if the planned seconds are spent as the queue would."""
    mornings = plan(known.states, grouped, today, time, known.habits, known.by).recalled
    return {day: sum(float(mornings[day][g]) for g in _testing(grouped, day)) for day in _sizes(grouped)}


def _stopped(known: Past, grouped: Groups) -> dict[int, float]:
    out = dict.fromkeys(_sizes(grouped), 0.0)
    for state, group in zip(known.states, grouped.of, strict=True):
        for target in grouped.targets[group]:
            out[target.day] += recall_on(state, target.day, known.by)
    return out


def _sizes(grouped: Groups) -> dict[int, int]:
    """Cards tested per round day; rounds that test no card are left out."""
    days = sorted({target.day for group in set(grouped.of) for target in grouped.targets[group]})
    return {day: sum(grouped.of.count(group) for group in _testing(grouped, day)) for day in days}


def _testing(grouped: Groups, day: int) -> list[int]:
    return [g for g, targets in enumerate(grouped.targets) if any(target.day == day for target in targets)]
