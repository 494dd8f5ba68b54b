"""Rules on values: nothing blank, times that add up, levels that a rater can use, figures that are possible."""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from coach.errors import Problem
from coach.packs import shape
from coach.packs.load import Entry
from coach.packs.model import Case, ChecklistTask, Deck, Design, Item, Loop, Pitch, Question, Rubric
from coach.packs.prose import texts
from coach.packs.subject import Rule, Subject
from coach.text import neutral, one_line
from coach.yamlfile import Step

LEVELS: Final = (1, 2, 3, 4)
LONGEST_PHASE: Final = 120
LONGEST_TEXT: Final = 5_000
_NUMBER: Final = re.compile(r"-?\d{1,18}(\.\d{1,12})?", re.ASCII)
_FILLED: Final[tuple[tuple[type[Item], str], ...]] = (
    (Question, "phases"),
    (Question, "outline"),
    (Case, "parameters"),
    (Case, "steps"),
    (Design, "components"),
    (Loop, "rounds"),
    (Rubric, "anchors"),
    (Deck, "slides"),
)


def decimal(text: str) -> Decimal | None:
    """The number in a text as typed in a pack (`0.85`, `-12`), or None."""
    try:
        return Decimal(text) if _NUMBER.fullmatch(text) else None
    except InvalidOperation:
        return None


def not_blank(subject: Subject) -> Iterator[Problem]:
    """A text that must be written says something; so does every text in a list."""
    for entry in subject.loaded.entries:
        for steps in _blanks(entry.item, ()):
            yield entry.problem(
                f"`{steps[-1] if isinstance(steps[-1], str) else steps[0]}` is blank", "write it", *steps
            )


