"""Several whole numbers in one, a lane of 32 bits for each, so that all of them are added at once.

A lane below 0 borrows from the next; as long as none leaves its 32 bits, all are found again.
"""

from collections.abc import Sequence
from functools import lru_cache
from struct import unpack
from typing import Final

_BYTES: Final = 4
_BITS: Final = 32


def together(numbers: Sequence[int]) -> int:
    """The numbers in lanes."""
    return sum(moved(number, at) for at, number in enumerate(numbers))


def moved(lanes: int, by: int) -> int:
    """The same, so many lanes on."""
    return lanes << _BITS * by


def of_bytes(numbers: bytes, width: int) -> list[int]:
    """Rows of so many numbers (0 to 255), each row in lanes."""
    wide = bytearray(_BYTES * len(numbers))
    wide[::_BYTES] = numbers
    row = _BYTES * width
    return [int.from_bytes(wide[at : at + row], "little") for at in range(0, len(wide), row)]


def apart(lanes: int, count: int) -> tuple[int, ...]:
    """The numbers in the first so many lanes."""
    lift, all_ = _lift(count)
    # Lifted, no lane is below 0; what lifts one is just its sign turned around.
    found: tuple[int, ...] = unpack(f"<{count}i", (lanes + lift & all_ ^ lift).to_bytes(_BYTES * count, "little"))
    return found


@lru_cache(maxsize=8)
def _lift(count: int) -> tuple[int, int]:
    return together([1 << _BITS - 1] * count), moved(1, count) - 1
