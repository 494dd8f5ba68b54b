"""A change told over two clauses or two sentences: "Forty minutes a day. With us it's four"; "8 in May, 51 in June"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from coach.analysis.findings import Evidence
from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.material import Material, evidence
from coach.analysis.measure import Measured
from coach.analysis.people import by_form
from coach.analysis.sentence import Sentence, Word
from coach.analysis.wordset import bag

_FORMS: Final = bag("count time percent fraction ratio factor rate")
_NOTHING: Final = ("team_nouns", "tool_nouns", "activity_nouns", "hyper_words")
_WHEN: Final = bag(
    "now today nowadays yesterday before after since then earlier later previously formerly until once last this next "
    "spring summer autumn winter year years month week day days season january february march april may june july "
    "august september october november december monday friday saturday sunday christmas easter start end first"
)
_LINKS: Final = bag(
    "it it's they that we us i is was are were 's 're be been has have had used with in the at by from to "
    "only just about around down up under over and but these of for still not more than"
)
_STATES: Final = bag("it's is was are were 's 're has have had with now today down up then takes took gets got")
_REACH: Final = 9


def find(material: Material, plain: Sequence[bool]) -> list[Evidence]:
    """Pairs of amounts that belong together; `plain` tells which sentences speak of no machine."""
    items = [
        (at, item)
        for at, group in enumerate(material.measured)
        for item in group
        if item.quantity.form in _FORMS and item.head not in _NOTHING
    ]
    result: list[Evidence] = []
    if material.reading.kind == "estimation":
        # Amounts that follow each other there are steps of a sum.
        return result
    for (one, first), (two, second) in pairwise(items):
        if two - one > 1 or not (plain[one] and plain[two]) or not _alike(first, second):
            continue
        told = _told(second) if two > one or _divided(first, second) else False
        if (told or (one == two and _dated(first) and _dated(second))) and _of_people(first.sentence, second.sentence):
            result.append(
                evidence(second.sentence, second.place, second.place + 1, 0.65, "a change told in two clauses")
            )
    return result


def _alone(item: Measured) -> bool:
    """Nothing new is counted: the number stands by itself, or its unit is its own."""
    words, at = item.sentence.words, item.place + 1
    return item.quantity.form != "count" or at >= len(words) or bool(words[at].gap) or words[at].low in FUNCTION_WORDS


def _alike(first: Measured, second: Measured) -> bool:
    bare = second.quantity.form == "count" and _alone(second)
    same = second.quantity.form != "count" and first.quantity.form == second.quantity.form
    return bool(bare or same) and first.kind not in ("date", "label", "tenure")


def _divided(first: Measured, second: Measured) -> bool:
    return any(word.gap for word in first.sentence.words[first.place + 1 : second.place + 1])


def _told(second: Measured) -> bool:
    """The clause says no more than when or with whom, and how much."""
    words, start = second.sentence.words, second.place
    while start > 0 and not words[start].gap:
        start -= 1
    before = words[start : second.place]
    if not before or len(before) > _REACH or not all(word.low in _LINKS or word.low in _WHEN for word in before):
        return False
    return any(word.low in _STATES for word in before)


def _dated(item: Measured) -> bool:
    """ "8 in May", "24 last year"."""
    after = item.sentence.words[item.place + 1 : item.place + 6]
    for at, word in enumerate(after):
        if word.quantity or (at and word.gap):
            return False
        if word.low in ("in", "last", "this") and at + 1 < len(after):
            return any(later.low in _WHEN or later.low == "my" for later in after[at + 1 : at + 3])
    return False


def _of_people(*sentences: Sentence) -> bool:
    return any(_served(word) for sentence in sentences for word in sentence.words)


def _served(word: Word) -> bool:
    return bool(word.tags & {"person_nouns", "business_nouns"}) or by_form(word.low)
