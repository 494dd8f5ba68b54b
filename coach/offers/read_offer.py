"""Reading one offer: cash, bonuses, benefits, tax, grants."""

from datetime import date
from decimal import Decimal
from typing import Final

from coach.offers import scalars as s
from coach.offers.model import MAX_YEARS, Bonus, Clawback, Grant, Match, Offer, Settlement, SignOn
from coach.offers.read_equity import read_grant
from coach.offers.table import Table

_ZERO: Final = Decimal(0)
_ONE: Final = Decimal(1)


def read_offer(table: Table, base_currency: str, years: int) -> Offer:
    """An offer; each problem is reported on the table."""
    start = table.take("start_date", s.day, None)
    tax, benefits = table.table("tax"), table.table("benefits")
    offer = Offer(
        id=table.take("id", s.name, "", required=True),
        company=table.take("company", s.words, ""),
        role=table.take("role", s.words, ""),
        currency=table.take("currency", s.currency, base_currency),
        start=start,
        base=table.take("base_salary", s.amount, _ZERO, required=True),
        increase=table.take("annual_raise", s.any_percent, _ZERO),
        bonus=_bonus(table.table("target_bonus")),
        sign_ons=tuple(_sign_on(inner) for inner in table.tables("sign_on")),
        settlement=_settlement(table.table("settlement_bonus"), years),
        benefits=benefits.take("annual_value", s.amount, _ZERO) if benefits else _ZERO,
        match=_match(benefits.table("retirement_match")) if benefits else None,
        cash_tax=tax.take("cash_rate", s.part, None) if tax else None,
        equity_tax=tax.take("equity_rate", s.part, None) if tax else None,
        living=table.take("cost_of_living_index", s.positive, Decimal(100)),
        grants=_grants(table, start, years),
        not_stated=table.many("not_stated", s.words, ""),
        verbal=table.many("verbal", s.words, ""),
        stated_total=table.take("stated_total", s.amount, None),
    )
    for inner in filter(None, (tax, benefits, table)):
        inner.done()
    return offer


def _bonus(table: Table | None) -> Bonus:
    if table is None:
        return Bonus(_ZERO, _ONE)
    bonus = Bonus(
        table.take("percent", s.percent, _ZERO, required=True), table.take("expected_payout", s.percent, _ONE)
    )
    table.done()
    return bonus


def _sign_on(table: Table) -> SignOn:
    inner = table.table("clawback")
    clawback = None
    if inner:
        kind = inner.take("type", s.one_of("pro_rata", "full"), "", required=True)
        clawback = Clawback(inner.take("months", s.whole(0, 120), 0, required=True), kind == "full")
        inner.done()
    found = SignOn(
        table.take("year", s.whole(1, MAX_YEARS), 1), table.take("amount", s.amount, _ZERO, required=True), clawback
    )
    table.done()
    return found


def _settlement(table: Table | None, years: int) -> Settlement | None:
    if table is None:
        return None
    found = Settlement(
        metric=table.take("metric", s.words, "SPS"),
        per_step=table.take("per_step", s.amount, _ZERO, required=True),
        step=table.take("step", s.positive_percent, _ONE, required=True),
        linear=table.take("partial_steps", s.one_of("floor", "linear"), "floor") == "linear",
        cap=table.take("cap_per_year", s.amount, None),
        gains=table.per_year("gain_by_year", s.any_percent, _ZERO, years),
    )
    if "gain_by_year" not in table.data:
        table.problem(("gain_by_year",), "this field is missing")
    table.done()
    return found


def _match(table: Table | None) -> Match | None:
    if table is None:
        return None
    found = Match(
        table.take("employee", s.part, _ZERO, required=True),
        table.take("rate", s.percent, _ZERO, required=True),
        table.take("limit", s.part, _ONE),
        table.take("cap", s.amount, None),
    )
    table.done()
    return found


def _grants(table: Table, start: date | None, years: int) -> tuple[Grant, ...]:
    inner = table.tables("equity", lambda node, at: f"{table.name}.{_id(node) or f'equity.{at + 1}'}")
    grants = tuple(read_grant(each, start, years) for each in inner)
    for at, grant in enumerate(grants):
        if grant.id and grant.id in [other.id for other in grants[:at]]:
            inner[at].problem(("id",), f"there is a grant {grant.id} already")
    return grants


def _id(node: object) -> str:
    return str(node.get("id") or "") if isinstance(node, dict) and isinstance(node.get("id"), str) else ""
