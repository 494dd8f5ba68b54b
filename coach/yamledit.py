"""Changing one value of a YAML text and nothing else: every byte outside it, comments and order included, stays.

The text is spliced at the places the parser reports instead of being written anew; the result is read again and
compared before it is handed back, so that an edit either does exactly what was asked or is refused.
"""

import json
import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from textwrap import wrap
from typing import Any, Final, NamedTuple

import yaml

from coach.errors import InputFault
from coach.yamlparse import parse

Step = str | int
Value = str | Sequence[Any] | Mapping[str, Any]

_WIDTH: Final = 104
_PLAIN: Final = re.compile(r"[^\W_][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*")
_CLEAN: Final = re.compile("[\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]*")
_HEADER: Final = re.compile(r"[|>][-+0-9]*[ \t]*(#[^\n]*)?")


class Splice(NamedTuple):
    """Replace `start` to `end` of a text."""

    start: int
    end: int
    new: str


def with_value(text: str, steps: tuple[Step, ...], value: Value, path: str) -> str:
    """The text with the value at `steps` replaced, or added as the last key of its mapping; InputFault if it cannot."""
    parent, key = _node(text, steps[:-1], path), steps[-1]
    if not isinstance(parent, yaml.MappingNode):
        raise _refused(path, "this is not a mapping")
    old = next((node for name, node in parent.value if name.value == key), None)
    return _first_right(text, [_set(text, parent, str(key), old, form) for form in _forms(value)], steps, value, path)


def with_entry(text: str, steps: tuple[Step, ...], value: Value, path: str) -> str:
    """The text with an entry added at the end of the list at `steps`; a missing or empty list is begun."""
    parent = _node(text, steps[:-1], path)
    items = next((node for name, node in parent.value if name.value == steps[-1]), None)
    if not isinstance(items, yaml.SequenceNode) or not items.value:
        return with_value(text, steps, [value], path)
    ways = [_append(text, items, form) for form in _forms(value)]
    return _first_right(text, ways, (*steps, len(items.value)), value, path)


def written(value: Value, indent: int = 0) -> str:
    """A mapping or list as block YAML, every line indented by `indent` spaces."""
    return "".join(f"{' ' * indent}{line}\n" if line else "\n" for line in _lines(value))


def _set(text: str, parent: yaml.MappingNode, key: str, old: yaml.Node | None, value: Value) -> list[Splice]:
    if parent.flow_style or not parent.value:
        return _set_flow(text, parent, key, old, value)
    indent = parent.value[0][0].start_mark.column
    if old is None:
        end = _after(text, parent)
        return [Splice(end, end, _broken(text, end) + written({key: value}, indent))]
    if isinstance(value, str):
        return _set_text(text, old, value, indent)
    _, _, rest = written({key: value}, indent).partition(":")
    return [Splice(old.start_mark.index, _end(text, old), _glue(text, old) + rest.lstrip(" ").rstrip("\n"))]


def _set_text(text: str, old: yaml.Node, value: str, indent: int) -> list[Splice]:
    head, *body = _scalar(value)
    start, end = old.start_mark.index, _end(text, old)
    if isinstance(old, yaml.ScalarNode) and old.style in ("|", ">"):
        header = _HEADER.match(text, start)
        comment = header.group(1) if header else None
        head += f"  {comment}" if comment else ""
    glue = _glue(text, old)
    block = "".join(f"\n{' ' * (indent + 2)}{line}" if line else "\n" for line in body)
    if not block or "\n" in text[start:end] or (isinstance(old, yaml.ScalarNode) and old.style in ("|", ">")):
        return [Splice(start, end, glue + head + block)]
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    return [Splice(start, end, glue + head), Splice(stop, stop, block)]


def _set_flow(text: str, parent: yaml.MappingNode, key: str, old: yaml.Node | None, value: Value) -> list[Splice]:
    if not parent.flow_style:
        raise _refused("", "an empty mapping cannot be added to")
    inline = _flow(value)
    if old is not None:
        return [Splice(old.start_mark.index, _end(text, old), _glue(text, old) + inline)]
    end = _end(text, parent.value[-1][1]) if parent.value else parent.start_mark.index + 1
    return [Splice(end, end, (", " if parent.value else "") + f"{_key(key)}: {inline}")]


def _append(text: str, items: yaml.SequenceNode, value: Value) -> list[Splice]:
    if items.flow_style:
        end = _end(text, items.value[-1])
        return [Splice(end, end, f", {_flow(value)}")]
    end = _after(text, items)
    return [Splice(end, end, _broken(text, end) + written([value], items.start_mark.column))]


def _glue(text: str, old: yaml.Node) -> str:
    """A space where an empty value stands right after its colon."""
    at = old.start_mark.index
    return " " if at and text[at - 1] == ":" else ""


