"""The tasks of a plan: the checklist, stories, the deck, a weekly mock and the offer, each due before a round."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from coach.packs.model import ChecklistTask
from coach.plan.calendar import plan_days, room
from coach.plan.model import OFFER, PlanRound, Settings, Task

_STORY_ROUNDS: Final = ("behavioral", "hiring_manager_screen", "panel", "bar_raiser", "deep_dive", "executive")
# A checklist is what the loop was read for; stories come next, in this share of their round's weight, and a weekly
# mock, which the plan adds of its own, after everything that was asked for.
_STORY_SHARE: Final = 0.7
_MOCK_SHARE: Final = 0.6
_MOCK_DAYS: Final = 3
_LONG_SITTING: Final = 40
_MOCK_MINUTES: Final = 45
_MOCK_LEAST: Final = 20


def preparation(
    checklist: Iterable[ChecklistTask],
    rounds: Sequence[PlanRound],
    settings: Settings,
    start: date,
    *,
    offer: date | None = None,
) -> tuple[Task, ...]:
    """All tasks for these rounds. What was meant for a round that is not ahead any more serves the next one."""
    ahead = _preparable(rounds, settings, start)
    end = plan_end(start, rounds, None, offer)
    tasks = [_from_checklist(item, ahead, start, end) for item in checklist]
    tasks += _stories(ahead, start)
    if ahead and not any(task.kind == "deck" for task in tasks):
        tasks.append(_deck(ahead, start))
    if not any(task.before == OFFER for task in tasks):
        sheet = Task("offer/sheet", "Fill in the offer sheet", 30, start, end, OFFER, (), True, kind="offer")
        tasks.append(replace(sheet, weight=_average(ahead)))
    return (*tasks, *_mocks(ahead, tasks, settings, start))


def _preparable(rounds: Sequence[PlanRound], settings: Settings, start: date) -> list[PlanRound]:
    """The rounds ahead that have a study day before them; all that are ahead if none has."""
    ahead = sorted((item for item in rounds if item.day > start), key=lambda item: item.day)
    if not ahead:
        return []
    days = plan_days(start, ahead[-1].day, rounds, replace(settings, buffers=0))
    first = next((day.day for day in days if room(day, settings)), ahead[-1].day)
    return [item for item in ahead if item.day > first] or ahead


def plan_end(start: date, rounds: Sequence[PlanRound], decision: date | None, offer: date | None) -> date:
    """The last day of a plan: the day before the offer, or the last round."""
    last = max((item.day for item in rounds), default=start + timedelta(days=29))
    before_offer = offer - timedelta(days=1) if offer else last
    return max(start, last, decision or last, before_offer)


def _from_checklist(item: ChecklistTask, ahead: Sequence[PlanRound], start: date, end: date) -> Task:
    served = _serves(item.before, ahead)
    kind = _kind_of(item)
    return Task(
        item.id,
        item.task,
        item.minutes,
        start,
        served.day - timedelta(days=1) if served else end,
        OFFER if item.before == OFFER else (served.id if served else ""),
        tuple(item.prerequisites),
        item.splittable,
        served.weight if served else _average(ahead),
        kind,
        item.minutes - item.minutes // 3,
        item.evidence,
        item.how,
    )


def _average(rounds: Sequence[PlanRound]) -> float:
    return sum(item.weight for item in rounds) / len(rounds) if rounds else 1.0


def _kind_of(item: ChecklistTask) -> str:
    if item.before == OFFER:
        return "offer"
    return "deck" if "deck" in (*item.tags, *item.id.replace("/", "-").split("-")) else "task"


def _serves(kind: str, ahead: Sequence[PlanRound]) -> PlanRound | None:
    if kind == OFFER or not ahead:
        return None
    return next((item for item in ahead if item.kind == kind), ahead[0])


def _stories(ahead: Sequence[PlanRound], start: date) -> list[Task]:
    return [
        Task(
            f"story/{item.id}",
            f"Stories for the {item.title}",
            20,
            start,
            item.day - timedelta(days=1),
            item.id,
            splittable=True,
            weight=item.weight * _STORY_SHARE,
            kind="story",
            at_least=10,
        )
        for item in ahead
        if item.kind in _STORY_ROUNDS
    ]


def _deck(ahead: Sequence[PlanRound], start: date) -> Task:
    served = next((item for item in ahead if item.kind == "product_case"), ahead[-1])
    last = served.day - timedelta(days=1)
    return Task("deck/slides", "Draft the story deck", 60, start, last, served.id, (), True, served.weight, "deck", 30)


def _mocks(ahead: Sequence[PlanRound], own: Sequence[Task], settings: Settings, start: date) -> list[Task]:
    """One mock of the next round in each calendar week that has three study days and no long sitting of its own."""
    targets = [item for item in ahead if item.kind != "recruiter_screen"]
    end = targets[-1].day if targets else start
    days = {
        day.day: room(day, settings) for day in plan_days(start, end, ahead, settings) if day.kind in ("study", "mock")
    }
    busy = _long_weeks(own, days)
    tasks = []
    for monday in sorted({_monday(day) for day in days} - busy):
        week = [day for day in days if _monday(day) == monday]
        served = next((item for item in targets if len(_before(week, item)) >= _MOCK_DAYS), None)
        if served:
            usable = _before(week, served)
            mock = _mock(served, usable[0], usable[-1], max(days[day] for day in usable))
            tasks.append(replace(mock, weight=min(item.weight for item in ahead) * _MOCK_SHARE))
    return tasks


def _before(days: Iterable[date], item: PlanRound) -> list[date]:
    return [day for day in days if day < item.day]


def _long_weeks(own: Iterable[Task], days: Mapping[date, int]) -> set[date]:
    """The weeks in which the long sittings of the checklist find their day, each as late as it may."""
    free, weeks = dict(days), set()
    long = (task for task in own if not task.splittable and task.minutes >= _LONG_SITTING)
    for task in sorted(long, key=lambda task: task.last, reverse=True):
        fitting = [day for day, minutes in free.items() if day <= task.last and minutes >= task.minutes]
        if fitting:
            del free[max(fitting)]
        weeks.add(_monday(max(fitting, default=task.last)))
    return weeks


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _mock(served: PlanRound, first: date, last: date, longest: int) -> Task:
    minutes = max(min(served.minutes, _MOCK_MINUTES, longest), 1)
    return Task(
        f"mock/{_monday(first)}",
        f"Mock: {served.title}",
        minutes,
        first,
        last,
        served.id,
        kind="mock",
        at_least=min(_MOCK_LEAST, minutes),
        evidence="take",
    )
