"""What both ports do alike: append to the screen."""

from collections.abc import Mapping
from typing import Any

from coach.terminal.console import open_console
from coach.terminal.editor import edit
from coach.text import neutral


class Appending:
    """A console that only appends, so that the scroll-back stays a record of the day."""

    plain = False

    def __init__(self, env: Mapping[str, str]) -> None:
        self._env = env
        self._console = open_console(self.plain, env)

    def show(self, renderable: Any) -> None:
        """Append it."""
        self._console.print(renderable)

    def say(self, text: str) -> None:
        """Append a plain line of text."""
        self._console.print(neutral(text))

    def clear(self) -> None:
        """An empty line."""
        self._console.print()

    def edit(self, text: str) -> str:
        """The text after the candidate's own editor."""
        return edit(text, self._env)
