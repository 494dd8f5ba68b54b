"""How far a run of words is English: which small words may follow which. It tells an answer from a heap of words."""

from collections.abc import Sequence
from typing import Final

from coach.analysis.sentence import Flow, Word
from coach.analysis.wordset import bag

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
_IS_AFTER: Final = bag("it that he she there what let who here where how this which one everyone nobody")
_FILLED: Final = bag("um uh er erm hmm umm uhh")

# What hardly ever follows what (the second may not come directly after the first in one clause).
_NEVER: Final = {
    name: frozenset(after.split())
    for name, after in {
        "det": "det dem prep nom obj and sub modal be finite have do not own any time",
        "dem": "own",
        "prep": "prep nom and modal be finite do not own",
        "loose": "nom modal finite own",
        "time": "modal own finite",
        "nom": "det dem prep nom obj sub own num loose and",
        "obj": "obj own",
        "any": "own",
        "and": "and own",
        "sub": "own",
        "modal": "det prep obj and sub modal own loose num finite",
        "finite": "modal own be finite",
        "be": "modal own be finite nom",
        "have": "nom and modal own finite",
        "do": "modal own do have be finite",
        "not": "and modal own nom",
        "adv": "own",
        "own": "det nom modal own obj dem have",
    }.items()
}
# What follows only across a joint that nobody marked ("one of them has", "in 2020 I", "the way I like").
_SELDOM: Final = {
    name: frozenset(after.split())
    for name, after in {
        "obj": "nom have do finite",
        "any": "nom",
        "nom": "time",
        "modal": "dem",
        "have": "have",
        "own": "be",
        "num": "nom num",
    }.items()
}
_ACROSS: Final = 0.35
_NEVER_LAST: Final = {"det": 1.0, "and": 1.0, "nom": 1.0, "sub": 0.5, "own": 1.0, "prep": 0.5, "modal": 0.3}
_NEVER_FIRST: Final = {"obj": 1.0, "own": 1.0, "be": 0.5}
_NEVER_BEFORE_MARK: Final = {"det": 1.0, "own": 0.5, "prep": 0.7, "nom": 0.5}
_AFTER_TO: Final = bag("of at by for with from into to in on off out or and is are was were will would")
_AFTER_PREP: Final = bag("so too also still yet very in on to off out")
_SOUNDS_OPEN: Final = ("one", "once", "use", "uni", "eu", "ur", "us", "uk", "ub")
_OPEN_RUN: Final = 7


def flow(words: Sequence[Word]) -> Flow:
    """What a sentence shows of English order: transitions between small words that English hardly makes."""
    words = [word for word in words if word.low not in _FILLED]
    classes = [_class(word) for word in words]
    for index, name in enumerate(classes):
        if name == "own" and index and words[index - 1].low in _IS_AFTER:
            classes[index] = "finite"
    small = len(classes) - classes.count("open") - classes.count("num")
    faults = _faults(words, classes) if len(words) > 1 else 0.0
    return Flow(faults, small, _density(words, classes, small))


def fluency(flows: Sequence[Flow], counts: Sequence[int], faults: float, terse: bool) -> float:
    """1.0 for English of any style (speech, notes, non-native), towards 0.0 for words in no order or in a heap.

    `counts` are the words of each flow; `faults` are added to those of the flows; `terse` texts (a résumé line) need
    fewer small words.
    """
    total = faults + sum(each.faults for each in flows)
    # Only sentences that have a fault are weighed, so that a sound one beside them cannot excuse them.
    faulty = sum(each.chances for each in flows if each.faults)
    order = max(0.0, 1.0 - 17.0 * max(0.0, max(0.0, total - 0.7) / (faulty + 8.0) - 0.04))
    if sum(counts) < 8:
        return order
    least, enough = (0.04, 0.1) if terse else (0.1, 0.17)
    return order * max(0.0, min(1.0, (_thinnest(flows, counts) - least) / (enough - least)))


