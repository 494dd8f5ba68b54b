"""What the debriefs in the journal named as weak, for the plan and the drills."""

from collections.abc import Collection

from coach.cli.library import Library
from coach.cli.run import Run
from coach.plan.model import Plan, Task
from coach.plan.raising import Weak, raised
from coach.practice.attention import Attention, attention
from coach.practice.debrief import from_body
from coach.practice.loop import from_body as rounds_from


def attention_of(run: Run) -> tuple[Attention, ...]:
    """What counts for more today."""
    if not run.home.database.exists():
        return ()
    journal = run.journal()
    loop = journal.last("loop")
    days = [found.day for found in rounds_from(loop.body)] if loop else []
    told = ((event.day, from_body(event.body)) for event in journal.events("debrief"))
    return attention(told, days, run.moment().day)


def raised_tasks(run: Run, library: Library, plan: Plan) -> tuple[Task, ...]:
    """The plan's tasks with what practises a weak competency weighing more; the others as they used to."""
    weak = {found.competency: Weak(found.because, found.until) for found in attention_of(run)}
    practised: dict[str, Collection[str]] = {item.id: item.competencies for item in library.of_kind("checklist")}
    return raised(plan, practised, weak)


def competencies(run: Run) -> list[str]:
    """The names by which a debrief may say what went badly: what the candidate's rounds test, in their order."""
    loop = run.journal().last("loop")
    rounds = rounds_from(loop.body) if loop else []
    return list(dict.fromkeys(name for found in rounds for name in found.competencies))
