"""Replanning: nothing without a cause, each change with its reason, and what happened stays happened."""

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from coach.plan.loop import When, at
from coach.plan.make import make_plan, today_of
from coach.plan.model import NEEDED, Done, PlanRound, Settings, Task
from coach.plan.progress import active_days, balance, missed, streak
from coach.plan.record import (
    CHANGED,
    MADE,
    TASK_DONE,
    TASK_UNDONE,
    UNDONE,
    done_body,
    plan_body,
    plan_from,
    undone_plan,
)
from coach.plan.replan import diff, replanned
from coach.plan.work import preparation
from tests.plan.loops import START, article_rounds, candidates, checklist
from tests.plan.test_make import assert_rules


class Said(NamedTuple):
    kind: str
    item: str
    body: dict


def article_plan(**own):
    rounds, decision, offer = article_rounds()
    settings = Settings(**own)
    tasks = preparation(checklist(), rounds, settings, START, offer=offer)
    return make_plan(rounds, tasks, settings, START, decision=decision, offer=offer, changed="2026-11-30T08:00:00Z")


def done_until(plan, day):
    """Everything before a day done as planned; a task is finished with its last sitting."""
    done = {}
    for slot in plan.slots:
        if slot.day < day and slot.kind in NEEDED:
            record = done.get(slot.item, Done())
            done[slot.item] = Done({**record.minutes, slot.day: slot.minutes}, slot.part == slot.parts)
    return done


@hypothesis_settings(max_examples=150, deadline=None)
@given(candidates())
def test_replanning_without_a_cause_changes_nothing(candidate):
    rounds, tasks, settings = candidate
    plan = make_plan(rounds, tasks, settings, START, changed="then")
    again = replanned(plan, START, {}, "now")
    assert again == plan
    assert diff(plan, again, START, {}) == ()


@hypothesis_settings(max_examples=100, deadline=None)
@given(candidates(), st.integers(1, 20))
def test_a_plan_that_was_followed_needs_no_change(candidate, days):
    rounds, tasks, settings = candidate
    plan = make_plan(rounds, tasks, settings, START)
    today = min(START + timedelta(days=days), plan.end)
    done = done_until(plan, today)
    again = replanned(plan, today, done, "now")
    over = {cut.task for cut in plan.cuts}
    changes = [change for change in diff(plan, again, today, done) if change.item not in over]
    assert changes == []


def test_half_of_a_shortened_task_done_moves_nothing_else():
    rounds = tuple(
        PlanRound(f"r{n}", "panel", "panel", START + timedelta(days=day), 30, 1.5) for n, day in enumerate((14, 4))
    )

    def task(name, minutes, before, **own):
        last = before.day - timedelta(days=1)
        return Task(name, name, minutes, START, last, before.id, weight=1.5, at_least=1, **own)

    tasks = (task("long", 13, rounds[1], splittable=True), *(task(f"t{n}", n, rounds[0]) for n in (6, 10)))
    days = {START + timedelta(days=3): 2}
    settings = Settings((0, 0, 10, 0, 0, 0, 20), exceptions=days, buffers=0, taper=0, mock_weekday=-1)
    plan = make_plan(rounds, tasks, settings, START)
    assert [(cut.task, cut.minutes, cut.kept) for cut in plan.cuts] == [("long", 13, 8)]
    done = {"long": Done({START + timedelta(days=2): 7})}
    today = START + timedelta(days=3)
    again = replanned(plan, today, done, "now")
    assert diff(plan, again, today, done) == ()
    assert [(cut.task, cut.minutes, cut.kept) for cut in again.cuts] == [("long", 6, 1)]


