"""The one strict YAML reader: text to plain data, a position for every node, and all problems at once.

Every plain scalar arrives as the text that was typed (`12:30`, `no`, `010`, `1_000`, `1e12` stay what a person means);
only an empty value, `~` and `null` become None. The models decide what is a number, a yes or a date.
"""

import errno
import gc
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from coach.errors import InputFault, Problem

MAX_BYTES: Final = 4 * 1024 * 1024
MAX_DEPTH: Final = 24
MAX_NODES: Final = 1_000_000
_STARTS: Final[dict[type, type | None]] = {
    yaml.ScalarEvent: None,
    yaml.SequenceStartEvent: list,
    yaml.MappingStartEvent: dict,
}
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})

Step = str | int


class Document(NamedTuple):
    """A file as plain data (None when it cannot be read at all), with positions and what is wrong."""

    path: str
    data: Any
    marks: dict[int, list[tuple[int, int]]]
    problems: list[Problem]

    def where(self, steps: tuple[Step, ...], *, key: bool = False) -> tuple[int, int]:
        """(line, column), both from 1, of the node at `steps`, or of its key; of the nearest parent if absent."""
        node, place = self.data, (1, 1)
        for step in steps:
            found = self._child(node, step)
            if found is None:
                return place
            index, child = found
            marks = self.marks[id(node)]
            is_map = isinstance(node, dict)
            place = marks[2 * index if key and is_map else 2 * index + 1] if is_map else marks[index]
            node = child
        return place

    def _child(self, node: Any, step: Step) -> tuple[int, Any] | None:
        if isinstance(node, dict) and step in node:
            return list(node).index(step), node[step]
        if isinstance(node, list) and isinstance(step, int) and 0 <= step < len(node):
            return step, node[step]
        return None

    def problem(self, steps: tuple[Step, ...], message: str, hint: str = "", *, key: bool = False) -> Problem:
        """A Problem at the node that `steps` lead to."""
        line, column = self.where(steps, key=key)
        return Problem(self.path, line, column, message, hint)


def read(path: Path) -> Document:
    """The document in a regular file; what cannot be read or parsed is in its `problems`."""
    name = str(path)
    try:
        raw = _read_bytes(path)
    except _Refused as refusal:
        return Document(name, None, {}, [Problem(name, 1, 1, str(refusal), refusal.hint)])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        return Document(
            name, None, {}, [Problem(name, line, column, "this is not UTF-8 text", "save the file as UTF-8")]
        )
    return load(text, name)


def read_data(path: Path) -> Document:
    """Like read, but refuses with every problem of the file (exit 4)."""
    document = read(path)
    if document.problems:
        raise InputFault(f"{path} cannot be read.", document.problems)
    return document


def load(text: str, path: str) -> Document:
    """The document in a text; never raises for its content."""
    builder = _Builder(path)
    collecting = gc.isenabled()
    gc.disable()
    try:
        data = builder.build(text.removeprefix("\ufeff"))
    finally:
        if collecting:
            gc.enable()
    return Document(path, data, builder.marks, builder.problems)


class _Refused(Exception):
    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def _read_bytes(path: Path) -> bytes:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        reason = (
            "there is no such file"
            if error.errno == errno.ENOENT
            else (error.strerror or "it cannot be opened").lower()
        )
        raise _Refused(reason) from error
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise _Refused("this is not a regular file")
        raw = file.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise _Refused(f"the file is larger than {MAX_BYTES // 1024 // 1024} MB", "split it into several files")
    return raw


class _Stop(Exception):
    """Nothing after this fault can be read."""


