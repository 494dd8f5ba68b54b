"""When each story was last told, and to whom: from debriefs, drills, pitches, mocks and exported decks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from coach.stories.claims import Place, Said, claims
from coach.stories.model import Story
from coach.stories.said import story_said

# A sentence shorter than this could be anybody's.
_LONG: Final = 24
_LARGE: Final = 100
_SHARED: Final = 2


class Telling(NamedTuple):
    """A day, and who heard it (empty where only the day is known)."""

    day: date
    to: str


class Heard(NamedTuple):
    """Something told: its day, to whom, the story's id or title if it was named, the words if they are kept."""

    day: date
    to: str
    name: str = ""
    text: str = ""


def tellings(stories: Sequence[Story], heard: Iterable[Heard]) -> dict[str, Telling]:
    """The newest telling of every story that was told; a day written in the file itself counts too."""
    found = {story.id: Telling(story.last_used, "") for story in stories if story.last_used}
    named = {name.casefold(): story.id for story in stories for name in (story.name(), story.id)}
    figures = {story.id: _figures(story_said(story)) for story in stories}
    for one in heard:
        if one.name:
            names = {named.get(one.name.strip().casefold(), "")}
        else:
            names = {story.id for story in stories if _tells(one.text, story, figures[story.id])}
        for name in names - {""}:
            if name not in found or found[name].day <= one.day:
                found[name] = Telling(one.day, one.to)
    return found


def _tells(text: str, story: Story, figures: frozenset[tuple[str, float]]) -> bool:
    """Whether words tell this story: its title or a sentence of it is in them, or two of its figures with units."""
    low = " ".join(text.casefold().split())
    said = (" ".join(part.casefold().split()) for part in (story.title, story.opening, story.sentence))
    if any(len(part) >= _LONG and part.rstrip(".") in low for part in said):
        return True
    return len(_figures([Said(Place("take", ""), text)]) & figures) >= _SHARED if figures else False


def _figures(said: Iterable[Said]) -> frozenset[tuple[str, float]]:
    """Figures that can be known again: with a unit, or large."""
    every = ((claim.unit, amount) for claim in claims(said) for amount in (claim.value, claim.baseline))
    return frozenset((unit, round(amount, 6)) for unit, amount in every if amount and (unit or amount >= _LARGE))


def used(stories: Sequence[Story], found: Mapping[str, Telling]) -> list[Story]:
    """The stories with the day they were last told."""
    return [replace(story, last_used=found[story.id].day) if story.id in found else story for story in stories]
