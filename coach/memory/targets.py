"""Which rounds count for which card, and on which days there is how much time."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from coach.memory.greedy import Target

Card = TypeVar("Card", bound=Hashable)

FARTHEST = 75  # days planned one by one; what lies beyond counts as if nothing were studied after them
MOST_GROUPS = 12


class Groups(NamedTuple):
    """Cards tested in the same rounds share a group; `targets[g]` are its rounds still ahead."""

    targets: tuple[tuple[Target, ...], ...]
    of: tuple[int, ...]  # the group of each card, in the order of the deck


def groups(
    rounds: Sequence[tuple[int, float]],
    today: int,
    cards: Iterable[Card],
    counts: Mapping[Card, Sequence[float]] | None = None,
) -> Groups:
    """Group the deck; a round counts from tomorrow on, and all rounds ahead are together worth 1."""
    ahead = [place for place, (day, weight) in enumerate(rounds) if day > today and weight > 0]
    total = sum(rounds[place][1] for place in ahead)
    everywhere = (1.0,) * len(rounds)
    deck = [(counts or {}).get(card, everywhere) for card in cards]
    factors = [tuple(float(row[place]) for place in ahead) for row in deck]
    kept = _kept(factors)
    targets = tuple(_targets(row, [rounds[place] for place in ahead], total) for row in kept)
    nearest = {row: _nearest(row, kept) for row in set(factors)}
    return Groups(targets, tuple(nearest[row] for row in factors))


def attendance(attended: int, elapsed: int) -> float:
    """The share of planned days that really happen, from `elapsed` planned days of which some were attended."""
    return (9.0 + min(attended, elapsed)) / (10.0 + elapsed)


def _kept(factors: list[tuple[float, ...]]) -> list[tuple[float, ...]]:
    seen: dict[tuple[float, ...], int] = {}
    for row in factors:
        seen[row] = seen.get(row, 0) + 1
    return sorted(seen, key=lambda row: -seen[row])[:MOST_GROUPS]


def _nearest(row: tuple[float, ...], kept: list[tuple[float, ...]]) -> int:
    distances = [sum(abs(a - b) for a, b in zip(row, other, strict=True)) for other in kept]
    return distances.index(min(distances))


def _targets(row: tuple[float, ...], ahead: list[tuple[int, float]], total: float) -> tuple[Target, ...]:
    pairs = zip(ahead, row, strict=True)
    return tuple(Target(day, weight * factor / total) for (day, weight), factor in pairs if factor > 0)
