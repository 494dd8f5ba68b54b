"""What the debriefs in the journal named as weak, for the plan and the drills."""

from collections.abc import Collection, Sequence

from coach.cli.library import Library
from coach.cli.rounds import kept_rounds
from coach.cli.run import Run
from coach.plan.model import Task
from coach.plan.raising import Weak, raised
from coach.practice.attention import Attention, attention
from coach.practice.debrief import from_body


def attention_of(run: Run) -> tuple[Attention, ...]:
    """What counts for more today."""
    if not run.home.database.exists():
        return ()
    days = [found.day for found in kept_rounds(run)]
    told = ((event.day, from_body(event.body)) for event in run.journal().events("debrief"))
    return attention(told, days, run.moment().day)


def raised_tasks(run: Run, library: Library, tasks: Sequence[Task]) -> tuple[Task, ...]:
    """The tasks with what practises a weak competency weighing more; the others as they used to."""
    weak = {found.competency: Weak(found.because, found.until) for found in attention_of(run)}
    practised: dict[str, Collection[str]] = {item.id: item.competencies for item in library.of_kind("checklist")}
    return raised(tasks, practised, weak)


def competencies(run: Run) -> list[str]:
    """The names by which a debrief may say what went badly: what the candidate's rounds test, in their order."""
    return list(dict.fromkeys(name for found in kept_rounds(run) for name in found.competencies))
