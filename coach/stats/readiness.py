"""How ready for a round, by competency: what is remembered, what was practised, how it scored."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from coach.memory.state import CardState, recall_on


class Evidence(NamedTuple):
    """One item of the pack: its competencies, its memory state (None: never seen), its best score out of 100."""

    competencies: Sequence[str]
    recall: bool
    state: CardState | None
    score: int | None


class Readiness(NamedTuple):
    """A competency of a round: its weight, recall on that morning, cards seen of all, written takes, mean score."""

    competency: str
    weight: float
    recall: float | None
    seen: int
    cards: int
    takes: int
    score: int | None

    @property
    def thin(self) -> bool:
        """Whether there is too little to rest on: fewer than half of the cards seen, or no take at all."""
        return self.seen * 2 < self.cards or not self.takes


def readiness(weights: Mapping[str, float], items: Iterable[Evidence], day: int) -> list[Readiness]:
    """One row a competency, heaviest first; `day` is the round's, as an ordinal."""
    rows = list(items)
    return [_row(name, weight, rows, day) for name, weight in sorted(weights.items(), key=lambda pair: -pair[1])]


def _row(name: str, weight: float, rows: Sequence[Evidence], day: int) -> Readiness:
    own = [row for row in rows if name in row.competencies]
    cards = [row for row in own if row.recall]
    scores = [row.score for row in own if row.score is not None]
    recall = sum(recall_on(row.state, day) for row in cards) / len(cards) if cards else None
    mean = round(sum(scores) / len(scores)) if scores else None
    return Readiness(name, weight, recall, sum(row.state is not None for row in cards), len(cards), len(scores), mean)
