"""What a drill asks of the screen, and what it gives back: a drill is a generator of asks that returns an Outcome."""

from collections.abc import Generator
from typing import Any, NamedTuple


class Question(NamedTuple):
    """What is asked: the kind of drill, the prompt, and a line of guidance."""

    kind: str
    prompt: str
    guidance: str = ""


class Ahead(NamedTuple):
    """What a mock is going to be, before its clock starts: the round, each phase with its seconds (0: untimed)."""

    round: str
    phases: tuple[tuple[str, int], ...]
    aloud: bool = False


class Reveal(NamedTuple):
    """A model answer, part by part, and why it is right."""

    parts: tuple[tuple[str, str], ...]
    why: str = ""
    source: str = ""


class Feedback(NamedTuple):
    """The candidate's words with what was found in them (coach.analysis Findings), and their own score from 1 to 4.

    An own score of 0 is none.
    """

    text: str
    findings: Any
    self_score: int


class Take(NamedTuple):
    """One attempt in the candidate's words, their own score (0: none), and what the analysis said of it."""

    part: str
    text: str
    self_score: int
    score: int
    findings: dict[str, Any]


class Beside(NamedTuple):
    """The first take of an item beside the second."""

    first: Take
    second: Take


class Show(NamedTuple):
    """Put this on the screen; nothing is sent back."""

    body: Any


class Press(NamedTuple):
    """One of these keys (key, meaning) is sent back."""

    choices: tuple[tuple[str, str], ...]


class Write(NamedTuple):
    """Text is sent back; `draft` names where it is kept while it is typed, `seconds` is the time box (0: none).

    An `optional` one may be left empty; otherwise an empty answer asks whether to skip or stop. A `second` one, of
    a second take, can be left with undo and nothing else undone: None is sent back.
    """

    label: str
    draft: str
    seconds: int = 0
    lines: bool = False
    optional: bool = False
    second: bool = False


class Edit(NamedTuple):
    """The text after the candidate's own editor is sent back."""

    text: str


class Phase(NamedTuple):
    """A part of an answer under its own clock; a Spoken is sent back.

    `strip` names every phase with its seconds, `at` is this one's index. `elapsed` is what was spent before a break,
    `interrupt` is a curveball that comes up when half the time is gone. `aloud`: nothing is typed but notes.
    `so_far` is kept beside the draft, so that a mock that was cut off goes on where it was.
    """

    label: str
    hint: str
    draft: str
    strip: tuple[tuple[str, int], ...]
    at: int
    elapsed: float = 0.0
    interrupt: str = ""
    aloud: bool = False
    so_far: tuple[dict[str, Any], ...] = ()

    @property
    def seconds(self) -> int:
        """This phase's time box; 0 is untimed."""
        return self.strip[self.at][1]


class Spoken(NamedTuple):
    """What came of a phase: the text or notes, the seconds it took without pauses, and how long it was paused."""

    text: str
    seconds: float
    paused: float = 0.0


class Outcome(NamedTuple):
    """What a drill came to: a rating from 1 (again) to 4 (easy), its takes, and an event (kind, body) of its own.

    A rating of 0 is none: it was given with an earlier take.
    """

    rating: int
    takes: tuple[Take, ...] = ()
    record: tuple[str, dict[str, Any]] | None = None


class Keep(NamedTuple):
    """The outcome as far as it is known: saved before anything more is asked. Nothing is sent back.

    What the drill comes to in the end begins with it; only further takes are added.
    """

    outcome: Outcome


Ask = Show | Press | Write | Edit | Phase | Keep
Drill = Generator[Ask, Any, Outcome]
