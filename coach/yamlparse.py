"""YAML text to plain data on the C parser's events: strict, bounded, with a place for every node."""

import re
from array import array
from collections.abc import Callable
from typing import Any, Final, NamedTuple

import yaml

from coach.errors import Problem
from coach.garbage import uncollected
from coach.text import one_line

MAX_DEPTH: Final = 24
MAX_NODES: Final = 300_000
MAX_PROBLEMS: Final = 100

Place = tuple[int, int]


class Parsed(NamedTuple):
    """The data of a text, its marks, what is wrong, and where the root starts; see yamlfile.Document."""

    data: Any
    marks: dict[int, "array[int]"]
    problems: list[Problem]
    root: Place = (1, 1)


# YAML 1.1 parsers end a line at these and editors do not, so that every later line number would be wrong; at a NUL the
# C parser stops as if the file ended.
_BREAKS: Final = re.compile("[\0\x85\u2028\u2029]")
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _character(char: str) -> tuple[str, str]:
    if char in "\x85\u2028\u2029":
        return f"a hidden line separator (U+{ord(char):04X})", "put a plain line break or a space there"
    return f"a character that is not text (U+{ord(char):04X})", "remove it"


def parse(text: str, path: str) -> Parsed:
    """The data of a text, with what is wrong; never raises for its content."""
    bad = _BREAKS.search(text) if "\0" in text or not text.isascii() else None
    if bad:
        return Parsed(None, {}, [Problem(path, *position(text, bad.start()), *_character(bad.group()))])
    with uncollected():
        return _parse(text, path)


def _parse(text: str, path: str) -> Parsed:
    builder = _Builder(path)
    try:
        data = builder.build(text)
    except _Stop:
        data = None
    except (yaml.reader.ReaderError, UnicodeEncodeError):
        bad = _FORBIDDEN.search(text)
        builder.note(position(text, bad.start() if bad else 0), *_character(bad.group() if bad else "\0"))
        data = None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        builder.note(at, *_explain(error.problem or error.context or "", text, at))
        data = None
    return Parsed(data, builder.marks if data is not None else {}, builder.problems, builder.root)


