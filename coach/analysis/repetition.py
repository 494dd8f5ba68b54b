"""How much of an answer is said for the first time: what is pasted again costs more than it brings."""

from collections.abc import Sequence
from typing import Final

from coach.analysis.sentence import Sentence

# How many words make a run, and what share of runs may be said twice.
_RUN: Final = 6
_ALLOWED: Final = 0.1


def fresh(sentences: Sequence[Sentence], carries: Sequence[bool]) -> float:
    """1.0, falling steeply with the share of runs of words said before, in sentences that carry something."""
    seen: set[tuple[str, ...]] = set()
    total = again = 0
    for sentence, carried in zip(sentences, carries, strict=True):
        runs = _runs(sentence)
        before = len(runs) - len(set(runs) - seen)
        seen.update(runs)
        if sentence.again or carried or before:
            total, again = total + len(runs), again + (len(runs) if sentence.again else before)
    return float((1.0 - max(0.0, again / max(1, total) - _ALLOWED) / (1.0 - _ALLOWED)) ** 3)


def _runs(sentence: Sentence) -> list[tuple[str, ...]]:
    """Every run of so many words in the sentence, or all its words when they are fewer."""
    words = [str(word.quantity.value) if word.quantity else word.low for word in sentence.words]
    return [tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))] if words else []
