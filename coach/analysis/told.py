"""A triad as it would be told: its third line answers "your decision", so "I chose this" is understood before it."""

import re
from collections.abc import Iterable
from typing import Final

from coach.analysis.answer import Findings, analyze
from coach.analysis.findings import Span
from coach.analysis.lexicon import Lexicon
from coach.analysis.wordset import bag

_LEAD: Final = "I chose this: "
# What begins with "I" says so itself; what is open, or asks, decides nothing.
_TOLD: Final = re.compile(r"\s*i\b", re.IGNORECASE)
_OPEN: Final = re.compile(
    r"\?\s*$|\b(?:not sure|unsure|undecided|it depends|dunno|don['’]?t know|do not know|no idea|maybe|tbd|todo)\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
# Words that name no act.
_IDLE: Final = bag(
    "the our this that its was and not yes okay none nothing something well decision decide decided choice choose "
    "chosen just umm hmm same above see"
)


def analyze_triad(text: str, kind: str, lexicon: Lexicon) -> Findings:
    """The findings of a triad, one line each for metric, impact and decision, as it would be told."""
    at = lead_at(text)
    if at is None:
        return analyze(text, kind, lexicon)
    return _as_written(analyze(text[:at] + _LEAD + text[at:], kind, lexicon), at, len(text))


def lead_at(text: str) -> int | None:
    """Where the lead is understood: before the third line of three.

    None where it is not: that line begins with "I" itself, leaves the decision open, or names no act.
    """
    lines = text.split("\n")
    if len(lines) != 3 or _TOLD.match(lines[2]) or _OPEN.search(lines[2]):
        return None
    said = {word.lower() for word in _WORD.findall(lines[2])}
    return len(text) - len(lines[2]) if said - _IDLE else None


def _as_written(findings: Findings, at: int, end: int) -> Findings:
    """Findings on a text of `end` characters with the lead at `at`, as findings on the text without it."""

    def moved(spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(dict.fromkeys(_moved(span, at, end) for span in spans))

    dimensions = {
        name: found._replace(
            evidence=moved(found.evidence),
            marked=moved(found.marked),
            clearest=_moved(found.clearest, at, end) if found.clearest else None,
        )
        for name, found in findings.dimensions.items()
    }
    return findings._replace(dimensions=dimensions)


def _moved(span: Span, at: int, end: int) -> Span:
    """Moved back by the lead if it is after it; what rests on the lead alone rests on the whole line."""
    start, stop = (place if place <= at else max(at, place - len(_LEAD)) for place in span)
    return span._replace(start=start, end=stop) if start < stop else span._replace(start=at, end=end)
