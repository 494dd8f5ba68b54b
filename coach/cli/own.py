"""The candidate's own stories: read, changed in place, and what they lack."""

from collections.abc import Mapping
from typing import Any

from coach.analysis.answer import Findings
from coach.analysis.weights import label
from coach.cli.run import Run
from coach.errors import InputFault
from coach.stories.model import Story
from coach.stories.story import Bank, added, changed, fresh_id, parse_bank, read_bank, sound


def open_bank(run: Run) -> Bank:
    """The stories, or InputFault with everything that is wrong in their file."""
    return sound(read_bank(run.home.stories))


def current_text(run: Run) -> str:
    """The file as it is, line ends untouched; empty if there is none."""
    path = run.home.stories
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def save(run: Run, text: str) -> None:
    """Write the file, once it reads back without a fault."""
    from coach.files import write_private

    found = parse_bank(text, str(run.home.stories))
    if found.problems:
        raise InputFault(f"{run.home.stories} was not changed: it would not be right.", found.problems)
    write_private(run.home.stories, text.encode())


def begin(run: Run, sentence: str) -> str:
    """Add a story of one sentence; its id."""
    sentence = " ".join(sentence.split())
    stories = open_bank(run).stories
    again = next((story.id for story in stories if story.sentence == sentence), None)
    if again is not None:
        return again
    name = fresh_id(sentence, [story.id for story in stories])
    save(run, added(current_text(run), str(run.home.stories), {"id": name, "sentence": sentence}))
    return name


def set_fields(run: Run, name: str, values: Mapping[str, Any]) -> None:
    """Set fields of one story and nothing else."""
    open_bank(run)
    save(run, changed(current_text(run), str(run.home.stories), name, values))


def advice(findings: Findings) -> list[str]:
    """What is missing of what matters, one line each."""
    return [f"{label(found.dimension)}: {found.advice}" for found in findings.lacking]


def as_data(story: Story) -> dict[str, Any]:
    """A story as plain data, for --json."""
    from dataclasses import asdict

    return asdict(story)
