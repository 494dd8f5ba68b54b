"""A folder of YAML to a pack and the list of everything that is wrong with it; never stops at the first fault."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from coach.errors import Problem
from coach.packs import lexicon, validate
from coach.packs.find import LEXICON, MANIFEST, WEIGHTS, files
from coach.packs.model import KINDS, Fact, Item, Manifest, Pack
from coach.packs.origin import Origin, Reread
from coach.text import did_you_mean, one_line
from coach.yamlfile import Document, Step, read

MOST_FILES: Final = 200
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Entry(NamedTuple):
    """An item with its kind and where it was written."""

    kind: str
    item: Item
    document: Origin
    at: int

    def problem(self, message: str, hint: str, *steps: Step, key: bool = False) -> Problem:
        """A problem with this item, at the field that `steps` lead to."""
        return self.document.problem((self.kind, self.at, *steps), message, hint, key=key)


class Loaded(NamedTuple):
    """What a folder gave: the manifest (None if it is not right), its document, the right items, and the faults."""

    folder: Path
    manifest: Manifest | None
    document: Document
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    lexicon: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    @property
    def pack(self) -> Pack | None:
        """The pack without positions; None when the manifest cannot be read."""
        if self.manifest is None:
            return None
        items: dict[str, list[Any]] = {kind: [] for kind in KINDS}
        for entry in self.entries:
            items[entry.kind].append(entry.item)
        return Pack(self.manifest, {kind: tuple(found) for kind, found in items.items()})


def load(folder: Path) -> Loaded:
    """Everything in a pack's folder."""
    document = read(folder / MANIFEST)
    manifest, problems = _manifest(document)
    entries: list[Entry] = []
    problems += _strays(folder)
    for path in files(folder)[:MOST_FILES]:
        found, wrong = items(read(path), Reread(str(path)))
        entries += found
        problems += wrong
    words: dict[str, tuple[str, ...]] = {}
    if (folder / LEXICON).exists() or (folder / WEIGHTS).exists():
        words, wrong = lexicon.load(folder / LEXICON)
        problems += wrong
    return Loaded(folder, manifest, document, tuple(entries), tuple(problems), words)


def load_file(path: Path) -> Loaded:
    """One file on its own: a manifest, or items that no manifest speaks for."""
    if path.name in (LEXICON, WEIGHTS):
        words, wrong = lexicon.load(path)
        return Loaded(path.parent, None, read(path), (), tuple(wrong), words)
    document = read(path)
    if path.name == MANIFEST:
        manifest, problems = _manifest(document)
        return Loaded(path.parent, manifest, document, (), tuple(problems))
    entries, problems = items(document)
    return Loaded(path.parent, None, document, tuple(entries), tuple(problems))


def _manifest(document: Document) -> tuple[Manifest | None, list[Problem]]:
    problems = list(document.problems)
    if document.data is None:
        return None, problems or [document.problem((), "the file is empty", "expected id, title, description, …")]
    manifest, wrong = validate.record(document, Manifest, (), document.data)
    return manifest, problems + wrong


def _strays(folder: Path) -> list[Problem]:
    problems = [
        Problem(str(path), 1, 1, "this file is not read", "expected a name ending in .yaml: rename it")
        for path in sorted(folder.glob("*.yml"))
    ]
    count = len(files(folder))
    if count > MOST_FILES:
        problems.append(Problem(str(folder), 0, 0, f"{count} files", f"expected at most {MOST_FILES}: merge some"))
    return problems


def items(document: Document, origin: Origin | None = None) -> tuple[list[Entry], list[Problem]]:
    """The items of one file, and what is wrong with the others; `origin` stands for the document from then on."""
    problems = list(document.problems)
    if not isinstance(document.data, dict):
        return [], problems or [_not_items(document)]
    entries: list[Entry] = []
    for key, listed in document.data.items():
        found, wrong = _kind(document, origin or document, key, listed)
        entries += found
        problems += wrong
        if len(problems) > validate.MOST_PROBLEMS:
            break
    return entries, _bounded(document, problems)


def _bounded(document: Document, problems: list[Problem]) -> list[Problem]:
    if len(problems) <= validate.MOST_PROBLEMS:
        return sorted(problems)
    first = sorted(problems)[: validate.MOST_PROBLEMS]
    line, column = first[-1].line, first[-1].column + 1
    more = Problem(document.path, line, column, "more is wrong from here on", "mend these first, then check again")
    return [*first, more]


def _not_items(document: Document) -> Problem:
    message = "the file is empty" if document.data is None else "this is not a mapping of kinds to lists of items"
    return document.problem((), message, "expected a kind of item such as `facts:` with a list under it")


def _kind(document: Document, origin: Origin, key: str, listed: Any) -> tuple[list[Entry], list[Problem]]:
    record = KINDS.get(key)
    if record is None:
        hint = did_you_mean(key, KINDS) or "expected one of " + ", ".join(KINDS)
        return [], [document.problem((key,), f"unknown kind of item `{key}`", hint, key=True)]
    if not isinstance(listed, list):
        wrong = f"`{key}` is {'empty' if listed is None else 'not a list'}"
        return [], [document.problem((key,), wrong, "expected a list: start each item with `- id: …`")]
    found = validate.records(document, record, (key,), listed)
    problems = [*found.problems, *_dates(document, key, listed, found.records)]
    return [Entry(key, item, origin, index) for index, item in found.records], problems


def _dates(document: Document, key: str, listed: list[Any], found: list[tuple[int, Item]]) -> Iterator[Problem]:
    """Dates are written as year-month-day, so that nobody reads a month as a day."""
    for index, item in found:
        if isinstance(item, Fact) and item.as_of is not None and not _DATE.fullmatch(listed[index]["as_of"]):
            message = f"`as_of` is “{one_line(listed[index]['as_of'], 40)}”"
            yield document.problem((key, index, "as_of"), message, "expected a date like 2026-11-30")
