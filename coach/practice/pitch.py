"""What a pitch is held to: a word budget at the candidate's pace, the limit, an ask at the end."""

import re
from collections.abc import Iterator
from typing import Final

from coach.pace import count_words, seconds_to_say, word_budget

_ASKS: Final = re.compile(
    r"\b(would you|could we|can we|may i|shall we|let us|let's|i(?:'d| would) like|i ask|give me|i want|meet|decide|"
    r"approve|fund|introduce)\b",
    re.IGNORECASE,
)


def ends_on_an_ask(text: str) -> bool:
    """Whether the last sentence is a question or asks for something."""
    sentences = [part for part in re.split(r"(?<=[.!?])\s+", text.strip()) if part]
    return bool(sentences) and (sentences[-1].endswith("?") or bool(_ASKS.search(sentences[-1])))


def checks(text: str, seconds: float, limit: int, pace: int) -> Iterator[tuple[str, str]]:
    """(what, how it stands) for length, time where it was spoken, and the ending."""
    words, budget = count_words(text), word_budget(limit, pace)
    over = "fits" if words <= budget else f"{words - budget} over"
    spoken = round(seconds_to_say(words, pace))
    yield "Words", f"{words} of {budget}, about {spoken} s at {pace} words a minute: {over}"
    if seconds:
        late = "kept" if seconds <= limit else f"{round(seconds - limit)} s over"
        yield "Time", f"{round(seconds)} of {limit} s: {late}"
    yield ending(text)


def ending(text: str) -> tuple[str, str]:
    """How the last sentence stands: what is checked where the delivery tells of words and time."""
    return "Ending", "ends on an ask" if ends_on_an_ask(text) else "no ask at the end: say what you want next"
