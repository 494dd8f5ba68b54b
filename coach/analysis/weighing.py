"""Weighs the signs of a sentence: how surely it carries each dimension, and on which words that rests.

A weight is what a sign adds to the logarithm of the odds; the weights are learned (see content/core/weights.yaml) and
come with the lexicon. A sentence carries a dimension when its sum is 0 or more, and the finding rests on the
words of its heaviest signs, so many of them that without these words it would not be.
"""

from collections.abc import Sequence
from math import exp
from typing import Final, NamedTuple

from coach.analysis.findings import PRESENT, Evidence
from coach.analysis.lexicon import WEIGHED, Weights
from coach.analysis.material import evidence
from coach.analysis.sentence import Sentence
from coach.analysis.signs import Sign, Signs

_BASE: Final = "^always"
# How many signs are named as the reason.
_NAMED: Final = 3
# How far below 0 the sum falls without the words that a finding rests on.
_MARGIN: Final = 1.0
_BETWEEN: Final = 3
_FAINT: Final = 0.05
# A sentence that comes so near may carry the finding once others are gone, so it is shown with them.
NEARLY: Final = 0.25
_MOST: Final = 30.0


class Load(NamedTuple):
    """What a sign adds to one dimension, and the word ranges it rests on."""

    weight: float
    name: str
    words: tuple[tuple[int, int], ...]


def weighed(sentence: Sentence, found: Signs, weights: Weights) -> dict[str, list[Evidence]]:
    """What the sentence carries, by dimension; what is fainter than a trace is left out."""
    known = [(name, sign, weights[name]) for name, sign in found.items() if name in weights]
    result = {}
    for at, total in enumerate(_sums(known, weights)):
        strength = 1.0 / (1.0 + exp(-max(-_MOST, min(_MOST, total))))
        if strength >= NEARLY:
            loads = [
                Load(row[at] * sign.value, name, sign.words) for name, sign, row in known if row[at] and sign.words
            ]
            because, runs = _rests_on(sentence, loads, total)
            result[WEIGHED[at]] = [evidence(sentence, first, last, strength, because) for first, last in runs]
        elif strength >= _FAINT:
            result[WEIGHED[at]] = [evidence(sentence, 0, len(sentence.words), strength, "faint")]
    return result


def _sums(known: Sequence[tuple[str, Sign, tuple[float, ...]]], weights: Weights) -> list[float]:
    """The sum for each of WEIGHED."""
    sums = list(weights.get(_BASE, (0.0,) * len(WEIGHED)))
    for _, sign, row in known:
        value = sign.value
        sums = [before + weight * value for before, weight in zip(sums, row, strict=True)]
    return sums


def _rests_on(sentence: Sentence, loads: Sequence[Load], total: float) -> tuple[str, list[tuple[int, int]]]:
    """The heaviest signs, as they are told, and the words they stand on: without these the sum is well below 0."""
    gone = [False] * len(sentence.words)
    told: list[str] = []
    left = sorted(loads, reverse=True)
    while left and left[0].weight > 0 and total >= -_MARGIN:
        told.append(said(left[0].name))
        for place in left[0].words:
            first, last = _told_whole(sentence, *place)
            gone[first:last] = [True] * (last - first)
        kept = [load for load in left if _stands(load, gone)]
        total -= sum(load.weight for load in left) - sum(load.weight for load in kept)
        left = kept
    runs = _runs(gone) if total < -_MARGIN else [(0, len(gone))]
    return ", ".join(dict.fromkeys(told[:_NAMED])), runs


def _told_whole(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The words up to the marks around them: half a clause carries nothing."""
    words = sentence.words
    while first > 0 and not words[first].gap:
        first -= 1
    while last < len(words) and not words[last].gap:
        last += 1
    return first, last


def _stands(load: Load, gone: Sequence[bool]) -> bool:
    """Whether one of the places of a sign is whole."""
    return any(not any(gone[first:last]) for first, last in load.words)


def _runs(gone: Sequence[bool]) -> list[tuple[int, int]]:
    """The words in runs; where but a few words lie between two runs, they are one."""
    runs: list[tuple[int, int]] = []
    for index, held in enumerate(gone):
        if held and runs and index - runs[-1][1] <= _BETWEEN:
            runs[-1] = (runs[-1][0], index + 1)
        elif held:
            runs.append((index, index + 1))
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
