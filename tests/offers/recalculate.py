"""Recalculating a workbook with another program, and reading what it and the file say."""

import os
import subprocess
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl

Cells = dict[tuple[str, str], Any]
# LibreOffice trusts the values in a file unless its profile says to work everything out again.
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item></oor:items>
"""


def values(path: Path) -> Cells:
    """Every value a file holds, formulas as what was last worked out."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {(sheet.title, cell.coordinate): cell.value for sheet in book for row in sheet.iter_rows() for cell in row}


def formulas(path: Path) -> Cells:
    """Every formula of a file."""
    book = openpyxl.load_workbook(path)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def office(paths: list[Path], folder: Path, kind: str = "xlsx") -> list[Path]:
    """The files worked out again by LibreOffice and saved in another folder."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(PROFILE)
    out = folder / "again"
    command = [
        "soffice",
        f"-env:UserInstallation=file://{profile}",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(out),
    ]
    env = os.environ | {"HOME": str(folder)}
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=600, env=env)
    return [out / path.with_suffix(f".{kind}").name for path in paths]


def differences(found: Cells, wanted: Cells, cells: Cells, near: float = 0.005) -> list[str]:
    """The formula cells whose values are further apart than `near`, or are errors."""
    wrong = []
    for place in cells:
        one, other = found.get(place), wanted.get(place)
        if isinstance(one, date | datetime | str) or one is None:
            same = one == other and not str(one).startswith("#")
        else:
            same = isinstance(other, int | float) and abs(one - other) <= near
        if not same:
            wrong.append(f"{place[0]}!{place[1]}: {one!r} against {other!r} {cells[place]}")
    return wrong
