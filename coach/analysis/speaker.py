"""Who acts: the verbs of "I", of "we" and of clauses without a subject (résumé lines, fragments, orders)."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.sentence import Sentence, Word
from coach.analysis.wordset import bag

_BETWEEN: Final = bag(
    "'ve have had also then just only still even simply first finally immediately already now really actually "
    "personally therefore instead um uh once often again ahead so going to gonna be rather too all both never ever"
)
_MODALS: Final = bag("would 'd will 'll could might can should must may 'm am was being were 're did do")
_HABITS: Final = bag("always usually typically generally often normally tend sometimes")
_MARKS: Final = {
    "not": "not",
    "never": "not",
    "'ve": "perfect",
    "have": "perfect",
    "had": "perfect",
    "be": "be",
} | dict.fromkeys(_HABITS, "habit")
_STATES: Final = bag("'m am was were 're being")
_LEADS: Final = bag(
    "so then and first next but well also instead finally second third um uh okay ok yes no still today after "
    "before afterwards later meanwhile eventually please just simply therefore"
)
_STOPS: Final = bag("i we he she they it who which that")
_NOT_BARE: Final = bag("by is was are were i we users customers he she they it")
_HANGING: Final = bag("based given used compared interested involved tasked needed experienced motivated asked")


class Act(NamedTuple):
    """A verb somebody does.

    `who` is I, we or "" (no subject); `modal` would, will, could … or "imperative"; `state` for "I was …", `perfect`
    for "I have …", `habit` for "I always …".
    """

    sentence: Sentence
    subject: int
    verb: int
    who: str
    modal: str
    negated: bool
    state: bool = False
    perfect: bool = False
    habit: bool = False

    @property
    def word(self) -> Word:
        """The verb itself."""
        return self.sentence.words[self.verb]

    def named(self) -> bool:
        """Whether the verb begins a choice of several words: said no, pulled the plug."""
        return _long(self.sentence, "choice_verbs", self.verb)

    def in_list(self, name: str) -> bool:
        """Whether the verb, alone or with the words after it, is in a list of the lexicon."""
        if name in self.word.tags:
            return True
        return any(first == self.verb for first, _ in self.sentence.hits.get(name, ()))


def _long(sentence: Sentence, name: str, verb: int) -> bool:
    return any(first == verb and last > verb + 1 for first, last in sentence.hits.get(name, ()))


def acts(sentence: Sentence) -> list[Act]:
    """The acts of the sentence in order."""
    result: list[Act] = []
    for index, word in enumerate(sentence.words):
        if word.low in ("i", "we") and not word.quantity:
            act = _of_subject(sentence, index)
            if act is not None:
                result.append(act)
    bare = _bare(sentence, len(result) > 0)
    if bare is not None:
        result.insert(0, bare)
    return result + [later for act in result for later in _carried(act)]


def first_act(sentences: Sequence[Sentence]) -> int:
    """Where somebody of our side first does something concrete (characters); -1 if nobody does."""
    for sentence in sentences:
        starts = [
            sentence.words[act.subject].start
            for act in (acts(sentence) if sentence.words else ())
            if not (act.state or act.in_list("mental_verbs") or act.in_list("empty_acts") or _empty(act))
        ]
        if starts:
            return min(starts)
    return -1


def _empty(act: Act) -> bool:
    """What one would do, and what is known as an act or a choice, counts; of "I" every act but the vague ones."""
    if act.in_list("act_verbs") or act.in_list("choice_verbs") or act.modal in ("would", "'d", "will", "'ll"):
        return False
    return act.who == "we" or "vague_verbs" in act.word.tags


def _of_subject(sentence: Sentence, index: int) -> Act | None:
    words, modal, marks = sentence.words, "", set[str]()
    at = index + 1
    while at < len(words) and at < index + 7:
        low = words[at].low
        if low in _MODALS:
            modal = low if low not in ("did", "do") else modal
        elif low in _MARKS:
            marks.add(_MARKS[low])
        elif low not in _BETWEEN and not _adverb(low) and not (low == "like" and words[at].gap == "comma"):
            break
        at += 1
    at = _through_others(words, at)
    if (
        at >= len(words)
        or (_no_verb(words[at]) and words[at].low not in ("do", "did"))
        or ("perfect" in marks and _owned(words[at]))
    ):
        return None
    state = (modal in _STATES or "be" in marks) and not words[at].low.endswith("ing")
    who = "I" if words[index].low == "i" else "we"
    return Act(sentence, index, at, who, modal, "not" in marks, state, "perfect" in marks, "habit" in marks)


def _through_others(words: list[Word], at: int) -> int:
    """ "I'd have the inspectors pick up", "I had it refuse": the verb of those whom one makes do it; "I did it"."""
    if not 0 < at < len(words) or words[at].low not in _OBJECTS | {"up", "him", "her", "people"}:
        return at
    if words[at - 1].low in ("do", "did"):
        return at - 1
    if words[at - 1].low in ("have", "had"):
        for index in range(at + 1, min(at + 4, len(words))):
            if words[index].gap:
                break
            if "base" in words[index].tags and words[index - 1].low not in ("a", "the", "my", "to"):
                return index
    return at


def _no_verb(word: Word) -> bool:
    return word.low in FUNCTION_WORDS or word.low == "o" or (word.quantity is not None and not word.low.endswith("ed"))


def _owned(word: Word) -> bool:
    """ "I have experience": a thing one has, no participle."""
    return not word.tags & _DONE and not word.low.endswith(("ed", "en", "wn"))


_DONE: Final = bag("participle past ing")


def _adverb(low: str) -> bool:
    return low.endswith("ly") and low not in ("apply", "supply", "rely", "multiply", "fly", "reply", "comply")


def _carried(act: Act) -> list[Act]:
    """Later verbs of the same subject: "I froze hiring and moved two people", "dropped display ads, kept search"."""
    if act.state or act.in_list("mental_verbs"):
        return []
    words = act.sentence.words
    form = "past" if "past" in act.word.tags or act.word.low.endswith("ed") else "base"
    result: list[Act] = []
    for at in range(act.verb + 2, min(act.verb + 30, len(words))):
        if words[at].low in _STOPS and words[at].gap != "comma":
            break
        joined = words[at - 1].low in ("and", "then", "or", "but") or words[at].gap in ("comma", "stop", ":")
        if joined and form in words[at].tags and _verbal(words, at):
            result.append(act._replace(subject=at, verb=at, negated=False))
    return result


def _verbal(words: list[Word], at: int) -> bool:
    """A form that could be a noun counts as a verb only before an object."""
    after = words[at + 1].low if at + 1 < len(words) and not words[at + 1].gap else ""
    if "past" in words[at].tags and "base" not in words[at].tags:
        return after != "by"
    return (after in FUNCTION_WORDS and after not in ("is", "was", "are", "were", "of", "and", "or")) or after == "#"


def _bare(sentence: Sentence, has_subject: bool) -> Act | None:
    """A sentence that begins with its verb: "Banned Friday deploys", "Ship the log first", "Then cut the tail"."""
    words, at = sentence.words, 0
    if not begins(sentence):
        return None
    while at < len(words) and at < 3 and (words[at].low in _LEADS or words[at].low.endswith("ly")):
        at += 1
    forbidden = _forbids(words, at)
    if forbidden:
        return Act(sentence, at, forbidden, "", "imperative", True)
    if at >= len(words) or words[at].low in FUNCTION_WORDS or words[at].low == "#" or _asks_a_moment(words, at):
        return None
    word = words[at]
    after = words[at + 1].low if at + 1 < len(words) else ""
    past = ("past" in word.tags and word.low not in ("left", "found")) or (
        word.low.endswith("ed") and len(word.low) > 4
    )
    if past and after not in _NOT_BARE and not _participle(words, at, has_subject):
        return Act(sentence, at, at, "", "", False)
    named = _long(sentence, "act_verbs", at)
    order = not has_subject and _orders(words, at, named)
    return Act(sentence, at, at, "", "imperative", False) if order else None


def _orders(words: list[Word], at: int, named: bool) -> bool:
    """A known verb that is no noun here, or any word right before an object: "Retrain the model"."""
    if "base" in words[at].tags:
        return named or not _nounlike(words, at)
    after = words[at + 1] if at + 1 < len(words) else None
    if words[at].tags or after is None or after.gap or words[at].low.endswith(_NO_ORDERS):
        return False
    return after.low in _OBJECTS


def _asks_a_moment(words: list[Word], at: int) -> bool:
    """ "Let me think" asks for a moment and orders nothing."""
    return words[at].low == "let" and at + 1 < len(words) and words[at + 1].low in ("me", "us", "'s")


def _forbids(words: list[Word], at: int) -> int:
    """Where the verb of "Don't ship it" or "Never page a human" stands; 0 for none."""
    if at + 2 < len(words) and words[at].low == "do" and words[at + 1].low == "not":
        at += 2
    elif at + 1 < len(words) and words[at].low == "never":
        at += 1
    else:
        return 0
    return 0 if words[at].low in FUNCTION_WORDS or words[at].low.endswith(("ed", "ing")) else at


_NO_ORDERS: Final = ("ing", "ed", "ly", "tion", "ness", "ment", "ity", "ss")
_OBJECTS: Final = bag("the a an my your our their all every each both any it them")


def begins(sentence: Sentence) -> bool:
    """Whether the words are a sentence from its start, not the rest of one."""
    first = sentence.words[0]
    return first.capital or first.quantity is not None or sentence.start == 0


def _participle(words: list[Word], at: int, has_subject: bool) -> bool:
    """ "Based on …", "Given that …", "Asked about X, I …", "Recovered revenue went up": no act of a bare verb."""
    if words[at].low in _HANGING or has_subject or _describes(words, at):
        return True
    for index in range(at + 1, min(at + 14, len(words))):
        word = words[index]
        if (word.gap == "comma" and word.low in ("i", "we", "the", "it")) or word.low in (
            "would",
            "will",
            "went",
            "was",
            "were",
        ):
            return True
    return False


def _describes(words: list[Word], at: int) -> bool:
    """ "Failed payments fell": the first word tells of the second, and the verb comes after."""
    for index in range(at + 1, min(at + 4, len(words))):
        word = words[index]
        if word.gap or word.quantity or word.low in FUNCTION_WORDS or word.low in _OBJECT_STARTS:
            return False
        if (
            index > at + 1
            and (word.low in ("is", "are", "has", "have") or "past" in word.tags)
            and "base" not in word.tags
        ):
            return True
    return False


_OBJECT_STARTS: Final = bag("the a an our my their all every two by")


def _nounlike(words: list[Word], at: int) -> bool:
    """Words that are verb and noun begin an order only before an article, a number or a known object."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or after.gap:
        return True
    if after.low in _NOT_OBJECTS:
        return True
    return "third" in after.tags and not any(tag.endswith("_nouns") for tag in after.tags)


_NOT_OBJECTS: Final = bag(
    "is was are were has had will would of and or went came not in per for with to at can could should must from that"
)
