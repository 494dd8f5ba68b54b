"""Weighs the signs of a sentence: how surely it carries each dimension, and on which words that rests.

A weight is what a sign adds to the logarithm of the odds; the weights are learned (see content/core/weights.yaml) and
come with the lexicon, and so may patterns, in which a sentence's own words are weighed a second time, together
(patterns.py). Each sentence is weighed by itself; then what the others of the answer carry, the signs `&metric`
to `&tail` (`&alone` where there are none), is added: a loss means more where something was chosen. To a sentence whose
own words show nothing, nothing is added, so that one beside the point stays so. How surely a sentence is of private
life or small talk is weighed likewise, more so beside a sentence of work, and taken from what it carries. A sentence
carries a dimension when its sum is 0 or more. The finding rests on the clauses that carry most, so many of them that
without these words it would not be, or else on the whole sentence; a choice also on a fragment before it. Words are
told by their bits: the word at place n is 1 << n.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial, reduce
from itertools import zip_longest
from math import exp
from operator import or_
from typing import Final, NamedTuple

from coach.analysis.clauses import Clauses, Places, Words, clauses, lost, places
from coach.analysis.findings import PRESENT, Evidence
from coach.analysis.lexicon import COLUMNS, WEIGHED, Row, Weights
from coach.analysis.material import evidence
from coach.analysis.patterns import Brought, Patterns
from coach.analysis.reason import Load, reason
from coach.analysis.sentence import Sentence
from coach.analysis.signs import Sign, Signs

# A sign that has weights: its name and value, the words it stands on, and what it weighs for which dimension.
Heavy = tuple[str, float, Words, Row]

# What is said of every sentence, by itself and among the others.
_BASE: Final = "^always"
_AMONG: Final = "&always"
ALONE: Final = "alone"
# Between these sums of its own words ever more of what is around a sentence adds to it.
_SHOWN: Final = 0.3
_CLEAR: Final = 1.3
# How far below 0 the sum falls without the words that a finding rests on.
_MARGIN: Final = 1.0
# So few words before a choice are read as one themselves ("Four percent now, and I'd ask for the rota").
_FRAGMENT: Final = 5
# Runs of words with no more than these between them are one.
_BETWEEN: Final = 3
_MOST: Final = 30.0
# Sums are surer of themselves than they should be about strangers' words.
_CALM: Final = 2.0
# What a sentence carries more faintly than this, weighed by itself, says nothing about the others.
_TRACE: Final = 0.42
# A sentence that comes so near may carry the finding once others are gone, so it is shown with them. What is fainter
# is nothing.
NEARLY: Final = 0.36
# What carries a dimension so much less surely than the best sentence is not shown for it.
BESIDE: Final = 0.5
# How much of what tells the clearest other sentence from private life adds to a sentence's own.
_STANDS_OUT: Final = 0.15
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


class Loads(NamedTuple):
    """What the signs with words of their own weigh for one dimension.

    `each` of them; `inside`, by clause, those together whose words are all in it; `across` the others, and where.
    """

    each: list[Load]
    inside: dict[int, float]
    across: list[tuple[float, Places]]


class Weighed(NamedTuple):
    """What a sentence carries, by dimension (what is fainter than NEARLY is left out).

    And how far it is beside the point, being of private life or small talk (0..1).
    """

    found: dict[str, list[Evidence]]
    aside: float


def weighed(shown: Sequence[tuple[Sentence, Signs]], weights: Weights, patterns: Patterns) -> list[Weighed]:
    """Each sentence of an answer, weighed."""
    base, bases = _base(weights, _BASE), _base(weights, _AMONG)
    brought = [Brought(patterns, found, clauses(sentence)) for sentence, found in shown]
    heavy = [_heavy(found, weights) for _, found in shown]
    summed = [
        [*zip(_with_patterns(own, each), around, base, strict=True)]
        for (_, own, around), each in zip(heavy, brought, strict=True)
    ]
    against = held([sum(private) for *_, private in summed])
    alone = [[Sum(*each, private=taken) for each in sums[:-1]] for sums, taken in zip(summed, against, strict=True)]
    carried = [carries(sums, "^first" in found) for sums, (_, found) in zip(alone, shown, strict=True)]
    whole = [_among(sums, others, bases, weights) for sums, others in zip(alone, elsewhere(carried), strict=True)]
    sure = [_near(sums, "^first" in found) for sums, (_, found) in zip(whole, shown, strict=True)]
    best = {at: max((each.get(at, 0.0) for each in sure), default=0.0) for at in range(len(WEIGHED))}
    told = {at: most - BESIDE for at, most in best.items() if most >= PRESENT}
    return [
        Weighed(_found(sentence, signs, sums, near, told, each), min(1.0, sums[0].private / _WHOLLY))
        for (sentence, _), (signs, *_), sums, near, each in zip(shown, heavy, whole, sure, brought, strict=True)
    ]


def held(private: Sequence[float]) -> list[float]:
    """What is held against each sentence, from how surely each of them is of private life or small talk.

    Beside one that is clearly of work, another stands out the more.
    """
    low, second = sorted(private)[:2] if len(private) > 1 else (0.0, 0.0)
    beside = [second if each == low else low for each in private]
    return [max(0.0, each - _STANDS_OUT * min(0.0, other)) for each, other in zip(private, beside, strict=True)]


def _among(sums: Sequence[Sum], others: Mapping[str, float], bases: Sequence[float], weights: Weights) -> list[Sum]:
    """The sums of a sentence with what the others of the answer carry."""
    _, _, (*added, _) = _heavy({f"&{name}": Sign(value) for name, value in others.items()}, weights)
    return [each._replace(others=more, among=base) for each, more, base in zip(sums, added, bases[:-1], strict=True)]


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


def _base(weights: Weights, name: str) -> list[float]:
    """What is said of every sentence, for each dimension and for private life."""
    row = dict(weights.get(name, ()))
    return [row.get(at, 0.0) for at in range(len(COLUMNS))]


def _heavy(found: Signs, weights: Weights) -> tuple[list[Heavy], list[float], list[float]]:
    """The signs that weigh something; for each column what those with words of their own weigh, and those without."""
    known = weights.get
    heavy: list[Heavy] = []
    own, around = [0.0] * len(COLUMNS), [0.0] * len(COLUMNS)
    for name, (value, words) in found.items():
        row = known(name)
        if row:
            heavy.append((name, value, words, row))
            sums = own if words else around
            for at, weight in row:
                sums[at] += weight * value
    return heavy, own, around


def _with_patterns(own: Sequence[float], brought: Brought) -> list[float]:
    """The sums of a sentence's own words, with what the patterns add."""
    return [each + more for each, more in zip_longest(own, brought.adds(), fillvalue=0.0)]


