"""The validator's findings in plain sentences, each at the place in the file where it is wrong."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from coach.errors import Problem
from coach.packs import shape
from coach.text import did_you_mean, one_line
from coach.yamlfile import Document, Step


class Finding(NamedTuple):
    """One finding of the validator: its kind, the steps to it from the file's root, and the value found there."""

    kind: str
    steps: tuple[Step, ...]
    value: Any


def finding(error: Mapping[str, Any], root: tuple[Step, ...]) -> Finding:
    """A finding from one entry of pydantic's `errors()`; steps that only name a branch of a type are left out."""
    steps = tuple(step for step in error["loc"] if not _is_branch(step))
    return Finding(error["type"], (*root, *steps), error["input"])


def _is_branch(step: Step) -> bool:
    return isinstance(step, str) and (step == "[key]" or step.startswith(("literal[", "constrained-")))


def sentence(document: Document, found: Finding, kind: Any, root: int) -> Problem:
    """The problem to show; `kind` is the type expected at the first `root` steps."""
    expected = shape.type_at(kind, found.steps[root:])
    name = str(found.steps[-1]) if found.steps else ""
    if found.kind == "missing":
        return document.problem(found.steps, f"the key `{name}` is missing", f"expected {shape.describe(expected)}")
    if found.kind == "unexpected_keyword_argument":
        return _unknown_key(document, found, shape.type_at(kind, found.steps[root:-1]))
    return document.problem(found.steps, *_wrong_value(found, expected))


def _unknown_key(document: Document, found: Finding, record: Any) -> Problem:
    known = tuple(shape.fields_of(record)) if isinstance(record, type) else ()
    name = str(found.steps[-1])
    hint = did_you_mean(name, known) or "known keys: " + ", ".join(known)
    return document.problem(found.steps, f"unknown key `{one_line(name, 40)}`", hint, key=True)


def _wrong_value(found: Finding, expected: Any) -> tuple[str, str]:
    hint = f"expected {shape.describe(expected)}"
    if found.kind == "literal_error" and isinstance(found.value, str):
        near = did_you_mean(found.value, map(str, shape.choices(expected)))
        hint = f"{hint}; {near}" if near else hint
    return f"{_name(found.steps)}{_seen(found.value)}", hint


def _name(steps: tuple[Step, ...]) -> str:
    named = [step for step in steps if isinstance(step, str)]
    return f"`{one_line(named[-1], 40)}` " if named else ""


def _seen(value: Any) -> str:
    if value is None:
        return "is empty"
    if isinstance(value, str):
        return f"is “{one_line(value, 40)}”"
    return "is a list" if isinstance(value, list) else "is a mapping"
