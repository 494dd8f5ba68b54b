"""What every dimension looks at: the read answer and what its quantities measure."""

from typing import Final, NamedTuple

from coach.analysis.findings import Evidence, Span
from coach.analysis.lexicon import Lexicon
from coach.analysis.measure import Measured, measure
from coach.analysis.reading import Reading, read
from coach.analysis.sentence import Sentence

# Words less dense than this are a heap.
_DENSE: Final = 0.75


class Material(NamedTuple):
    """The answer as read, and the measured quantities of each sentence (same order as `reading.sentences`)."""

    reading: Reading
    measured: list[list[Measured]]


def material(text: str, kind: str, lexicon: Lexicon) -> Material:
    """Read `text` and measure its quantities; sentences said before, word for word, carry nothing."""
    reading = read(text, kind, lexicon)
    measured = [[] if sentence.again else measure(sentence, kind) for sentence in reading.sentences]
    return Material(reading, measured)


def evidence(sentence: Sentence, first: int, last: int, strength: float, rule: str, listed: bool = False) -> Evidence:
    """Evidence on words `first` to `last` (exclusive); a heap of words carries little, unless they may be `listed`."""
    start, end = sentence.span(max(0, first), min(last, len(sentence.words)))
    return Evidence(Span(start, end), 0.0 if sentence.again else strength * (1.0 if listed else trust(sentence)), rule)


def trust(sentence: Sentence) -> float:
    """How far what a sentence carries is trusted (0..1): a heap of words carries little."""
    return sentence.flow.density if sentence.flow.density < _DENSE else 1.0
