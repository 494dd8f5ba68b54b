"""Brevity: no fillers, repetition, lectures or detail that carries nothing. Length itself is no fault."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from coach.analysis.findings import Evidence, Span
from coach.analysis.material import Material
from coach.analysis.sentence import Sentence

_LEAST_WORDS: Final = 20


class Ballast(NamedTuple):
    """What weighs an answer down, each with its cost (0.5 in all is too much)."""

    name: str
    cost: float


def find(material: Material, carries: Sequence[bool], aside: Mapping[int, float]) -> tuple[float, list[str]]:
    """How free of ballast the answer is (0..1), and the names of its ballast, the heaviest first.

    `carries` says which sentences carry something, `aside` how far each, by its start, is beside the point.
    """
    if not any(sentence.words for sentence in material.reading.sentences):
        return 0.0, []
    ballast = sorted(_ballast(material, carries, aside), key=lambda item: -item.cost)
    total = sum(item.cost for item in ballast)
    return max(0.0, 1.0 - total), [item.name for item in ballast if item.cost >= 0.1]


def _ballast(material: Material, carries: Sequence[bool], aside: Mapping[int, float]) -> list[Ballast]:
    sentences = material.reading.sentences
    idle, carried = _idle(sentences, carries)
    base = max(_LEAST_WORDS, carried)
    numbers = max(0, sum(not item.counts for items in material.measured for item in items) - 1)
    fillers = _count(sentences, "fillers")
    # About what a logistic regression on the development half fits, each author judged by the others. An answer that
    # carries nothing anywhere is often short and plain, so it costs less than one with some idle sentences. What is
    # beside the point was not fitted: its authors wrote none of it.
    return [
        Ballast("idle sentences", 0.26 if idle == 1.0 else 0.36 * idle),
        Ballast("asides", 0.4 * _words_aside(sentences, aside) / base),
        Ballast("slogans", 1.96 * _count(sentences, "buzz_words") / base),
        Ballast("general words", 0.88 * _count(sentences, "vague_words") / base),
        Ballast("framework names", 0.08 * _count(sentences, "framework_words")),
        Ballast("idle numbers", 0.07 * numbers),
        Ballast("fillers", 0.21 * max(0, fillers - 1) + 2.66 * fillers / base),
        Ballast("throat-clearing", 0.08 * _count(sentences, "throat_phrases")),
        Ballast("good advice", 0.09 * _count(sentences, "vague_advice")),
        Ballast("lecture", 0.13 * _count(sentences, "lecture_phrases")),
        Ballast("repetition", 0.5 * sum(sentence.again for sentence in sentences)),
    ]


def _words_aside(sentences: Sequence[Sentence], aside: Mapping[int, float]) -> float:
    return sum(len(sentence.words) * aside.get(sentence.start, 0.0) for sentence in sentences)


def _count(sentences: Sequence[Sentence], name: str) -> int:
    return sum(len(sentence.hits.get(name, ())) for sentence in sentences)


def _idle(sentences: Sequence[Sentence], carries: Sequence[bool]) -> tuple[float, int]:
    """The share of words in sentences that carry nothing; and the number of words in those that do."""
    total = sum(len(sentence.words) for sentence in sentences)
    carried = sum(len(sentence.words) for sentence, does in zip(sentences, carries, strict=True) if does)
    return (total - carried) / total, carried


def all_sentences(material: Material) -> list[Evidence]:
    """Brevity is said of the whole answer."""
    return [
        Evidence(Span(each.start, each.end), 1.0, "no ballast") for each in material.reading.sentences if each.words
    ]
