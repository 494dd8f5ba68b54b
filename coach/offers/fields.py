"""Every number a file states, by its field name: what can be moved, solved for, and varied."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from coach.money import parse_amount, parse_percent
from coach.offers.model import Offers

_NOT_DRIVERS: Final = (
    "id", "year", "years", "months", "cliff", "every", "grant_year", "stated_value", "stated_total", "fully_diluted",
    "start_date", "vest_start", "cost_of_living_index", "cap", "payout_curve", "weight_by_year", "vesting", "clawback",
    "not_stated", "verbal", "company", "role", "currency",
)  # fmt: skip


def number(text: Any) -> Decimal | None:
    """A text as the number it states, with or without a percent sign; None if it is none."""
    if not isinstance(text, str):
        return None
    try:
        return parse_percent(text) if text.strip().endswith("%") else parse_amount(text)
    except ValueError:
        return None


def drivers(offers: Offers) -> list[tuple[str, Any]]:
    """The fields that can be varied, each with the text or list of texts that the file states."""
    found = []
    for offer in offers.raw["offers"]:
        own = {key: node for key, node in offer.items() if key != "equity"}
        found += [(f"{offer['id']}.{path}", node) for path, node in _leaves(own)]
        for grant in offer.get("equity") or []:
            found += [(f"{offer['id']}.{grant['id']}.{path}", node) for path, node in _leaves(grant)]
    return found


def _leaves(node: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, inner in node.items():
        if key in _NOT_DRIVERS:
            continue
        if isinstance(inner, dict):
            yield from ((f"{key}.{path}", leaf) for path, leaf in _leaves(inner))
        elif isinstance(inner, list):
            yield from _listed(key, inner)
        elif number(inner):
            yield key, inner


def _listed(key: str, entries: list[Any]) -> Iterator[tuple[str, Any]]:
    if all(number(each) is not None for each in entries):
        if any(number(each) for each in entries):
            yield key, entries
        return
    for at, each in enumerate(entries, 1):
        if isinstance(each, dict):
            yield from ((f"{key}.{at}.{path}", leaf) for path, leaf in _leaves(each))
