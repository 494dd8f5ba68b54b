"""The strict rule that a strong answer is better than its weak one; what better means is told by the caller."""

from collections.abc import Iterator
from typing import Protocol

from coach.errors import Problem
from coach.packs.model import Mistake
from coach.packs.subject import Rule, Subject


class Ranking(Protocol):
    """What a reader says of a pair: whether it holds, both scores out of 100, and what the strong one lacks."""

    @property
    def holds(self) -> bool: ...
    @property
    def weak(self) -> float: ...
    @property
    def strong(self) -> float: ...
    @property
    def missing(self) -> tuple[str, ...]: ...


class Ranks(Protocol):
    """Reads a weak and a strong answer of a kind."""

    def __call__(self, weak: str, strong: str, kind: str) -> Ranking: ...


def rule(ranks: Ranks) -> Rule:
    """The rule for this reader: the strong answer ranks above the weak one and shows what the item says it shows."""

    def pairs(subject: Subject) -> Iterator[Problem]:
        for entry, mistake in subject.of(Mistake):
            told = ranks(mistake.weak, mistake.strong, mistake.kind)
            if not told.holds:
                message = f"the strong answer scores {told.strong:.0f}, the weak one {told.weak:.0f}"
                yield entry.problem(message, "make the strong one stronger", "strong")
            for index, dimension in enumerate(mistake.shows):
                if dimension in told.missing:
                    message = f"the strong answer does not show `{dimension}`"
                    yield entry.problem(message, "add it to the answer, or take it out of `shows`", "shows", index)

    return pairs
