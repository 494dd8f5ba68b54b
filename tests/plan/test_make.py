"""A plan keeps every rule, fits whenever it can, and says in minutes what is missing when it cannot."""

from collections import defaultdict
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from coach.plan.calendar import minutes_of, room
from coach.plan.codec import from_json, to_json
from coach.plan.figures import figures, left_out, summary
from coach.plan.make import NO_ROOM, day_of, make_plan, today_of
from coach.plan.model import NEEDED, PlanRound, Settings, Task
from coach.plan.work import preparation
from tests.plan.loops import START, article_rounds, candidates, checklist


def assert_rules(plan, today=START):
    """Every rule of a plan, checked on its slots alone."""
    days = {day.day: day for day in plan.days}
    spent = defaultdict(int)
    sittings = defaultdict(list)
    for slot in plan.slots:
        day = days[slot.day]
        assert slot.minutes > 0
        spent[slot.day] += slot.minutes
        if minutes_of(slot.day, plan.settings) == 0:
            assert slot.kind in ("card", "debrief")
        if slot.kind in NEEDED:
            assert day.kind in ("study", "mock", "buffer")
            sittings[slot.item].append(slot)
    assert all(minutes <= days[day].minutes for day, minutes in spent.items())
    kept = {cut.task: cut.kept for cut in plan.cuts}
    for task in plan.tasks:
        mine = [slot for slot in sittings[task.id] if slot.day >= today]
        assert sum(slot.minutes for slot in mine) == kept.get(task.id, task.minutes)
        assert all(task.first <= slot.day for slot in mine)
        assert all(slot.day <= task.last for slot in mine) or is_late(task, plan, today)
        assert task.splittable or len(mine) <= 1
        assert kept.get(task.id, task.minutes) in (0, task.minutes) or kept[task.id] >= task.at_least
        for name in task.after:
            if mine and sittings[name]:
                earlier, later = sittings[name][-1], mine[0]
                assert earlier.day <= later.day
                if earlier.day == later.day:
                    assert plan.slots.index(earlier) < plan.slots.index(later)
            assert not mine or kept.get(name) != 0


def is_late(task, plan, today):
    """A task may come after its own round if the plan says so, for a later round of its kind or what waits for it."""
    if not any(cut.task == task.id and cut.kept and (cut.late or cut.kept < cut.minutes) for cut in plan.cuts):
        return False
    kinds = {item.id: item.kind for item in plan.rounds}
    day = max(slot.day for slot in plan.slots if slot.item == task.id)
    again = any(item.kind == kinds[task.before] and item.day > day for item in plan.rounds)
    return again or is_needed(task, plan, today)


def is_needed(task, plan, today):
    """Whether something that waits for a task has a place."""
    placed = {slot.item for slot in plan.slots if slot.day >= today}
    return any(task.id in other.after and other.id in placed for other in plan.tasks)


@hypothesis_settings(max_examples=250, deadline=None)
@given(candidates())
def test_every_plan_keeps_the_rules(candidate):
    rounds, tasks, settings = candidate
    plan = make_plan(rounds, tasks, settings, START)
    assert_rules(plan)
    assert from_json(to_json(plan)) == plan


def is_hopeless(task, plan, tasks):
    """Without a study day before its round, or waiting for a task without one: no number of minutes helps."""
    before = [room(day, plan.settings, use_buffers=True) for day in plan.days if day.day <= task.last]
    needed = [other for other in tasks if other.id in task.after]
    return not any(before) or any(is_hopeless(other, plan, tasks) for other in needed)


def missing(plan, hopeful):
    """Minutes that are not there in time, of tasks that have a study day before their round and of what they need."""
    needed = set(hopeful)
    for task in reversed(plan.tasks):
        needed |= set(task.after) if task.id in needed else set()
    return sum(
        cut.minutes - (0 if cut.late and cut.task in hopeful else cut.kept) for cut in plan.cuts if cut.task in needed
    )


