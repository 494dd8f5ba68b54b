"""A deck as one HTML file that needs nothing else; a browser prints it to PDF, a slide a page."""

from coach.export.page import page
from coach.stories.slides import Chart, Deck


def deck_html(deck: Deck) -> bytes:
    """The whole deck; every text is escaped."""
    return page("deck/deck.html.j2", deck=deck, bars=_bars).encode()


def _bars(chart: Chart) -> list[tuple[str, str, float]]:
    """(label, shown value, height in percent of the tallest)."""
    tallest = max((abs(value) for value in chart.values), default=0) or 1
    return [
        (label, f"{value:,g} {chart.unit}".strip(), round(abs(value) / tallest * 100, 1))
        for label, value in zip(chart.labels, chart.values, strict=True)
    ]
