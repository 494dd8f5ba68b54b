"""Compare: metrics side by side, gaps, the base that ties, and the total against the valuation with its crossing."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from coach.export.workbook_cells import FIRST, LABEL, NOTE, SCALAR, Chart, Series, Sheet, fixed, letters, local
from coach.export.workbook_equity import GrantRows
from coach.export.workbook_inputs import LARGEST, Places
from coach.export.workbook_yearly import OfferRows
from coach.offers.compare import METRICS, Comparison
from coach.offers.equity import GrantFigures
from coach.offers.value import Figures

_ZERO: Final = Decimal(0)
_POINTS: Final = 11
NAMES, IDS, BODY = 3, 4, 5
SOURCES: Final = {
    "first_year_cash": ("cash", 0), "first_year_total": ("total", 0), "guaranteed": ("guaranteed", None),
    "cash": ("cash", None), "equity": ("equity", None), "total": ("total", None), "npv_end": ("npv_end", None),
    "npv_mid": ("npv_mid", None), "contingent": ("contingent", None), "benefits": ("benefits", None),
    "after_tax": ("after_tax", None),
}  # fmt: skip
LABELS: Final = {
    "first_year_cash": "First-year cash", "first_year_total": "First-year total", "guaranteed": "Guaranteed cash",
    "contingent": "Contingent cash", "cash": "Cash", "equity": "Uncertain equity", "total": "Total",
    "npv_end": "Present value (year end)", "npv_mid": "Present value (mid-year)",
    "benefits": "Benefits, beside the total", "after_tax": "After the flat taxes entered",
}  # fmt: skip


class CompareRows(NamedTuple):
    """Where each metric stands; offers run along the columns from the third."""

    sheet: Sheet
    metrics: dict[str, int]
    gaps: dict[str, int]


class _Tools(NamedTuple):
    places: Places
    yearly: Mapping[str, OfferRows]
    grants: Mapping[tuple[str, int], GrantRows]


def amount(one: Figures, metric: str) -> Decimal:
    """The engine's value of a row of this sheet."""
    if metric in METRICS:
        return METRICS[metric][1](one)
    return sum(getattr(one, metric), _ZERO)


def untold(one: Figures, metric: str) -> str:
    """The style of a figure that the candidate was not told: it says so where it would say 0."""
    field = {"equity": "equity", "contingent": "target_bonus"}.get(metric, "")
    return "untold" if field and field in one.offer.not_stated else ""


def heads(sheet: Sheet, row: int, figures: tuple[Figures, ...], label: str = "") -> None:
    """A header row with the offers' names."""
    sheet.text(row, LABEL, label, "head")
    sheet.text(row, NOTE, "", "head")
    for at, one in enumerate(figures):
        sheet.text(row, SCALAR + at, one.offer.name, "head_right")


def compare_sheet(
    model: Comparison, places: Places, yearly: Mapping[str, OfferRows], grants: Mapping[tuple[str, int], GrantRows]
) -> CompareRows:
    """The sheet, with live gaps to whichever offer is the reference."""
    figures = model.figures
    sheet = Sheet("Compare", (34, 14, *(17,) * max(len(figures), 5)), wide=True)
    years, code = model.offers.years, model.offers.currency
    sheet.title("Compare", f"Over {years} offer years, in {code}. Gaps are to the reference offer chosen on Inputs.")
    heads(sheet, NAMES, figures, "Offer")
    sheet.text(IDS, LABEL, "Id in the offers file", "label")
    for at, one in enumerate(figures):
        sheet.text(IDS, SCALAR + at, one.offer.id, "note_right")
    sheet.freeze = (BODY, 1)
    rows = CompareRows(sheet, {}, {})
    row = BODY + 1
    for metric in LABELS:
        _metric(rows, row, metric, model, yearly)
        row += 1
    row = _gaps(rows, row + 1, model, places)
    row = _ties(rows, row + 1, model, places, yearly)
    _crossing(rows, row + 1, model, _Tools(places, yearly, grants))
    return rows


def _metric(rows: CompareRows, row: int, metric: str, model: Comparison, yearly: Mapping[str, OfferRows]) -> None:
    rows.metrics[metric] = row
    look = "total" if metric in ("total", "first_year_cash") else ("cents" if "npv" in metric else "money")
    rows.sheet.text(row, LABEL, LABELS[metric], "total_label" if look == "total" else "label")
    name, year = SOURCES[metric]
    for at, one in enumerate(model.figures):
        source = yearly[one.offer.id]
        col = SCALAR if year is None else FIRST + year
        shown = untold(one, metric) or look
        rows.sheet.formula(row, SCALAR + at, source.sheet.at(source.row(name), col), amount(one, metric), shown)


