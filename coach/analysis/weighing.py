"""Weighs the signs of a sentence: how surely it carries each dimension, and on which words that rests.

A weight is what a sign adds to the logarithm of the odds; the weights are learned (see content/core/weights.yaml) and
come with the lexicon. A sentence carries a dimension when its sum is 0 or more, and the finding rests on the clauses
of its heaviest signs: so many of them that without these words it would not be. Words are told by their bits: the
word at place n of a sentence is 1 << n.
"""

from collections.abc import Sequence
from functools import reduce
from math import exp
from operator import or_
from typing import Final

from coach.analysis.findings import Evidence
from coach.analysis.lexicon import WEIGHED, Weights
from coach.analysis.material import evidence
from coach.analysis.sentence import Sentence
from coach.analysis.signs import Signs

# What a sign adds to one dimension, its name, and the places it stands on.
Load = tuple[float, str, tuple[int, ...]]

_BASE: Final = "^always"
# How many signs are named as the reason.
_NAMED: Final = 3
# How far below 0 the sum falls without the words that a finding rests on.
_MARGIN: Final = 1.0
# Runs of words with no more than these between them are one.
_BETWEEN: Final = 3
_MOST: Final = 30.0
_FAINT: Final = 0.05
# A sentence that comes so near may carry the finding once others are gone, so it is shown with them.
NEARLY: Final = 0.25


def weighed(sentence: Sentence, found: Signs, weights: Weights) -> dict[str, list[Evidence]]:
    """What the sentence carries, by dimension; what is fainter than a trace is left out."""
    known = [
        (weights[name], sign.value, name, tuple(((1 << last) - (1 << first)) for first, last in sign.words))
        for name, sign in found.items()
        if name in weights
    ]
    sums = list(weights.get(_BASE, (0.0,) * len(WEIGHED)))
    for row, value, _, _ in known:
        sums = [before + weight * value for before, weight in zip(sums, row, strict=True)]
    clauses = _clauses(sentence)
    result = {}
    for at, total in enumerate(sums):
        strength = 1.0 / (1.0 + exp(-max(-_MOST, min(_MOST, total))))
        if strength >= NEARLY:
            loads = [(row[at] * value, name, places) for row, value, name, places in known if row[at] and places]
            because, runs = _rests_on(loads, clauses, total)
            result[WEIGHED[at]] = [evidence(sentence, first, last, strength, because) for first, last in runs]
        elif strength >= _FAINT:
            result[WEIGHED[at]] = [evidence(sentence, 0, len(sentence.words), strength, "faint")]
    return result


def _clauses(sentence: Sentence) -> list[int]:
    """The words between two marks each."""
    found = [0]
    for index, word in enumerate(sentence.words):
        if word.gap and found[-1]:
            found.append(0)
        found[-1] |= 1 << index
    return found


def _rests_on(loads: list[Load], clauses: Sequence[int], total: float) -> tuple[str, list[tuple[int, int]]]:
    """The heaviest signs, as they are told, and the words they stand on: without these the sum is well below 0."""
    gone = 0
    told: list[str] = []
    left = sorted(loads, reverse=True)
    while left and left[0][0] > 0 and total >= -_MARGIN:
        told.append(said(left[0][1]))
        stood = reduce(or_, left[0][2])
        # Half a clause carries nothing, so what goes is whole ones.
        gone |= reduce(or_, (clause for clause in clauses if clause & stood))
        kept = [load for load in left if any(not place & gone for place in load[2])]
        total -= sum(load[0] for load in left) - sum(load[0] for load in kept)
        left = kept
    whole = reduce(or_, clauses)
    return ", ".join(dict.fromkeys(told[:_NAMED])), _runs(gone if total < -_MARGIN else whole, whole.bit_length())


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
    if sign.startswith("!!"):
        return f"{rest[1:].removesuffix(' is there')} in it"
    return rest if mark == "!" else f"“{sign.replace('9', '…')}”"
