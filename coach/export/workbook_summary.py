"""Summary: one page with the three classes, the gaps, the flag and the charts."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from coach.export.workbook_beside import CompareRows, heads
from coach.export.workbook_cells import LABEL, NOTE, SCALAR, Chart, Series, Sheet, fixed
from coach.export.workbook_compare import amount, untold
from coach.export.workbook_crossing import crossings_table
from coach.export.workbook_yearly import OfferRows, cumulative_chart
from coach.offers.compare import Comparison

_ZERO: Final = Decimal(0)
_ROWS: Final = (
    ("first_year_cash", "First-year cash"),
    ("guaranteed", "Guaranteed cash"),
    ("contingent", "Contingent cash"),
    ("equity", "Uncertain equity"),
    ("total", "Total"),
    ("npv_end", "Present value (year end)"),
    ("npv_mid", "Present value (mid-year)"),
    ("benefits", "Benefits, beside the total"),
)
_CLASSES: Final = ("guaranteed", "contingent", "equity")


def summary_sheet(
    model: Comparison, compare: CompareRows, yearly: Mapping[str, OfferRows], flag: str, flag_text: str
) -> Sheet:
    """The first sheet; what was not told is said to be so."""
    figures, offers = model.figures, model.offers
    sheet = Sheet("Summary", (30, 24, *(17,) * max(len(figures), 3)), wide=len(figures) > 4)
    sheet.title(
        "Offers compared", f"{offers.years} offer years · in {offers.currency} · before tax unless said otherwise"
    )
    heads(sheet, 3, figures, "Over the horizon" if offers.years > 1 else "One year")
    row = 3
    for metric, label in _ROWS:
        row += 1
        look = "total" if metric in ("first_year_cash", "total") else ("cents" if "npv" in metric else "money")
        sheet.text(row, LABEL, label, "total_label" if look == "total" else "label")
        if note := _untold(model, metric):
            sheet.text(row, NOTE, note, "note")
        for at, one in enumerate(figures):
            source = compare.sheet.at(compare.metrics[metric], SCALAR + at)
            sheet.formula(row, SCALAR + at, source, amount(one, metric), untold(one, metric) or look)
    for metric, label in (("first_year_cash", "Ahead in first-year cash"), ("total", "Ahead in total")):
        row += 1
        sheet.text(row, LABEL, label, "label")
        sheet.text(row, NOTE, "negative: behind", "note")
        for at, one in enumerate(figures):
            source = compare.sheet.at(compare.gaps[metric], SCALAR + at)
            sheet.formula(row, SCALAR + at, source, model.gap(metric, one), "money")
    row += 1
    data = row + 45
    sheet.breaks.append(data)
    size = (390 + 124 * max(len(figures), 3), 300)
    sheet.charts.append(_stacked(sheet, data, model, yearly, row + 4)._replace(size=size))
    below = data + 3 + len(figures) * offers.years
    marks = _crossings(sheet, (row, below), model, yearly)
    sheet.text(row + 2, LABEL, "Do the sums come out?", "label")
    sheet.formula(row + 2, NOTE, flag, flag_text, "flag")
    sheet.charts.append(
        cumulative_chart(yearly, figures, row + 21, marks, offers.currency)._replace(size=(size[0], 380))
    )
    return sheet


def _crossings(
    sheet: Sheet, rows: tuple[int, int], model: Comparison, yearly: Mapping[str, OfferRows]
) -> Series | None:
    """The first crossing of totals so far in words, and the marks for the chart; nothing where none can be."""
    if len(model.figures) < 2 or model.offers.years < 2:
        return None
    found = crossings_table(sheet, rows[1], model, yearly)
    sheet.text(rows[0], LABEL, "Where totals so far cross", "label")
    sheet.formula(rows[0], NOTE, found.formula, found.text, "words")
    return found.marks


def _untold(model: Comparison, metric: str) -> str:
    silent = any(untold(one, metric) and not amount(one, metric) for one in model.figures)
    return "not stated counts as nothing" if silent else ""


def _stacked(sheet: Sheet, top: int, model: Comparison, yearly: Mapping[str, OfferRows], row: int) -> Chart:
    """Cash and equity of each offer and year, stacked; its table stands below the printed page."""
    sheet.text(top, LABEL, "Table behind the chart: cash and equity by year", "section")
    for col, label in enumerate(("Offer", "Year", "Guaranteed cash", "Contingent cash", "Uncertain equity")):
        sheet.text(top + 1, col, label, "head_right" if col >= SCALAR else "head")
    line = top + 2
    for one in model.figures:
        rows = yearly[one.offer.id]
        for year in range(len(one.base)):
            sheet.text(line, LABEL, one.offer.name if year == 0 else "", "label")
            sheet.text(line, NOTE, f"Y{year + 1}", "label")
            for at, name in enumerate(_CLASSES):
                source = rows.sheet.at(rows.row(name), SCALAR + 1 + year)
                sheet.formula(line, SCALAR + at, source, getattr(one, name)[year], "money")
            line += 1
    categories = f"Summary!{fixed(top + 2, LABEL)}:{fixed(line - 1, NOTE)}"
    series = tuple(
        Series(label, categories, f"Summary!{fixed(top + 2, SCALAR + at)}:{fixed(line - 1, SCALAR + at)}")
        for at, label in enumerate(("Guaranteed cash", "Contingent cash", "Uncertain equity"))
    )
    said = "; ".join(
        f"{one.offer.name}: cash {sum(one.cash, _ZERO):,.0f}, equity {sum(one.equity, _ZERO):,.0f}"
        for one in model.figures
    )
    alt = f"Stacked columns of guaranteed cash, contingent cash and uncertain equity by offer and year. {said}."
    return Chart("column", "stacked", "Cash and equity by year", alt, row, 0, series, ("", model.offers.currency))
