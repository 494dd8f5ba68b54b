"""Which stories answer for which competencies of the loop: gaps, overuse, freshness."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from coach.stories.model import Story

# A story told in more than half of the rounds is the only one the panel will remember.
_OVERUSED: Final = 0.5
_STALE_DAYS: Final = 21


class Row(NamedTuple):
    """A competency: how much the loop weighs it (0 to 1), the ids of the stories that show it, the best strength."""

    competency: str
    title: str
    weight: float
    stories: tuple[str, ...]
    strength: int


class Coverage(NamedTuple):
    """The matrix, heaviest competency first, and what follows from it."""

    rows: tuple[Row, ...]
    gaps: tuple[str, ...]
    thin: tuple[str, ...]
    overused: tuple[str, ...]
    stale: tuple[tuple[str, int], ...]
    unplaced: tuple[str, ...]


def coverage(
    stories: Sequence[Story], weights: Mapping[str, float], titles: Mapping[str, str], today: date
) -> Coverage:
    """Stories against the weighed competencies of a loop."""
    order = sorted(weights, key=lambda name: -weights[name])
    rows = tuple(_row(name, titles.get(name, name), weights[name], stories) for name in order)
    return Coverage(
        rows,
        tuple(row.competency for row in rows if not row.stories),
        tuple(row.competency for row in rows if row.stories and row.strength <= 2),
        _overused(rows),
        tuple((story.id, age) for story in stories if (age := _age(story, today)) > _STALE_DAYS),
        tuple(story.id for story in stories if not set(story.competencies) & set(weights)),
    )


def weigh(rounds: Sequence[tuple[float, Mapping[str, float]]]) -> dict[str, float]:
    """How much a loop tests each competency, its rounds weighed; the sum is 1."""
    total: dict[str, float] = {}
    for weight, tested in rounds:
        whole = sum(tested.values()) or 1.0
        for name, share in tested.items():
            total[name] = total.get(name, 0.0) + weight * share / whole
    whole = sum(total.values()) or 1.0
    return {name: share / whole for name, share in total.items()}


def _row(name: str, title: str, weight: float, stories: Sequence[Story]) -> Row:
    showing = sorted((story for story in stories if name in story.competencies), key=lambda story: -story.strength)
    return Row(name, title, weight, tuple(story.id for story in showing), max((s.strength for s in showing), default=0))


def _overused(rows: Sequence[Row]) -> tuple[str, ...]:
    """Stories that are the strongest answer to more than half of the covered competencies."""
    covered = [row for row in rows if row.stories]
    first = [row.stories[0] for row in covered]
    return tuple(
        name for name in dict.fromkeys(first) if len(covered) >= 4 and first.count(name) > _OVERUSED * len(covered)
    )


def _age(story: Story, today: date) -> int:
    """Days since it was told; 0 if it never was."""
    return (today - story.last_used).days if story.last_used else 0
