"""Which words stand beside which: every word has a class, and a table says how much likelier English makes a pair."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from coach.analysis.sentence import Word
from coach.analysis.wordset import bag

# Small words by class; words of one class have nearly the same neighbours. The first word names the class.
_SMALL: Final = """
the; a an; my our your their its his whose; her; every each another; this; that; these those; some any; all both; no
of; in; on; at; to; for; with without; by via; from; into onto upon toward towards; about; as; than; per
over under below above near behind across beyond; after before until since during; up down out off away back
against between among despite within through throughout around along; like
i; we they; he she; you; it; me us him them myself ourselves themselves itself
nobody everyone everybody someone somebody anyone anybody; nothing everything something anything
and; or nor; but; because although though unless whereas; if whether; when while once where; who; which; what how why
will would should could might must 'd 'll; can cannot may; is; are 're; was were; am 'm; be; been being
have 've; has had; having; do; does did; not; 's
so; then; there here; now today tomorrow yesterday; just only even still already; never always also often usually ever
very too really quite almost nearly; more less fewer; most least best worst; first last next; one ones
own same other; enough such much many few several; well yes oh ok okay yeah
"""
_GROUPS: Final = [group.split() for line in _SMALL.strip().split("\n") for group in line.split(";")]
SMALL: Final = {word: group[0] for group in _GROUPS for word in group}
EDGE, COMMA, BREAK, NUMBER, NAME = "|", ",", ";", "#", "Name"
_MARKS: Final = frozenset({EDGE, COMMA, BREAK})
_ENDINGS: Final = (
    (("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "age", "er", "or", "ist"), "-ness"),
    (("al", "ive", "ous", "ic", "ful", "less", "able", "ible", "ant", "ent", "ary", "y"), "-ful"),
)
_NOT_PLURAL: Final = ("ss", "us", "is", "ous")
_FILLED: Final = bag("um uh er erm hmm umm uhh")
# A letter of the table, in natural logarithms: "m" says nothing, "n" a fifth more than chance would.
STEP, ZERO, HIGHEST = 0.2, ord("m"), 12
# Two content words side by side say little: whether they are usual is a matter of style and field, not of English.
_OPEN_VALUE, _OPEN_WEIGHT = 0.3, 0.4
# What a capital inside a clause costs, about the logarithm of how much oftener heaps have it than answers.
_BIG_SMALL_WORD, _BIG_VERB = 4.0, 2.5
# "Plan A", "IT", "US", "Next.js", "Go".
BIG_BY_RIGHT: Final = {"i": 0.0, "may": 0.0, "us": 0.0, "next": 0.0, "go": 0.0, "a": 2.0, "it": 2.0}
_UNMET = (0.0, 1.0)


def classes(words: Sequence[Word]) -> list[str]:
    """The classes of a sentence's words with its marks and edges; fillers are passed over."""
    result = [EDGE]
    for word in words:
        if word.low in _FILLED:
            continue
        first = len(result) == 1
        if word.gap and not first:
            result.append(COMMA if word.gap in ("comma", "line") else BREAK)
        result.append(_class(word, first))
    result.append(EDGE)
    return result


def big_letters(words: Sequence[Word]) -> float:
    """What capitals inside a clause cost, on small words and on verb forms; English has hardly any there.

    A Line In Which Most Words Have Them is a title.
    """
    if 2 * sum(word.capital for word in words) > len(words):
        return 0.0
    cost = 0.0
    for word in words[1:]:
        if not word.capital or word.gap in (":", "stop", "line"):
            continue
        if word.low in SMALL:
            cost += BIG_BY_RIGHT.get(word.low, _BIG_SMALL_WORD)
        elif not word.gap and _only_verb(word.tags):
            cost += _BIG_VERB
    return cost


Table = dict[tuple[str, str], tuple[float, float]]


@lru_cache(maxsize=4)
def table(rows: str) -> Table:
    """Pairs of classes with the logarithm of how much likelier than chance they are, and the weight of that."""
    return dict(_cells(rows))


def lifts(names: Sequence[str], known: Table) -> tuple[float, float]:
    """How much likelier than chance the pairs of `names` are, as a sum of logarithms, and the weight of that sum."""
    total = weight = 0.0
    for pair in pairwise(names):
        value, counts = known.get(pair, _UNMET)
        total += value
        weight += counts
    return total, weight


def _class(word: Word, first: bool) -> str:
    small = SMALL.get(word.low)
    if small is not None and not (word.low == "may" and word.capital and not first):
        return small
    if word.quantity is not None:
        return NUMBER if word.low == "#" else "two"
    if word.capital and not word.gap and not first and not word.tags & _FORMS:
        return NAME
    return _open(word.low, word.tags)


_FORMS: Final = bag("base past participle third ing")


@lru_cache(maxsize=16384)
def _open(low: str, tags: frozenset[str]) -> str:
    """The class of a content word: its verb form or its ending, and whether it may be a noun."""
    past = tags & {"past", "participle"}
    if len(past) == 1:
        return min(past)
    if past or (low.endswith("ed") and len(low) > 4):
        return "-ed"
    if "ing" in tags or (low.endswith("ing") and len(low) > 5):
        return "-ing"
    if low.endswith("ly") and len(low) > 4:
        return "-ly"
    return _verb_or_noun(low, tags)


def _verb_or_noun(low: str, tags: frozenset[str]) -> str:
    noun = any(tag.endswith("_nouns") for tag in tags)
    for form in ("base", "third"):
        if form in tags:
            return f"{form}/noun" if noun else form
    plural = low.endswith("s") and not low.endswith(_NOT_PLURAL)
    if noun:
        return "nouns" if plural else "noun"
    return next((name for endings, name in _ENDINGS if low.endswith(endings)), _unknown(low, plural))


def _unknown(low: str, plural: bool) -> str:
    return "?s" if plural else "?" if len(low) <= 3 else "??"


def _only_verb(tags: frozenset[str]) -> bool:
    return bool(tags & {"past", "third"}) and "base" not in tags and not any(tag.endswith("_nouns") for tag in tags)


def _cells(text: str) -> Iterator[tuple[tuple[str, str], tuple[float, float]]]:
    rows = [line.split() for line in text.strip().split("\n")]
    for before, letters in rows:
        for (name, _), letter in zip(rows, letters, strict=True):
            value = (ord(letter) - ZERO) * STEP
            yield (before, name), _weighed(before, name, value)


def _weighed(before: str, name: str, value: float) -> tuple[float, float]:
    if before in SMALL or name in SMALL:
        return value, 1.0
    # A mark after a content word is no sign of order: lists are full of them.
    listed = before in _MARKS or name in _MARKS
    return (min(value, 0.0) if listed else value) * _OPEN_VALUE, _OPEN_WEIGHT
