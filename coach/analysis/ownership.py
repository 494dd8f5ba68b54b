"""Ownership: "I", or a bare résumé verb, with a concrete act."""

from typing import Final

from coach.analysis.findings import Evidence
from coach.analysis.material import Material, evidence
from coach.analysis.speaker import Act, acts
from coach.analysis.underline import span_end
from coach.analysis.wordset import bag

_MIGHT: Final = bag("could might may should can must")


def find(material: Material) -> list[Evidence]:
    """Concrete acts of the speaker."""
    result: list[Evidence] = []
    for sentence in material.reading.sentences:
        if not sentence.words or sentence.again:
            continue
        for act in acts(sentence):
            strength = _strength(act, material.reading.kind)
            if strength > 0:
                result.append(evidence(sentence, act.subject, span_end(act), strength, "an act of your own"))
    return result


def _strength(act: Act, kind: str) -> float:
    if act.who == "we" or act.modal in _MIGHT or act.state:
        return 0.0
    strength = _verb(act)
    if kind == "resume" and strength < _MEASURED and _measured(act):
        strength = _MEASURED
    if act.who == "":
        strength = 0.3 if act.modal == "imperative" else strength * (1.0 if kind in ("resume", "") else 0.65)
    if act.habit or act.perfect:
        strength *= 0.6 if act.habit or not act.in_list("choice_verbs") else 1.0
    if not _empty_object(act) or (kind == "resume" and _measured(act)):
        return strength
    # What was chosen and done stays an act around an empty word; what one would do does not.
    done = "past" in act.word.tags and (act.in_list("choice_verbs") or act.in_list("act_verbs"))
    return strength * (0.6 if done else 0.3)


def _measured(act: Act) -> bool:
    """In a résumé line even "managed" and "led" are acts when the line says how much, and no buzzword fills it."""
    words = act.sentence.words[act.verb + 1 :]
    said = any(word.quantity for word in words) and not act.sentence.hits.get("buzz_words")
    return said and act.who == "" and not act.sentence.near("passive_owner", act.verb, 1, 1)


_MEASURED: Final = 0.6


def _verb(act: Act) -> float:
    if act.sentence.near("passive_owner", act.verb, 1, 1):
        return 0.0
    if act.named():
        return 1.0
    if act.in_list("empty_acts"):
        return 0.0
    if act.in_list("choice_verbs") or act.in_list("act_verbs"):
        return 1.0 if "vague_verbs" not in act.word.tags else 0.7
    if "vague_verbs" in act.word.tags:
        return 0.55 if act.who == "" and act.word.low in _LED else 0.0
    return 0.6 if act.negated else 0.85


_LED: Final = bag("brought handled coordinated managed organised organized maintained led ran conducted")


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
