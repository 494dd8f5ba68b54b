"""Text to tokens: words, numbers, signs and the marks that end a sentence, each with its place in the text."""

import re
from typing import NamedTuple

from coach.analysis.wordset import bag


class Token(NamedTuple):
    """One piece of the text. `kind` is word, num, sign, comma, stop, line or end; `glued` means no space before it."""

    kind: str
    low: str
    start: int
    end: int
    glued: bool


def low_at(found: list[Token], index: int) -> str:
    """The token at `index` in lower case; empty outside the text."""
    return found[index].low if 0 <= index < len(found) else ""


_PIECE = re.compile(
    r"(?P<tail>[pP]\d{2}(?:\.\d{1,4})?(?![\w]))"
    r"|(?P<money>(?i:(?:us|hk)(?=\s?\$)|(?:usd|eur|gbp|inr|chf|sgd|aud|cad|hkd|aed|rs)(?=\s?\d|\$))|[$€£¥₹₩₽])"
    r"|(?P<num>\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)*)"
    r"|(?P<word>[^\W\d_][^\W_]*(?:['’`][^\W\d_]+)*)"
    r"|(?P<end>[.!?…]+)"
    r"|(?P<comma>,)"
    r"|(?P<line>\n[ \t\r\n]*)"
    r"|(?P<sign>->|=>|<=|>=|[%‰→<>≤≥~≈×+=/*•&−])"
    r"|(?P<stop>--+|[;:—()\[\]\"“”|])"
    r"|(?P<dash>[-–‐‑])"
)

_ABBREVIATIONS = bag(
    "eg ie vs dr mr mrs st approx etc rs inc ltd co fig al dept est jan feb mar apr jun jul aug sep sept oct nov dec"
)
_JOINTS = bag("so and but because then or which while when")
_LONG, _LONGEST = 60, 120
_ENDINGS = ("n't", "'d", "'ll", "'ve", "'re", "'m", "'s")
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
_BARE = {"dont": "do", "didnt": "did", "doesnt": "does", "cant": "can", "wont": "will", "wasnt": "was", "isnt": "is"}
_BARE |= {"wouldnt": "would", "couldnt": "could", "shouldnt": "should", "hadnt": "had", "havent": "have"}


def tokens(text: str) -> list[Token]:
    """Every token of `text` in order; characters that are neither words nor known marks are passed over."""
    found: list[Token] = []
    last = -1
    for match in _PIECE.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span()
        glued = start == last
        last = end
        if kind == "word":
            _add_word(found, match.group(), start, end, glued)
        elif kind == "dash":
            _add_dash(found, text, start, end)
        elif kind == "end":
            if _ends_sentence(found, text, start, end):
                found.append(Token("end", match.group(), start, end, glued))
        else:
            found.append(Token(kind, match.group().lower(), start, end, glued))
    return found


def _add_word(found: list[Token], raw: str, start: int, end: int, glued: bool) -> None:
    low = raw.lower()
    if not low.isascii() or "'" in low or "`" in low or "’" in low:
        low = low.replace("’", "'").replace("`", "'")
    if "'" in low and len(low) == len(raw):
        for ending in _ENDINGS:
            if low.endswith(ending) and len(low) > len(ending):
                cut = end - len(ending)
                stem = low[: -len(ending)]
                found.append(Token("word", _STEMS.get(stem, stem), start, cut, glued))
                found.append(Token("word", "not" if ending == "n't" else ending, cut, end, True))
                return
    if low in _BARE:
        found.append(Token("word", _BARE[low], start, end - 2, glued))
        found.append(Token("word", "not", end - 2, end, True))
        return
    found.append(Token("word", low, start, end, glued))


def _add_dash(found: list[Token], text: str, start: int, end: int) -> None:
    """A dash is a range between digits, a minus before one, a hyphen inside a word (dropped) or a break."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isdigit() and after.isdigit():
        found.append(Token("range", "-", start, end, True))
    elif after.isdigit() and not before.isalnum():
        found.append(Token("sign", "−", start, end, False))
    elif not (before.isalnum() and after.isalnum()):
        found.append(Token("stop", "-", start, end, False))


def _ends_sentence(found: list[Token], text: str, start: int, end: int) -> bool:
    """A full stop inside a name, an abbreviation or between initials does not end a sentence."""
    if end - start > 1 or text[start] != ".":
        return True
    if end < len(text) and (text[end].isalnum() or text[end] in ",;"):
        return False
    if not found or found[-1].kind != "word" or found[-1].end != start:
        return True
    low = found[-1].low
    if low in _ABBREVIATIONS:
        return end >= len(text)
    return not (len(low) == 1 and text[end : end + 2].strip().islower() and low != "i")


def sentences(found: list[Token], text: str) -> list[tuple[int, int]]:
    """Token ranges of the sentences. A stop with nothing before it is an (empty) sentence of its own."""
    ranges: list[tuple[int, int]] = []
    first = 0
    for index, token in enumerate(found):
        if token.kind == "end" or (token.kind == "line" and _breaks(found, index, text)):
            if token.kind == "end" or index > first:
                ranges.append((first, index))
            first = index + 1
        elif index - first >= _LONG and (token.low in _JOINTS or index - first >= _LONGEST):
            # Speech without marks: a new beginning now and then, which also bounds what one sentence costs.
            ranges.append((first, index))
            first = index
    if first < len(found):
        ranges.append((first, len(found)))
    return ranges


def _breaks(found: list[Token], index: int, text: str) -> bool:
    """Whether a line break ends the sentence: an empty line, a bullet, or a new line that begins with a capital."""
    token = found[index]
    if token.low.count("\n") > 1 or index + 1 == len(found):
        return True
    after = found[index + 1]
    if after.kind in ("num", "stop") or after.low in "*•-":
        return not _wrapped(found, index) or after.kind != "num"
    return text[after.start].isupper() and not _wrapped(found, index)


def _wrapped(found: list[Token], index: int) -> bool:
    """A long line without a stop at its end was wrapped by an editor."""
    start = found[index].start
    back = index - 1
    while back >= 0 and found[back].kind != "line" and start - found[back].start < 62:
        back -= 1
    return back >= 0 and found[back].kind != "line"
