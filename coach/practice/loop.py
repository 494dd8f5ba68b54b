"""The candidate's loop: the rounds of a template on real days, as one journal event and back."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from coach.practice.today import Upcoming

if TYPE_CHECKING:
    from coach.packs.model import Loop, Round
    from coach.practice.pick import Tested


class DatedRound(NamedTuple):
    """A round on a day, with what it tests."""

    id: str
    kind: str
    title: str
    day: date
    minutes: int
    interviewer: str
    weight: float
    competencies: Mapping[str, float]

    @property
    def tested(self) -> "Tested":
        """What the memory needs of it."""
        from coach.practice.pick import Tested

        return Tested(self.day, self.weight, self.competencies, self.title)

    @property
    def upcoming(self) -> Upcoming:
        """What today's screen needs of it."""
        return Upcoming(self.id, self.title, self.day)


def from_template(loop: "Loop", start: date) -> list[DatedRound]:
    """The template's rounds with day 1 on `start`."""
    return [_dated(found, start + timedelta(days=found.day - 1)) for found in loop.rounds]


def from_dates(loop: "Loop", dates: Sequence[tuple[str, date]]) -> list[DatedRound]:
    """The candidate's own rounds; what each tests comes from the template's round of that kind."""
    rounds: list[DatedRound] = []
    for kind, day in sorted(dates, key=lambda pair: pair[1]):
        model = next((found for found in loop.rounds if found.kind == kind), None)
        made = _dated(model, day) if model else _plain(kind, day)
        twins = sum(other.id.split("/")[0] == made.id for other in rounds)
        rounds.append(made._replace(id=f"{made.id}/{twins + 1}") if twins else made)
    return rounds


def to_body(rounds: Sequence[DatedRound]) -> dict[str, Any]:
    """The rounds as the body of a `loop` event."""
    return {"rounds": [{**found._asdict(), "day": found.day.isoformat()} for found in rounds]}


def from_body(body: Mapping[str, Any]) -> list[DatedRound]:
    """The rounds of a `loop` event."""
    return [DatedRound(**{**found, "day": date.fromisoformat(found["day"])}) for found in body["rounds"]]


def _dated(model: "Round", day: date) -> DatedRound:
    return DatedRound(
        model.id, model.kind, model.title, day, model.minutes, model.interviewer, model.weight, model.competencies
    )


def _plain(kind: str, day: date) -> DatedRound:
    title = kind.replace("_", " ").capitalize()
    return DatedRound(kind.replace("_", "-"), kind, title, day, 45, "Interviewer", 0.2, {})
