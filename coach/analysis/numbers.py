"""Cardinal numbers in digits and words: 190,000 · 2.5M · two hundred and fifty · a quarter of a million · 3 lakh."""

from typing import Final, NamedTuple

from coach.analysis.words import Token, low_at
from coach.analysis.wordset import bag

ONES: Final = {
    name: float(value)
    for value, name in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS: Final = {
    name: float(value * 10)
    for value, name in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES: Final = {
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "lac": 1e5, "crore": 1e7, "k": 1e3,
    "m": 1e6, "mn": 1e6, "mm": 1e6, "mio": 1e6, "b": 1e9, "bn": 1e9, "cr": 1e7, "grand": 1e3, "tn": 1e12,
    "lakhs": 1e5, "lacs": 1e5, "crores": 1e7, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "hundred": 1e2,
    "dozen": 12.0, "l": 1e5,
}  # fmt: skip
PLURALS: Final = {"dozens": 24.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6, "billions": 2e9, "tens": 20.0}
PLURALS_LATE: Final = {"lakhs": 2e5, "crores": 2e7, "scores": 40.0}
_SHORT: Final = bag("k m mn mm mio b bn cr tn l")
_GLUED_ONLY: Final = bag("l m b k")
_GLYPHS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_PARTS: Final = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}


class Number(NamedTuple):
    """A value and the index of the first token after it; `worded` when it was not typed in digits."""

    value: float
    end: int
    worded: bool


def cardinal(found: list[Token], index: int) -> Number | None:
    """The number that begins at token `index`, or None."""
    token = found[index]
    if token.kind == "num":
        return _digits(found, index)
    if token.kind != "word":
        return None
    low = token.low
    if low in ONES or low in TENS or low in ("hundred", "thousand"):
        return _scaled(found, _words(found, index))
    if low in _GLYPHS:
        return _scaled(found, Number(_GLYPHS[low], index + 1, True))
    if low in PLURALS or low in PLURALS_LATE:
        return _plural(found, index)
    if low in ("a", "an", "half"):
        return _article(found, index)
    return Number(2.0, index + (3 if low_at(found, index + 2) == "of" else 2), True) if _couple(found, index) else None


def _couple(found: list[Token], index: int) -> bool:
    return found[index].low == "couple" and low_at(found, index + 1) == "of"


def plain(text: str) -> float | None:
    """The value of digits with separators; None for a version (1.2.3) or an identifier of over 15 digits."""
    bare = text.replace(",", "")
    if bare.count(".") > 1 or len(bare) > 15:
        return None
    return float(bare)


def _digits(found: list[Token], index: int) -> Number | None:
    value = plain(found[index].low)
    if value is None:
        return None
    end = index + 1
    after = found[end] if end < len(found) else None
    if after and after.glued and after.low in _GLYPHS:
        return Number(value + _GLYPHS[after.low], end + 1, False)
    return _scaled(found, Number(value, end, False))


def _scaled(found: list[Token], number: Number | None) -> Number | None:
    """Multiply by the scale words that follow: 2.5M, 3 lakh, two and a half million."""
    if number is None:
        return None
    value, end, worded = number
    value, end = _and_a_half(found, value, end)
    while end < len(found):
        token = found[end]
        scale = SCALES.get(token.low)
        if scale is None or token.kind != "word" or not _scale_fits(found, end):
            break
        value, end = value * scale, end + 1
        if scale in (1e1, 12.0) or token.low in _SHORT:
            continue
        value, end = _rest(found, value, end, scale)
    return Number(value, end, worded)


def _scale_fits(found: list[Token], index: int) -> bool:
    """One-letter scales must touch their number (3 m is a length), but not after a sign of money ($1.2 B)."""
    token = found[index]
    return token.glued or token.low not in _GLUED_ONLY or (index > 1 and found[index - 2].kind == "money")


def _rest(found: list[Token], value: float, end: int, scale: float) -> tuple[float, int]:
    """The smaller part after a scale: two thousand [and] five hundred."""
    start = end + 1 if low_at(found, end) == "and" else end
    if start < len(found) and (found[start].low in ONES or found[start].low in TENS):
        small = _words(found, start)
        if small.value < scale:
            total, stop = small.value, small.end
            if low_at(found, stop) == "thousand" and small.value * 1e3 < scale:
                return _rest(found, value + total * 1e3, stop + 1, 1e3)
            return value + total, stop
    return value, end


def _and_a_half(found: list[Token], value: float, end: int) -> tuple[float, int]:
    if low_at(found, end) == "and" and low_at(found, end + 1) in ("a", "one", "three"):
        part = _PARTS.get(low_at(found, end + 2).rstrip("s"))
        if part is not None:
            return value + part * (3 if low_at(found, end + 1) == "three" else 1), end + 3
    return value, end


def _words(found: list[Token], index: int) -> Number:
    """Units, tens, hundreds and decimals in words, below a thousand (nineteen hundred is 1,900)."""
    value, end = _tens(found, index)
    if low_at(found, end) == "hundred":
        value, end = value * 100, end + 1
        start = end + 1 if low_at(found, end) == "and" else end
        if start < len(found) and (found[start].low in ONES or found[start].low in TENS):
            small, end = _tens(found, start)
            value += small
    if low_at(found, end) == "point" and low_at(found, end + 1) in ONES:
        return _point(found, value, end + 1)
    return Number(value, end, True)


def _tens(found: list[Token], index: int) -> tuple[float, int]:
    low = found[index].low
    if low in TENS:
        unit = ONES.get(low_at(found, index + 1), 0.0)
        return (TENS[low] + unit, index + 2) if 0 < unit < 10 else (TENS[low], index + 1)
    if low in ONES:
        return _spoken_hundreds(found, index)
    return 1.0, index


def _spoken_hundreds(found: list[Token], index: int) -> tuple[float, int]:
    """Eight fifty is 850, two twenty-five 225."""
    value, tens = ONES[found[index].low], TENS.get(low_at(found, index + 1))
    if tens is None or not 0 < value < 10:
        return value, index + 1
    unit = ONES.get(low_at(found, index + 2), 0.0)
    return (value * 100 + tens + unit, index + 3) if 0 < unit < 10 else (value * 100 + tens, index + 2)


def _point(found: list[Token], value: float, end: int) -> Number:
    """Digits said after "point": ninety-nine point nine five."""
    place = 0.1
    for _ in range(6):
        digit = ONES.get(low_at(found, end))
        if digit is None or digit > 9:
            break
        value, place, end = value + digit * place, place / 10, end + 1
    return Number(round(value, 7), end, True)


def _plural(found: list[Token], index: int) -> Number:
    value = PLURALS.get(found[index].low) or PLURALS_LATE[found[index].low]
    end = index + 1
    if low_at(found, end) == "of" and low_at(found, end + 1) in PLURALS:
        return Number(value * PLURALS[low_at(found, end + 1)] / 2, end + 2, True)
    return Number(value, end, True)


def _article(found: list[Token], index: int) -> Number | None:
    """A hundred, a million, half a million, a quarter of a million, a couple of, a dozen."""
    low, after = found[index].low, low_at(found, index + 1)
    if low == "half" and after in ("a", "million", "billion"):
        scale = low_at(found, index + 2) if after == "a" else after
        if scale in SCALES and scale not in _SHORT:
            return Number(0.5 * SCALES[scale], index + (3 if after == "a" else 2), True)
        return None
    if low == "half":
        return None
    if after == "couple":
        return Number(2.0, index + (3 if low_at(found, index + 2) == "of" else 2), True)
    if after in _PARTS and low_at(found, index + 2) == "of" and low_at(found, index + 3) in ("a", "one"):
        scale = low_at(found, index + 4)
        if scale in SCALES and scale not in _SHORT:
            return Number(_PARTS[after] * SCALES[scale], index + 5, True)
        return None
    if after in SCALES and after not in _SHORT:
        return _scaled(found, Number(1.0, index + 1, True))
    return None