def _thinnest(flows: Sequence[Flow], counts: Sequence[int]) -> float:
    """The share of small words from the start to where it is least, so that prose behind a list does not excuse it."""
    chances = words = 0
    shares: list[float] = []
    for each, count in zip(flows, counts, strict=True):
        chances, words = chances + each.chances, words + count
        if words >= _ENOUGH_WORDS:
            shares.append(chances / words)
    return min(shares, default=chances / words)


_ENOUGH_WORDS: Final = 8


def _faults(words: Sequence[Word], classes: list[str]) -> float:
    faults = _NEVER_FIRST.get(classes[0], 0.0) + _NEVER_LAST.get(classes[-1], 0.0)
    for index in range(1, len(classes)):
        before, name = classes[index - 1], classes[index]
        word, last = words[index], words[index - 1]
        if word.gap:
            faults += _NEVER_BEFORE_MARK.get(before, 0.0)
            continue
        if name in _NEVER.get(before, ()):
            # Speakers do say a small word twice.
            faults += 1.0 if word.low not in (last.low, "being", "while", "each") else 0.4 * (word.low == last.low)
        elif name in _SELDOM.get(before, ()):
            faults += _ACROSS
        elif name == "open" or before == "open":
            faults += _open_fault(last, word, before, name)
        elif (last.low == "to" and word.low in _AFTER_TO) or (before == "prep" and word.low in _AFTER_PREP):
            faults += 1.0
        if word.capital and name not in ("open", "num") and word.low not in ("i", "may"):
            faults += 0.6
    return faults


def _open_fault(last: Word, word: Word, before: str, name: str) -> float:
    """A content word where English hardly has one."""
    tags = word.tags
    if name != "open":
        return 0.3 if name == "det" and _only_noun(last) else 0.0
    if last.low in ("a", "an"):
        return _article_fault(last.low, word)
    past_only = "past" in tags and "participle" not in tags and "base" not in tags and len(tags) < 5
    if before in ("det", "prep", "modal") and past_only:
        return 1.0
    if before in ("nom", "modal"):
        return 0.7 if _only_noun(word) else 0.0 if tags & _VERB_FORMS or word.low.endswith(("ed", "ly", "s")) else 0.12
    return 0.6 if before == "open" and past_only and "past" in last.tags and "participle" not in last.tags else 0.0


_VERB_FORMS: Final = bag("base past participle third ing")


def _only_noun(word: Word) -> bool:
    return bool(word.tags) and not word.tags & _VERB_FORMS and any(tag.endswith("_nouns") for tag in word.tags)


def _article_fault(article: str, word: Word) -> float:
    """ "a everything", "an two": the article does not fit the sound that follows."""
    if word.capital:
        return 0.0
    vowel = word.low[0] in "aeio" or (word.low[0] == "u" and not word.low.startswith(_SOUNDS_OPEN))
    if article == "a":
        return 0.7 if vowel and not word.low.startswith(_SOUNDS_OPEN) else 0.0
    return 0.7 if not vowel and word.low[0] not in "hu" else 0.0


def _density(words: Sequence[Word], classes: list[str], small: int) -> float:
    """Long sentences without small words, and long unbroken runs of content words, are lists, not language."""
    longest = run = 0
    for index, name in enumerate(classes):
        inside = name in ("open", "num")
        run = (run if words[index].gap not in ("stop", ":") else 0) + 1 if inside else 0
        longest = max(longest, run)
    if len(classes) >= 14 and small / len(classes) < 0.1:
        return 0.1
    if longest <= _OPEN_RUN:
        return 1.0
    steep = 0.14 if len(classes) > 4 * small else 0.07
    return max(0.1, 1.0 - steep * (longest - _OPEN_RUN))


def _class(word: Word) -> str:
    if word.low == "#" or (word.quantity is not None and word.quantity.form == "count"):
        return "num"
    return "open" if word.low == "may" and word.capital else _CLASS.get(word.low, "open")
