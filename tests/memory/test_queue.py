"""The queue as another program drives it."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.memory.queue import Day, next_card

Deck = dict[str, list[tuple[int, int, float]]]
ROUNDS = [(10, 1.0)]


def study(deck: Deck, today: int, seconds: float, ask: Callable[[str], tuple[int, float]]) -> list[str]:
    shown = []
    while seconds > 0:
        card = next_card(deck, ROUNDS, today, seconds)
        if card is None:
            break
        rating, taken = ask(card)
        deck[card].append((today, rating, taken))
        seconds -= taken
        shown.append(card)
    return shown


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    histories = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 4), st.floats(0, 60)), max_size=4)
    return {f"c{i}": sorted(h) for i, h in enumerate(draw(st.lists(histories, max_size=8)))}


def test_a_day_of_answers_uses_the_time_and_repeats_a_card_at_most_three_times() -> None:
    deck: Deck = {f"c{i}": [] for i in range(4)}
    shown = study(deck, 3, 600.0, lambda card: (1, 10.0))
    assert set(shown) == set(deck)
    assert max(shown.count(card) for card in deck) <= 4


def test_new_cards_keep_the_pack_s_order() -> None:
    deck: Deck = {"z": [], "a": [], "m": []}
    assert next_card(deck, ROUNDS, 3, 60.0) == "z"


def test_nothing_is_shown_without_cards_or_time() -> None:
    assert next_card({}, ROUNDS, 3, 60.0) is None
    assert next_card({"a": []}, ROUNDS, 3, 0.0) is None


def test_a_forgotten_card_comes_before_a_fresh_one() -> None:
    deck: Deck = {"fresh": [(2, 4, 8.0)], "weak": [(0, 1, 20.0)]}
    assert next_card(deck, ROUNDS, 3, 60.0) == "weak"


def test_cards_of_other_rounds_do_not_take_the_time() -> None:
    deck: Deck = {"case only": [(0, 1, 20.0)], "both": [(0, 3, 20.0)]}
    rounds = [(4, 1.0), (5, 1.0)]
    assert next_card(deck, rounds, 3, 60.0, counts={"case only": (0.0, 0.0)}) == "both"


def test_after_the_last_round_plain_fsrs_takes_over() -> None:
    deck: Deck = {"rested": [(19, 4, 8.0)], "overdue": [(10, 3, 8.0)], "late": [(15, 3, 8.0)]}
    assert next_card(deck, ROUNDS, 20, 60.0) == "overdue"
    assert next_card({"rested": [(19, 4, 8.0)]}, ROUNDS, 20, 60.0) is None


@given(decks(), st.integers(20, 24), st.floats(0, 500), st.sampled_from([1e-6, 1.0, 1e6]))
@settings(max_examples=60, deadline=None)
def test_any_deck_gets_a_card_of_its_own_and_the_same_one_again(
    deck: Deck, today: int, seconds: float, weight: float
) -> None:
    rounds = [(22, weight), (25, 3 * weight)]
    card = next_card(deck, rounds, today, seconds)
    assert card is None or card in deck
    assert card == next_card(deck, rounds, today, seconds)


@given(decks(), st.lists(st.integers(1, 4), min_size=1, max_size=12))
@settings(max_examples=40, deadline=None)
def test_a_kept_day_and_the_pure_function_agree(deck: Deck, ratings: list[int]) -> None:
    day, seconds = Day(deck, [(25, 1.0)], 21, 300.0), 300.0
    for rating in ratings:
        card = day.next(seconds)
        assert card == next_card(deck, [(25, 1.0)], 21, seconds)
        if card is None:
            break
        day.answered(card, rating, 10.0)
        deck[card].append((21, rating, 10.0))
        seconds -= 10.0


def test_an_unknown_card_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError):
        Day({"a": []}, ROUNDS, 3, 60.0).answered("b", 3, 1.0)
