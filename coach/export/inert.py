"""Text that can do nothing where it is written: no markup, no links, no formulas, no control characters."""

import re
from typing import Final

from coach.text import neutral

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#|~!$&])")
_MARKS: Final = re.compile(r"([\\`*{}\[\]<>#|~!&]|(?<!\w)_|_(?!\w))")
_ADDRESS: Final = re.compile(r"(?i)\b(https?|ftp|file|data|javascript|mailto|www)([:.])")
_FORMULA: Final = re.compile(r"^\s*[=+\-@{]|^(?i:https?|ftp|mailto|internal|external|file)[:]")


def markdown(text: str) -> str:
    """One line of text that Markdown shows as it stands, HTML off and addresses not made links."""
    line = neutral(" ".join(text.split()))
    escaped = _MARKUP.sub(_reference, line)
    return _ADDRESS.sub(r"\1&#8203;\2", escaped)


def readable(text: str) -> str:
    """The same for pages that are read as text too: backslashes, and only where a mark could begin or end something."""
    return _MARKS.sub(r"\\\1", neutral(" ".join(text.split())))


def _reference(match: re.Match[str]) -> str:
    # References, not backslashes: they mean the same inside tables, headings and HTML comments.
    return f"&#{ord(match.group())};"


def comment(text: str) -> str:
    """Text for an HTML comment, which only `--` and `>` could end."""
    return re.sub("-(?=-)", "- ", neutral(" ".join(text.split()))).replace("<", "‹").replace(">", "›")


def cell(text: str) -> str:
    """Text for a spreadsheet cell that a library may take for a formula or an address."""
    plain = neutral(text)
    return f"’{plain}" if _FORMULA.match(plain) else plain
