"""Clauses and About: what to ask for, what is doubtful, what the figures mean, and the file behind the workbook."""

from typing import Final

from coach.export.workbook_cells import HEAD, LABEL, NOTE, SCALAR, Sheet
from coach.offers.check import warnings
from coach.offers.clauses import CHECKLIST, classes
from coach.offers.compare import Comparison

SOURCE_TITLE: Final = "The offers file this workbook was made from"
CHUNK: Final = 2_000
_MEANINGS: Final = (
    ("Offer year", "Year 1 is months 1 to 12 from the start date."),
    ("Guaranteed cash", "Base and sign-on."),
    ("Contingent cash", "Target bonus at its expected payout, and the settlement bonus."),
    ("Uncertain equity", "What vests in the year at that year's price or valuation, after dilution and discount."),
    (
        "Settlement bonus",
        "Per step x steps above baseline; floor counts full steps only, linear pro rata; then the cap.",
    ),
    ("Present value", "Totals divided by (1 + discount rate) to the power of the year, or of the year less one half."),
    ("Benefits", "Annual value and retirement match: a line of its own, never in the total."),
    ("After tax", "Flat rates that were entered, cash and equity apart; no bracket tables. Empty: before tax."),
    ("Not stated", "What the candidate was not told is counted as nothing and said to be not stated; it is not zero."),
)


def clauses_sheet(model: Comparison) -> Sheet:
    """What is guaranteed, contingent and uncertain in words, the doubts, and the checklist for a linked clause."""
    sheet = Sheet("Clauses", (34, 56, 44), wide=True)
    sheet.title(
        "Clauses",
        "What each sum depends on, what is doubtful, what a linked clause must say. The words are as exported.",
    )
    row = _table(sheet, HEAD, ("Class", "What it is", "Offer"), [(c.name, c.text, c.offer) for c in classes(model)])
    doubts = [(doubt.field, f"[{doubt.name}] {doubt.message}", doubt.ask) for doubt in warnings(model)]
    row = _table(sheet, row + 1, ("Field", "Doubt", "Ask"), doubts or [("None", "No doubts were found.", "")])
    sheet.breaks.append(row + 1)
    _table(
        sheet, row + 1, ("Performance-linked clause", "It must say", "Agreed words"), [(a, b, "") for a, b in CHECKLIST]
    )
    return sheet


def _table(sheet: Sheet, row: int, heads: tuple[str, str, str], rows: list[tuple[str, str, str]]) -> int:
    for col, head in enumerate(heads):
        sheet.text(row, col, head, "head")
    for cells in rows:
        row += 1
        lines = 1
        for col, cell in enumerate(cells):
            sheet.text(row, col, cell, "wrap_label" if col == LABEL else "wrap")
            width = sheet.widths[col]
            lines = max(lines, sum(1 + int(len(part) / (width * 1.1)) for part in cell.split("\n")))
        sheet.heights[row] = min(15.5 * lines, 400)
    return row + 1


def about_sheet(model: Comparison, source: str, version: str) -> Sheet:
    """What the figures mean, and the source: lines too long for a cell go on in the next column."""
    sheet = Sheet("About", (26, 64, 30, 30), wide=True)
    sheet.title(
        "About", f"Made by coach {version} from the file below. Every formula carries the value the engine worked out."
    )
    row = _table(sheet, HEAD, ("Figure", "Meaning", ""), [(name, text, "") for name, text in _MEANINGS])
    row += 1
    sheet.text(row, LABEL, "Rates", "head")
    for col in (NOTE, SCALAR):
        sheet.text(row, col, "", "head")
    for code, rate in model.offers.fx.items():
        row += 1
        said = f"{rate.rate:f} {model.offers.currency}, as of {rate.as_of.isoformat()}, the same for all years"
        sheet.text(row, LABEL, f"One {code}", "wrap_label")
        sheet.text(row, NOTE, said, "wrap")
    if not model.offers.fx:
        row += 1
        sheet.text(row, LABEL, "None", "wrap_label")
        sheet.text(row, NOTE, "All offers are in one currency.", "wrap")
    row += 2
    sheet.breaks.append(row)
    sheet.text(row, LABEL, SOURCE_TITLE, "head")
    for col in (NOTE, SCALAR):
        sheet.text(row, col, "", "head")
    for line in source.split("\n"):
        row += 1
        for col in range(0, max(1, -(-len(line) // CHUNK))):
            sheet.text(row, col, line[CHUNK * col : CHUNK * (col + 1)], "code")
    sheet.text(row + 1, LABEL, "— end of the file —", "note")
    return sheet
