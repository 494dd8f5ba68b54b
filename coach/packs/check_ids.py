"""Rules on names: well formed, each once, stable."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from coach.errors import Problem
from coach.packs.load import Entry
from coach.packs.model import Case, Deck, Design, Item, Loop, Question
from coach.packs.subject import Rule, Subject
from coach.yamlfile import Step

_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*")
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")
_LONGEST: Final = 80
_SHAPE: Final = "expected lower-case letters, digits and hyphens, such as `ledger/append-only`"
_PARTS: Final[tuple[tuple[type[Item], str], ...]] = (
    (Question, "phases"),
    (Loop, "rounds"),
    (Design, "components"),
    (Deck, "slides"),
)


def is_id(text: str) -> bool:
    """Whether a text may be an id: parts of `a-z 0-9 -` joined by slashes."""
    return len(text) <= _LONGEST and bool(_ID.fullmatch(text))


def well_formed(subject: Subject) -> Iterator[Problem]:
    """Item ids and former ids have the shape of an id."""
    for entry in subject.loaded.entries:
        if not is_id(entry.item.id):
            yield entry.problem(f"the id “{entry.item.id}” is not well formed", _SHAPE, "id")
        for index, former in enumerate(entry.item.formerly):
            if not is_id(former):
                yield entry.problem(f"the former id “{former}” is not well formed", _SHAPE, "formerly", index)


def manifest_ids(subject: Subject) -> Iterator[Problem]:
    """The pack and its competencies have well-formed ids, each once."""
    manifest, document = subject.loaded.manifest, subject.loaded.document
    if manifest is None:
        return
    if not is_id(manifest.id) or "/" in manifest.id:
        yield document.problem(("id",), f"the id “{manifest.id}” is not well formed", _SHAPE)
    seen: set[str] = set()
    for index, one in enumerate(manifest.competencies):
        place = ("competencies", index, "id")
        if not is_id(one.id):
            yield document.problem(place, f"the id “{one.id}” is not well formed", _SHAPE)
        elif one.id in seen:
            yield document.problem(place, f"the competency `{one.id}` stands twice", "keep one of them")
        seen.add(one.id)


def unique(subject: Subject) -> Iterator[Problem]:
    """No id, former ones included, stands for two items, here or in another pack."""
    taken = {entry.item.id: entry for other in (*subject.others, *subject.beside) for entry in other.entries}
    for entry in subject.loaded.entries:
        earlier = taken.setdefault(entry.item.id, entry)
        if earlier is not entry:
            yield entry.problem(f"the id `{entry.item.id}` is already taken", _at(earlier), "id")
    for entry in subject.loaded.entries:
        for index, former in enumerate(entry.item.formerly):
            earlier = taken.setdefault(former, entry)
            if earlier is not entry or former == entry.item.id:
                yield entry.problem(f"the former id `{former}` is in use", _at(earlier), "formerly", index)


def _at(entry: Entry) -> str:
    line, _ = entry.document.where((entry.kind, entry.at))
    return f"by {entry.document.path}:{line}: rename this one"


def parts(subject: Subject) -> Iterator[Problem]:
    """Phases, rounds, components and slides have well-formed ids, each once in its item."""
    for kind, field in _PARTS:
        for entry, item in subject.of(kind):
            yield from _each_once(entry, field, getattr(item, field))


def _each_once(entry: Entry, field: str, listed: Iterable[Any]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, part in enumerate(listed):
        place: tuple[Step, ...] = (field, index, "id")
        if not is_id(part.id):
            yield entry.problem(f"the id “{part.id}” is not well formed", _SHAPE, *place)
        elif part.id in seen:
            yield entry.problem(f"the id `{part.id}` stands twice in `{field}`", "rename one of them", *place)
        seen.add(part.id)


def case_names(subject: Subject) -> Iterator[Problem]:
    """Parameters and steps of a case have names that expressions can use, each once."""
    hint = "expected lower-case letters, digits and underscores, such as `daily_volume`"
    for entry, case in subject.of(Case):
        names: list[tuple[str, tuple[Step, ...]]] = [(name, ("parameters", name)) for name in case.parameters]
        names += [(step.name, ("steps", index, "name")) for index, step in enumerate(case.steps)]
        seen = {"answer"}
        for name, place in names:
            if not _NAME.fullmatch(name):
                yield entry.problem(f"the name “{name}” cannot be used in an expression", hint, *place, key=True)
            elif name in seen:
                yield entry.problem(
                    f"the name `{name}` is already taken in this case",
                    "rename one",
                    *place,
                    key=place[0] == "parameters",
                )
            seen.add(name)


RULES: Final[tuple[Rule, ...]] = (well_formed, manifest_ids, unique, parts, case_names)
