"""Specificity: mostly concrete nouns, names, quantities and acts; few slogans, frameworks and superlatives."""

from coach.analysis.findings import Evidence
from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.material import Material, evidence
from coach.analysis.wordset import bag

_ABSTRACT = ("tion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "ency", "tions", "ments", "ities")


def find(material: Material) -> tuple[float, list[Evidence]]:
    """How concrete the answer is (0..1) and the concrete pieces it rests on."""
    content, vague = 0, 0.0
    anchors: list[Evidence] = []
    for sentence in material.reading.sentences:
        if sentence.again:
            continue
        for index, word in enumerate(sentence.words):
            if word.low in FUNCTION_WORDS:
                continue
            content += 1
            vague += _vagueness(word.low, word.tags)
            if word.quantity or (word.capital and index and word.low != "i") or word.tags & _SOLID:
                anchors.append(evidence(sentence, index, index + 1, 0.8, "concrete"))
        vague += 1.5 * len([1 for first, last in sentence.hits.get("buzz_words", ()) if last - first > 1])
    if not content:
        return 0.0, []
    share = vague / content
    solid = min(1.0, len(anchors) / max(3.0, content * 0.12))
    return max(0.0, min(1.0, 1.15 - 2.2 * share)) * (0.4 + 0.6 * solid), anchors


_SOLID = bag("person_nouns business_nouns choice_verbs tool_nouns technical_words team_nouns")


def _vagueness(low: str, tags: frozenset[str]) -> float:
    if "buzz_words" in tags or "framework_words" in tags:
        return 1.0
    if "vague_words" in tags:
        return 0.7
    return 0.35 if low.endswith(_ABSTRACT) and not tags else 0.0