def _blanks(record: Any, steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    kind: Any = type(record)
    needed = shape.required(kind)
    for name in shape.fields_of(kind):
        value = getattr(record, name)
        if isinstance(value, str):
            if name in needed and not value.strip():
                yield (*steps, name)
        elif isinstance(value, (tuple, dict)):
            yield from _blanks_within(value, (*steps, name))


def _blanks_within(value: Any, steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    for step, one in value.items() if isinstance(value, dict) else enumerate(value):
        if is_dataclass(one):
            yield from _blanks(one, (*steps, step))
        elif isinstance(one, str) and not one.strip():
            yield (*steps, step)


def sized(subject: Subject) -> Iterator[Problem]:
    """No text is longer than anybody reads."""
    for entry in subject.loaded.entries:
        longest = max(map(len, texts(entry.item)), default=0)
        if longest > LONGEST_TEXT:
            yield entry.problem(f"a text of {longest:,} characters", f"expected at most {LONGEST_TEXT:,}")


def visible(subject: Subject) -> Iterator[Problem]:
    """No text holds characters that cannot be seen and change how the rest is shown."""
    for entry in subject.loaded.entries:
        for text in texts(entry.item):
            if neutral(text) != text:
                shown = one_line(text, 60)
                yield entry.problem(f"a hidden character in “{shown}”", "remove it, or type the text anew")


def not_empty(subject: Subject) -> Iterator[Problem]:
    """Lists without which an item makes no sense have something in them."""
    for kind, field in _FILLED:
        for entry, item in subject.of(kind):
            if not getattr(item, field):
                yield entry.problem(f"`{field}` is empty", "expected at least one", field)


def phases(subject: Subject) -> Iterator[Problem]:
    """Time boxes are possible: more than nothing, two hours at most, together too."""
    for entry, question in subject.of(Question):
        for index, phase in enumerate(question.phases):
            if not 0 < phase.minutes <= LONGEST_PHASE:
                hint = f"expected more than 0 and at most {LONGEST_PHASE}"
                yield entry.problem(f"{phase.minutes:g} minutes for a phase", hint, "phases", index, "minutes")
        total = sum(phase.minutes for phase in question.phases)
        if total > LONGEST_PHASE:
            hint = f"expected at most {LONGEST_PHASE} together"
            yield entry.problem(f"the phases take {total:g} minutes", hint, "phases")


def anchors(subject: Subject) -> Iterator[Problem]:
    """A rubric has one anchor for each level, lowest first."""
    for entry, rubric in subject.of(Rubric):
        levels = tuple(anchor.level for anchor in rubric.anchors)
        if levels and levels != LEVELS:
            seen = ", ".join(map(str, levels))
            yield entry.problem(f"the anchors have levels {seen}", "expected 1, 2, 3, 4 in this order", "anchors")


def loops(subject: Subject) -> Iterator[Problem]:
    """Rounds come in order of days, last, and weigh something; decision and offer come after them."""
    for entry, loop in subject.of(Loop):
        day = 1
        for index, one in enumerate(loop.rounds):
            place: tuple[Step, ...] = ("rounds", index)
            if one.day < day:
                yield entry.problem(f"day {one.day} comes after day {day}", "order rounds by day", *place, "day")
            if one.minutes <= 0:
                yield entry.problem(f"{one.minutes} minutes for a round", "expected more than 0", *place, "minutes")
            if one.weight <= 0:
                yield entry.problem(f"a round's weight is {one.weight:g}", "expected more than 0", *place, "weight")
            yield from _weights(entry, one.competencies, place)
            day = max(day, one.day)
        if not day <= loop.decision_day <= loop.offer_day:
            days = f"last round {day}, decision {loop.decision_day}, offer {loop.offer_day}"
            yield entry.problem(f"the days are out of order: {days}", "expected this order", "decision_day")


def _weights(entry: Entry, weights: dict[str, float], place: tuple[Step, ...]) -> Iterator[Problem]:
    if not weights:
        yield entry.problem("a round tests no competency", "expected at least one", *place, "competencies")
    for name, weight in weights.items():
        if weight <= 0:
            message = f"the weight of `{name}` is {weight:g}"
            yield entry.problem(message, "expected more than 0", *place, "competencies", name)


def times(subject: Subject) -> Iterator[Problem]:
    """Tasks and pitches take time, and not too much."""
    for entry, task in subject.of(ChecklistTask):
        if not 0 < task.minutes <= 1_440:
            yield entry.problem(f"{task.minutes} minutes for a task", "expected 1 to 1,440", "minutes")
    for entry, pitch in subject.of(Pitch):
        if not 0 < pitch.seconds <= 600:
            yield entry.problem(f"{pitch.seconds} seconds for a pitch", "expected 1 to 600", "seconds")


def decks(subject: Subject) -> Iterator[Problem]:
    """Slides take time, and not more than their deck."""
    for entry, deck in subject.of(Deck):
        total = sum(slide.seconds for slide in deck.slides)
        for index, slide in enumerate(deck.slides):
            if slide.seconds <= 0:
                message = f"{slide.seconds} seconds for a slide"
                yield entry.problem(message, "expected more than 0", "slides", index, "seconds")
        if total > deck.seconds:
            message = f"the slides take {total} seconds, the deck {deck.seconds}"
            yield entry.problem(message, "give the deck more or the slides less", "seconds")


def designs(subject: Subject) -> Iterator[Problem]:
    """Figures of a cost table are numbers that can be: no negative latency, p99.9 not under p50, risk in percent."""
    for entry, design in subject.of(Design):
        for field, low, high in (("sla_ms", 0, 10**9), ("risk_budget_percent", 0, 100), ("daily_volume", 0, 10**18)):
            yield from _figure(entry, (field,), getattr(design, field), low, high)
        for index, part in enumerate(design.components):
            place: tuple[Step, ...] = ("components", index)
            yield from _figure(entry, (*place, "p50_ms"), part.p50_ms, 0, 10**9)
            yield from _figure(entry, (*place, "risk_percent"), part.risk_percent, 0, 100)
            yield from _figure(entry, (*place, "p999_ms"), part.p999_ms, decimal(part.p50_ms) or 0, 10**9)


def _figure(
    entry: Entry, steps: tuple[Step, ...], text: str, low: Decimal | int, high: Decimal | int
) -> Iterator[Problem]:
    value = decimal(text)
    if value is None:
        yield entry.problem(f"“{text}” is not a number", "expected digits such as `138` or `0.2`", *steps)
    elif not low <= value <= high:
        yield entry.problem(f"`{steps[-1]}` is {text}", f"expected {low:,} to {high:,}", *steps)


RULES: Final[tuple[Rule, ...]] = (not_blank, sized, visible, not_empty, phases, anchors, loops, times, decks, designs)
