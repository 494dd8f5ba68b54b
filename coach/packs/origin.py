"""Where items were written, for the moment when one of them needs a line number."""

from pathlib import Path
from typing import Protocol

from coach.errors import Problem
from coach.yamlfile import Document, Step, read
from coach.yamlparse import Place


class Origin(Protocol):
    """A file in which every node has a place: a Document, or one that is read again when it is asked."""

    @property
    def path(self) -> str: ...

    def where(self, steps: tuple[Step, ...], *, key: bool = False) -> Place: ...

    def problem(self, steps: tuple[Step, ...], message: str, hint: str = "", *, key: bool = False) -> Problem: ...


class Reread:
    """A file read once more when a place in it is asked for: most never are, and places take more room than items."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._document: Document | None = None

    def _read(self) -> Document:
        if self._document is None:
            self._document = read(Path(self.path))
        return self._document

    def where(self, steps: tuple[Step, ...], *, key: bool = False) -> Place:
        """(line, column) of a node, as in Document."""
        return self._read().where(steps, key=key)

    def problem(self, steps: tuple[Step, ...], message: str, hint: str = "", *, key: bool = False) -> Problem:
        """A problem at a node, as in Document."""
        return self._read().problem(steps, message, hint, key=key)
