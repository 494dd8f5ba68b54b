"""What a drill asks of the screen, and what it gives back: a drill is a generator of asks that returns an Outcome."""

from collections.abc import Generator
from typing import Any, NamedTuple


class Question(NamedTuple):
    """What is asked: the kind of drill, the prompt, and a line of guidance."""

    kind: str
    prompt: str
    guidance: str = ""


class Reveal(NamedTuple):
    """A model answer, part by part, and why it is right."""

    parts: tuple[tuple[str, str], ...]
    why: str = ""
    source: str = ""


class Feedback(NamedTuple):
    """The candidate's words with what was found in them (coach.analysis Findings), and their own score from 1 to 4."""

    text: str
    findings: Any
    self_score: int


class Beside(NamedTuple):
    """The first take beside the second, each with its score out of 100."""

    first: tuple[str, int]
    second: tuple[str, int]


class Show(NamedTuple):
    """Put this on the screen; nothing is sent back."""

    body: Question | Reveal | Feedback | Beside


class Press(NamedTuple):
    """One of these keys (key, meaning) is sent back."""

    choices: tuple[tuple[str, str], ...]


class Write(NamedTuple):
    """Text is sent back; `draft` names where it is kept while it is typed, `seconds` is the time box (0: none)."""

    label: str
    draft: str
    seconds: int = 0
    lines: bool = False


class Edit(NamedTuple):
    """The text after the candidate's own editor is sent back."""

    text: str


Ask = Show | Press | Write | Edit


class Take(NamedTuple):
    """One attempt in the candidate's words, with their own score and what the analysis said of it."""

    part: str
    text: str
    self_score: int
    score: int
    findings: dict[str, Any]


class Outcome(NamedTuple):
    """What an item's drill came to: a rating from 1 (again) to 4 (easy), and the takes written on the way."""

    rating: int
    takes: tuple[Take, ...] = ()


Drill = Generator[Ask, str, Outcome]
