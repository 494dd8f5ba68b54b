"""Clauses after the choice that say what others bear, or what will not be: a trade-off without a cue word."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from coach.analysis.findings import PRESENT, Evidence
from coach.analysis.material import Material, evidence
from coach.analysis.sentence import Sentence, Word
from coach.analysis.wordset import bag

_TALK: Final = (
    "buzz_words",
    "vague_advice",
    "throat_phrases",
    "biography_phrases",
    "framework_words",
    "lecture_phrases",
)
_BAD: Final = ("negative_words", "worse_words", "strain_words", "displeased_words", "left_out_words", "trouble_words")
_NOT: Final = bag("not never no nobody nothing none without cannot neither nor hardly nowhere")
_BEARS: Final = bag("will would 'll 'd may might must could")
_NOW: Final = bag("still only until now again till sometimes occasionally instead")
_OTHERS: Final = bag(
    "they those some few several many most others other he she people everyone everybody whoever anyone anybody "
    "somebody someone nobody neighbours who your their"
)
_PEOPLE: Final = frozenset({"person_nouns", "team_nouns"})
_JOINERS: Final = bag("and but so which who while because though although whereas or yet then however")
_CUTS: Final = bag("but while so though although whereas because")
_GONE: Final = bag("left leave leaves leaving quit quits resign resigned walk walked gone defected vanished")
_REASONS: Final = bag("because since")
_OURS: Final = bag("i we")
_YOU: Final = bag("you")
_THINGS: Final = frozenset({"tool_nouns", "activity_nouns"})


class Clause(NamedTuple):
    """Words `first` to `last` (exclusive) of a sentence."""

    sentence: Sentence
    first: int
    last: int

    @property
    def start(self) -> int:
        """Where the clause begins (characters)."""
        return self.sentence.words[self.first].start

    @property
    def end(self) -> int:
        """Where the clause ends (characters)."""
        return self.sentence.words[self.last - 1].end

    def has(self, words: frozenset[str]) -> bool:
        """Whether one of `words` stands in the clause."""
        return any(word.low in words for word in self.sentence.words[self.first : self.last])


def clauses(sentence: Sentence) -> list[Clause]:
    """The sentence cut at stops, at commas before a joining word and at "but", "while", "so"."""
    words = sentence.words
    cuts = [0]
    for index in range(2, len(words) - 1):
        if _cut(words[index].gap, words[index].low) and index - cuts[-1] > 1:
            cuts.append(index)
    return [Clause(sentence, first, last) for first, last in zip(cuts, [*cuts[1:], len(words)], strict=True)]


def _cut(gap: str, low: str) -> bool:
    return gap in ("stop", ":", "line") or (gap == "comma" and low in _JOINERS) or low in _CUTS


def find(material: Material, decided: int, carrying: Sequence[Evidence], priced: Sequence[Evidence]) -> list[Evidence]:
    """Clauses that begin after the first choice (`decided`, characters), carry nothing else, and bear its price.

    Where a word already names the price (`priced`), the clause must tell it without that word too.
    """
    carried, named = (
        sorted(item.span.start for item in items if item.strength >= PRESENT) for items in (carrying, priced)
    )
    result = []
    for sentence in material.reading.sentences:
        if len(sentence.words) < 3 or sentence.again or not 0 <= decided < sentence.end or _talk(sentence):
            continue
        for clause in clauses(sentence):
            if clause.start > decided and clause.last - clause.first > 2 and not _said(clause, carried):
                strength = signs(clause, _said(clause, named))
                if strength >= PRESENT:
                    result.append(
                        evidence(sentence, clause.first, clause.last, strength, "what others bear, or what will not be")
                    )
    return result


def _talk(sentence: Sentence) -> bool:
    return any(sentence.hits.get(name) for name in _TALK) or len(sentence.hits.get("fillers", ())) > 2


def _said(clause: Clause, starts: Sequence[int]) -> bool:
    at = bisect_left(starts, clause.start)
    return at < len(starts) and starts[at] < clause.end


def _subject(clause: Clause) -> Sequence[Word]:
    """The first words of the clause, where its subject stands, without a joining word."""
    head = clause.sentence.words[clause.first : clause.last]
    start = 1 if head[0].low in _JOINERS and len(head) > 1 else 0
    return head[start : start + 4]


def signs(clause: Clause, named: bool) -> float:
    """Others as its subject, a negation, what will or may be, a bad thing, a "but": faint signs add up."""
    if clause.sentence.words[clause.first].low in _REASONS:
        return 0.0
    subject = _subject(clause)
    ours = subject[0].low in _OURS
    bounds = (clause.first, clause.last - 1)
    others = not ours and any(word.low in _OTHERS or word.tags & _PEOPLE for word in subject)
    doubt = 1.0
    for sign, weight in (
        (others, 0.3),
        (clause.has(_NOT), 0.3 if ours else 0.52),
        (not ours and clause.has(_BEARS), 0.32),
        (not ours and clause.has(_NOW), 0.2),
        (not named and any(clause.sentence.inside(name, bounds) for name in _BAD), 0.3),
        (others and clause.has(_GONE), 0.3),
        (subject[0].low in _YOU, -0.2),
        (any(word.tags & _THINGS for word in subject), -0.25),
    ):
        doubt *= 1.0 - weight * sign
    return 1.0 - doubt
