"""Patterns: a second weighing, in which the signs of a sentence count together ("nobody" and "waits").

A pattern sums what each sign of a sentence's own words counts for it; as far as the sum is above 0, it adds to what the
sentence carries, and to how surely it is of private life. Learned, like the weights (tests/analysis/net.py).
"""

from base64 import b64decode
from collections.abc import Iterable, Sequence
from operator import mul
from typing import Final, NamedTuple

from coach.analysis import lanes

# A count is written as a byte: 0 to 255 for -128 to 127.
_MIDDLE: Final = 128

Row = tuple[float, ...]


class Patterns(NamedTuple):
    """For each pattern its base and its step (what a part of a count is); for each column what each pattern adds.

    `nothing` is what all of them add to each column where no sign is.
    """

    base: Row
    step: Row
    adds: tuple[Row, ...]
    nothing: Row

    def above(self, counts: Iterable[int]) -> list[float]:
        """How far each pattern is above 0 by these parts of counts."""
        sums = [base + count * step for base, count, step in zip(self.base, counts, self.step, strict=True)]
        return [value if value > 0.0 else 0.0 for value in sums]

    def adds_to(self, at: int, above: Sequence[float]) -> float:
        """What is added to the column at this place, beside what is added where no sign is."""
        found: float = sum(map(mul, above, self.adds[at])) - self.nothing[at]
        return found


def read(rows: Sequence[str], columns: int, parts: int) -> Patterns:
    """Patterns as they are written, a row of numbers for each: base, step, what it adds to each of so many columns.

    A count of 1 has so many parts.
    """
    numbers = [tuple(map(float, row.split())) for row in rows]
    base, step, *adds = (tuple(row[at] for row in numbers) for at in range(2 + columns))
    nothing = (sum(max(0.0, each) * more for each, more in zip(base, column, strict=True)) for column in adds)
    return Patterns(base, tuple(each / parts for each in step), tuple(adds), tuple(nothing))


def counts(patterns: int, signs: Sequence[str], text: str) -> dict[str, int]:
    """What each sign counts for so many patterns, in lanes, from bytes in base 64.

    ValueError where these do not fit together.
    """
    raw = b64decode(text)
    if len(raw) != patterns * len(signs):
        raise ValueError("the patterns, their signs and their counts do not fit together")
    middle = lanes.together([_MIDDLE] * patterns)
    return {sign: row - middle for sign, row in zip(signs, lanes.of_bytes(raw, patterns), strict=True)} if raw else {}
