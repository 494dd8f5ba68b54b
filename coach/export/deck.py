"""A deck in the format that a file's name asks for."""

from pathlib import PurePath

from coach.errors import UsageFault
from coach.stories.slides import Deck


def deck_as(deck: Deck, target: str) -> bytes:
    """The deck as .md, .html or .pptx; UsageFault for any other ending."""
    ending = PurePath(target).suffix.lower()
    if ending in (".md", ".markdown") or target == "-":
        from coach.export.deck_markdown import deck_markdown

        return deck_markdown(deck)
    if ending in (".html", ".htm"):
        from coach.export.deck_html import deck_html

        return deck_html(deck)
    if ending == ".pptx":
        from coach.export.deck_pptx import deck_pptx

        return deck_pptx(deck)
    raise UsageFault(f"A deck cannot be written as {ending or 'a file without an ending'}.", "Use .md, .html or .pptx.")
