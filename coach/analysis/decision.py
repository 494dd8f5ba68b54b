"""Decision: an explicit choice, recommendation, refusal or ask by the speaker, also as a bare verb or a fragment."""

from typing import Final

from coach.analysis.findings import Evidence
from coach.analysis.material import Material, evidence
from coach.analysis.means import gerunds
from coach.analysis.sentence import Sentence, Word
from coach.analysis.speaker import Act, acts, begins
from coach.analysis.underline import span_end
from coach.analysis.wordset import bag

_MIGHT: Final = bag("could might may can")
_SUPPOSED: Final = bag("if whether unless")
_WILLING: Final = bag("would 'd will 'll")
_ENDS: Final = bag("first only instead last now never later off out")
_STARTS: Final = bag("no not never only none zero")
_SUBJECTS: Final = bag("i we he she they it you there this that")
_FINITE: Final = bag(
    "is are was were am 're 'm has have had will would can could should must may might do does did 's 'd 'll"
)


def find(material: Material) -> list[Evidence]:
    """Choices said by the speaker."""
    result: list[Evidence] = []
    kind = material.reading.kind
    for sentence in material.reading.sentences:
        if not sentence.words or sentence.again:
            continue
        done = acts(sentence)
        for act in done:
            strength = _strength(act, kind)
            if strength > 0:
                result.append(evidence(sentence, act.subject, span_end(act), strength, "a choice of your own"))
        result.extend(_by_doing(sentence, done))
        result.extend(_recommended(sentence))
        result.extend(_judged(sentence))
        result.extend(_asked(sentence))
        result.extend(_fragment(sentence))
    return result


def _strength(act: Act, kind: str) -> float:
    base = _base(act, kind)
    if base <= 0:
        return 0.0
    sentence, at = act.sentence, act.verb
    base *= _sureness(act, kind)
    if sentence.near("vague_advice", at, 0, 6) or sentence.near("buzz_words", at + 1, 0, 2):
        base *= 0.4
    if act.who == "we":
        base *= 0.75 if act.in_list("choice_verbs") else 0.68 if act.in_list("act_verbs") else 0.9
    if act.who == "" and _is_result(act):
        base *= 0.5
    return base


def _sureness(act: Act, kind: str) -> float:
    """ "I could" lists options, but at the table "I can do 175" is an offer; "we should" is a recommendation."""
    supposed = act.subject > 0 and act.sentence.words[act.subject - 1].low in _SUPPOSED
    if act.habit or supposed or (act.modal in _MIGHT and kind != "negotiation"):
        return 0.4
    return 1.2 if act.modal == "should" and act.who == "we" else 1.0


def _base(act: Act, kind: str) -> float:
    chosen = act.in_list("choice_verbs")
    if act.state:
        return 0.0
    if act.negated:
        return _refusal(act, chosen)
    if chosen:
        return 1.0
    if (act.modal in _WILLING and _set_against(act)) or _limits(act):
        return 0.8
    if act.in_list("empty_acts") or (act.perfect and not act.in_list("act_verbs")):
        return 0.0
    if act.in_list("act_verbs") and not act.in_list("making_verbs"):
        assumed = kind == "estimation" and act.modal == "" and not act.in_list("leave_out_verbs")
        return (0.5 if act.perfect else 0.75) * (0.5 if assumed else 1.0)
    return _making(act, kind)


def _limits(act: Act) -> bool:
    """ "I dig at schools only", "we sell no add-ons", "I give none to it": what is left out is the choice."""
    if act.modal in _MIGHT or "vague_verbs" in act.word.tags or act.in_list("mental_verbs"):
        return False
    words = act.sentence.words
    for index in range(act.verb + 1, min(act.verb + 9, len(words))):
        word = words[index]
        if word.gap or word.low in _TURNS:
            return False
        if word.low in ("none", "nothing") or (word.low == "only" and _closes(words, index)):
            return True
    return False


def _closes(words: list[Word], index: int) -> bool:
    """Whether the clause ends with the word at `index`."""
    return index + 1 == len(words) or words[index + 1].gap != ""


_TURNS: Final = bag("because who which that when where if but")


def _set_against(act: Act) -> bool:
    """ "I'd optimise the tail, not the mean": a choice by naming what it is not."""
    sentence, at = act.sentence, act.verb
    ahead = sentence.words[at + 1 : at + 10]
    against = any(word.low == "not" and word.gap for word in ahead)
    return against or any(
        at < first <= at + 9 for first, last in sentence.hits.get("rejected_phrases", ()) if last - first > 1
    )


def _refusal(act: Act, chosen: bool) -> float:
    """I won't, I would not, I never: a refusal, unless of a thought or of nothing ("I didn't decide anything")."""
    ahead = act.sentence.words[act.verb + 1 : act.verb + 3]
    if act.in_list("mental_verbs") or any(word.low == "anything" for word in ahead):
        return 0.0
    if act.modal == "imperative":
        return 0.75
    if act.word.low == "try" and not act.modal:
        return 0.62
    if act.in_list("vague_verbs") and not chosen:
        return 0.55 if act.modal in _WILLING else 0.0
    if act.modal == "" and "base" in act.word.tags and act.perfect:
        return 0.2
    return 0.75 if act.modal in _WILLING or chosen or act.in_list("act_verbs") else 0.35