def position(text: str, index: int) -> Place:
    """(line, column), both from 1, of a character of a text; CR, LF and CRLF each end a line."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


class _Stop(Exception):
    """Nothing after this fault can be read."""


_SCALAR: Final[Any] = yaml.ScalarEvent
_LIST_END: Final[Any] = yaml.SequenceEndEvent
_MAP_START: Final[Any] = yaml.MappingStartEvent
_MAP_END: Final[Any] = yaml.MappingEndEvent
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_ODD_KEYS: Final = _NULLS | {"<<"}


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


def unpack(packed: int) -> Place:
    """(line, column), both from 1, of a mark."""
    return (packed >> 24) + 1, (packed & 0xFFFFFF) + 1


class _Builder:
    """Builds plain data from the C parser's events, one array of marks a container.

    The two loops repeat what could be shared, because a call for every value doubles the cost of a cold start.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.marks: dict[int, array[int]] = {}
        self.problems: list[Problem] = []
        self.root: Place = (1, 1)
        self.room = MAX_NODES
        self.next: Callable[[], Any] = lambda: None

    def build(self, text: str) -> Any:
        """The data; None for an empty file."""
        self.next = yaml.CSafeLoader(text).get_event
        self.next()
        if type(self.next()) is yaml.StreamEndEvent:
            return None
        event: Any = self.next()
        self.root = _place(event)
        data = self.value(event, 0)
        self.next()
        event = self.next()
        if type(event) is not yaml.StreamEndEvent:
            raise self.stop(event, "a second document starts here", "one document a file: remove the `---`")
        return data

    def note(self, at: Place, message: str, hint: str = "") -> None:
        """Add a problem; past a hundred, stop reading."""
        self.problems.append(Problem(self.path, at[0], at[1], message, hint))
        if len(self.problems) >= MAX_PROBLEMS:
            raise _Stop

    def stop(self, event: Any, message: str, hint: str) -> _Stop:
        """A problem after which nothing can be read."""
        self.note(_place(event), message, hint)
        return _Stop()

    def value(self, event: Any, depth: int) -> Any:
        """The value that starts with this event."""
        kind = type(event)
        if kind is yaml.AliasEvent:
            raise self.stop(event, f"aliases (`*{one_line(event.anchor, 40)}`) are not allowed", "write the value out")
        if event.anchor:
            hint = "write the value where it is needed"
            raise self.stop(event, f"anchors (`&{one_line(event.anchor, 40)}`) are not allowed", hint)
        if event.tag:
            raise self.stop(
                event, f"tags (`{one_line(event.tag, 40)}`) are not allowed", "remove it: values are plain text"
            )
        if kind is _SCALAR:
            return None if event.value in _NULLS and event.implicit[0] else event.value
        if depth >= MAX_DEPTH:
            raise self.stop(event, f"nested deeper than {MAX_DEPTH} levels", "flatten it")
        return self.mapping(event, depth + 1) if kind is _MAP_START else self.sequence(event, depth + 1)

    def mapping(self, start: Any, depth: int) -> dict[str, Any]:
        """A mapping up to its end."""
        node: dict[str, Any] = {}
        marks = array("Q")
        put, get = marks.append, self.next
        for _ in range(self.room):
            event = get()
            if type(event) is _MAP_END:
                break
            if type(event) is not _SCALAR or event.anchor or event.tag:
                self.refuse_key(event, depth)
                continue
            key = event.value
            if (key in _ODD_KEYS or key in node) and self.refused(event, node, depth):
                continue
            mark = event.start_mark
            put(mark.line << 24 | mark.column)
            event = get()
            mark = event.start_mark
            put(mark.line << 24 | mark.column)
            if type(event) is _SCALAR and not event.anchor and not event.tag:
                value = event.value
                node[key] = None if value in _NULLS and event.implicit[0] else value
            else:
                node[key] = self.value(event, depth)
        self.close(start, node, marks)
        return node

    def sequence(self, start: Any, depth: int) -> list[Any]:
        """A list up to its end."""
        node: list[Any] = []
        marks = array("Q")
        put, add, get = marks.append, node.append, self.next
        for _ in range(self.room):
            event = get()
            if type(event) is _LIST_END:
                break
            mark = event.start_mark
            put(mark.line << 24 | mark.column)
            if type(event) is _SCALAR and not event.anchor and not event.tag:
                value = event.value
                add(None if value in _NULLS and event.implicit[0] else value)
            else:
                add(self.value(event, depth))
        self.close(start, node, marks)
        return node

    def close(self, start: Any, node: Any, marks: "array[int]") -> None:
        """Keep a container's marks; stop where the file holds too much."""
        self.room -= len(marks) + 1
        if self.room <= 0:
            raise self.stop(start, f"more than {MAX_NODES:,} values", "split the file")
        self.marks[id(node)] = marks

    def refuse_key(self, event: Any, depth: int) -> None:
        """Note a key that is no plain text, and leave out what it stands for."""
        at = _place(event)
        self.value(event, depth)
        self.note(at, "a key must be plain text", "quote it, or mend the `:` or braces here")
        self.value(self.next(), depth)

    def refused(self, event: Any, node: dict[str, Any], depth: int) -> bool:
        """Whether a key is empty, a merge key or stands twice; its value is then left out."""
        key, at = event.value, _place(event)
        if key in node:
            self.note(at, f"the key `{one_line(key, 40)}` stands twice in this mapping", "keep one of them")
        elif not event.implicit[0]:
            return False
        elif key == "<<":
            self.note(at, "merge keys (`<<`) are not allowed", "write the fields out")
        else:
            self.note(at, "a key must be plain text", "quote it, or mend the `:` or braces here")
        self.value(self.next(), depth)
        return True


# What the C parser says, what it means, and what to do.
_MEANINGS: Final = (
    ("mapping values are not allowed", "a `: ` is not allowed here", "put the text in quotes, or begin a new line"),
    ("that cannot start any token", "nothing can start with this character", "put the text in quotes"),
    ("could not find expected ':'", "a key without its `:`", "write `key: value`, or indent the text above"),
    ("did not find expected ',' or", "the list or mapping in brackets goes wrong here", "look for a `,` or a bracket"),
    ("expected node content", "a value is missing here", "write it, or remove the `,`, `:` or `-`"),
    ("did not find expected key", "this does not line up with the lines above", "look at the indentation and quotes"),
    ("did not find expected '-'", "this does not line up with the list above", "start each entry with `- `"),
    ("expected <document start>", "this does not belong to what is above", "look at the indentation"),
    ("unexpected end of stream", "something is left open up to the end", "close the quote or the bracket"),
    ("unknown escape character", "this `\\` escape is not known", "use single quotes, or write `\\\\`"),
    ("block sequence entries are not allowed", "a list cannot start here", "begin it on a new line"),
    # PyYAML's own bound, which some versions meet before ours.
    ("maximum nesting depth", f"nested deeper than {MAX_DEPTH} levels", "flatten it"),
)


def _explain(told: str, text: str, at: Place) -> tuple[str, str]:
    lines = text.splitlines()
    line = lines[at[0] - 1] if at[0] <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "a tab in the indentation", "indent with spaces"
    for sign, meaning, hint in _MEANINGS:
        if sign in told:
            return meaning, hint
    return f"this is not valid YAML: {told}", "look at the indentation, the quotes and the `: ` here"
