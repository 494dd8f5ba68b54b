"""Today's cards with their reasons, and the forecast of each round."""

from collections.abc import Sequence
from typing import Any

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from coach.days import show_day
from coach.practice.outlook import CardToday, RoundAhead
from coach.text import one_line, percent, plural

_NOTE = "A model's figures, from simulated learners rather than people; cards never seen count as 0."


def agenda(rows: Sequence[CardToday], due: int, most: int) -> Group:
    """How many are due, as today's screen says it; then the first `most` of today's, each with why now."""
    if not rows:
        return Group(
            Text(f"{_due(due)} Nothing is worth its seconds today. Practise something else: coach drill triads")
        )
    new = sum(row.new for row in rows)
    held = f"Today's minutes hold {plural(len(rows), 'card')}, {new} of them new; worth most first, due or not:"
    parts: list[Any] = [Text(f"{_due(due)} {held}")]
    for row in rows[:most]:
        parts += [Text(f"  {one_line(row.question, 76)}"), Padding(Text(one_line(row.why), style="dim"), (0, 0, 0, 4))]
    if len(rows) > most:
        parts.append(Text(f"  … and {len(rows) - most} more: coach due --all"))
    return Group(*parts, Text("Start: coach drill facts"))


def _due(due: int) -> str:
    return f"Due: {plural(due, 'card')} to repeat."


def forecast(rows: Sequence[RoundAhead], plain: bool) -> Group:
    """One row a round: plan kept, stopped today, ten minutes less and more."""
    if not rows:
        return Group(Text("No round ahead tests cards. Set rounds up with: coach setup"))
    return Group(_sentences(rows) if plain else _table(rows), Text(_NOTE, style="dim"))


def _sentences(rows: Sequence[RoundAhead]) -> Text:
    lines = [
        f"{one_line(row.title)}, {show_day(row.day)}, {plural(row.cards, 'card')}:"
        f" {percent(row.kept)} if you keep the plan, {percent(row.stopped)} if you stop today,"
        f" {percent(row.less)} with 10 minutes less a day, {percent(row.more)} with 10 more"
        for row in rows
    ]
    return Text("\n".join(lines))


def _table(rows: Sequence[RoundAhead]) -> Table:
    table = Table(box=None, header_style="dim", pad_edge=False, expand=True)
    table.add_column("round", ratio=1, no_wrap=True, overflow="ellipsis")
    table.add_column("day", width=10, no_wrap=True)
    for name in ("cards", "keep plan", "stop now", "-10 min", "+10 min"):
        table.add_column(name, justify="right", width=9, no_wrap=True)
    for row in rows:
        shares = (percent(share) for share in (row.kept, row.stopped, row.less, row.more))
        table.add_row(Text(one_line(row.title)), Text(show_day(row.day)), Text(str(row.cards)), *map(Text, shares))
    return table
