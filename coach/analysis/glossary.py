"""A pasted glossary or set of notes: sentence after sentence explains, and nobody does anything."""

from collections.abc import Sequence
from typing import Final

from coach.analysis.sentence import Sentence, Word
from coach.analysis.wordset import bag

_DEFINES: Final = bag("is are means mean refers denotes stands describes")
_OPENS: Final = bag("the a an any how what when where one doing giving to not anything something")
_SPEAKS: Final = bag("i we my our us me you your")


Carried = tuple[Sentence, bool]


def glossary(spoken: Sequence[Carried]) -> float:
    """0.0 for an answer, up to 1.0 when most sentences are definitions (three at least).

    Each sentence comes with whether it carries something; those that neither carry nor define are passed over.
    """
    defines = [_defines(sentence) for sentence, _ in spoken]
    if sum(defines) < 3:
        return 0.0
    weighed = sum(defined or carried for defined, (_, carried) in zip(defines, spoken, strict=True))
    return min(1.0, max(0.0, (sum(defines) / weighed - 0.3) / 0.3))


def _defines(sentence: Sentence) -> bool:
    words = sentence.words
    if any(word.low in _SPEAKS for word in words):
        return False
    for index in range(1, min(7, len(words) - 2)):
        if words[index].gap in (":", "stop", "line") and words[index].low in _OPENS:
            return True
        if words[index].low in _DEFINES and words[index + 1].low in _OPENS:
            return True
    return False


def nobody_speaks(spoken: Sequence[Carried]) -> float:
    """0.0 for an answer, up to 0.9 for many sentences in which neither "I" nor "we" does anything, nor a bare verb.

    Acts in sentences that carry nothing are passed over.
    """
    told = [(sentence.words, _acts(sentence.words), carried) for sentence, carried in spoken]
    weighed = [(words, acts) for words, acts, carried in told if carried or not acts]
    if len(weighed) <= _FEW:
        return 0.0
    # Who begins with themselves is answering, however terse the notes that follow.
    own = sum(acts for _, acts in weighed) + _FIRST * any(word.low == "i" for word in told[0][0])
    if sum(_bare_past(words[0]) for words, _ in weighed) >= 0.4 * len(weighed):
        return 0.0
    missing = max(0.0, 1.0 - own / len(weighed) / _OWN_SHARE)
    return missing * min(0.9, 0.09 * (len(weighed) - _FEW))


_OURS: Final = bag("i we")
_FIRST: Final = 2
_FEW: Final = 4
_OWN_SHARE: Final = 0.12


def _acts(words: list[Word]) -> bool:
    """Whether a speaker and something done are both in the sentence; "I like jazz" is nobody's act."""
    return any(word.low in _OURS for word in words) and any(word.tags & _DONE for word in words)


_DONE: Final = bag("choice_verbs act_verbs activity_verbs result_verbs")


def _bare_past(word: Word) -> bool:
    return "past" in word.tags and "base" not in word.tags


def question_cards(spoken: Sequence[Carried], text: str) -> float:
    """0.0 for an answer, up to 0.95 for question after question, each with what is to be known."""
    asks = ["?" in text[sentence.end : sentence.end + 2] for sentence, _ in spoken]
    if sum(asks) < (3 if asks and asks[0] else 6):
        return 0.0
    weighed = sum(ask or carried for ask, (_, carried) in zip(asks, spoken, strict=True))
    return min(0.95, max(0.0, (sum(asks) / weighed - 0.12) / 0.08))
