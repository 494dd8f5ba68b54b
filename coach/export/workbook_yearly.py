"""An offer's workings year by year, in base currency, each row one formula along the years."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from coach.export.workbook_cells import FIRST, HEAD, LABEL, NOTE, SCALAR, Chart, Series, Sheet, fixed, letters
from coach.export.workbook_equity import GrantRows
from coach.export.workbook_inputs import Places
from coach.offers.model import Amounts
from coach.offers.value import Figures, steps

_ZERO: Final = Decimal(0)
ROWS: Final = (
    "fx", "base", "bonus", "sign_on", "steps_full", "steps_pro_rata", "settlement_floor", "settlement_linear",
    "settlement_bonus", "cash", "equity", "total", "cumulative", "guaranteed", "contingent", "benefits", "after_tax",
    "living", "npv_end", "npv_mid",
)  # fmt: skip
LABELS: Final = {
    "fx": "Base units per unit of its currency", "base": "Base", "bonus": "Target bonus at expected payout",
    "sign_on": "Sign-on", "steps_full": "Full steps", "steps_pro_rata": "Steps pro rata",
    "settlement_floor": "Settlement bonus, full steps", "settlement_linear": "Settlement bonus, pro rata",
    "settlement_bonus": "Settlement bonus, as agreed", "cash": "Cash", "equity": "Equity", "total": "Total",
    "cumulative": "Total so far", "guaranteed": "Guaranteed cash", "contingent": "Contingent cash",
    "benefits": "Benefits (beside the total)", "after_tax": "Total after the flat rates entered",
    "living": "Cash at a cost-of-living index of 100", "npv_end": "Present value, paid at year end",
    "npv_mid": "Present value, paid at mid-year",
}  # fmt: skip
HEIGHT: Final = len(ROWS) + 2


class OfferRows(NamedTuple):
    """Where an offer's rows stand on a sheet."""

    sheet: Sheet
    top: int
    years: int

    def row(self, name: str) -> int:
        """The row of a figure, from 0."""
        return self.top + 1 + ROWS.index(name)

    def span(self, name: str) -> str:
        """The absolute range of a figure's years."""
        return self.sheet.span(self.row(name), FIRST, FIRST + self.years - 1)

    def sum(self, name: str) -> str:
        """The absolute address of a figure's sum."""
        return self.sheet.at(self.row(name), SCALAR)


class _Block(NamedTuple):
    rows: OfferRows
    one: Figures
    places: Places
    grants: Mapping[tuple[str, int], GrantRows]

    def at(self, field: str) -> str:
        return self.places.at(f"{self.one.offer.id}.{field}")

    def year(self, field: str, year: int) -> str:
        return self.places.year(f"{self.one.offer.id}.{field}", year)

    def here(self, name: str, year: int) -> str:
        return f"{letters(FIRST + year)}{self.rows.row(name) + 1}"

    @property
    def fx(self) -> str:
        return fixed(self.rows.row("fx"), SCALAR)


def offer_block(
    sheet: Sheet, top: int, one: Figures, places: Places, grants: Mapping[tuple[str, int], GrantRows], currency: str
) -> OfferRows:
    """Write the block; its rows, for the sheets that use them."""
    rows = OfferRows(sheet, top, len(one.base))
    block = _Block(rows, one, places, grants)
    sheet.text(top, LABEL, one.offer.name, "section")
    sheet.text(top, NOTE, f"in {currency}", "note")
    _fx(block, one.offer.currency)
    for name, make in _MAKERS.items():
        _along(block, name, make)
    rate = places.at("discount_rate")
    total = f"{fixed(rows.row('total'), FIRST)}:{fixed(rows.row('total'), FIRST + rows.years - 1)}"
    heads = f"{fixed(HEAD, FIRST)}:{fixed(HEAD, FIRST + rows.years - 1)}"
    _single(block, "npv_end", f"NPV({rate},{total})", one.npv_end)
    _single(block, "npv_mid", f"SUMPRODUCT({total}/(1+{rate})^({heads}-mid_year))", one.npv_mid)
    return rows


