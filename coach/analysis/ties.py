"""What a sentence is about, so that it can be told whether it takes up something that was said before."""

from collections.abc import Iterable, Set
from typing import Final

from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.sentence import Sentence

# Words that begin alike are taken for forms of one.
_STEM: Final = 5
_LEAST: Final = 3


def stems(words: Iterable[str]) -> set[str]:
    """The beginnings by which forms of one word are alike; small words have none."""
    return {word[:_STEM] for word in words if len(word) >= _LEAST and word not in FUNCTION_WORDS}


def matter(sentence: Sentence, common: Set[str]) -> set[str]:
    """The stems of its words, but those that are `common` in answers whatever they are about."""
    return stems(word.low for word in sentence.words if not word.quantity) - common
