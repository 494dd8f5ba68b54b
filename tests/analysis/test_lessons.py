"""What is learned from labelled sentences: each with its labels, those of passages without what is around them."""

import numpy as np

from coach.analysis.learned import COMMON, FAMILIAR
from coach.analysis.lexicon import Lexicon
from tests.analysis.corpus import Labelled
from tests.analysis.fit import Problem
from tests.analysis.lessons import EXAMPLES, Lessons, lessons
from tests.analysis.sentences import PASSAGES, Text, labelled
from tests.analysis.shared import Shared

SIDE = Labelled(
    "I closed the night counter for 40 days. Forty nurses lost their late bus.",
    {"impact": True},
    {"impact": ["Forty nurses lost their late bus."]},
)


def taught(lexicon: Lexicon, whole: bool) -> Lessons:
    found = lessons(lexicon, [], [Text("somebody", "design", SIDE, whole)])
    own = [item for item in found.sentences if found.authors[item.answer] != EXAMPLES]
    return found._replace(sentences=own)


def test_each_sentence_is_read_twice_with_what_it_carries(lexicon: Lexicon) -> None:
    for whole in (True, False):
        read = taught(lexicon, whole).sentences
        assert [item.marked and item.marked["impact"] for item in read] == [False, True] * 2
        assert ["night" in item.signs for item in read] == [True, False] * 2


def test_words_of_several_authors_are_familiar_and_an_authors_own_do_not_count() -> None:
    shared = Shared((author, "The counter closed") for author in ("a", "b", "c", "d"))
    assert shared.lists()[FAMILIAR] == {"the", "counter", "closed"}
    assert shared.lists(but="d")[FAMILIAR] == frozenset()
    assert Shared([("a", "The counter"), ("a", "The till")]).lists()[FAMILIAR] == frozenset()


def test_stems_of_many_texts_are_common() -> None:
    texts = [("a", "Customers paid"), *(("a", f"Number {'x' * count}") for count in range(1, 25))]
    assert "numbe" in Shared(texts).lists()[COMMON] and "custo" not in Shared(texts).lists()[COMMON]


def test_of_an_answer_the_place_teaches_too_and_of_a_passage_it_does_not(lexicon: Lexicon) -> None:
    first, second, *again = taught(lexicon, True).sentences
    assert {"^first", "^first=design", "=design"} <= set(first.signs) and {"~#time", "=design"} <= set(second.signs)
    assert not first.more and not second.more and all(item.more for item in again)
    for item in taught(lexicon, False).sentences:
        assert item.more and not {"^first", "^first=design", "=design", "~#time"} & set(item.signs)


def test_nothing_is_learned_of_losses_from_passages(lexicon: Lexicon) -> None:
    passage = next(each for each in labelled() if each.author.startswith(PASSAGES) and each.side.marked("tradeoff"))
    problem = Problem(lessons(lexicon, [], [passage]))
    assert np.isnan(problem.has("tradeoff")[0]) and not np.isnan(problem.has("impact")[0])
