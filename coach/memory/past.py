"""What the histories say as a day begins: states, habits, the candidate's own model, and how many days were kept."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar, cast

from coach.memory.fit import fitted
from coach.memory.habits import Answer, Habits, Tally
from coach.memory.model import Weights
from coach.memory.state import CardState, answered
from coach.memory.targets import attendance

Card = TypeVar("Card", bound=Hashable)
History = tuple[Answer, ...]


class Histories(tuple[History, ...]):
    """A deck's answers as a key: hashed by their number, which is quick, and compared in full, which is quick too."""

    def __hash__(self) -> int:
        return hash(tuple(map(len, self)))

    def __eq__(self, other: object) -> bool:
        return tuple.__eq__(self, other) is True

    def __ne__(self, other: object) -> bool:
        return not self == other


class Past(NamedTuple):
    """Card states in the order of the deck, how the candidate answers, and how they forget."""

    states: tuple[CardState | None, ...]
    habits: Habits
    by: Weights


def past(histories: Sequence[History], by: Weights | None = None) -> Past:
    """Replay the histories; without weights the candidate's own are fitted first."""
    by, tally = by or fitted(histories).by, Tally()
    states: list[CardState | None] = []
    for history in histories:
        state: CardState | None = None
        for day, rating, seconds in history:
            tally.add(state is None, rating, seconds)
            state = answered(state, day, rating, by)
        states.append(state)
    return Past(tuple(states), tally.habits(), by)


def split(histories: Mapping[Card, Sequence[Answer]], today: int) -> tuple[Histories, dict[int, History]]:
    """The answers before today, and those of today by place in the deck."""
    before: list[History] = []
    during: dict[int, History] = {}
    for place, history in enumerate(histories.values()):
        answers = _answers(history)
        if answers and answers[-1][0] >= today:
            during[place] = tuple(answer for answer in answers if answer[0] >= today)
            answers = tuple(answer for answer in answers if answer[0] < today)
        before.append(answers)
    return Histories(before), during


def _answers(history: Sequence[Answer]) -> History:
    if history and not isinstance(history[0], tuple):
        return cast(History, tuple(map(tuple, history)))
    return tuple(history)


def kept_days(histories: Iterable[History], today: int, off: Iterable[int]) -> float:
    """The share of planned days that can be expected to happen, going by those since the first answer."""
    free = set(off)
    days = {answer[0] for history in histories for answer in history} - free
    if not days:
        return attendance(0, 0)
    planned = today - min(days) - sum(min(days) <= day < today for day in free)
    return attendance(len(days), planned)
