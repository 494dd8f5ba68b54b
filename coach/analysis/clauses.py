"""Clauses: runs of words between two marks, as bits (the word at place n is 1 << n), and what is gone with them."""

from collections.abc import Mapping, Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import Final

from coach.analysis.sentence import Sentence

# Ranges of words, from the first to before the last; the same as bits.
Words = tuple[tuple[int, int], ...]
Places = tuple[int, ...]

_KEPT: Final = 10_000


class Clauses:
    """The clauses of a sentence, the words of each as bits."""

    def __init__(self, each: Sequence[int]) -> None:
        self.each = each
        self._homes: dict[Places, int] = {}

    def home(self, stood: Places) -> int:
        """The clause in which all these places are; 0 where they are in several."""
        found = self._homes.get(stood)
        if found is None:
            found = self._homes[stood] = self._home(stood)
        return found

    def _home(self, stood: Places) -> int:
        words = reduce(or_, stood)
        for clause in self.each:
            if clause | words == clause:
                return clause
        return 0


def clauses(sentence: Sentence) -> Clauses:
    """The words between two marks each."""
    found = [0]
    for index, word in enumerate(sentence.words):
        if word.gap and found[-1]:
            found.append(0)
        found[-1] |= 1 << index
    return Clauses(found)


@lru_cache(_KEPT)
def places(words: Words) -> Places:
    """Ranges of words as bits."""
    return tuple([(1 << last) - (1 << first) for first, last in words])


def lost(inside: Mapping[int, int], across: Sequence[tuple[int, Places]], gone: int) -> int:
    """What is lost once whole clauses are `gone`.

    `inside` tells the sum of all that stands in one clause alone, `across` each of the others and where it stands: it
    is lost once something is gone of each of its places.
    """
    most = sum([amount for clause, amount in inside.items() if clause & gone])
    return most + sum([amount for amount, stood in across if all(map(gone.__and__, stood))])
