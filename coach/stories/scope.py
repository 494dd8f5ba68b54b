"""What a number is limited to: places and names, dates, a percentile or average."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from coach.analysis.quantities import Quantity
from coach.analysis.words import Token
from coach.analysis.wordset import bag


class Scope(NamedTuple):
    """What a number is limited to: places and names, dates, a percentile or average."""

    names: frozenset[str]
    dates: frozenset[str]
    tail: str


def scope_of(found: Sequence[Token], text: str, bounds: tuple[int, int], amount: Quantity) -> Scope:
    """Names after in, for or on; months, quarters and years; a percentile or average."""
    names, dates, tails = set[str](), set[str](), list[tuple[int, str]]()
    for index in range(*bounds):
        token = found[index]
        before = found[index - 1].low if index > bounds[0] else ""
        if token.kind == "tail" or token.low in _TAILS:
            tails.append((_away(found, index, amount), _TAILS.get(token.low, token.low)))
        elif _dated(token):
            dates.add(token.low[:3] if token.kind == "word" else token.low)
        elif token.low in _SPANS and before in ("last", "this", "next"):
            dates.add(f"{before} {token.low}")
        elif before in ("in", "for", "on", "across") and text[token.start].isupper() and token.kind == "word":
            names.add(token.low)
    return Scope(frozenset(names), frozenset(dates), min(tails, default=(0, ""))[1])


def _away(found: Sequence[Token], index: int, amount: Quantity) -> int:
    """Words between, those of another clause counted double."""
    between = range(index + 1, amount.first) if index < amount.first else range(amount.last, index)
    joined = any(found[at].low in ("and", "but", ",") for at in between)
    return len(between) * (2 if joined else 1)


def _dated(token: Token) -> bool:
    year = token.kind == "num" and token.low.isdigit() and 1990 <= int(token.low) <= 2099
    return token.low in _DATES or year


_SPANS: Final = bag("year month quarter week season")
_TAILS: Final = {
    "median": "p50", "average": "mean", "averages": "mean", "averaged": "mean", "mean": "mean", "percentile": "tail",
    "worst": "worst", "decile": "decile", "quartile": "decile", "peak": "peak",
}  # fmt: skip
_DATES: Final = bag(
    "january february march april june july august september october november december q1 q2 q3 q4 monday "
    "tuesday wednesday thursday friday saturday sunday christmas weekend weekends weekdays"
)
