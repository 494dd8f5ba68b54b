"""The workbook as bytes: XlsxWriter, a value beside every formula, user text as text, the same bytes every time."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]

from coach.export.workbook import Book
from coach.export.workbook_cells import Cell, Chart, Sheet
from coach.export.workbook_inputs import CONSTANTS
from coach.export.workbook_styles import COLOURS, STYLES

_MADE: Final = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_LONGEST: Final = 32_767


def to_bytes(book: Book, made: datetime | None = None) -> bytes:
    """An .xlsx file; `made` is its creation time (a fixed one keeps two exports byte-identical)."""
    memory = BytesIO()
    file = xlsxwriter.Workbook(memory, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    file.set_properties(
        {
            "title": "Offers compared",
            "subject": "Job offers, year by year, with workings",
            "author": "coach",
            "keywords": "offers, total compensation",
            "comments": "Change the shaded cells on Inputs; everything else follows.",
            "created": made or _MADE,
        }
    )
    file.set_calc_mode("auto")
    formats = {
        name: file.add_format({"font_name": "Calibri", "font_size": 10, "valign": "vcenter", **look})
        for name, look in STYLES.items()
    }
    for sheet in book.sheets:
        _sheet(file, sheet, formats)
    for name in [constant for constant, _, _ in CONSTANTS] + ["discount_rate"]:
        file.define_name(name, f"={book.places.at(name)}")
    file.close()
    return memory.getvalue()


def _sheet(file: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    page = file.add_worksheet(sheet.name)
    page.hide_gridlines(2)
    for col, width in enumerate(sheet.widths):
        page.set_column(col, col, width)
    for row, height in sheet.heights.items():
        page.set_row(row, height)
    if sheet.freeze != (0, 0):
        page.freeze_panes(*sheet.freeze)
    for cell in sheet.cells:
        _cell(page, cell, formats[cell.style])
    for choice in sheet.choices:
        page.data_validation(choice.row, choice.col, choice.row, choice.col, choice.options)
    for chart in sheet.charts:
        _chart(file, page, chart)
    _flags(page, sheet, formats)
    _print(page, sheet)


def _cell(page: Any, cell: Cell, look: Any) -> None:
    value = cell.value
    if cell.formula:
        page.write_formula(cell.row, cell.col, f"={cell.formula}", look, _cached(value))
    elif value is None or value == "":
        page.write_blank(cell.row, cell.col, None, look)
    elif isinstance(value, Decimal):
        page.write_number(cell.row, cell.col, float(value), look)
    elif isinstance(value, date):
        page.write_datetime(cell.row, cell.col, datetime(value.year, value.month, value.day), look)  # noqa: DTZ001
    else:
        page.write_string(cell.row, cell.col, _fit(value), look)


def _cached(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else value


def _fit(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _chart(file: Any, page: Any, chart: Chart) -> None:
    made = file.add_chart({"type": chart.kind, **({"subtype": chart.subtype} if chart.subtype else {})})
    for at, series in enumerate(chart.series):
        look = _mark() if series.mark else _look(chart, COLOURS[at % len(COLOURS)])
        made.add_series(
            {"name": series.name, "categories": f"={series.categories}", "values": f"={series.values}", **look}
        )
    made.set_title({"name": chart.title, "name_font": {"size": 12, "bold": True}, "overlay": False})
    across = {"name": chart.axes[0], "num_format": "#,##0", "name_font": {"size": 9, "bold": False}}
    bounds = {name: end for name, end in zip(("min", "max"), chart.reach, strict=True) if end is not None}
    made.set_x_axis({**across, **bounds, **({"major_unit": 1} if len(bounds) > 1 else {})})
    made.set_y_axis(
        {
            "name": chart.axes[1],
            "num_format": "#,##0",
            "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}},
        }
    )
    made.set_legend({"position": "bottom"})
    made.set_size({"width": chart.size[0], "height": chart.size[1]})
    page.insert_chart(chart.row, chart.col, made, {"description": chart.alt, "object_position": 1})


def _look(chart: Chart, colour: str) -> dict[str, Any]:
    if chart.kind == "column":
        return {"fill": {"color": colour}, "gap": 60}
    line = {"line": {"color": colour, "width": 2.25}}
    point = {"type": "circle", "size": 4, "fill": {"color": colour}, "border": {"color": colour}}
    return {**line, "marker": point} if chart.reach[1] else line


def _mark() -> dict[str, Any]:
    rim = {"color": "#FFFFFF", "width": 1}
    return {
        "line": {"none": True},
        "marker": {"type": "diamond", "size": 11, "fill": {"color": "#B3261E"}, "border": rim},
    }


def _flags(page: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    for cell in sheet.cells:
        if cell.style in ("flag", "flag_right"):
            rule = {"type": "text", "criteria": "containing", "value": "FAIL", "format": formats["flag_bad"]}
            page.conditional_format(cell.row, cell.col, cell.row, cell.col, rule)


def _print(page: Any, sheet: Sheet) -> None:
    page.set_paper(9)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    if sheet.wide:
        page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_footer("&L&9&A&C&9Private&R&9&P of &N")
    if sheet.breaks:
        page.set_h_pagebreaks(sheet.breaks)
    if sheet.freeze[0]:
        page.repeat_rows(0, sheet.freeze[0] - 1)
