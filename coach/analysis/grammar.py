"""How far a run of words is English: which small words may follow which. It tells an answer from a heap of words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from coach.analysis.wordset import bag

if TYPE_CHECKING:
    from coach.analysis.reading import Word

_CLASSES: Final = {
    "det": "the a an my our your their its his every",
    "dem": "this that these those some any all both no another each",
    "prep": "of at by for with from into onto upon during against between among toward towards via per despite without "
    "within than",
    "loose": "in on to over under about off out near below above across behind",
    "time": "after before through until up down like as since",
    "nom": "i we he she they",
    "obj": "me us him them",
    "any": "you it",
    "and": "and or but nor",
    "sub": "because if when while although though unless whether where which who whose what how why",
    "modal": "will would can could should must might may shall 'd 'll",
    "finite": "is are was were am 're 'm",
    "be": "be been being",
    "have": "has have had having 've",
    "do": "do does did",
    "not": "not",
    "adv": "very too so then also just only even still never always now there here again already once soon yet first",
    "own": "'s",
}
_CLASS: Final = {word: name for name, words in _CLASSES.items() for word in words.split()}
FUNCTION_WORDS: Final = frozenset(_CLASS)
_IS_AFTER: Final = bag("it that he she there what let who here where how this which one")

# What hardly ever follows what (the second may not come directly after the first in one clause).
_NEVER: Final = {
    name: frozenset(after.split())
    for name, after in {
        "det": "det dem prep nom obj and sub modal be finite have do not own any time",
        "dem": "own",
        "prep": "prep nom and modal be finite do not own",
        "loose": "nom modal finite own",
        "time": "modal own finite",
        "nom": "det dem prep nom obj sub own num",
        "obj": "nom have do obj own finite",
        "any": "nom own",
        "and": "and own",
        "sub": "own",
        "modal": "det dem prep obj and sub modal own loose num finite",
        "finite": "modal own be finite",
        "be": "modal own be finite nom",
        "have": "nom and modal own have finite",
        "do": "modal own do have be finite",
        "not": "and modal own nom",
        "adv": "own",
        "own": "det nom modal own obj dem be have",
        "num": "nom det num",
    }.items()
}
_NEVER_LAST: Final = {"det": 1.0, "and": 1.0, "nom": 1.0, "sub": 0.5, "own": 1.0, "prep": 0.5, "modal": 0.3}
_NEVER_FIRST: Final = {"obj": 1.0, "own": 1.0, "be": 0.5}
_BEFORE_NOUN: Final = frozenset({"det", "prep", "modal"})
_OPEN_RUN: Final = 7


class Flow(NamedTuple):
    """Faults in the order of words, chances for one, and how unlike a list the sentence is (1.0 is language)."""

    faults: float
    chances: int
    density: float


def flow(words: Sequence["Word"]) -> Flow:
    """What a sentence shows of English order: transitions between small words that English hardly makes."""
    classes = [_CLASS.get(word.low, "num" if word.quantity else "open") for word in words]
    for index, name in enumerate(classes):
        if name == "own" and index and words[index - 1].low in _IS_AFTER:
            classes[index] = "finite"
    small = len(classes) - classes.count("open") - classes.count("num")
    faults = _faults(words, classes) if len(words) > 1 else 0.0
    return Flow(faults, small, _density(words, classes, small))


def fluency(faults: float, chances: float) -> float:
    """1.0 for English of any style (speech, notes, non-native), towards 0.0 for words in no order."""
    return max(0.0, 1.0 - 10.0 * max(0.0, faults / (chances + 3.0) - 0.08))


def _faults(words: Sequence["Word"], classes: list[str]) -> float:
    faults = _NEVER_FIRST.get(classes[0], 0.0) + _NEVER_LAST.get(classes[-1], 0.0)
    for index in range(1, len(classes)):
        before, name = classes[index - 1], classes[index]
        word = words[index]
        if word.gap:
            faults += before in ("det", "own") and words[index - 1].low != "'s"
            continue
        if (name in _NEVER.get(before, ()) and word.low != words[index - 1].low) or _past_after(before, word):
            faults += 1.0
        if word.capital and name not in ("open", "num") and word.low != "i":
            faults += 1.0
    return faults


def _past_after(before: str, word: "Word") -> bool:
    """A past form that is nothing else (went, chose) after the, of or would."""
    tags = word.tags
    return (
        "past" in tags and before in _BEFORE_NOUN and "participle" not in tags and "base" not in tags and len(tags) < 5
    )


def _density(words: Sequence["Word"], classes: list[str], small: int) -> float:
    """Long sentences without small words, and long unbroken runs of content words, are lists, not language."""
    longest = run = 0
    for index, name in enumerate(classes):
        inside = name in ("open", "num")
        run = (run if words[index].gap != "stop" else 0) + 1 if inside else 0
        longest = max(longest, run)
    if len(classes) >= 14 and small / len(classes) < 0.12:
        return 0.1
    if longest <= _OPEN_RUN:
        return 1.0
    steep = 0.14 if len(classes) > 4 * small else 0.07
    return max(0.1, 1.0 - steep * (longest - _OPEN_RUN))
