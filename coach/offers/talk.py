"""The negotiation log: who said what, when, in writing or aloud, and what is asked next."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple


class Said(NamedTuple):
    """One entry of the log, in the exact words."""

    day: date
    who: str
    written: bool
    words: str
    next_ask: str
    offer: str


def entry(day: date, body: Mapping[str, Any]) -> Said:
    """An entry as the journal keeps it."""
    return Said(
        day,
        str(body.get("who", "")),
        bool(body.get("written")),
        str(body.get("words", "")),
        str(body.get("next", "")),
        str(body.get("offer", "")),
    )
