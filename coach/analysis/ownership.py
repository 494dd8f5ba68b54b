"""Ownership: "I", or a bare résumé verb, with a concrete act."""

from coach.analysis.findings import Evidence
from coach.analysis.material import Material, evidence
from coach.analysis.speaker import Act, acts


def find(material: Material) -> list[Evidence]:
    """Concrete acts of the speaker."""
    result: list[Evidence] = []
    for sentence in material.reading.sentences:
        if not sentence.words or sentence.again:
            continue
        for act in acts(sentence):
            strength = _strength(act, material.reading.kind)
            if strength > 0:
                result.append(evidence(sentence, act.subject, act.verb + 1, strength, "an act of your own"))
    return result


def _strength(act: Act, kind: str) -> float:
    if act.who == "we" or act.modal in ("could", "might", "may", "should", "can"):
        return 0.0
    tags = act.word.tags
    if act.who == "" and (act.modal == "imperative" or kind not in ("resume", "")):
        return 0.3 if act.modal == "imperative" else 0.6 if kind != "pitch" else 0.4
    strength = _verb_strength(act, tags)
    return strength * (0.3 if _empty_object(act) else 1.0)


def _verb_strength(act: Act, tags: frozenset[str]) -> float:
    if tags & {"choice_verbs", "act_verbs"}:
        return 1.0 if "vague_verbs" not in tags else 0.7
    if "vague_verbs" in tags or act.sentence.near("passive_owner", act.verb, 1, 1):
        return 0.0
    return 0.85 if not act.negated else 0.6


def _empty_object(act: Act) -> bool:
    """Alignment, synergies, best practices: nothing one could film."""
    words = act.sentence.words[act.verb + 1 : act.verb + 6]
    empty = sum("vague_objects" in word.tags or "buzz_words" in word.tags for word in words)
    concrete = sum(
        bool(word.quantity)
        or bool(word.tags & {"business_nouns", "person_nouns"})
        or (word.capital and word.low != "i")
        for word in words
    )
    return empty > 0 and empty >= concrete
