"""Weighs the signs of a sentence: how surely it carries each dimension, and on which words that rests.

A weight is what a sign adds to the logarithm of the odds; the weights are learned (see content/core/weights.yaml) and
come with the lexicon, and so may patterns, in which a sentence's own words are weighed a second time, together
(patterns.py). Each sentence is weighed by itself; then what the others of the answer carry, the signs `&metric`
to `&tail` (`&alone` where there are none), is added: a loss means more where something was chosen. To a sentence whose
own words show nothing, nothing is added, so that one beside the point stays so. How surely a sentence is of private
life or small talk is weighed likewise, more so beside a sentence of work, and taken from what it carries. A sentence
carries a dimension when its sum is 0 or more. Marked are the clauses that carry most, so many of them that without
their words it would not be there, or else the whole sentence. The finding rests on so many that it would be far from
there, for what is left of a sentence reads otherwise; a choice, which is often a fragment, on the whole sentence.
"""

from collections.abc import Mapping, Sequence
from functools import reduce
from math import exp
from operator import or_
from typing import Final, NamedTuple

from coach.analysis.brought import Brought
from coach.analysis.clauses import clauses
from coach.analysis.findings import PRESENT, Evidence
from coach.analysis.learned import COLUMNS, PRIVATE, WEIGHED, Learned
from coach.analysis.material import evidence
from coach.analysis.reason import reason
from coach.analysis.sentence import Sentence
from coach.analysis.signs import Signs

# What is said of every sentence, by itself and among the others.
_BASE: Final = "^always"
_AMONG: Final = "&always"
ALONE: Final = "alone"
_PRIVATE: Final = COLUMNS.index(PRIVATE)
# Between these sums of its own words ever more of what is around a sentence adds to it.
_SHOWN: Final = 0.3
_CLEAR: Final = 1.3
# How far below 0 the sum falls without the words that are marked, and without those that a finding rests on.
_GONE: Final = -1.0
_FAR_GONE: Final = -3.0
# Runs of words with no more than these between them are one.
_BETWEEN: Final = 3
_MOST: Final = 30.0
# Sums are surer of themselves than they should be about strangers' words.
_CALM: Final = 2.0
# What a sentence carries more faintly than this, weighed by itself, says nothing about the others.
_TRACE: Final = 0.42
# A sentence that comes so near may carry the finding once others are gone, so the finding rests on it too. What is
# fainter is nothing.
NEARLY: Final = 0.36
# On what carries a dimension so much less surely than the best sentence the finding does not rest.
BESIDE: Final = 0.5
# How much of what tells the clearest other sentence from private life adds to a sentence's own.
_STANDS_OUT: Final = 0.25
# A sentence so far below 0 for private life is clearly of work. Where none is, this share of what the clearest lacks is
# held against all.
_AT_WORK: Final = 6.0
_DOUBT: Final = 0.5
# So many sentences tell of what trade they are: the second clearest does.
_SEVERAL: Final = 4
# From this sum for private life on, a sentence is wholly beside the point.
_WHOLLY: Final = 2.0


class Sum(NamedTuple):
    """What the signs of a sentence weigh for one dimension: those of its own words, those around it, the base.

    `private` is taken from its own words; `others` is what the other sentences add, `among` the base of a sentence
    among others.
    """

    own: float
    around: float
    base: float
    private: float = 0.0
    others: float = 0.0
    among: float = 0.0

    @property
    def total(self) -> float:
        """The sum of the sentence, by itself or among the others."""
        return self.total_with(self.own - self.private)

    def total_with(self, own: float) -> float:
        """The same if its own words weighed so much."""
        open_ = opened(own)
        around = self.around if self.around < 0 else open_ * self.around
        return self.base + own + around + open_ * self.others + self.among


def opened(own: float) -> float:
    """How much what is around a sentence can add (0..1): nothing where its own words show nothing."""
    shown = (own - _SHOWN) / (_CLEAR - _SHOWN)
    return 0.0 if shown < 0.0 else 1.0 if shown > 1.0 else shown


class Weighed(NamedTuple):
    """What a sentence carries, by dimension (what is fainter than NEARLY is left out), and what is marked for it.

    And how far it is beside the point, being of private life or small talk (0: not, 1: wholly, more: surely).
    """

    found: dict[str, list[Evidence]]
    marked: dict[str, list[Evidence]]
    aside: float


def weighed(shown: Sequence[tuple[Sentence, Signs]], learned: Learned) -> list[Weighed]:
    """Each sentence of an answer, weighed."""
    base = learned.weights(_BASE)
    brought = [Brought(learned, found, clauses(sentence)) for sentence, found in shown]
    private = [each.own(_PRIVATE) + each.around[_PRIVATE] + base[_PRIVATE] for each in brought]
    alone = [
        [Sum(each.own(at), each.around[at], base[at], taken) for at in range(len(WEIGHED))]
        for each, taken in zip(brought, held(private), strict=True)
    ]
    carried = [carries(sums, "^first" in found) for sums, (_, found) in zip(alone, shown, strict=True)]
    whole = [_among(sums, others, learned) for sums, others in zip(alone, elsewhere(carried), strict=True)]
    sure = [_near(sums, "^first" in found) for sums, (_, found) in zip(whole, shown, strict=True)]
    best = {at: max((each.get(at, 0.0) for each in sure), default=0.0) for at in range(len(WEIGHED))}
    told = {at: most - BESIDE for at, most in best.items() if most >= PRESENT}
    return [
        Weighed(*_found(sentence, sums, near, told, each), sums[0].private / _WHOLLY)
        for (sentence, _), sums, near, each in zip(shown, whole, sure, brought, strict=True)
    ]


