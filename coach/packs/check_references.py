"""Rules on what an item names: every rubric, competency, prerequisite, phase and loop is there."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from coach.errors import Problem
from coach.packs.load import Entry
from coach.packs.model import ChecklistTask, Loop, Question, Rubric
from coach.packs.subject import Rule, Subject
from coach.text import did_you_mean

# Looking for a similar name takes time for each one that is known.
_MOST_NAMES: Final = 500


def _hint(name: str, known: Iterable[str], what: str) -> str:
    listed = sorted(known)
    near = did_you_mean(name, listed) if len(listed) <= _MOST_NAMES else ""
    return near or (f"expected one of {', '.join(listed[:12])}" if listed else f"there are no {what}")


def competencies(subject: Subject) -> Iterator[Problem]:
    """Items name competencies of this pack's manifest or of a pack it needs."""
    known = subject.competencies
    if known is None:
        return
    for entry in subject.loaded.entries:
        for index, name in enumerate(entry.item.competencies):
            if name not in known:
                message = f"there is no competency `{name}`"
                yield entry.problem(message, _hint(name, known, "competencies"), "competencies", index)


def round_competencies(subject: Subject) -> Iterator[Problem]:
    """Rounds weigh competencies that are there."""
    known = subject.competencies
    if known is None:
        return
    for entry, loop in subject.of(Loop):
        for at, one in enumerate(loop.rounds):
            for name in one.competencies:
                if name not in known:
                    place = ("rounds", at, "competencies", name)
                    hint = _hint(name, known, "competencies")
                    yield entry.problem(f"there is no competency `{name}`", hint, *place, key=True)


def rubrics(subject: Subject) -> Iterator[Problem]:
    """Questions name rubrics that are there."""
    known = {rubric.id for rubric in subject.every(Rubric)}
    for entry, question in subject.of(Question):
        for index, name in enumerate(question.rubrics):
            if name not in known:
                yield entry.problem(f"there is no rubric `{name}`", _hint(name, known, "rubrics"), "rubrics", index)


def prerequisites(subject: Subject) -> Iterator[Problem]:
    """Checklist tasks come after tasks that are there, and never after themselves."""
    tasks = {task.id: task for task in subject.every(ChecklistTask)}
    stuck = _stuck(tasks)
    for entry, task in subject.of(ChecklistTask):
        for index, name in enumerate(task.prerequisites):
            if name not in tasks:
                hint = _hint(name, tasks, "checklist tasks")
                yield entry.problem(f"there is no checklist task `{name}`", hint, "prerequisites", index)
        if task.id in stuck:
            message = f"`{task.id}` can never begin: its prerequisites go round in a circle"
            yield entry.problem(message, "break the circle", "prerequisites")


def _stuck(tasks: Mapping[str, ChecklistTask]) -> set[str]:
    """Tasks in a circle of prerequisites or behind one: what is left when all that can be done is done."""
    waits = {name: {one for one in task.prerequisites if one in tasks} for name, task in tasks.items()}
    after: dict[str, list[str]] = {}
    for name, firsts in waits.items():
        for first in firsts:
            after.setdefault(first, []).append(name)
    ready = [name for name, firsts in waits.items() if not firsts]
    while ready:
        done = ready.pop()
        del waits[done]
        for name in after.get(done, ()):
            waits[name].discard(done)
            if not waits[name]:
                ready.append(name)
    return set(waits)


def probe_phases(subject: Subject) -> Iterator[Problem]:
    """Probes and curveballs arrive in a phase of their question."""
    for entry, question in subject.of(Question):
        known = [phase.id for phase in question.phases]
        for field in ("probes", "curveballs"):
            yield from _phases(entry, field, [probe.phase for probe in getattr(question, field)], known)


def _phases(entry: Entry, field: str, named: list[str], known: list[str]) -> Iterator[Problem]:
    for index, name in enumerate(named):
        if name and name not in known:
            hint = _hint(name, known, "phases")
            yield entry.problem(f"there is no phase `{name}` in this question", hint, field, index, "phase")


def default_loop(subject: Subject) -> Iterator[Problem]:
    """The manifest's default loop is there."""
    manifest = subject.loaded.manifest
    known = {loop.id for loop in subject.every(Loop)}
    if manifest and manifest.default_loop and manifest.default_loop not in known:
        message = f"there is no loop `{manifest.default_loop}`"
        hint = _hint(manifest.default_loop, known, "loops")
        yield subject.loaded.document.problem(("default_loop",), message, hint)


RULES: Final[tuple[Rule, ...]] = (competencies, round_competencies, rubrics, prerequisites, probe_phases, default_loop)
