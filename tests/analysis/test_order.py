"""Words in an order: the learned table tells an author it was not learned from apart from the same words shuffled."""

from random import Random

import pytest

from coach.analysis import order
from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.lexicon import Lexicon
from coach.analysis.neighbours import ROWS
from coach.analysis.reading import fluency, read
from tests.analysis import neighbours
from tests.analysis.corpus import pairs
from tests.analysis.floors import shuffled


@pytest.mark.parametrize("author", ["a", "b"])
def test_an_unknown_authors_order_is_known_from_disorder(lexicon: Lexicon, author: str) -> None:
    known = order.table(neighbours.table(neighbours.learn(neighbours.lessons(neighbours.answers(author), lexicon))))
    strong = [pair.strong.text for pair in pairs("dev") if pair.id[0] == author]
    strong = [text for text in strong if len(text.split()) >= 20]
    chance = Random(7)
    wrong = sum(
        neighbours.mean(text, known, lexicon) <= neighbours.mean(shuffled(text, chance), known, lexicon)
        for text in strong
    )
    assert len(strong) >= 40
    assert wrong <= len(strong) // 50


def test_the_table_knows_every_class_before_and_after_every_other(lexicon: Lexicon) -> None:
    known = order.table(ROWS)
    names = {before for before, _ in known}
    assert len(known) == len(names) ** 2
    met = {name for text in neighbours.answers() for names in neighbours.sequences(text, lexicon) for name in names}
    assert met <= names
    assert set(order.SMALL.values()) <= names


def test_what_english_says_often_and_never(lexicon: Lexicon) -> None:
    known = order.table(ROWS)
    for usual in (("of", "the"), ("i", "was"), ("to", "be"), ("will", "not")):
        assert known[usual][0] > 0.3, usual
    for odd in (("the", "of"), ("a", "i"), ("i", "of"), ("and", "and"), ("the", "is")):
        assert known[odd][0] < -0.5, odd


@pytest.mark.parametrize(
    "text",
    [
        "Led a team of nine; cut refunds by half in a year.",
        "We was five in this project. I have decided to move first the small bank, because of the risk.",
        "So, um, I, I took the queue out, right, and the, uh, drivers they get paid in a minute now.",
        "Newest month first, so finance closes June on time. Older months at night only → done in 11 days, not 4.",
        "Cache first, shard by merchant. Writes go to one leader, because a lost write costs more than a late one.",
    ],
)
def test_notes_speech_and_learners_english_are_language(lexicon: Lexicon, text: str) -> None:
    reading = read(text, "", lexicon)
    assert fluency(reading, [True] * len(reading.sentences)) == 1.0


def test_capitals_inside_a_clause_count_against_small_words_only(lexicon: Lexicon) -> None:
    def cost(text: str) -> float:
        return sum(order.big_letters(sentence.words) for sentence in read(text, "", lexicon).sentences)

    assert cost("I moved Lyon and Berlin to Postgres: The bill fell.") == 0
    assert cost("bill The moved And we Lyon") > 2


def test_function_words_are_small(lexicon: Lexicon) -> None:
    assert {"the", "of", "we", "because", "would"} <= FUNCTION_WORDS & set(order.SMALL)