def of_reference(row: int, model: Comparison, places: Places) -> str:
    """The reference offer's value in a row, found by its id."""
    last = SCALAR + len(model.figures) - 1
    values, ids = f"{fixed(row, SCALAR)}:{fixed(row, last)}", f"{fixed(IDS, SCALAR)}:{fixed(IDS, last)}"
    return f"INDEX({values},MATCH({places.at('reference')},{ids},0))"


def _gaps(rows: CompareRows, row: int, model: Comparison, places: Places) -> int:
    rows.sheet.text(row, LABEL, "Ahead of the reference (negative: behind)", "section")
    for metric in ("first_year_cash", "cash", "total", "npv_end"):
        row += 1
        rows.gaps[metric] = row
        rows.sheet.text(row, LABEL, LABELS[metric], "label")
        source = rows.metrics[metric]
        for at, one in enumerate(model.figures):
            formula = f"{local(source, SCALAR + at)}-{of_reference(source, model, places)}"
            look = "cents" if metric == "npv_end" else "money"
            rows.sheet.formula(row, SCALAR + at, formula, model.gap(metric, one), look)
    return row + 1


def _ties(rows: CompareRows, row: int, model: Comparison, places: Places, yearly: Mapping[str, OfferRows]) -> int:
    rows.sheet.text(row, LABEL, "What ties first-year cash with the reference", "section")
    rows.sheet.text(row + 1, LABEL, "Base salary (0: ahead without any)", "label")
    rows.sheet.text(row + 2, LABEL, "More sign-on", "label")
    gap = rows.gaps["first_year_cash"]
    for at, one in enumerate(model.figures):
        offer, fx = one.offer, yearly[one.offer.id].sheet.at(yearly[one.offer.id].row("fx"), SCALAR)
        here, name = local(gap, SCALAR + at), offer.id
        bonus = f"{places.at(f'{name}.target_bonus.percent')}*{places.at(f'{name}.target_bonus.expected_payout')}"
        base = f"MAX(0,{places.at(f'{name}.base_salary')}-{here}/({fx}*(1+{bonus})))"
        behind = model.gap("first_year_cash", one)
        tied = offer.base - behind / (one.fx * (1 + offer.bonus.percent * offer.bonus.payout))
        rows.sheet.formula(row + 1, SCALAR + at, base, max(_ZERO, tied), "cents")
        rows.sheet.formula(row + 2, SCALAR + at, f"MAX(0,-{here}/{fx})", max(_ZERO, -behind / one.fx), "cents")
    return row + 3


def _subject(model: Comparison) -> tuple[Figures, int] | None:
    """The first grant that hangs on a valuation, of an offer other than the reference if there is one."""
    ones = sorted(model.figures, key=lambda one: one.offer.id == model.offers.reference)
    for one in ones:
        for at, grant in enumerate(one.offer.grants):
            if grant.kind == "percent" and grant.valuation and grant.percent:
                return one, at
    return None


def _crossing(rows: CompareRows, row: int, model: Comparison, tools: _Tools) -> None:
    subject, sheet = _subject(model), rows.sheet
    head, unit = "Equity multiple", "times the equity stated"
    if subject:
        one, at = subject
        head, unit = "Valuation", f"of {one.offer.name}, {one.offer.grants[at].id}"
    sheet.breaks.append(row)
    sheet.text(row, LABEL, f"Total against the {head.lower()} {unit}", "section")
    heads(sheet, row + 1, model.figures, head)
    for point in range(_POINTS):
        if subject:
            _valued(rows, row + 2 + point, Decimal(point) / 5, model, tools, subject)
        else:
            _multiplied(rows, row + 2 + point, Decimal(point) / 5, model, tools)
    span = (row + 2, row + 1 + _POINTS)
    if subject:
        _tie(rows, span[1] + 1, model, tools, subject)
    sheet.charts.append(_crossing_chart(sheet, span, model, head))


def _crossing_chart(sheet: Sheet, span: tuple[int, int], model: Comparison, head: str) -> Chart:
    series = tuple(
        Series(f"={sheet.at(span[0] - 1, SCALAR + at)}", _down(sheet, LABEL, span), _down(sheet, SCALAR + at, span))
        for at in range(len(model.figures))
    )
    alt = f"Lines of each offer's total against the {head.lower()}; where two cross, the offers tie."
    title, axes = f"Total against {head.lower()}", (head, model.offers.currency)
    return Chart("scatter", "straight", title, alt, span[1] + 3, 0, series, axes, (900, 340))


def _down(sheet: Sheet, col: int, rows: tuple[int, int]) -> str:
    return f"{sheet.name}!{fixed(rows[0], col)}:{fixed(rows[1], col)}"


