"""Answers from a file, from standard input, or one JSON object a line."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from coach.analysis.weights import KINDS
from coach.errors import InputFault, Problem, UsageFault

_MOST = 16 * 1024 * 1024


def read_answer(name: str, no_input: bool) -> str:
    """The text of a file, or of standard input for "-"; InputFault with the place of what is not UTF-8."""
    if name == "-":
        if sys.stdin.isatty():
            if no_input:
                raise UsageFault("There is no answer to analyse.", "Name a file, or pipe the answer in.")
            sys.stderr.write("Type or paste the answer; end it with Ctrl-D on an empty line.\n")
        raw = sys.stdin.buffer.read(_MOST + 1)
    else:
        raw = _read(name)
    if len(raw) > _MOST:
        raise InputFault(f"{called(name)} is larger than 16 MB.", hint="An answer is a few hundred words.")
    text = _decoded(raw, name)
    if not text.strip():
        raise InputFault(f"{called(name)} is empty.", hint="Write the answer into it first.")
    return text


def is_lines(text: str) -> bool:
    """Whether `text` is answers as JSON, one a line, and not the words of one."""
    try:
        first = json.loads(text.strip().split("\n", 1)[0])
    except ValueError:
        return False
    return isinstance(first, dict) and "text" in first


def called(name: str) -> str:
    """A file as it is named in a sentence."""
    return "Standard input" if name == "-" else name


def _read(name: str) -> bytes:
    path = Path(name)
    try:
        if path.exists() and not path.is_file():
            raise InputFault(f"{name} is not a regular file.", hint="Name a text file, or - for standard input.")
        with path.open("rb") as file:
            return file.read(_MOST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputFault(
            f"{name} cannot be read: {reason}.", hint="Name a text file, or - for standard input."
        ) from None


def _decoded(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        problem = Problem(name, line, column, "this is not UTF-8 text", "save the file as UTF-8")
        raise InputFault(f"{called(name)} cannot be read.", [problem]) from None


def stream(name: str, kind: str, judge: Callable[[str, str], dict[str, Any]]) -> None:
    """What `judge` finds in each line of `name`, a line for a line and at once; InputFault at the end for wrong lines.

    A wrong line gives {"id", "line", "error"}, so that results and lines keep their order.
    """
    faults: list[Problem] = []
    for number, line in enumerate(_lines(name), start=1):
        if not line.strip():
            continue
        result, fault = _line(line, kind, judge)
        if fault:
            faults.append(Problem(name, number, 1, fault, 'each line is {"id": …, "text": "…", "kind": "…"}'))
            result |= {"line": number, "error": fault}
        sys.stdout.write(json.dumps(result) + "\n")
        sys.stdout.flush()
    if faults:
        raise InputFault(f"{len(faults)} of the lines could not be analysed.", faults)


def _lines(name: str) -> Iterator[bytes]:
    if name == "-":
        yield from sys.stdin.buffer
        return
    try:
        with Path(name).open("rb") as file:
            yield from file
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputFault(f"{name} cannot be read: {reason}.", hint="Name a file, or - for standard input.") from None


def _line(line: bytes, kind: str, judge: Callable[[str, str], dict[str, Any]]) -> tuple[dict[str, Any], str]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {"id": None}, "this is not JSON in UTF-8"
    if not isinstance(row, dict):
        return {"id": None}, "this is not a JSON object"
    name = {"id": row.get("id")}
    text, asked = row.get("text"), row.get("kind") or kind
    if not isinstance(text, str):
        return name, "it has no text"
    if asked and asked not in KINDS:
        return name, f"there is no kind {str(asked)[:40]!r}; kinds: {' '.join(KINDS)}"
    return {**name, **judge(text, asked)}, ""
