"""One amount at a time: percentiles, money, shares, fractions, ratios, factors, times, sizes, dates, counts."""

from collections.abc import Callable
from typing import Final, NamedTuple

from coach.analysis import units
from coach.analysis.dates import date_end
from coach.analysis.numbers import Number, cardinal
from coach.analysis.words import Token, low_at
from coach.analysis.wordset import bag


class Amount(NamedTuple):
    """A value with form and unit; `end` is the first token after it, `scale` its unit in base units."""

    value: float
    form: str
    unit: str
    end: int
    scale: float = 1.0


_COMPARED: Final = bag(
    "of fewer less more faster slower cheaper lower higher shorter longer quicker better worse as smaller bigger"
)
_TIME_CUES: Final = bag(
    "by within under in adding adds added pay pays takes took take lost saved save saves wait waits waited lose "
    "loses cost costs waiting over about almost nearly than them us me nurse each spend spends spent"
)
_LATE: Final = bag("late early earlier sooner faster slower longer later quicker less more ahead behind back")
_NOT_COUNTED: Final = bag("of in to and or per a the at for from by is was were are % percent with on")
_AFTER_SHARE: Final = bag("off in on at from within and but between over last this since after when because while")
_ROUND: Final = frozenset({3, 4, 5, 6, 8, 10, 12, 20, 25, 30, 40, 50, 100, 1000})
_MULTIPLIED: Final = bag(
    "as the more less faster slower fewer higher lower cheaper bigger larger smaller longer that what our its "
    "normal usual better worse over current today's average their your"
)
_NOT_HALVED: Final = bag(
    "full empty term baked hearted asleep dead open closed finished done decent joking marathon brother moon light "
    "serious truth awake drunk forgotten"
)
_TENS_ORDINAL: Final = bag("twenty thirty forty fifty sixty seventy eighty ninety")
_NOT_DOUBLED: Final = bag(
    "charge charges charged charging down check checks checked click entry booking bookings booked digit edged room "
    "blind diamond spending payment payments counting"
)


def single(found: list[Token], index: int) -> Amount | None:
    """The amount that begins at token `index`, without ranges and rates."""
    token = found[index]
    if token.kind == "tail":
        return Amount(float(token.low[1:]), "tail", "percentile", index + 1)
    if token.kind == "money":
        return _money(found, index)
    low = token.low
    if low in units.FACTOR_WORDS:
        return _factor_word(found, index)
    if low in units.PARTS or (low in ("a", "an") and low_at(found, index + 1) in units.PARTS):
        part = _part(found, index)
        if part is not None:
            return part
    percentile = _percentile(found, index)
    if percentile is not None:
        return percentile
    number = cardinal(found, index)
    if number is None:
        return _article_time(found, index)
    return _after(found, index, number)


def _money(found: list[Token], index: int) -> Amount | None:
    unit = units.CURRENCY_SIGNS.get(found[index].low, "USD")
    start = index + 1
    if low_at(found, start) in ("$", "."):
        start += 1
    number = cardinal(found, start) if start < len(found) and found[start].kind == "num" else None
    if number is None:
        return None
    end = number.end + (low_at(found, number.end) in units.CURRENCY_WORDS)
    return Amount(number.value, "money", unit, end)


def _factor_word(found: list[Token], index: int) -> Amount | None:
    low, after = found[index].low, low_at(found, index + 1)
    if low in ("double", "triple", "treble", "halves", "quadruple") and after in _NOT_DOUBLED:
        return None
    if low in ("twice", "thrice") and after not in _MULTIPLIED:
        # How often, not how much: asked twice, charged twice.
        return None
    return Amount(units.FACTOR_WORDS[low], "factor", "x", index + 1)


def _part(found: list[Token], index: int) -> Amount | None:
    """Half, a third, a quarter: as a share, not as an ordinal or a period."""
    article = found[index].low in ("a", "an")
    at = index + article
    low, before, after = found[at].low, low_at(found, index - 1), low_at(found, at + 1)
    whole = units.SECONDS.get(low_at(found, at + 3)) if after == "of" and low_at(found, at + 2) in ("a", "an") else None
    if whole is not None and article:
        return Amount(whole / units.PARTS[low], "time", "s", at + 4, whole)
    if low == "half":
        return _half(found, index, at)
    if not article and before != "by":
        return None
    if before in ("by", "about", "over", "nearly", "almost", "roughly") or after in _COMPARED:
        if low == "second" or (after == "of" and low_at(found, at + 2) in ("a", "an") and low == "quarter"):
            return None if cardinal(found, index) else Amount(0.25, "fraction", "", at + 1)
        return Amount(1 / units.PARTS[low], "fraction", "", at + 1)
    ends = at + 1 >= len(found) or found[at + 1].kind != "word" or after in _AFTER_SHARE
    return Amount(1 / units.PARTS[low], "fraction", "", at + 1) if ends and low != "quarter" else None