class _Builder:
    """Builds plain data from the C parser's event stream; one list of marks per container, keyed by its id()."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.marks: dict[int, list[tuple[int, int]]] = {}
        self.problems: list[Problem] = []

    def build(self, text: str) -> Any:
        """The data, or None with problems noted."""
        bad = _forbidden(text)
        if bad is not None:
            self._note(*bad)
            return None
        try:
            return self._document(yaml.parse(text, Loader=yaml.CSafeLoader))
        except _Stop:
            return None
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            self._note(at, f"this is not valid YAML: {error.problem or error.context}", _advice(text, at))
            return None
        except yaml.YAMLError as error:
            self._note((1, 1), f"this is not valid YAML: {' '.join(str(error).split())}")
            return None

    def _note(self, at: tuple[int, int], message: str, hint: str = "") -> None:
        self.problems.append(Problem(self.path, at[0], at[1], message, hint))

    def _stop(self, event: Any, message: str, hint: str = "") -> _Stop:
        mark = event.start_mark
        self._note((mark.line + 1, mark.column + 1), message, hint)
        return _Stop()

    def _document(self, events: Iterator[Any]) -> Any:
        ends = (yaml.SequenceEndEvent, yaml.MappingEndEvent)
        root: Any = None
        stack: list[_Frame] = []
        nodes = 0
        for event in events:
            kind = type(event)
            if kind in ends:
                self._close(stack.pop())
            elif kind in _STARTS:
                nodes += 1
                mark = event.start_mark
                value = self._value(event, nodes)
                if stack:
                    self._add(stack[-1], value, (mark.line + 1, mark.column + 1))
                else:
                    root = value
                if kind is not yaml.ScalarEvent:
                    stack.append(self._frame(value, len(stack), event))
            else:
                self._check_stream(event, started=root is not None)
        return root

    def _value(self, event: Any, nodes: int) -> Any:
        if event.anchor or event.tag:
            raise self._unwanted(event)
        if nodes > MAX_NODES:
            raise self._stop(event, f"more than {MAX_NODES:,} values", "split the file")
        make = _STARTS[type(event)]
        if make is not None:
            return make()
        return None if event.implicit[0] and event.value in _NULLS else event.value

    def _frame(self, node: Any, depth: int, event: Any) -> "_Frame":
        if depth >= MAX_DEPTH:
            raise self._stop(event, f"nested deeper than {MAX_DEPTH} levels", "flatten it")
        return _Frame(node)

    def _check_stream(self, event: Any, *, started: bool) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise self._stop(event, "aliases (`*name`) are not allowed", "write the value out")
        if isinstance(event, yaml.DocumentStartEvent) and started:
            raise self._stop(event, "a second document starts here", "one document a file: remove the `---`")

    def _unwanted(self, event: Any) -> _Stop:
        if event.anchor:
            return self._stop(
                event, f"anchors (`&{event.anchor}`) are not allowed", "write the value where it is needed"
            )
        return self._stop(event, f"tags (`{event.tag}`) are not allowed", "remove it: values are plain text")

    def _add(self, frame: "_Frame", value: Any, at: tuple[int, int]) -> None:
        if type(frame.node) is list:
            frame.node.append(value)
            frame.marks.append(at)
        elif frame.wants_key:
            self._key(frame, value, at)
        else:
            frame.wants_key = True
            if frame.skip:
                return
            frame.node[frame.key] = value
            frame.marks += (frame.key_at, at)

    def _key(self, frame: "_Frame", value: Any, at: tuple[int, int]) -> None:
        frame.wants_key, frame.key, frame.key_at = False, value, at
        frame.skip = not isinstance(value, str) or value in frame.node
        if not isinstance(value, str):
            self._note(at, "a key must be plain text", "quote it, or mend the `:` or braces here")
        elif value == "<<":
            frame.skip = True
            self._note(at, "merge keys (`<<`) are not allowed", "write the fields out")
        elif frame.skip:
            self._note(at, f"the key {value!r} stands twice in this mapping", "keep one of them")

    def _close(self, frame: "_Frame") -> None:
        self.marks[id(frame.node)] = frame.marks


class _Frame:
    """A container being filled."""

    __slots__ = ("key", "key_at", "marks", "node", "skip", "wants_key")

    def __init__(self, node: Any) -> None:
        self.node = node
        self.marks: list[tuple[int, int]] = []
        self.wants_key = True
        self.skip = False
        self.key: Any = None
        self.key_at = (0, 0)


def _forbidden(text: str) -> tuple[tuple[int, int], str] | None:
    index = text.find("\0")
    if index < 0:
        return None
    line = text.count("\n", 0, index) + 1
    return (line, index - text.rfind("\n", 0, index)), "a NUL character is not text"


def _advice(text: str, at: tuple[int, int]) -> str:
    lines = text.splitlines()
    line = lines[at[0] - 1] if at[0] <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "indent with spaces, not tabs"
    return "look at the indentation, the quotes and the `: ` here" if line else "something is left open above"
