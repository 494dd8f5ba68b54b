"""How a candidate answers: seconds per answer and shares of ratings, learned from the journal on top of priors."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coach.memory.model import AGAIN, EASY, GOOD, HARD

Answer = tuple[int, int, float]  # study day, rating 1-4, seconds

PRIOR_SECONDS = (25.0, 8.0, 20.0)  # first look, recalled, not recalled
PRIOR_COUNTS = (12.0, 20.0, 10.0)
PRIOR_FIRST = (0.24, 0.094, 0.495, 0.171)  # again, hard, good, easy on the first look
PRIOR_LATER = (0.224, 0.631, 0.145)  # hard, good, easy among recalled answers
SHARE_COUNT = 20.0
PACE_COUNT = 10.0
LONGEST = 6.0  # an answer longer than this many priors was a coffee break


class Habits(NamedTuple):
    """Expected seconds and rating shares; the defaults are the priors."""

    new: float = PRIOR_SECONDS[0]
    recalled: float = PRIOR_SECONDS[1]
    failed: float = PRIOR_SECONDS[2]
    first: tuple[float, ...] = PRIOR_FIRST
    later: tuple[float, ...] = PRIOR_LATER

    def seconds(self, chance: float) -> float:
        """Expected seconds of one more answer to a card recalled with `chance`."""
        return self.recalled * chance + self.failed * (1.0 - chance)

    def coarse(self) -> "Habits":
        """Shares in steps of a fiftieth and times of a quarter second, so that tables made from them can be kept."""
        new, recalled, failed = (round(4.0 * seconds) / 4.0 for seconds in self[:3])
        return Habits(new, recalled, failed, _fiftieths(self.first, GOOD - AGAIN), _fiftieths(self.later, GOOD - HARD))


def learned(histories: Iterable[Iterable[Answer]]) -> Habits:
    """Habits from every card's answers in order; with no answers, the priors."""
    tally = Tally()
    for history in histories:
        for place, (_, rating, seconds) in enumerate(history):
            tally.add(place == 0, rating, seconds)
    return tally.habits()


def paces(histories: Sequence[Sequence[Answer]], kinds: Sequence[str]) -> dict[str, float]:
    """How slow each kind of card is answered, 1 being the candidate's mean; few answers stay near 1."""
    habits = learned(histories)
    taken, counts = dict.fromkeys(kinds, PACE_COUNT), dict.fromkeys(kinds, PACE_COUNT)
    for history, kind in zip(histories, kinds, strict=True):
        for place, (_, rating, seconds) in enumerate(history):
            usual = habits.new if place == 0 else habits.failed if rating == AGAIN else habits.recalled
            if seconds > 0:
                taken[kind] += min(seconds / usual, LONGEST)
                counts[kind] += 1.0
    return {kind: taken[kind] / counts[kind] for kind in taken}


class Tally:
    """Running sums behind `Habits`, so that one answer costs one addition."""

    def __init__(self) -> None:
        self._seconds = [p * n for p, n in zip(PRIOR_SECONDS, PRIOR_COUNTS, strict=True)]
        self._counts = list(PRIOR_COUNTS)
        self._first = [share * SHARE_COUNT for share in PRIOR_FIRST]
        self._later = [share * SHARE_COUNT for share in PRIOR_LATER]

    def add(self, is_first: bool, rating: int, seconds: float) -> None:
        """Count one answer; one without a time teaches no time, and as a first look (said to be known) nothing."""
        if is_first and seconds <= 0:
            return
        which = 0 if is_first else (2 if rating == AGAIN else 1)
        if is_first:
            self._first[rating - 1] += 1.0
        elif rating in (HARD, GOOD, EASY):
            self._later[rating - HARD] += 1.0
        if seconds > 0:
            self._seconds[which] += min(seconds, LONGEST * PRIOR_SECONDS[which])
            self._counts[which] += 1.0

    def habits(self) -> Habits:
        """The habits these answers show."""
        new, recalled, failed = (total / n for total, n in zip(self._seconds, self._counts, strict=True))
        return Habits(new, recalled, failed, _shares(self._first), _shares(self._later))


def _shares(counts: list[float]) -> tuple[float, ...]:
    total = sum(counts)
    return tuple(count / total for count in counts)


def _fiftieths(shares: tuple[float, ...], rest: int) -> tuple[float, ...]:
    steps = [round(50.0 * share) for share in shares]
    steps[rest] += 50 - sum(steps)
    return tuple(step / 50.0 for step in steps)
