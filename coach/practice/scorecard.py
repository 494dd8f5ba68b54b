"""The scorecard of a mock: own ratings beside findings, the panel's two views, overruns, one change for next time."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

JUDGMENT: Final = ("metric", "impact", "decision", "opening", "ownership")
DEPTH: Final = ("tradeoff", "tail", "specificity")


class PhaseScore(NamedTuple):
    """A phase as it went: its words, seconds used of seconds planned (0: untimed), score out of 100, findings."""

    id: str
    title: str
    text: str
    seconds: float
    planned: int
    score: int
    advice: str
    findings: dict[str, Any]

    @property
    def over(self) -> int:
        """Seconds over the time box; 0 if it was kept or there was none."""
        return max(0, round(self.seconds - self.planned)) if self.planned else 0


class Rated(NamedTuple):
    """The candidate's own level, 1 to 4, for a rubric, with the anchor they chose."""

    rubric: str
    title: str
    level: int
    anchor: str


class Scorecard(NamedTuple):
    """Everything a mock says; `judgment` and `depth` are shares of their dimensions found, in percent."""

    question: str
    round: str
    phases: tuple[PhaseScore, ...]
    ratings: tuple[Rated, ...]
    score: int
    judgment: int
    depth: int
    product_first: bool
    outcome_phrases: int
    model_phrases: int
    change: str

    @property
    def self_percent(self) -> int:
        """The mean of the own levels, 1 as 0 and 4 as 100."""
        levels = [rated.level for rated in self.ratings]
        return round(100 * (sum(levels) / len(levels) - 1) / 3) if levels else 0

    @property
    def gap(self) -> int:
        """Own rating less findings, in points of 100: positive means rated higher than the words show."""
        return self.self_percent - self.score

    @property
    def rating(self) -> int:
        """1 to 4 for the schedule: by the findings, one less if phases ran over by more than a minute in all."""
        level = 1 + min(self.score // 25, 3)
        return max(1, level - (sum(phase.over for phase in self.phases) > 60))


def share(dimensions: Mapping[str, Any], names: Sequence[str]) -> int:
    """Percent of these dimensions that are present in findings as plain data."""
    found = [bool(dimensions.get(name, {}).get("present")) for name in names]
    return round(100 * sum(found) / len(found))


def weakest(phases: Sequence[PhaseScore]) -> PhaseScore | None:
    """The phase with words in it that scored least; a phase left empty comes first."""
    return min(phases, key=lambda phase: (bool(phase.text), phase.score), default=None)


def to_body(card: Scorecard) -> dict[str, Any]:
    """The scorecard as the body of a `mock` event."""
    return {
        **card._asdict(),
        "phases": [phase._asdict() for phase in card.phases],
        "ratings": [rated._asdict() for rated in card.ratings],
    }


def from_body(body: Mapping[str, Any]) -> Scorecard:
    """The scorecard of a `mock` event."""
    phases = tuple(PhaseScore(**phase) for phase in body["phases"])
    ratings = tuple(Rated(**rated) for rated in body["ratings"])
    fields = {name: body[name] for name in Scorecard._fields}
    return Scorecard(**{**fields, "phases": phases, "ratings": ratings})
