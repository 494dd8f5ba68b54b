"""The quantity grammar: which amounts a text names, in digits or words, with their units and their places."""

from typing import Final, NamedTuple

from coach.analysis import units
from coach.analysis.forms import Amount, single
from coach.analysis.numbers import cardinal
from coach.analysis.words import Token, tokens
from coach.analysis.wordset import bag

_ARROWS: Final = frozenset({"→", "->", "=>"})
_OPEN_SIGNS: Final = bag("< > ≤ ≥ ~ ≈ + − <= >=")


class Quantity(NamedTuple):
    """An amount in the text.

    `form` is money, percent, points, time, rate, tail, fraction, ratio, factor, size, date or count; `unit` a currency
    code, "s" (value in seconds), "%" … ; `high` the second end of a range or the "to" of a from-to pair; `shape` is
    "", range, fromto or target; `per` what it is counted against ("second", "order").
    """

    start: int
    end: int
    value: float
    high: float | None
    form: str
    unit: str
    shape: str
    per: str
    first: int
    last: int


def quantities(text: str) -> list[Quantity]:
    """Every quantity of `text`, in order and without overlaps."""
    return scan(tokens(text))


def scan(found: list[Token]) -> list[Quantity]:
    """Every quantity among `found`."""
    result: list[Quantity] = []
    index, count = 0, len(found)
    while index < count:
        quantity = _at(found, index) if _may_begin(found[index]) else None
        if quantity is None:
            index += 1
        else:
            result.append(quantity)
            index = quantity.last
    return result


_STARTERS: Final = bag(
    "a an half couple third quarter hundreds thousands millions billions dozens tens lakhs crores"
) | frozenset(units.FACTOR_WORDS)


def _may_begin(token: Token) -> bool:
    if token.kind == "word":
        low = token.low
        return low in _STARTERS or low in _NUMBER_WORDS
    return token.kind in ("num", "money", "tail", "sign")


_NUMBER_WORDS: Final = bag(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand ½ ¼ ¾ ⅓ ⅔ "
    "fiftieth ninetieth"
)


def _at(found: list[Token], index: int) -> Quantity | None:
    sign = ""
    start = index
    if found[index].kind == "sign":
        sign = found[index].low
        index += 1
        if sign not in _OPEN_SIGNS or index >= len(found) or found[index].kind not in ("num", "money"):
            return None
    amount = single(found, index)
    if amount is None:
        return None
    shape = "target" if sign in ("<", ">", "≤", "≥", "<=", ">=") else ""
    amount, high, joined = _joined(found, index, amount)
    per, end = _per(found, amount)
    return Quantity(
        found[start].start, found[end - 1].end, amount.value, high, amount.form, amount.unit, joined or shape, per,
        start, end,
    )  # fmt: skip


def _joined(found: list[Token], index: int, amount: Amount) -> tuple[Amount, float | None, str]:
    """Join the second end of a range or of a from-to pair."""
    link = _link(found, index, amount.end)
    if link is None:
        return amount, None, ""
    shape, start = link
    if start >= len(found):
        return amount, None, ""
    second = single(found, start)
    if second is None or second.form == "date" or not _agree(amount, second, shape):
        return amount, None, ""
    factor = _shared_scale(found, amount, second, start)
    first_value = amount.value * factor
    if amount.form == "count" and second.form == "time":
        first_value = amount.value * second.scale
    form = amount.form if second.form == "count" else second.form
    # From 50 minutes to 12: the unit is said once.
    high = second.value * (amount.scale if form == "time" and second.form == "count" else 1.0)
    return Amount(first_value, form, second.unit or amount.unit, second.end, second.scale), high, shape


def _agree(first: Amount, second: Amount, shape: str) -> bool:
    if first.form == "count":
        return second.form not in ("tail", "factor", "fraction") and not first.unit
    if second.form == "count":
        return first.form == "money" or (first.form == "time" and shape == "fromto")
    return first.form == second.form and (first.unit == second.unit or first.form == "time")


def _shared_scale(found: list[Token], first: Amount, second: Amount, start: int) -> float:
    """In "$2-3M" the scale belongs to both ends."""
    typed = cardinal(found, start + (found[start].kind == "money"))
    if typed is None or typed.worded or second.value < 1e3 or first.value >= 1e3:
        return 1.0
    raw = found[start + (found[start].kind == "money")].low.replace(",", "")
    scale = second.value / float(raw) if raw.replace(".", "", 1).isdigit() and float(raw) else 1.0
    return scale if scale >= 1e3 else 1.0


def _link(found: list[Token], index: int, end: int) -> tuple[str, int] | None:
    if end + 1 >= len(found):
        return None
    low, before = found[end].low, found[index - 1].low if index else ""
    if low in _ARROWS:
        return "fromto", end + 1
    if low in ("down", "up") and found[end + 1].low == "to":
        return "fromto", end + 2
    if low == "to":
        return ("fromto" if before in ("from", "went", "was", "of", "at") else "range"), end + 1
    if found[end].kind == "range" or (low == "or" and found[index].kind == "word"):
        return "range", end + 1
    return ("range", end + 1) if low == "and" and before == "between" else None


def _per(found: list[Token], amount: Amount) -> tuple[str, int]:
    """What the amount is counted against: per second, /s, a day, each order."""
    end = amount.end
    if end + 1 >= len(found) or amount.form in ("date", "tail"):
        return "", end
    low, after = found[end].low, found[end + 1].low
    if low in ("a", "an"):
        timed = (after in units.PERIODS and after in units.SECONDS) or after in ("person", "head", "seat", "customer")
        return (after, end + 2) if timed and amount.form not in ("fraction", "factor") else ("", end)
    if low in ("per", "each", "every", "/"):
        return (after, end + 2) if after in units.PERIODS else ("", end)
    return "", end
