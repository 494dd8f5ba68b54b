"""The card of a round as Markdown or as one HTML page."""

from pathlib import PurePath

from coach.errors import UsageFault
from coach.export.inert import markdown
from coach.export.page import page
from coach.stories.prep import Card


def card_as(card: Card, target: str) -> bytes:
    """The card as .md (also for `-`) or .html; UsageFault for any other ending."""
    ending = PurePath(target).suffix.lower()
    if ending in (".md", ".markdown") or target == "-":
        return _markdown(card).encode()
    if ending in (".html", ".htm"):
        return page("prep/card.html.j2", card=card).encode()
    raise UsageFault(f"A card cannot be written as {ending or 'a file without an ending'}.", "Use .md or .html.")


def _markdown(card: Card) -> str:
    lines = [f"# {markdown(card.title)}", "", markdown(card.when)]
    for title, entries in card.sections():
        lines += ["", f"## {title}", "", *(f"- {markdown(entry)}" for entry in entries)]
    return "\n".join(lines) + "\n"