def _near(sums: Sequence[Sum], first: bool) -> dict[int, float]:
    """How surely a sentence carries what it does or nearly does; an opening stands at the beginning only."""
    sure = {at: strength(each.total) for at, each in enumerate(sums) if first or WEIGHED[at] != "opening"}
    return {at: value for at, value in sure.items() if value >= NEARLY}


def _found(
    sentence: Sentence,
    signs: Sequence[Heavy],
    sums: Sequence[Sum],
    near: Mapping[int, float],
    told: Mapping[int, float],
    brought: Brought,
) -> dict[str, list[Evidence]]:
    """The evidence of a sentence, word by word for what will be shown: as sure as `told` by dimension."""
    shown = {at: sure for at, sure in near.items() if at in told and sure >= told[at]}
    rest = [(at, sure) for at, sure in near.items() if at not in shown]
    result = {WEIGHED[at]: [evidence(sentence, 0, len(sentence.words), sure, "")] for at, sure in rest}
    for at, loads in _loads(signs, shown, brought.clauses).items():
        words = _rests_on(loads, sums[at], partial(brought.still, at), WEIGHED[at] == "decision")
        runs = _runs(words, len(sentence.words))
        because = reason(loads.each, sentence) if near[at] >= PRESENT else ""
        result[WEIGHED[at]] = [evidence(sentence, first, last, near[at], because) for first, last in runs]
    return result


def _loads(signs: Sequence[Heavy], near: Mapping[int, float], parts: Clauses) -> dict[int, Loads]:
    """What each sign with words of its own weighs for the dimensions in `near`."""
    loads = {at: Loads([], dict.fromkeys(parts.each, 0.0), []) for at in near}
    for name, value, words, row in signs if near else ():
        if words:
            stood = places(words)
            home = parts.home(stood)
            for at, weight in row:
                if at in loads:
                    each, inside, across = loads[at]
                    much = weight * value
                    each.append((much, name, stood))
                    if home:
                        inside[home] += much
                    else:
                        across.append((much, stood))
    return loads


def _rests_on(loads: Loads, sums: Sum, still: Callable[[int], float], choice: bool) -> int:
    """The clauses that carry most: without their words the sum is well below 0.

    `still` is what the patterns add once words are gone. Of a choice all, when a fragment before it would be left.
    """

    apart = sums.own - still(0)

    # What goes may be just the words of private life, so nothing is taken for them.
    def left(gone: int) -> float:
        return sums.total_with(apart - lost(loads.inside, loads.across, gone) + still(gone))

    # Half a clause carries nothing, so what goes is whole ones.
    rest = list(loads.inside)
    gone, whole, least = 0, reduce(or_, rest), 0.0
    while len(rest) > 1 and least >= -_MARGIN:
        least, heaviest = min((left(gone | clause), clause) for clause in rest)
        rest.remove(heaviest)
        gone |= heaviest
    fragment = choice and (whole & ~gone).bit_count() <= _FRAGMENT and whole & ~gone < gone & -gone
    return gone if least < -_MARGIN and not fragment else whole


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
