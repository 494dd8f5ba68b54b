"""Editing one input of a workbook, as a candidate would."""

from decimal import Decimal
from pathlib import Path
from random import Random

import openpyxl

from coach.export.workbook import Book, plan
from coach.export.workbook_cells import Cell, local
from coach.export.workbook_import import read_back
from coach.offers.compare import compare

STEADY = ("sign_on", "vesting", "grant_year", "payout_curve", "stated_value", "settlement_bonus.step", "cost_of_living")


def changes(book: Book) -> list[Cell]:
    """The inputs that can be scaled without leaving what their field may be."""
    return [
        cell
        for cell in book.sheets[1].cells
        if cell.slot
        and isinstance(cell.value, Decimal)
        and cell.value
        and not any(word in cell.slot for word in STEADY)
    ]


def edit(path: Path, target: Path, seed: int) -> Path:
    """A copy in which one input is 10 % smaller."""
    back = read_back(path, "0")
    cell = Random(seed).choice(changes(plan(compare(back.offers), back.text, "0")))
    book = openpyxl.load_workbook(path)
    page = book["Inputs"]
    place = local(cell.row, cell.col)
    page[place].value = round(float(page[place].value) * 0.9, 10)
    book.save(target)
    return target