@hypothesis_settings(max_examples=100, deadline=None)
@given(candidates(tasks_most=8))
def test_the_minutes_a_day_it_names_would_fit_and_five_fewer_would_not(candidate):
    rounds, tasks, settings = candidate
    settings = Settings(minutes=settings.minutes, mock_weekday=-1, buffers=0)
    plan = make_plan(rounds, tasks, settings, START)
    if plan.fits_at is None:
        return

    def with_minutes(least):
        minutes = tuple(max(usual, least) if usual else 0 for usual in settings.minutes)
        return make_plan(rounds, tasks, Settings(minutes=minutes, mock_weekday=-1, buffers=0), START)

    wide = with_minutes(plan.fits_at)
    given_up = {cut.task for cut in wide.cuts if not cut.late}
    assert given_up <= {task.id for task in tasks if is_hopeless(task, plan, tasks)}
    hopeful = {task.id for task in tasks if not is_hopeless(task, plan, ())}
    assert missing(with_minutes(plan.fits_at - 5), hopeful) > missing(wide, hopeful)


def test_the_article_loop_at_half_an_hour_a_day():
    rounds, decision, offer = article_rounds()
    settings = Settings(zone="Europe/Berlin")
    tasks = preparation(checklist(), rounds, settings, START, offer=offer)
    plan = make_plan(rounds, tasks, settings, START, decision=decision, offer=offer)
    assert_rules(plan)
    assert not plan.cuts
    assert plan.end == offer - timedelta(days=1)
    found = figures(plan)
    assert found.slack == found.available - found.needed > 0
    assert f"{found.study_days} study days, {found.available} min there, {found.needed} needed" in summary(plan)
    assert found.buffer_days == 2


def test_a_round_day_holds_the_card_and_the_debrief_and_its_eve_nothing_new():
    rounds, _, _ = article_rounds()
    plan = make_plan(rounds, preparation(checklist(), rounds, Settings(), START), Settings(), START)
    case = next(item for item in rounds if item.id == "case")
    assert [(slot.kind, slot.minutes) for slot in today_of(plan, case.day)] == [("card", 15), ("debrief", 5)]
    eve = case.day - timedelta(days=1)
    expected = {"review", "rehearse"} if eve.weekday() != 6 else set()
    assert {slot.kind for slot in today_of(plan, eve)} == expected
    assert day_of(plan, date(2030, 1, 1)) is None


def test_short_by_so_many_minutes_before_the_case_round():
    day = START + timedelta(days=6)
    rounds = (PlanRound("case", "product_case", "case round", day, 45, 3.0),)
    settings = Settings(minutes=(30,) * 7, mock_weekday=-1, buffers=0)
    light = Task("light", "Light", 120, START, day - timedelta(days=1), "case", splittable=True, weight=1)
    heavy = Task("heavy", "Heavy", 99, START, day - timedelta(days=1), "case", splittable=True, weight=3)
    plan = make_plan(rounds, (light, heavy), settings, START)
    # five study days of 25 minutes after reviews, and the eve
    assert [(item.title, item.minutes) for item in plan.short] == [("case round", 219 - 125)]
    assert [(cut.task, cut.kept) for cut in plan.cuts] == [("light", 0)]
    assert plan.fits_at == 50
    assert "find no day in time" in summary(plan)


def test_a_sitting_longer_than_any_day_is_cut_without_a_shortfall_in_minutes():
    day = START + timedelta(days=6)
    rounds = (PlanRound("case", "product_case", "case round", day, 45, 3.0),)
    task = Task("long", "Long", 60, START, day - timedelta(days=1), "case")
    plan = make_plan(rounds, (task,), Settings(minutes=(30,) * 7, mock_weekday=-1), START)
    assert plan.short == () and [cut.task for cut in plan.cuts] == ["long"] and plan.fits_at == 65


def crowded(*rounds):
    """A week and a half of half hours in which the first round's task finds no room."""
    day = rounds[0].day - timedelta(days=1)
    tasks = (
        Task("heavy", "Heavy", 50, START, day, rounds[0].id, splittable=True, weight=3),
        Task("light", "Light", 20, START, day, rounds[0].id, splittable=True, weight=1),
    )
    return make_plan(rounds, tasks, Settings(minutes=(30,) * 7, mock_weekday=-1, buffers=0), START)


