"""Reading one grant: what each kind needs, and what it may not have."""

from datetime import date
from decimal import Decimal
from typing import Final

from coach.offers.model import Dilution, Grant
from coach.offers.scalars import amount, day, less_than_all, name, one_of, part, percent, positive, words
from coach.offers.table import Table
from coach.offers.vesting import read_vesting

_ZERO: Final = Decimal(0)
KINDS: Final = ("rsu", "options", "percent", "psu")
BASES: Final = ("preferred", "409a", "exit", "market")
INSTRUMENTS: Final = ("rsu", "iso", "nso", "rsa", "phantom", "profits-interest", "shares")
# What one kind has and the others may not.
_OWN: Final = {
    "rsu": ("value", "units", "price", "price_by_year", "price_multiple", "price_multiple_by_year"),
    "options": ("units", "strike", "price", "price_by_year"),
    "percent": ("percent", "valuation", "preference_ahead", "dilution_rounds", "units"),
    "psu": ("target", "weight_by_year", "attainment", "attainment_by_year", "payout_curve"),
}


def read_grant(table: Table, start: date | None, years: int) -> Grant:
    """A grant; each problem is reported on the table."""
    grant = Grant(
        id=table.take("id", name, "", required=True),
        kind=table.take("type", one_of(*KINDS), "", required=True),
        vesting=read_vesting(table, start),
        units=table.take("units", amount, None),
        value=table.take("value", amount, None),
        multiples=_yearly(table, "price_multiple", years),
        prices=_yearly(table, "price", years),
        strike=table.take("strike", amount, None),
        percent=table.take("percent", part, None),
        valuation=table.take("valuation", amount, None),
        preference=table.take("preference_ahead", amount, None),
        dilution=tuple(_round(inner) for inner in table.tables("dilution_rounds")),
        target=table.take("target", amount, None),
        attainment=_attainment(table, years),
        curve=_curve(table),
        discount=table.take("liquidity_discount", part, _ZERO),
        stated=table.take("stated_value", amount, None),
        price_basis=table.take("price_basis", one_of(*BASES), ""),
        instrument=table.take("instrument", one_of(*INSTRUMENTS), ""),
        fully_diluted=table.take("fully_diluted", positive, None),
        acceleration=table.take("acceleration", one_of("none", "single", "double"), ""),
        vest_start=table.take("vest_start", day, None) if start else None,
    )
    if grant.value is not None and not grant.multiples:
        grant = grant._replace(multiples=(Decimal(1),) * years)
    table.done()
    _only_its_own(table, grant.kind)
    _enough(table, grant)
    return grant


def _yearly(table: Table, key: str, years: int) -> tuple[Decimal, ...]:
    return _one_of_two(table, key, f"{key}_by_year", years, percent_too=False)


def _attainment(table: Table, years: int) -> tuple[Decimal, ...]:
    return _one_of_two(table, "attainment", "attainment_by_year", years, percent_too=True)


def _one_of_two(table: Table, flat: str, listed: str, years: int, *, percent_too: bool) -> tuple[Decimal, ...]:
    read = percent if percent_too else amount
    if isinstance(table.data.get(flat), list):
        return table.per_year(flat, read, _ZERO, years)
    one, many = table.take(flat, read, None), table.per_year(listed, read, _ZERO, years)
    if one is not None and many:
        table.problem((flat,), f"give either this or {listed}")
    return many or ((one,) * years if one is not None else ())


def _round(table: Table) -> Dilution:
    found = Dilution(table.take("name", words, ""), table.take("dilution", less_than_all, _ZERO, required=True))
    table.done()
    return found


def _curve(table: Table) -> tuple[tuple[Decimal, Decimal], ...]:
    points = []
    for inner in table.tables("payout_curve"):
        points.append(
            (
                inner.take("attainment", percent, _ZERO, required=True),
                inner.take("payout", percent, _ZERO, required=True),
            )
        )
        inner.done()
        if len(points) > 1 and points[-1][0] <= points[-2][0]:
            inner.problem(("attainment",), "expected more than at the point before: the curve runs from left to right")
    return tuple(points)


def _only_its_own(table: Table, kind: str) -> None:
    if not kind:
        return
    foreign = {key for other in _OWN.values() for key in other} - set(_OWN[kind])
    for key in table.data:
        if key in foreign and table.has(key):
            owners = ", ".join(owner for owner, keys in _OWN.items() if key in keys)
            table.problem((key,), f"a grant of type {kind} has no such field; it belongs to {owners}", key=True)


def _enough(table: Table, grant: Grant) -> None:
    if grant.kind == "rsu":
        _either_value_or_units(table, grant)
    elif grant.kind == "options" and not table.has("units"):
        table.problem(("units",), "this field is missing: how many options")
    elif grant.kind == "psu":
        for key, there in (("target", table.has("target")), ("attainment_by_year", grant.attainment)):
            if not there:
                table.problem((key,), "this field is missing")
    elif grant.kind == "percent" and not table.has("percent") and grant.stated is None:
        table.problem(("percent",), "this field is missing: the share of the company")


def _either_value_or_units(table: Table, grant: Grant) -> None:
    if table.has("value") == table.has("units"):
        both = table.has("value")
        message = (
            "give either value or units with price_by_year, not both" if both else "give value, or units with a price"
        )
        table.problem(("value",) if both else (), message)
    elif table.has("units") and table.has("price_multiple"):
        table.problem(("price_multiple",), "a multiple goes with value; units go with price or price_by_year")
    elif table.has("value") and grant.prices:
        table.problem(("price_by_year" if table.has("price_by_year") else "price",), "a price goes with units")
