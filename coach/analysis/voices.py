"""Who says what inside a cue: WebVTT voice tags, and names before a colon."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from coach.analysis.wordset import bag

_VOICE: Final = re.compile(r"<v(?:\.[^\s<>]{1,80})?[ \t]+([^<>]{1,200})>")
_TAG: Final = re.compile(r"<[^<>]{0,200}>")
_LABEL: Final = re.compile(r"^[ \t]*(?:>>|-)?[ \t]*\[?([^\W\d_][^:：\n\[\]]{0,40})\]?[ \t]*[:：](?=\s|$)", re.MULTILINE)
# What one speaker may say before a colon.
_HEADINGS: Final = bag(
    "situation task action result results outcome metric impact decision opening tail risk risks cost why so now then "
    "note notes first second third and but because"
)


class Part(NamedTuple):
    """What one speaker says within a cue; `name` is empty where the cue names nobody."""

    name: str
    text: str


def voices(cue: str) -> list[Part]:
    """The parts of a WebVTT or SRT cue by its voice tags; all tags are left out."""
    return [part._replace(text=_TAG.sub("", part.text).strip()) for part in _parts(cue, _VOICE.finditer(cue))]


def labels(text: str) -> list[Part]:
    """The parts of `text` by the names that stand before a colon at the beginning of a line."""
    return _parts(text, (match for match in _LABEL.finditer(text) if _is_name(match[1])))


def _parts(text: str, marks: Iterable[re.Match[str]]) -> list[Part]:
    found: list[Part] = []
    name, at = "", 0
    for mark in marks:
        if name or text[at : mark.start()].strip():
            found.append(Part(name, text[at : mark.start()].strip()))
        name, at = " ".join(mark[1].split()), mark.end()
    return [*found, Part(name, text[at:].strip())]


def _is_name(label: str) -> bool:
    words = label.split()
    return len(words) <= 3 and not any(word[0].islower() for word in words) and label.lower() not in _HEADINGS


def are_labelled(texts: Sequence[str]) -> bool:
    """Whether names stand before the words: from the first cue on and different ones, or the same one again."""
    cues = [labels(text) for text in texts if text]
    names = [part.name.casefold() for parts in cues for part in parts if part.name]
    different = len(set(names))
    return different < len(names) or (different > 1 and bool(cues[0][0].name))
