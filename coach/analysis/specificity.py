"""Specificity: mostly concrete nouns, names, quantities and acts; few slogans, frameworks and superlatives."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from coach.analysis.findings import Evidence
from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.material import Material, evidence
from coach.analysis.sentence import Sentence
from coach.analysis.wordset import bag

_ABSTRACT: Final = (
    "tion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "ency", "tions", "ments", "ities",
)  # fmt: skip
_SOLID: Final = bag("person_nouns business_nouns choice_verbs tool_nouns technical_words team_nouns")
# What one hit costs, as a share of the content words.
_COSTS: Final = (
    ("buzz_words", 4.0),
    ("framework_words", 4.0),
    ("vague_words", 2.0),
    ("fillers", 1.5),
    ("throat_phrases", 1.0),
    ("biography_phrases", 1.0),
    ("vague_advice", 1.0),
)
_LEAST: Final = 12
# One concrete word is not mostly concrete.
_ANCHORS: Final = 2


class Concreteness(NamedTuple):
    """`strength` of the whole answer; `worth` counts only what carries something; `anchors` it rests on."""

    strength: float
    worth: float
    anchors: list[Evidence]


def find(material: Material, carries: Sequence[bool], aside: Mapping[int, float]) -> Concreteness:
    """How concrete the answer is (0..1).

    `carries` says which sentences carry something that counts, `aside` how far each, by its start, is beside the point.
    """
    content = relevant = 0
    vague, solid, strange, pointed, grounded = 0.0, 0, 0.0, 0.0, False
    anchors: list[Evidence] = []
    for sentence, carried in zip(material.reading.sentences, carries, strict=True):
        held = len(anchors)
        words, names = _weigh(sentence, anchors)
        content, solid, vague = content + words, solid + names, vague + _vagueness(sentence)
        if carried and not sentence.again:
            far = aside.get(sentence.start, 0.0)
            relevant, strange, pointed = relevant + words, strange + words * far, pointed + names * (1.0 - far)
            grounded = grounded or len(anchors) > held
    strength = _strength(vague, solid, content) if len(anchors) >= _ANCHORS else 0.0
    worth = _strength(vague + strange, pointed, max(_LEAST, relevant)) if grounded else 0.0
    return Concreteness(strength, worth, anchors)


def _strength(vague: float, solid: float, content: int) -> float:
    return max(0.0, min(1.0, 1.0 - (vague - 2.0 * solid) / content))


def _weigh(sentence: Sentence, anchors: list[Evidence]) -> tuple[int, int]:
    """Content words and names or amounts of the sentence; concrete words are added to `anchors`."""
    content = names = 0
    for index, word in enumerate(sentence.words):
        if word.low in FUNCTION_WORDS:
            continue
        content += 1
        named = bool(word.quantity) or (word.capital and index > 0 and word.low != "i")
        names += named
        if named or word.tags & _SOLID:
            # A list of such words is concrete too, whatever else a heap of words is worth.
            anchors.append(evidence(sentence, index, index + 1, 0.8, "concrete", listed=True))
    return content, names


def _vagueness(sentence: Sentence) -> float:
    cost = sum(weight * len(sentence.hits.get(name, ())) for name, weight in _COSTS)
    return cost + 0.5 * sum(word.low.endswith(_ABSTRACT) for word in sentence.words)
