"""An offers workbook read back: what it holds, what was edited, and whether every value is the engine's."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, NamedTuple
from zipfile import BadZipFile

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from coach.errors import InputFault, Problem
from coach.export.workbook import Book
from coach.export.workbook_cells import Cell, Sheet, local
from coach.export.workbook_spare import in_room
from coach.export.workbook_words import SOURCE_TITLE

NEAR: Final = 0.005
NO_VALUE: Final = "has no value; open and save it in a spreadsheet program"
_FEW: Final = 3
_LARGEST: Final = 30 * 1024 * 1024


class Held(NamedTuple):
    """The values and the formulas of a file, by sheet and cell."""

    path: str
    values: dict[tuple[str, str], Any]
    formulas: dict[tuple[str, str], str]


class Difference(NamedTuple):
    """A cell that does not say what the engine says."""

    place: str
    message: str


def hold(path: Path) -> Held:
    """Read a workbook; InputFault (exit 4) if it is none."""
    try:
        if path.stat().st_size > _LARGEST:
            raise InputFault(f"{path} is larger than an offers workbook can be.")
        shown = openpyxl.load_workbook(path, data_only=True)
        written = openpyxl.load_workbook(path)
    except OSError as error:
        raise InputFault(f"{path} cannot be read: {error.strerror or error}.") from error
    except (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, SyntaxError) as error:
        raise InputFault(f"{path} is not an .xlsx workbook.", hint="Make one: coach offers export") from error
    values = {(page.title, cell.coordinate): cell.value for page in shown for row in page.iter_rows() for cell in row}
    formulas = {
        (page.title, cell.coordinate): str(cell.value)
        for page in written
        for row in page.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    return Held(str(path), values, formulas)


def source(held: Held) -> str:
    """The text of the offers file a workbook was made from; InputFault if it has none."""
    rows = [int(place[1][1:]) for place, value in held.values.items() if place[0] == "About" and value == SOURCE_TITLE]
    if not rows:
        raise InputFault(
            f"{held.path} was not made by `coach offers export`.", hint="It has no offers file on its About sheet."
        )
    lines, row = [], rows[0] + 1
    last = max(int("".join(filter(str.isdigit, place[1]))) for place in held.values if place[0] == "About")
    while row <= last and held.values.get(("About", f"A{row}")) != "— end of the file —":
        parts = [held.values.get(("About", f"{name}{row}")) for name in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
        lines.append("".join(str(part) for part in parts if part is not None))
        row += 1
    return "\n".join(lines)


def edits(held: Held, book: Book) -> dict[str, tuple[str, Any]]:
    """The inputs that say something else than the file they came from: field -> (cell, new value)."""
    found = {}
    for sheet in book.sheets:
        for cell in sheet.cells:
            if cell.slot:
                place = (sheet.name, local(cell.row, cell.col))
                value = held.values.get(place)
                if not _same_input(cell, value):
                    found[cell.slot] = ("!".join(place), value)
    return found


def _same_input(cell: Cell, value: Any) -> bool:
    if cell.value is None or cell.value == "":
        return value is None or value == ""
    if isinstance(cell.value, Decimal):
        return isinstance(value, int | float) and not isinstance(value, bool) and float(cell.value) == float(value)
    if isinstance(cell.value, date):
        return isinstance(value, datetime) and value.date() == cell.value
    return bool(value == cell.value)


def differences(held: Held, book: Book, *, edited: bool = False) -> list[Difference]:
    """Every formula cell whose formula or cached value is not the engine's, and every other cell that was changed.

    The words beside the figures are those of the export: once inputs were edited they are not compared, and neither is
    what was typed into the room for grants.
    """
    return [
        found
        for sheet in book.sheets
        for cell in sheet.cells
        if not (edited and _is_free(cell)) and (found := _difference(held, sheet, cell))
    ]


def differences_shown(found: Sequence[Difference]) -> list[str]:
    """A line for each; a file that no spreadsheet program has worked out yet gets one line for all of them."""
    empty = [each for each in found if each.message == NO_VALUE]
    if len(empty) <= _FEW:
        return [f"{each.place}: {each.message}" for each in found]
    told = [f"{each.place}: {each.message}" for each in found if each.message != NO_VALUE]
    return [*told, f"{empty[0].place} and {len(empty) - 1} more: no value; open and save it in a spreadsheet program"]


def _is_free(cell: Cell) -> bool:
    words = isinstance(cell.value, str) and not cell.formula and not cell.slot
    return words or in_room(cell.slot)


def _difference(held: Held, sheet: Sheet, cell: Cell) -> Difference | None:
    place = (sheet.name, local(cell.row, cell.col))
    name, value = "!".join(place), held.values.get(place)
    if not cell.formula:
        same = _same_input(cell, value) or (isinstance(cell.value, str) and len(cell.value) > 30_000)
        return None if same else Difference(name, f"holds {value!r}, not {_shown(cell.value)}")
    formula = held.formulas.get(place)
    if formula is None:
        return Difference(name, f"holds {value!r} in place of a formula")
    if formula != f"={cell.formula}":
        return Difference(name, f"the formula was changed to {formula[:120]}")
    if value is None:
        return Difference(name, NO_VALUE)
    if isinstance(cell.value, Decimal):
        near = isinstance(value, int | float) and abs(float(value) - float(cell.value)) <= NEAR
        return None if near else Difference(name, f"holds {value!r}; the engine says {_shown(cell.value)}")
    return None if value == cell.value else Difference(name, f"holds {value!r}; the engine says {cell.value!r}")


def _shown(value: object) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else repr(value)


def problems(held: Held, places: dict[str, str], found: list[Problem]) -> list[Problem]:
    """The problems of an edited file, each with the cell it came from where that is known."""
    by_field = []
    for problem in found:
        field = problem.message.partition(":")[0]
        cell = next((place for slot, place in places.items() if slot.split("#")[0].endswith(field)), "")
        by_field.append(problem._replace(path=f"{held.path} {cell}".strip(), line=0, column=0))
    return by_field
