"""Where the candidate's stories were told, from the journal: what is known of it is never asked again."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from coach.cli.rounds import kept_rounds
from coach.cli.run import Run
from coach.stories.drills import PARTS, PREFIX, drill_id
from coach.stories.model import Story
from coach.stories.telling import Heard, Telling, tellings, used

TOLD = "told"


def told_to(run: Run, stories: Sequence[Story]) -> dict[str, Telling]:
    """When and to whom each story was last told, by its id."""
    return tellings(stories, _heard(run, stories))


def told(run: Run, stories: Sequence[Story]) -> list[Story]:
    """The stories with the day they were last told."""
    return used(stories, told_to(run, stories))


def exported(run: Run, story: Story, output: str, audience: str) -> None:
    """Keep that a deck of this story went out."""
    kind = Path(output).suffix.removeprefix(".").lower() or "md"
    run.append(TOLD, story.id, {"to": audience or f"a deck ({kind})"})


def _heard(run: Run, stories: Sequence[Story]) -> Iterator[Heard]:
    journal = run.journal()
    for story in stories:
        for part, words in PARTS.items():
            for event in journal.events("review", item=drill_id(story, part)):
                yield Heard(event.day, f"yourself ({words})", story.id)
    for event in journal.events("take"):
        if event.body.get("kind") == "pitches" and not event.item.startswith(PREFIX):
            yield Heard(event.day, "yourself (pitch)", text=str(event.body.get("text", "")))
    for event in journal.events("mock"):
        text = "\n".join(str(phase.get("text", "")) for phase in event.body.get("phases", ()))
        yield Heard(event.day, f"a mock ({str(event.body.get('round', '')).replace('_', ' ')})", text=text)
    for event in journal.events(TOLD):
        yield Heard(event.day, str(event.body.get("to", "")), event.item)
    yield from _debriefs(run)


def _debriefs(run: Run) -> Iterator[Heard]:
    """A real round, by its title."""
    titles = {found.id: found.title for found in kept_rounds(run)}
    for event in run.journal().events("debrief"):
        if name := str(event.body.get("story", "")):
            yield Heard(event.day, titles.get(event.item, event.item), name)
