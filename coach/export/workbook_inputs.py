"""Inputs: where each field stands, how it looks, what may be typed, and the constants."""

from datetime import date
from decimal import Decimal
from typing import Final

from coach.export.workbook_cells import FIRST, LABEL, NOTE, SCALAR, Choice, Sheet
from coach.export.workbook_slots import CHOICES, Slot

NAME: Final = "Inputs"
LARGEST: Final = Decimal(10) ** 12
CONSTANTS: Final = (
    ("months_per_year", "Months in a year", Decimal(12)),
    ("mid_year", "Mid-year, as part of a year", Decimal("0.5")),
    ("step_digits", "Places a step count is rounded to", Decimal(9)),
    ("cent_digits", "Places money is rounded to in comparisons", Decimal(2)),
    ("index_base", "Cost-of-living index that means equal", Decimal(100)),
    ("tolerance", "Largest difference that is rounding", Decimal("0.005")),
    ("largest_valuation", "A valuation beyond this is none", LARGEST),
    ("mismatch_limit", "Stated value may differ by", Decimal("0.05")),
)


class Places:
    """Where each field's cell is; a scenario has its own places in front of the Inputs sheet's."""

    def __init__(self, before: "Places | None" = None) -> None:
        self._cells: dict[str, tuple[Sheet, int, int]] = {}
        self._before = before

    def add(self, path: str, sheet: Sheet, row: int, col: int) -> None:
        """Remember a field's cell, or the first cell of a row along the years."""
        self._cells[path] = (sheet, row, col)

    def has(self, path: str) -> bool:
        """Whether the field has a cell."""
        return path in self._cells or (self._before is not None and self._before.has(path))

    def place(self, path: str) -> tuple[Sheet, int, int]:
        """The sheet, row and column of a field."""
        if path in self._cells or self._before is None:
            return self._cells[path]
        return self._before.place(path)

    def at(self, path: str) -> str:
        """The absolute address of a single field."""
        return self.place(path)[0].at(*self.place(path)[1:])

    def year(self, path: str, year: int) -> str:
        """The address of a year's cell; it moves with the column (year 0 is the first)."""
        sheet, row, col = self.place(path)
        return sheet.across(row, col + year)

    def span(self, path: str, count: int) -> str:
        """The range of a row along the years."""
        sheet, row, col = self.place(path)
        return sheet.span(row, col, col + count - 1)


def is_whole(value: object) -> bool:
    """Whether an amount has no cents."""
    return not isinstance(value, Decimal) or value == value.to_integral_value()


def style(slot: Slot, value: object) -> str:
    """How an input of this kind looks."""
    if slot.kind == "money" and not is_whole(value):
        return "in_price"
    return f"in_{slot.kind}"


def put_slot(sheet: Sheet, row: int, slot: Slot, places: Places, key: str = "") -> None:
    """One row of inputs; `key` is the slot's name in the file if it is not the field itself."""
    sheet.text(row, LABEL, slot.label, "label")
    sheet.text(row, NOTE, slot.note, "note")
    first = FIRST if slot.along else SCALAR
    places.add(slot.path, sheet, row, first)
    for at, value in enumerate(slot.values):
        name = (key or slot.path) + (f"#{at + 1}" if slot.along else "")
        if isinstance(value, str):
            sheet.text(row, first + at, value, "in_text", name)
        else:
            sheet.number(row, first + at, value, style(slot, value), name)
        validate(sheet, row, first + at, slot)


def validate(sheet: Sheet, row: int, col: int, slot: Slot) -> None:
    """What may be typed into a cell."""
    options = next((words for tail, words in CHOICES.items() if slot.path.endswith(tail)), None)
    if options:
        sheet.choices.append(Choice(row, col, {"validate": "list", "source": list(options)}))
    elif slot.kind in ("money", "price", "rate"):
        sheet.choices.append(Choice(row, col, _at_least(0, "A number of zero or more.")))
    elif slot.kind == "percent":
        sheet.choices.append(Choice(row, col, _at_least(-1, "A percentage, such as 8 %.")))
    elif slot.kind == "whole":
        bounds = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": 240}
        sheet.choices.append(Choice(row, col, bounds | {"error_message": "A whole number."}))
    elif slot.kind == "date":
        early = {"validate": "date", "criteria": ">=", "value": date(1990, 1, 1)}
        sheet.choices.append(Choice(row, col, early | {"error_message": "A date."}))


def _at_least(least: int, message: str) -> dict[str, object]:
    return {"validate": "decimal", "criteria": ">=", "value": least, "error_message": message}