def _half(found: list[Token], index: int, at: int) -> Amount | None:
    before, after = low_at(found, index - 1), low_at(found, at + 1)
    if before in ("first", "second", "other", "better") or after in ("past", "way", "million", "billion", "time"):
        return None
    if after in _NOT_HALVED or (after == "the" and low_at(found, at + 2) == "battle"):
        return None
    if after in ("a", "an") and low_at(found, at + 2) in ("million", "billion", "thousand"):
        return None
    unit = low_at(found, at + 2) if after in ("a", "an") else after
    if unit in units.SECONDS and (after in ("a", "an") or found[at + 1].glued):
        seconds = units.SECONDS[unit]
        return Amount(seconds / 2, "time", "s", at + (3 if after in ("a", "an") else 2), seconds)
    return Amount(0.5, "fraction", "", at + 1)


def _percentile(found: list[Token], index: int) -> Amount | None:
    """99th percentile, ninety-fifth percentile, 99.9 percentile."""
    if found[index].kind == "num":
        at = index + 1 + (low_at(found, index + 1) in ("th", "st", "nd", "rd"))
        if low_at(found, at) in ("percentile", "centile"):
            return Amount(float(found[index].low.replace(",", "") or 0), "tail", "percentile", at + 1)
        return None
    tens = found[index].low in _TENS_ORDINAL
    at = index + tens
    if low_at(found, at) in units.ORDINALS and low_at(found, at + 1) in ("percentile", "centile"):
        number = cardinal(found, index) if tens else None
        return Amount((number.value if number else 0) + units.ORDINALS[low_at(found, at)], "tail", "percentile", at + 2)
    return None


def _article_time(found: list[Token], index: int) -> Amount | None:
    """An hour, a day: an amount after "takes", "by" … or before "late", "faster" …; else a period (see `_per`)."""
    if found[index].low not in ("a", "an") or low_at(found, index + 1) not in units.SECONDS:
        return None
    seconds = units.SECONDS[low_at(found, index + 1)]
    end = index + 2
    if low_at(found, end) == "and" and low_at(found, end + 1) == "a" and low_at(found, end + 2) == "half":
        return Amount(seconds * 1.5, "time", "s", end + 3, seconds)
    if low_at(found, index - 1) in _TIME_CUES or low_at(found, end) in _LATE:
        return Amount(seconds, "time", "s", end, seconds)
    return None


def _after(found: list[Token], index: int, number: Number) -> Amount | None:
    """What the words after a number make of it."""
    for reading in _READINGS:
        amount = reading(found, index, number)
        if amount is not None:
            return amount
    if low_at(found, index) == "one" and number.end == index + 1:
        near = low_at(found, index - 1)
        return Amount(1.0, "count", "", number.end) if near in ("to", "from") else None
    return Amount(number.value, "count", "", number.end)


def _date(found: list[Token], index: int, number: Number) -> Amount | None:
    end = date_end(found, index, number)
    return Amount(number.value, "date", "", end) if end else None


def _percent(found: list[Token], index: int, number: Number) -> Amount | None:
    low, after, end = low_at(found, number.end), low_at(found, number.end + 1), number.end
    if low in units.PERCENT:
        if after in ("point", "points") or (low == "percentage" and after):
            return Amount(number.value, "points", "pp", end + 2)
        return Amount(number.value, "percent", "%", end + 1)
    if low == "per" and after in ("cent", "hundred"):
        points = low_at(found, end + 2) in ("point", "points")
        return Amount(number.value, "points" if points else "percent", "pp" if points else "%", end + 2 + points)
    if low in units.BASIS or (low == "basis" and after in ("point", "points")):
        return Amount(number.value, "points", "bp", end + (1 if low in units.BASIS else 2))
    return Amount(number.value, "points", "pt", end + 1) if low in units.POINTS else None


def _nouned_ratio(found: list[Token], index: int, number: Number) -> Amount | None:
    """One search in twenty, three shoppers in five, one honest fan in forty."""
    if number.value > 99 or number.value != int(number.value):
        return None
    for at in range(number.end + 1, min(number.end + 3, len(found) - 1)):
        if found[at - 1].kind != "word" or found[at - 1].low in _NOT_COUNTED:
            return None
        if found[at].low in ("in", "out") and found[at - 1].low not in units.SECONDS:
            start = at + (2 if low_at(found, at + 1) in ("of", "every") else 1)
            whole = cardinal(found, start) if start < len(found) else None
            if whole is None or not _is_share(found, number, whole):
                return None
            return Amount(number.value / whole.value, "ratio", f"/{whole.value:g}", whole.end)
    return None