def _fx(block: _Block, code: str) -> None:
    row, path = block.rows.row("fx"), f"fx.{code}.rate"
    block.rows.sheet.text(row, LABEL, LABELS["fx"], "label")
    if block.one.fx != 1 or block.places.has(path):
        block.rows.sheet.formula(row, SCALAR, block.places.at(path), block.one.fx, "rate")
    else:
        block.rows.sheet.number(row, SCALAR, block.one.fx, "rate")


def _single(block: _Block, name: str, formula: str, value: Decimal) -> None:
    row = block.rows.row(name)
    block.rows.sheet.text(row, LABEL, LABELS[name], "label")
    block.rows.sheet.formula(row, SCALAR, formula, value, "cents")


def _values(one: Figures, name: str) -> Amounts:
    clause = one.offer.settlement
    if name.startswith("steps_"):
        linear = name == "steps_pro_rata"
        return (
            tuple(steps(gain, clause.step, linear=linear) for gain in clause.gains)
            if clause
            else (_ZERO,) * len(one.base)
        )
    found: Amounts = getattr(one, name)
    return found


def _along(block: _Block, name: str, make: Callable[[_Block, int], str]) -> None:
    row, sheet = block.rows.row(name), block.rows.sheet
    values = _values(block.one, name)
    look = "total" if name in ("cash", "equity", "total") else ("rate" if name.startswith("steps") else "money")
    sheet.text(row, LABEL, LABELS[name], "total_label" if look == "total" else "label")
    for year, value in enumerate(values):
        sheet.formula(row, FIRST + year, make(block, year), value, look)
    if name != "cumulative":
        span = f"{letters(FIRST)}{row + 1}:{letters(FIRST + len(values) - 1)}{row + 1}"
        sheet.formula(row, SCALAR, f"SUM({span})", sum(values, _ZERO), look)


def _base(block: _Block, year: int) -> str:
    raised = f"(1+{block.at('annual_raise')})^({letters(FIRST + year)}${HEAD + 1}-1)"
    return f"{block.at('base_salary')}*{raised}*{block.fx}"


def _bonus(block: _Block, year: int) -> str:
    return f"{block.here('base', year)}*{block.at('target_bonus.percent')}*{block.at('target_bonus.expected_payout')}"


def _sign_on(block: _Block, year: int) -> str:
    head = f"{letters(FIRST + year)}${HEAD + 1}"
    parts = [
        f"IF({block.at(f'sign_on.{at}.year')}={head},{block.at(f'sign_on.{at}.amount')},0)"
        for at in range(1, len(block.one.offer.sign_ons) + 1)
    ]
    return f"({'+'.join(parts)})*{block.fx}" if parts else ""


def _steps(block: _Block, year: int) -> str:
    if block.one.offer.settlement is None:
        return ""
    return f"MAX(0,{block.year('settlement_bonus.gain_by_year', year)})/{block.at('settlement_bonus.step')}"


def _full_steps(block: _Block, year: int) -> str:
    many = _steps(block, year)
    return f"INT(ROUND({many},step_digits))" if many else ""


def _paid(steps_row: str) -> Callable[[_Block, int], str]:
    def make(block: _Block, year: int) -> str:
        if block.one.offer.settlement is None:
            return ""
        amount = f"{block.at('settlement_bonus.per_step')}*{block.here(steps_row, year)}"
        cap = block.at("settlement_bonus.cap_per_year")
        return f'IF({cap}="",{amount},MIN({amount},{cap}))*{block.fx}'

    return make


def _agreed(block: _Block, year: int) -> str:
    if block.one.offer.settlement is None:
        return ""
    kind = block.at("settlement_bonus.partial_steps")
    return f'IF({kind}="linear",{block.here("settlement_linear", year)},{block.here("settlement_floor", year)})'


def _equity(block: _Block, year: int) -> str:
    rows = [block.grants[block.one.offer.id, at] for at in range(len(block.one.grants))]
    col = letters(FIRST + year)
    parts = [
        f"{col}{r.value + 1}" if r.sheet is block.rows.sheet else r.sheet.across(r.value, FIRST + year) for r in rows
    ]
    return f"({'+'.join(parts)})*{block.fx}" if parts else ""


