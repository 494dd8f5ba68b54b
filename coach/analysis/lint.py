"""Questions a sharp listener asks about the numbers of one answer: of what, at which percentile, since when, how so."""

from collections.abc import Iterator
from itertools import pairwise, zip_longest
from typing import Final, NamedTuple

from coach.analysis.arithmetic import sums
from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.material import Material
from coach.analysis.measure import Measured
from coach.analysis.remark import Remark
from coach.analysis.sentence import Sentence, Word
from coach.analysis.wordset import bag

__all__ = ["Remark", "lint"]

_SLOW: Final = bag("latency response respond responds load loads loading answer answers answered render renders lag")
_SHARES: Final = bag("percent fraction points")
_OTHER: Final = bag(
    "another other more fewer less further extra additional first last every each of from to by than remaining"
)
# "A third of the sign-ups", "half the customers": whose share it is, and what makes it a change all the same.
_WHOSE: Final = bag("the my our your their its his her this these those")
_MOVES: Final = bag("by to from")
_COMPRISE: Final = bag("make makes made making up")
# What a percentage beside it is a rate of.
_RATES: Final = bag(
    "interest loan loans mortgage mortgages apr apy coupon yield yields bond bonds overdraft discount off deposit vat"
)
# So few of a thing may be those of one, beside so many times as many of all.
_OF_ONE, _OF_ALL = 12, 20
# Pay is for a stretch of time by itself.
_PAY: Final = bag("salary salaries wage wages bonus compensation")
_PAY_AFTER_THE: Final = bag("base pay package")
# A sentence that begins so is about the one before.
_TAKES_UP: Final = bag("that this it all")
# Stretches of time that are no amounts of it.
_STRETCHES: Final = bag("season seasons sprint sprints term terms semester semesters shift shifts")


def lint(material: Material) -> list[Remark]:
    """Every remark, in the order of the text."""
    found: list[Remark] = []
    spoken = [each for each in zip(material.reading.sentences, material.measured, strict=True) if each[0].words]
    after = [sentence for sentence, _ in spoken[1:]]
    for (sentence, items), behind in zip_longest(spoken, after):
        for item in items:
            found.extend(_without_base(sentence, item, items))
            found.extend(_without_percentile(sentence, item, items))
            found.extend(_without_period(sentence, item, behind, material.reading.kind))
    found.extend(sums(material))
    found.extend(_contradictions(material))
    return sorted(found, key=lambda mark: (mark.start, mark.rule))


def _mark(item: Measured, rule: str, say: str) -> Remark:
    return Remark(rule, item.quantity.start, item.quantity.end, say)


def _without_base(sentence: Sentence, item: Measured, items: list[Measured]) -> Iterator[Remark]:
    """A percentage of what?"""
    if item.quantity.form != "percent" or not item.counts or item.quantity.shape == "fromto":
        return
    if _is_rate(sentence, item):
        return
    ahead = {word.low for word in sentence.words[item.place + 1 : item.place + 3]}
    based = "of" in ahead or any(other is not item and other.quantity.form in ("money", "count") for other in items)
    if not based:
        yield _mark(item, "base", "A percentage of what? Name the amount it is taken of.")


def _is_rate(sentence: Sentence, item: Measured) -> bool:
    """ "A loan at 20 percent", "30 % off": a rate of a price, unless it is that which moved."""
    if item.quantity.form != "percent":
        return False
    low = max(0, item.place - 4)
    before = [word.low for word in sentence.words[low : item.place]]
    after = [word.low for word in sentence.words[item.place + 1 : item.place + 3]]
    moved = "by" in before[-1:] or any(low <= first < item.place for first, _ in sentence.hits.get("change_verbs", ()))
    return not _RATES.isdisjoint(after) or (not moved and not _RATES.isdisjoint(before))


def _without_percentile(sentence: Sentence, item: Measured, items: list[Measured]) -> Iterator[Remark]:
    """A latency is a distribution: which end of it is this?"""
    short = item.quantity.form == "time" and max(item.quantity.value, item.quantity.high or 0.0) < 60
    topic = any(word.low in _SLOW for word in sentence.words)
    named = sentence.hits.get("average_words") or sentence.hits.get("tail_phrases")
    told = named or any(other.kind == "tail" for other in items)
    if short and topic and not told:
        yield _mark(item, "percentile", "At which percentile? A latency without one hides its slow end.")


