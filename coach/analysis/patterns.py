"""Patterns: a second weighing, in which the signs of a sentence count together ("nobody" and "waits").

A pattern sums what each sign of a sentence's own words counts for it; as far as the sum is above 0, it adds to what the
sentence carries, and to how surely it is of private life. Learned, like the weights (tests/analysis/net.py). All that a
sign counts is kept in one whole number, a lane of 32 bits for each pattern (a lane below 0 borrows from the next), so
that a sentence is summed by adding whole numbers. No lane runs over: a sign is there once, with a value of at most 1,
and so adds 1,024 at most.
"""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from functools import cached_property
from struct import unpack
from typing import Final, NamedTuple

from coach.analysis.clauses import Clauses, Places, lost, places
from coach.analysis.signs import Signs

# How finely the value of a sign (0..1) is told.
_EIGHTHS: Final = 8
# A count is written as a byte: 0 to 255 for -128 to 127.
_MIDDLE: Final = 128
_LANE: Final = 4
# What makes every lane positive.
_LIFT: Final = 1 << 31

Row = tuple[float, ...]


class Patterns(NamedTuple):
    """For each pattern its sum where every lane is 0, its step (what an eighth of a count is), what it adds by column.

    `counts` tells what each sign of value 1 counts, in lanes; `lift` makes every lane positive; `nothing` is what the
    patterns add to each column where no sign is.
    """

    begin: Row
    step: Row
    adds: tuple[Row, ...]
    counts: Mapping[str, int]
    lift: int
    nothing: Row

    def above(self, total: int) -> list[tuple[float, Row]]:
        """The patterns above 0 with the counts that add up to `total`: how far, and what each adds by column."""
        lanes = unpack(f"<{len(self.step)}I", (total + self.lift).to_bytes(_LANE * len(self.step), "little"))
        sums = [begin + lane * step for begin, lane, step in zip(self.begin, lanes, self.step, strict=True)]
        return [(value, row) for value, row in zip(sums, self.adds, strict=True) if value > 0.0]

    def adds_to(self, at: int, above: Sequence[tuple[float, Row]]) -> float:
        """What is added to the column at this place, beside what is added where no sign is."""
        return sum([value * row[at] for value, row in above]) - self.nothing[at]


class Brought:
    """What the signs of one sentence with words of their own bring to the patterns; `clauses` are those of it."""

    def __init__(self, patterns: Patterns, signs: Signs, clauses: Clauses) -> None:
        self._patterns = patterns
        self.clauses = clauses
        known = patterns.counts.get
        self._terms = []
        for name, (value, words) in signs.items():
            if words and (counts := known(name)):
                term = counts if value == 1.0 else counts // _EIGHTHS * int(value * _EIGHTHS + 0.5)
                self._terms.append((term, words))
        self._total = sum([term for term, _ in self._terms])
        self._above: dict[int, list[tuple[float, Row]]] = {}

    def adds(self) -> list[float]:
        """What they add to each column; nothing where there are no patterns."""
        return [self.still(at, 0) for at in range(len(self._patterns.nothing))]

    def still(self, at: int, gone: int) -> float:
        """What they add to the column at this place once whole clauses are `gone`."""
        if not self._patterns.nothing:
            return 0.0
        if gone not in self._above:
            self._above[gone] = self._patterns.above(self._without(gone) if gone else self._total)
        return self._patterns.adds_to(at, self._above[gone])

    def _without(self, gone: int) -> int:
        return self._total - lost(*self._parts, gone)

    @cached_property
    def _parts(self) -> tuple[dict[int, int], list[tuple[int, Places]]]:
        """What is brought together by the signs within each clause; and by each of the others."""
        inside = dict.fromkeys(self.clauses.each, 0)
        across = []
        for term, words in self._terms:
            stood = places(words)
            if home := self.clauses.home(stood):
                inside[home] += term
            else:
                across.append((term, stood))
        return inside, across


NONE: Final = Patterns((), (), (), {}, 0, ())


def read(rows: Sequence[str], signs: Sequence[str], counts: str) -> Patterns:
    """Patterns as they are written: a row of numbers for each (base, step, what it adds), the signs, their counts.

    The counts are bytes in base 64, for each sign one of each pattern. ValueError where these do not fit together.
    """
    numbers = [tuple(map(float, row.split())) for row in rows]
    raw = b64decode(counts)
    if len(raw) != len(rows) * len(signs):
        raise ValueError("the patterns, their signs and their counts do not fit together")
    nothing = tuple(
        sum(max(0.0, base) * add for (base, *_), add in zip(numbers, column, strict=True))
        for column in zip(*[adds for _, _, *adds in numbers], strict=True)
    )
    width = len(rows)
    lanes = bytearray(_LANE * len(raw))
    lanes[::_LANE] = raw
    middle, lift = (sum(each << 8 * _LANE * at for at in range(width)) for each in (_MIDDLE, _LIFT))
    found = {}
    for at, sign in enumerate(signs):
        row = lanes[at * _LANE * width : (at + 1) * _LANE * width]
        found[sign] = (int.from_bytes(row, "little") - middle) * _EIGHTHS
    step = tuple(step / _EIGHTHS for _, step, *_ in numbers)
    begin = tuple(base - _LIFT * step / _EIGHTHS for base, step, *_ in numbers)
    return Patterns(begin, step, tuple(tuple(adds) for _, _, *adds in numbers), found, lift, nothing)
