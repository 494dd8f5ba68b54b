"""What was learned of signs: what each weighs for each column, and what it counts for each pattern.

All that is known of a sign is kept in the lanes of one whole number (lanes.py), first its weights, then its counts, so
that a sentence is summed by adding whole numbers. A sign is there once, and a sentence has a few hundred, so no lane
runs over.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from coach.analysis import lanes, patterns
from coach.analysis.patterns import Patterns, Row

# The dimensions that are weighed sentence by sentence.
WEIGHED: Final = ("metric", "impact", "decision", "tradeoff", "opening", "ownership", "tail")
# And one that is held against all of them: the sentence is of private life or small talk.
PRIVATE: Final = "private"
COLUMNS: Final = (*WEIGHED, PRIVATE)
# The lists of the words that answers have, whatever they are about, and of the stems that one in twenty has.
FAMILIAR: Final = "words familiar"
COMMON: Final = "stems common"
# The lists that the patterns are read from: one line for each, their signs, what the signs count.
PATTERNS: Final = ("patterns", "patterns signs", "patterns counts")
# How finely the value of a sign (0..1) is told, and the weights; a weight of more counts as the most.
PARTS: Final = 20
_WEIGHT: Final = 100
_MOST: Final = 100.0
_UNITS: Final = PARTS * _WEIGHT
_WEIGHS: Final = "weighs "
_KEPT: Final = 10_000


class Learned(NamedTuple):
    """`signs`: what is known of a sign with the value 1, in lanes; `patterns`: what the counts of signs add.

    `familiar`: the words of answers; `common`: the stems of those that many have.
    """

    signs: Mapping[str, int]
    patterns: Patterns
    familiar: frozenset[str]
    common: frozenset[str]

    def weights(self, sign: str) -> Row:
        """What a sign weighs for each column."""
        return columns(self.signs.get(sign, 0))

    def sums(self, total: int) -> tuple[Row, Sequence[float]]:
        """From what is known of signs, added up: what they weigh for each column; how far each pattern is above 0."""
        numbers = lanes.apart(total, len(COLUMNS) + len(self.patterns.step))
        return _row(numbers[: len(COLUMNS)]), self.patterns.above(numbers[len(COLUMNS) :])


def scaled(known: int, value: float) -> int:
    """What is known of a sign, for one with this value."""
    return known // PARTS * int(value * PARTS + 0.5)


@lru_cache(_KEPT)
def columns(known: int) -> Row:
    """What signs weigh for each column, from what is known of them in lanes."""
    return _row(lanes.apart(known, len(COLUMNS)))


def _row(numbers: Sequence[int]) -> Row:
    return tuple([number / _UNITS for number in numbers])


def read(lists: Mapping[str, Iterable[str]]) -> Learned:
    """What was learned, from lists like "weighs impact 1.4" (signs with that weight) and those of the patterns."""
    signs: dict[str, int] = {}
    for (sign, at), hundredths in _weights(lists).items():
        signs[sign] = signs.get(sign, 0) + lanes.moved(hundredths * PARTS, at)
    rows, names, text = (tuple(lists.get(name, ())) for name in PATTERNS)
    for sign, counts in patterns.counts(len(rows), items(names), "".join(text)).items():
        signs[sign] = signs.get(sign, 0) + lanes.moved(counts * PARTS, len(COLUMNS))
    familiar, common = (frozenset(items(lists.get(name, ()))) for name in (FAMILIAR, COMMON))
    return Learned(signs, patterns.read(rows, len(COLUMNS), PARTS), familiar, common)


def _weights(lists: Mapping[str, Iterable[str]]) -> dict[tuple[str, int], int]:
    """What each sign weighs for each column, in hundredths; of two weights for one the last counts."""
    found: dict[tuple[str, int], int] = {}
    for name, entries in lists.items():
        if is_weight(name):
            _, dimension, weight = name.split()
            if dimension in COLUMNS:
                hundredths = round(max(-_MOST, min(_MOST, float(weight))) * _WEIGHT)
                found |= dict.fromkeys([(sign, COLUMNS.index(dimension)) for sign in items(entries)], hundredths)
    return found


def is_weight(name: str) -> bool:
    """Whether a list tells what signs weigh."""
    return name.startswith(_WEIGHS)


def is_learned(name: str) -> bool:
    """Whether a list was learned, and holds signs or numbers rather than words."""
    return is_weight(name) or name in (FAMILIAR, COMMON, *PATTERNS)


def items(entries: Iterable[str]) -> list[str]:
    """The items of a list; an entry may hold several, separated by commas."""
    return [item.strip() for entry in entries for item in entry.split(",")]
