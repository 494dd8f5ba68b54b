"""Words, sentences and syllables of an item's texts, and how hard they are to read."""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any, Final

from coach.packs import shape
from coach.packs.model import Item

_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’]*(?:-[A-Za-z]+)*|\d[\d.,]*")
_SENTENCE_END: Final = re.compile(r"[.!?…](?=\s|$)|\n")
_VOWELS: Final = re.compile(r"[aeiouy]+")
# Names, references and arithmetic are not prose.
_NOT_PROSE: Final = frozenset(
    {"id", "source", "tags", "competencies", "formerly", "kind", "round", "shows", "rubrics", "prerequisites", "before"}
    | {"evidence", "parameters", "expression", "sample", "unit", "tolerance", "name", "layout", "phase", "currency"}
    | {"sla_ms", "risk_budget_percent", "daily_volume", "p50_ms", "p999_ms", "risk_percent"}
)


def texts(item: Item) -> Iterator[str]:
    """Everything in an item that a person reads."""
    yield from _texts(item)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        kind: Any = type(value)
        for name in shape.fields_of(kind):
            if name not in _NOT_PROSE:
                yield from _texts(getattr(value, name))


def words(text: str) -> list[str]:
    """The words and numbers of a text, in lower case."""
    return [word.lower() for word in _WORD.findall(text)]


def sentences(text: str) -> int:
    """How many sentences a text has; a line of its own counts as one."""
    return len([part for part in _SENTENCE_END.split(text) if _WORD.search(part)])


def syllables(word: str) -> int:
    """Groups of vowels, without a silent final e; a number counts as one."""
    groups = len(_VOWELS.findall(word.lower()))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(groups - silent, 1)


def grade(text: str) -> float:
    """Years of school needed to read a text at ease, after Flesch and Kincaid (1975); 0 for an empty text."""
    found = words(text)
    if not found:
        return 0.0
    spoken = sum(map(syllables, found))
    return max(0.39 * len(found) / max(sentences(text), 1) + 11.8 * spoken / len(found) - 15.59, 0.0)
