"""Near duplicates are found without comparing all pairs, and none is missed; reading level orders texts rightly."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.packs.duplicates import near, signature
from coach.packs.prose import grade, sentences, syllables, words

sets = st.lists(st.frozensets(st.sampled_from("abcdefghij"), max_size=8), max_size=12)


@settings(max_examples=500, deadline=None)
@given(sets, st.sampled_from([0.4, 0.5, 0.6, 0.75, 0.9, 1.0]))
def test_the_same_pairs_as_comparing_every_two(signatures: list[frozenset[str]], least: float) -> None:
    expected = {
        (first, second)
        for second, other in enumerate(signatures)
        for first, one in enumerate(signatures[:second])
        if min(len(one), len(other)) >= 4 and len(one & other) / len(one | other) >= least
    }
    assert {pair[:2] for pair in near(signatures, least)} == expected


def test_endings_and_small_words_do_not_hide_a_copy() -> None:
    one = signature("What does settling a batch of payments cost the merchant?")
    other = signature("What do settled batches of payment cost to a merchant?")
    assert len(one & other) / len(one | other) >= 0.75
    assert signature("The window is 250 ms.") != signature("The window is 138 ms.")


def test_words_and_sentences_are_counted_as_people_do() -> None:
    assert words("A p99.9 of 1,200 ms isn't good.") == ["a", "p", "99.9", "of", "1,200", "ms", "isn't", "good"]
    assert sentences("It costs 1.5 million. Who pays? Nobody!") == 3
    assert [syllables(word) for word in ("cat", "payment", "settle", "late", "idempotency")] == [1, 2, 2, 1, 5]


def test_harder_texts_need_more_years_of_school() -> None:
    easy = "We pay the shop at night. The bank opens at eight. The money is there by nine."
    hard = (
        "Notwithstanding considerable infrastructural heterogeneity, interoperability requirements necessitate "
        "comprehensive reconciliation procedures throughout participating institutions."
    )
    assert grade(easy) < 4 < 14 < grade(hard)
    assert grade("") == 0.0