def _broken(text: str, end: int) -> str:
    return "" if end == 0 or text[end - 1] == "\n" else "\n"


def _end(text: str, node: Any) -> int:
    """Where a node's own text ends; the parser lets block nodes run on over comments to the next token."""
    if isinstance(node, yaml.ScalarNode):
        end = node.end_mark.index
        return len(text[:end].rstrip(" \n")) if node.style in ("|", ">") else end
    if node.flow_style:
        return int(node.end_mark.index)
    last = node.value[-1] if node.value else None
    if last is None:
        return int(node.start_mark.index)
    return _end(text, last[1] if isinstance(last, tuple) else last)


def _after(text: str, node: yaml.Node) -> int:
    """The start of the line after a block node, past a comment on its last line."""
    stop = text.find("\n", _end(text, node))
    return len(text) if stop < 0 else stop + 1


def _node(text: str, steps: Sequence[Step], path: str) -> Any:
    parsed = parse(text, path)
    if parsed.problems:
        raise InputFault(f"{path} cannot be changed before it is mended.", parsed.problems)
    node: Any = yaml.compose(text, Loader=yaml.CSafeLoader)
    for step in steps:
        node = _child(node, step)
        if node is None:
            raise _refused(path, f"there is nothing at {'.'.join(map(str, steps))}")
    return node


def _child(node: Any, step: Step) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None


def _refused(path: str, why: str) -> InputFault:
    return InputFault(f"{path} was not changed: {why}.", hint="Change it in your editor.")


class _OnOneLine(str):
    """A text to be written in quotes on one line."""


def _forms(value: Any) -> list[Any]:
    """A value as it is best read, then on single lines: a block could swallow a comment that follows it."""
    return [value, _on_one_line(value)]


def _on_one_line(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _on_one_line(entry) for key, entry in value.items()}
    return _OnOneLine(value) if isinstance(value, str) else [_on_one_line(entry) for entry in value]


def _first_right(text: str, ways: Sequence[list[Splice]], steps: tuple[Step, ...], value: Value, path: str) -> str:
    """The first spliced text that reads back as the old data with just this value changed."""
    wanted = _changed(parse(text, path).data, steps, value)
    for splices in ways:
        made = text
        for splice in reversed(splices):
            made = made[: splice.start] + splice.new + made[splice.end :]
        again = parse(made, path)
        if not again.problems and again.data == wanted:
            return made
    raise _refused(path, "the change could not be made without touching something else")


def _changed(data: Any, steps: tuple[Step, ...], value: Value) -> Any:
    wanted = deepcopy(data)
    place = wanted
    for step in steps[:-1]:
        place = place[step]
    if isinstance(place, list):
        place.append(_plain(value))
    else:
        place[steps[-1]] = _plain(value)
    return wanted


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(entry) for key, entry in value.items()}
    return value if isinstance(value, str) else [_plain(entry) for entry in value]


def _lines(value: Any) -> list[str]:
    """A value as the lines of a block."""
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, Mapping):
        return [line for key, entry in value.items() for line in _pair(key, entry)] or ["{}"]
    return [line for entry in value for line in _dashed(entry)] or ["[]"]


def _pair(key: str, value: Any) -> list[str]:
    name = _key(key)
    if isinstance(value, str):
        head, *body = _scalar(value)
        return [f"{name}: {head}", *(f"  {line}" if line else "" for line in body)]
    if not value:
        return [f"{name}: {'{}' if isinstance(value, Mapping) else '[]'}"]
    if all(isinstance(entry, str) and _inline(entry) for entry in value) and not isinstance(value, Mapping):
        line = f"{name}: [{', '.join(value)}]"
        if len(line) <= _WIDTH:
            return [line]
    return [f"{name}:", *(f"  {line}" if line else "" for line in _lines(value))]


def _dashed(value: Any) -> list[str]:
    if isinstance(value, str):
        head, *body = _scalar(value)
        return [f"- {head}", *(f"  {line}" if line else "" for line in body)]
    head, *rest = _lines(value)
    return [f"- {head}", *(f"  {line}" if line else "" for line in rest)]


def _flow(value: Value) -> str:
    """A value on one line, for places in brackets."""
    if isinstance(value, str):
        return value if _inline(value) else _quoted(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {_flow(entry)}" for key, entry in value.items()) + "}"
    return "[" + ", ".join(_flow(entry) for entry in value) + "]"


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z][\w-]*", key) and _is_plain(key) else _quoted(key)


def _inline(entry: str) -> bool:
    return bool(re.fullmatch(r"[\w-]+", entry)) and _is_plain(entry) and len(entry) < 60


def _scalar(value: str) -> list[str]:
    """A text as YAML: its first line, and the lines of its block if it has one."""
    if isinstance(value, _OnOneLine) or not _CLEAN.fullmatch(value.replace("\n", "")) or "\t" in value:
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
