"""The plain index: expected recall gained on the rounds per second, looking one answer ahead and no further."""

from collections.abc import Sequence
from typing import NamedTuple

from coach.memory.habits import Habits
from coach.memory.model import AGAIN, DEFAULT, GOOD, HARD, RATINGS, Weights, recall
from coach.memory.state import CardState, answered, recall_on


class Target(NamedTuple):
    """A morning on which a card is tested and what that is worth (its share of all rounds)."""

    day: int
    weight: float


def worth(state: CardState | None, targets: Sequence[Target], by: Weights = DEFAULT) -> float:
    """Weighted recall on the targets if the card is left alone."""
    if state is None:
        return 0.0
    return sum(weight * recall(day - state.last, state.stability, by) for day, weight in targets)


def gain(
    state: CardState | None, today: int, targets: Sequence[Target], habits: Habits, by: Weights = DEFAULT
) -> tuple[float, float]:
    """(gain in weighted recall, expected seconds) of one answer today; targets on or before today do not count."""
    ahead = [target for target in targets if target.day > today]
    outcomes, seconds = _outcomes(state, today, habits, by)
    after = sum(share * worth(answered(state, today, rating, by), ahead, by) for rating, share in outcomes)
    return after - worth(state, ahead, by), seconds


def _outcomes(
    state: CardState | None, today: int, habits: Habits, by: Weights
) -> tuple[list[tuple[int, float]], float]:
    if state is None:
        return list(zip(RATINGS, habits.first, strict=True)), habits.new
    if state.last >= today:  # a same-day repeat is never expected to be easy
        hard, good = habits.later[0], habits.later[1] + habits.later[2]
        return [(HARD, hard), (GOOD, good)], habits.recalled
    chance = recall_on(state, today, by)
    shares = [(rating, chance * share) for rating, share in zip(RATINGS[1:], habits.later, strict=True)]
    return [(AGAIN, 1.0 - chance), *shares], habits.seconds(chance)
