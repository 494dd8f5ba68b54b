"""Figures set large in a row of panels, each with its words under it."""

from typing import Any, Final

from coach.export.deck_draw import ACCENT, INK, MARGIN, PALE, WIDE, colour_of, write
from coach.stories.slides import Figure

_GAP: Final = 0.3
_TALL: Final = 2.3
_BAR: Final = 0.09


def figure_row(page: Any, figures: tuple[Figure, ...], top: float) -> float:
    """Native shapes with editable text; where their bottom is, in inches."""
    width = (WIDE - 2 * MARGIN - _GAP * (len(figures) - 1)) / len(figures)
    for at, figure in enumerate(figures):
        _panel(page, figure, (MARGIN + at * (width + _GAP), top, width, _TALL))
    return top + _TALL


def _panel(page: Any, figure: Figure, box: tuple[float, float, float, float]) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches, Pt

    left, top, _, height = box
    frame = _rectangle(page, box, PALE).text_frame
    _rectangle(page, (left, top, _BAR, height), ACCENT)
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.margin_left, frame.margin_right = Inches(0.35), Inches(0.2)
    large, words = frame.paragraphs[0], frame.add_paragraph()
    length = len(figure.value)
    write(large, figure.value, 54 if length <= 8 else 32 if length <= 18 else 26, ACCENT, bold=True)
    write(words, figure.label, 18, INK)
    words.space_before = Pt(6)
    for paragraph in (large, words):
        paragraph.alignment = PP_ALIGN.LEFT


def _rectangle(page: Any, box: tuple[float, float, float, float], colour: str) -> Any:
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.util import Inches

    shape = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Inches(side) for side in box))
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour_of(colour)
    shape.line.fill.background()
    shape.shadow.inherit = False
    return shape
