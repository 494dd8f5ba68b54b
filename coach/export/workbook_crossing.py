"""The table behind the marks in the chart over years: where two totals so far cross, named in words by formula."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from coach.export.workbook_cells import FIRST, HEAD, LABEL, NOTE, SCALAR, Series, Sheet, fixed, local
from coach.export.workbook_yearly import OfferRows
from coach.offers.compare import Comparison
from coach.offers.crossing import Step, said, steps

AT, TOTAL, GAP = SCALAR, SCALAR + 1, SCALAR + 2
MARK: Final = "Where two cross"


class Crossings(NamedTuple):
    """The marks for the chart, and the formula that names the first crossing with its text now."""

    marks: Series
    formula: str
    text: str


class _Row(NamedTuple):
    row: int
    step: Step
    mine: OfferRows
    theirs: OfferRows

    def total(self, rows: OfferRows, back: int = 0) -> str:
        """An offer's total by the end of this year, or of one before."""
        return rows.sheet.at(rows.row("cumulative"), FIRST + self.step.year - 1 - back)

    def head(self, year: int) -> str:
        """The number of a year on Yearly."""
        return self.mine.sheet.at(HEAD, FIRST + year - 1)


def crossings_table(sheet: Sheet, top: int, model: Comparison, yearly: Mapping[str, OfferRows]) -> Crossings:
    """Write it; for two offers or more."""
    found = steps(model.figures)
    sheet.text(
        top, LABEL, "Table behind the marks: where two totals so far cross, straight between year ends", "section"
    )
    for col, label in enumerate(("Crossing", "By the end of year", "Years after the start", "Total then", "Gap then")):
        sheet.text(top + 1, col, label, "head_right" if col >= NOTE else "head")
    for row, step in enumerate(found, top + 2):
        _write(sheet, _Row(row, step, yearly[step.one.offer.id], yearly[step.other.offer.id]))
    span = (top + 2, top + 1 + len(found))
    ats, words = (f"{fixed(span[0], col)}:{fixed(span[1], col)}" for col in (AT, LABEL))
    many = f"SUMPRODUCT(({ats}>0)*1)"
    more = f'IF({many}>1," (crossings in all: "&{many}&")","")'
    none = '"They do not cross within the horizon"'
    first = f"SMALL({ats},SUMPRODUCT(({ats}=0)*1)+1)"
    formula = f"IF({many}=0,{none},INDEX({words},MATCH({first},{ats},0))&{more})"
    across, up = (f"{sheet.name}!{fixed(span[0], col)}:{fixed(span[1], col)}" for col in (AT, TOTAL))
    marks = Series(MARK, across, up, mark=True)
    return Crossings(marks, formula, said(found))


def _write(sheet: Sheet, at: _Row) -> None:
    row, step = at.row, at.step
    sheet.formula(row, GAP, f"ROUND({at.total(at.mine)}-{at.total(at.theirs)},cent_digits)", step.gap, "cents")
    sheet.formula(row, NOTE, at.head(step.year), Decimal(step.year), "whole")
    # Without a crossing the mark lies at 0, before the first year end, where the chart does not reach.
    sheet.formula(row, AT, _after(at), step.at or Decimal(0), "if_any")
    held = step.one.cumulative[step.year - 1] if step.total is None else step.total
    sheet.formula(row, TOTAL, _then(at), held, "money")
    sheet.formula(row, LABEL, _words(at), step.words, "words")


def _after(at: _Row) -> str:
    if at.step.year == 1:
        return "0"
    before, gap = local(at.row - 1, GAP), local(at.row, GAP)
    crossed = f"OR(AND({before}>0,{gap}<=0),AND({before}<0,{gap}>=0))"
    return f"IF({crossed},{at.head(at.step.year - 1)}+{before}/({before}-{gap}),0)"


def _then(at: _Row) -> str:
    end = at.total(at.mine)
    if at.step.year == 1:
        return end
    start, since = at.total(at.mine, 1), f"{local(at.row, AT)}-{at.head(at.step.year - 1)}"
    return f"IF({local(at.row, AT)}=0,{end},{start}+({since})*({end}-{start}))"


def _words(at: _Row) -> str:
    mine, theirs = (rows.sheet.at(rows.top, LABEL) for rows in (at.mine, at.theirs))
    gap = local(at.row, GAP)
    passes = f'IF({gap}<0,{theirs}&" passes "&{mine},{mine}&IF({gap}=0," is level with "," passes ")&{theirs})'
    return (
        f'IF({local(at.row, AT)}=0,"No crossing: "&{mine}&" / "&{theirs},"Year "&{local(at.row, NOTE)}&": "&{passes})'
    )
