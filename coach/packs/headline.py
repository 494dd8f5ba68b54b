"""An item in one line, for lists and for completion."""

from typing import Final

from coach.packs.model import Item
from coach.text import one_line

# The field that says most, by preference; every kind has one of them.
_FIELDS: Final = ("title", "question", "scenario", "weak", "not_this", "claim", "task", "prompt")


def headline(item: Item, width: int = 100) -> str:
    """What an item is about, on one line of at most `width` characters."""
    text = next((getattr(item, field) for field in _FIELDS if hasattr(item, field)), item.id)
    return one_line(text, width)
