"""Texts of an offers file as values; a ValueError says what was expected."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final

from coach.days import parse_day
from coach.money import parse_amount, parse_percent

MOST: Final = Decimal(10) ** 13
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_CURRENCY = re.compile(r"[A-Z]{3}")


def _bounded(number: Decimal) -> Decimal:
    if abs(number) > MOST:
        raise ValueError("expected at most 10 trillion")
    if not number.is_zero() and number.as_tuple().exponent < -20:  # type: ignore[operator]
        raise ValueError("expected at most 20 decimal places")
    return number


def amount(text: str) -> Decimal:
    """A number of zero or more."""
    number = _bounded(parse_amount(text))
    if number < 0:
        raise ValueError("expected zero or more, not a negative number")
    return number


def positive(text: str) -> Decimal:
    """A number above zero."""
    number = amount(text)
    if not number:
        raise ValueError("expected a number above zero")
    return number


def any_percent(text: str) -> Decimal:
    """A percentage above -100 %: a raise or a gain may be negative."""
    share = _bounded(parse_percent(text))
    if share <= -1 or share > 100:
        raise ValueError("expected a percentage above -100 % and up to 10000 %")
    return share


def percent(text: str) -> Decimal:
    """A percentage of zero or more: a bonus or an attainment may be above 100 %."""
    share = any_percent(text)
    if share < 0:
        raise ValueError("expected a percentage of zero or more")
    return share


def positive_percent(text: str) -> Decimal:
    """A percentage above zero."""
    share = percent(text)
    if not share:
        raise ValueError("expected a percentage above zero")
    return share


def part(text: str) -> Decimal:
    """A percentage from 0 to 100."""
    share = percent(text)
    if share > 1:
        raise ValueError("expected a percentage from 0 % to 100 %")
    return share


def less_than_all(text: str) -> Decimal:
    """A percentage from 0 to just under 100."""
    share = part(text)
    if share == 1:
        raise ValueError("expected a percentage below 100 %")
    return share


def whole(least: int, most: int) -> Callable[[str], int]:
    """A whole number between two bounds."""

    def read(text: str) -> int:
        if not re.fullmatch(r"[+-]?\d{1,6}", text.strip()) or not least <= int(text) <= most:
            raise ValueError(f"expected a whole number from {least} to {most}")
        return int(text)

    return read


def one_of(*words: str) -> Callable[[str], str]:
    """One of a few words."""

    def read(text: str) -> str:
        if text not in words:
            raise ValueError(f"expected one of: {', '.join(words)}")
        return text

    return read


def name(text: str) -> str:
    """An id: small letters, digits and hyphens."""
    if not _ID.fullmatch(text):
        raise ValueError("expected an id of small letters, digits and hyphens, such as fintech-pm")
    return text


def currency(text: str) -> str:
    """An ISO 4217 code."""
    if not _CURRENCY.fullmatch(text):
        raise ValueError("expected a currency code of three capital letters, such as USD")
    return text


def day(text: str) -> date:
    """An ISO date with hyphens."""
    if len(text.strip()) != 10:
        raise ValueError("expected a date such as 2026-12-03")
    return parse_day(text)


def words(text: str) -> str:
    """Free text, as written."""
    if len(text) > 30_000:
        raise ValueError("expected at most 30,000 characters")
    return text


NO_DAY: Final = date(1970, 1, 1)


def is_currency(text: str) -> bool:
    """Whether it is written like a currency code."""
    return bool(_CURRENCY.fullmatch(text))
