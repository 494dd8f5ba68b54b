"""Trade-off: the cost, the risk or the thing given up is named, with or without a cue word."""

from typing import Final

from coach.analysis.findings import Evidence
from coach.analysis.material import Material, evidence
from coach.analysis.sentence import Sentence
from coach.analysis.wordset import bag

# How surely a list names a price once a choice has been made (and the rule to show for it).
_PRICES: Final = (
    ("tradeoff_cues", 0.85, "a cost or a risk said outright"),
    ("displeased_words", 0.75, "somebody was against it"),
    ("worse_words", 0.6, "something got worse"),
    ("negative_words", 0.5, "something bad follows from the choice"),
    ("strain_words", 0.42, "something became harder"),
    ("more_words", 0.28, "more or less of something"),
    ("left_out_words", 0.52, "something was left out"),
    ("rejected_phrases", 0.35, "the option not taken"),
)
_REASONS: Final = bag("because since when whose as where after before if whenever until")
_DOWN: Final = bag(
    "cut fell fall falls drop drops dropped dropping reduce reduced reducing reduces down no fewer stopped stop "
    "stops zero half halved halving eliminate eliminated avoid avoided avoids lower lowered ended fixed without "
    "prevent prevented less removed saved saves save saving shorter cutting shrank solved never not disappeared "
    "vanished cleared"
)
_TURNS: Final = bag("but though although yet however despite still unless whereas nevertheless albeit except")
_SOME: Final = bag("some few several many most others other older small smaller they those people who everyone he she")


def find(material: Material, decided: int) -> list[Evidence]:
    """What was paid, lost or risked. `decided` is where the first choice or act begins (characters; -1 for none)."""
    result: list[Evidence] = []
    for sentence in material.reading.sentences:
        if not sentence.words or sentence.again:
            continue
        after = 0 <= decided <= sentence.end
        if after:
            result.extend(_turned_worse(sentence))
        for name, strength, rule in _PRICES:
            result.extend(_hits(sentence, name, strength, rule, decided if after else -1))
    return result


def _hits(sentence: Sentence, name: str, base: float, rule: str, decided: int) -> list[Evidence]:
    result = []
    for first, last in sentence.hits.get(name, ()):
        if len(sentence.words) - (last - first) < 2:
            continue
        strength = base * _timing(sentence, first, last, decided, name)
        strength += _lift(sentence, first, last, name)
        strength *= _doubt(sentence, first, last, name)
        result.append(evidence(sentence, first, last, min(1.0, strength), rule))
    return result


def _timing(sentence: Sentence, first: int, last: int, decided: int, name: str) -> float:
    """A price follows a choice; a cue of several words says what it is by itself."""
    if 0 <= decided <= sentence.words[first].start:
        return 1.0
    outright = name == "tradeoff_cues" and last - first > 1
    return 0.75 if decided >= 0 or outright else 0.5


def _turned_worse(sentence: Sentence) -> list[Evidence]:
    """Basket fell 2 %, growth was flat; storage doubled, it doubles the bill: what should rise falls, or so."""
    result = []
    for nouns, verbs in (("gain_nouns", "fall_verbs"), ("burden_nouns", "rise_verbs")):
        for first, last in sentence.hits.get(verbs, ()):
            noun = sentence.near(nouns, first, 4, -1) or (
                sentence.near(nouns, last, 0, 3) if sentence.words[first - 1].low in _IT and first else None
            )
            if noun is None:
                continue
            begin, end = min(noun[0], first), max(noun[1], last)
            if not any(word.gap for word in sentence.words[begin + 1 : end]):
                result.append(evidence(sentence, begin, end, 0.65, "something got worse"))
    return result


_IT: Final = bag("it that which this")


def _lift(sentence: Sentence, first: int, last: int, name: str) -> float:
    """Surer after "but", with those who bear it as the subject, or with an amount."""
    words = sentence.words
    near = words[max(0, first - 8) : first + 1]
    lift = 0.15 if any(word.low in _TURNS for word in near) else 0.0
    bearer = any(
        "person_nouns" in word.tags or "team_nouns" in word.tags or word.low in _SOME
        for word in words[max(0, first - 6) : first]
    )
    lift += 0.12 if bearer and name in ("worse_words", "strain_words", "negative_words", "more_words") else 0.0
    amount = any(word.quantity for word in words[last : last + 4])
    return lift + (0.1 if amount and name != "rejected_phrases" else 0.0)


def _doubt(sentence: Sentence, first: int, last: int, name: str) -> float:
    """Less sure as a reason, when the bad thing shrinks, or in general talk."""
    words = sentence.words
    doubt = 1.0
    start = first
    while start > 0 and first - start < 8 and not words[start].gap:
        start -= 1
    if any(word.low in _REASONS for word in words[start:first]) and name != "tradeoff_cues":
        doubt *= 0.6
    if _shrinks(sentence, first, last) if name != "tradeoff_cues" else _denied(sentence, first):
        doubt *= 0.45
    if sentence.near("buzz_words", first, 3, 4) or sentence.near("vague_advice", first, 6, 6):
        doubt *= 0.5
    if (name != "tradeoff_cues" and _own_verb(sentence, first)) or (
        name == "displeased_words" and first and sentence.words[first - 1].low == "i"
    ):
        doubt *= 0.5
    return doubt


def _shrinks(sentence: Sentence, first: int, last: int) -> bool:
    words = sentence.words
    return any(word.low in _DOWN for word in [*words[max(0, first - 3) : first], *words[last : last + 3]])


def _denied(sentence: Sentence, first: int) -> bool:
    """ "Never to lose sight", "payments that don't lose money"."""
    words = sentence.words[max(0, first - 3) : first]
    return any(word.low in ("not", "never", "no", "without", "nobody") for word in words)


def _own_verb(sentence: Sentence, first: int) -> bool:
    """ "I dropped …", "I refused …": the choice itself, not its price."""
    words = sentence.words
    before = words[first - 1].low if first else ""
    mine = before in ("i", "and", "then") or first == 0
    return mine and bool(words[first].tags & {"choice_verbs", "act_verbs"})
