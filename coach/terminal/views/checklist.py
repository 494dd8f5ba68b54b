"""The checklist: one row a task."""

from collections.abc import Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from coach.days import show_day
from coach.plan.checklist import Row
from coach.text import one_line, plural

_MARKS = {"done": "[x]", "started": "[~]", "missed": "[-]", "cut": "cut", "skipped": "skip"}


def checklist(rows: Sequence[Row], plain: bool) -> Any:
    """Number, state, minutes, when, title; plain rows are sentences."""
    if not rows:
        return Text("Nothing is left to do.")
    if plain:
        return Text("\n".join(_sentence(row) for row in rows))
    table = Table(box=None, pad_edge=False, header_style="dim", expand=True)
    table.add_column("#", width=3, justify="right", no_wrap=True)
    table.add_column("", width=4, no_wrap=True)
    table.add_column("min", width=4, justify="right", no_wrap=True)
    table.add_column("when", width=10, no_wrap=True)
    table.add_column("task", ratio=1, no_wrap=True, overflow="ellipsis")
    table.add_column("proof", width=5, no_wrap=True)
    for row in rows:
        mark = _MARKS.get(row.state, "[ ]")
        when = show_day(row.day) if row.day else row.state
        cells = (str(row.number), mark, str(row.minutes), when, one_line(row.title), row.proof)
        table.add_row(*map(Text, cells), style="dim" if row.state in ("done", "skipped") else "")
    return table


def _sentence(row: Row) -> str:
    when = f" on {show_day(row.day)}" if row.day else ""
    proof = f", {one_line(row.evidence)}" if row.evidence else ""
    return f"{row.number}: {one_line(row.title)}, {plural(row.minutes, 'minute')}, {row.state}{when}{proof}"
