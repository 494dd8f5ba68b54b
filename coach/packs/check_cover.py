"""Strict rules on the pack as a whole: sources, provenance, and something to practise for everything a loop tests."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from coach.errors import Problem
from coach.packs.model import Item, Loop, Question, Rubric
from coach.packs.subject import Rule, Subject

FEWEST: Final = 3


def sources(subject: Subject) -> Iterator[Problem]:
    """Every item says where it comes from."""
    for entry in subject.loaded.entries:
        if not entry.item.source:
            yield entry.problem("the item names no source", "say where a reader can check it", "source")


def provenance(subject: Subject) -> Iterator[Problem]:
    """The manifest says where the pack's content comes from."""
    manifest = subject.loaded.manifest
    if manifest is not None and not manifest.provenance:
        message = "the pack does not say where its content comes from"
        yield subject.loaded.document.problem(("provenance",), message, "list its sources, or say that you wrote it")


def folder_name(subject: Subject) -> Iterator[Problem]:
    """The pack's folder has the pack's name, under which others look it up."""
    manifest, name = subject.loaded.manifest, subject.loaded.folder.absolute().name
    if manifest is not None and manifest.id != name:
        message = f"the id is `{manifest.id}`, but the folder is named `{name}`"
        yield subject.loaded.document.problem(("id",), message, "expected the same name: rename one of them")


def competencies(subject: Subject) -> Iterator[Problem]:
    """What a round tests can be practised: at least three items for each competency of a loop."""
    counts = Counter(
        name
        for item in subject.every(Item)
        if not isinstance(item, (Loop, Rubric))
        for name in dict.fromkeys(item.competencies)
    )
    for entry, loop in subject.of(Loop):
        for at, one in enumerate(loop.rounds):
            for name in one.competencies:
                if counts[name] < FEWEST:
                    message = f"the round tests `{name}`, but {counts[name]} items do"
                    hint = f"expected at least {FEWEST}"
                    yield entry.problem(message, hint, "rounds", at, "competencies", name, key=True)


def rounds(subject: Subject) -> Iterator[Problem]:
    """Every kind of round in a loop has a mock question."""
    asked = {question.round for question in subject.every(Question)}
    for entry, loop in subject.of(Loop):
        for at, one in enumerate(loop.rounds):
            if one.kind not in asked:
                message = f"no question rehearses a {one.kind} round"
                yield entry.problem(message, "add a question for it", "rounds", at, "kind")


def unused(subject: Subject) -> Iterator[Problem]:
    """Every competency of the manifest is tested by an item or needed by a pack that is checked with it."""
    manifest = subject.loaded.manifest
    used = {name for entry in subject.loaded.entries for name in entry.item.competencies}
    for index, one in enumerate(manifest.competencies if manifest else ()):
        if one.id not in used:
            message = f"no item tests the competency `{one.id}`"
            yield subject.loaded.document.problem(("competencies", index), message, "add items, or take it out")


def time_boxes(subject: Subject) -> Iterator[Problem]:
    """A question's phases fit into the longest round of its kind."""
    longest: dict[str, int] = {}
    for loop in subject.every(Loop):
        for one in loop.rounds:
            longest[one.kind] = max(one.minutes, longest.get(one.kind, 0))
    for entry, question in subject.of(Question):
        total = sum(phase.minutes for phase in question.phases)
        most = longest.get(question.round)
        if most is not None and total > most:
            message = f"the phases take {total:g} minutes, the longest {question.round} round {most}"
            yield entry.problem(message, "shorten the phases", "phases")


RULES: Final[tuple[Rule, ...]] = (sources, provenance, folder_name, competencies, rounds, unused, time_boxes)
