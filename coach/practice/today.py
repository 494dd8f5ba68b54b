"""What today's screen says: the next round, the minutes, what is due, what was done."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple


class Upcoming(NamedTuple):
    """A round that is ahead."""

    id: str
    title: str
    day: date


class Today(NamedTuple):
    """Everything on the screen of one day; `due` counts cards, `drafts` are items left half written.

    `mock_cut_off` says that one of them is a mock.
    """

    day: date
    set_up: bool
    pack: str
    minutes: int
    day_off: bool
    next_round: Upcoming | None
    due: int
    answered: int
    seconds: float
    drafts: int
    mock_cut_off: bool
    streak: tuple[int, int]


def next_round(rounds: Iterable[Upcoming], day: date) -> Upcoming | None:
    """The first round on `day` or after it."""
    return min((found for found in rounds if found.day >= day), key=lambda found: found.day, default=None)


def streak(studied: Iterable[date], day: date, days_off: frozenset[int], first: date, span: int = 5) -> tuple[int, int]:
    """(days studied, days planned) among the last `span` planned days before `day`, none before `first`."""
    planned: list[date] = []
    probe = day - timedelta(days=1)
    while probe >= first and len(planned) < span:
        if probe.weekday() not in days_off:
            planned.append(probe)
        probe -= timedelta(days=1)
    return len(set(planned) & set(studied)), len(planned)


def next_step(today: Today) -> Sequence[str]:
    """(command, why) of the one thing to do now."""
    if not today.set_up:
        return ("coach setup", "five questions, and the plan is made")
    if today.mock_cut_off:
        return ("coach mock --resume", "go on at the same second")
    if today.drafts:
        return ("coach drill", "go on where you stopped")
    if today.seconds >= today.minutes * 60 * 0.9:
        return ("coach today", "done for today")
    return ("coach drill", f"{today.minutes} minutes of what helps most")
