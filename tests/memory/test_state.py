"""Replaying a journal, from the start and from a cache."""

from hypothesis import given
from hypothesis import strategies as st

from coach.memory.state import CardState, Review, answered, due, due_day, recall_on, replay

reviews = st.lists(
    st.builds(Review, st.sampled_from("abcd"), st.integers(0, 400), st.integers(1, 4), st.floats(0, 90)), max_size=40
)


@given(reviews, st.integers(0, 40))
def test_a_cached_part_and_the_rest_equal_a_full_replay(journal: list[Review], cut: int) -> None:
    assert replay(journal[cut:], replay(journal[:cut])) == replay(journal)


@given(reviews)
def test_replaying_leaves_the_cache_alone_and_counts_answers(journal: list[Review]) -> None:
    cached = replay(journal)
    before = dict(cached)
    replay(journal, cached)
    assert cached == before
    assert sum(state.reps for state in cached.values()) == len(journal)
    assert sum(state.lapses for state in cached.values()) == sum(review.rating == 1 for review in journal)


def test_same_day_answers_follow_the_same_day_rule() -> None:
    once = answered(None, 5, 1)
    twice = answered(once, 5, 3)
    assert once.stability < twice.stability < 1.3 * once.stability
    assert (twice.reps, twice.lapses, twice.last) == (2, 1, 5)


@given(reviews.filter(bool))
def test_cards_come_due_when_recall_reaches_ninety_percent(journal: list[Review]) -> None:
    for state in replay(journal).values():
        day = due_day(state)
        assert day > state.last
        assert due(state, day)
        assert not due(state, day - 1)
        if day > state.last + 1:
            low, high = recall_on(state, day + 0.5), recall_on(state, day - 0.5)
            assert low - 1e-9 <= 0.9 <= high + 1e-9


def test_a_card_never_seen_is_due_and_not_remembered() -> None:
    assert due(None, 3)
    assert recall_on(None, 3) == 0.0


def test_a_state_is_five_plain_numbers() -> None:
    assert CardState(*tuple(answered(None, 5, 3))) == answered(None, 5, 3)
