"""Tail: a percentile, the slowest share, the worst case or the peak, where speed or load is the topic."""

from typing import Final

from coach.analysis.findings import Evidence
from coach.analysis.material import Material, evidence
from coach.analysis.sentence import Sentence
from coach.analysis.wordset import bag


def find(material: Material) -> list[Evidence]:
    """Percentiles anywhere; peaks, worst cases and slow shares beside words of speed or load."""
    result: list[Evidence] = []
    speed = [bool(sentence.hits.get("speed_words")) for sentence in material.reading.sentences]
    for at, (sentence, items) in enumerate(zip(material.reading.sentences, material.measured, strict=True)):
        if not sentence.words or sentence.again:
            continue
        for item in items:
            if item.kind == "tail" and item.quantity.value >= 75:
                result.append(evidence(sentence, item.place, item.place + 1, 1.0, "a percentile"))
            elif item.quantity.form in ("ratio", "percent", "fraction") and _slow_share(
                sentence, item.place, item.quantity.value
            ):
                result.append(evidence(sentence, item.place, item.place + 1, 0.8, "the slow share"))
        topic = (
            material.reading.kind == "design"
            or speed[at]
            or (at > 0 and speed[at - 1])
            or (at + 1 < len(speed) and speed[at + 1])
        )
        result.extend(_named(sentence, topic))
        result.extend(_bounds(sentence))
    return result


_NONE: Final = bag("nobody none never no not")
_MORE: Final = bag("more longer over above beyond exceed exceeds")
_LOADS: Final = bag("normal usual load traffic ordinary everyday")


def _bounds(sentence: Sentence) -> list[Evidence]:
    """ "Nobody waits more than ten minutes"; "at six times the usual load"."""
    words = sentence.words
    speed = bool(sentence.hits.get("speed_words"))
    result = []
    for index, word in enumerate(words):
        if word.quantity is None:
            continue
        before = {other.low for other in words[max(0, index - 8) : index]}
        if word.quantity.form == "time" and before & _NONE and before & _MORE and speed:
            result.append(evidence(sentence, index, index + 1, 0.6, "a bound for everybody"))
        if word.quantity.form == "factor" and any(other.low in _LOADS for other in words[index + 1 : index + 4]):
            result.append(evidence(sentence, index, index + 1, 0.7, "a multiple of the usual load"))
    return result


def _slow_share(sentence: Sentence, index: int, value: float) -> bool:
    """ "95 in 100 viewers start within 2 seconds": a share close to all, with a bound in time beside it."""
    share = value / 100 if value > 1 else value
    if share < 0.85 or share >= 1:
        return False
    timed = any(
        word.quantity and word.quantity.form == "time" for word in sentence.words[max(0, index - 14) : index + 15]
    )
    return timed or (bool(sentence.near("speed_words", index, 8, 8)) and sentence.words[index].low == "#" and timed)


def _named(sentence: Sentence, topic: bool) -> list[Evidence]:
    strength = 0.75 if topic else 0.3
    return [
        evidence(sentence, first, last, strength, "the worst case or the peak")
        for first, last in sentence.hits.get("tail_phrases", ())
    ]
