"""The offers workbook as sheets of cells, in reading order, from the same comparison the screen shows."""

from typing import NamedTuple

from coach.export.workbook_cells import Sheet
from coach.export.workbook_checks import Parts, checks_sheet
from coach.export.workbook_compare import compare_sheet
from coach.export.workbook_equity import equity_sheet
from coach.export.workbook_form import inputs_sheet
from coach.export.workbook_inputs import Places
from coach.export.workbook_leave import leave_sheet
from coach.export.workbook_scenarios import scenarios_sheet
from coach.export.workbook_spare import Added, roomy
from coach.export.workbook_summary import summary_sheet
from coach.export.workbook_words import about_sheet, clauses_sheet
from coach.export.workbook_yearly import yearly_sheet
from coach.offers.compare import Comparison


class Book(NamedTuple):
    """Every sheet, and where each field stands on Inputs."""

    sheets: tuple[Sheet, ...]
    places: Places


def _bands(sheet: Sheet) -> None:
    """Draw the rows of sums and headings through, where they say nothing."""
    widest: dict[int, int] = {}
    for cell in sheet.cells:
        widest[cell.row] = max(cell.col, widest.get(cell.row, 0))
    for cell in list(sheet.cells):
        if cell.style in ("total_label", "section"):
            rows = 1 if cell.style == "total_label" else 4
            reach = max(widest.get(row, 0) for row in range(cell.row, cell.row + rows))
            sheet.band(cell.row, cell.style, reach)


def plan(told: Comparison, source: str, version: str, added: Added | None = None) -> Book:
    """Lay the workbook out; `source` is the text of the offers file, kept for reading edits back.

    `added` says which grants were added in the workbook itself, and so stand in its room for them.
    """
    model, currency = roomy(told, added or {}), told.offers.currency
    inputs, places = inputs_sheet(model.offers)
    equity, grants = equity_sheet(model.figures, places, model.offers.years)
    yearly, rows = yearly_sheet(model.figures, places, grants, currency)
    compare = compare_sheet(model, places, rows, grants)
    scenarios, probability = scenarios_sheet(model, places, rows, grants, added or {})
    leave = leave_sheet(model.figures, places, rows, grants, currency)
    checks, flag, text = checks_sheet(Parts(model, places, rows, grants, compare, leave, probability))
    summary = summary_sheet(model, compare, rows, flag, text)
    for sheet in (summary, equity, yearly, compare.sheet, scenarios, leave):
        _bands(sheet)
    clauses, about = clauses_sheet(told), about_sheet(told, source, version)
    return Book((summary, inputs, equity, yearly, compare.sheet, scenarios, leave, clauses, checks, about), places)
