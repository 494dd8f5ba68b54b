"""Today's screen beside the plan: one figure where they agree, each with its name where they do not."""

from datetime import date

import pytest

from coach.plan.glance import PlannedDay, planned_day
from coach.practice.today import Today
from coach.terminal.views.today import lines

DAY = date(2026, 8, 1)


def today(seconds: float = 0.0) -> Today:
    return Today(DAY, True, "fintech-pm", 30, False, None, 2, 0, seconds, 0, False, (0, 0))


@pytest.mark.parametrize("planned", [None, PlannedDay("study", 30)])
def test_where_they_agree_there_is_one_figure(planned: PlannedDay | None) -> None:
    assert lines(today(), planned)[2] == "Today       30 min"
    assert lines(today(600), planned)[2] == "Today       20 min left of 30"
    assert lines(today(1800), planned)[2:] == ["Done for today: 30 of 30 minutes."]


@pytest.mark.parametrize(("minutes", "told"), [(60, "60 min today: coach plan today"), (0, "free today")])
def test_where_they_differ_each_says_what_it_is(minutes: int, told: str) -> None:
    planned = PlannedDay("mock", minutes)
    assert lines(today(), planned)[2:4] == [f"Plan        {told}", "Drills      30 min, as on any day"]
    assert lines(today(600), planned)[3] == "Drills      20 min left of 30, as on any day"
    assert lines(today(1800), planned)[2:] == [f"Plan        {told}", "Drills done for today: 30 of 30 minutes."]
    assert max(len(line) for line in lines(today(), planned)) <= 60


def test_a_day_of_a_kept_plan_holds_the_minutes_of_all_its_slots() -> None:
    days = [{"day": "2026-08-01", "kind": "mock", "minutes": 60}, {"day": "2026-08-02", "kind": "off", "minutes": 0}]
    slots = [{"day": "2026-08-01", "minutes": 20}, {"day": "2026-08-01", "minutes": 15}]
    body = {"plan": {"days": days, "slots": slots}, "why": ""}
    assert planned_day(body, DAY) == PlannedDay("mock", 35)
    assert planned_day(body, date(2026, 8, 2)) == PlannedDay("off", 0)
    assert planned_day(body, date(2026, 8, 3)) is None
