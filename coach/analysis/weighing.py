"""Weighs the signs of a sentence: how surely it carries each dimension, and on which words that rests.

A weight is what a sign adds to the logarithm of the odds; the weights are learned (see content/core/weights.yaml) and
come with the lexicon. Each sentence is weighed by itself; then what the other sentences of the answer carry, the
signs `&metric` to `&tail`, is added: a loss means more where something was chosen. To a sentence whose own words show
nothing, nothing is added: so one beside the point stays so. A sentence carries a dimension when
its sum is 0 or more. The finding rests on the clauses of its heaviest signs, so many of them that without these words
it would not be, or else on the whole sentence. Words are told by their bits: the word at place n is 1 << n.
"""

from collections.abc import Mapping, Sequence
from functools import reduce
from math import exp
from operator import or_
from typing import Final, NamedTuple

from coach.analysis.findings import Evidence
from coach.analysis.lexicon import WEIGHED, Weights
from coach.analysis.material import evidence
from coach.analysis.sentence import Sentence
from coach.analysis.signs import Sign, Signs

# What a sign adds to one dimension, its name, and the places it stands on.
Load = tuple[float, str, tuple[int, ...]]

# What is said of every sentence, by itself and among the others.
_ALONE: Final = "^always"
_AMONG: Final = "&always"
_NONE: Final = (0.0,) * len(WEIGHED)
# From this sum of its own on, all that is around a sentence adds to it.
_CLEAR: Final = 1.0
# How many signs are named as the reason.
_NAMED: Final = 3
_UNTOLD: Final = frozenset({"@base", "@past", "@participle", "@third", "@ing"})
# How far below 0 the sum falls without the words that a finding rests on.
_MARGIN: Final = 1.0
# Runs of words with no more than these between them are one.
_BETWEEN: Final = 3
_MOST: Final = 30.0
# Sums are surer of themselves than they should be about strangers' words.
_CALM: Final = 2.0
_FAINT: Final = 0.3
# Fainter signs of one sentence say nothing about the answer.
TRACE: Final = 0.42
# A sentence that comes so near may carry the finding once others are gone, so it is shown with them.
NEARLY: Final = 0.36


def weighed(shown: Sequence[tuple[Sentence, Signs]], weights: Weights) -> list[dict[str, list[Evidence]]]:
    """What each sentence of an answer carries, by dimension; what is fainter than a trace is left out."""
    sums = [[*map(Sum._make, zip(*_sums(found, weights), strict=True))] for _, found in shown]
    carried = [carries(each, "^first" in found) for each, (_, found) in zip(sums, shown, strict=True)]
    result = []
    for own, (sentence, found), others in zip(sums, shown, elsewhere(carried), strict=True):
        _, added, always = _sums({f"&{name}": Sign(value) for name, value in others.items()}, weights, _AMONG)
        totals = [each.alone + each.opened * more + base for each, more, base in zip(own, added, always, strict=True)]
        result.append(_found(sentence, found, totals, weights))
    return result


class Sum(NamedTuple):
    """What the signs of a sentence weigh for one dimension: those of its own words, those around it, the base."""

    own: float
    around: float
    base: float

    @property
    def opened(self) -> float:
        """How much what is around it can add: nothing to a sentence whose own words show nothing."""
        return max(0.0, min(1.0, self.own / _CLEAR))

    @property
    def alone(self) -> float:
        """The sum of the sentence weighed by itself."""
        return self.base + self.own + (self.around if self.around < 0 else self.opened * self.around)


def strength(total: float) -> float:
    """How surely a sum says that something is there (0..1)."""
    return 1.0 / (1.0 + exp(-max(-_MOST, min(_MOST, total / _CALM))))


def carries(sums: Sequence[Sum], first: bool) -> dict[str, float]:
    """What a sentence, weighed by itself, tells about the others: how surely it carries what it does."""
    strengths = {name: strength(each.alone) for name, each in zip(WEIGHED, sums, strict=True)}
    return {name: value for name, value in strengths.items() if value >= TRACE and (first or name != "opening")}


