"""A grant's workings: what all of it is worth each year, the share that vests, the value of that share."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from coach.export.workbook_cells import FIRST, HEAD, LABEL, NOTE, SCALAR, Sheet, letters, local
from coach.export.workbook_inputs import Places
from coach.export.workbook_slots import is_worked_out
from coach.export.workbook_spare import NTH, is_spare
from coach.offers.equity import GrantFigures
from coach.offers.model import Offer
from coach.offers.value import Figures
from coach.offers.vesting import vested

_ZERO: Final = Decimal(0)


class GrantRows(NamedTuple):
    """Where a grant's rows stand on a sheet."""

    sheet: Sheet
    whole: int
    vested: int
    value: int
    offset: int


class _Block(NamedTuple):
    sheet: Sheet
    places: Places
    head: str
    figures: GrantFigures
    years: int

    def at(self, field: str) -> str:
        return self.places.at(f"{self.head}.{field}")

    def year(self, field: str, year: int) -> str:
        return self.places.year(f"{self.head}.{field}", year)


def cumulative(places: Places, offer: Offer, at: int, head_row: str, month: str, offset: str) -> str:
    """The share vested by the end of a month, as a formula over the grant's schedule."""
    grant = offer.grants[at]
    head = f"{offer.id}.{grant.id}.vesting"
    if grant.vesting.fractions:
        shares = places.span(f"{head}.years", len(grant.vesting.fractions))
        return f"SUMPRODUCT({shares}*(months_per_year*{head_row}+{offset}<={month}))"
    months, cliff, every = (places.at(f"{head}.{name}") for name in ("months", "cliff", "every"))
    passed = f"({month}-{offset})"
    running = f"INT({passed}/{every})*{every}/{months}"
    return f"IF({passed}<MAX({cliff},1),0,IF({passed}>={months},1,{running}))"


def own_years(count: int) -> str:
    """The numbers 1, 2, 3 … in the head of the Inputs sheet, for schedules that count their own years."""
    return f"Inputs!${letters(FIRST)}$3:${letters(FIRST + count - 1)}$3"


def grant_block(sheet: Sheet, top: int, one: Figures, at: int, places: Places) -> GrantRows:
    """Write the block; its rows, for the sheets that use them."""
    figures, offer = one.grants[at], one.offer
    block = _Block(sheet, places, f"{offer.id}.{figures.grant.id}", figures, len(one.base))
    sheet.text(top, LABEL, f"{offer.name} · {figures.grant.id} ({figures.grant.kind})", "section")
    sheet.text(top, NOTE, f"in {offer.currency}", "note")
    _single(block, top + 1, "Left after later rounds", _keep(block), figures.keep, "percent")
    _offset(block, top + 2)
    _line(block, top + 3, "All of it at the year's price", _whole(block, top), figures.whole, "money")
    _cumulative(block, top + 4, offer, at, top + 2)
    gained = [f"{local(top + 4, FIRST + y)}-{local(top + 4, FIRST + y - 1)}" for y in range(block.years)]
    _line(block, top + 5, "Vests in the year", gained, figures.fraction, "percent")
    left = f"(1-{block.at('liquidity_discount')})"
    columns = [letters(FIRST + year) for year in range(block.years)]
    worth = [f"{name}{top + 4}*{name}{top + 6}*{left}" for name in columns]
    _line(block, top + 6, "Value of what vests", worth, figures.value, "total")
    sheet.text(top + 6, LABEL, "Value of what vests", "total_label")
    ends = f"{local(top + 6, FIRST)}:{local(top + 6, FIRST + block.years - 1)}"
    sheet.formula(top + 6, SCALAR, f"SUM({ends})", figures.total, "total")
    if figures.grant.kind == "psu":
        paid = [_payout(block, year) for year in range(block.years)]
        _line(block, top + 7, "Payout at the attainment (used above)", paid, figures.payout, "percent")
    return GrantRows(sheet, top + 3, top + 4, top + 6, top + 2)


