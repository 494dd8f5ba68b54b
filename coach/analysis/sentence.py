"""One sentence of an answer as the analysis sees it: its words, what the lexicon knows of them, their order."""

from typing import NamedTuple

from coach.analysis.quantities import Quantity

Hits = dict[str, list[tuple[int, int]]]


class Word(NamedTuple):
    """A word, or a whole quantity (`low` is then "#" unless it is one word). `gap` is the mark before it."""

    low: str
    start: int
    end: int
    tags: frozenset[str]
    quantity: Quantity | None
    gap: str
    capital: bool


class Flow(NamedTuple):
    """What a sentence shows of English order.

    `lift`: how usual its pairs of words are (a sum of logarithms), with their `weight`; how many `words` it has, how
    many of them `small`; `density` 1.0 is unlike a list.
    """

    lift: float
    weight: float
    words: int
    small: int
    density: float


class Sentence(NamedTuple):
    """`hits`: list name -> word ranges; `flow`: its order of words; `again`: said before, word for word."""

    words: list[Word]
    hits: Hits
    start: int
    end: int
    flow: Flow
    again: bool

    def near(self, name: str, index: int, before: int, after: int) -> tuple[int, int] | None:
        """The first hit of list `name` that begins at most `before` words before or `after` words after `index`."""
        for hit in self.hits.get(name, ()):
            if index - before <= hit[0] <= index + after:
                return hit
        return None

    def clause(self, index: int, reach: int) -> tuple[int, int]:
        """The words around `index` (at most `reach` each way) that no mark divides from it."""
        low = high = index
        while low > 0 and index - low < reach and not self.words[low].gap:
            low -= 1
        while high + 1 < len(self.words) and high - index < reach and not self.words[high + 1].gap:
            high += 1
        return low, high

    def inside(self, name: str, bounds: tuple[int, int]) -> tuple[int, int] | None:
        """The first hit of list `name` that begins within `bounds` (inclusive)."""
        for hit in self.hits.get(name, ()):
            if bounds[0] <= hit[0] <= bounds[1]:
                return hit
        return None

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Character range of words `first` to `last` (exclusive)."""
        return self.words[first].start, self.words[last - 1].end
