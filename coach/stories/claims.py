"""Every number somebody says, as a claim: what it measures, its unit, from what, over which period, said where."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from coach.analysis.numbers import cardinal
from coach.analysis.quantities import Quantity, scan
from coach.analysis.units import CURRENCY_WORDS
from coach.analysis.words import Token, sentences, tokens
from coach.analysis.wordset import bag
from coach.stories.scope import Scope, scope_of
from coach.stories.subject import LABELS, Subject, subject_of
from coach.text import one_line

# "1.2 B" and "500 M": a scale set apart from its number, as finance writes it.
_APART: Final = re.compile(r"(\d) (B|M|K|bn|mn)\b(?!-)")
_PER_DAY: Final = {
    "second": 86_400.0, "sec": 86_400.0, "s": 86_400.0, "minute": 1440.0, "min": 1440.0, "hour": 24.0, "h": 24.0,
    "hr": 24.0,
    "day": 1.0, "night": 1.0, "week": 1 / 7, "month": 12 / 365, "quarter": 4 / 365, "year": 1 / 365, "annum": 1 / 365,
}  # fmt: skip
_FAMILY: Final = {"fraction": "share", "percent": "share", "ratio": "share", "points": "points", "rate": "count"}


class Place(NamedTuple):
    """Where something was said: the kind of thing (story, take, slide …), its id, and the part of it."""

    kind: str
    id: str
    part: str = ""

    def text(self) -> str:
        """`story settlement-log, result`."""
        return f"{self.kind} {self.id}" + (f", {self.part}" if self.part else "")


class Said(NamedTuple):
    """A text and where it was said."""

    place: Place
    text: str


class Claim(NamedTuple):
    """One number: `value` and `baseline` in base units (seconds, %); `stance` now, change, before, target or plan."""

    place: Place
    quote: str
    sentence: str
    value: float
    baseline: float | None
    family: str
    unit: str
    per: str
    stance: str
    subject: Subject
    scope: Scope
    loose: bool
    near: frozenset[str]

    @property
    def id(self) -> str:
        """What names it for the candidate: where it stands and its words, folded."""
        return f"{self.place.id}:{re.sub(r'[^a-z0-9.%]+', '-', self.quote.lower()).strip('-')}"

    def daily(self) -> float:
        """The value a day, where it is counted against a time; else the value."""
        return self.value * _PER_DAY.get(self.per, 1.0)

    def timed(self) -> bool:
        """Whether it is so much in a stretch of time."""
        return self.per in _PER_DAY

    def about(self) -> str:
        """Its subject in words, for messages."""
        return " ".join(sorted(self.subject.telling())) or "it"


def claims(said: Iterable[Said]) -> list[Claim]:
    """Every claim of these texts, in order."""
    return [claim for one in said for claim in _in_text(one)]


def _in_text(said: Said) -> list[Claim]:
    text = _APART.sub(lambda match: match[1] + match[2] + " ", said.text)
    found = tokens(text)
    amounts = _paired(found, [quantity for quantity in scan(found) if quantity.form not in ("date", "tail")])
    result = []
    for first, last in sentences(found, text):
        inside = [amount for amount in amounts if first <= amount.first and amount.last <= last]
        span = text[found[first].start : found[last - 1].end] if first < last else ""
        telling = [amount for amount in inside if not _label(found, amount) and not _named(text, amount)]
        for amount in telling:
            result.append(_claim(said.place, text, found, (first, last), amount, telling, span))
    return result


def _unit(found: Sequence[Token], text: str, amount: Quantity) -> str:
    """The unit; in `it cost us 90,000 euros` the us is no dollar."""
    if amount.form == "points":
        return "bp" if amount.unit == "bp" else "points"
    if amount.form != "money" or text[amount.start : amount.start + 2] != "us":
        return amount.unit
    after = [token.low for token in found[amount.first + 1 : amount.last + 2]]
    return next((CURRENCY_WORDS[low] for low in after if low in CURRENCY_WORDS), "")


def _paired(found: list[Token], amounts: Sequence[Quantity]) -> list[Quantity]:
    """Joins `from nine days to three`, `from 40 complaints a week to 6`: the second end has the unit of the first."""
    result: list[Quantity] = []
    for amount in amounts:
        before = result[-1] if result else None
        if before is not None and _second_end(found, before, amount):
            typed = cardinal(found, before.first + (found[before.first].kind == "money"))
            scale = before.value / typed.value if typed and typed.value else 1.0
            high = amount.value * scale if amount.form == "count" and before.form != "count" else amount.value
            result[-1] = before._replace(high=high, shape="fromto", end=amount.end, last=amount.last)
        else:
            result.append(amount)
    return result


def _second_end(found: Sequence[Token], before: Quantity, amount: Quantity) -> bool:
    if (
        before.shape
        or before.first == 0
        or found[before.first - 1].low != "from"
        or found[amount.first - 1].low != "to"
    ):
        return False
    return amount.first - before.last <= 4 and (amount.form == before.form or amount.form == "count")


def _label(found: Sequence[Token], amount: Quantity) -> bool:
    """`1.` before an item, `option 2`, a year, `one of them`: no claim."""
    bare = amount.form == "count" and not amount.unit
    before = found[amount.first - 1].low if amount.first else ""
    if bare and before in LABELS:
        return True
    if found[amount.first].low in ("a", "an") and amount.form == "time" and _follows_count(found, amount):
        return True
    alone = amount.last - amount.first == 1 and found[amount.first].low in ("one", "a", "an", "zero")
    return (bare and alone) or (amount.form == "count" and 1900 <= amount.value <= 2100 and amount.value % 1 == 0)


def _follows_count(found: Sequence[Token], amount: Quantity) -> bool:
    """`claims a year`: a noun, not a verb or small word, stands before it."""
    before = found[amount.first - 1] if amount.first else None
    return before is not None and before.kind == "word" and before.low.endswith("s") and len(before.low) > 3


def _named(text: str, amount: Quantity) -> bool:
    """`two-phase`, `four-slide`: part of a name."""
    after = text[amount.end : amount.end + 2]
    return amount.form == "count" and len(after) == 2 and after[0] in "-‐‑" and after[1].isalpha()


def _claim(
    place: Place,
    text: str,
    found: Sequence[Token],
    bounds: tuple[int, int],
    amount: Quantity,
    inside: Sequence[Quantity],
    span: str,
) -> Claim:
    subject, stance = subject_of(found, bounds, amount, inside)
    fromto = amount.shape == "fromto" and amount.high is not None
    value = amount.high if fromto and amount.high is not None else amount.value
    return Claim(
        place,
        one_line(text[amount.start : amount.end]),
        one_line(span),
        value * 100 if amount.form in ("fraction", "ratio") else value,
        amount.value if fromto else None,
        _FAMILY.get(amount.form, amount.form),
        "%" if _FAMILY.get(amount.form) == "share" else _unit(found, text, amount),
        amount.per or _counted_against(found, amount, bounds),
        stance,
        subject,
        scope_of(found, text, bounds, amount),
        _loose(found, amount),
        frozenset(token.low for token in found[max(bounds[0], amount.first - 6) : min(bounds[1], amount.last + 6)]),
    )


def _counted_against(found: Sequence[Token], amount: Quantity, bounds: tuple[int, int]) -> str:
    """What it is so much of: `daily volume`, `2 million daily`, `claims a year`, `every day`, `profit per store`."""
    first, last = max(bounds[0], amount.first - 6), min(bounds[1], amount.last + 8)
    near = [token.low for token in found[first:last]]
    for low, after in pairwise(near):
        if low == "per" or (low in ("every", "each") and after in _PER_DAY):
            return after
    for low, after in pairwise(near[amount.last - first :]):
        if low in ("a", "an") and after in _PER_DAY:
            return after
    if amount.form not in ("money", "count", "time"):
        return ""
    return next((_ADVERBS[low] for low in near if low in _ADVERBS), "")


_ADVERBS: Final = {
    "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year", "annual": "year",
    "annually": "year", "hourly": "hour",
}  # fmt: skip


_ABOUT: Final = bag("about around roughly nearly almost approximately some circa over more ~ ≈ close least up")


def _loose(found: Sequence[Token], amount: Quantity) -> bool:
    """Said roughly: about a third, nearly half, more than 200."""
    before = {token.low for token in found[max(0, amount.first - 3) : amount.first + 1]}
    return bool(before & _ABOUT) or amount.form == "fraction"