def _line(block: _Block, row: int, label: str, formulas: list[str], values: tuple[Decimal, ...], look: str) -> None:
    if look != "total":
        block.sheet.text(row, LABEL, label, "label")
    for year, value in enumerate(values):
        block.sheet.formula(row, FIRST + year, formulas[year], value, look)


def _single(block: _Block, row: int, label: str, formula: str, value: Decimal, look: str) -> None:
    block.sheet.text(row, LABEL, label, "label")
    if formula:
        block.sheet.formula(row, SCALAR, formula, value, look)
    else:
        block.sheet.number(row, SCALAR, value, look)


def _keep(block: _Block) -> str:
    rounds = range(1, len(block.figures.grant.dilution) + 1)
    return "*".join(f"(1-{block.at(f'dilution_rounds.{at}.dilution')})" for at in rounds)


def _begins(block: _Block) -> str:
    return f"months_per_year*({block.at('grant_year')}-1)"


def _offset(block: _Block, row: int) -> None:
    formula = _begins(block)
    if block.places.has(f"{block.head}.vest_start"):
        begins, start = block.at("vest_start"), block.places.at(f"{block.head.split('.')[0]}.start_date")
        formula += f"+months_per_year*(YEAR({begins})-YEAR({start}))+MONTH({begins})-MONTH({start})"
        formula += f"+IF(DAY({begins})>DAY({start}),1,0)"
    offset = Decimal(block.figures.grant.vesting.offset)
    _single(block, row, "Months until vesting begins", formula, offset, "whole")


def _payout(block: _Block, year: int) -> str:
    if block.figures.grant.kind != "psu":
        return ""
    attained = block.year("attainment_by_year", year)
    count = len(block.figures.grant.curve)
    if not count:
        return attained
    points = [
        (block.at(f"payout_curve.{at}.attainment"), block.at(f"payout_curve.{at}.payout")) for at in range(1, count + 1)
    ]
    parts = [f"IF({attained}>={points[0][0]},{points[0][1]},0)"]
    for (x0, y0), (x1, y1) in pairwise(points):
        parts.append(f"(MIN(MAX({attained},{x0}),{x1})-{x0})/({x1}-{x0})*({y1}-{y0})")
    return "+".join(parts)


def _whole(block: _Block, top: int) -> list[str]:
    return [_whole_in(block, year, top) for year in range(block.years)]


def _whole_in(block: _Block, year: int, top: int) -> str:
    grant = block.figures.grant
    keep = f"${letters(SCALAR)}${top + 2}"
    if not is_worked_out(grant):
        left = f"*{keep}" if grant.kind == "percent" else ""
        return block.at("stated_value") + left if grant.stated is not None else ""
    if grant.kind == "percent":
        return f"{block.at('percent')}*MAX(0,{block.at('valuation')}-{block.at('preference_ahead')})*{keep}"
    if grant.kind == "psu":
        return f"{block.at('target')}*{letters(FIRST + year)}{top + 8}"
    if grant.value is not None:
        return f"{block.at('value')}*{block.year('price_multiple_by_year', year)}"
    strike = f"-{block.at('strike')}" if grant.kind == "options" else ""
    return f"{block.at('units')}*MAX(0,{block.year('price_by_year', year)}{strike})"


def _cumulative(block: _Block, row: int, offer: Offer, at: int, offset_row: int) -> None:
    grant = block.figures.grant
    offset = f"${letters(SCALAR)}${offset_row + 1}"
    heads = own_years(max(len(grant.vesting.fractions), 1))
    block.sheet.text(row, LABEL, "Vested by the end of the year", "label")
    block.sheet.text(row, NOTE, "first: before the start", "note")
    for year in range(block.years + 1):
        col = SCALAR + year
        month = f"months_per_year*{letters(col)}${HEAD + 1}" if year else "0"
        share = vested(grant.vesting, 12 * year)
        value = Decimal(share.numerator) / Decimal(share.denominator)
        block.sheet.formula(row, col, cumulative(block.places, offer, at, heads, month, offset), value, "percent")