def test_a_missed_task_of_a_round_that_is_over_is_left_out_and_said_so():
    plan = article_plan()
    case = next(item for item in plan.rounds if item.id == "case")
    done = {task.id: Done({START: task.minutes}, True) for task in plan.tasks if task.id != "case-mock"}
    new = replanned(plan, case.day, done, "now")
    assert [(cut.task, cut.kept, cut.reason) for cut in new.cuts] == [("case-mock", 0, "its round is over")]
    assert not [slot for slot in new.slots if slot.item == "case-mock" and slot.day >= case.day]


def test_what_is_ticked_off_on_a_round_day_is_not_planned_again():
    plan = article_plan()
    day = plan.rounds[0].day
    done = {**done_until(plan, day), plan.rounds[0].id: Done({day: 15})}
    again = replanned(plan, day, done, "now", settings=replace(plan.settings, study_at="18:30"))
    assert [slot.kind for slot in today_of(again, day)] == ["card", "debrief"]


@hypothesis_settings(max_examples=150, deadline=None)
@given(candidates(), st.integers(0, 12), st.sampled_from((0, 15, 45)), st.integers(-3, 6))
def test_a_new_plan_after_anything_keeps_the_rules_and_settles(candidate, days, minutes, shift):
    rounds, tasks, settings = candidate
    plan = make_plan(rounds, tasks, settings, START)
    today = min(START + timedelta(days=days), plan.end)
    moved = tuple(
        replace(item, day=max(item.day + timedelta(days=shift), START)) if n == 0 else item
        for n, item in enumerate(rounds)
    )
    changed = replace(settings, minutes=(minutes, *settings.minutes[1:]))
    new = replanned(plan, today, {}, "now", settings=changed, rounds=moved)
    assert_rules(replace(new, slots=tuple(slot for slot in new.slots if slot.day >= today)), today)
    assert [slot for slot in new.slots if slot.day < today] == [slot for slot in plan.slots if slot.day < today]
    assert replanned(new, today, {}, "later") == new


def test_what_waits_for_a_late_task_goes_with_it_once_its_later_round_is_over():
    days = {"recruiter": 0, "recruiter-2": 2, "case": 0, "case-2": 6}
    rounds = tuple(
        PlanRound(name, name.removesuffix("-2"), name, START + timedelta(days=after), 30, 1.0)
        for name, after in days.items()
    )

    def task(name, before, after):
        return Task(name, name, 1, START, START - timedelta(days=1), before=before, after=after, splittable=False)

    tasks = (task("first", "recruiter", ()), task("second", "case", ("first",)))
    settings = Settings(minutes=(0, 10, 0, 0, 0, 20, 0), buffers=0, taper=0)
    plan = make_plan(rounds, tasks, settings, START)
    today = START + timedelta(days=2)
    new = replanned(plan, today, {}, "now")
    assert [slot.item for slot in plan.slots if slot.kind == "task"] == ["first", "second"]
    assert_rules(replace(new, slots=tuple(slot for slot in new.slots if slot.day >= today)), today)


def test_missed_days_cost_nothing_but_time():
    plan = article_plan()
    today = START + timedelta(days=10)
    done = done_until(plan, START + timedelta(days=8))
    behind = missed(plan, done, today)
    assert behind and balance(plan, done, today) == -sum(behind.values())
    new = replanned(plan, today, done, "now")
    changes = diff(plan, new, today, done)
    assert {change.item for change in changes if change.reason.startswith("missed on")} <= set(behind)
    assert missed(new, done, today) == {}
    assert diff(new, replanned(new, today, done, "x"), today, done) == ()
    days = sorted({slot.day for slot in plan.slots if slot.day < today})
    kept = sum(day in active_days(done) for day in days[-5:])
    assert str(streak(new, done, today)) == f"{kept} of the last 5 planned days"


