"""A phase on the plain port: a line at the start, spoken marks at 60, 30 and 10 seconds, an empty line to go on."""

from collections.abc import Callable
from typing import Final

from coach.practice.asks import Phase, Spoken
from coach.terminal.clock import Clock
from coach.terminal.port import Draft, kept
from coach.terminal.reader import LineReader
from coach.terminal.views.mock import spoken_start

_MARKS: Final = (60, 30, 10, 0)


def run(ask: Phase, draft: Draft, clock: Clock, reader: LineReader, say: Callable[[str], None]) -> Spoken | None:
    """Lines up to an empty one; `:pause` and `:more` act on the clock. None at the end of input, with nothing typed."""
    for line in spoken_start(ask):
        say(line)
    # A phase that was cut off goes on; an answer that was only not finished is given anew, or kept.
    cut_off = ask.elapsed > 0 and bool(draft.text)
    if draft.text.strip():
        say(f"Kept from before: {draft.text}" if cut_off else kept(draft.text))
    taken = [draft.text] if cut_off else []
    marks = [mark for mark in _MARKS if mark < clock.left() < float("inf")]
    interrupt = ask.interrupt
    while True:
        try:
            typed = reader.line(1.0)
        except TimeoutError:
            draft.beat()
            interrupt = _speak(clock, marks, interrupt, say)
            continue
        text = "\n".join(taken) or draft.text
        if typed is None and not text:
            return None
        if not typed:
            return Spoken(text, clock.look(), clock.paused)
        if not _command(typed, clock, say):
            taken.append(typed)
            draft.save("\n".join(taken))


def _speak(clock: Clock, marks: list[int], interrupt: str, say: Callable[[str], None]) -> str:
    left = clock.left()
    while marks and left <= marks[0]:
        mark = marks.pop(0)
        say(f"{mark} seconds left." if mark else "Time is up; an empty line goes on.")
    if interrupt and clock.half_gone:
        say(f"The interviewer interrupts: {interrupt}")
        return ""
    return interrupt


def _command(line: str, clock: Clock, say: Callable[[str], None]) -> bool:
    if line == ":pause":
        clock.toggle()
        say("The clock runs." if clock.running else "Paused. Type :pause to go on.")
    elif line == ":more":
        clock.add(30)
        say("30 seconds more.")
    else:
        return False
    return True
