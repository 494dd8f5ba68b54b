"""Impact: a consequence for the people served, for money or for people's time, with its magnitude."""

from typing import Final

from coach.analysis.findings import Evidence
from coach.analysis.material import Material, evidence
from coach.analysis.measure import Measured
from coach.analysis.reading import Sentence
from coach.analysis.wordset import bag

_REACH: Final = 9
_OWN_PAY: Final = frozenset({"term", "tail", "target"})
_ACCEPTED: Final = bag("costs cost costing price budget spend charge charges")


def find(material: Material) -> list[Evidence]:
    """Magnitudes that stand beside those served, their money or their time; and complete changes in words."""
    result: list[Evidence] = []
    for sentence, items in zip(material.reading.sentences, material.measured, strict=True):
        if not sentence.words or sentence.again:
            continue
        for item in items:
            found = _beside(item)
            if found is not None:
                result.append(found)
        result.extend(_complete(sentence))
    return result


def _beside(item: Measured) -> Evidence | None:
    if not item.counts or item.kind in _OWN_PAY or item.strength < 0.45:
        return None
    strength = _strength(item)
    if strength <= 0:
        return None
    sentence, index = item.sentence, item.place
    if _accepted(sentence, index):
        strength *= 0.45
    return evidence(
        sentence, index, index + 1, strength * min(1.0, item.strength + 0.3), "magnitude beside a consequence"
    )


def _strength(item: Measured) -> float:
    sentence, index, form = item.sentence, item.place, item.quantity.form
    business = sentence.near("business_nouns", index, _REACH, _REACH)
    person = sentence.near("person_nouns", index, _REACH, _REACH)
    happens = sentence.near("consequence_verbs", index, _REACH, _REACH) or sentence.near("result_verbs", index, 6, 6)
    if form == "money":
        return 1.0 if business or person or happens or item.quantity.per else 0.6
    if form == "time":
        return _time_strength(item, bool(person), bool(business))
    if item.head == "business_nouns":
        return 1.0
    if business:
        return 0.9 if happens else 0.7
    if person:
        return 0.8 if happens else 0.4
    return 0.3 if happens else 0.2


def _time_strength(item: Measured, person: bool, business: bool) -> float:
    """Seconds of a machine are no consequence; minutes of a person are."""
    longest = max(item.quantity.value, item.quantity.high or 0.0)
    if not (person or business):
        return 0.3
    if longest < 1:
        return 0.4
    return (0.85 if person else 0.7) if longest >= 30 else 0.5


def _accepted(sentence: Sentence, index: int) -> bool:
    """A cost the speaker takes on is no impact: "that costs us 0.3 %"."""
    return any(word.low in _ACCEPTED for word in sentence.words[max(0, index - 4) : index])


def _complete(sentence: Sentence) -> list[Evidence]:
    """Nobody, every, not a single: a complete change for those served."""
    result = []
    for first, last in sentence.hits.get("none_words", ()):
        person = sentence.near("person_nouns", first, 0, 3) or sentence.near("business_nouns", first, 0, 3)
        happens = sentence.near("consequence_verbs", first, 4, 6)
        if person and happens:
            result.append(evidence(sentence, first, last, 0.6, "a complete change for those served"))
    return result
