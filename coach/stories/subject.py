"""What a number is about: the telling words of its clause, how it is meant, and what it is limited to."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.quantities import Quantity
from coach.analysis.units import CURRENCY_WORDS, PERCENT, PERIODS, POINTS, SECONDS
from coach.analysis.words import Token
from coach.analysis.wordset import bag

DOWN: Final = bag(
    "cut cuts reduced reduce reduces fell fall falls dropped drop drops down less fewer lower lowered saved save saves "
    "shaved trimmed shrank decline declined declined decreased decrease off reduction faster cheaper removed reducing "
    "cutting slashed shortened sooner earlier saving savings shrunk"
)
UP: Final = bag(
    "rose rise rises grew grow grows up more higher raised raise lifted lift lifts increased increase gained gain "
    "added adds improved improve improvement uplift extra growth jumped climbed boosted boost increasing raising"
)
_TARGET: Final = bag(
    "target targets goal aim aimed sla slo limit cap ceiling floor threshold under below must quota guardrail "
    "promised promise should objective aiming wanted want asked"
)
_PLAN: Final = bag(
    "would could expect expected expects estimate estimated forecast plan planned planning project projected will "
    "might assume assuming hope if propose proposed"
)
_BEFORE: Final = bag("before previously originally formerly initially initial baseline earlier")
_NOW: Final = bag("now today after finally currently since")
_MEANS: Final = bag("by with using via because when after thanks so since while where which who whose")
_EMPTY: Final = (
    bag(
        "we i they team thing result figure about around roughly nearly almost approximately just only also very each "
        "every half times went took take takes got get made make makes brought bring came come moved move led lead "
        "helped help let kept keep drove drive did done do ran run runs shipped ship reach hit stood stands stays "
        "became become ended end gave give had has have said say says per percent now today then ago exactly well good "
        "great big much many lot overall our my your their his her its there here above over between lasted lasts back "
        "myself himself automatically part automatically finished goes through new change feature better worse"
    )
    | DOWN
    | UP
) - bag("new")
# Measures that anything has: alone they tell nothing.
_GENERIC: Final = bag("rat rate tim time shar share number count level amount valu averag total case")
_VERBS: Final = bag("won lost held sold bought wrote taught built found met sent spent fell kept taken")
_OPPOSED: Final = (
    bag("hired gain open join won bought"),
    bag("lost clos fired quit sold"),
)
_UNITS: Final = (frozenset({*SECONDS, *CURRENCY_WORDS, *PERCENT, *POINTS}) | bag("bp bps basis million billion")) - bag(
    "quarter second"
)
_SAME: Final = (
    "latency delay lag",
    "revenue sales turnover income",
    "churn attrition",
    "chargeback dispute",
    "cost spend expense bill",
    "customer client",
    "engineer developer headcount",
    "round interview",
    "defect bug",
    "conversion converts convert converted",
    "merchant seller shop",
    "settlement settle settled settles settling",
    "incident outage",
    "complaint complained complain",
    "infrastructure infra",
)
_ENDINGS: Final = ("ments", "ment", "ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "e", "y")


class Subject(NamedTuple):
    """The telling words of a number's clause: what it counts or measures, and what was done with it."""

    words: frozenset[str]
    verbs: frozenset[str]

    def telling(self) -> frozenset[str]:
        """Its words without those that anything has; all of them if there are no others."""
        return frozenset(self.words - _GENERIC) or self.words or self.verbs

    def meets(self, other: "Subject") -> bool:
        """Whether two are about the same: one says no more than the other, and nothing against it.

        Two that each have a word of their own (`write latency`, `read latency`) are taken to differ.
        """
        mine, theirs = self.telling(), other.telling()
        if not mine & theirs or (mine - theirs and theirs - mine):
            return False
        return not any(self.verbs & here and other.verbs & there for here, there in (_OPPOSED, _OPPOSED[::-1]))


def stem(word: str) -> str:
    """A word without its ending, one form for words that mean the same here."""
    return _GROUPS.get(_bare(word), _bare(word))


