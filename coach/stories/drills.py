"""Drills made from the candidate's own stories, as items like those of a pack: what is missing makes no drill."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from coach.pace import PACE, count_words
from coach.packs.model import Challenge, Item, Pitch, Reframe, Triad
from coach.stories.model import Story

PREFIX = "own-"
# The parts that drills are made of, and what each asks for.
PARTS: Final = {
    "opening": "opening line",
    "minute": "a minute",
    "triad": "triad",
    "probe": "a probe",
    "pivot": "the pivot",
}


def drills(stories: Iterable[Story]) -> dict[str, tuple[str, Item]]:
    """Every drill of these stories by id, with its kind."""
    return {item.id: (kind, item) for story in stories for kind, item in _of(story)}


def drill_id(story: Story, part: str) -> str:
    """The id of a story's drill, which its reviews are kept under."""
    return f"{PREFIX}{story.id}-{part}"


def _of(story: Story) -> Iterator[tuple[str, Item]]:
    said = story.opening or story.sentence
    if story.numbers and story.decision and (story.affected or story.result):
        yield "triads", _triad(story)
    if story.opening:
        prompt = f"Open “{story.name()}” with one sentence that begins with the outcome."
        yield "pitches", _pitch(story, "opening", 15, prompt, story.opening)
    if story.result:
        yield "pitches", _pitch(story, "minute", 60, f"Tell “{story.name()}” in 60 seconds.", _minute(story))
    if story.reflection:
        ask, common = "What would you do differently?", _common(story, "probe")
        yield "challenges", Challenge(claim=said, ask=ask, answer=story.reflection, **common)
    if story.technique and story.result:
        yield "reframes", _pivot(story)


def _common(story: Story, part: str) -> dict[str, Any]:
    names = {"id": drill_id(story, part), "source": ("own",), "tags": ("own", story.id)}
    return {**names, "competencies": story.competencies}


def _pitch(story: Story, part: str, seconds: int, prompt: str, text: str) -> Pitch:
    return Pitch(prompt=prompt, seconds=seconds, text=text, round="behavioral", **_common(story, part))


def _triad(story: Story) -> Triad:
    return Triad(
        scenario=f"Your own project, {story.name()}. {story.situation}".strip(),
        metric=story.numbers[0].text(),
        impact=story.affected or story.result,
        decision=story.decision,
        tradeoff=story.tradeoff,
        why="These are your own words; say them shorter each time.",
        **_common(story, "triad"),
    )


def _pivot(story: Story) -> Reframe:
    return Reframe(
        prompt=f"They ask how {story.technique} works. Two sentences on it, then what it did for the business.",
        not_this=f"Every step of {story.technique}.",
        but_this=story.opening or story.result,
        reason="Steps that are not tied to an outcome cost points; the panel scores the outcome.",
        **_common(story, "pivot"),
    )


def _minute(story: Story) -> str:
    """The story cut to a minute, whole parts in the order they matter."""
    parts = (story.opening or story.sentence, story.decision, story.result, story.action, story.reflection)
    kept: list[str] = []
    for part in parts:
        if part and count_words(" ".join((*kept, part))) <= PACE:
            kept.append(part)
    return " ".join(kept)
