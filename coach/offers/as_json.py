"""The offers' figures as JSON for other programs. Amounts are decimal strings in base currency, shares such as "0.08".

`offers show --json` and `offers compare --json`:
  version          1
  base_currency, discount_rate, horizon_years, reference
  offers           a list, in the order of the file; each has
    id, company, role, currency, fx
    years            one object a year: year, base, bonus, sign_on, settlement_bonus, settlement_floor,
                     settlement_linear,
                     cash, equity, total, cumulative, benefits, guaranteed, contingent, after_tax, cash_at_index_100
    classes          guaranteed, contingent, uncertain: sums over the horizon
    metrics          first_year_cash, first_year_total, guaranteed, cash, equity, total, npv_end, npv_mid
    total, npv_end, npv_mid, benefits, after_tax     the same, and two more sums, beside the classes
    gap              metric -> ahead of the reference (negative: behind)
    grants           id, type, stated, keep_after_dilution, exercise_cost, and by year fraction, whole, value, payout:
                     in the offer's own currency; total
    not_stated       what the candidate was not told
  scenarios        name, probability, and by offer its metrics
  expected         by offer, metric -> probability-weighted
`offers check --json`: problems (path, line, column, message, hint) and warnings (name, field, message, ask).
`offers solve --json`, `offers breakeven --json`: answers, each with field, offer, against, metric, state
  (tie, ahead, never, flat), value, current, gap, exact, sentence.
`offers leave --json`: leaving, each with offer, month, base, bonus, settlement_bonus, sign_on, clawback, cash, equity,
  forfeited, total.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any, Final

from coach.offers.compare import METRICS, Comparison
from coach.offers.equity import GrantFigures
from coach.offers.leave import Leaving
from coach.offers.model import Amounts
from coach.offers.scenarios import expected, outcomes
from coach.offers.sensitivity import Driver
from coach.offers.sentences import sentence
from coach.offers.solve import Tie
from coach.offers.value import Figures

_ZERO: Final = Decimal(0)
_MILLIONTH: Final = Decimal("0.000001")


def money(amount: Decimal) -> str:
    """At most six places, at least two."""
    text = f"{amount.quantize(_MILLIONTH, ROUND_HALF_EVEN):f}"
    head, _, tail = text.partition(".")
    return f"{head}.{tail.rstrip('0').ljust(2, '0')}"


def share(value: Decimal) -> str:
    """A share of 1, as short as it can be said in twelve places."""
    text = f"{value.quantize(Decimal('1e-12'), ROUND_HALF_EVEN):f}".rstrip("0").rstrip(".")
    return text or "0"


def _sum(amounts: Amounts) -> str:
    return money(sum(amounts, _ZERO))


def _rows(one: Figures) -> list[dict[str, Any]]:
    rows: dict[str, Amounts] = {
        "base": one.base,
        "bonus": one.bonus,
        "sign_on": one.sign_on,
        "settlement_bonus": one.settlement_bonus,
        "settlement_floor": one.settlement_floor,
        "settlement_linear": one.settlement_linear,
        "cash": one.cash,
        "equity": one.equity,
        "total": one.total,
        "cumulative": one.cumulative,
        "benefits": one.benefits,
        "guaranteed": one.guaranteed,
        "contingent": one.contingent,
        "after_tax": one.after_tax,
        "cash_at_index_100": one.living,
    }
    years = range(len(one.base))
    return [{"year": year + 1, **{name: money(row[year]) for name, row in rows.items()}} for year in years]


def _grant(figures: GrantFigures) -> dict[str, Any]:
    return {
        "id": figures.grant.id,
        "type": figures.grant.kind,
        "stated": figures.stated,
        "keep_after_dilution": share(figures.keep),
        "exercise_cost": money(figures.exercise_cost),
        "fraction": [share(each) for each in figures.fraction],
        "whole": [money(each) for each in figures.whole],
        "value": [money(each) for each in figures.value],
        "payout": [share(each) for each in figures.payout],
        "total": money(figures.total),
    }


def _offer(comparison: Comparison, one: Figures) -> dict[str, Any]:
    return {
        "id": one.offer.id,
        "company": one.offer.company,
        "role": one.offer.role,
        "currency": one.offer.currency,
        "fx": share(one.fx),
        "years": _rows(one),
        "classes": {
            "guaranteed": _sum(one.guaranteed),
            "contingent": _sum(one.contingent),
            "uncertain": _sum(one.equity),
        },
        "metrics": _metrics(one),
        "total": _sum(one.total),
        "npv_end": money(one.npv_end),
        "npv_mid": money(one.npv_mid),
        "benefits": _sum(one.benefits),
        "after_tax": _sum(one.after_tax),
        "gap": {metric: money(comparison.gap(metric, one)) for metric in METRICS},
        "grants": [_grant(each) for each in one.grants],
        "not_stated": list(one.offer.not_stated),
    }


def _metrics(one: Figures) -> dict[str, str]:
    return {metric: money(measure(one)) for metric, (_, measure) in METRICS.items()}


def comparison_json(comparison: Comparison, only: str = "") -> dict[str, Any]:
    """Everything `show` and `compare` know; `only` keeps one offer."""
    offers, found = comparison.offers, outcomes(comparison.offers)
    kept = [one for one in comparison.figures if only in ("", one.offer.id)]
    ids = [one.offer.id for one in kept]
    return {
        "base_currency": offers.currency,
        "discount_rate": share(offers.discount),
        "horizon_years": offers.years,
        "reference": offers.reference,
        "offers": [_offer(comparison, one) for one in kept],
        "scenarios": [
            {
                "name": each.scenario.name,
                "probability": share(each.scenario.probability),
                "offers": {name: _metrics(each.comparison.of(name)) for name in ids},
            }
            for each in found
        ],
        "expected": {name: {m: money(expected(found, name, m)) for m in METRICS} for name in ids} if found else {},
    }


def ties_json(ties: Iterable[Tie], currency: str) -> dict[str, Any]:
    """The answers of `solve` and `breakeven`."""
    return {"base_currency": currency, "answers": [_tie(tie, currency) for tie in ties]}


def _tie(tie: Tie, currency: str) -> dict[str, Any]:
    return {
        **tie.question._asdict(),
        "state": tie.state,
        "value": None if tie.value is None else (share(tie.value) if tie.percent else money(tie.value)),
        "current": None if tie.current is None else share(tie.current),
        "gap": money(tie.gap),
        "exact": tie.exact,
        "sentence": sentence(tie, currency),
    }


def drivers_json(found: Iterable[Driver]) -> dict[str, Any]:
    """The answers of `compare --sensitivity`: how far each field moves its own offer's total; null: not possible."""

    def text(amount: Decimal | None) -> str | None:
        return None if amount is None else money(amount)

    return {"sensitivity": [{"field": each.field, "low": text(each.low), "high": text(each.high)} for each in found]}


def leaving_json(found: Iterable[Leaving], currency: str) -> dict[str, Any]:
    """The answers of `leave`."""
    fields = ("base", "bonus", "settlement_bonus", "sign_on", "clawback", "cash", "equity", "forfeited", "total")
    rows = [
        {"offer": each.offer, "month": each.month, **{name: money(getattr(each, name)) for name in fields}}
        for each in found
    ]
    return {"base_currency": currency, "leaving": rows}
