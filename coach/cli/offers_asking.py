"""The main figures of two offers, asked for on the terminal."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coach.terminal.port import Port


def ask_offers(port: "Port") -> str:
    """Two offers, Enter for what was not stated; the rest is added in the file."""
    from coach.offers.scalars import currency
    from coach.offers.starter import whole
    from coach.offers.write import dump

    code = port.ask("Currency to compare in", "USD", _checked(currency))
    offers = [
        _ask_offer(port, title, default)
        for title, default in (("Your job or first offer", "current"), ("The new offer", "new"))
    ]
    if offers[0]["id"] == offers[1]["id"]:
        offers[1]["id"] += "-2"
    head = "# What you were not told is in not_stated. All there is to say: coach offers new -o - --no-input\n"
    return head + dump(whole(offers, code))


def _ask_offer(port: "Port", title: str, default: str) -> dict[str, Any]:
    from coach.offers.scalars import amount, percent

    company = port.ask(f"{title}: company", "", lambda text: "")
    offer: dict[str, Any] = {
        "id": re.sub(r"[^a-z0-9]+", "-", company.lower()).strip("-") or default,
        "company": company,
    }
    offer["base_salary"] = port.ask("Base salary a year", "", _checked(amount))
    untold = []
    bonus = port.ask("Target bonus, such as 10 % (Enter: not stated)", "", _optional(_checked(percent)))
    sign_on = port.ask("Sign-on in year 1 (Enter: none)", "", _optional(_checked(amount)))
    equity = port.ask("Equity in shares, value over four years (Enter: not stated)", "", _optional(_checked(amount)))
    if bonus:
        offer["target_bonus"] = {"percent": bonus, "expected_payout": "100%"}
    else:
        untold.append("target_bonus")
    if sign_on:
        offer["sign_on"] = [{"year": "1", "amount": sign_on}]
    if equity:
        offer["equity"] = [{"id": "grant", "type": "rsu", "value": equity, "vesting": {"schedule": "25x4"}}]
    else:
        untold.append("equity")
    return offer | ({"not_stated": untold} if untold else {})


def _checked(read: Callable[[str], object]) -> Callable[[str], str]:
    def check(text: str) -> str:
        try:
            read(text)
        except ValueError as error:
            return str(error)
        return ""

    return check


def _optional(check: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: check(text) if text.strip() else ""
