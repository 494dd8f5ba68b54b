"""Checks: sums that must come out, worked out live; one flag for all of them on the Summary."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from coach.export.workbook_beside import CompareRows
from coach.export.workbook_cells import FIRST, HEAD, LABEL, NOTE, SCALAR, Sheet, fixed, letters
from coach.export.workbook_equity import GrantRows
from coach.export.workbook_inputs import Places
from coach.export.workbook_slots import is_worked_out
from coach.export.workbook_spare import is_spare, unkind
from coach.export.workbook_yearly import OfferRows
from coach.offers.check import worth
from coach.offers.compare import Comparison
from coach.offers.value import Figures

_ZERO: Final = Decimal(0)
OFF, OK = SCALAR, SCALAR + 1


class Parts(NamedTuple):
    """What the checks look at."""

    model: Comparison
    places: Places
    yearly: Mapping[str, OfferRows]
    grants: Mapping[tuple[str, int], GrantRows]
    compare: CompareRows
    leave: Sheet
    probability: str


class Check(NamedTuple):
    """What must hold, the formula of what is off, and what the engine says is off."""

    label: str
    formula: str
    off: Decimal


def _per_offer(parts: Parts, make: Callable[[OfferRows], str]) -> str:
    return "+".join(make(parts.yearly[one.offer.id]) for one in parts.model.figures)


def _differs(name: str, *others: str) -> Callable[[OfferRows], str]:
    return lambda rows: f"ABS({rows.sum(name)}-{'-'.join(rows.sum(other) for other in others)})"


def _sums(parts: Parts) -> list[Check]:
    count = parts.model.offers.years
    last = FIRST + count - 1

    def end(rows: OfferRows) -> str:
        return f"ABS({rows.sheet.at(rows.row('cumulative'), last)}-{rows.sum('total')})"

    def npv(rows: OfferRows) -> str:
        rate, heads = parts.places.at("discount_rate"), rows.sheet.span(HEAD, FIRST, last)
        again = f"SUMPRODUCT({rows.span('total')}/(1+{rate})^{heads})"
        return f"ABS({rows.sheet.at(rows.row('npv_end'), SCALAR)}-{again})"

    def mid(rows: OfferRows) -> str:
        rate = parts.places.at("discount_rate")
        ends, mids = (rows.sheet.at(rows.row(name), SCALAR) for name in ("npv_end", "npv_mid"))
        return f"ABS({mids}-{ends}*(1+{rate})^mid_year)"

    cases: list[tuple[str, Callable[[OfferRows], str]]] = [
        (
            "Cash is base, bonus, sign-on and settlement bonus",
            _differs("cash", "base", "bonus", "sign_on", "settlement_bonus"),
        ),
        ("Total is cash and equity", _differs("total", "cash", "equity")),
        (
            "Guaranteed, contingent and uncertain make the total",
            _differs("total", "guaranteed", "contingent", "equity"),
        ),
        ("The last total so far is the sum of the years", end),
        ("Present value agrees when discounted year by year", npv),
        ("Mid-year value is the year-end value half a year earlier", mid),
        (
            "Full settlement steps never pay more than pro rata",
            lambda rows: f"MAX(0,{rows.sum('settlement_floor')}-{rows.sum('settlement_linear')}-tolerance)",
        ),
        ("No year has negative pay", lambda rows: f"MAX(0,-MIN({rows.span('total')}))"),
    ]
    return [Check(label, _per_offer(parts, make), _ZERO) for label, make in cases]


def _equity(parts: Parts) -> list[Check]:
    last = FIRST + parts.model.offers.years - 1
    shares, schedules, values, keeps = [], [], [], []
    for one in parts.model.figures:
        for at, grant in enumerate(one.grants):
            rows = parts.grants[one.offer.id, at]
            shares.append(f"MAX(0,{rows.sheet.at(rows.vested, last)}-1)")
            if not is_spare(grant.grant):
                keeps.append(f"MAX(0,{rows.sheet.at(rows.offset - 1, SCALAR)}-1)")
            if grant.grant.vesting.fractions:
                span = parts.places.span(
                    f"{one.offer.id}.{grant.grant.id}.vesting.years", len(grant.grant.vesting.fractions)
                )
                schedules.append(f"ABS(SUM({span})-1)")
        values.append(_equity_sum(parts, one))
    untyped = "+".join(unkind(parts.places, one.offer) for one in parts.model.figures)
    return [
        Check("No grant vests more than all of it", "+".join(shares), _ZERO),
        Check("Every yearly vesting schedule sums to 100 %", "+".join(schedules), _ZERO),
        Check("Later rounds leave no more than there was", "+".join(keeps), _ZERO),
        Check("Equity is the sum of the grants", "+".join(values), _ZERO),
        Check("Every grant added on Inputs has its type and its months", untyped, _ZERO),
    ]


def _equity_sum(parts: Parts, one: Figures) -> str:
    rows = parts.yearly[one.offer.id]
    grants = [parts.grants[one.offer.id, at] for at in range(len(one.grants))]
    added = "+".join(each.sheet.at(each.value, SCALAR) for each in grants) or "0"
    return f"ABS({rows.sum('equity')}-({added})*{rows.sheet.at(rows.row('fx'), SCALAR)})"


def _stakes(parts: Parts) -> Check:
    formulas, off = [], _ZERO
    for one in parts.model.figures:
        for grant in (figures.grant for figures in one.grants):
            found = worth(grant)
            if grant.stated is None or found is None or grant.kind != "percent" or not is_worked_out(grant):
                continue
            head = f"{one.offer.id}.{grant.id}"
            stated = parts.places.at(f"{head}.stated_value")
            stake = f"{parts.places.at(f'{head}.percent')}*{parts.places.at(f'{head}.valuation')}"
            formulas.append(f"MAX(0,ABS({stake}-{stated})-mismatch_limit*{stated})")
            off += max(_ZERO, abs(found[1] - grant.stated) - Decimal("0.05") * grant.stated)
    return Check("Share x valuation is within 5 % of the value they stated", "+".join(formulas), off)


def _across(parts: Parts) -> list[Check]:
    compare, count = parts.compare, len(parts.model.figures)
    last = SCALAR + count - 1

    def line(row: int) -> str:
        return compare.sheet.span(row, SCALAR, last)

    totals = "+".join(parts.yearly[one.offer.id].sum("total") for one in parts.model.figures)
    ids = line(4)
    found = [
        Check("Compare shows the totals of Yearly", f"ABS(SUM({line(compare.metrics['total'])})-({totals}))", _ZERO),
        Check(
            "The reference is one of the offers",
            f"IF(ISNUMBER(MATCH({parts.places.at('reference')},{ids},0)),0,1)",
            _ZERO,
        ),
        Check("Probabilities sum to 100 %", f"ABS({parts.probability}-1)" if parts.probability else "", _ZERO),
        Check("Gaps are the metric less the reference's", _gap_check(parts, line, count), _ZERO),
    ]
    return found


def _gap_check(parts: Parts, line: Callable[[int], str], count: int) -> str:
    metric, gap = line(parts.compare.metrics["total"]), line(parts.compare.gaps["total"])
    ids = line(4)
    reference = f"INDEX({metric},MATCH({parts.places.at('reference')},{ids},0))"
    return f"ABS(SUM({metric})-{count}*{reference}-SUM({gap}))"


def checks_sheet(parts: Parts) -> tuple[Sheet, str, str]:
    """The sheet, the formula of the flag, and the flag's text now."""
    sheet = Sheet("Checks", (58, 4, 16, 12))
    sheet.title("Checks", "What is off must be nothing but rounding. A check that fails is shown on the Summary.")
    for col, label in enumerate(("What must hold", "", "Off by", "Holds")):
        sheet.text(HEAD, col, label, "head_right" if col >= OFF else "head")
    checks = [*_sums(parts), *_equity(parts), _stakes(parts), *_across(parts)]
    held = 0
    for row, check in enumerate(checks, HEAD + 1):
        sheet.text(row, LABEL, check.label, "label")
        sheet.text(row, NOTE, "", "label")
        sheet.formula(row, OFF, check.formula, check.off, "cents")
        holds = abs(check.off) <= Decimal("0.005")
        held += holds
        formula = f'IF(ABS({letters(OFF)}{row + 1})<=tolerance,"holds","FAILS")'
        sheet.formula(row, OK, formula, "holds" if holds else "FAILS", "flag_right")
    span = f"Checks!{fixed(HEAD + 1, OK)}:{fixed(HEAD + len(checks), OK)}"
    many = f'SUMPRODUCT(({span}="holds")*1)'
    whole = f'"All {len(checks)} checks hold"'
    flag = f'IF({many}={len(checks)},{whole},{len(checks)}-{many}&" of {len(checks)} checks FAIL: see Checks")'
    text = (
        f"All {len(checks)} checks hold"
        if held == len(checks)
        else f"{len(checks) - held} of {len(checks)} checks FAIL: see Checks"
    )
    return sheet, flag, text