def _bare(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


_GROUPS: Final = {_bare(word): _bare(group.split()[0]) for group in _SAME for word in group.split()}


def subject_of(
    found: Sequence[Token], bounds: tuple[int, int], amount: Quantity, inside: Sequence[Quantity]
) -> tuple[Subject, str]:
    """The telling words of the amount's clause (of the clause before, where it has none), and its stance."""
    first, last = _clause(found, bounds, amount, inside)
    tokens = _telling(found, range(first, amount.first), range(amount.last, last), inside)
    while not tokens and first > bounds[0]:
        last, first = first, _clause_start(found, bounds, first - 1)
        tokens = _telling(found, range(first, last), range(0), inside)
    stance = _stance(found, (first, max(last, amount.last)), amount)
    # What happened to a share of something is what it measures: of parcels, damaged or late.
    keeps = amount.form in ("percent", "fraction", "ratio") and stance == "now"
    verbs = {token.low for token in tokens if _verb(token.low) and not keeps}
    words = {stem(token.low) for token in tokens if token.low not in verbs}
    return Subject(frozenset(words), frozenset(map(stem, verbs))), stance


def _verb(low: str) -> bool:
    return (low.endswith("ed") and len(low) > 4) or low in _VERBS


def _clause(
    found: Sequence[Token], bounds: tuple[int, int], amount: Quantity, inside: Sequence[Quantity]
) -> tuple[int, int]:
    first = _clause_start(found, bounds, amount.first)
    last = amount.last
    while last < bounds[1] and not _breaks(found, last):
        last += 1
    # Where another number stands in the same clause, the words between belong to the nearer one's own side.
    for other in inside:
        if amount.last <= other.first < last:
            last = min(last, _between(found, amount.last, other.first))
        if first <= other.first and other.last <= amount.first:
            first = max(first, _between(found, other.last, amount.first))
    return first, last


def _between(found: Sequence[Token], start: int, end: int) -> int:
    """Where the words between two numbers stop belonging to the first."""
    for index in range(start, end):
        if found[index].low in ("and", "but", "or", "while", "for", "at", "that", "which", "is"):
            return index
    return end if end - start <= 2 else start


def _clause_start(found: Sequence[Token], bounds: tuple[int, int], at: int) -> int:
    first = at
    while first > bounds[0] and not _breaks(found, first - 1):
        first -= 1
    return first


def _breaks(found: Sequence[Token], index: int) -> bool:
    token = found[index]
    return token.kind in ("comma", "stop") or token.low in ("but", "while", "whereas", "although", "and then")


def _telling(
    found: Sequence[Token], before: Iterable[int], after: Iterable[int], inside: Sequence[Quantity]
) -> list[Token]:
    taken = {at for other in inside for at in range(other.first, other.last)}
    tokens = [found[index] for index in before if index not in taken and _tells(found, index)]
    for index in after:
        if found[index].low in _MEANS:
            break
        if index not in taken and _tells(found, index):
            tokens.append(found[index])
    return tokens


_KEPT: Final = bag("first second third fourth old new small large no")


def _tells(found: Sequence[Token], index: int) -> bool:
    token = found[index]
    low, before = token.low, found[index - 1].low if index else ""
    if low in _KEPT:
        return True
    if before in LABELS and (token.kind == "num" or low in _COUNTED):
        return True
    if token.kind != "word" or len(low) < 3 or low in FUNCTION_WORDS:
        return False
    if low in PERIODS and low in SECONDS and before in _EACH:
        return False
    return not (low in _EMPTY or (low in _UNITS and low not in PERIODS) or low in _MARKS)


_EACH: Final = bag("every each last this next per a the that same")
LABELS: Final = bag("option phase step version series slide round number no day group site")
_COUNTED: Final = bag("one two three four five six seven eight nine ten a b c")
_MARKS: Final = (
    _TARGET
    | _PLAN
    | _BEFORE
    | _NOW
    | bag(
        "january february march april may june july august september october november december daily weekly "
        "monthly quarterly yearly annual monday tuesday wednesday thursday friday saturday sunday median "
        "average mean percentile"
    )
)


def _stance(found: Sequence[Token], bounds: tuple[int, int], amount: Quantity) -> str:
    near = {token.low for token in found[bounds[0] : bounds[1]]}
    if near & _PLAN:
        return "plan"
    if amount.shape == "target" or near & _TARGET:
        return "target"
    if amount.shape == "fromto":
        return "now"
    if _is_change(found, amount):
        return "change"
    if "at" in near and near & {"start", "beginning", "outset"}:
        return "before"
    since = amount.first > bounds[0] and found[amount.first - 1].low == "from"
    return "before" if since or (near & _BEFORE and not near & _NOW and not _meanwhile(found, bounds)) else "now"


def _meanwhile(found: Sequence[Token], bounds: tuple[int, int]) -> bool:
    """`before writing a line`: what came first, not how it stood."""
    pairs = pairwise(token.low for token in found[bounds[0] : bounds[1]])
    return any(low in ("before", "after") and after.endswith("ing") for low, after in pairs)


def _is_change(found: Sequence[Token], amount: Quantity) -> bool:
    """A difference, not a level: `by 34 %`, `34 % less`, `saved 72 ms`, `up 12 %`; `to 5 %` is a level."""
    if amount.form == "factor":
        return True
    for index in range(amount.first - 1, max(-1, amount.first - 6), -1):
        low = found[index].low
        if low in _LEVEL:
            break
        if low == "by" or low in DOWN or low in UP:
            return True
    return any(token.low in DOWN | UP for token in found[amount.last : amount.last + 2])


_LEVEL: Final = bag("to at is was are were now of reached has have had")