def equity_sheet(
    figures: tuple[Figures, ...], places: Places, years: int
) -> tuple[Sheet, dict[tuple[str, int], GrantRows]]:
    """The sheet with every grant's workings, and where each stands."""
    sheet = Sheet("Equity", (34, 22, 14, *(14,) * years), wide=True)
    sheet.title("Equity", "Uncertain: worth what the price, the valuation or the attainment turns out to be.")
    sheet.years(HEAD, years, "Offer year")
    sheet.freeze = (HEAD + 1, 1)
    rows: dict[tuple[str, int], GrantRows] = {}
    top = HEAD + 2
    for one in figures:
        for at, grant in enumerate(one.offer.grants):
            if not is_spare(grant):
                rows[one.offer.id, at] = grant_block(sheet, top, one, at, places)
                top += 9
    if not rows:
        sheet.text(top, LABEL, "No grants were stated.", "label")
        top += 2
    sheet.breaks.append(top)
    for one in figures:
        top = _added(sheet, top, one, places, rows)
    return sheet, rows


def _added(sheet: Sheet, top: int, one: Figures, places: Places, rows: dict[tuple[str, int], GrantRows]) -> int:
    """The workings of an offer's room for grants: four rows each, nothing while its column on Inputs is empty."""
    sheet.text(top, LABEL, f"{one.offer.name} · grants added on Inputs", "section")
    sheet.text(top, NOTE, f"in {one.offer.currency}", "note")
    top += 1
    spares = [(at, grant) for at, grant in enumerate(one.offer.grants) if is_spare(grant)]
    for nth, (at, grant) in zip(NTH, spares, strict=True):
        block = _Block(sheet, places, f"{one.offer.id}.{grant.id}", one.grants[at], len(one.base))
        rows[one.offer.id, at] = _spare(block, top, one.offer, at, nth)
        top += 4
    return top + 1


def _spare(block: _Block, top: int, offer: Offer, at: int, nth: str) -> GrantRows:
    sheet, figures, kind = block.sheet, block.figures, block.at("type")
    offset = Decimal(figures.grant.vesting.offset)
    _single(block, top, f"{nth}: months until vesting begins", _begins(block), offset, "whole")
    worth = [_spare_worth(block)] * block.years
    _line(block, top + 1, f"{nth}: all of it at its price", worth, figures.whole, "money")
    sheet.text(top + 2, LABEL, f"{nth}: vested by the end of the year", "label")
    for year in range(block.years + 1):
        col = SCALAR + year
        month = f"months_per_year*{letters(col)}${HEAD + 1}" if year else "0"
        share = cumulative(block.places, offer, at, "", month, f"${letters(SCALAR)}${top + 1}")
        told = vested(figures.grant.vesting, 12 * year) if figures.grant.kind else Fraction(0)
        value = Decimal(told.numerator) / Decimal(told.denominator)
        sheet.formula(top + 2, col, f'IF({kind}="",0,{share})', value, "percent")
    left = f"(1-{block.at('liquidity_discount')})"
    columns = [(letters(FIRST + year), letters(FIRST + year - 1)) for year in range(block.years)]
    paid = [f"{name}{top + 2}*({name}{top + 3}-{before}{top + 3})*{left}" for name, before in columns]
    _line(block, top + 3, "", paid, figures.value, "total")
    sheet.text(top + 3, LABEL, f"{nth}: value of what vests", "total_label")
    ends = f"{local(top + 3, FIRST)}:{local(top + 3, FIRST + block.years - 1)}"
    sheet.formula(top + 3, SCALAR, f"SUM({ends})", figures.total, "total")
    return GrantRows(sheet, top + 1, top + 2, top + 3, top)


def _spare_worth(block: _Block) -> str:
    kind, value, units, price, strike = (block.at(name) for name in ("type", "value", "units", "price", "strike"))
    shares = f'IF({value}="",{units}*{price},{value})'
    stake = f'IF({kind}="percent",{block.at("percent")}*{block.at("valuation")},0)'
    return f'IF({kind}="rsu",{shares},IF({kind}="options",{units}*MAX(0,{price}-{strike}),{stake}))'
