"""Runs a session on a port: shows, asks, times, and hands every outcome over to be saved before the next item."""

from collections.abc import Callable, Mapping
from functools import partial
from time import monotonic
from typing import Any, Final, NamedTuple, Protocol

from coach.practice.asks import Ask, Drill, Edit, Keep, Outcome, Phase, Press, Show, Spoken, Write
from coach.practice.session import Done, Session
from coach.terminal.answered import Answered, Outcomes
from coach.terminal.clock import Clock
from coach.terminal.keeping import Clocked, Drafts, KeptPhase
from coach.terminal.port import Choice, Draft, Port, Toolbar
from coach.terminal.views import drill as views
from coach.terminal.views.body import body
from coach.terminal.views.clock import clock as clock_text

_CONTROLS: Final = "usqw?"


class Left(NamedTuple):
    """An item was left with a control key: u undo, s skip, q stop."""

    key: str


class Keeper(Clocked, Outcomes, Protocol):
    """Keeps what a session makes: drafts while typing, outcomes once given."""

    def why(self, item: str) -> list[str]: ...

    def undo(self, done: Done) -> None: ...


class NothingKept:
    """A keeper for a trial: nothing is read, nothing is saved."""

    def draft(self, name: str) -> str:
        """Never anything."""
        return ""

    def save_draft(self, name: str, text: str, extra: Mapping[str, Any] | None = None) -> None:
        """Let it go."""

    def beat(self, name: str, part: int, elapsed: float) -> None:
        """Let it go."""


Save = Callable[[Outcome], None]
Why = Callable[[], list[str]]


def _nothing_to_say() -> list[str]:
    return ["You chose it."]


def run_session(session: Session, start: Callable[[str], Drill], port: Port, keeper: Keeper) -> float:
    """Play the session to its end; the seconds it took. Every outcome is saved before the next item is shown."""
    begun = monotonic()
    while (current := session.next(monotonic() - begun)) is not None:
        item, kind = current
        left = session.limits.seconds - (monotonic() - begun)
        port.clear()
        port.show(views.heading(len(session.done) + 1, kind, left, session.limits.items))
        answered = Answered(item, kind, keeper)
        left_with = play(start(item), port, keeper, answered.keep, partial(_why, answered, keeper))
        if left_with != "u":
            answered.close()
        if answered.done:
            session.record(answered.done)
        if left_with == "q":
            break
        if left_with == "s" and not answered.done:
            session.skip(item)
        elif left_with == "u" and not _undo(session, None if answered.done else current, keeper):
            port.show(views.note("Nothing to undo yet."))
    return monotonic() - begun


def play_and_keep(item: str, kind: str, drill: Drill, port: Port, keeper: Keeper) -> bool:
    """One item on its own; whether it was answered and not taken back, and so saved before this returns."""
    answered = Answered(item, kind, keeper)
    left_with = play(drill, port, keeper, answered.keep)
    if left_with == "u" and answered.done:
        keeper.undo(answered.done)
        port.show(views.note("Taken back. Your words are a draft again."))
        return False
    if left_with == "u":
        port.show(views.note("Nothing to undo here."))
    answered.close()
    return answered.done is not None


def _why(answered: Answered, keeper: Keeper) -> list[str]:
    return ["It is answered and saved."] if answered.done else keeper.why(answered.item)


def _undo(session: Session, current: tuple[str, str] | None, keeper: Keeper) -> bool:
    taken_back = session.undo(current)
    if taken_back:
        keeper.undo(taken_back)
    return taken_back is not None


def play(drill: Drill, port: Port, keeper: Clocked, keep: Save, why: Why = _nothing_to_say) -> str:
    """One item's drill; the control key it was left with, empty if it was played to its end.

    `keep` is called with the outcome as soon as it is known, and at the end; `why` says why the item is asked now.
    """
    written: set[str] = set()
    try:
        ask = next(drill)
        while True:
            answer = _answer(ask, port, keeper, keep, written, why)
            if isinstance(answer, Left):
                drill.close()
                return answer.key
            ask = drill.send(answer)
    except StopIteration as end:
        keep(end.value)
        return ""


def _answer(ask: Ask, port: Port, keeper: Clocked, keep: Save, written: set[str], why: Why) -> Any:
    if isinstance(ask, Keep):
        keep(ask.outcome)
        return ""
    if isinstance(ask, Show):
        port.show(body(ask.body, port.plain))
        return ""
    if isinstance(ask, Press):
        return _press(ask, port, why)
    if isinstance(ask, Phase):
        return _phase(ask, port, keeper, written)
    return port.edit(ask.text) if isinstance(ask, Edit) else _write(ask, port, keeper, written)


def _press(ask: Press, port: Port, why: Why) -> str | Left:
    choices = [Choice(key, label) for key, label in ask.choices]
    keys = {key for key, _ in ask.choices}
    while (key := port.key([*choices, Choice("?", "help")], hidden=_CONTROLS)) not in keys:
        if key == "?":
            port.show(views.key_help(rating="1" in keys))
        elif key == "w":
            for line in why():
                port.show(views.note(line))
        else:
            return Left(key)
    return key


def _write(ask: Write, port: Port, keeper: Drafts, written: set[str]) -> str | Left | None:
    # What was typed before a kill is offered once; asked again in the same drill, the line starts empty.
    text = keeper.draft(ask.draft) if ask.draft and ask.draft not in written else ""
    written.add(ask.draft)
    if text and not port.plain:  # the plain port says so itself, with the words
        port.show(views.note("Your draft from before is here."))
    clock = countdown(ask.seconds) if ask.seconds else None
    while True:
        draft = Draft(text, (lambda typed: keeper.save_draft(ask.draft, typed)) if ask.draft else _let_go)
        typed = port.text(ask.label, draft, clock, lines=ask.lines)
        if typed or ask.optional:
            return typed or ""
        undo = Choice("u", "no second take" if ask.second else "undo")
        key = port.key([Choice("w", "write"), Choice("s", "skip"), undo, Choice("q", "stop")])
        if key == "u" and ask.second:
            written.clear()  # asked for once more, it begins with what was typed of it
            port.show(views.note("No second take. Your first answer stays."))
            return None
        if key != "w":
            return Left(key)


def _phase(ask: Phase, port: Port, keeper: Clocked, written: set[str]) -> Spoken | Left:
    # All phases share one draft: what it holds at the start belongs to the first one asked, never to those after.
    text = keeper.draft(ask.draft) if ask.draft not in written else ""
    written.add(ask.draft)
    clock = Clock(ask.seconds, ask.elapsed)
    kept = KeptPhase(ask, keeper, clock, text)
    spoken = port.phase(ask, Draft(text, kept.save, kept.beat), clock)
    if spoken is None:
        return Left("q")
    kept.save(spoken.text)
    return spoken


def _let_go(_typed: str) -> None:
    """Keep nothing: a line of working is not an answer."""


def countdown(seconds: int) -> Toolbar:
    """The line under a timed prompt: time left, then how far over; on the monotonic clock."""
    begun = monotonic()

    def line() -> str:
        left = seconds - (monotonic() - begun)
        return clock_text(left)

    return line
