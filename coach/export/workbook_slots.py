"""Every input of an offers file: its field name, its words, its kind and its values."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from coach.export.workbook_cells import Value
from coach.offers.model import Grant, Offer, Offers

CHOICES: Final = {
    "clawback.type": ("pro_rata", "full"),
    "partial_steps": ("floor", "linear"),
}


class Slot(NamedTuple):
    """One row of inputs; a row along the years has a value for each."""

    path: str
    label: str
    kind: str
    values: tuple[Value, ...]
    along: bool = False
    note: str = ""


def _one(path: str, label: str, kind: str, value: Value, note: str = "") -> Slot:
    return Slot(path, label, kind, (value,), False, note)


def general(offers: Offers) -> list[Slot]:
    """What holds for the whole file."""
    found = [
        _one("reference", "Reference offer (id)", "text", offers.reference, "the others are compared with it"),
        _one("discount_rate", "Discount rate", "percent", offers.discount, "what a year of waiting costs"),
    ]
    for code, rate in offers.fx.items():
        note = f"as of {rate.as_of.isoformat()}"
        found.append(_one(f"fx.{code}.rate", f"{offers.currency} for one {code}", "rate", rate.rate, note))
    return found


def of_offer(offer: Offer) -> list[Slot]:
    """An offer's own fields, without its grants."""
    return [_named(offer, slot) for slot in (*_pay(offer), *_sign_ons(offer), *_settlement(offer), *_beside(offer))]


def _named(offer: Offer, slot: Slot) -> Slot:
    return slot._replace(path=f"{offer.id}.{slot.path}")


def _pay(offer: Offer) -> Iterator[Slot]:
    yield _one("company", "Company", "text", offer.company)
    yield _one("role", "Role", "text", offer.role)
    yield _one("start_date", "Start date", "date", offer.start)
    yield _one("base_salary", "Base salary", "money", offer.base, f"a year, in {offer.currency}")
    yield _one("annual_raise", "Annual raise", "percent", offer.increase)
    yield _one("target_bonus.percent", "Target bonus", "percent", offer.bonus.percent, "of base")
    yield _one("target_bonus.expected_payout", "Expected payout", "percent", offer.bonus.payout, "100 % is target")


def _sign_ons(offer: Offer) -> Iterator[Slot]:
    for at, paid in enumerate(offer.sign_ons, 1):
        yield _one(f"sign_on.{at}.year", f"Sign-on {at}: year", "whole", Decimal(paid.year), "first day of that year")
        yield _one(f"sign_on.{at}.amount", f"Sign-on {at}: amount", "money", paid.amount)
        if paid.clawback:
            kind = "full" if paid.clawback.full else "pro_rata"
            months = Decimal(paid.clawback.months)
            yield _one(f"sign_on.{at}.clawback.months", f"Sign-on {at}: clawback months", "whole", months)
            yield _one(f"sign_on.{at}.clawback.type", f"Sign-on {at}: clawback", "text", kind, "pro_rata or full")


def _settlement(offer: Offer) -> Iterator[Slot]:
    clause = offer.settlement
    if clause is None:
        return
    head = "settlement_bonus"
    kind = "linear" if clause.linear else "floor"
    yield _one(f"{head}.metric", "Settlement bonus: metric", "text", clause.metric)
    yield _one(f"{head}.per_step", "Settlement bonus: per step", "money", clause.per_step)
    yield _one(f"{head}.step", "Settlement bonus: step", "percent", clause.step, "above baseline")
    yield _one(f"{head}.partial_steps", "Settlement bonus: steps", "text", kind, "floor (full only) or linear")
    yield _one(f"{head}.cap_per_year", "Settlement bonus: cap a year", "money", clause.cap, "empty: none")
    yield Slot(f"{head}.gain_by_year", "Gain above baseline", "percent", clause.gains, True)


