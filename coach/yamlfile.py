"""The one strict YAML reader: text to plain data, a position for every node, and all problems at once.

Every plain scalar arrives as the text that was typed (`12:30`, `no`, `010`, `1_000`, `1e12` stay what a person means);
only an empty value, `~` and `null` become None. The models decide what is a number, a yes or a date.
"""

import errno
import os
import stat
from array import array
from pathlib import Path
from typing import Any, Final, NamedTuple

from coach.errors import InputFault, Problem
from coach.text import one_line
from coach.yamlparse import Place, parse, position, unpack

MAX_BYTES: Final = 4 * 1024 * 1024

Step = str | int


class Document(NamedTuple):
    """A file as plain data (None when it cannot be read at all), with positions and what is wrong.

    `marks` has, by the id() of each mapping or list, where its keys and values (or its entries) start.
    """

    path: str
    data: Any
    marks: dict[int, "array[int]"]
    problems: list[Problem]
    root: Place = (1, 1)

    def where(self, steps: tuple[Step, ...], *, key: bool = False) -> Place:
        """(line, column), both from 1, of the node at `steps`, or of its key; of the nearest parent if absent."""
        node, place = self.data, self.root
        for depth, step in enumerate(steps, 1):
            index = _index(node, step)
            if index is None:
                return place
            wants_key = key and depth == len(steps)
            at = index if isinstance(node, list) else 2 * index + (0 if wants_key else 1)
            place = unpack(self.marks[id(node)][at])
            node = node[step]
        return place

    def problem(self, steps: tuple[Step, ...], message: str, hint: str = "", *, key: bool = False) -> Problem:
        """A Problem at the node that `steps` lead to; what it quotes from the file is cut."""
        line, column = self.where(steps, key=key)
        return Problem(self.path, line, column, one_line(message, 300), one_line(hint, 500))


def _index(node: Any, step: Step) -> int | None:
    if isinstance(node, dict) and step in node:
        return list(node).index(step)
    if isinstance(node, list) and isinstance(step, int) and 0 <= step < len(node):
        return step
    return None


def read(path: Path) -> Document:
    """The document in a regular file; what cannot be read or parsed is in its `problems`."""
    try:
        raw = _read_bytes(path)
    except _Refused as refusal:
        return _unread(str(path), (1, 1), str(refusal), refusal.hint)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        return _unread(str(path), position(before, len(before)), "this is not UTF-8 text", "save the file as UTF-8")
    return load(text, str(path))


def read_data(path: Path) -> Document:
    """Like read, but refuses with every problem of the file (exit 4)."""
    document = read(path)
    if document.problems:
        raise InputFault(f"{path} cannot be read.", document.problems)
    return document


def load(text: str, path: str) -> Document:
    """The document in a text; never raises for its content."""
    return Document(path, *parse(text.removeprefix("\ufeff"), path))


def _unread(path: str, at: Place, message: str, hint: str = "") -> Document:
    return Document(path, None, {}, [Problem(path, *at, message, hint)])


class _Refused(Exception):
    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def _read_bytes(path: Path) -> bytes:
    try:
        # Opening a pipe would wait for its writer.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            raw = _read_regular(handle)
        finally:
            os.close(handle)
    except OSError as error:
        absent = error.errno == errno.ENOENT
        raise _Refused("there is no such file" if absent else f"it cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise _Refused("this is not a file name") from error
    if len(raw) > MAX_BYTES:
        raise _Refused(f"the file is larger than {MAX_BYTES // 1024 // 1024} MB", "split it into several files")
    return raw


def _read_regular(handle: int) -> bytes:
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        raise _Refused("this is not a regular file")
    parts = []
    left = MAX_BYTES + 1
    while left and (part := os.read(handle, left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
