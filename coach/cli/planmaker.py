"""The first plan: rounds from flags, from setup or from the pack's template, tasks from the pack's checklist."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from coach.cli.attention import raised_tasks
from coach.cli.library import Library, open_library
from coach.cli.planning import checked, now_text, settings_of, state_of
from coach.cli.rounds import kept_rounds
from coach.cli.run import Run
from coach.days import parse_day
from coach.plan.glance import MADE
from coach.plan.ledger import updated
from coach.plan.loop import MINUTES, decision_and_offer, parse_rounds
from coach.plan.make import make_plan
from coach.plan.model import Plan, PlanRound, Settings
from coach.plan.record import plan_body
from coach.plan.week import clock, day_minutes, days, minutes_by_weekday
from coach.plan.work import preparation
from coach.practice.loop import DatedRound, from_dates, from_template, to_body


class Wanted(NamedTuple):
    """What the flags of `plan new` say; empty means: from setup, or the default."""

    rounds: Sequence[str] = ()
    day_one: str = ""
    start: str = ""
    minutes: Sequence[str] = ()
    off: Sequence[str] = ()
    on: Sequence[str] = ()
    offer: str = ""
    study_at: str = ""
    buffers: int = 2
    mock_minutes: int = 60


def week(base: Settings, wanted: Wanted) -> Settings:
    """The candidate's settings with the flags put over them."""
    exceptions = checked("--on", lambda: day_minutes(wanted.on))
    return replace(
        base,
        minutes=checked("--minutes", lambda: minutes_by_weekday(wanted.minutes, base.minutes)),
        days_off=base.days_off | checked("--off", lambda: days(wanted.off)),
        exceptions={**base.exceptions, **exceptions},
        study_at=checked("--study-at", lambda: clock(wanted.study_at)) if wanted.study_at else base.study_at,
        buffers=wanted.buffers,
        mock_weekday=base.mock_weekday if wanted.mock_minutes else -1,
        mock_minutes=wanted.mock_minutes,
    )


def new_plan(run: Run, wanted: Wanted) -> tuple[Plan, list[DatedRound]]:
    """The plan, not kept yet, and its rounds as the other rooms know them."""
    library, today = open_library(run), run.moment().day
    start = checked("--start", lambda: parse_day(wanted.start)) if wanted.start else today
    settings = week(settings_of(run), wanted)
    rounds, known, last = _rounds(run, library, wanted, start, settings)
    offer = checked("--offer", lambda: parse_day(wanted.offer)) if wanted.offer else last[1]
    return _made(run, library, rounds, settings, start, (last[0], offer)), known


def first_plan(run: Run, library: Library, known: Sequence[DatedRound], start: date) -> Plan:
    """The plan for rounds that setup has dated, with the settings as they are; `keep_plan` keeps it."""
    settings = settings_of(run)
    rounds = [_plain(item, settings.zone) for item in known]
    return _made(run, library, rounds, settings, start, _ends(library, known))


def keep_plan(run: Run, plan: Plan, why: str = "") -> None:
    """One event; from now on it is the plan."""
    run.append(MADE, "", plan_body(plan, why))


def keep_rounds(run: Run, known: Sequence[DatedRound]) -> None:
    """The loop event that drills and today's screen read."""
    run.append("loop", "", {"pack": run.setting("pack"), **to_body(list(known))})


def _made(
    run: Run,
    library: Library,
    rounds: Sequence[PlanRound],
    settings: Settings,
    start: date,
    ends: tuple[date | None, date | None],
) -> Plan:
    decision, offer = ends
    tasks = preparation(library.of_kind("checklist"), rounds, settings, start, offer=offer)
    weighed = raised_tasks(run, library, tasks)
    plan = make_plan(rounds, weighed, settings, start, decision=decision, offer=offer, changed=now_text(run))
    before = state_of(run).plan
    return replace(plan, entries=updated(before.entries, plan)) if before else plan


def _rounds(
    run: Run, library: Library, wanted: Wanted, start: date, settings: Settings
) -> tuple[list[PlanRound], list[DatedRound], tuple[date | None, date | None]]:
    if wanted.rounds:
        texts = [part for text in wanted.rounds for part in text.split(",") if part.strip()]
        typed = checked("--round", lambda: parse_rounds(texts, start, settings.zone, settings.rollover))
        known = from_dates(library.loop(), [(item.kind, item.day) for item in typed])
        merged = [_merged(item, found) for item, found in zip(typed, known, strict=True)]
        return merged, known, (None, None)
    known = [] if wanted.day_one else kept_rounds(run)
    if not known:
        first = checked("--day-one", lambda: parse_day(wanted.day_one)) if wanted.day_one else start + timedelta(days=1)
        known = from_template(library.loop(), first)
    return [_plain(item, settings.zone) for item in known], known, _ends(library, known)


def _ends(library: Library, known: Sequence[DatedRound]) -> tuple[date | None, date | None]:
    """The days of decision and offer, if the rounds are the template's."""
    loop = library.loop()
    if not known or [item.id for item in known] != [item.id for item in loop.rounds]:
        return None, None
    day_one = known[0].day - timedelta(days=loop.rounds[0].day - 1)
    if [item.day for item in known] != [day_one + timedelta(days=item.day - 1) for item in loop.rounds]:
        return None, None
    return decision_and_offer(loop, day_one)


def _plain(item: DatedRound, zone: str) -> PlanRound:
    return PlanRound(
        item.id, item.kind, item.title, item.day, item.minutes, item.weight, zone=zone, interviewer=item.interviewer
    )


def _merged(typed: PlanRound, known: DatedRound) -> PlanRound:
    own = typed.minutes != MINUTES.get(typed.kind, 60)
    return replace(
        typed,
        id=known.id,
        title=known.title,
        weight=known.weight,
        interviewer=known.interviewer,
        minutes=typed.minutes if own else known.minutes,
    )
