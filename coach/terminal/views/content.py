"""Packs on the screen: a list of items, an item with everything in it, counts, problems."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, Final

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from coach.errors import Problem
from coach.packs.model import Item
from coach.packs.stats import Covered, Stats
from coach.text import neutral, one_line, plural

_JOINED: Final = ("source", "tags", "competencies", "formerly", "shows", "rubrics", "prerequisites", "must_have")
_LAST: Final = ("source", "tags", "competencies", "formerly")


def listing(rows: Iterable[tuple[str, str, str]], width: int) -> Group:
    """(kind, id, title) rows under a heading for each kind, one line each."""
    lines: list[Text] = []
    last = ""
    for kind, name, title in rows:
        if kind != last:
            lines.append(Text(kind, style="bold"))
            last = kind
        lines.append(Text(f"  {one_line(name):<36} {one_line(title, max(width - 39, 20))}", no_wrap=True))
    return Group(*lines) if lines else Group(Text("No items."))


def card(kind: str, item: Item) -> Group:
    """An item: its id and kind, then every field that says something."""
    rows: list[Any] = [Text.assemble((neutral(item.id), "bold"), (f"  {kind}", "dim"))]
    names = [field.name for field in fields(item) if field.name != "id"]
    for name in sorted(names, key=lambda one: one in _LAST):
        value = getattr(item, name)
        if value not in ("", (), None, {}):
            rows.append(_field(name, value))
    return Group(*rows, Text(""))


def _field(name: str, value: Any) -> Any:
    label = name.replace("_", " ").capitalize()
    style = "dim" if name in _LAST else ""
    if name in _JOINED or not isinstance(value, (tuple, dict)):
        text = ", ".join(value) if isinstance(value, tuple) else _scalar(value)
        return Text.assemble((f"{label}: ", "bold"), (neutral(text), style))
    return Group(
        Text(f"{label}:", style="bold"), *(Padding(Text(line), (0, 0, 0, 2), expand=False) for line in _lines(value))
    )


def _lines(value: Sequence[Any] | Mapping[str, Any]) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from (neutral(f"{name}: {_said(one)}") for name, one in value.items())
    else:
        yield from (neutral(f"- {_said(one)}") for one in value)


def _said(value: Any) -> str:
    if is_dataclass(value):
        found = {field.name: getattr(value, field.name) for field in fields(value)}
        return " · ".join(_part(name, one) for name, one in found.items() if one not in ("", (), None, {}))
    return _scalar(value)


def _part(name: str, value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_scalar(one)}" for key, one in value.items())
    if isinstance(value, tuple):
        return ", ".join(value)
    return _scalar(value) if isinstance(value, str) else f"{name} {_scalar(value)}"


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


def wrong(problems: Iterable[Problem]) -> Group:
    """Problems under the item they belong to."""
    return Group(*(Text(neutral(f"! line {one.line}: {one.message} ({one.hint})")) for one in problems))


def statistics(found: Stats) -> Group:
    """Counts by kind, competency and round, then what each round of each loop has."""
    head = f"{', '.join(found.packs)}: {plural(found.items, 'item')}, {found.words:,} words, "
    head += f"{plural(found.sources, 'source')}, {found.grade:.1f} years of school to read"
    parts: list[Any] = [Text(neutral(head), style="bold")]
    for label, counts in (("Kinds", found.kinds), ("Competencies", found.competencies), ("Questions", found.rounds)):
        parts += [Text(""), Text(label, style="bold"), *_counts(counts)]
    if found.coverage:
        parts += [Text(""), Text("Rounds, with questions and items for each competency", style="bold")]
        parts += [Text(neutral(_covered(one))) for one in found.coverage]
    return Group(*parts)


def _counts(counts: Mapping[str, int]) -> list[Text]:
    return [Text(neutral(f"  {count:>5}  {name}")) for name, count in counts.items()] or [Text("      none")]


def _covered(one: Covered) -> str:
    items = ", ".join(f"{name} {count}" for name, count in one.items.items())
    return f"  {one.loop} · {one.round} ({one.kind}): {plural(one.questions, 'question')}; {items}"
