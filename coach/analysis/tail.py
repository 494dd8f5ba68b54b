"""Tail: a percentile, the slowest share, the worst case or the peak, where speed or load is the topic."""

from typing import Final

from coach.analysis.findings import Evidence
from coach.analysis.material import Material, evidence
from coach.analysis.measure import Measured
from coach.analysis.sentence import Sentence
from coach.analysis.wordset import bag

_MONTH: Final = 2_629_800.0
_DAYS: Final = 259_200.0
_CHANGED: Final = bag("by up down")
_NONE: Final = bag("nobody none never no not neither")
_MORE: Final = bag("more longer over above beyond exceed exceeds past later most")
_LOADS: Final = bag("normal usual load traffic ordinary everyday")
_MARKED: Final = bag("even included including too peak rush hold holds held survive survives stay stays stayed")
_LAST: Final = bag("last final")
_UNHURRIED: Final = bag("year years season month months week weeks")
_SLOW: Final = bag(
    "wait waits waited waiting hold holds held slower longer late stand stands queue queues took takes take stuck "
    "timed timeout timeouts"
)


def find(material: Material) -> list[Evidence]:
    """Percentiles anywhere; peaks, worst cases and slow shares beside words of speed or load."""
    result: list[Evidence] = []
    sentences = material.reading.sentences
    timed = [_timed(items) for items in material.measured]
    speed = [bool(sentence.hits.get("speed_words")) for sentence in sentences]
    for at, (sentence, items) in enumerate(zip(sentences, material.measured, strict=True)):
        if not sentence.words or sentence.again:
            continue
        around = range(max(0, at - 1), min(len(sentences), at + 2))
        topic = speed[at] or any(timed[other] for other in around)
        result.extend(_shares(sentence, items, timed[at] or speed[at]))
        result.extend(_named(sentence, topic))
        result.extend(_days(sentence, timed[at], topic))
        result.extend(_bounds(sentence))
    return result


def _timed(items: list[Measured]) -> bool:
    """Whether the sentence has a wait, a duration or a rate: the sign that speed or load is its topic."""
    return any(
        (item.quantity.form == "time" and item.kind != "tenure" and item.quantity.value < _MONTH)
        or (item.quantity.form == "rate" or (item.quantity.per in _CLOCK and item.quantity.form == "count"))
        for item in items
    )


_CLOCK: Final = bag("second sec s minute min hour hr")


def _shares(sentence: Sentence, items: list[Measured], topic: bool) -> list[Evidence]:
    result = []
    for item in items:
        if item.kind == "tail" and item.quantity.value >= 75:
            result.append(evidence(sentence, item.place, item.place + 1, 1.0, "a percentile"))
        elif item.quantity.form in ("ratio", "percent", "fraction"):
            strength = _share(sentence, item, topic)
            result.append(evidence(sentence, item.place, item.place + 1, strength, "the slow share"))
    return [item for item in result if item.strength > 0]


def _share(sentence: Sentence, item: Measured, topic: bool) -> float:
    """ "95 in 100 viewers start within 2 seconds"; "one rider in fifty still waits an hour"; "the last one in ten"."""
    words, index = sentence.words, item.place
    share = item.quantity.value / 100 if item.quantity.form == "percent" else item.quantity.value
    before = words[index - 1].low if index else ""
    if before in _LAST and share < 0.5 and topic:
        return 0.75
    timed = any(
        word.quantity.form == "time" and word.quantity.value < _DAYS
        for word in words[max(0, index - 10) : index + 15]
        if word.quantity
    )
    if not timed or before in _CHANGED or item.quantity.shape == "fromto":
        return 0.0
    if 0.85 <= share < 1:
        return 0.8
    slow = any(other.low in _SLOW for other in words[index + 1 : index + 8])
    return 0.7 if share <= 0.2 and slow and item.quantity.form != "percent" else 0.0


def _bounds(sentence: Sentence) -> list[Evidence]:
    """ "Nobody waits more than ten minutes"; "at six times the usual load"."""
    words = sentence.words
    result = []
    for index, word in enumerate(words):
        if word.quantity is None:
            continue
        before = {other.low for other in words[max(0, index - 9) : index]}
        bounded = before & _NONE and before & _MORE and (before & _SLOW or sentence.hits.get("speed_words"))
        if word.quantity.form == "time" and bounded:
            result.append(evidence(sentence, index, index + 1, 0.65, "a bound for everybody"))
        if word.quantity.form == "factor" and any(other.low in _LOADS for other in words[index + 1 : index + 4]):
            result.append(evidence(sentence, index, index + 1, 0.7, "a multiple of the usual load"))
    return result


def _named(sentence: Sentence, topic: bool) -> list[Evidence]:
    """The worst case, the slowest, the last in the line; a peak year or season alone is no load."""
    result = []
    for first, last in sentence.hits.get("tail_phrases", ()):
        after = sentence.words[last].low if last < len(sentence.words) else ""
        strength = 0.75 if topic and after not in _UNHURRIED else 0.25
        result.append(evidence(sentence, first, last, strength, "the worst case or the peak"))
    return result


def _days(sentence: Sentence, timed: bool, topic: bool) -> list[Evidence]:
    """Days of crowds that a time or load must hold on: "even on payday", "Mondays included"."""
    marked = any(word.low in _MARKED for word in sentence.words)
    strength = 0.25 if not marked else 0.75 if timed else 0.6 if topic else 0.25
    return [
        evidence(sentence, first, last, strength, "a day of crowds")
        for first, last in sentence.hits.get("peak_days", ())
    ]