def _multiplied(rows: CompareRows, row: int, share: Decimal, model: Comparison, tools: _Tools) -> None:
    """A point of the chart where no offer hangs on a valuation: all equity times a multiple."""
    sheet, x = rows.sheet, f"${letters(LABEL)}{row + 1}"
    sheet.number(row, NOTE, share, "rate")
    sheet.formula(row, LABEL, local(row, NOTE), share, "rate")
    for at, one in enumerate(model.figures):
        source = tools.yearly[one.offer.id]
        value = sum(one.cash, _ZERO) + share * sum(one.equity, _ZERO)
        sheet.formula(row, SCALAR + at, f"{source.sum('cash')}+{x}*{source.sum('equity')}", value, "money")


def _valued(
    rows: CompareRows, row: int, share: Decimal, model: Comparison, tools: _Tools, subject: tuple[Figures, int]
) -> None:
    """A point of the chart: every offer's total if the subject's company had this valuation."""
    sheet, x, (who, which) = rows.sheet, f"${letters(LABEL)}{row + 1}", subject
    grant = who.grants[which]
    valuation = (grant.grant.valuation or _ZERO) * share
    path = f"{who.offer.id}.{grant.grant.id}.valuation"
    sheet.number(row, NOTE, share, "rate")
    sheet.formula(row, LABEL, f"{local(row, NOTE)}*{tools.places.at(path)}", valuation, "money")
    for at, one in enumerate(model.figures):
        source, value = tools.yearly[one.offer.id], sum(one.total, _ZERO)
        formula = source.sum("total")
        if one is who:
            block = tools.grants[who.offer.id, which]
            worth = _stake(block, who, which, tools.places, x)
            formula += f"+({worth}-{block.sheet.at(block.value, SCALAR)})*{source.sheet.at(source.row('fx'), SCALAR)}"
            value += (_worth_at(grant, valuation) - grant.total) * one.fx
        sheet.formula(row, SCALAR + at, formula, value, "money")


def _tie(rows: CompareRows, row: int, model: Comparison, tools: _Tools, subject: tuple[Figures, int]) -> None:
    """The valuation at which the subject's total is the reference's; 0: ahead without it, or none does it."""
    sheet, (one, which) = rows.sheet, subject
    at, source, block = model.figures.index(one), tools.yearly[one.offer.id], tools.grants[one.offer.id, which]
    other, none = of_reference(row - 1, model, tools.places), local(row - _POINTS, SCALAR + at)
    slope = f"({_slope(block, one, which, tools.places)}*{source.sheet.at(source.row('fx'), SCALAR)})"
    ahead = tools.places.at(f"{one.offer.id}.{one.offer.grants[which].id}.preference_ahead")
    itself = f"{tools.places.at('reference')}={fixed(IDS, SCALAR + at)}"
    sheet.text(row, NOTE, "ties with the reference", "note")
    tied = f"{ahead}+({other}-{none})/{slope}"
    formula = f"IF(OR({itself},{other}<={none}),0,IFERROR(IF({tied}>largest_valuation,0,{tied}),0))"
    sheet.formula(row, LABEL, formula, _tied(model, one, which), "total")


def _slope(block: GrantRows, one: Figures, which: int, places: Places) -> str:
    """What a unit of valuation adds to the grant's value within the horizon."""
    path = f"{one.offer.id}.{one.offer.grants[which].id}"
    vested = block.sheet.span(block.vested + 1, FIRST, FIRST + len(one.base) - 1)
    keep = block.sheet.at(block.offset - 1, SCALAR)
    return f"{places.at(f'{path}.percent')}*{keep}*(1-{places.at(f'{path}.liquidity_discount')})*SUM({vested})"


def _tied(model: Comparison, one: Figures, which: int) -> Decimal:
    figures, other = one.grants[which], sum(model.reference.total, _ZERO)
    without = sum(one.total, _ZERO) - figures.total * one.fx
    slope = _worth_at(figures, (figures.grant.preference or _ZERO) + 1) * one.fx
    if one is model.reference or other <= without or not slope:
        return _ZERO
    tied = (figures.grant.preference or _ZERO) + (other - without) / slope
    return _ZERO if tied > LARGEST else tied


def _stake(block: GrantRows, one: Figures, which: int, places: Places, x: str) -> str:
    """The grant's value within the horizon at another valuation."""
    path = f"{one.offer.id}.{one.offer.grants[which].id}"
    return f"MAX(0,{x}-{places.at(f'{path}.preference_ahead')})*{_slope(block, one, which, places)}"


def _worth_at(grant: GrantFigures, valuation: Decimal) -> Decimal:
    left = max(_ZERO, valuation - (grant.grant.preference or _ZERO)) * grant.keep * (1 - grant.grant.discount)
    return (grant.grant.percent or _ZERO) * left * sum(grant.fraction, _ZERO)
