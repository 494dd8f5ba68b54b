"""What the rules hand back: evidence with its strength, and the finding of one dimension."""

from collections.abc import Iterable
from typing import NamedTuple

PRESENT = 0.5


class Span(NamedTuple):
    """A piece of the answer: character offsets into its text, end exclusive."""

    start: int
    end: int


class Evidence(NamedTuple):
    """Words a finding rests on, how strongly they carry it (0..1) and the rule that saw them."""

    span: Span
    strength: float
    rule: str


class Finding(NamedTuple):
    """One dimension: `strength` (0..1) grades it, `why` names rule and words, `advice` is None when it is present.

    `evidence` is all that has to go before the finding does; `marked` are those pieces that carry it by themselves, and
    `clearest` is the surest of them.
    """

    dimension: str
    present: bool
    strength: float
    evidence: tuple[Span, ...]
    why: tuple[str, ...]
    advice: str | None
    marked: tuple[Span, ...] = ()
    clearest: Span | None = None


def spans(evidence: Iterable[Evidence], least: float = PRESENT) -> tuple[Span, ...]:
    """The pieces strong enough to carry the finding, in order, overlapping ones joined."""
    result: list[Span] = []
    for item in sorted(item.span for item in evidence if item.strength >= least):
        if result and item.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, item.end))
        else:
            result.append(item)
    return tuple(result)
