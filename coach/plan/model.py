"""What a preparation plan is made of: dated rounds, tasks, the candidate's time, and the slots they give."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

DayKind = Literal["study", "mock", "buffer", "eve", "round", "off"]
# The order of one day; "drill" is what is left of it.
SLOT_ORDER: Final = ("card", "review", "task", "mock", "story", "deck", "offer", "rehearse", "drill", "debrief")
NEEDED: Final = frozenset({"task", "mock", "story", "deck", "offer"})
OFFER: Final = "offer"


@dataclass(frozen=True, slots=True)
class PlanRound:
    """A round on the candidate's calendar: `day` is the candidate's study day, `start` its ISO local time in `zone`.

    `start` is empty while no time is known; `weight` is how much the round counts.
    """

    id: str
    kind: str
    title: str
    day: date
    minutes: int
    weight: float = 1.0
    start: str = ""
    zone: str = ""
    interviewer: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """Work to place: whole minutes, the first and last day allowed, what comes first, and how much it counts.

    `at_least` below `minutes` lets the plan shorten it; `before` is the id of the round it serves. While a debrief
    raises it, `because` says why and `usual` is the weight it had before.
    """

    id: str
    title: str
    minutes: int
    first: date
    last: date
    before: str = ""
    after: tuple[str, ...] = ()
    splittable: bool = False
    weight: float = 1.0
    kind: str = "task"
    at_least: int = 0
    evidence: str = ""
    how: str = ""
    usual: float = 0.0
    because: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """The candidate's time: minutes by weekday (Monday first), days off, single exceptions and the plan's habits.

    `mock_weekday` (0 to 6, or -1 for none) is the weekly long day, of at least `mock_minutes`; `review` holds the
    forecast of review minutes by day, five for every day that it does not name.
    """

    minutes: tuple[int, ...] = (30, 30, 30, 30, 30, 30, 0)
    days_off: frozenset[date] = frozenset()
    exceptions: Mapping[date, int] = field(default_factory=dict)
    review: Mapping[date, int] = field(default_factory=dict)
    zone: str = "UTC"
    rollover: int = 4
    buffers: int = 2
    taper: int = 1
    card_minutes: int = 15
    debrief_minutes: int = 5
    mock_weekday: int = 5
    mock_minutes: int = 60
    study_at: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """Some minutes of one day for one thing; `part` counts the sittings of a task from 1, of `parts`."""

    day: date
    kind: str
    item: str
    title: str
    minutes: int
    part: int = 1
    parts: int = 1


@dataclass(frozen=True, slots=True)
class Cut:
    """A task left out, shortened to `kept` minutes, or `late`: after its round, for another of its kind; and why."""

    task: str
    title: str
    minutes: int
    kept: int
    weight: float
    before: str
    reason: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Minutes that are missing before a round, if every task could be split."""

    before: str
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class PlanDay:
    """A day, what it is for, and the minutes there are on it."""

    day: date
    kind: DayKind
    minutes: int
    buffer_used: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One calendar item's life: when it is, how often that changed, and whether it was called off."""

    when: str
    sequence: int = 0
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole plan, placed. `fits_at` is the minutes a study day that would need no cut, None if there is none.

    `proven` is False if the search for a placement was stopped before it could rule every one out; `changed` is the
    UTC instant of the last change; `entries` is the ledger that keeps calendar exports stable.
    """

    start: date
    end: date
    rounds: tuple[PlanRound, ...]
    tasks: tuple[Task, ...]
    settings: Settings
    days: tuple[PlanDay, ...]
    slots: tuple[Slot, ...]
    cuts: tuple[Cut, ...] = ()
    short: tuple[Shortfall, ...] = ()
    fits_at: int | None = None
    proven: bool = True
    decision: date | None = None
    offer: date | None = None
    skipped: frozenset[str] = frozenset()
    pinned: Mapping[str, date] = field(default_factory=dict)
    changed: str = ""
    entries: Mapping[str, Entry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Done:
    """What is recorded of one task: minutes by day, whether it is finished, and what proves it."""

    minutes: Mapping[date, int] = field(default_factory=dict)
    complete: bool = False
    evidence: str = ""

    @property
    def total(self) -> int:
        """Minutes spent so far."""
        return sum(self.minutes.values())
