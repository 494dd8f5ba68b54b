"""Patterns: a second weighing, in which the signs of a sentence count together ("nobody" and "waits").

A pattern sums what each sign of a sentence's own words counts for it; as far as the sum is above 0, it adds to what the
sentence carries. Learned, like the weights (tests/analysis/net.py); the shipped packs hold none yet. All that a sign
counts is kept in one whole number, a lane of 32 bits for each pattern, so that a sentence is summed by adding whole
numbers. No lane runs over: a sign is there once, with a value of at most 1.
"""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from operator import mul
from struct import unpack
from typing import Final, NamedTuple

from coach.analysis.signs import Signs

# How finely the value of a sign (0..1) is told.
_EIGHTHS: Final = 8
# A count is kept as a byte: 0 to 255 for -128 to 127.
_MIDDLE: Final = 128
_LANE: Final = 4

# What a sign brings to a sum: its counts, and how often the middle is in them.
Term = tuple[int, int]
Words = tuple[tuple[int, int], ...]


class Patterns(NamedTuple):
    """For each pattern its base and its step (what an eighth of a count is); for each dimension what they add to it.

    `place` tells the row of a sign in `lanes`, `nothing` what they add where no sign is.
    """

    base: tuple[float, ...]
    step: tuple[float, ...]
    adds: tuple[tuple[float, ...], ...]
    place: Mapping[str, int]
    lanes: bytes
    nothing: tuple[float, ...]

    def term(self, sign: str, value: float) -> Term | None:
        """What a sign brings to the sum of its sentence; None for one that is not known."""
        at = self.place.get(sign)
        if at is None:
            return None
        width = _LANE * len(self.base)
        counts = int.from_bytes(self.lanes[at * width : (at + 1) * width], "little")
        often = int(value * _EIGHTHS + 0.5)
        return often * counts, often

    def above(self, total: Term) -> list[float]:
        """How far each pattern is above 0 with the terms that add up to `total`."""
        counts, often = total
        lanes = unpack(f"<{len(self.base)}I", counts.to_bytes(_LANE * len(self.base), "little"))
        middle = _MIDDLE * often
        sums = [base + (lane - middle) * step for base, step, lane in zip(self.base, self.step, lanes, strict=True)]
        return [each if each > 0.0 else 0.0 for each in sums]

    def adds_to(self, at: int, above: Sequence[float]) -> float:
        """What is added to the dimension at this place, beside what is added where no sign is."""
        return float(sum(map(mul, above, self.adds[at]))) - self.nothing[at]


class Brought:
    """What the signs of one sentence with words of their own bring to the patterns."""

    def __init__(self, patterns: Patterns, signs: Signs) -> None:
        self._patterns = patterns
        own = [(name, sign) for name, sign in signs.items() if sign.words] if patterns.adds else []
        known = [(patterns.term(name, value), words) for name, (value, words) in own]
        self._terms = [(term, words) for term, words in known if term]
        self._total = sum(term[0] for term, _ in self._terms), sum(term[1] for term, _ in self._terms)
        self._above: dict[int, list[float]] = {}
        self._places: list[tuple[Term, tuple[int, ...]]] = []

    def adds(self) -> list[float]:
        """What they add to each dimension; nothing where there are no patterns."""
        return [self.still(at, 0) for at in range(len(self._patterns.adds))]

    def still(self, at: int, gone: int) -> float:
        """What they add to the dimension at this place once words are `gone`."""
        if not self._patterns.adds:
            return 0.0
        if gone not in self._above:
            self._above[gone] = self._patterns.above(self._without(gone) if gone else self._total)
        return self._patterns.adds_to(at, self._above[gone])

    def _without(self, gone: int) -> Term:
        self._places = self._places or [(term, places(words)) for term, words in self._terms]
        counts, often = self._total
        for (some, times), stood in self._places:
            if all(map(gone.__and__, stood)):
                counts -= some
                often -= times
        return counts, often


def places(words: Words) -> tuple[int, ...]:
    """Ranges of words as bits: the word at place n is 1 << n."""
    return tuple([(1 << last) - (1 << first) for first, last in words])


NONE: Final = Patterns((), (), (), {}, b"", ())


def read(rows: Sequence[str], signs: Sequence[str], counts: str) -> Patterns:
    """Patterns as they are written: a row of numbers for each (base, step, what it adds), the signs, their counts.

    The counts are bytes in base 64, for each sign one of each pattern. ValueError where these do not fit together.
    """
    numbers = [tuple(map(float, row.split())) for row in rows]
    raw = b64decode(counts)
    if len(raw) != len(rows) * len(signs):
        raise ValueError("the patterns, their signs and their counts do not fit together")
    base, step, *adds = zip(*numbers, strict=True)
    nothing = tuple(sum(max(0.0, at) * weight for at, weight in zip(base, column, strict=True)) for column in adds)
    lanes = bytearray(_LANE * len(raw))
    lanes[::_LANE] = raw
    place = {sign: at for at, sign in enumerate(signs)}
    return Patterns(base, tuple(each / _EIGHTHS for each in step), tuple(adds), place, bytes(lanes), nothing)
