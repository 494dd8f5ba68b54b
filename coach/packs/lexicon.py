"""The lexicon of a pack: `lexicon.yaml`, a mapping of list names to words and phrases, and `weights.yaml` beside it."""

import re
from base64 import b64decode
from math import isfinite
from pathlib import Path
from typing import Final

from coach.errors import Problem
from coach.packs.find import WEIGHTS
from coach.yamlfile import Document, read

_COLUMNS: Final = ("metric", "impact", "decision", "tradeoff", "opening", "ownership", "tail", "private")
_WEIGHS: Final = re.compile(rf"weighs ({'|'.join(_COLUMNS)}) -?\d+(\.\d+)?")
# The most that learned.py keeps.
_MOST: Final = 100
# What signs say together: a line of numbers for each pattern, the signs, and what each counts, bytes in base 64.
_PATTERNS: Final = ("patterns", "patterns signs", "patterns counts")

Lists = dict[str, tuple[str, ...]]


def load(path: Path) -> tuple[Lists, list[Problem]]:
    """The word lists of a `lexicon.yaml`, the weights beside it (one may be missing), and what is wrong with them."""
    lists, problems = _load(path) if path.exists() else ({}, [])
    weights = path.with_name(WEIGHTS)
    if weights != path and weights.exists():
        weighed, wrong = _load(weights)
        return lists | weighed, problems + wrong
    return lists, problems


def _load(path: Path) -> tuple[Lists, list[Problem]]:
    document = read(path)
    problems = list(document.problems)
    data = document.data.get("lexicon") if isinstance(document.data, dict) else None
    if not isinstance(data, dict):
        if not problems:
            problems.append(document.problem((), "this is not a lexicon", "it begins with the line: lexicon:"))
        return {}, problems
    lists: Lists = {}
    for name, entries in data.items():
        wrong = _fault(document, name, entries)
        if wrong:
            problems.append(wrong)
        else:
            lists[name] = tuple(entries)
    given = [lists.pop(name) for name in _PATTERNS if name in lists]
    if len(given) == len(_PATTERNS) and _fit(*given):
        lists |= dict(zip(_PATTERNS, given, strict=True))
    elif not set(_PATTERNS).isdisjoint(data):
        hint = "give all three lists together, as they are written by learning, or none"
        problems.append(document.problem(("lexicon",), f"{', '.join(_PATTERNS)} do not fit together", hint))
    return lists, problems


def _fault(document: Document, name: str, entries: object) -> Problem | None:
    if name.startswith("weighs ") and not _WEIGHS.fullmatch(name):
        return document.problem(("lexicon", name), f"{name} is no weight", "expected for example: weighs impact 1.4")
    if name.startswith("weighs ") and abs(float(name.split()[-1])) > _MOST:
        return document.problem(("lexicon", name), f"{name} is too much", f"a weight is at most {_MOST}")
    if isinstance(entries, list) and all(isinstance(entry, str) for entry in entries):
        return None
    return document.problem(
        ("lexicon", name), f"{name} is not a list of words", 'put them under it, each line beginning with "- "'
    )


def _fit(rows: tuple[str, ...], signs: tuple[str, ...], counts: tuple[str, ...]) -> bool:
    """Whether there are as many counts as patterns and signs ask for, and as many numbers for each pattern."""
    try:
        numbers = [[float(number) for number in row.split()] for row in rows]
        given = len(b64decode("".join(counts), validate=True))
    except ValueError:
        return False
    if not rows:
        return not signs and not given
    known = sum(len(entry.split(",")) for entry in signs)
    alike = {len(row) for row in numbers} == {2 + len(_COLUMNS)}
    return alike and all(isfinite(number) for row in numbers for number in row) and given == len(rows) * known
