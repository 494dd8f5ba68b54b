"""Texts, lists and mappings as YAML a person would write: plain where every reader agrees, else quoted or a block."""

import json
import re
from collections.abc import Mapping, Sequence
from textwrap import wrap
from typing import Any, Final

Value = str | None | Sequence[Any] | Mapping[str, Any]

_WIDTH: Final = 104
_PLAIN: Final = re.compile(r"[^\W_][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*")
_CLEAN: Final = re.compile("[\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*")


def written(value: Value, indent: int = 0) -> str:
    """A mapping or list as block YAML, every line indented by `indent` spaces."""
    return "".join(f"{' ' * indent}{line}\n" if line else "\n" for line in _lines(value))


class OnOneLine(str):
    """A text to be written in quotes on one line."""


def forms(value: Any) -> list[Any]:
    """A value as it is best read, then on single lines: a block could swallow a comment that follows it."""
    return [value, _on_one_line(value)]


def _on_one_line(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _on_one_line(entry) for key, entry in value.items()}
    if value is None or isinstance(value, str):
        return value if value is None else OnOneLine(value)
    return [_on_one_line(entry) for entry in value]


def _lines(value: Any) -> list[str]:
    """A value as the lines of a block."""
    if value is None or isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return [line for key, entry in value.items() for line in _pair(key, entry)] or ["{}"]
    return [line for entry in value for line in _dashed(entry)] or ["[]"]


def _pair(key: str, value: Any) -> list[str]:
    name = key_text(key)
    if value is None or isinstance(value, str):
        head, *body = scalar(value)
        return [f"{name}: {head}", *(f"  {line}" if line else "" for line in body)]
    if not value:
        return [f"{name}: {'{}' if isinstance(value, Mapping) else '[]'}"]
    if all(isinstance(entry, str) and _inline(entry) for entry in value) and not isinstance(value, Mapping):
        line = f"{name}: [{', '.join(value)}]"
        if len(line) <= _WIDTH:
            return [line]
    return [f"{name}:", *(f"  {line}" if line else "" for line in _lines(value))]


def _dashed(value: Any) -> list[str]:
    if value is None or isinstance(value, str):
        head, *body = scalar(value)
        return [f"- {head}", *(f"  {line}" if line else "" for line in body)]
    head, *rest = _lines(value)
    return [f"- {head}", *(f"  {line}" if line else "" for line in rest)]


def flow(value: Value) -> str:
    """A value on one line, for places in brackets."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return value if _inline(value) else _quoted(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key_text(key)}: {flow(entry)}" for key, entry in value.items()) + "}"
    return "[" + ", ".join(flow(entry) for entry in value) + "]"


def key_text(key: str) -> str:
    """A key, quoted unless it is a plain word."""
    return key if re.fullmatch(r"[A-Za-z][\w-]*", key) and _is_plain(key) else _quoted(key)


def _inline(entry: str) -> bool:
    return bool(re.fullmatch(r"[\w.%-]+", entry)) and _is_plain(entry) and len(entry) < 60


def scalar(value: str | None) -> list[str]:
    """A text as YAML: its first line, and the lines of its block if it has one."""
    if value is None:
        return ["null"]
    if isinstance(value, OnOneLine) or not _CLEAN.fullmatch(value.replace("\n", "")) or "\t" in value:
        return [value if _is_plain(value) and len(value) < _WIDTH else _quoted(value)]
    lines = value.split("\n")
    if len(lines) > 1:
        fits = lines[0][:1] not in ("", " ") and all(line == line.rstrip(" ") for line in lines) and lines[-1]
        return ["|-", *lines] if fits else [_quoted(value)]
    if len(value) > _WIDTH - 16 and value == " ".join(value.split(" ")) == value.strip():
        folded = wrap(value, _WIDTH - 8, break_long_words=False, break_on_hyphens=False)
        if " ".join(folded) == value:
            return [">-", *folded]
    return [value if _is_plain(value) else _quoted(value)]


def _is_plain(value: str) -> bool:
    if not _PLAIN.fullmatch(value) or value != value.strip() or value in ("null", "Null", "NULL"):
        return False
    return ": " not in value and " #" not in value and not value.endswith(":")


def _quoted(value: str) -> str:
    """Double quotes; characters the reader does not take are written as escapes."""
    return "".join(
        char if _CLEAN.fullmatch(char) and char != "\t" else _escape(char)
        for char in json.dumps(value, ensure_ascii=False)
    )


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\U{code:08x}" if code > 0xFFFF else f"\\u{code:04x}"
