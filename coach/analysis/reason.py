"""Why a sentence carries a dimension, as it is told to the candidate: the words whose signs weigh most."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from coach.analysis.clauses import Words
from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.sentence import Sentence
from coach.analysis.signs import AMOUNT

# What a sign adds to one dimension, its name, and the words it stands on.
Load = tuple[float, str, Words]

# How many signs are named as the reason.
_NAMED: Final = 3
# The reason where no sign by itself tells the candidate one.
_TOGETHER: Final = "its words taken together"
_KEPT: Final = 10_000
_UNTOLD: Final = frozenset({"@base", "@past", "@participle", "@third", "@ing"})


def reason(loads: Sequence[Load], sentence: Sentence) -> str:
    """The signs that weigh most, as they are told, but those that would tell the candidate nothing."""
    told: dict[str, None] = {}
    for _, name, stood in sorted(loads, reverse=True):
        if len(told) == _NAMED:
            break
        if name[:2] != "!!" and name[0] != "?" and name not in _UNTOLD:
            shown = [_quoted(sentence, *place) for place in stood] if name[0] == "@" else [name]
            telling = next(filter(_tells, shown), None)
            if telling is not None:
                told[said(telling)] = None
    return ", ".join(told) or _TOGETHER


def _quoted(sentence: Sentence, first: int, last: int) -> str:
    """The words at a place; an amount of several words is left out, as in a sign."""
    words = [word.low for word in sentence.words[first:last]]
    return " ".join(AMOUNT if low == "#" else low for low in words)


@lru_cache(_KEPT)
def _tells(words: str) -> bool:
    return not FUNCTION_WORDS.issuperset(words.split())


@lru_cache(_KEPT)
def said(sign: str) -> str:
    """A sign, or the words it stands on, as it is told to the candidate."""
    mark, rest = sign[0], sign[1:].split("=")[0]
    if mark == "#":
        return f"an amount: {rest.removeprefix('of ').replace('_', ' ')}"
    return rest if mark == "!" else f"“{sign.replace(AMOUNT, '…')}”"
