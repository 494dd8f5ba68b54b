"""Arithmetic inside one answer that does not follow: from-to against its percentage, a delta, a product."""

from collections.abc import Iterator
from typing import Final

from coach.analysis.material import Material
from coach.analysis.measure import Measured
from coach.analysis.remark import Remark
from coach.analysis.sentence import Sentence
from coach.analysis.wordset import bag

_EQUALS: Final = bag("is makes gives equals are = that's so")
_TOLERANCE: Final = 0.08


def sums(material: Material) -> Iterator[Remark]:
    """Every sum of the answer that does not come out."""
    for sentence, items in zip(material.reading.sentences, material.measured, strict=True):
        for pair in items:
            if pair.quantity.shape == "fromto" and pair.quantity.high is not None and pair.quantity.value:
                yield from _change(pair, items)
        yield from _products(sentence, items)


def _change(pair: Measured, items: list[Measured]) -> Iterator[Remark]:
    """From 210 to 138 ms is a cut of 34 %, or of 72 ms: does what is said beside it agree?"""
    before, after = pair.quantity.value, pair.quantity.high or 0.0
    for item in items:
        if item is pair or abs(item.place - pair.place) > 8 or item.quantity.shape:
            continue
        if item.quantity.form == "percent" and pair.quantity.form != "percent":
            share = 100 * abs(after - before) / before
            if not _close(item.quantity.value, share):
                yield _remark(item, f"From {before:g} to {after:g} is {share:.0f} %.")
        elif item.quantity.form == "factor" and item.quantity.value > 0:
            ratio = after / before
            said = item.quantity.value
            if ratio and not (_close(said, ratio, 0.2) or _close(said, 1 / ratio, 0.2)):
                yield _remark(item, f"From {before:g} to {after:g} is a factor of {max(ratio, 1 / ratio):.1f}.")
        elif item.quantity.form == pair.quantity.form == "time" and not _close(
            item.quantity.value, abs(after - before)
        ):
            yield from _delta(pair, item, abs(after - before))


def _delta(pair: Measured, item: Measured, difference: float) -> Iterator[Remark]:
    words = item.sentence.words
    if (item.place and words[item.place - 1].low == "by") or (words[item.place : item.place + 1] and _saved(item)):
        yield _remark(item, f"The difference is {_seconds(difference)}.")


def _saved(item: Measured) -> bool:
    words = item.sentence.words[max(0, item.place - 3) : item.place]
    return any(word.low in ("saving", "saved", "saves", "cut") for word in words)


def _seconds(value: float) -> str:
    return f"{value * 1000:.0f} ms" if value < 1 else f"{value:.0f} s" if value < 120 else f"{value / 60:.0f} min"


def _products(sentence: Sentence, items: list[Measured]) -> Iterator[Remark]:
    """Sixty tables times thirty is eighteen hundred."""
    for first, second, third in zip(items, items[1:], items[2:], strict=False):
        left = {word.low for word in sentence.words[first.place + 1 : second.place]}
        right = {word.low for word in sentence.words[second.place + 1 : third.place]}
        plain = all(
            item.quantity.form in ("count", "money") and not item.quantity.shape for item in (first, second, third)
        )
        if plain and "times" in left and right & _EQUALS:
            product = first.quantity.value * second.quantity.value
            if not _close(third.quantity.value, product):
                yield _remark(third, f"{first.quantity.value:g} times {second.quantity.value:g} is {product:g}.")


def _close(said: float, right: float, tolerance: float = _TOLERANCE) -> bool:
    return abs(said - right) <= max(tolerance * abs(right), 1.0 if right >= 10 else 0.0)


def _remark(item: Measured, say: str) -> Remark:
    return Remark("arithmetic", item.quantity.start, item.quantity.end, say)
