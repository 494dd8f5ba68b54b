"""A phase on a real terminal: typed above a toolbar that counts down, or spoken beside a silent line."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.practice.asks import Phase, Spoken
from coach.terminal.clock import Clock
from coach.terminal.keys import read_key
from coach.terminal.port import Draft
from coach.terminal.prompting import editor
from coach.terminal.ticker import Ticker
from coach.terminal.views.mock import task, toolbar

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent


def typed(ask: Phase, draft: Draft, clock: Clock, bindings: "KeyBindings") -> Spoken:
    """Several lines; Ctrl-D or an empty line goes on, Ctrl-P pauses, Ctrl-T adds 30 seconds."""
    _clock_keys(bindings, clock)
    session = editor(bindings, draft.save)

    def line() -> str:
        return toolbar(ask, clock.left(), clock.running, clock.half_gone, session.app.output.get_size().columns)

    ticker = Ticker(session, line, clock.until_next, draft.beat)
    text = session.prompt(
        lambda: task(ask, session.app.output.get_size().columns) + "\n",
        default=draft.text,
        multiline=True,
        bottom_toolbar=ticker.toolbar,
        pre_run=ticker.start,
        handle_sigint=False,
    )
    return Spoken(text.strip(), clock.look(), clock.paused)


def _clock_keys(bindings: "KeyBindings", clock: Clock) -> None:
    @bindings.add("c-p")
    def _(event: "KeyPressEvent") -> None:
        clock.toggle()

    @bindings.add("c-t")
    def _(event: "KeyPressEvent") -> None:
        clock.add(30)


def aloud(ask: Phase, draft: Draft, clock: Clock, notes: Callable[[], str]) -> Spoken:
    """Silent but for one line that counts: space goes on, p pauses, + adds 30 seconds; then notes."""
    sys.stdout.write(task(ask, _columns()) + "\n")
    told: list[str] = []
    shown = ""
    while True:
        columns = _columns()
        *news, line = toolbar(ask, clock.left(), clock.running, clock.half_gone, columns, spoken=True).split("\n")
        if news and not told:
            told = news
            sys.stdout.write("\r\x1b[K" + "\n".join(told) + "\n")
            shown = ""
        if line[: columns - 1] != shown:
            shown = line[: columns - 1]
            sys.stdout.write("\r\x1b[K" + shown)
        sys.stdout.flush()
        draft.beat()
        key = read_key(clock.until_next())
        if key in ("space", "enter", "ctrl-d"):
            break
        if key == "p":
            clock.toggle()
        elif key == "+":
            clock.add(30)
    seconds, paused = clock.look(), clock.paused
    if clock.running:
        clock.toggle()
    sys.stdout.write("\n")
    return Spoken(notes(), seconds, paused)


def _columns() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().columns
