"""Decision: an explicit choice, recommendation, refusal or ask by the speaker, also as a bare verb or a fragment."""

from typing import Final

from coach.analysis.findings import Evidence
from coach.analysis.material import Material, evidence
from coach.analysis.reading import Sentence
from coach.analysis.speaker import Act, acts
from coach.analysis.wordset import bag

_MIGHT: Final = bag("could might may can should")
_ENDS: Final = bag("first only instead last now never later")
_STARTS: Final = bag("no not never only none zero")
_SUBJECTS: Final = bag("i we he she they it you there this that")
_FINITE: Final = bag(
    "is are was were am 're 'm has have had will would can could should must may might do does did 's 'd 'll"
)


def find(material: Material) -> list[Evidence]:
    """Choices said by the speaker."""
    result: list[Evidence] = []
    for sentence, items in zip(material.reading.sentences, material.measured, strict=True):
        if not sentence.words or sentence.again:
            continue
        for act in acts(sentence):
            strength = _strength(act, material.reading.kind)
            if strength > 0:
                result.append(evidence(sentence, act.subject, act.verb + 1, strength, "a choice of your own"))
        result.extend(_recommended(sentence))
        result.extend(_asked(sentence, bool(items)))
        result.extend(_fragment(sentence))
    return result


def _strength(act: Act, kind: str) -> float:
    sentence, at = act.sentence, act.verb
    base = _base(act)
    if base <= 0:
        return 0.0
    if act.modal in _MIGHT:
        base *= 0.35
    if sentence.near("vague_advice", at, 1, 6) or sentence.near("buzz_words", at, 0, 3):
        base *= 0.35
    if act.who == "we":
        base *= 0.7 if "choice_verbs" in act.word.tags or _phrase(sentence, "choice_verbs", at) else 0.45
    if act.who == "" and _is_result(act):
        base *= 0.5
    return base


def _phrase(sentence: Sentence, name: str, at: int) -> bool:
    return any(first == at and last > at + 1 for first, last in sentence.hits.get(name, ()))


def _base(act: Act) -> float:
    sentence, at, tags = act.sentence, act.verb, act.word.tags
    if act.negated:
        return 0.8 if not tags & {"vague_verbs"} or tags & {"choice_verbs", "act_verbs"} else 0.0
    if "choice_verbs" in tags or _phrase(sentence, "choice_verbs", at):
        return 1.0
    if "act_verbs" in tags or _phrase(sentence, "act_verbs", at):
        return 0.75
    if act.who == "" or tags & {"vague_verbs"}:
        return 0.0
    if act.modal in ("would", "'d", "will", "'ll"):
        return 0.6
    return 0.3 if "activity_verbs" in tags else 0.4


def _is_result(act: Act) -> bool:
    """A bare verb of change with its amount is a result, not a choice: "Cut refunds by half"."""
    return "result_verbs" in act.word.tags and any(
        word.quantity for word in act.sentence.words[act.verb + 1 : act.verb + 9]
    )


def _recommended(sentence: Sentence) -> list[Evidence]:
    return [
        evidence(sentence, first, last, 0.8 if len(sentence.words) > last - first + 1 else 0.3, "a recommendation")
        for first, last in sentence.hits.get("recommend_phrases", ())
        if last - first > 1 or first == 0
    ]


def _asked(sentence: Sentence, numbered: bool) -> list[Evidence]:
    """Asks count where something is asked for: a number or a term of the deal."""
    result = []
    for first, last in sentence.hits.get("ask_phrases", ()):
        concrete = any(word.quantity for word in sentence.words) or sentence.near("negotiation_words", first, 12, 12)
        if concrete:
            result.append(evidence(sentence, first, last, 0.85, "an ask"))
    return result


def _fragment(sentence: Sentence) -> list[Evidence]:
    """ "Two cities first." "Not the app." "No Friday deploys.": a choice without a verb."""
    words = sentence.words
    if not 2 <= len(words) <= 9 or any(word.low in _SUBJECTS or word.low in _FINITE for word in words):
        return []
    starts = words[0].low in _STARTS
    ends = words[-1].low in _ENDS
    over = any(word.low in ("over", "before", "until") for word in words[1:-1])
    if not (starts or ends or over):
        return []
    return [
        evidence(
            sentence, 0, len(words), 0.75 if not sentence.hits.get("buzz_words") else 0.3, "a choice as a fragment"
        )
    ]
