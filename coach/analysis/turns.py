"""The words of one speaker, taken out of a talk of several."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from coach.analysis.transcript import Segment
from coach.errors import CoachError
from coach.pace import count_words


class UnknownSpeaker(CoachError):
    """Nobody in a transcript is called so; `names` are those who are named in it."""

    def __init__(self, wanted: str, names: Sequence[str]) -> None:
        super().__init__(f"Nobody in the transcript is called {wanted!r}.")
        self.names = tuple(names)


class Turns(NamedTuple):
    """The segments of `speaker` ("" when nobody is named), those of the others, and who says how many words."""

    speaker: str
    own: list[Segment]
    others: list[Segment]
    words: dict[str, int]

    @property
    def left_out(self) -> dict[str, int]:
        """The other speakers with the number of their words."""
        return {name: count for name, count in self.words.items() if name != self.speaker}


def turns(segments: Sequence[Segment], wanted: str = "") -> Turns:
    """The turns of the speaker `wanted`, or of the one who says most; all segments when at most one is named.

    UnknownSpeaker, with the names there are, when nobody is called `wanted`.
    """
    words: dict[str, int] = {}
    for segment in segments:
        if segment.speaker:
            words[segment.speaker] = words.get(segment.speaker, 0) + count_words(segment.text)
    speaker = _named(wanted, words) if wanted else max(words, key=lambda name: words[name], default="")
    if len(words) < 2:
        return Turns(speaker, list(segments), [], words)
    own = [segment for segment in segments if segment.speaker == speaker]
    return Turns(speaker, own, [segment for segment in segments if segment.speaker != speaker], words)


def _named(wanted: str, words: dict[str, int]) -> str:
    for name in words:
        if name.casefold() == wanted.strip().casefold():
            return name
    raise UnknownSpeaker(wanted, list(words))


def as_json(seen: Turns) -> dict[str, Any]:
    """The published form: whose words are analysed, and how many words of whom are left out."""
    return {"speaker": seen.speaker or None, "left_out": seen.left_out}
