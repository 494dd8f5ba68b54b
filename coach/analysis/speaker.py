"""Who acts: the verbs of "I", of "we" and of clauses without a subject (résumé lines, fragments, orders)."""

from typing import Final, NamedTuple

from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.reading import Sentence, Word
from coach.analysis.wordset import bag

_BETWEEN: Final = bag(
    "'d 'll 've 'm would will have had am was not never did do also then just only still even simply first finally "
    "immediately always now already really actually personally therefore instead can could must should might may um "
    "uh like ever once often again went ahead and so be being been going to gonna want"
)
_MENTAL: Final = bag(
    "think believe feel know guess suppose hope mean love like wish remember understand see thought felt knew hoped "
    "believed"
)
_LEADS: Final = bag(
    "so then and first next but well also instead finally second third um uh okay ok yes no still today then, after "
    "before afterwards later meanwhile eventually please just simply therefore"
)


class Act(NamedTuple):
    """A verb somebody does: `who` is I, we or "" (no subject), `modal` would, will …, `negated` for won't, didn't."""

    sentence: Sentence
    subject: int
    verb: int
    who: str
    modal: str
    negated: bool

    @property
    def word(self) -> Word:
        """The verb itself."""
        return self.sentence.words[self.verb]


def acts(sentence: Sentence) -> list[Act]:
    """The acts of the sentence in order."""
    result: list[Act] = []
    words = sentence.words
    for index, word in enumerate(words):
        if word.low in ("i", "we") and not word.quantity:
            act = _of_subject(sentence, index)
            if act is not None:
                result.append(act)
    result.extend(_carried(sentence, result))
    bare = _bare(sentence)
    return [bare, *result] if bare is not None else result


def _of_subject(sentence: Sentence, index: int) -> Act | None:
    words, modal, negated = sentence.words, "", False
    at = index + 1
    while at < len(words) and at < index + 6:
        low = words[at].low
        if low in ("not", "never"):
            negated = True
        elif low in ("would", "'d", "will", "'ll", "could", "might", "can", "should", "must", "may"):
            modal = low
        elif low in _BETWEEN or (
            low.endswith("ly") and low not in ("apply", "supply", "rely", "multiply", "fly", "reply")
        ):
            pass
        else:
            break
        at += 1
    if (
        at >= len(words)
        or (words[at].quantity and words[at].low == "#")
        or words[at].low in FUNCTION_WORDS - {"do", "did", "had", "down"}
    ):
        return None
    return Act(sentence, index, at, "I" if words[index].low == "i" else "we", modal, negated)


def _carried(sentence: Sentence, known: list[Act]) -> list[Act]:
    """Later verbs of the same subject: "I froze hiring and moved two people"."""
    result: list[Act] = []
    words = sentence.words
    for act in known:
        if act.word.low in _MENTAL:
            continue
        form = "past" if "past" in act.word.tags or act.word.low.endswith("ed") else "base"
        for at in range(act.verb + 2, min(act.verb + 26, len(words))):
            if words[at].low in ("i", "we", "he", "she", "they", "it", "who", "which", "that"):
                break
            joined = words[at - 1].low in ("and", "then", "or", "but") or words[at].gap in ("comma", "stop")
            if joined and form in words[at].tags and _verbal(words, at):
                result.append(Act(sentence, act.subject, at, act.who, act.modal, False))
    return result


def _verbal(words: list[Word], at: int) -> bool:
    """A form that could be a noun counts as a verb only before an object."""
    after = words[at + 1].low if at + 1 < len(words) and not words[at + 1].gap else ""
    if "past" in words[at].tags and "base" not in words[at].tags:
        return after not in ("by",)
    return (after in FUNCTION_WORDS and after not in ("is", "was", "are", "were", "of", "and", "or")) or after == "#"


def _bare(sentence: Sentence) -> Act | None:
    """A clause that begins with its verb: "Banned Friday deploys", "Ship the log first", "Then cut the tail"."""
    words = sentence.words
    at = 0
    while at < len(words) and at < 3 and (words[at].low in _LEADS or words[at].low.endswith("ly")):
        at += 1
    if at >= len(words):
        return None
    word = words[at]
    after = words[at + 1].low if at + 1 < len(words) else ""
    if word.low in FUNCTION_WORDS or word.low == "#":
        return None
    past = ("past" in word.tags and word.low not in ("left", "found")) or (
        word.low.endswith("ed") and len(word.low) > 4
    )
    if past and after not in ("by", "is", "was", "are", "i", "we", "users", "customers") and not _participle(words, at):
        return Act(sentence, at, at, "", "", False)
    order = "base" in word.tags and not _nounlike(words, at)
    return Act(sentence, at, at, "", "imperative", False) if order else None


def _participle(words: list[Word], at: int) -> bool:
    """ "Based on …", "Given that …", "Asked about X, I …": a phrase before the real clause."""
    if words[at].low in (
        "based",
        "given",
        "used",
        "compared",
        "interested",
        "involved",
        "tasked",
        "needed",
        "experienced",
        "motivated",
    ):
        return True
    for word in words[at + 1 : at + 14]:
        if word.gap == "comma":
            return word.low in ("i", "we", "the", "it")
    return False


def _nounlike(words: list[Word], at: int) -> bool:
    """Words that are verb and noun begin an order only before an article, a number or a known object."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or after.gap:
        return True
    if after.low in (
        "is",
        "was",
        "are",
        "were",
        "has",
        "had",
        "will",
        "would",
        "of",
        "and",
        "or",
        "went",
        "came",
        "not",
    ):
        return True
    return "third" in after.tags and not any(tag.endswith("_nouns") for tag in after.tags)