def _beside(offer: Offer) -> Iterator[Slot]:
    yield _one("benefits.annual_value", "Benefits a year", "money", offer.benefits, "beside the total")
    if offer.match:
        head = "benefits.retirement_match"
        yield _one(f"{head}.employee", "Retirement: you save", "percent", offer.match.employee, "of base")
        yield _one(f"{head}.rate", "Retirement: match rate", "percent", offer.match.rate)
        yield _one(f"{head}.limit", "Retirement: matched up to", "percent", offer.match.limit, "of base")
        yield _one(f"{head}.cap", "Retirement: pay that counts", "money", offer.match.cap, "empty: all of it")
    yield _one("tax.cash_rate", "Tax on cash", "percent", offer.cash_tax, "flat; empty: before tax")
    yield _one("tax.equity_rate", "Tax on equity", "percent", offer.equity_tax, "flat; empty: before tax")
    yield _one("cost_of_living_index", "Cost-of-living index", "rate", offer.living)


def of_grant(offer: Offer, grant: Grant) -> list[Slot]:
    """A grant's fields: those of its kind only."""
    slots = (*_worth(grant), *_vesting(grant, offer.start))
    return [slot._replace(path=f"{offer.id}.{grant.id}.{slot.path}") for slot in slots]


def _worth(grant: Grant) -> Iterator[Slot]:
    yield from _amounts(grant)
    if grant.kind != "psu" and grant.prices:
        yield Slot("price_by_year", "Price of a share", "price", grant.prices, True)
    if grant.value is not None:
        yield Slot("price_multiple_by_year", "Price multiple", "rate", grant.multiples, True)
    if grant.kind == "psu":
        yield Slot("attainment_by_year", "Attainment", "percent", grant.attainment, True)
        for at, (attained, paid) in enumerate(grant.curve, 1):
            yield _one(f"payout_curve.{at}.attainment", f"Curve point {at}: attainment", "percent", attained)
            yield _one(f"payout_curve.{at}.payout", f"Curve point {at}: payout", "percent", paid, "of target")
    for at, later in enumerate(grant.dilution, 1):
        label = f"Dilution {at}" + (f": {later.name}" if later.name else "")
        yield _one(f"dilution_rounds.{at}.dilution", label, "percent", later.share)
    yield _one("liquidity_discount", "Liquidity discount", "percent", grant.discount)
    if grant.stated is not None:
        yield _one(
            "stated_value", "Value they stated", "money", grant.stated, "checked, not used" * is_worked_out(grant)
        )


def is_worked_out(grant: Grant) -> bool:
    """Whether the grant's parts are enough to work its value out; else the value that was stated counts."""
    if grant.kind == "percent":
        return grant.percent is not None and grant.valuation is not None
    if grant.kind == "options":
        return bool(grant.prices) and grant.strike is not None
    return grant.kind == "psu" or grant.value is not None or bool(grant.prices)


def _amounts(grant: Grant) -> Iterator[Slot]:
    rows = (
        ("units", "Units", "rate", grant.units),
        ("value", "Value at grant", "money", grant.value),
        ("strike", "Strike", "price", grant.strike),
        ("percent", "Share of the company", "percent", grant.percent),
        ("valuation", "Valuation", "money", grant.valuation),
        ("target", "Target value", "money", grant.target),
    )
    for path, label, kind, value in rows:
        if value is not None:
            yield _one(path, label, kind, value)
    if grant.kind == "percent" and grant.valuation is not None:
        yield _one("preference_ahead", "Preference ahead of common", "money", grant.preference, "empty: none")


def _vesting(grant: Grant, start: date | None) -> Iterator[Slot]:
    vesting = grant.vesting
    if vesting.fractions:
        yield Slot("vesting.years", "Vests at the end of year", "percent", vesting.fractions, True, "of its own years")
    else:
        yield _one("vesting.months", "Vesting months", "whole", Decimal(vesting.months))
        yield _one("vesting.cliff", "Cliff (months)", "whole", Decimal(vesting.cliff))
        yield _one("vesting.every", "Vests every (months)", "whole", Decimal(vesting.every))
    yield _one("grant_year", "Granted in year", "whole", Decimal(vesting.grant_year))
    if start and grant.vest_start:
        yield _one("vest_start", "Vesting begins", "date", grant.vest_start)
