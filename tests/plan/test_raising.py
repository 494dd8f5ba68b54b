"""What a debrief named as weak weighs more in the plan, moves with that reason, and weighs as before afterwards."""

from datetime import timedelta

from coach.plan.make import make_plan
from coach.plan.model import PlanRound, Settings, Task
from coach.plan.raising import RAISE, Weak, raised
from coach.plan.replan import diff, replanned
from tests.plan.loops import START

WHY = "because your debrief of Mon 30 Nov named estimation"
ROUNDS = (
    PlanRound("design", "system_design", "design", START + timedelta(days=4), 60, 2.0),
    PlanRound("case", "product_case", "case", START + timedelta(days=11), 45, 3.0),
)
WEAK = {"estimation": Weak(WHY, ROUNDS[0].day)}
PRACTISED = {"numbers": ["communication", "estimation"], "roi": ["estimation"], "slides": ["communication"]}


def task(name, minutes, held, **own):
    last = held.day - timedelta(days=1)
    return Task(name, name.title(), minutes, START, last, held.id, weight=held.weight, splittable=True, **own)


def plan_of(*tasks, minutes=30):
    return make_plan(ROUNDS, tasks, Settings((minutes,) * 7, mock_weekday=-1, buffers=0), START)


def test_for_the_next_round_it_counts_before_everything_and_later_half_as_much_again():
    plan = plan_of(task("numbers", 30, ROUNDS[0]), task("roi", 20, ROUNDS[1]), task("slides", 20, ROUNDS[1]))
    tasks = raised(plan.tasks, PRACTISED, WEAK)
    assert [(item.weight, item.usual, item.because) for item in tasks] == [
        (3.0 * RAISE, 2.0, WHY),
        (3.0 * RAISE, 3.0, WHY),
        (3.0, 0.0, ""),
    ]
    again = replanned(plan, START, {}, "now", tasks=tasks)
    assert raised(again.tasks, PRACTISED, WEAK) == again.tasks
    assert raised(again.tasks, PRACTISED, {}) == plan.tasks


def test_it_moves_to_the_first_free_minutes_with_the_reason_and_settles():
    plan = plan_of(task("slides", 75, ROUNDS[1]), task("roi", 20, ROUNDS[1]), minutes=30)
    assert [slot.day for slot in plan.slots if slot.item == "roi"] == [START + timedelta(days=4 + 1)]
    pinned = {"roi": START + timedelta(days=9)}
    late = replanned(plan, START, {}, "then", pinned=pinned)
    freed = replanned(late, START, {}, "then", pinned={})
    assert [slot.day for slot in freed.slots if slot.item == "roi"] == [START + timedelta(days=9)]
    new = replanned(freed, START, {}, "now", tasks=raised(freed.tasks, PRACTISED, WEAK))
    assert [(change.kind, change.item, change.reason) for change in diff(freed, new, START, {})] == [
        ("moved", "roi", WHY)
    ]
    assert replanned(new, START, {}, "later", tasks=raised(new.tasks, PRACTISED, WEAK)) == new


def test_what_was_left_out_comes_back_in_the_place_of_something_else():
    plan = plan_of(task("numbers", 30, ROUNDS[0]), task("slides", 75, ROUNDS[0]), minutes=30)
    heavy = make_plan(ROUNDS, (plan.tasks[0], task("slides", 75, ROUNDS[0], kind="deck")), plan.settings, START)
    assert [cut.task for cut in heavy.cuts if not cut.kept] == ["slides"]
    named = {heavy.cuts[0].task: ["estimation"]}
    new = replanned(heavy, START, {}, "now", tasks=raised(heavy.tasks, named, WEAK))
    assert heavy.cuts[0].task not in {cut.task for cut in new.cuts} and new.cuts
    reasons = {change.item: change.reason for change in diff(heavy, new, START, {})}
    assert reasons[heavy.cuts[0].task] == WHY


def test_what_stays_where_it_is_is_said_to_be_raised():
    plan = plan_of(task("numbers", 20, ROUNDS[0]))
    new = replanned(plan, START, {}, "now", tasks=raised(plan.tasks, PRACTISED, WEAK))
    assert [(change.kind, change.item, change.reason) for change in diff(plan, new, START, {})] == [
        ("raised", "numbers", WHY)
    ]
