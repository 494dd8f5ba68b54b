"""Why a sentence carries a dimension, as it is told to the candidate: the words whose signs weigh most."""

from collections.abc import Sequence
from typing import Final

from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.sentence import Sentence
from coach.analysis.signs import AMOUNT

# What a sign adds to one dimension, its name, and the places it stands on.
Load = tuple[float, str, tuple[int, ...]]

# How many signs are named as the reason.
_NAMED: Final = 3
# The reason where no sign by itself tells the candidate one.
_TOGETHER: Final = "its words taken together"
_UNTOLD: Final = frozenset({"@base", "@past", "@participle", "@third", "@ing"})


def reason(loads: Sequence[Load], sentence: Sentence) -> str:
    """The signs that weigh most, as they are told, but those that would tell the candidate nothing."""
    told: dict[str, None] = {}
    for weight, name, stood in loads:
        if weight <= 0 or len(told) == _NAMED:
            break
        if name[:2] != "!!" and name not in _UNTOLD:
            shown = [_quoted(place, sentence) for place in stood] if name[0] == "@" else [name]
            telling = [words for words in shown if not FUNCTION_WORDS.issuperset(words.split())]
            told |= dict.fromkeys(map(said, telling[:1]))
    return ", ".join(told) or _TOGETHER


def _quoted(place: int, sentence: Sentence) -> str:
    """The words at a place; an amount of several words is left out, as in a sign."""
    words = [word.low for at, word in enumerate(sentence.words) if place >> at & 1]
    return " ".join(AMOUNT if low == "#" else low for low in words)


def said(sign: str) -> str:
    """A sign, or the words it stands on, as it is told to the candidate."""
    mark, rest = sign[0], sign[1:].split("=")[0]
    if mark == "#":
        return f"an amount: {rest.removeprefix('of ').replace('_', ' ')}"
    return rest if mark == "!" else f"“{sign.replace(AMOUNT, '…')}”"