def held(private: Sequence[float]) -> list[float]:
    """What is held against each sentence, from how surely each of them is of private life or small talk.

    Beside one that is clearly of work, another stands out the more; where none is, one of private life casts some doubt
    on all. Where of several only the clearest is told from private life, they are of a trade that is other people's
    private life: nothing stands out, and what looks no more so than the second clearest is not held.
    """
    if len(private) < 2:
        return [max(0.0, each) for each in private]
    low, second = sorted(private)[:2]
    trade = second if len(private) >= _SEVERAL else low
    usual = max(0.0, trade) if low < 0.0 else 0.0
    stands_out = _STANDS_OUT * min(1.0, max(0.0, -trade / _AT_WORK))
    doubt = _DOUBT * max(0.0, low + _AT_WORK) if max(private) > 0.0 else 0.0
    beside = [second if each == low else low for each in private]
    more = doubt - usual
    return [max(0.0, each + more - stands_out * min(0.0, other)) for each, other in zip(private, beside, strict=True)]


def _among(sums: Sequence[Sum], others: Mapping[str, float], learned: Learned) -> list[Sum]:
    """The sums of a sentence with what the others of the answer carry."""
    rows = [(value, learned.weights(f"&{name}")) for name, value in others.items()]
    among = learned.weights(_AMONG)
    return [
        Sum(each.own, each.around, each.base, each.private, sum([value * row[at] for value, row in rows]), among[at])
        for at, each in enumerate(sums)
    ]


def strength(total: float) -> float:
    """How surely a sum says that something is there (0..1)."""
    return 1.0 / (1.0 + exp(-max(-_MOST, min(_MOST, total / _CALM))))


def carries(sums: Sequence[Sum], first: bool) -> dict[str, float]:
    """What a sentence, weighed by itself, tells about the others: how surely it carries what it does."""
    strengths = {name: strength(each.total) for name, each in zip(WEIGHED, sums, strict=True)}
    return {name: value for name, value in strengths.items() if value >= _TRACE and (first or name != "opening")}


def elsewhere(carried: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """For each sentence the most that any other one carries, by dimension; or that there is no other."""
    if len(carried) == 1:
        return [{ALONE: 1.0}]
    ranked = {name: sorted((each.get(name, 0.0) for each in carried), reverse=True)[:2] for name in WEIGHED}
    return [{name: most[each.get(name, 0.0) == most[0]] for name, most in ranked.items()} for each in carried]


def _near(sums: Sequence[Sum], first: bool) -> dict[int, float]:
    """How surely a sentence carries what it does or nearly does; an opening stands at the beginning only."""
    sure = {at: strength(each.total) for at, each in enumerate(sums) if first or WEIGHED[at] != "opening"}
    return {at: value for at, value in sure.items() if value >= NEARLY}


def _found(
    sentence: Sentence, sums: Sequence[Sum], near: Mapping[int, float], told: Mapping[int, float], brought: Brought
) -> tuple[dict[str, list[Evidence]], dict[str, list[Evidence]]]:
    """What a sentence carries; and, where it is as sure as `told` by dimension, what is marked for it."""
    found: dict[str, list[Evidence]] = {}
    marked: dict[str, list[Evidence]] = {}
    count = len(sentence.words)
    for at, sure in near.items():
        name = WEIGHED[at]
        if at not in told or sure < told[at]:
            found[name] = [evidence(sentence, 0, count, sure, "")]
            continue
        because = reason(brought.loads(at), sentence) if sure >= PRESENT else ""
        heaviest, gone = _rests_on(brought, at, sums[at])
        marked[name] = [evidence(sentence, first, last, sure, because) for first, last in _runs(heaviest, count)]
        found[name] = marked[name]
        if gone != heaviest:
            found[name] = [evidence(sentence, first, last, sure, "") for first, last in _runs(gone, count)]
    return found, marked


def _rests_on(brought: Brought, at: int, sums: Sum) -> tuple[int, int]:
    """The clauses without which the sum is well below 0, as bits; and those without which it is far below.

    All of them where it never is; a choice rests on all.
    """

    # What goes may be just the words of private life, so nothing is taken for them.
    def left(gone: int) -> float:
        return sums.total_with(brought.own(at, gone))

    # Half a clause carries nothing, so what goes is whole ones.
    rest = list(brought.clauses.each)
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
    return heaviest or whole, whole if choice or least >= _FAR_GONE else gone


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
