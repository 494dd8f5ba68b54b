"""What a number is about: the telling words of its clause, how it is meant, and what it is limited to."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.quantities import Quantity
from coach.analysis.units import CURRENCY_WORDS, PERCENT, PERIODS, POINTS, SECONDS
from coach.analysis.words import Token
from coach.analysis.wordset import bag

DOWN: Final = bag(
    "cut cuts reduced reduce reduces fell fall falls dropped drop drops down less fewer lower lowered "
    "saved save saves shaved trimmed shrank decline declined decreased decrease off reduction faster "
    "cheaper removed lost reducing cutting slashed shortened sooner earlier saving savings"
)
UP: Final = bag(
    "rose rise rises grew grow grows up more higher raised raise lifted lift lifts increased increase "
    "gained gain added adds improved improve improvement uplift extra growth jumped climbed boosted boost "
    "increasing raising"
)
_TARGET: Final = bag(
    "target targets goal aim aimed sla slo budget limit cap ceiling floor threshold within under below "
    "at-most must quota guardrail promised promise should objective aiming"
)
_PLAN: Final = bag(
    "would could expect expected expects estimate estimated forecast plan planned planning project "
    "projected will might assume assuming hope if propose proposed"
)
_BEFORE: Final = bag("was were before previously originally used formerly initially started baseline had once earlier")
_NOW: Final = bag("now today after finally currently since")
_MEANS: Final = bag("by with using through via because when after thanks so since while where which that who whose")
_EMPTY: Final = (
    bag(
        "we i they team thing result number figure total about around roughly nearly almost approximately "
        "just only also very new each every first last same whole half times time went took take takes got "
        "get made make makes brought bring came come moved move led lead helped help let kept keep drove "
        "drive did done do ran run runs built build shipped ship reached reach hit stood stands stays stayed "
        "became become ended end gave give had has have said say says per percent now today then ago exactly "
        "well good great big small large much many lot well-known overall our my your their his her its there "
        "here per below above over under within between"
    )
    | DOWN
    | UP
)
_UNITS: Final = (frozenset({*SECONDS, *CURRENCY_WORDS, *PERCENT, *POINTS}) | bag("bp bps basis million billion")) - bag(
    "quarter second"
)
_SAME: Final = (
    "latency delay lag wait waiting response",
    "revenue sales turnover income",
    "churn attrition",
    "chargeback dispute",
    "cost spend expense bill",
    "customer client",
    "user people person visitor",
    "team engineer developer headcount",
    "interview round",
    "defect bug",
    "conversion converts convert converted",
    "merchant seller shop",
    "settlement settle settled settles settling",
    "incident outage",
    "refund refunded",
    "complaint complained complain",
)
_ENDINGS: Final = ("ments", "ment", "ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "e", "y")


class Scope(NamedTuple):
    """What a number is limited to: places and names, dates, a percentile or average."""

    names: frozenset[str]
    dates: frozenset[str]
    tail: str


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
) -> tuple[frozenset[str], str]:
    """The telling words of the amount's clause (of the clause before, where it has none), and its stance."""
    first, last = _clause(found, bounds, amount, inside)
    words = _telling(found, range(first, amount.first), range(amount.last, last), inside)
    while not words and first > bounds[0]:
        last, first = first, _clause_start(found, bounds, first - 1)
        words = _telling(found, range(first, last), range(0), inside)
    return frozenset(words), _stance(found, (first, max(last, amount.last)), amount)


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
    for index in range(start, end):
        if found[index].low in ("and", "but", "or", "while", "for", "at"):
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
) -> set[str]:
    taken = {at for other in inside for at in range(other.first, other.last)}
    words: set[str] = set()
    for index in before:
        low = found[index].low
        if index not in taken and _tells(found[index]):
            words.add(stem(low))
    for index in after:
        if found[index].low in _MEANS:
            break
        if index not in taken and _tells(found[index]):
            words.add(stem(found[index].low))
    return words


def _tells(token: Token) -> bool:
    low = token.low
    if token.kind != "word" or len(low) < 3:
        return False
    return not (low in FUNCTION_WORDS or low in _EMPTY or low in _UNITS or low in PERIODS or low in _MARKS)


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
    return "before" if near & _BEFORE and not near & _NOW else "now"


def _is_change(found: Sequence[Token], amount: Quantity) -> bool:
    """A difference, not a level: `by 34 %`, `34 % less`, `saved 72 ms`, `up 12 %`; `to 5 %` is a level."""
    before = [token.low for token in found[max(0, amount.first - 4) : amount.first]]
    after = [token.low for token in found[amount.last : amount.last + 2]]
    if before[-1:] in (["to"], ["at"]) or (amount.form == "factor"):
        return amount.form == "factor"
    if before[-1:] == ["by"] and amount.form != "date":
        return True
    moved = DOWN | UP
    return bool(
        set(before[-2:]) & moved
        or set(after) & moved
        or (set(before) & moved and amount.form in ("percent", "points", "fraction"))
    )


def scope_of(found: Sequence[Token], text: str, bounds: tuple[int, int], amount: Quantity) -> Scope:
    """Names after in, for or on; months, quarters and years; a percentile or average."""
    names, dates, tail = set[str](), set[str](), ""
    for index in range(*bounds):
        token = found[index]
        before = found[index - 1].low if index > bounds[0] else ""
        if token.kind == "tail" or token.low in ("median", "average", "mean", "percentile", "worst", "peak"):
            tail = tail or token.low
        elif token.low in _DATES or (token.kind == "num" and token.low.isdigit() and 1990 <= int(token.low) <= 2099):
            dates.add(token.low[:3] if token.kind == "word" else token.low)
        elif before in ("in", "for", "on", "across") and text[token.start].isupper() and token.kind == "word":
            names.add(token.low)
    return Scope(frozenset(names), frozenset(dates), tail)


_DATES: Final = bag(
    "january february march april june july august september october november december q1 q2 q3 q4 monday "
    "tuesday wednesday thursday friday saturday sunday christmas weekend weekends weekdays"
)
