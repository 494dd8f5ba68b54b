"""Neutralising untrusted text, and small wording that many screens share."""

import re
from collections.abc import Iterable

# C0 (but newline and tab), DEL, C1, bidirectional controls, zero-width and line separators, lone surrogates
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)

# From such a width on a cell has room for several words; a word of so many letters is long.
_ROOMY, _LONG_WORD = 24, 14


def neutral(text: str) -> str:
    """The text with every control character made visible (`\\x1b`), safe for any terminal or file."""
    return _UNSAFE.sub(lambda match: _visible(match.group()), text)


def _visible(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def one_line(text: str, width: int = 0) -> str:
    """White space folded to single spaces, neutral, cut with an ellipsis at `width` characters (0: uncut).

    Where there is room for several words, none is cut that is not long.
    """
    folded = neutral(" ".join(text.split()))
    if not width or len(folded) <= width:
        return folded
    kept = folded[: max(width - 1, 0)]
    whole, _, cut = kept.rpartition(" ")
    inside = not folded[len(kept)].isspace()
    roomy = width >= _ROOMY and len(cut) < _LONG_WORD
    return (whole if inside and whole and roomy else kept).rstrip() + "…"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean X?` for the nearest known word, else an empty text."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean {near[0]}?" if near else ""


def plural(count: int, noun: str, many: str = "") -> str:
    """`1 card`, `3 cards`."""
    return f"{count} {noun if count == 1 else many or noun + 's'}"


def percent(share: float) -> str:
    """A share as `97 %`, the way every percentage is written."""
    return f"{100 * share:.0f} %"
