"""What the sheets with an offer a column share: where rows stand, the header, the reference offer's value."""

from typing import NamedTuple

from coach.export.workbook_cells import LABEL, NOTE, SCALAR, Sheet, fixed
from coach.export.workbook_inputs import Places
from coach.offers.compare import Comparison
from coach.offers.value import Figures

NAMES, IDS, BODY = 3, 4, 5


class CompareRows(NamedTuple):
    """Where each metric stands; offers run along the columns from the third."""

    sheet: Sheet
    metrics: dict[str, int]
    gaps: dict[str, int]


def heads(sheet: Sheet, row: int, figures: tuple[Figures, ...], label: str = "") -> None:
    """A header row with the offers' names."""
    sheet.text(row, LABEL, label, "head")
    sheet.text(row, NOTE, "", "head")
    for at, one in enumerate(figures):
        sheet.text(row, SCALAR + at, one.offer.name, "head_right")


def of_reference(row: int, model: Comparison, places: Places) -> str:
    """The reference offer's value in a row, found by its id."""
    last = SCALAR + len(model.figures) - 1
    values, ids = f"{fixed(row, SCALAR)}:{fixed(row, last)}", f"{fixed(IDS, SCALAR)}:{fixed(IDS, last)}"
    return f"INDEX({values},MATCH({places.at('reference')},{ids},0))"
