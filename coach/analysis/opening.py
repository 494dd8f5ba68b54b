"""Opening: what rules can see of it in the first sentence: the direct answer, those served and their need, the stakes.

That it carries the result or the recommendation is weighed with the other signs.
"""

import re
from itertools import islice
from typing import Final

from coach.analysis.findings import Evidence, Span
from coach.analysis.material import Material, evidence
from coach.analysis.measure import Measured
from coach.analysis.sentence import Sentence
from coach.analysis.wordset import bag

_LEADING: Final = bag("so well um uh er okay ok yeah right like and hmm yes now look basically you know mean")
_TURNED: Final = (
    ("throat_phrases", 0.75),
    ("restated_phrases", 0.8),
    ("biography_phrases", 0.6),
    ("method_first", 0.5),
)
_REACH: Final = 1
_WORD: Final = re.compile(r"[^\W_]")
_DOTS: Final = re.compile(r"…|\.{2,}")
_CUT: Final = re.compile(r"[.!?,\n]")
_GUESSED: Final = bag(
    "about around roughly some maybe between say probably nearly almost close approximately circa somewhere"
)

_FINITE: Final = bag("is are was were am 're 'm 's")


def find(material: Material) -> list[Evidence]:
    """The direct answer, those served and their need, the stakes: less what delays them."""
    result: list[Evidence] = []
    beginning = head(material)
    for sentence, items in zip(material.reading.sentences, material.measured, strict=True):
        if sentence in beginning:
            less = 1.0 - _delay(sentence)
            result.extend(_answer(sentence, items, material.reading.kind, less))
            result.extend(_need(sentence, less))
    return result


def head(material: Material) -> list[Sentence]:
    """The first sentence; after a fragment of up to three words (without its verb) also the next one.

    A single word opens nothing. What begins behind a full stop, a comma or an empty line of a list has lost its
    beginning, and has none.
    """
    found: list[Sentence] = []
    before = _WORD.split(material.reading.text.lstrip(), maxsplit=1)[0]
    if _CUT.search(_DOTS.sub("", before)):
        return found
    count = 0
    spoken = (sentence for sentence in material.reading.sentences if sentence.words)
    for sentence in islice(spoken, 2):
        found.append(sentence)
        count += len(sentence.words)
        whole = any(word.low in _FINITE for word in sentence.words)
        if count > 3 or whole or sentence.hits.get("throat_phrases"):
            break
    return found if count > 1 else []


def in_one_breath(material: Material, beginning: list[Sentence]) -> Span | None:
    """Where the beginning stands, with what follows it without a mark (long runs of words are cut, as speech has none).

    None where there is no beginning.
    """
    if not beginning:
        return None
    start, end = beginning[0].start, beginning[-1].end
    for sentence in material.reading.sentences:
        if sentence.start >= end and not material.reading.text[end : sentence.start].strip(" "):
            end = sentence.end
    return Span(start, end)


def _delay(sentence: Sentence) -> float:
    """How much of the opening is throat-clearing, biography, the question again or the method."""
    start = 0
    while start < len(sentence.words) and sentence.words[start].low in _LEADING:
        start += 1
    delay = max((weight for name, weight in _TURNED if sentence.near(name, start, start, _REACH)), default=0.0)
    vague = len(sentence.hits.get("buzz_words", ())) / max(1, len(sentence.words))
    return min(1.0, delay + (0.4 if vague > 0.12 else 0.0))


def _answer(sentence: Sentence, items: list[Measured], kind: str, less: float) -> list[Evidence]:
    """The direct answer: yes, no, or the figure asked for."""
    result = []
    words = sentence.words
    if words[0].low in ("yes", "no") and (len(words) == 1 or words[1].gap):
        result.append(evidence(sentence, 0, 1, 0.7 * less, "opens with the direct answer"))
    if kind in _ASKED and _answers(sentence):
        result.append(evidence(sentence, 0, len(words), 0.55 * less, "opens with the direct answer"))
    if kind in ("estimation", "negotiation") and items:
        first = items[0]
        early = first.place <= 4 and (len(words) <= 10 or words[0].low in _GUESSED or first.place == 0)
        if early and first.quantity.form != "date":
            result.append(evidence(sentence, first.place, first.place + 1, 0.8 * less, "opens with the figure"))
    return result


