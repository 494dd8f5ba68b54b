"""Weighs the signs of a sentence: how surely it carries each dimension, and on which words that rests.

A weight is what a sign adds to the logarithm of the odds; the weights are learned (see content/core/weights.yaml) and
come with the lexicon. A sentence carries a dimension when its sum is above 0, and the finding rests on the shortest
run of words without which it would not be.
"""

from collections.abc import Sequence
from math import exp
from typing import Final

from coach.analysis.findings import PRESENT, Evidence
from coach.analysis.lexicon import WEIGHED, Weights
from coach.analysis.material import evidence
from coach.analysis.sentence import Sentence
from coach.analysis.signs import Signs

_BASE: Final = "^always"
_NAMED: Final = 3
# The run of words must hold this much more than the sum, so that what remains is well below 0.
_MARGIN: Final = 0.5
_FAINT: Final = 0.05


def weigh(found: Signs, weights: Weights) -> list[float]:
    """The sum of weights for each of `lexicon.WEIGHED`."""
    sums = list(weights.get(_BASE, (0.0,) * len(WEIGHED)))
    for name, sign in found.items():
        row = weights.get(name)
        if row is not None:
            value = sign.value
            for at, weight in enumerate(row):
                sums[at] += weight * value
    return sums


def weighed(sentence: Sentence, found: Signs, weights: Weights) -> dict[str, Evidence]:
    """What the sentence carries, by dimension; what is fainter than a trace is left out."""
    result = {}
    for at, total in enumerate(weigh(found, weights)):
        strength = 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))
        if strength >= PRESENT:
            first, last = _run(sentence, found, weights, at, total)
            rule = _because(found, weights, at, first, last)
            result[WEIGHED[at]] = evidence(sentence, first, last, strength, rule)
        elif strength >= _FAINT:
            result[WEIGHED[at]] = evidence(sentence, 0, len(sentence.words), strength, "faint")
    return result


def _run(sentence: Sentence, found: Signs, weights: Weights, at: int, total: float) -> tuple[int, int]:
    """The shortest run of words that holds more than the whole sum; the earliest of several, else all words."""
    held = _by_word(len(sentence.words), found, weights, at)
    count = len(held)
    sums = [0.0]
    for value in held:
        sums.append(sums[-1] + value)
    for size in range(1, count):
        best = max(range(count - size + 1), key=lambda first: sums[first + size] - sums[first])
        if sums[best + size] - sums[best] > total + _MARGIN:
            return best, best + size
    return 0, count


def _by_word(count: int, found: Signs, weights: Weights, at: int) -> list[float]:
    """What each word adds: a sign's weight is shared among the places where it stands."""
    held = [0.0] * count
    for name, sign in found.items():
        row = weights.get(name)
        if row is None or not sign.words or not row[at]:
            continue
        share = row[at] * sign.value / len(sign.words)
        for first, last in sign.words:
            for index in range(max(0, first), last):
                held[index] += share / (last - first)
    return held


def _because(found: Signs, weights: Weights, at: int, first: int, last: int) -> str:
    """The signs in the run that weigh most, in words."""
    heavy = sorted(
        (
            (weights[name][at] * sign.value, name)
            for name, sign in found.items()
            if name in weights and _within(sign.words, first, last)
        ),
        reverse=True,
    )
    return (
        ", ".join(dict.fromkeys(said(name) for weight, name in heavy[:_NAMED] if weight > 0))
        or "the sentence as a whole"
    )


def _within(places: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    return any(begin < last and end > first for begin, end in places)


def said(sign: str) -> str:
    """A sign as it is told to the candidate."""
    mark, rest = sign[0], sign[1:]
    if mark == "@":
        return rest.replace("_", " ")
    if sign.startswith("!!"):
        return f"{sign[2:].removesuffix(' is there')} in it"
    if mark == "#":
        return (
            f"an amount that {rest}"
            if rest.split()[0] in ("measures", "counts")
            else f"an amount: {rest.removeprefix('of ').replace('_', ' ')}"
        )
    return rest if mark == "!" else f"“{sign}”"
