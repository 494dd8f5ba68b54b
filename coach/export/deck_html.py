"""A deck as one HTML file that needs nothing else; a browser prints it to PDF, a slide a page."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from coach.paths import templates
from coach.stories.slides import Chart, Deck
from coach.text import neutral


def deck_html(deck: Deck) -> bytes:
    """The whole deck; every text is escaped."""
    return render("deck/deck.html.j2", deck=deck, bars=_bars).encode()


def render(name: str, **values: object) -> str:
    """A template of the bundled folder, with everything in it escaped."""
    return _environment(templates()).get_template(name).render(**values)


@cache
def _environment(folder: Path) -> Environment:
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: neutral(value) if isinstance(value, str) and type(value) is str else value,
    )
    return made


def _bars(chart: Chart) -> list[tuple[str, str, float]]:
    """(label, shown value, height in percent of the tallest)."""
    tallest = max((abs(value) for value in chart.values), default=0) or 1
    return [
        (label, f"{value:,g} {chart.unit}".strip(), round(abs(value) / tallest * 100, 1))
        for label, value in zip(chart.labels, chart.values, strict=True)
    ]
