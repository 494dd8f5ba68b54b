"""Marks that do not cut a pair of brackets or quotes in two."""

import bisect
import re
from collections.abc import Iterator
from typing import Final

_CLOSES: Final = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«"}
_OPENS: Final = frozenset(_CLOSES.values())
# A mark takes in a partner that is at most so many characters off.
_NEAR: Final = 30


class Pairs:
    """Where the brackets and quotes of a text stand, and which belong together."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.partner: dict[int, int] = {}
        for first, last in _pairs(text):
            self.partner |= {first: last, last: first}
        self.places = sorted(self.partner)

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """`start` and `end` moved so that every pair is inside or outside: out to a near partner, else inwards."""
        while near := [there for _, there in self._cut(start, end) if max(start - there, there + 1 - end) <= _NEAR]:
            start, end = min(start, *near), max(end, *(there + 1 for there in near))
        while cut := next(self._cut(start, end), None):
            parts = [self._trimmed(start, cut[0]), self._trimmed(cut[0] + 1, end)]
            start, end = max(parts, key=lambda part: (self._tells(*part), part[1] - part[0]))
        return start, end

    def _cut(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Each sign between `start` and `end` whose partner is outside, with the place of the partner."""
        for at in range(bisect.bisect_left(self.places, start), bisect.bisect_left(self.places, end)):
            here = self.places[at]
            if not start <= self.partner[here] < end:
                yield here, self.partner[here]

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Without the spaces and commas at its ends."""
        while start < end and self.text[start] in " \n\t,;":
            start += 1
        while end > start and self.text[end - 1] in " \n\t,;":
            end -= 1
        return start, end

    def _tells(self, start: int, end: int) -> bool:
        return any(char.isdigit() for char in self.text[start:end])


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Where each pair opens and closes; what nothing closes in its paragraph, or nothing opened, is no pair."""
    start = 0
    for paragraph in text.split("\n\n"):
        for first, last in (*_brackets(paragraph), *_quotes(paragraph)):
            yield start + first, start + last
        start += len(paragraph) + 2


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for at, char in enumerate(text):
        if char in _OPENS:
            opened.append(at)
        elif char in _CLOSES and opened and text[opened[-1]] == _CLOSES[char]:
            yield opened.pop(), at


def _quotes(text: str) -> Iterator[tuple[int, int]]:
    """Straight quotes: one opens before a word and closes behind one; 5" is an inch."""
    opened = -1
    for match in re.finditer('"', text):
        at = match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if opened < 0 and after.strip() and not before.isalnum():
            opened = at
        elif opened >= 0 and not after.isalnum():
            yield opened, at
            opened = -1
