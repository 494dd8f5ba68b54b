"""A deck as Markdown for Marp: a slide a section, the talk track as a presenter's note."""

from typing import Final

from coach.export.inert import comment, markdown
from coach.stories.slides import Chart, Deck, Figure, Slide, Table

_HEAD: Final = "---\nmarp: true\nsize: 16:9\npaginate: true\n---\n"


def deck_markdown(deck: Deck) -> bytes:
    """The whole deck; the same deck gives the same bytes."""
    cover = f"\n# {markdown(deck.title)}\n\n{markdown(deck.subtitle)}\n"
    return (_HEAD + "\n---\n".join([cover, *(_slide(slide) for slide in deck.slides)])).encode()


def _slide(slide: Slide) -> str:
    parts = [f"\n## {markdown(slide.message or slide.title)}\n", f"{markdown(slide.title)}\n" if slide.message else ""]
    parts.append(_large(slide.figures) if slide.figures else "")
    if slide.points:
        parts.append("".join(f"- {markdown(point)}\n" for point in slide.points))
    parts += [_table(slide.table) if slide.table else "", _bars(slide.chart) if slide.chart else ""]
    parts.append(f"<!--\n{comment(slide.talk)}\n-->\n" if slide.talk else "")
    return "\n".join(part for part in parts if part)


def _large(figures: tuple[Figure, ...]) -> str:
    """The figures as the head of a table, their words under them."""
    rows = [[f"**{markdown(figure.value)}**" for figure in figures], ["---"] * len(figures)]
    rows.append([markdown(figure.label) for figure in figures])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _table(table: Table) -> str:
    rule = ["--:" if table.is_number(at) else "---" for at in range(len(table.header))]
    first_total = len(table.rows) - table.totals
    body = [[_cell(text, at >= first_total) for text in row] for at, row in enumerate(table.rows)]
    lines = [[markdown(text) for text in table.header], rule, *body]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(text: str, bold: bool) -> str:
    return f"**{markdown(text)}**" if bold and text else markdown(text)


def _bars(chart: Chart) -> str:
    pairs = zip(chart.labels, chart.values, strict=True)
    rows = "".join(f"| {markdown(label)} | {value:,g} {markdown(chart.unit)} |\n" for label, value in pairs)
    return f"| | |\n|---|--:|\n{rows}"
