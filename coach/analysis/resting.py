"""On which words of a sentence a finding rests, and which of them are marked.

Marked are the clauses that carry most, so many of them that without their words the dimension would not be there, or
else the whole sentence. The finding rests on so many that it would be far from there, for what is left of a sentence
reads otherwise; a choice, which is often a fragment, on the whole sentence. It rests on the sentences too that would
carry it once these are gone, so that without all that it rests on there is none.
"""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Final, NamedTuple

from coach.analysis.findings import PRESENT, Evidence
from coach.analysis.learned import WEIGHED, Learned
from coach.analysis.material import evidence
from coach.analysis.reason import reason
from coach.analysis.weighing import ALONE, Weighed, opened

# How far below 0 the sum falls without the words that are marked, and without those that a finding rests on.
_GONE: Final = -1.0
_FAR_GONE: Final = -3.0
# A sentence whose sum could come so near to 0 may carry the finding once others are gone.
_COULD: Final = -0.3
# Runs of words with no more than these between them are one.
_BETWEEN: Final = 3


class Rests(NamedTuple):
    """What is marked in a sentence, by dimension; and on which of its words the findings rest."""

    marked: dict[str, list[Evidence]]
    on: dict[str, list[Evidence]]


def rests(weighed: Sequence[Weighed], learned: Learned) -> list[Rests]:
    """For each sentence of an answer, the words on which what is there rests."""
    there = sorted({at for each in weighed for at, value in each.sure.items() if value >= PRESENT})
    return [_rests(each, there, learned) for each in weighed]


def _rests(each: Weighed, there: Sequence[int], learned: Learned) -> Rests:
    found = Rests({}, {})
    for at in there:
        name = WEIGHED[at]
        if each.sure.get(at, 0.0) >= PRESENT:
            found.marked[name], found.on[name] = _clauses(each, at)
        elif (each.first or name != "opening") and _could(each, at, learned):
            found.on[name] = _evidence(each, at, (1 << len(each.sentence.words)) - 1, "")
    return found


def _could(each: Weighed, at: int, learned: Learned) -> bool:
    """Whether a sentence might carry the dimension once others are gone: all, or those that speak against it."""
    sums = each.sums[at]
    own = sums.own - max(0.0, min(each.private, sums.private))
    open_ = opened(own)
    favour = 0.0
    if open_:
        favour = sum([max(0.0, value * learned.weights(f"&{name}")[at]) for name, value in each.others.items()])
        favour = max(favour, learned.weights(f"&{ALONE}")[at])
    return sums.total_with(own) + open_ * (favour - sums.others) >= _COULD


def _clauses(each: Weighed, at: int) -> tuple[list[Evidence], list[Evidence]]:
    """The clauses without which the sum is well below 0; and those without which it is far below.

    All of them where it never is; a choice rests on all.
    """

    # What goes may be just the words of private life, so nothing is taken for them.
    def left(gone: int) -> float:
        return each.sums[at].total_with(each.brought.own(at, gone))

    # Half a clause carries nothing, so what goes is whole ones.
    rest = list(each.brought.clauses.each)
    whole = reduce(or_, rest)
    heaviest = gone = 0
    least = 0.0
    choice = WEIGHED[at] == "decision"
    enough = _GONE if choice else _FAR_GONE
    while len(rest) > 1 and least >= enough:
        least, clause = min((left(gone | clause), clause) for clause in rest)
        rest.remove(clause)
        gone |= clause
        if least < _GONE and not heaviest:
            heaviest = gone
    if choice or least >= _FAR_GONE:
        gone = whole
    because = reason(each.brought.loads(at), each.sentence)
    marked = _evidence(each, at, heaviest or whole, because)
    return marked, marked if gone == (heaviest or whole) else _evidence(each, at, gone, "")


def _evidence(each: Weighed, at: int, words: int, because: str) -> list[Evidence]:
    sentence = each.sentence
    runs = _runs(words, len(sentence.words))
    return [evidence(sentence, start, end, each.sure.get(at, 0.0), because) for start, end in runs]


def _runs(words: int, count: int) -> list[tuple[int, int]]:
    """The words in runs; where but a few lie between two runs, they are one."""
    # Most are the whole sentence; word by word this would take longer.
    if words == (1 << count) - 1:
        return [(0, count)]
    runs: list[tuple[int, int]] = []
    for index in range(count):
        if words >> index & 1:
            joined = runs and index - runs[-1][1] <= _BETWEEN
            first = runs.pop()[0] if joined else index
            runs.append((first, index + 1))
    return runs
