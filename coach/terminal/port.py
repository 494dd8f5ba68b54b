"""Asking and showing: one interface, a screen with single keys and a plain one with numbered lines."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from coach.practice.asks import Phase, Spoken
from coach.terminal.clock import Clock


class Choice(NamedTuple):
    """A key to press and what it means."""

    key: str
    label: str


def usual(choices: Sequence[Choice]) -> str:
    """The key that Enter stands for: the first; none for a score from 1 up, so that no slip of Enter is kept as one."""
    return "" if choices[0].key.isdecimal() else choices[0].key


def _nothing() -> None:
    """Nobody counts the seconds."""


class Draft(NamedTuple):
    """Text being typed: what is there already, and where each change goes so that a kill loses nothing.

    `beat` is called every second while a clock runs beside it.
    """

    text: str
    save: Callable[[str], None]
    beat: Callable[[], None] = _nothing


def kept(text: str) -> str:
    """A draft from before where it cannot be edited."""
    return f"Kept from before: {text}\nAn empty line keeps it; what you type takes its place."


class Toolbar(Protocol):
    """The line under a prompt, asked for again every second; it may say that time is up."""

    def __call__(self) -> str: ...


class Port(Protocol):
    """What a session needs of a terminal."""

    plain: bool

    def ended(self) -> bool:
        """Whether nobody is there to answer: the input is at its end."""

    def show(self, renderable: Any) -> None:
        """Append something to the screen."""

    def say(self, text: str) -> None:
        """Append a plain line of text."""

    def clear(self) -> None:
        """Start a new screen; in plain mode an empty line."""

    def key(self, choices: Sequence[Choice], hidden: str = "") -> str:
        """One of the keys of `choices`, or of the keys in `hidden` that are not shown."""

    def text(self, label: str, draft: Draft, toolbar: Toolbar | None = None, *, lines: bool = False) -> str | None:
        """What the candidate wrote (several lines if `lines`); None if they left it with Ctrl-D or an empty answer."""

    def phase(self, ask: Phase, draft: Draft, clock: Clock) -> Spoken | None:
        """One part of an answer under its clock: typed, or spoken with notes after; the draft hears every second.

        None where the input ended before a word of it: the mock stops there, to be resumed.
        """

    def edit(self, text: str) -> str:
        """The text after the candidate's own editor; unchanged if there is none."""

    def choose(self, question: str, options: Sequence[str], default: int = 0) -> int:
        """The index of the option taken; Enter takes the default."""

    def ask(self, question: str, default: str, check: Callable[[str], str]) -> str:
        """A line of text; `check` returns what is wrong with it, or an empty text."""

    def confirm(self, question: str, default: bool = False) -> bool:
        """Yes or no."""
