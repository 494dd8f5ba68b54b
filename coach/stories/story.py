"""`stories.yaml`: text to stories with everything that is wrong, and edits that leave the rest of the file alone."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from coach.errors import InputFault, Problem, UsageFault
from coach.packs import validate
from coach.packs.shape import fields_of
from coach.stories.model import Story
from coach.text import did_you_mean
from coach.yamledit import with_entry, with_value
from coach.yamlfile import Document, load, read
from coach.yamlwrite import Value, written

HEADER: Final = """\
# Your true stories. Edit this file as you like: the coach changes only what you ask it to, and keeps your comments.
# A story may hold notes of your own under any key that begins with `note` or `x-`.
stories:
"""
_OWN_KEYS: Final = re.compile(r"(?:notes?(?:[-_].*)?|x-.*)")
_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]*")
_LISTS: Final = ("competencies", "numbers", "artefacts", "risks")


class Bank(NamedTuple):
    """Every right story of a file, what is wrong with the others, and where each story stands in its list."""

    document: Document
    stories: tuple[Story, ...]
    places: Mapping[str, int]
    problems: tuple[Problem, ...]

    def find(self, name: str) -> Story:
        """The story of this id, any unambiguous end of it, or this number in the list; else a UsageFault."""
        if name.isdecimal() and 1 <= int(name) <= len(self.stories):
            return self.stories[int(name) - 1]
        exact = [story for story in self.stories if story.id == name]
        ending = exact or [story for story in self.stories if story.id.endswith(name)]
        if len(ending) == 1:
            return ending[0]
        known = [story.id for story in self.stories]
        hint = did_you_mean(name, known) or ("There are: " + ", ".join(known) if known else "Begin: coach story new")
        raise UsageFault(f"There {'is no story' if not ending else 'are several stories'} named {name!r}.", hint)


def read_bank(path: Path) -> Bank:
    """The stories in a file; an absent file holds none."""
    return bank(read(path) if path.exists() else Document(str(path), {"stories": []}, {}, []))


def parse_bank(text: str, path: str) -> Bank:
    """The stories in a text."""
    return bank(load(text, path)) if text.strip() else bank(Document(path, {"stories": []}, {}, []))


def bank(document: Document) -> Bank:
    """The stories of a document; never raises for its content."""
    problems = list(document.problems)
    listed = _listed(document, problems)
    stories: list[Story] = []
    places: dict[str, int] = {}
    for index, entry in enumerate(listed):
        steps = ("stories", index)
        plain = _without_own_keys(entry)
        found, wrong = validate.record(document, Story, steps, plain)
        wrong = wrong or _faults(document, found, steps, places)
        problems += wrong
        if not wrong:
            stories.append(found)
            places[found.id] = index
    return Bank(document, tuple(stories), places, tuple(sorted(problems)))


def sound(found: Bank) -> Bank:
    """The bank, or InputFault with every problem of its file."""
    if found.problems:
        raise InputFault(f"{found.document.path} needs mending.", found.problems, "Check it: coach story check")
    return found


def _listed(document: Document, problems: list[Problem]) -> list[Any]:
    data = document.data
    if data is None:
        return []
    if not isinstance(data, dict) or not isinstance(data.get("stories") or [], list):
        problems.append(
            document.problem((), "this is not a list of stories", "expected `stories:` with a list under it")
        )
        return []
    for key in data:
        if key != "stories" and not _OWN_KEYS.fullmatch(key):
            hint = did_you_mean(key, ["stories"]) or "your own notes begin with `note` or `x-`"
            problems.append(document.problem((key,), f"unknown key `{key}`", hint, key=True))
    return data.get("stories") or []


def _without_own_keys(entry: Any) -> Any:
    if not isinstance(entry, dict):
        return entry
    # A key left empty means nothing yet: the file is a form that is filled in over weeks.
    return {key: value for key, value in entry.items() if not _OWN_KEYS.fullmatch(key) and value is not None}


def _faults(document: Document, story: Story, steps: tuple[str, int], known: Mapping[str, int]) -> list[Problem]:
    faults = []
    if not _ID.fullmatch(story.id):
        hint = "expected small letters, digits and hyphens, such as settlement-log"
        faults.append(document.problem((*steps, "id"), f"`{story.id}` is not an id", hint))
    if story.id in known:
        faults.append(document.problem((*steps, "id"), f"the id `{story.id}` stands twice", "give one another id"))
    if not 0 <= story.strength <= 4:
        faults.append(document.problem((*steps, "strength"), "`strength` is not 1 to 4", "4 is your best story"))
    if not story.sentence.strip():
        faults.append(document.problem((*steps, "sentence"), "`sentence` is empty", "say the story in one sentence"))
    return faults


def unknown_competencies(found: Bank, known: Sequence[str]) -> list[Problem]:
    """Competencies that the loop does not know; they count for nothing in the coverage."""
    return [
        found.document.problem(
            ("stories", found.places[story.id], "competencies", at),
            f"no round tests `{name}`",
            did_you_mean(name, known) or "there are: " + ", ".join(known),
        )
        for story in found.stories
        for at, name in enumerate(story.competencies)
        if name not in known
    ]


def added(text: str, path: str, story: Mapping[str, Value]) -> str:
    """The text with a story at its end."""
    if not text.strip():
        return HEADER + written([story], 2)
    return with_entry(text, ("stories",), story, path)


def changed(text: str, path: str, name: str, values: Mapping[str, Value]) -> str:
    """The text with these fields of one story set; entries of lists are added, never taken out."""
    for key, value in values.items():
        if key not in fields_of(Story):
            hint = did_you_mean(key, fields_of(Story)) or "Fields: " + ", ".join(fields_of(Story))
            raise UsageFault(f"A story has no field {key!r}.", hint)
        at = parse_bank(text, path).places[name]
        if key in _LISTS and value is not None and not isinstance(value, str):
            for entry in value:
                text = with_entry(text, ("stories", at, key), entry, path)
        else:
            text = with_value(text, ("stories", at, key), value, path)
    return text


def fresh_id(sentence: str, known: Sequence[str]) -> str:
    """An id from the first telling words of a sentence that no other story has."""
    words = [word for word in re.findall(r"[a-z0-9]+", sentence.lower()) if len(word) > 3 and not word.isdigit()]
    stem = "-".join(words[:3])[:40].strip("-") or "story"
    return next(
        name for number in range(1, len(known) + 2) if (name := f"{stem}-{number}" if number > 1 else stem) not in known
    )
