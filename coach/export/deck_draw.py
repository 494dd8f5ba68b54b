"""What every slide is drawn with: colours, sizes, text in a box."""

from typing import Any, Final, cast

from coach.text import neutral

INK: Final = "14213D"
SOFT: Final = "5B6478"
ACCENT: Final = "0F766E"
PALE: Final = "E6F2F0"
WHITE: Final = "FFFFFF"
MARGIN: Final = 0.75
WIDE: Final = 13.333
HIGH: Final = 7.5
FONT: Final = "Arial"


def text_box(page: Any, lines: list[str], box: tuple[float, ...], size: int, colour: str, *, bold: bool = False) -> Any:
    """A box of paragraphs; sides in inches, size in points."""
    from pptx.util import Inches

    shape = page.shapes.add_textbox(*(Inches(side) for side in box))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = 0
    for at, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        write(paragraph, line, size, colour, bold=bold)
    return frame


def write(paragraph: Any, text: str, size: int, colour: str, *, bold: bool = False) -> None:
    """One run of text on one line, made inert."""
    from pptx.util import Pt

    run = paragraph.add_run()
    run.text = neutral(" ".join(text.split()))
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
    run.font.color.rgb = colour_of(colour)


def colour_of(text: str) -> Any:
    """A colour from six hexadecimal digits."""
    from pptx.dml.color import RGBColor

    return cast(Any, RGBColor).from_string(text)
