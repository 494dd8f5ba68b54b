"""Why this card now: when it is tested, what is remembered, and what an answer today is worth."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from coach.memory.greedy import Target, gain, worth
from coach.memory.habits import Habits
from coach.memory.model import Weights
from coach.memory.state import CardState, due_day, recall_on

# Less than this would be shown as 0.00.
_SHOWN: Final = 0.005


class Reason(NamedTuple):
    """Recall from 0 to 1; points are hundredths of the deck's mean recall over the rounds, per minute of study."""

    round_day: int | None  # the next round that tests the card; None after the last: plain FSRS then decides
    days: int  # until that round, or since the card came due
    now: float | None  # None: never seen
    then: float  # on that day, if it is answered today
    left: float  # on that day, if it is not
    gained: float  # points a minute against never answering it again
    waiting: float | None  # points a minute lost by leaving it until tomorrow; None where nothing is planned


def reason(
    state: CardState | None,
    today: int,
    targets: Sequence[Target],
    habits: Habits,
    by: Weights,
    index: float | None = None,
    deck: int = 1,
) -> Reason:
    """Why a card is worth showing today; `index` is its planned gain per second, `deck` the number of cards."""
    now = None if state is None else recall_on(state, today, by)
    ahead = sorted(target for target in targets if target.day > today)
    if not ahead:
        since = 0 if state is None else today - due_day(state, by)
        return Reason(None, since, now, now or 0.0, now or 0.0, 0.0, None)
    first = Target(ahead[0].day, 1.0)
    left = worth(state, [first], by)
    then = left + gain(state, today, [first], habits, by)[0]
    points, seconds = gain(state, today, ahead, habits, by)
    minute = 100.0 * 60.0 / max(deck, 1)
    waiting = None if index is None else index * minute
    return Reason(first.day, first.day - today, now, then, left, points / seconds * minute, waiting)


def sentence(why: Reason, name: str = "next round") -> str:
    """One plain line; `name` is what the candidate calls the round."""
    seen = "new" if why.now is None else f"{_percent(why.now)} now"
    if why.round_day is None:
        return f"no round ahead; {seen}, {_due(why)}"
    return f"tested in the {name} {_in(why.days)}; {seen}, {_percent(why.then)} then if you answer it today"


def worth_saying(why: Reason, name: str = "next round") -> str:
    """The second line: what the next minute here is worth."""
    if why.round_day is None:
        return "after the last round the queue keeps cards at 90 %"
    line = (
        f"a minute on this card adds {why.gained:.2f} points to what you will know in your rounds; "
        f"left alone, the chance that you know this one in the {name} is {_percent(why.left)}"
    )
    if why.waiting is None or why.waiting < _SHOWN:
        return line
    return f"{line}; waiting until tomorrow loses {why.waiting:.2f} of those points a minute"


def _percent(chance: float) -> str:
    return f"{round(100 * chance)} %"


def _in(days: int) -> str:
    return "tomorrow" if days == 1 else f"in {days} days"


def _due(why: Reason) -> str:
    if why.now is None:
        return "never seen"
    if why.days < 0:
        return f"due {_in(-why.days)}"
    return "due today" if why.days == 0 else f"due since {why.days} day{'s' * (why.days > 1)}"
