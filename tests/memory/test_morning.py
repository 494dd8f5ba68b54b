"""A morning's plan: the days ahead as they are priced, and indices read off for cards of every age."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.memory.greedy import Target
from coach.memory.habits import Habits
from coach.memory.model import DEFAULT
from coach.memory.morning import Plan, Time, outlook, plan
from coach.memory.state import CardState
from coach.memory.targets import FARTHEST, Groups


def planned(states: list[CardState | None], last: int = 20) -> Plan:
    grouped = Groups(((Target(last, 1.0),),), (0,) * len(states))
    return plan(states, grouped, 10, Time(600.0, 600.0), Habits(), DEFAULT)


def test_days_off_have_no_seconds_and_today_s_are_certain() -> None:
    grouped = Groups(((Target(12, 0.4), Target(15, 0.6)),), (0,))
    ahead = outlook(grouped, 10, Time(100.0, 270.0, ((11, 0.0), (13, 900.0))), Habits(), DEFAULT)
    assert ahead.budgets == (100.0, 0.0, 270.0, 900.0, 270.0)
    assert ahead.rewards == ((0.0,), (0.0,), (0.4,), (0.0,), (0.0,), (0.6,))
    assert ahead.beyond == ()


def test_a_far_round_lies_beyond_the_planned_days() -> None:
    grouped = Groups(((Target(12, 0.5), Target(200, 0.5)),), (0,))
    ahead = outlook(grouped, 10, Time(100.0, 100.0), Habits(), DEFAULT)
    assert len(ahead.budgets) == FARTHEST
    assert ahead.beyond == ((190 - FARTHEST, (0.5,)),)


def test_a_weaker_card_is_worth_more_and_a_fresh_one_nearly_nothing() -> None:
    weak, strong, fresh = (CardState(s, 5.0, last, 3, 0) for s, last in ((1.0, 7), (30.0, 7), (200.0, 9)))
    indices = planned([weak, strong, fresh], 11).indices
    assert indices[0] > indices[1] > 0
    assert indices[0] > 10 * indices[2]


def test_the_index_of_a_card_moves_smoothly_with_its_age() -> None:
    states: list[CardState | None] = [CardState(4.0, 5.0, 10 - gap, 2, 0) for gap in range(1, 120)]
    indices = planned(states).indices
    steps = [abs(b - a) for a, b in pairwise(indices)]
    assert max(steps[1:]) < 0.3 * (max(indices) - min(indices)) + 1e-9


@given(
    st.lists(
        st.one_of(
            st.none(),
            st.builds(CardState, st.floats(0.001, 9e3), st.floats(1, 10), st.integers(0, 9), st.just(2), st.just(0)),
        ),
        min_size=1,
        max_size=30,
    ),
    st.integers(11, 30),
)
@settings(max_examples=25, deadline=None)
def test_every_card_gets_a_finite_index_and_recalled_cards_stay_within_the_deck(
    states: list[CardState | None], last: int
) -> None:
    made = planned(states, last)
    assert len(made.indices) == len(states)
    assert all(abs(index) < 1.0 for index in made.indices)
    assert all(-1e-6 <= recalled[0] <= len(states) + 1e-6 for recalled in made.recalled.values())
    assert len({index for index, state in zip(made.indices, states, strict=True) if state is None}) <= 1