def elsewhere(carried: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """For each sentence the most that any other one carries, by dimension."""
    ranked = {name: sorted((each.get(name, 0.0) for each in carried), reverse=True)[:2] for name in WEIGHED}
    return [
        {name: most[each.get(name, 0.0) == most[0]] for name, most in ranked.items() if len(most) > 1}
        for each in carried
    ]


def _sums(found: Signs, weights: Weights, base: str = _ALONE) -> tuple[Sequence[float], ...]:
    """For each dimension what the signs with words of their own weigh, those without, and the base."""
    own, around = list(_NONE), list(_NONE)
    for name, sign in found.items():
        row = weights.get(name)
        if row is not None:
            sums = own if sign.words else around
            for at, weight in enumerate(row):
                sums[at] += weight * sign.value
    return own, around, weights.get(base, _NONE)


def _found(sentence: Sentence, found: Signs, sums: Sequence[float], weights: Weights) -> dict[str, list[Evidence]]:
    clauses = _clauses(sentence)
    known = [
        (weights[name], sign.value, name, tuple(((1 << last) - (1 << first)) for first, last in sign.words))
        for name, sign in found.items()
        if name in weights and sign.words
    ]
    result = {}
    for at, total in enumerate(sums):
        surely = strength(total)
        if surely >= NEARLY:
            loads = [(row[at] * value, name, places) for row, value, name, places in known if row[at]]
            loads.sort(reverse=True)
            runs = _runs(_rests_on(loads, clauses, total), len(sentence.words))
            because = _because(loads)
            result[WEIGHED[at]] = [evidence(sentence, first, last, surely, because) for first, last in runs]
        elif surely >= _FAINT:
            result[WEIGHED[at]] = [evidence(sentence, 0, len(sentence.words), surely, "faint")]
    return result


def _clauses(sentence: Sentence) -> list[int]:
    """The words between two marks each."""
    found = [0]
    for index, word in enumerate(sentence.words):
        if word.gap and found[-1]:
            found.append(0)
        found[-1] |= 1 << index
    return found


def _rests_on(left: Sequence[Load], clauses: Sequence[int], total: float) -> int:
    """The words that the heaviest signs stand on: without these the sum is well below 0."""
    gone = 0
    while left and left[0][0] > 0 and total >= -_MARGIN:
        stood = reduce(or_, left[0][2])
        # Half a clause carries nothing, so what goes is whole ones.
        gone |= reduce(or_, (clause for clause in clauses if clause & stood))
        kept = [load for load in left if any(not place & gone for place in load[2])]
        total -= sum(load[0] for load in left) - sum(load[0] for load in kept)
        left = kept
    return gone if gone and total < -_MARGIN else reduce(or_, clauses)


def _because(loads: Sequence[Load]) -> str:
    """The signs that weigh most, as they are told, but those that would tell the candidate nothing."""
    heavy = [said(name) for weight, name, _ in loads if weight > 0 and name[:2] != "!!" and name not in _UNTOLD]
    return ", ".join(list(dict.fromkeys(heavy))[:_NAMED])


def _runs(words: int, count: int) -> list[tuple[int, int]]:
    """The words in runs; where but a few lie between two runs, they are one."""
    runs: list[tuple[int, int]] = []
    for index in range(count):
        if words >> index & 1:
            joined = runs and index - runs[-1][1] <= _BETWEEN
            first = runs.pop()[0] if joined else index
            runs.append((first, index + 1))
    return runs


def said(sign: str) -> str:
    """A sign as it is told to the candidate."""
    mark, rest = sign[0], sign[1:].split("=")[0]
    if mark == "@":
        return rest.replace("_", " ")
    if mark == "#":
        return f"an amount: {rest.removeprefix('of ').replace('_', ' ')}"
    return rest if mark == "!" else f"“{sign.replace('9', '…')}”"
