"""A kit for a peer: what the page holds, and the scorecard that comes back, beside the candidate's own."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from coach.errors import InputFault, Problem
from coach.packs.model import Phase, Pitch, Probe, Question, Rubric
from coach.practice.scorecard import Rated

MAX_BYTES: Final = 200_000
_REHEARSAL: Final = (
    ("first", "First run", 2, "Say nothing; write down the first sentence you remember."),
    ("feedback", "What arrived", 3, "The outcome you heard, and where you were lost."),
    ("second", "Second run", 2, "Listen for the number and the ask."),
    ("probes", "Pressure", 5, "Interrupt. Ask what it costs, who loses, and why now."),
    ("close", "One change", 3, "Rate first, then name one thing."),
)


class Kit(NamedTuple):
    """A page for a peer: the prompt, phases, probes with answers, rubrics."""

    id: str
    prompt: str
    intro: str
    phases: Sequence[Phase]
    probes: Sequence[tuple[str, Probe]]
    rubrics: Sequence[Rubric]


class Peer(NamedTuple):
    """A scorecard that a peer sent back; levels are 1 to 4."""

    question: str
    by: str
    ratings: Mapping[str, int]
    carried: str
    change: str


class Gap(NamedTuple):
    """One rubric: the candidate's own level, the peer's, and the difference (positive: rated oneself higher)."""

    rubric: str
    own: int | None
    peer: int

    @property
    def difference(self) -> int | None:
        """Own less peer."""
        return None if self.own is None else self.own - self.peer


def for_question(question: Question, rubrics: Sequence[Rubric]) -> Kit:
    """The kit of a mock question."""
    minutes = sum(phase.minutes for phase in question.phases)
    probes = [("Probe", probe) for probe in question.probes] + [("Curveball", ball) for ball in question.curveballs]
    intro = f"You play the interviewer. {minutes:.3g} minutes; start the clock when you have read the question aloud."
    return Kit(question.id, question.prompt, intro, question.phases, probes, rubrics)


def for_rehearsal(pitch: Pitch, rubrics: Sequence[Rubric]) -> Kit:
    """The fifteen-minute rehearsal of a pitch with a mentor (source fact P7)."""
    phases = [Phase(id=id_, title=title, minutes=minutes, hint=hint) for id_, title, minutes, hint in _REHEARSAL]
    intro = f"Fifteen minutes with a mentor: two runs of a {pitch.seconds}-second pitch, under pressure in between."
    return Kit(pitch.id, pitch.prompt, intro, phases, (), rubrics)


def read_scorecard(raw: bytes, path: str) -> Peer:
    """The scorecard in a saved file; InputFault with file, line and column for anything else."""
    if len(raw) > MAX_BYTES:
        raise _fault(path, 1, 1, "the file is too large for a scorecard")
    try:
        data = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise _fault(path, 1, 1, "this is not UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise _fault(path, error.lineno, error.colno, f"this is not a saved scorecard: {error.msg}") from None
    except RecursionError:
        raise _fault(path, 1, 1, "this is nested too deeply for a scorecard") from None
    if not isinstance(data, dict) or data.get("kit_version") != 1 or not isinstance(data.get("question"), str):
        raise _fault(path, 1, 1, "this is not a scorecard saved by a kit of this version")
    ratings = data.get("ratings")
    if not isinstance(ratings, dict) or not all(type(level) is int and 1 <= level <= 4 for level in ratings.values()):
        raise _fault(path, 1, 1, "`ratings` is not a list of levels from 1 to 4")
    texts = (str(data.get(name) or "")[:2000] for name in ("by", "carried", "change"))
    by, carried, change = texts
    return Peer(data["question"], by, ratings, carried, change)


def _fault(path: str, line: int, column: int, message: str) -> InputFault:
    hint = "ask for the file that the page's Save button wrote"
    return InputFault(f"{path} was not imported; nothing was changed.", [Problem(path, line, column, message, hint)])


def gaps(own: Sequence[Rated], peer: Peer) -> list[Gap]:
    """Each rubric the peer rated, beside the candidate's own level if there is one."""
    levels = {rated.rubric: rated.level for rated in own}
    return [Gap(rubric, levels.get(rubric), level) for rubric, level in sorted(peer.ratings.items())]


def to_body(peer: Peer) -> dict[str, Any]:
    """The peer's scorecard as the body of a `peer` event."""
    return {**peer._asdict(), "ratings": dict(peer.ratings)}