def test_a_round_moved_by_the_recruiter_is_named_as_the_reason():
    plan = article_plan()
    case = next(item for item in plan.rounds if item.id == "case")
    earlier = tuple(
        at(item, When(item.day - timedelta(days=5)), "UTC") if item is case else item for item in plan.rounds
    )
    new = replanned(plan, START, {}, "now", rounds=earlier)
    changes = diff(plan, new, START, {})
    assert changes[0].kind == "round" and changes[0].item == "case"
    assert all(change.reason for change in changes)
    assert next(task for task in new.tasks if task.id == "case-mock").last == case.day - timedelta(days=6)
    assert_rules(new)


def test_a_day_off_moves_its_tasks_and_says_so():
    plan = article_plan()
    day = next(slot.day for slot in plan.slots if slot.kind in NEEDED)
    new = replanned(plan, START, {}, "now", settings=replace(plan.settings, days_off=frozenset({day})))
    assert today_of(new, day) == ()
    assert any("is off now" in change.reason for change in diff(plan, new, START, {}))


def test_a_task_may_be_moved_to_a_day_or_skipped():
    plan = article_plan()
    task = next(task for task in plan.tasks if task.id == "case-mock")
    day = next(
        day.day
        for day in plan.days
        if day.kind == "mock"
        and day.day <= task.last
        and day.day not in {s.day for s in plan.slots if s.item == task.id}
    )
    new = replanned(plan, START, {}, "now", pinned={"case-mock": day})
    assert [slot.day for slot in new.slots if slot.item == "case-mock"] == [day]
    assert next(c for c in diff(plan, new, START, {}) if c.item == "case-mock").reason == "you chose that day"
    without = replanned(plan, START, {}, "now", skipped=frozenset({"pay"}))
    assert not [slot for slot in without.slots if slot.item == "pay"]
    assert [(c.kind, c.reason) for c in diff(plan, without, START, {}) if c.item == "pay"] == [
        ("cut", "you skipped it")
    ]


def test_what_was_cut_comes_back_when_there_is_room_again():
    tight = article_plan(minutes=(10,) * 7, mock_weekday=-1)
    assert tight.cuts
    new = replanned(tight, START, {}, "now", settings=replace(tight.settings, minutes=(60,) * 7))
    back = {cut.task for cut in tight.cuts if not cut.kept} - {cut.task for cut in new.cuts}
    assert back
    assert {c.item for c in diff(tight, new, START, {}) if c.kind == "added"} == back


def test_the_journal_folds_to_the_state_and_undo_goes_back():
    first = article_plan()
    second = replanned(first, START, {}, "later", skipped=frozenset({"pay"}))
    events = [
        Said(MADE, "", plan_body(first)),
        Said(TASK_DONE, "triads", done_body(START, 20, complete=False)),
        Said(TASK_DONE, "triads", done_body(START, 25, complete=True, evidence="take 3")),
        Said(CHANGED, "", plan_body(second, "skip pay")),
    ]
    state = plan_from(events)
    assert state.plan == second
    assert state.done["triads"] == Done({START: 45}, True, "take 3")
    back = undone_plan(state, "now")
    assert back is not None and back.slots == first.slots and back.skipped == frozenset()
    state = plan_from([*events, Said(UNDONE, "", plan_body(back)), Said(TASK_UNDONE, "triads", {})])
    assert state.plan == back and state.before == () and "triads" not in state.done
    assert undone_plan(state, "now") is None
    assert plan_from([]).plan is None


def test_one_day_of_a_task_may_be_undone():
    later = START + timedelta(days=1)
    state = plan_from(
        [
            Said(TASK_DONE, "a", done_body(START, 10, complete=False)),
            Said(TASK_DONE, "a", done_body(later, 10, complete=True)),
            Said(TASK_UNDONE, "a", {"day": later.isoformat()}),
        ]
    )
    assert state.done["a"] == Done({START: 10})


def test_the_streak_counts_days_on_which_cards_were_answered():
    plan = article_plan()
    today = START + timedelta(days=4)
    assert str(streak(plan, {}, START)) == "no planned day yet"
    assert streak(plan, {}, today, active={START, date(2020, 1, 1)}).kept == 1
