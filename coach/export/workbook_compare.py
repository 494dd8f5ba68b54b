"""Compare: metrics side by side, gaps, the base that ties, and the total against the valuation with its crossing."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from coach.export.workbook_beside import BODY, IDS, NAMES, CompareRows, heads, of_reference
from coach.export.workbook_cells import FIRST, LABEL, SCALAR, Sheet, local
from coach.export.workbook_equity import GrantRows
from coach.export.workbook_inputs import Places
from coach.export.workbook_valuation import Tools, valuation_table
from coach.export.workbook_yearly import OfferRows
from coach.offers.compare import METRICS, Comparison
from coach.offers.value import Figures

_ZERO: Final = Decimal(0)
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


def amount(one: Figures, metric: str) -> Decimal:
    """The engine's value of a row of this sheet."""
    if metric in METRICS:
        return METRICS[metric][1](one)
    return sum(getattr(one, metric), _ZERO)


def untold(one: Figures, metric: str) -> str:
    """The style of a figure that the candidate was not told: it says so where it would say 0."""
    field = {"equity": "equity", "contingent": "target_bonus"}.get(metric, "")
    return "untold" if field and field in one.offer.not_stated else ""


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
    valuation_table(rows, row + 1, model, Tools(places, yearly, grants))
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