def _added(*names: str) -> Callable[[_Block, int], str]:
    return lambda block, year: "+".join(block.here(name, year) for name in names)


def _cumulative(block: _Block, year: int) -> str:
    row = block.rows.row("total") + 1
    return f"SUM(${letters(FIRST)}{row}:{letters(FIRST + year)}{row})"


def _benefits(block: _Block, year: int) -> str:
    annual = block.at("benefits.annual_value")
    if block.one.offer.match is None:
        return f"{annual}*{block.fx}"
    employee, rate, limit, cap = (
        block.at(f"benefits.retirement_match.{name}") for name in ("employee", "rate", "limit", "cap")
    )
    base = f"{block.here('base', year)}/{block.fx}"
    counted = f'IF({cap}="",{base},MIN({base},{cap}))'
    return f"({annual}+{counted}*MIN({employee},{limit})*{rate})*{block.fx}"


def _after_tax(block: _Block, year: int) -> str:
    cash, equity = block.here("cash", year), block.here("equity", year)
    return f"{cash}*(1-{block.at('tax.cash_rate')})+{equity}*(1-{block.at('tax.equity_rate')})"


def _living(block: _Block, year: int) -> str:
    return f"{block.here('cash', year)}*index_base/{block.at('cost_of_living_index')}"


_MAKERS: Final[dict[str, Callable[[_Block, int], str]]] = {
    "base": _base,
    "bonus": _bonus,
    "sign_on": _sign_on,
    "steps_full": _full_steps,
    "steps_pro_rata": _steps,
    "settlement_floor": _paid("steps_full"),
    "settlement_linear": _paid("steps_pro_rata"),
    "settlement_bonus": _agreed,
    "cash": _added("base", "bonus", "sign_on", "settlement_bonus"),
    "equity": _equity,
    "total": _added("cash", "equity"),
    "cumulative": _cumulative,
    "guaranteed": _added("base", "sign_on"),
    "contingent": _added("bonus", "settlement_bonus"),
    "benefits": _benefits,
    "after_tax": _after_tax,
    "living": _living,
}


def yearly_sheet(
    figures: tuple[Figures, ...], places: Places, grants: Mapping[tuple[str, int], GrantRows], currency: str
) -> tuple[Sheet, dict[str, OfferRows]]:
    """The sheet with every offer's workings, and where each stands."""
    years = len(figures[0].base)
    sheet = Sheet("Yearly", (36, 14, 16, *(14,) * years), wide=years > 5)
    sheet.title("Yearly", f"Offer years: year 1 is months 1 to 12 from the start date. In {currency}.")
    sheet.years(HEAD, years, "Offer year")
    sheet.freeze = (HEAD + 1, 1)
    found, top = {}, HEAD + 2
    for one in figures:
        found[one.offer.id] = offer_block(sheet, top, one, places, grants, currency)
        top += HEIGHT
        if len(found) % 2 == 0:
            sheet.breaks.append(top)
    return sheet, found


def cumulative_chart(
    rows: Mapping[str, OfferRows], figures: tuple[Figures, ...], row: int, marks: Series | None, currency: str
) -> Chart:
    """Total so far, one line an offer, with marks where two cross."""
    years = len(figures[0].base)
    series = tuple(
        Series(
            f"={rows[one.offer.id].sheet.at(rows[one.offer.id].top, LABEL)}",
            rows[one.offer.id].sheet.span(HEAD, FIRST, FIRST + years - 1),
            rows[one.offer.id].span("cumulative"),
        )
        for one in figures
    )
    ends = ", ".join(f"{one.offer.name} {one.cumulative[-1]:,.0f}" for one in figures)
    alt = f"Lines of total pay so far by offer year. At the end: {ends} {currency}."
    both = (*series, marks) if marks else series
    axes = ("end of offer year", currency)
    return Chart("scatter", "straight", "Total so far", alt, row, 0, both, axes, reach=(min(1, years - 1), years))
