"""What was done, and how ready for the next round."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from coach.days import show_day
from coach.stats.readiness import Readiness
from coach.stats.summary import Summary
from coach.text import one_line, percent, plural


def stats(found: Summary) -> Text:
    """Totals, kinds, weeks."""
    if not found.answers:
        return Text("Nothing answered yet. Start with: coach drill")
    total = f"{plural(found.answers, 'answer')} to {plural(found.items, 'item')}"
    rows = [f"{total} on {plural(found.days, 'day')}, {found.minutes} min"]
    if found.kept is not None:
        rows.append(f"Still known on a later day: {percent(found.kept)}")
    rows.append("By kind: " + ", ".join(f"{kind} {count}" for kind, count in found.by_kind.items()))
    rows += [f"Week of {show_day(week)}: {plural(n, 'answer')}, {minutes} min" for week, n, minutes in found.by_week]
    return Text("\n".join(rows))


def ready(head: str, rows: Sequence[Readiness], titles: Mapping[str, str], behind: Sequence[str], plain: bool) -> Group:
    """One row a competency of the round; the thinnest heavy one is what to do next."""
    thin = next((row for row in rows if row.thin), None)
    parts: list[Any] = [Text(head), _sentences(rows, titles) if plain else _table(rows, titles)]
    parts += [Text(f"Real round, {one_line(line)}") for line in behind]
    if thin:
        parts.append(Text(f"Thinnest: {one_line(titles.get(thin.competency, thin.competency))}. Next: coach drill"))
    parts.append(Text("Evidence from your own answers; not a prediction of the result.", style="dim"))
    return Group(*parts)


def _table(rows: Sequence[Readiness], titles: Mapping[str, str]) -> Table:
    table = Table(box=None, header_style="dim", pad_edge=False, expand=True)
    table.add_column("competency", ratio=1, no_wrap=True, overflow="ellipsis")
    for name in ("weight", "recall", "cards", "takes", "score"):
        table.add_column(name, justify="right", width=8, no_wrap=True)
    for row in rows:
        cells = (
            percent(row.weight),
            _percent(row.recall),
            f"{row.seen}/{row.cards}",
            str(row.takes),
            _score(row.score),
        )
        table.add_row(Text(one_line(titles.get(row.competency, row.competency))), *map(Text, cells))
    return table


def _sentences(rows: Sequence[Readiness], titles: Mapping[str, str]) -> Text:
    return Text("\n".join(_sentence(row, one_line(titles.get(row.competency, row.competency))) for row in rows))


def _sentence(row: Readiness, name: str) -> str:
    known = f"recall {_percent(row.recall)}, {row.seen} of {row.cards} cards seen"
    return f"{name}, weight {percent(row.weight)}: {known}, {plural(row.takes, 'take')}, score {_score(row.score)}"


def _percent(share: float | None) -> str:
    return "-" if share is None else percent(share)


def _score(score: int | None) -> str:
    return "-" if score is None else str(score)
