"""Trade-off: the cost, the risk or the thing given up is named, with or without a cue word."""

from typing import Final

from coach.analysis.findings import Evidence
from coach.analysis.material import Material, evidence
from coach.analysis.reading import Sentence
from coach.analysis.wordset import bag

_EMPTY: Final = bag("trade trades off offs tradeoff tradeoffs trade-off")


def find(material: Material, decided: int) -> list[Evidence]:
    """What was paid, lost or risked. `decided` is where the first choice or act begins (characters; -1 for none)."""
    result: list[Evidence] = []
    for sentence in material.reading.sentences:
        if not sentence.words or sentence.again:
            continue
        after = 0 <= decided <= sentence.end
        result.extend(_cued(sentence, after))
        result.extend(_effects(sentence, after, decided))
        result.extend(_rejected(sentence, after))
    return result


def _cued(sentence: Sentence, after: bool) -> list[Evidence]:
    result = []
    for first, last in sentence.hits.get("tradeoff_cues", ()):
        if len(sentence.words) - (last - first) < 2:
            continue
        strength = 0.85 if after else 0.45
        if sentence.words[first].low in ("which", "that", "meaning", "meant", "it") and sentence.words[
            last - 1
        ].low.startswith("mean"):
            strength = 0.8 if after and _negative(sentence, first) else 0.2
        if _general(sentence, first):
            strength *= 0.4
        result.append(evidence(sentence, first, last, strength, "a cost or a risk, said outright"))
    return result


def _negative(sentence: Sentence, index: int) -> bool:
    return sentence.near("negative_effects", index, 3, 12) is not None


def _general(sentence: Sentence, index: int) -> bool:
    return bool(sentence.near("buzz_words", index, 3, 4)) or bool(sentence.near("vague_advice", index, 6, 6))


def _effects(sentence: Sentence, after: bool, decided: int) -> list[Evidence]:
    """Slower, later, hated, gone … after a choice: a price without a cue word."""
    result = []
    for first, last in sentence.hits.get("negative_effects", ()):
        place = sentence.words[first].start
        if not after or place < decided:
            result.append(evidence(sentence, first, last, 0.3, "a bad effect"))
            continue
        contrast = sentence.near("contrast_words", first, 10, 0) is not None or first < 6
        good = sentence.near("good_nouns", first, 3, 4) is not None
        strength = 0.45 + 0.15 * contrast + 0.1 * good
        if sentence.near("none_words", first, 2, 0) or sentence.near("refusal_phrases", first, 1, 0):
            strength = 0.2
        result.append(evidence(sentence, first, last, strength, "a bad effect after a choice"))
    return result


def _rejected(sentence: Sentence, after: bool) -> list[Evidence]:
    return [
        evidence(sentence, first, last, 0.4 if after else 0.1, "the option not taken")
        for first, last in sentence.hits.get("rejected_phrases", ())
        if last - first > 1
    ]
