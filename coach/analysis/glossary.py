"""A pasted glossary: sentence after sentence says what a term means, and nobody does anything."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from coach.analysis.wordset import bag

if TYPE_CHECKING:
    from coach.analysis.reading import Sentence

_DEFINES: Final = bag("is are means mean refers denotes stands describes")
_OPENS: Final = bag("the a an any how what when where one doing giving to not anything something")
_SPEAKS: Final = bag("i we my our us me you your")


def glossary(sentences: Sequence["Sentence"]) -> float:
    """0.0 for an answer, up to 1.0 when most sentences are definitions (three at least)."""
    spoken = [sentence for sentence in sentences if sentence.words]
    count = sum(_defines(sentence) for sentence in spoken)
    if count < 3:
        return 0.0
    return min(1.0, max(0.0, (count / len(spoken) - 0.3) / 0.3))


def _defines(sentence: "Sentence") -> bool:
    words = sentence.words
    if any(word.low in _SPEAKS for word in words):
        return False
    for index in range(1, min(7, len(words) - 2)):
        if words[index].gap in (":", "stop", "line"):
            return True
        if words[index].low in _DEFINES and words[index + 1].low in _OPENS:
            return True
    return False
