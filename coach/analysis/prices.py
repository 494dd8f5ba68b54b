"""Prices told by the shape of a sentence: a label, a denied liking, "for it", growth forgone, a signed loss."""

from collections.abc import Callable
from typing import Final

from coach.analysis.findings import Evidence
from coach.analysis.material import evidence
from coach.analysis.sentence import Sentence
from coach.analysis.wordset import bag

_LABELS: Final = bag(
    "price cost costs downside downsides drawback drawbacks risk risks catch loss losses tradeoff minus minuses con "
    "cons paid sacrifice sacrificed penalty bill lost exposure worst weakness weaknesses disadvantage casualty loser"
)
_NOT: Final = bag("not never no nobody hardly neither nor none few")
_LIKED: Final = bag(
    "happy happier pleased thrilled glad amused keen delighted satisfied convinced like liked likes love loved loves "
    "enjoy enjoyed enjoys thank thanked thanks fun popular welcome welcomed grateful overjoyed ecstatic cheer cheered "
    "appreciate appreciated forgive forgiven forgave smile smiled clap clapped applaud applauded"
)
_WILL: Final = bag(
    "vote votes wish wishes advice will protest protests objection objections instinct instincts recommendation "
    "opinion resistance opposition rules orders union council board lawyers counsel preference"
)
_ASKED: Final = bag(
    "ask asks asked asking reason reasons responsible sign signed look looked looking need needs wait waited waiting "
    "apply applied case basis cause budget plan plans go time thank thanks happy respect use used good ready allow "
    "know account accounted vote word name room"
)
_IT: Final = bag("it that this")
_BETTER: Final = bag(
    "faster more better bigger cheaper quicker sooner higher larger easier richer simpler safer stronger earlier"
)
_WOULD: Final = bag("would 'd could might")
_US: Final = bag("i we")
_ERRS: Final = bag(
    "low high short over under double half bigger smaller higher lower more less twice optimistic pessimistic generous "
    "cautious light heavy worse better lean fat"
)
_BE: Final = bag("be am 'm is are 're 's was were")


def find(sentence: Sentence, text: str) -> list[Evidence]:
    """What a sentence after the choice says of its price."""
    return [item for rule in _RULES for item in rule(sentence, text)]


def _labelled(sentence: Sentence, _: str) -> list[Evidence]:
    """ "Price: no hot meals": a label that begins the sentence or follows a stop."""
    words = sentence.words
    return [
        evidence(sentence, index, len(words), 0.75, "a price under its own label")
        for index in range(len(words) - 1)
        if words[index].low in _LABELS and words[index + 1].gap == ":" and (index == 0 or words[index].gap)
    ]


def _unloved(sentence: Sentence, _: str) -> list[Evidence]:
    """ "Wasn't one bit happy": a liking denied to somebody else than the speaker."""
    words = sentence.words
    result = []
    for index, word in enumerate(words):
        before = words[max(0, index - 4) : index]
        if word.low in _LIKED and any(one.low in _NOT for one in before) and not any(one.low == "i" for one in before):
            result.append(evidence(sentence, max(0, index - 3), index + 1, 0.7, "somebody was not happy with it"))
    return result


def _against(sentence: Sentence, _: str) -> list[Evidence]:
    """ "Against the union's vote"."""
    words = sentence.words
    return [
        evidence(sentence, index, index + 3, 0.65, "done against somebody's will")
        for index, word in enumerate(words)
        if word.low == "against" and any(one.low in _WILL for one in words[index + 1 : index + 5])
    ]


def _exchanged(sentence: Sentence, _: str) -> list[Evidence]:
    """ "I'd drop the bonus for it": what is given at the end of a clause."""
    words = sentence.words
    result = []
    for index in range(2, len(words) - 1):
        ends = index + 2 >= len(words) or words[index + 2].gap
        counted = any(word.quantity for word in words[index - 2 : index])
        if words[index].low == "for" and words[index + 1].low in _IT and ends and not counted:
            asked = any(word.low in _ASKED for word in words[max(0, index - 3) : index])
            result.append(evidence(sentence, index - 1, index + 2, 0.2 if asked else 0.55, "given in exchange"))
    return result


def _forgone(sentence: Sentence, _: str) -> list[Evidence]:
    """ "We'd grow faster with it", "if he'd jumped I'd have been finished": what would have been."""
    words = sentence.words
    result = []
    for index in range(1, len(words) - 2):
        if words[index].low not in _WOULD or words[index - 1].low not in _US:
            continue
        ahead = words[index + 1 : index + 6]
        better = any(word.low in _BETTER for word in ahead) and any(
            word.low in ("with", "without") for word in words[index + 2 : index + 9]
        )
        missed = words[index + 1].low == "have" and any(word.low == "if" for word in words[:index])
        if better or missed:
            result.append(evidence(sentence, index - 1, index + 4, 0.55, "what would have been"))
    return result


def _signed(sentence: Sentence, text: str) -> list[Evidence]:
    """ "-2% revenue", "+60 complaints"."""
    result = []
    for index, word in enumerate(sentence.words):
        if word.quantity is None or word.start == 0:
            continue
        sign = text[word.start] if text[word.start] in "-−–+" else text[word.start - 1]
        name = "gain_nouns" if sign in "-−–" else "burden_nouns" if sign == "+" else ""
        noun = sentence.near(name, index, 1, 2) if name else None
        if noun is not None:
            first, last = min(index, noun[0]), max(index + 1, noun[1])
            result.append(evidence(sentence, first, last, 0.65, "something got worse"))
    return result


def errs(sentence: Sentence) -> list[Evidence]:
    """In an estimate: "I'm a bit low", "the figure would be perhaps double", but not "higher or lower"."""
    words = sentence.words
    result = []
    for index, word in enumerate(words):
        before = [one.low for one in words[max(0, index - 4) : index]]
        both = "or" in (words[index - 1].low, words[index + 1].low if index + 1 < len(words) else "")
        ends = (
            index + 1 >= len(words)
            or words[index + 1].gap
            or words[index + 1].low in ("on", "by", "if", "still", "rather", "but")
        )
        if word.low in _ERRS and ends and not both and any(low in _BE for low in before):
            result.append(evidence(sentence, max(0, index - 2), index + 1, 0.65, "which way the estimate errs"))
    return result


_RULES: Final[tuple[Callable[[Sentence, str], list[Evidence]], ...]] = (
    _labelled, _unloved, _against, _exchanged, _forgone, _signed,
)  # fmt: skip
