"""Pairs of items that say nearly the same, found without comparing every item with every other."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from coach.packs.prose import words

_STOP_WORDS: Final = """
a an and are as at be been but by can did do does for from had has have how i if in is it its me my not of on or our so
than that the their then there they this to was we were what when where which who why will with would you your after
before about into over more most one no only also just each per
"""
_STOP: Final = frozenset(_STOP_WORDS.split())
_ENDING: Final = re.compile(r"(?:ies|ing|ed|es|s)$")


class Pair(NamedTuple):
    """Two places in the list, the share of their words that both have, and some of these words."""

    first: int
    second: int
    share: float
    common: tuple[str, ...]


def signature(text: str) -> frozenset[str]:
    """The words that carry a text's meaning, cut to their stems; numbers as they are."""
    return frozenset(_stem(word) for word in words(text) if word not in _STOP)


def _stem(word: str) -> str:
    return word if word[0].isdigit() or len(word) < 5 else _ENDING.sub("", word)


def near(signatures: Sequence[frozenset[str]], least: float, fewest: int = 4) -> Iterator[Pair]:
    """Every pair whose Jaccard similarity (common words over all words) is at least `least`.

    Two sets that similar must share one of their rarest words, so only those are looked up. Sets of fewer than
    `fewest` words say too little to compare.
    """
    often = Counter(word for one in signatures for word in one)
    known: dict[str, list[int]] = {}
    for second, one in enumerate(signatures):
        if len(one) < fewest:
            continue
        rarest = sorted(one, key=lambda word: (often[word], word))[: len(one) - math.ceil(least * len(one)) + 1]
        for first in sorted({place for word in rarest for place in known.get(word, ())}):
            pair = _compare(signatures, first, second, often)
            if pair.share >= least:
                yield pair
        for word in rarest:
            known.setdefault(word, []).append(second)


def _compare(signatures: Sequence[frozenset[str]], first: int, second: int, often: Mapping[str, int]) -> Pair:
    one, other = signatures[first], signatures[second]
    common = one & other
    shown = sorted(common, key=lambda word: (often[word], word))[:5]
    return Pair(first, second, len(common) / len(one | other), tuple(shown))
