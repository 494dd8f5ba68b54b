"""What a sentence is about, so that it can be told whether it takes up something that was said before."""

from collections.abc import Set
from typing import Final

from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.sentence import Sentence

# Words that begin alike are taken for forms of one.
_STEM: Final = 5
_LEAST: Final = 3


def stem(word: str) -> str:
    """The beginning by which forms of one word are alike."""
    return word[:_STEM]


def matter(sentence: Sentence, common: Set[str]) -> set[str]:
    """The stems of its words, but of small ones and of those that are `common` in answers whatever they are about."""
    words = [word.low for word in sentence.words if not word.quantity and len(word.low) >= _LEAST]
    return {stem(word) for word in words if word not in FUNCTION_WORDS} - common
