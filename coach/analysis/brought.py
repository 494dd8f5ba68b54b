"""What the signs of one sentence bring to each column, and what is left of that once some of its clauses are gone."""

from collections.abc import Sequence
from functools import cached_property

from coach.analysis.clauses import Clauses, Places, Words, lost, places
from coach.analysis.learned import Learned, columns, scaled
from coach.analysis.patterns import Row
from coach.analysis.reason import Load
from coach.analysis.signs import Signs


class Brought:
    """The signs of one sentence, weighed; `around` is what those without words of their own bring to each column."""

    def __init__(self, learned: Learned, signs: Signs, clauses: Clauses) -> None:
        self.clauses = clauses
        self._learned = learned
        own = []
        around = 0
        of = learned.signs.get
        for name, (value, words) in signs.items():
            known = of(name)
            if known:
                if value != 1.0:
                    known = scaled(known, value)
                if words:
                    own.append((name, known, words))
                else:
                    around += known
        self._own = own
        self._total = sum([known for _, known, _ in own])
        self.around = columns(around)
        self._left: dict[int, tuple[Row, Sequence[float]]] = {}

    def own(self, at: int, gone: int = 0) -> float:
        """What its own words bring to the column at this place once whole clauses are `gone`."""
        found = self._left.get(gone)
        if found is None:
            found = self._left[gone] = self._learned.sums(
                self._total - lost(*self._parts, gone) if gone else self._total
            )
        sums, above = found
        return sums[at] + self._learned.patterns.adds_to(at, above)

    @cached_property
    def _parts(self) -> tuple[dict[int, int], list[tuple[int, Places]]]:
        """What is brought together by the signs within each clause; and by each of the others."""
        inside = dict.fromkeys(self.clauses.each, 0)
        across = []
        for _, known, words in self._own:
            stood = places(words)
            if home := self.clauses.home(stood):
                inside[home] += known
            else:
                across.append((known, stood))
        return inside, across

    def loads(self, at: int) -> list[Load]:
        """The signs that weigh for the column at this place, and on which words they stand."""
        return [(much, name, words) for name, weights, words in self._weighed if (much := weights[at]) > 0]

    @cached_property
    def _weighed(self) -> list[tuple[str, Row, Words]]:
        return [(name, columns(known), words) for name, known, words in self._own]