def a_round(name, kind, day):
    return PlanRound(name, kind, name, START + timedelta(days=day), 45)


def test_what_finds_no_place_before_its_round_is_left_out_and_said_so():
    plan = crowded(a_round("recruiter", "recruiter_screen", 3), a_round("case", "product_case", 10))
    assert [(cut.task, cut.kept, cut.reason, cut.late) for cut in plan.cuts] == [("light", 0, NO_ROOM, False)]
    assert not [slot for slot in plan.slots if slot.item == "light"]


def test_it_is_kept_for_a_later_round_of_the_same_kind():
    plan = crowded(a_round("case", "product_case", 3), a_round("second case", "product_case", 10))
    assert [(cut.task, cut.kept, cut.late) for cut in plan.cuts] == [("light", 20, True)]
    assert plan.cuts[0].reason == "kept for the second case on Thu 10 Dec"
    days = [slot.day for slot in plan.slots if slot.item == "light"]
    assert days and START + timedelta(days=3) < min(days) and max(days) < START + timedelta(days=10)


def test_what_is_left_out_is_named_with_its_minutes():
    plan = crowded(a_round("recruiter", "recruiter_screen", 3))
    assert left_out(plan) == "No day before its round has the minutes for: Light (20 min)."
    assert left_out(crowded(a_round("recruiter", "recruiter_screen", 9))) == ""


@pytest.mark.parametrize("weekday", range(7))
def test_the_template_fits_half_an_hour_a_day_from_every_weekday(weekday):
    start = START + timedelta(days=weekday)
    rounds, _, offer = article_rounds(start + timedelta(days=7))
    plan = make_plan(rounds, preparation(checklist(), rounds, Settings(), start, offer=offer), Settings(), start)
    assert {cut.task.split("/")[0] for cut in plan.cuts} <= {"mock"}
    assert_rules(plan)


def test_a_long_day_that_a_round_takes_is_the_study_day_before():
    rounds = (a_round("case", "product_case", 5), a_round("ceo", "executive", 20))
    plan = make_plan(rounds, (), Settings(), START)
    long = [(day.day - START).days for day in plan.days if day.kind == "mock"]
    assert long == [3, 12, 18]  # Thursday for the first Saturday, the second as usual, Friday before the eve
    assert not [day for day in make_plan(rounds, (), Settings(mock_weekday=-1), START).days if day.kind == "mock"]


def test_buffer_days_give_way_before_anything_is_cut():
    day = START + timedelta(days=8)
    rounds = (PlanRound("case", "product_case", "case round", day, 45, 3.0),)
    task = Task("work", "Work", 175, START, day - timedelta(days=1), "case", splittable=True)
    easy = Task("work", "Work", 150, START, day - timedelta(days=1), "case", splittable=True)
    settings = Settings(minutes=(30,) * 7, mock_weekday=-1, buffers=1)
    assert figures(make_plan(rounds, (easy,), settings, START)).buffer_days == 1
    tight = make_plan(rounds, (task,), settings, START)
    assert figures(tight).buffer_days == 0 and not tight.cuts


@hypothesis_settings(max_examples=60, deadline=None)
@given(st.integers(0, 400), st.sampled_from(("2028-02-25", "2026-12-20", "2027-03-22")))
def test_leap_days_and_year_ends_are_days_like_others(offset, first):
    start = date.fromisoformat(first)
    rounds = (PlanRound("case", "product_case", "case round", start + timedelta(days=offset % 40 + 2), 45, 3.0),)
    tasks = preparation(checklist(), rounds, Settings(), start)
    plan = make_plan(rounds, tasks, Settings(), start)
    assert [day.day for day in plan.days] == [start + timedelta(days=n) for n in range((plan.end - start).days + 1)]
    assert all(room(day, plan.settings) <= day.minutes for day in plan.days)
