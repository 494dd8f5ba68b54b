"""The queue as another program drives it."""

import random
import textwrap
from collections.abc import Callable
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.memory import queue
from coach.memory.queue import Day, next_card
from tests.bench.learners import Learner

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


def adapter() -> Callable[..., None]:
    """The ten lines of the module's own text, as another program would paste them."""
    lines = textwrap.dedent(queue.__doc__ or "").split("\n\n")
    code = next(part for part in lines if part.lstrip().startswith("def study("))
    room: dict[str, object] = {"next_card": next_card}
    exec(textwrap.dedent(code), room)
    return cast(Callable[..., None], room["study"])


@pytest.mark.parametrize("family", ["fsrs", "halflife"])
def test_the_documented_adapter_runs_in_a_simulator_and_beats_random_order(family: str) -> None:
    def simulated(pick: Callable[..., None]) -> float:
        learner, deck = Learner(family, 30, 3), {card: [] for card in range(30)}
        for today in range(6):
            pick(deck, [(6, 2.0)], today, 4, lambda card, today=today: learner.answer(card, today))
        return learner.expected(6)

    def shuffled(deck: dict[int, list], rounds: object, today: int, minutes: float, ask: Callable) -> None:
        rng, left = random.Random(today), minutes * 60.0
        while left > 0:
            left -= ask(rng.randrange(len(deck)))[1]

    assert simulated(adapter()) > simulated(shuffled) + 0.03


def test_the_scale_of_weights_and_of_days_does_not_matter() -> None:
    deck: Deck = {"a": [(0, 1, 9.0)], "b": [(1, 3, 9.0)], "c": []}
    moved: Deck = {card: [(day + 739_000, r, s) for day, r, s in history] for card, history in deck.items()}
    one = Day(deck, [(6, 1.0), (9, 2.0)], 3, 600.0).agenda(600.0)
    assert one == Day(deck, [(6, 70.0), (9, 140.0)], 3, 600.0).agenda(600.0)
    assert one == Day(moved, [(739_006, 1.0), (739_009, 2.0)], 739_003, 600.0).agenda(600.0)


def test_studying_on_the_day_of_the_only_round_is_for_later() -> None:
    deck: Deck = {"seen": [(1, 3, 9.0)], "new": []}
    assert next_card(deck, [(5, 1.0)], 5, 300.0) == "seen"  # plain FSRS: due, and before new ones
    assert next_card(deck, [(5, 1.0)], 4, 300.0) is not None


def test_cards_said_to_be_known_wait() -> None:
    deck: Deck = {"known": [(2, 4, 0.0)], "new": []}
    assert next_card(deck, ROUNDS, 3, 60.0) == "new"


def test_histories_may_be_lists_of_lists_and_seconds_fractions() -> None:
    deck = {1: [[0, 3, 8.5], [2, 1, 20.25]], 2: []}
    assert next_card(deck, [(4, 0.3)], 3, 0.01) in deck


def test_a_kind_that_takes_longer_comes_later_and_fills_the_agenda_sooner() -> None:
    seen: Deck = {f"s{i}": [(0, 3, 100.0), (1, 3, 40.0)] for i in range(20)}
    seen |= {f"q{i}": [(0, 3, 25.0), (1, 3, 8.0)] for i in range(20)}
    kinds = {card: "triads" if card[0] == "s" else "facts" for card in seen}
    agenda = Day(seen, [(12, 1.0)], 4, 200.0, kinds=kinds).agenda(200.0)
    assert agenda
    assert all(card[0] == "q" for card in agenda)
    assert len(agenda) < len(Day(seen, [(12, 1.0)], 4, 200.0, kinds=dict.fromkeys(seen, "x")).agenda(800.0))


def test_endless_time_is_taken_for_a_long_day() -> None:
    assert next_card({"a": []}, [(4, 1.0)], 3, float("inf")) == "a"
