"""`deck.yaml`: a deck as text that a person edits."""

from collections.abc import Mapping
from typing import Any, Final

from coach.yamlwrite import written

_HEADER: Final = """\
# Your deck. Made from a story; edit it as you like. Check it: coach deck check
# A slide has one message (one sentence), points, and a talk track that takes at most its seconds.
"""


def deck_text(deck: Mapping[str, Any]) -> str:
    """A deck as YAML; empty fields are left out, but message and talk stay to be filled."""
    return _HEADER + written(_plain({**deck, "slides": [_slide(slide) for slide in deck["slides"]]}))


def _slide(slide: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in slide.items() if value or key in ("message", "talk")}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(entry) for key, entry in value.items() if entry is not None}
    if isinstance(value, list | tuple):
        return [_plain(entry) for entry in value]
    return value if isinstance(value, str) else f"{value:g}" if isinstance(value, float) else str(value)
