"""Decimal money and percentages from text; floats never touch money."""

import re
from decimal import ROUND_HALF_UP, Decimal

_NUMBER = re.compile(r"[+-]?(?:\d+(?:_\d+)*)(?:\.\d+(?:_\d+)*)?")
_CENT = Decimal("0.01")


def parse_amount(text: str) -> Decimal:
    """A plain decimal number, `_` allowed between digits; ValueError says what was expected."""
    if not _NUMBER.fullmatch(text.strip()):
        raise ValueError("expected a plain number such as 175000 or 175_000.50")
    return Decimal(text.strip().replace("_", ""))


def parse_percent(text: str) -> Decimal:
    """`8%` as Decimal("0.08"); ValueError says how to write it when the sign is missing."""
    stripped = text.strip()
    if not stripped.endswith("%"):
        raise ValueError(f"expected a percentage such as 8 %; write {stripped} %")
    return parse_amount(stripped[:-1].strip()) / 100


def cents(amount: Decimal) -> Decimal:
    """Rounded half up to two places, for showing; never for further arithmetic."""
    return amount.quantize(_CENT, rounding=ROUND_HALF_UP)


def show_amount(amount: Decimal, places: int = 0) -> str:
    """`1,234,567` or `1,234.50`: thousands separated by commas, rounded half up to `places`."""
    return f"{amount.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP):,f}"


def show_percent(share: Decimal, places: int = 2) -> str:
    """Decimal("0.0825") as `8.25 %`, trailing zeros dropped."""
    text = f"{(share * 100).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + " %"
