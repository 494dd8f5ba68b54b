"""Cells before they are a file: each formula with its engine value, each input with the field it comes from."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple

Value = Decimal | str | date | None
LABEL, NOTE, SCALAR, FIRST = 0, 1, 2, 3
HEAD: Final = 3


class Cell(NamedTuple):
    """One cell, counted from 0; `formula` without the equals sign; `slot` is the field an input states."""

    row: int
    col: int
    value: Value
    style: str
    formula: str = ""
    slot: str = ""


class Choice(NamedTuple):
    """A drop-down list, or bounds, on one cell."""

    row: int
    col: int
    options: dict[str, Any]


class Series(NamedTuple):
    """One line or column block of a chart: a name (or the cell it stands in), the ranges of categories and values.

    `mark` draws points without a line.
    """

    name: str
    categories: str
    values: str
    mark: bool = False


class Chart(NamedTuple):
    """A native chart, its place and what it says to those who cannot see it; `reach` bounds a numbered x axis."""

    kind: str
    subtype: str
    title: str
    alt: str
    row: int
    col: int
    series: tuple[Series, ...]
    axes: tuple[str, str]
    size: tuple[int, int] = (760, 300)
    reach: tuple[int | None, int | None] = (None, None)


class Sheet:
    """A sheet being put together; rows and columns count from 0."""

    def __init__(self, name: str, widths: Sequence[float], *, wide: bool = False) -> None:
        self.name, self.widths, self.wide = name, tuple(widths), wide
        self.cells: list[Cell] = []
        self.charts: list[Chart] = []
        self.choices: list[Choice] = []
        self.heights: dict[int, float] = {}
        self.breaks: list[int] = []
        self.freeze: tuple[int, int] = (0, 0)
        self.row = 0

    def text(self, row: int, col: int, text: str, style: str = "text", slot: str = "") -> None:
        """Text, always typed as text."""
        self.cells.append(Cell(row, col, text, style, "", slot))

    def number(self, row: int, col: int, value: Value, style: str, slot: str = "") -> None:
        """A number, a date or nothing."""
        self.cells.append(Cell(row, col, value, style, "", slot))

    def formula(self, row: int, col: int, formula: str, value: Value, style: str) -> None:
        """A formula with the value the engine worked out."""
        self.cells.append(Cell(row, col, value, style, formula))

    def title(self, text: str, note: str = "") -> None:
        """The first two rows."""
        self.text(0, LABEL, text, "title")
        self.text(1, LABEL, note, "note")
        self.heights[0] = 26

    def band(self, row: int, style: str, widest: int) -> None:
        """The same look in the cells of a row that say nothing, up to a column."""
        used = {cell.col for cell in self.cells if cell.row == row}
        for col in range(widest + 1):
            if col not in used:
                self.text(row, col, "", style)

    def years(self, row: int, count: int, label: str = "", total: str = "Sum") -> None:
        """A header row with the years as numbers."""
        self.text(row, LABEL, label, "head")
        self.text(row, NOTE, "", "head")
        self.text(row, SCALAR, total, "head_right")
        for year in range(1, count + 1):
            self.number(row, FIRST + year - 1, Decimal(year), "head_year")

    def at(self, row: int, col: int) -> str:
        """An absolute address that other sheets can use."""
        return f"{quoted(self.name)}!{fixed(row, col)}"

    def across(self, row: int, col: int) -> str:
        """An address that moves with the column: the same year on another sheet."""
        return f"{quoted(self.name)}!{letters(col)}${row + 1}"

    def span(self, row: int, first: int, last: int) -> str:
        """An absolute range within one row."""
        return f"{quoted(self.name)}!{fixed(row, first)}:{fixed(row, last)}"


def letters(col: int) -> str:
    """A column as letters."""
    head, tail = divmod(col, 26)
    return (letters(head - 1) if head else "") + chr(65 + tail)


def fixed(row: int, col: int) -> str:
    """`$C$4`."""
    return f"${letters(col)}${row + 1}"


def local(row: int, col: int) -> str:
    """`C4`."""
    return f"{letters(col)}{row + 1}"


def quoted(name: str) -> str:
    """A sheet's name as formulas write it."""
    return f"'{name}'" if " " in name else name