def _making(act: Act, kind: str) -> float:
    """Building and writing alone are no choice; an order, or what one would do, is a plan, and nearly one."""
    if act.in_list("vague_verbs"):
        return 0.0
    if act.modal == "imperative":
        return 0.62
    if act.who == "":
        return 0.0
    if act.modal in _WILLING:
        return 0.62
    if kind == "design" and act.word.low in _USES:
        return 0.56
    return 0.3 if act.who == "I" else 0.0


_USES: Final = bag("use used run")


def _is_result(act: Act) -> bool:
    """A bare verb of change with its amount is a result, not a choice: "Cut refunds by half"."""
    return "result_verbs" in act.word.tags and any(
        word.quantity for word in act.sentence.words[act.verb + 1 : act.verb + 9]
    )


def _by_doing(sentence: Sentence, done: list[Act]) -> list[Evidence]:
    """ "… by dropping the lunch menu": the choice behind a result, when the speaker or nobody is the subject."""
    if done and not any(act.who in ("I", "") for act in done):
        return []
    result = []
    for index in gerunds(sentence):
        tags = sentence.words[index].tags
        strength = 0.7 if tags & {"choice_verbs", "act_verbs"} else 0.35
        if sentence.near("buzz_words", index, 0, 3) or sentence.near("vague_objects", index, 0, 2):
            strength = 0.2
        if done:
            result.append(evidence(sentence, index, index + 1, strength, "the choice behind a result"))
    return result


def _recommended(sentence: Sentence) -> list[Evidence]:
    result = []
    for first, last in sentence.hits.get("recommend_phrases", ()):
        empty = sentence.near("vague_advice", first, 0, 8) or sentence.near("buzz_words", first, 0, 6)
        if _said_to_be(sentence, first, last) and len(sentence.words) > last - first + 1:
            result.append(evidence(sentence, first, last, 0.3 if empty else 0.8, "a recommendation"))
    return result


def _said_to_be(sentence: Sentence, first: int, last: int) -> bool:
    """ "The call" is one at the beginning, before a colon or before "is"; "my call" is one anywhere."""
    words = sentence.words
    if first == 0 or (last - first > 1 and words[first].low not in ("the", "bottom", "verdict")):
        return True
    return last < len(words) and (words[last].gap == ":" or words[last].low in ("is", "'s"))


def _judged(sentence: Sentence) -> list[Evidence]:
    """ "X is the right fit", "Y is overkill", "a rough one will do": a recommendation without a speaker."""
    words = sentence.words
    for index in range(1, len(words) - 1):
        if words[index].low not in _IS or words[index - 1].low in _POINTERS:
            continue
        last = index + 2 if words[index + 1].low in ("the", "a", "an", "not", "still", "just") else index + 1
        ahead = [word.low for word in words[last : last + 3]]
        if (ahead and ahead[0] in _ENOUGH and _closes(words, last)) or (
            len(ahead) > 1 and ahead[0] in _FITTING and ahead[1] in _CHOSEN
        ):
            return [evidence(sentence, 0, last + 2, 0.62, "a recommendation")]
    return []


_POINTERS: Final = bag("that this it which who there i we you he she they everything all life")
_IS: Final = bag("is are 's 're was were be making makes will")
_ENOUGH: Final = bag("enough fine sufficient overkill unnecessary do suffice")
_FITTING: Final = bag(
    "right best better ideal wrong natural obvious safer safest simplest cheapest only default sensible correct good"
)
_CHOSEN: Final = bag("fit choice option call tool pick answer move default bet match way place approach")


def _asked(sentence: Sentence) -> list[Evidence]:
    """Asks count where something is asked for: a number or a term of the deal."""
    result = []
    for first, last in sentence.hits.get("ask_phrases", ()):
        amount = any(word.quantity for word in sentence.words[first : first + 16])
        term = sentence.near("negotiation_words", first, 3, 10)
        if amount or term:
            result.append(evidence(sentence, first, last, 0.85 if amount else 0.55, "an ask"))
    return result


def _main_end(words: list[Word]) -> int:
    """Where the main clause ends: before "until the queue is stable", or at a colon."""
    for index in range(1, len(words)):
        if words[index].gap == ":":
            return index
        if words[index].low in _UNTIL:
            return index + 1
    return len(words)


def _fragment(sentence: Sentence) -> list[Evidence]:
    """ "Two cities first." "Not the app." "No new features until it holds.": a choice without a verb."""
    words = sentence.words[: _main_end(sentence.words)]
    short = 2 <= len(words) <= 9 and begins(sentence)
    if not short or any(word.low in _SUBJECTS or word.low in _FINITE for word in words):
        return []
    over = any(word.low in _OVER for word in words[1:])
    if not (words[0].low in _STARTS or words[-1].low in _ENDS or over):
        return []
    empty = sentence.hits.get("buzz_words") or sentence.hits.get("throat_phrases")
    return [evidence(sentence, 0, len(sentence.words), 0.3 if empty else 0.75, "a choice as a fragment")]


_UNTIL: Final = bag("until unless before")
_OVER: Final = bag("over before until unless")
