"""What a real round showed to be weak, and how long that counts: until the round after it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from coach.days import show_day
from coach.practice.debrief import RoundDebrief
from coach.text import one_line

if TYPE_CHECKING:
    from coach.practice.pick import Tested

# The next round is taken to test what went badly half as much again as what it tests most.
RAISE: Final = 1.5


class Attention(NamedTuple):
    """A competency that a debrief of `day` named as weak; it counts up to the round on `until`."""

    competency: str
    day: date
    until: date

    @property
    def because(self) -> str:
        """The reason in the candidate's words."""
        return f"because your debrief of {show_day(self.day)} named {one_line(self.competency, 30)}"


def attention(
    debriefs: Iterable[tuple[date, RoundDebrief]], rounds: Iterable[date], today: date
) -> tuple[Attention, ...]:
    """What counts for more today, by the newest debrief of each round with its day, the latest first."""
    ahead = sorted(rounds)
    newest = {found.round: (day, found) for day, found in debriefs if day <= today}
    named: dict[str, Attention] = {}
    for day, found in sorted(newest.values(), key=lambda pair: pair[0], reverse=True):
        until = next((held for held in ahead if held > day), None)
        for name in found.weak if until is not None and today <= until else ():
            named.setdefault(name, Attention(name, day, until or day))
    return tuple(named.values())


def attended(rounds: Sequence["Tested"], weak: Iterable[Attention]) -> list["Tested"]:
    """The rounds with what was weak tested most by the one it counts for; a round that names nothing stays as it is."""
    by_day: dict[date, list[Attention]] = {}
    for found in weak:
        by_day.setdefault(found.until, []).append(found)
    return [_attended(tested, by_day.get(tested.day, [])) for tested in rounds]


def _attended(tested: "Tested", weak: Sequence[Attention]) -> "Tested":
    heaviest = max(tested.competencies.values(), default=0.0)
    if not weak or not heaviest:
        return tested
    raised: Mapping[str, float] = {found.competency: RAISE * heaviest for found in weak}
    reasons = {found.competency: found.because for found in weak}
    return tested._replace(competencies={**tested.competencies, **raised}, reasons=reasons)
