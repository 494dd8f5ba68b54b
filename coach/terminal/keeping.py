"""Keeps a phase while it runs: its text at every change, its clock every second, both in the journal now and then."""

from collections.abc import Mapping
from typing import Any, Final, Protocol

from coach.practice.asks import Phase
from coach.terminal.clock import Clock

# After a power cut the clock goes on from at most so many seconds before.
_DURABLE: Final = 15.0


class Drafts(Protocol):
    """Keeps text while it is typed."""

    def draft(self, name: str) -> str: ...

    def save_draft(self, name: str, text: str, extra: Mapping[str, Any] | None = None) -> None: ...


class Clocked(Drafts, Protocol):
    """Keeps the clock beside the text."""

    def beat(self, name: str, part: int, elapsed: float) -> None:
        """Keep how far the clock of a part of a draft is; cheap, called every second."""


class KeptPhase:
    """What the port calls while a phase runs; what was kept before stays in place until then."""

    def __init__(self, ask: Phase, drafts: Clocked, clock: Clock, text: str) -> None:
        self._ask = ask
        self._drafts = drafts
        self._clock = clock
        self._text = text
        self._saved = clock.look()
        # The beat first: one left by an earlier run must never outlive the draft that it was not for.
        self.beat()
        self.save(text)

    def save(self, text: str) -> None:
        """The text as it is now, on disk when this returns."""
        ask, self._text, self._saved = self._ask, text, self._clock.look()
        more = {"elapsed": self._saved, "done": list(ask.so_far), "strip": ask.strip, "aloud": ask.aloud}
        self._drafts.save_draft(ask.draft, text, more)

    def beat(self) -> None:
        """A second is over."""
        elapsed = self._clock.look()
        self._drafts.beat(self._ask.draft, self._ask.at, elapsed)
        if elapsed - self._saved >= _DURABLE:
            self.save(self._text)
