"""The value of a cell as the offers file writes it."""

from datetime import datetime
from decimal import Decimal
from typing import Any


def written(kind: str, value: Any) -> str | None:
    """A cell's value as the offers file writes it: what is no number stays text, for the reader to refuse."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return str(value)
    number = value if isinstance(value, Decimal) else Decimal(repr(value))
    if kind == "percent":
        return f"{plain(number * 100)}%"
    return plain(number)


def plain(number: Decimal) -> str:
    """Without an exponent and without zeros at the end of the fraction."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
