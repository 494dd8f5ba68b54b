"""Changing one value of a YAML text and nothing else: every byte outside it, comments and order included, stays.

The text is spliced at the places the parser reports instead of being written anew; the result is read again and
compared before it is handed back, so that an edit either does exactly what was asked or is refused.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, Final, NamedTuple

import yaml

from coach.errors import InputFault
from coach.yamlparse import parse
from coach.yamlwrite import Value, flow, forms, key_text, scalar, written

Step = str | int
Steps = tuple[Step, ...]
_HEADER: Final = re.compile(r"[|>][-+0-9]*[ \t]*(#[^\n]*)?")
_DEEP: Final = re.compile(r"( *)#[^\n]*(?:\n|\Z)")


class Splice(NamedTuple):
    """Replace `start` to `end` of a text."""

    start: int
    end: int
    new: str


def with_value(text: str, steps: Steps, value: Value, path: str) -> str:
    """The text with the value at `steps` replaced, or added as the last key of its mapping; InputFault if it cannot."""
    parent, key = _node(text, steps[:-1], path), steps[-1]
    if isinstance(parent, yaml.SequenceNode) and isinstance(key, int) and key < len(parent.value):
        ways = [_set_entry(text, parent.value[key], form) for form in forms(value)]
        return _first_right(text, ways, steps, value, path)
    if not isinstance(parent, yaml.MappingNode):
        raise _refused(path, "this is not a mapping")
    old = next((node for name, node in parent.value if name.value == key), None)
    return _first_right(text, [_set(text, parent, str(key), old, form) for form in forms(value)], steps, value, path)


def with_entry(text: str, steps: Steps, value: Value, path: str) -> str:
    """The text with an entry added at the end of the list at `steps`; a missing or empty list is begun."""
    parent = _node(text, steps[:-1], path)
    items = _child(parent, steps[-1])
    if not isinstance(items, yaml.SequenceNode) or not items.value:
        return with_value(text, steps, [value], path)
    ways = [_append(text, items, form) for form in forms(value)]
    return _first_right(text, ways, (*steps, len(items.value)), value, path)


def with_data(text: str, old: Any, new: Any, path: str, whole: frozenset[str] = frozenset()) -> str:
    """The text of `old` made the text of `new`, value by value; a key that is gone becomes null.

    A mapping under a name in `whole` is one value: it is replaced where its keys are others.
    """
    for steps, value in _apart(old, new, (), whole):
        at = steps[-1]
        if isinstance(at, int) and at >= len(_node(text, steps[:-1], path).value):
            text = with_entry(text, steps[:-1], value, path)
        else:
            text = with_value(text, steps, value, path)
    return text


def _apart(old: Any, new: Any, steps: Steps, whole: frozenset[str]) -> Iterator[tuple[Steps, Value]]:
    """The smallest values that differ, with their places; the entries that are more come last."""
    if old == new:
        return
    if (
        isinstance(old, dict)
        and isinstance(new, dict)
        and not (steps and steps[-1] in whole and old.keys() != new.keys())
    ):
        for key in dict.fromkeys((*old, *new)):
            yield from _apart(old.get(key), new.get(key), (*steps, key), whole)
    elif isinstance(old, list) and isinstance(new, list) and old and len(old) <= len(new):
        for at, entry in enumerate(new):
            yield from _apart(old[at], entry, (*steps, at), whole) if at < len(old) else [((*steps, at), entry)]
    else:
        yield steps, new


def _set_entry(text: str, old: yaml.Node, value: Value) -> list[Splice]:
    """One entry of a list in its place; a block keeps its column."""
    if old.start_mark.line == old.end_mark.line or not isinstance(value, Mapping):
        return [Splice(old.start_mark.index, _end(text, old), _glue(text, old) + flow(value))]
    return [Splice(old.start_mark.index, _end(text, old), written(value, old.start_mark.column).strip())]


def _set(text: str, parent: yaml.MappingNode, key: str, old: yaml.Node | None, value: Value) -> list[Splice]:
    if parent.flow_style or not parent.value:
        return _set_flow(text, parent, key, old, value)
    indent = parent.value[0][0].start_mark.column
    if old is None:
        end = _after(text, parent)
        return [Splice(end, end, _broken(text, end) + written({key: value}, indent))]
    if value is None or isinstance(value, str):
        return _set_text(text, old, value, indent)
    if getattr(old, "flow_style", False):
        return [Splice(old.start_mark.index, _end(text, old), flow(value))]
    _, _, rest = written({key: value}, indent).partition(":")
    return [Splice(old.start_mark.index, _end(text, old), _glue(text, old) + rest.lstrip(" ").rstrip("\n"))]


def _set_text(text: str, old: yaml.Node, value: str | None, indent: int) -> list[Splice]:
    head, *body = scalar(value)
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
    inline = flow(value)
    if old is not None:
        return [Splice(old.start_mark.index, _end(text, old), _glue(text, old) + inline)]
    end = _end(text, parent.value[-1][1]) if parent.value else parent.start_mark.index + 1
    return [Splice(end, end, (", " if parent.value else "") + f"{key_text(key)}: {inline}")]


def _append(text: str, items: yaml.SequenceNode, value: Value) -> list[Splice]:
    if items.flow_style:
        end = _end(text, items.value[-1])
        return [Splice(end, end, f", {flow(value)}")]
    end = _past_comments(text, _after(text, items), items.start_mark.column)
    return [Splice(end, end, _broken(text, end) + written([value], items.start_mark.column))]


def _past_comments(text: str, at: int, column: int) -> int:
    """Past the comment lines that stand further in than a list's dashes: they belong to its last entry."""
    while (line := _DEEP.match(text, at)) and len(line.group(1)) > column:
        at = line.end()
    return at


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


def _first_right(text: str, ways: Sequence[list[Splice]], steps: Steps, value: Value, path: str) -> str:
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


def _changed(data: Any, steps: Steps, value: Value) -> Any:
    wanted = deepcopy(data)
    place = wanted
    for step in steps[:-1]:
        place = place[step]
    if isinstance(place, list) and steps[-1] == len(place):
        place.append(_plain(value))
    else:
        place[steps[-1]] = _plain(value)
    return wanted


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(entry) for key, entry in value.items()}
    return value if value is None or isinstance(value, str) else [_plain(entry) for entry in value]
