"""What a record's fields expect, in plain words: for messages, for editors and for reading records back from JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Literal, get_args, get_origin

_WORDS = {str: "a text", int: "a whole number", float: "a number", bool: "yes or no", date: "a date like 2026-11-30"}


@cache
def fields_of(record: Any) -> dict[str, Field[Any]]:
    """A record's fields by name."""
    return {field.name: field for field in fields(record)}


@cache
def required(record: Any) -> tuple[str, ...]:
    """The fields that must be written."""
    every = fields_of(record).values()
    return tuple(f.name for f in every if f.default is MISSING and f.default_factory is MISSING)


def describe(kind: Any) -> str:
    """`a text`, `one of a, b`, `a list of texts`: what a field of this type expects."""
    if is_dataclass(kind):
        return "a mapping with " + ", ".join(required(kind)) if isinstance(kind, type) else "a mapping"
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return "one of " + ", ".join(map(str, choices(kind)))
    if origin is tuple:
        return f"a list, each {describe(inner[0])}" if is_dataclass(inner[0]) else f"a list of {_many(inner[0])}"
    if origin is dict:
        return f"a mapping of names to {_many(inner[1])}"
    if origin is UnionType:
        return describe(inner[0])
    return _WORDS.get(kind, "a value")


def _many(kind: Any) -> str:
    if is_dataclass(kind):
        return "mappings"
    one_of = describe(kind)
    return {"a text": "texts", "a whole number": "whole numbers", "a number": "numbers"}.get(one_of, one_of)


def choices(kind: Any) -> tuple[Any, ...]:
    """The values that a Literal allows."""
    return get_args(kind)


def type_at(kind: Any, steps: Sequence[str | int]) -> Any:
    """The type of the value that `steps` lead to inside a record or list; None where there is no such field."""
    for step in steps:
        kind = _inside(kind, step)
    return kind


def _inside(kind: Any, step: str | int) -> Any:
    if isinstance(kind, type) and is_dataclass(kind):
        field = fields_of(kind).get(str(step))
        return field.type if field else None
    inner = get_args(kind)
    if get_origin(kind) is tuple:
        return inner[0]
    return inner[1] if get_origin(kind) is dict else None


def rebuild(kind: Any, value: Any) -> Any:
    """A value read from JSON as the type it was written from; no validation, so only for our own JSON."""
    return _builder(kind)(value)


@cache
def _builder(kind: Any) -> Any:
    """A function from JSON data to `kind`."""
    if isinstance(kind, type) and is_dataclass(kind):
        return _record_builder(kind)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        one = _builder(inner[0])
        return tuple if one is _same else lambda value: tuple(map(one, value))
    if origin is dict:
        one = _builder(inner[1])
        return dict if one is _same else lambda value: {key: one(entry) for key, entry in value.items()}
    if origin is UnionType:
        one = _builder(inner[0])
        return lambda value: None if value is None else one(value)
    return date.fromisoformat if kind is date else _same


def _same(value: Any) -> Any:
    return value


def _record_builder(record: Any) -> Any:
    types: dict[str, Any] = {name: field.type for name, field in fields_of(record).items()}
    makers = {name: _builder(kind) for name, kind in types.items()}

    def build(value: Mapping[str, Any]) -> Any:
        return record(**{name: makers[name](entry) for name, entry in value.items()})

    return build
