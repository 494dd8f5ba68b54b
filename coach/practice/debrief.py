"""What is captured within five minutes of a real round, and the company's panel, rehearsed on a mock's scorecard."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

OUTCOMES: Final = ("unknown", "advanced", "declined")
# Recommendation by the weighted share of signals found; the field's six words.
_WORDS: Final = ((85, "strong yes"), (70, "yes"), (55, "lean yes"), (40, "lean no"), (25, "no"), (0, "strong no"))


class RoundDebrief(NamedTuple):
    """The candidate's own notes right after a round; `rating` is 1 to 4, `weak` are competencies that went badly."""

    round: str
    questions: tuple[str, ...] = ()
    story: str = ""
    numbers: tuple[str, ...] = ()
    surprises: str = ""
    rating: int = 0
    outcome: str = "unknown"
    weak: tuple[str, ...] = ()


class Voice(NamedTuple):
    """A member of the panel: how much judgment counts for them, from 0 to 1, and what they would say."""

    who: str
    judgment_weight: float
    percent: int
    recommendation: str


_PANEL: Final = (("Hiring manager", 0.5), ("PM lead", 0.7), ("Engineering director", 0.3))


def panel(judgment: int, depth: int) -> list[Voice]:
    """The three voices on shares of product judgment and technical depth, both in percent (source fact S6)."""
    voices = []
    for who, weight in _PANEL:
        percent = round(weight * judgment + (1 - weight) * depth)
        voices.append(Voice(who, weight, percent, next(word for least, word in _WORDS if percent >= least)))
    return voices


def to_body(debrief: RoundDebrief) -> dict[str, Any]:
    """The debrief as the body of a `debrief` event."""
    return debrief._asdict()


def latest(bodies: Iterable[Mapping[str, Any]]) -> dict[str, RoundDebrief]:
    """The newest debrief of every round."""
    return {body["round"]: from_body(body) for body in bodies}


def from_body(body: Mapping[str, Any]) -> RoundDebrief:
    """The debrief of an event; older ones do not say what was weak."""
    lists: dict[str, Sequence[str]] = {name: tuple(body.get(name, ())) for name in ("questions", "numbers", "weak")}
    return RoundDebrief(**{**body, **lists})
