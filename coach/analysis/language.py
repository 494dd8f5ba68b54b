"""Whether an answer is in English, the one language that is read."""

from collections.abc import Sequence
from typing import Final

from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.sentence import Sentence

# Fewer words tell nothing. Of answers of any style at least a quarter of the words are known, of other languages a
# fifth at most.
_LEAST: Final = 20
_KNOWN: Final = 0.22
_LAST_LATIN: Final = "\u024f"


def in_english(text: str, sentences: Sequence[Sentence]) -> bool:
    """False where hardly a word is known, or most letters are of another script."""
    letters = [char for char in text if char.isalpha()]
    if sum(char > _LAST_LATIN for char in letters) * 2 > len(letters):
        return False
    words = [word for sentence in sentences for word in sentence.words if word.quantity is None]
    known = sum(bool(word.tags) or word.low in FUNCTION_WORDS for word in words)
    return len(words) < _LEAST or known >= _KNOWN * len(words)
