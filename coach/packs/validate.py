"""Plain data from a document to records, with everything that is wrong as problems; the only user of the validator."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final, NamedTuple

from coach.errors import Problem
from coach.packs import shape
from coach.packs.wording import finding, sentence
from coach.yamlfile import Document, Step

# Beyond this many faults in one file or item nobody reads on, and a hostile file would cost memory.
MOST_PROBLEMS: Final = 100
_CHUNK: Final = 256


class Read(NamedTuple):
    """The records that are right, with their place in the list, and what is wrong with the others."""

    records: list[tuple[int, Any]]
    problems: list[Problem]


@cache
def _adapter(kind: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


@cache
def _list_adapter(kind: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[kind, ...])


def record(document: Document, kind: type, steps: tuple[Step, ...], data: Any) -> tuple[Any, list[Problem]]:
    """One record from the data at `steps`, or None and what is wrong."""
    from pydantic import ValidationError

    try:
        return _adapter(kind).validate_python(data), []
    except ValidationError as error:
        return None, list(_problems(document, error, kind, steps))


def records(document: Document, kind: type, steps: tuple[Step, ...], data: list[Any]) -> Read:
    """A list of records at `steps`: whole chunks at once, one by one where a chunk has faults."""
    from pydantic import ValidationError

    read = Read([], [])
    for start in range(0, len(data), _CHUNK):
        chunk = data[start : start + _CHUNK]
        try:
            read.records.extend(enumerate(_list_adapter(kind).validate_python(chunk), start))
        except ValidationError:
            _one_by_one(read, document, kind, steps, list(enumerate(chunk, start)))
        if len(read.problems) > MOST_PROBLEMS:
            break
    return read


def _one_by_one(
    read: Read, document: Document, kind: type, steps: tuple[Step, ...], chunk: list[tuple[int, Any]]
) -> None:
    for index, entry in chunk:
        value, problems = record(document, kind, (*steps, index), entry)
        read.problems.extend(problems)
        if not problems:
            read.records.append((index, value))


def _problems(document: Document, error: Any, kind: type, steps: tuple[Step, ...]) -> Iterator[Problem]:
    if error.error_count() > MOST_PROBLEMS:
        message = f"{error.error_count()} values here are wrong"
        yield document.problem(steps, message, f"expected {shape.describe(kind)}")
        return
    for entry in error.errors(include_url=False, include_context=False):
        yield sentence(document, finding(entry, steps), kind, len(steps))


def encode(kind: type, value: Any) -> bytes:
    """A record as JSON that `shape.rebuild` reads back."""
    encoded: bytes = _adapter(kind).dump_json(value)
    return encoded
