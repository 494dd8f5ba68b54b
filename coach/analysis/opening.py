"""Opening: the first sentence carries the result, the stakes, a need, the direct answer or the recommendation."""

from collections.abc import Sequence
from typing import Final

from coach.analysis.findings import Evidence, Span
from coach.analysis.material import Material, evidence
from coach.analysis.reading import Sentence
from coach.analysis.wordset import bag

_LEADING: Final = bag("so well um uh er okay ok yeah right like and hmm yes now look basically")
_TURNED: Final = (
    ("throat_phrases", 0.75),
    ("restated_phrases", 0.8),
    ("biography_phrases", 0.6),
    ("method_first", 0.55),
)


def find(material: Material, carried: Sequence[tuple[str, Sequence[Evidence]]]) -> list[Evidence]:
    """What the first sentence has of the other dimensions (`carried`), less what delays it."""
    sentence = first_sentence(material)
    if sentence is None or not sentence.words:
        return []
    less = 1.0 - _delay(sentence)
    result = []
    for name, items in carried:
        for item in items:
            if sentence.start <= item.span.start < sentence.end:
                result.append(Evidence(item.span, item.strength * less * _WORTH.get(name, 0.0), f"opens with {name}"))
    result.extend(_stakes(sentence, less))
    return result


_WORTH: Final = {"impact": 1.0, "metric": 0.75, "decision": 0.9, "tradeoff": 0.8, "tail": 0.6}


def first_sentence(material: Material) -> Sentence | None:
    """The first sentence; one of up to three words (a heading, "No.") is read on into the next only when nothing."""
    found = material.reading.sentences
    return found[0] if found else None


def _delay(sentence: Sentence) -> float:
    """How much of the opening is throat-clearing, biography, the question again or the method."""
    start = 0
    while start < len(sentence.words) and sentence.words[start].low in _LEADING:
        start += 1
    return max((weight for name, weight in _TURNED if sentence.near(name, start, start, 2)), default=0.0)


def _stakes(sentence: Sentence, less: float) -> list[Evidence]:
    """A person served, and what they need or lose."""
    result = []
    for first, last in sentence.hits.get("person_nouns", ()):
        need = sentence.near("stakes_phrases", first, 8, 10) or sentence.near("consequence_verbs", first, 2, 6)
        if need is not None:
            span = sentence.span(min(first, need[0]), max(last, need[1]))
            result.append(Evidence(Span(*span), 0.8 * less, "opens with those served and their need"))
    for first, last in sentence.hits.get("stakes_phrases", ()):
        if last - first > 1:
            result.append(evidence(sentence, first, last, 0.55 * less, "opens with the stakes"))
    return result
