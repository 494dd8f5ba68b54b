"""A quantity at its place in a sentence, and what stands around it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.quantities import Quantity
from coach.analysis.sentence import Sentence, Word
from coach.analysis.wordset import bag

Class = tuple[str, float]

_NOUN_LISTS: Final = ("business_nouns", "person_nouns", "team_nouns", "activity_nouns", "tool_nouns", "hyper_words")
_INSIDE: Final = bag("the our my their all its a every")


class Place(NamedTuple):
    """`head` is the list of the noun counted; `question` the kind of question answered."""

    sentence: Sentence
    at: int
    quantity: Quantity
    head: str
    question: str

    @property
    def before(self) -> str:
        """The word before, or ""."""
        return self.sentence.words[self.at - 1].low if self.at else ""

    def near(self, name: str, before: int, after: int) -> bool:
        """Whether a word of the list stands that near."""
        return self.sentence.near(name, self.at, before, after) is not None

    def inside(self, *names: str) -> bool:
        """Whether a word of one of the lists stands in the same clause."""
        bounds = self.sentence.clause(self.at, 7)
        return any(self.sentence.inside(name, bounds) is not None for name in names)

    def around(self, words: frozenset[str], before: int, after: int) -> bool:
        """Whether one of `words` stands that near."""
        found = self.sentence.words
        span = [*found[max(0, self.at - before) : self.at], *found[self.at + 1 : self.at + 1 + after]]
        return any(word.low in words for word in span)

    def changes(self, reach: int) -> bool:
        """Whether a word of change, comparison or aim stands near."""
        return any(self.near(name, reach, reach) for name in ("result_verbs", "change_words", "target_words"))


def place(sentence: Sentence, index: int, quantity: Quantity, question: str) -> Place:
    """The quantity at word `index` with the noun it counts."""
    return Place(sentence, index, quantity, _head(sentence.words, index), question)


def _head(words: Sequence[Word], index: int) -> str:
    """The list of the last listed noun in the run of words after the number."""
    found = ""
    at = index + 1
    if at < len(words) and words[at].low in ("of", "in"):
        at += 1
        while at < len(words) and words[at].low in _INSIDE:
            at += 1
    for word in words[at : at + 4]:
        if word.gap or word.quantity or word.low in FUNCTION_WORDS:
            break
        name = _list_of(word)
        if name:
            found = name
        elif word.tags & {"past", "third"}:
            break
    return found


def _list_of(word: Word) -> str:
    """People who are both served and employed count as headcount."""
    if "team_nouns" in word.tags:
        return "team_nouns"
    return next((name for name in _NOUN_LISTS if name in word.tags), "")