def _is_share(found: list[Token], number: Number, whole: Number) -> bool:
    """Three shoppers in five is a share, three talks in five countries is not."""
    if not number.value < whole.value <= 1000 or low_at(found, whole.end) in units.SECONDS:
        return False
    ends = whole.end >= len(found) or found[whole.end].kind != "word"
    return number.value == 1 or ends or (whole.value in _ROUND and not low_at(found, whole.end).endswith("s"))


def _ratio(found: list[Token], index: int, number: Number) -> Amount | None:
    """One in eight, 95 in 100, 3 out of 4, nine of ten, 1/3."""
    low, after, end = low_at(found, number.end), low_at(found, number.end + 1), number.end
    if low == "of" and number.value == 1:
        # One of five queues is a choice among them and no share.
        return None
    if low in ("out", "in", "of") and after in ("of", "every", "each"):
        start = end + 2 + (low_at(found, end + 2) in ("every", "each", "the"))
    elif low in ("in", "of") or (low == "/" and found[end].glued) or _from_whole(found, index, number):
        start = end + 1
    else:
        return None
    whole = cardinal(found, start) if start < len(found) else None
    if whole is None or not 0 < number.value < whole.value or number.value != int(number.value):
        return None
    if low == "in" and after != "every" and (low_at(found, whole.end) in units.SECONDS or 1900 <= whole.value <= 2100):
        return None
    return Amount(number.value / whole.value, "ratio", f"/{whole.value:g}", whole.end)


def _from_whole(found: list[Token], index: int, number: Number) -> bool:
    """ "99 from 100 changes", as said in other languages."""
    end = number.end
    whole = cardinal(found, end + 1) if low_at(found, end) == "from" and end + 1 < len(found) else None
    if whole is None or low_at(found, index - 1) in ("to", "at", "is", "now", "by"):
        return False
    return whole.value in (10, 100, 1000) and number.value * 2 >= whole.value


def _fraction(found: list[Token], index: int, number: Number) -> Amount | None:
    low, after = low_at(found, number.end), low_at(found, number.end + 1)
    if low not in units.PARTS or number.value > 99 or low in units.PERCENT:
        return None
    if low in ("quarter", "quarters") and after != "of" and low_at(found, index - 1) not in ("by", "about", "than"):
        return None
    return Amount(number.value / units.PARTS[low], "fraction", "", number.end + 1)


def _times(found: list[Token], index: int, number: Number) -> Amount | None:
    low, after = low_at(found, number.end), low_at(found, number.end + 1)
    if low not in units.TIMES:
        return None
    if low == "times" and after not in _MULTIPLIED:
        return Amount(number.value, "count", "times", number.end + 1)
    return Amount(number.value, "factor", "x", number.end + 1)


def _time(found: list[Token], index: int, number: Number) -> Amount | None:
    low, end = low_at(found, number.end), number.end
    seconds = units.SECONDS.get(low)
    if seconds is None or (low in units.GLUED_SECONDS and number.worded):
        return None
    total, end = number.value * seconds, end + 1
    start = end + (low_at(found, end) == "and")
    rest = cardinal(found, start) if start < len(found) and found[start].kind in ("num", "word") else None
    smaller = units.SECONDS.get(low_at(found, rest.end)) if rest else None
    if rest and smaller and smaller < seconds and rest.value * smaller < seconds:
        total, end = total + rest.value * smaller, rest.end + 1
    return Amount(total, "time", "s", end, seconds)


def _unit(found: list[Token], index: int, number: Number) -> Amount | None:
    low, end = low_at(found, number.end), number.end
    if low in units.CURRENCY_WORDS and not (low == "pounds" and low_at(found, end + 1) in ("lighter", "heavier")):
        return Amount(number.value, "money", units.CURRENCY_WORDS[low], end + 1)
    if low in units.RATES:
        return Amount(number.value, "rate", low, end + 1)
    if low in units.SIZES:
        return Amount(number.value, "size", low, end + 1)
    return None


_READINGS: Final[tuple[Callable[[list[Token], int, Number], Amount | None], ...]] = (
    _date, _percent, _ratio, _nouned_ratio, _fraction, _times, _time, _unit,
)  # fmt: skip
