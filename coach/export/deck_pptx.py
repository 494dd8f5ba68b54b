"""A deck as native slides: real titles, a table and a chart that can be edited, the talk track as speaker notes."""

import io
from typing import Any, cast

from coach.errors import MissingExtra
from coach.export.deck_draw import ACCENT, HIGH, INK, MARGIN, PALE, SOFT, WHITE, WIDE, colour_of, text_box, write
from coach.export.deck_figures import figure_row
from coach.export.inert import cell
from coach.export.steady import steady
from coach.stories.slides import Chart, Deck, Slide, Table
from coach.text import neutral


def deck_pptx(deck: Deck) -> bytes:
    """The whole deck, 16:9; MissingExtra if python-pptx is not installed."""
    try:
        from pptx import Presentation
        from pptx.util import Inches
    except ImportError:
        raise MissingExtra(
            "Slides as .pptx need an extra part.",
            "Install it, in the folder of coach: .venv/bin/pip install '.[pptx]'; .md and .html work without.",
        ) from None
    made = Presentation()
    made.slide_width, made.slide_height = Inches(WIDE), Inches(HIGH)
    made.core_properties.title = neutral(deck.title)
    made.core_properties.author = ""
    _cover(made, deck)
    for number, slide in enumerate(deck.slides, 2):
        _slide(made, slide, number)
    out = io.BytesIO()
    made.save(out)
    return steady(out.getvalue())


def _cover(made: Any, deck: Deck) -> None:
    page = _page(made)
    _title(page, deck.title, 2.6, 44)
    text_box(page, [deck.subtitle], (MARGIN, 4.3, WIDE - 2 * MARGIN, 0.8), 24, SOFT)


def _slide(made: Any, slide: Slide, number: int) -> None:
    page = _page(made)
    text_box(page, [slide.title], (MARGIN, 0.4, 9, 0.4), 16, ACCENT, bold=True)
    message = slide.message or slide.title
    _title(page, message, 0.8, 28 if len(message) <= 85 else 23)
    top = 2.05
    if slide.table:
        bottom = _table(page, slide.table, top)
        _bullets(page, slide.points, (MARGIN, bottom + 0.15, WIDE - 2 * MARGIN, HIGH - bottom - 0.7), 15)
    elif slide.figures:
        bottom = figure_row(page, slide.figures, top)
        _bullets(page, slide.points, (MARGIN, bottom + 0.4, WIDE - 2 * MARGIN, HIGH - bottom - 1.0), 20)
    elif slide.chart:
        _bullets(page, slide.points, (MARGIN, top, 5.4, 4.6), 18)
        _chart(page, slide.chart, (6.6, top, WIDE - 6.6 - MARGIN, 4.7))
    else:
        _bullets(page, slide.points, (MARGIN, top, WIDE - 2 * MARGIN, 4.7), 24)
    text_box(page, [str(number)], (WIDE - MARGIN - 0.6, 6.95, 0.6, 0.3), 12, SOFT)
    if slide.talk:
        page.notes_slide.notes_text_frame.text = neutral(slide.talk)


def _page(made: Any) -> Any:
    """A slide of the layout that has a title only, with a coloured rule along its top."""
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.util import Inches

    page = made.slides.add_slide(made.slide_layouts[5])
    rule = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, Inches(WIDE), Inches(0.1))
    rule.fill.solid()
    rule.fill.fore_color.rgb = colour_of(ACCENT)
    rule.line.fill.background()
    rule.shadow.inherit = False
    return page


def _title(page: Any, text: str, top: float, size: int) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches

    shape = page.shapes.title
    shape.left, shape.top = Inches(MARGIN - 0.1), Inches(top)
    shape.width, shape.height = Inches(WIDE - 2 * MARGIN), Inches(1.15)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    write(frame.paragraphs[0], text, size, INK, bold=True)
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT


def _bullets(page: Any, points: tuple[str, ...], box: tuple[float, ...], size: int) -> None:
    from pptx.util import Pt

    if not points:
        return
    frame = text_box(page, list(points), box, size, INK)
    for paragraph in frame.paragraphs:
        paragraph.space_after = Pt(size * 0.6)
        _bullet(paragraph)


def _bullet(paragraph: Any) -> None:
    """A hanging bullet: text boxes have none of their own."""
    from pptx.oxml.ns import qn
    from pptx.util import Inches

    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(Inches(0.28)))
    properties.set("indent", str(-Inches(0.28)))
    mark = properties.makeelement(qn("a:buChar"), {"char": "•"})
    properties.append(mark)


def _table(page: Any, table: Table, top: float) -> float:
    """A native table; where its bottom is, in inches."""
    from pptx.util import Inches

    count, columns = len(table.rows) + 1, len(table.header)
    height = min(0.62, 3.75 / count)
    width = WIDE - 2 * MARGIN
    frame = page.shapes.add_table(count, columns, Inches(MARGIN), Inches(top), Inches(width), Inches(height * count))
    grid = frame.table
    numeric = [table.is_number(at) for at in range(columns)]
    for at, share in enumerate(_widths(table, numeric)):
        grid.columns[at].width = Inches(width * share)
    for row_at, row in enumerate((table.header, *table.rows)):
        grid.rows[row_at].height = Inches(height)
        look = "head" if row_at == 0 else "total" if row_at > len(table.rows) - table.totals else ""
        for at, text in enumerate(row):
            _fill_cell(
                grid.cell(row_at, at), text, look, numeric[at], 16 if height > 0.5 else 14 if height > 0.38 else 12
            )
    return top + height * count


def _widths(table: Table, numeric: list[bool]) -> list[float]:
    wants = [
        max(len(row[at]) for row in (table.header, *table.rows)) ** 0.75 + (2 if numeric[at] else 4)
        for at in range(len(table.header))
    ]
    return [want / sum(wants) for want in wants]


def _fill_cell(spot: Any, text: str, look: str, number: bool, size: int) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches

    spot.fill.solid()
    spot.fill.fore_color.rgb = colour_of({"head": INK, "total": PALE}.get(look, WHITE))
    spot.margin_top = spot.margin_bottom = Inches(0.03)
    spot.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = spot.text_frame.paragraphs[0]
    write(paragraph, text, size, WHITE if look == "head" else INK, bold=bool(look))
    if number:
        paragraph.alignment = PP_ALIGN.RIGHT


def _chart(page: Any, chart: Chart, box: tuple[float, ...]) -> None:
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches, Pt

    data: Any = cast(Any, CategoryChartData)()
    # The library writes these into a workbook inside the slide, where a text may become a formula.
    data.categories = [cell(label) for label in chart.labels]
    data.add_series(cell(chart.unit) or "Value", chart.values)
    frame = page.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *(Inches(side) for side in box), data)
    drawn = frame.chart
    drawn.has_legend = False
    drawn.has_title = False
    drawn.value_axis.visible = False
    drawn.value_axis.has_major_gridlines = False
    drawn.value_axis.minimum_scale = min(0.0, *chart.values)
    drawn.category_axis.tick_labels.font.size = Pt(14)
    plot = drawn.plots[0]
    plot.gap_width = 90
    plot.has_data_labels = True
    plot.data_labels.font.size, plot.data_labels.font.bold = Pt(18), True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = "#,##0.##", False
    for at in range(len(chart.values)):
        point = plot.series[0].points[at]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = colour_of(ACCENT if at == len(chart.values) - 1 else "AAB6C8")
