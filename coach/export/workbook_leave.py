"""Leave early: what is kept after each half-year, offer by offer."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from coach.export.workbook_cells import FIRST, HEAD, LABEL, NOTE, SCALAR, Sheet, letters
from coach.export.workbook_equity import GrantRows, cumulative, own_years
from coach.export.workbook_inputs import Places
from coach.export.workbook_spare import is_spare
from coach.export.workbook_yearly import OfferRows
from coach.offers.equity import vested_value
from coach.offers.leave import leave
from coach.offers.value import Figures

_FULL, _REST, _BEGUN = HEAD + 1, HEAD + 2, HEAD + 3
HALF: Final = 6


def leave_sheet(
    figures: tuple[Figures, ...],
    places: Places,
    yearly: Mapping[str, OfferRows],
    grants: Mapping[tuple[str, int], GrantRows],
    currency: str,
) -> Sheet:
    """The sheet, one column for each month of leaving."""
    years = len(figures[0].base)
    step = HALF if years <= 5 else 2 * HALF
    months = range(step, 12 * years + 1, step)
    sheet = Sheet("Leave early", (34, 18, 4, *(12.5,) * len(months)), wide=True)
    sheet.title(
        "Leave early", f"Base pro rata, bonuses of full years, sign-ons less clawback, vested equity. In {currency}."
    )
    sheet.freeze = (_BEGUN + 1, 1)
    _heads(sheet, months)
    top = _BEGUN + 2
    for one in figures:
        top = _block(sheet, top, one, months, places, yearly[one.offer.id], grants)
    return sheet


def _heads(sheet: Sheet, months: range) -> None:
    sheet.text(HEAD, LABEL, "Leaving at the end of month", "head")
    sheet.text(HEAD, NOTE, "", "head")
    sheet.text(HEAD, SCALAR, "", "head")
    for row, label in ((_FULL, "Full years"), (_REST, "Months of the next year"), (_BEGUN, "Years begun")):
        sheet.text(row, LABEL, label, "label")
    for at, month in enumerate(months):
        col = FIRST + at
        name = letters(col)
        full, rest = divmod(month, 12)
        sheet.number(HEAD, col, Decimal(month), "head_year")
        sheet.formula(_FULL, col, f"INT({name}${HEAD + 1}/months_per_year)", Decimal(full), "whole")
        sheet.formula(_REST, col, f"{name}${HEAD + 1}-months_per_year*{name}${_FULL + 1}", Decimal(rest), "whole")
        begun = f"{name}${_FULL + 1}+IF({name}${_REST + 1}>0,1,0)"
        sheet.formula(_BEGUN, col, begun, Decimal(full + (rest > 0)), "whole")


def _until(rows: OfferRows, name: str, years: str) -> str:
    return f'SUMIFS({rows.span(name)},{rows.sheet.span(HEAD, FIRST, FIRST + rows.years - 1)},"<="&{years})'


def _block(
    sheet: Sheet,
    top: int,
    one: Figures,
    months: range,
    places: Places,
    rows: OfferRows,
    grants: Mapping[tuple[str, int], GrantRows],
) -> int:
    labels = ["Base", "Bonuses of full years", "Sign-ons paid", "To be paid back"]
    known = [at for at, grant in enumerate(one.offer.grants) if not is_spare(grant)]
    spare = [at for at, grant in enumerate(one.offer.grants) if is_spare(grant)]
    labels += [f"Vested: {one.offer.grants[at].id}" for at in known] + ["Vested: added on Inputs", "Kept in all"]
    sheet.text(top, LABEL, one.offer.name, "section")
    for at, label in enumerate(labels, 1):
        sheet.text(top + at, LABEL, label, "total_label" if label == "Kept in all" else "label")
    for at, month in enumerate(months):
        col = FIRST + at
        name = letters(col)
        found = leave(one, month)
        cells = [(_base(rows, name), found.base), (_bonuses(rows, name), found.bonus + found.settlement_bonus)]
        cells.append((_until(rows, "sign_on", f"{name}${_BEGUN + 1}"), found.sign_on))
        cells.append((_owed(one, places, rows, f"{name}${HEAD + 1}"), found.clawback))
        found_in = {at: _vested(one, at, places, rows, grants[one.offer.id, at], name) for at in (*known, *spare)}
        worth = {at: vested_value(one.grants[at], month) * one.fx for at in found_in}
        cells += [(found_in[at], worth[at]) for at in known]
        added = "+".join(f"IFERROR({found_in[at]},0)" for at in spare)
        cells.append((added, sum((worth[at] for at in spare), Decimal(0))))
        for row, (formula, value) in enumerate(cells, top + 1):
            sheet.formula(row, col, formula, value, "money")
        last = top + len(cells)
        sheet.formula(last + 1, col, _kept(name, top, last), found.total, "total")
    return top + len(labels) + 2


def _kept(name: str, top: int, last: int) -> str:
    vested = f"+SUM({name}{top + 6}:{name}{last + 1})" if last > top + 4 else ""
    return f"SUM({name}{top + 2}:{name}{top + 4})-{name}{top + 5}{vested}"


def _base(rows: OfferRows, name: str) -> str:
    rest = f"INDEX({rows.span('base')},{name}${_FULL + 1}+1)*{name}${_REST + 1}/months_per_year"
    return f"{_until(rows, 'base', f'{name}${_FULL + 1}')}+IF({name}${_REST + 1}>0,{rest},0)"


def _bonuses(rows: OfferRows, name: str) -> str:
    full = f"{name}${_FULL + 1}"
    return f"{_until(rows, 'bonus', full)}+{_until(rows, 'settlement_bonus', full)}"


def _owed(one: Figures, places: Places, rows: OfferRows, month: str) -> str:
    parts = []
    for at, paid in enumerate(one.offer.sign_ons, 1):
        if paid.clawback:
            head = f"{one.offer.id}.sign_on.{at}"
            year, amount = places.at(f"{head}.year"), places.at(f"{head}.amount")
            window, kind = places.at(f"{head}.clawback.months"), places.at(f"{head}.clawback.type")
            since = f"({month}-months_per_year*({year}-1))"
            share = f'IF({kind}="full",1,({window}-{since})/{window})'
            parts.append(f"IF(AND({since}>0,{since}<{window}),{amount}*{share},0)")
    return f"({'+'.join(parts)})*{rows.sheet.at(rows.row('fx'), SCALAR)}" if parts else ""


def _vested(one: Figures, which: int, places: Places, rows: OfferRows, block: GrantRows, name: str) -> str:
    grant, last = one.grants[which].grant, FIRST + rows.years - 1
    full, rest = f"{name}${_FULL + 1}", f"{name}${_REST + 1}"
    heads = rows.sheet.span(HEAD, FIRST, last)
    done = f'SUMIFS({block.sheet.span(block.value, FIRST, last)},{heads},"<="&{full})'
    offset = block.sheet.at(block.offset, SCALAR)
    years = own_years(max(len(grant.vesting.fractions), 1))
    share = cumulative(places, one.offer, which, years, f"{name}${HEAD + 1}", offset)
    before = f"INDEX({block.sheet.span(block.vested, SCALAR, last)},{full}+1)"
    price = f"INDEX({block.sheet.span(block.whole, FIRST, last)},{full}+1)"
    left = f"(1-{places.at(f'{one.offer.id}.{grant.id}.liquidity_discount')})"
    part = f"IF({rest}>0,{price}*({share}-{before})*{left},0)"
    return f"({done}+{part})*{rows.sheet.at(rows.row('fx'), SCALAR)}"
