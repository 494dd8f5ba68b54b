"""Weighs the signs of a sentence: how surely it carries each dimension.

A weight is what a sign adds to the logarithm of the odds; the weights are learned (see content/core/weights.yaml) and
come with the lexicon, and so may patterns, in which a sentence's own words are weighed a second time, together
(patterns.py). Each sentence is weighed by itself; then what the others of the answer carry, the signs `&metric`
to `&tail` (`&alone` where there are none), is added: a loss means more where something was chosen. To a sentence whose
own words show nothing, nothing is added, so that one beside the point stays so. How surely a sentence is of private
life or small talk is weighed likewise, more so beside a sentence of work, and taken from what it carries; for the score
a little more is taken. A sentence carries a dimension when its sum is 0 or more. On which words: resting.py.
"""

from collections.abc import Mapping, Sequence
from math import exp
from typing import Final, NamedTuple

from coach.analysis.brought import Brought
from coach.analysis.clauses import clauses
from coach.analysis.learned import COLUMNS, PRIVATE, WEIGHED, Learned
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
_MOST: Final = 30.0
# Sums are surer of themselves than they should be about strangers' words.
_CALM: Final = 2.0
# What a sentence carries more faintly than this, weighed by itself, says nothing about the others.
_TRACE: Final = 0.42
# What is fainter is nothing.
_NEARLY: Final = 0.36
# How much of what tells the clearest other sentence from private life adds to a sentence's own; and how much for the
# score, where it is better not to count a sentence from nowhere.
_STANDS_OUT: Final = 0.25
_STANDS_OUT_MORE: Final = 0.35
# A sentence so far below 0 for private life is clearly of work. Where none is, this share of what the clearest lacks is
# held against all.
_AT_WORK: Final = 6.0
_DOUBT: Final = 0.5
# Where what tells the trade is so far below 0, that is not other people's private life: what stands out does in full.
_NO_TRADE: Final = 4.0
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
    """One sentence of an answer, weighed: its sums, what the others carry, how surely it is of private life by itself.

    How surely it carries each dimension, by its place among them, and how much of that counts for the score (what is
    fainter than _NEARLY is left out). How far it is beside the point, being of private life or small talk (0: not, 1:
    wholly, more: surely), and whether it wholly is for the score.
    """

    sentence: Sentence
    brought: Brought
    first: bool
    sums: list[Sum]
    others: Mapping[str, float]
    private: float
    sure: dict[int, float]
    counts: dict[int, float]
    aside: float
    astray: bool


def weighed(shown: Sequence[tuple[Sentence, Signs]], learned: Learned) -> list[Weighed]:
    """Each sentence of an answer, weighed."""
    base = learned.weights(_BASE)
    brought = [Brought(learned, found, clauses(sentence)) for sentence, found in shown]
    private = [each.own(_PRIVATE) + each.around[_PRIVATE] + base[_PRIVATE] for each in brought]
    first = ["^first" in found for _, found in shown]
    less, more = held(private), held(private, _STANDS_OUT_MORE)
    alone = [
        [Sum(each.own(at), each.around[at], base[at], taken) for at in range(len(WEIGHED))]
        for each, taken in zip(brought, less, strict=True)
    ]
    sums, others = _sums(alone, first, learned)
    sure = [_near(each, here) for each, here in zip(sums, first, strict=True)]
    astray = [taken >= _WHOLLY for taken in more]
    counts = sure
    # Only where it is held against something that is there, or nearly.
    behind = [False, *astray][: len(shown)]
    if any(near and (here or one != other) for near, here, one, other in zip(sure, behind, less, more, strict=True)):
        sums_counted, _ = _sums(_stricter(alone, more, behind), first, learned)
        counts = [_near(each, here) for each, here in zip(sums_counted, first, strict=True)]
    aside = [taken / _WHOLLY for taken in less]
    of = zip(
        (each for each, _ in shown), brought, first, sums, others, private, sure, counts, aside, astray, strict=True
    )
    return [Weighed(*each) for each in of]


def _stricter(alone: Sequence[list[Sum]], taken: Sequence[float], behind: Sequence[bool]) -> list[list[Sum]]:
    """The sums for the score: what a sentence beside the point says about the next one counts only against it."""
    return [
        [Sum(each.own, min(0.0, each.around) if here else each.around, each.base, less) for each in sums]
        for sums, less, here in zip(alone, taken, behind, strict=True)
    ]


def _sums(
    alone: Sequence[list[Sum]], first: Sequence[bool], learned: Learned
) -> tuple[list[list[Sum]], list[dict[str, float]]]:
    """The sums of each sentence with what the others of the answer carry; and what those carry."""
    others = elsewhere([carries(sums, here) for sums, here in zip(alone, first, strict=True)])
    among = learned.weights(_AMONG)
    # Nearly all sentences have the same others.
    added: dict[tuple[float, ...], list[float]] = {}
    result = []
    for sums, rest in zip(alone, others, strict=True):
        key = tuple(rest.values())
        more = added.get(key)
        if more is None:
            more = added[key] = _added(rest, learned)
        result.append(
            [
                Sum(own, around, base, private, more[at], among[at])
                for at, (own, around, base, private, _, _) in enumerate(sums)
            ]
        )
    return result, others


def held(private: Sequence[float], stands_out: float = _STANDS_OUT) -> list[float]:
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
    stands_out *= min(1.0, max(0.0, -trade / _NO_TRADE))
    doubt = _DOUBT * max(0.0, low + _AT_WORK) if max(private) > 0.0 else 0.0
    beside = [second if each == low else low for each in private]
    more = doubt - usual
    return [max(0.0, each + more - stands_out * min(0.0, other)) for each, other in zip(private, beside, strict=True)]


def _added(others: Mapping[str, float], learned: Learned) -> list[float]:
    """What the others of the answer add to a sentence, by dimension."""
    rows = [(value, learned.weights(f"&{name}")) for name, value in others.items()]
    return [sum([value * row[at] for value, row in rows]) for at in range(len(WEIGHED))]


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
    return {at: value for at, value in sure.items() if value >= _NEARLY}