def _without_period(sentence: Sentence, item: Measured, after: Sentence | None, kind: str) -> Iterator[Remark]:
    """A change needs a stretch of time, told with it or in a sentence about it that comes `after`.

    A pay that is asked for is one already, and a rate of a price is no change.
    """
    if _is_rate(sentence, item) or (item.quantity.form == "money" and (kind == "negotiation" or _is_pay(sentence))):
        return
    change = item.quantity.form in _SHARES or item.quantity.shape == "fromto" or item.quantity.form == "factor"
    if not (change and item.counts and item.quantity.form not in ("time", "tail")) or _is_state(sentence, item):
        return
    moved = sentence.near("change_verbs", item.place, 6, 3)
    timed = _tells_time(sentence) or (after is not None and after.words[0].low in _TAKES_UP and _tells_time(after))
    if moved and not timed and not item.quantity.per:
        yield _mark(item, "period", "Over what time? Say since when or within how long.")


def _is_state(sentence: Sentence, item: Measured) -> bool:
    """ "Half of them pay by phone": a share of something, which nothing before it moved."""
    words, at = sentence.words, item.place
    if item.quantity.form not in ("percent", "fraction") or item.quantity.shape == "fromto":
        return False
    after = words[at + 1].low if at + 1 < len(words) else ""
    if after != "of" and not (item.quantity.form == "fraction" and after in _WHOSE):
        return False
    if at == 0 or words[at].gap:
        return True
    verbs = (first for first, _ in sentence.hits.get("change_verbs", ()) if at - 2 <= first < at)
    moved = any(words[first].low not in _COMPRISE for first in verbs)
    return not moved and not any(word.low in _MOVES for word in words[max(0, at - 2) : at])


def _is_pay(sentence: Sentence) -> bool:
    """ "The base from 90,000 to 110,000", "a salary of 90,000": not what users pay, nor a customer base."""
    words = [word.low for word in sentence.words]
    return any(now in _PAY or (now in _PAY_AFTER_THE and before in _WHOSE) for before, now in pairwise(["", *words]))


def _tells_time(sentence: Sentence) -> bool:
    return bool(sentence.hits.get("period_words")) or any(map(_is_stretch, sentence.words))


def _is_stretch(word: Word) -> bool:
    return word.low in _STRETCHES or (word.quantity is not None and word.quantity.form in ("date", "time"))


class _Claim(NamedTuple):
    noun: str
    item: Measured


def _contradictions(material: Material) -> Iterator[Remark]:
    """The same thing counted twice with different results."""
    seen: dict[str, Measured] = {}
    for claim in _claims(material):
        earlier = seen.setdefault(claim.noun, claim.item)
        if _differ(earlier, claim.item) and earlier.sentence is not claim.item.sentence:
            said = material.reading.text[earlier.quantity.start : earlier.quantity.end]
            yield _mark(claim.item, "contradiction", f"Earlier it was {said} {claim.noun}. Which is right?")


def _differ(earlier: Measured, later: Measured) -> bool:
    """Whether two counts of one thing are at odds: "two tyres" are those of one bike where 500,000 are those of all."""
    low, high = sorted((earlier.quantity.value, later.quantity.value))
    return low != high and not (0 < low <= _OF_ONE and high > _OF_ALL * low)


def _claims(material: Material) -> Iterator[_Claim]:
    for sentence, items in zip(material.reading.sentences, material.measured, strict=True):
        supposed = any(word.low == "if" for word in sentence.words)
        for item in () if supposed else items:
            at = item.place + 1
            if item.quantity.form != "count" or item.quantity.shape or at >= len(sentence.words):
                continue
            noun = sentence.words[at].low
            before = sentence.words[item.place - 1].low if item.place else ""
            if (
                noun not in FUNCTION_WORDS
                and noun.endswith("s")
                and before not in _OTHER
                and not sentence.words[at].gap
            ):
                yield _Claim(noun, item)
