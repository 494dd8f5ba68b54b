"""A toolbar that counts: once a second only the characters that changed are written, without laying out the screen."""

from asyncio import sleep
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.data_structures import Point
    from prompt_toolkit.layout.screen import Screen


class Change(NamedTuple):
    """Characters that changed on a line: the line's and the first one's index, what was there, what is there now."""

    line: int
    start: int
    old: str
    new: str


def changes(old: str, new: str) -> list[Change] | None:
    """From the first to the last character that differs, line by line; None if the lines are not as long as before."""
    before, after = old.split("\n"), new.split("\n")
    if [len(line) for line in before] != [len(line) for line in after]:
        return None
    found = []
    for number, (was, now) in enumerate(zip(before, after, strict=True)):
        differs = [at for at in range(len(was)) if was[at] != now[at]]
        if differs:
            start, end = differs[0], differs[-1] + 1
            found.append(Change(number, start, was[start:end], now[start:end]))
    return found


class Ticker:
    """Calls `tick` whenever `until_next` seconds are over, and shows in the toolbar what `line` says then."""

    def __init__(
        self,
        session: "PromptSession[str]",
        line: Callable[[], str],
        until_next: Callable[[], float],
        tick: Callable[[], None],
    ) -> None:
        self._app = session.app
        self._line = line
        self._until_next = until_next
        self._tick = tick
        self._shown = ""
        self._cursor: Point | None = None
        self._app.after_render += lambda _: self._drawn()

    def toolbar(self) -> str:
        """The line, as a full redraw shows it."""
        self._shown = self._line()
        return self._shown

    def start(self) -> None:
        """Begin to tick; it ends with the prompt."""
        self._app.create_background_task(self._run())

    async def _run(self) -> None:
        while not self._app.is_done:
            await sleep(self._until_next())
            self._tick()
            self._show()

    def _drawn(self) -> None:
        screen = self._app.renderer.last_rendered_screen
        self._cursor = screen.get_cursor_position(self._app.layout.current_window) if screen else None

    def _show(self) -> None:
        line = self._line()
        if line == self._shown:
            return
        screen, found = self._app.renderer.last_rendered_screen, changes(self._shown, line)
        if screen is None or found is None or not all(self._in_place(screen, change) for change in found):
            self._app.invalidate()
            return
        self._shown = line
        for change in found:
            self._overwrite(screen, change)
        self._app.output.flush()

    def _in_place(self, screen: "Screen", change: Change) -> bool:
        """Whether the screen, as last drawn, has the old characters where the toolbar should have them."""
        row = screen.data_buffer[_top(screen) + change.line]
        shown = [row[change.start + at].char for at in range(len(change.old))]
        return self._cursor is not None and not self._app.invalidated and shown == list(change.old)

    def _overwrite(self, screen: "Screen", change: Change) -> None:
        from prompt_toolkit.layout.screen import Char
        from prompt_toolkit.styles import DEFAULT_ATTRS

        assert self._cursor is not None
        output, at = self._app.output, _top(screen) + change.line
        down = at - self._cursor.y
        output.cursor_down(down)
        output.write_raw("\r")
        output.cursor_forward(change.start)
        output.set_attributes(DEFAULT_ATTRS._replace(reverse=True), self._app.color_depth)
        output.write(change.new)
        output.reset_attributes()
        output.cursor_up(down)
        output.write_raw("\r")
        output.cursor_forward(self._cursor.x)
        for column, char in enumerate(change.new, change.start):
            screen.data_buffer[at][column] = Char(char, screen.data_buffer[at][column].style)


def _top(screen: "Screen") -> int:
    """The row where the lowest window begins: the toolbar is under everything else."""
    return max(place.ypos for place in screen.visible_windows_to_write_positions.values())