def _need(sentence: Sentence, less: float) -> list[Evidence]:
    """Those served as the subject, with what they need or lose; or what went wrong."""
    result = []
    for first, last in sentence.hits.get("person_nouns", ()):
        need = sentence.near("stakes_phrases", first, 8, 10) or sentence.near("consequence_verbs", first, 1, 6)
        need = need or sentence.near("negative_words", first, 6, 8) or sentence.near("trouble_words", first, 6, 8)
        early = first <= 4 and not any(word.low in ("i", "we") for word in sentence.words[:first])
        if need is not None:
            span = sentence.span(min(first, need[0]), max(last, need[1]))
            result.append(
                Evidence(Span(*span), (0.8 if early else 0.6) * less, "opens with those served and their need")
            )
        elif early and len(sentence.words) > 4 and _acting(sentence, first, last):
            result.append(evidence(sentence, first, last, 0.55 * less, "opens with those served"))
    told = 0 if result else _told_by_who(sentence)
    if told or _addressed(sentence):
        result.append(evidence(sentence, 0, told + 1, 0.6 * less, "opens with those served"))
    return result if _mere_topic(sentence) else result + _stakes(sentence, less)


def _stakes(sentence: Sentence, less: float) -> list[Evidence]:
    """What went wrong or may."""
    result = []
    for name in ("stakes_phrases", "negative_words", "trouble_words"):
        for first, last in sentence.hits.get(name, ()):
            strength = 0.55 if last - first > 1 or name != "stakes_phrases" else 0.3
            result.append(evidence(sentence, first, last, strength * less, "opens with the stakes"))
    return result


_ASKED: Final = bag("design opening negotiation estimation")


def _answers(sentence: Sentence) -> bool:
    """ "Deposits." "Nightly batch, nothing live." "Probably Easter.": a fragment, or a guess, answers."""
    words = sentence.words
    if sentence.hits.get("throat_phrases") or sentence.hits.get("buzz_words") or words[0].low in _LEADING:
        return False
    if any(word.low in ("probably", "likely", "mostly") for word in words[:3]):
        return True
    return len(words) <= 5 and not any(word.low in _BEING or word.low in _MUST or word.low in _SELF for word in words)


_SELF: Final = bag("i we you it that this there")


def _acting(sentence: Sentence, first: int, last: int) -> bool:
    """Whether those served do or undergo something; what merely is ("our clinic is in Lyon") opens with nothing."""
    words = sentence.words
    if any(word.low in ("my", "our") for word in words[max(0, first - 2) : first]):
        return False
    for index in range(last, min(last + 7, len(words))):
        low = words[index].low
        if low in _BEING:
            ahead = words[index + 1].low if index + 1 < len(words) else ""
            return low in ("is", "are", "'re", "'s") and ahead.endswith(("ed", "ing"))
        if low in _MUST or words[index].tags & _FORMS or (index == last and low.endswith(("s", "ed"))):
            return True
    return words[-1].low == "first" or any(word.low == "first" and word.gap == "" for word in words[last : last + 2])


def _told_by_who(sentence: Sentence) -> int:
    """Where "who" follows a noun near the start: "A potter in Ghent who sells abroad"; 0 for nowhere."""
    words = sentence.words
    for index in range(1, min(8, len(words))):
        if words[index].low == "who" and words[index - 1].low not in _WHO_ELSE:
            return index
    return 0


_WHO_ELSE: Final = bag("i we me us someone somebody person anybody guy team colleague manager boss of and")
_BEING: Final = bag("is are was were be 'm 're 's consists consist")
_MUST: Final = bag("should must can could will would do does did have has had may might never no")
_FORMS: Final = bag("past third base")


def _addressed(sentence: Sentence) -> bool:
    """ "Your night staff …", "You pay twice …": the listener's own case, not the question said again."""
    words = sentence.words
    if len(words) < 4 or words[0].low not in ("you", "your"):
        return False
    return words[0].low == "your" or words[1].low not in _TALK


_TALK: Final = bag(
    "know asked ask asking want see mean said could would should start can look have need first may might"
)


def _mere_topic(sentence: Sentence) -> bool:
    """ "Right, so, conflict, yeah": a word of the question, and nothing said of it; "we had an incident" likewise."""
    words = [word for word in sentence.words if word.low not in _LEADING]
    if len(words) < 3:
        return True
    return words[0].low in ("i", "we") and words[1].low in ("had", "have", "'ve", "faced", "got") and len(words) < 12
