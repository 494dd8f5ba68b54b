"""The cost table on screen: components, sums, and a word for each limit."""

from decimal import Decimal
from typing import Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from coach.money import show_amount
from coach.practice.design import Check
from coach.text import neutral, one_line


def design(found: Check, plain: bool) -> Group:
    """The table, its sums against the limits, the money, and the traps it falls into."""
    rows: list[Any] = [_plain_rows(found) if plain else _table(found), *_limits(found)]
    rows += [Text("  Trap: " + neutral(trap)) for trap in found.traps]
    return Group(*rows)


def _table(found: Check) -> Table:
    table = Table(box=None, header_style="dim", pad_edge=False, expand=True)
    table.add_column("component", ratio=1, no_wrap=True, overflow="ellipsis")
    for name in ("p50 ms", "p99.9 ms", "risk %"):
        table.add_column(name, justify="right", width=9, no_wrap=True)
    for row in found.rows:
        cells = (_number(row.p50_ms), _number(row.p999_ms), _number(row.risk_percent))
        table.add_row(Text(one_line(row.name)), *map(Text, cells))
    sums = (_number(found.p50_ms), _number(found.p999_ms), _number(found.risk_percent))
    table.add_row(Text("sum", style="bold"), *(Text(cell, style="bold") for cell in sums))
    return table


def _plain_rows(found: Check) -> Text:
    lines = [
        f"{one_line(row.name)}: {_number(row.p50_ms)} ms, {_number(row.p999_ms)} ms at p99.9,"
        f" {_number(row.risk_percent)} % risk"
        for row in found.rows
    ]
    return Text("\n".join(lines) or "No rows.")


def _limits(found: Check) -> list[Text]:
    limits, currency = found.limits, neutral(found.limits.currency)
    return [
        Text(f"  Median {_number(found.p50_ms)} of {_number(limits.sla_ms)} ms: {_word(found.median_fits)}"),
        Text(
            f"  p99.9  {_number(found.p999_ms)} of {_number(limits.sla_ms)} ms, tails summed: {_word(found.tail_fits)}"
        ),
        Text(
            f"  Risk   {_number(found.risk_percent)} of {_number(limits.risk_budget_percent)} %:"
            f" {_word(found.risk_fits)}; {currency} {show_amount(found.at_risk)} a day at stake, the budget is"
            f" {currency} {show_amount(found.budget_money)}"
        ),
    ]


def _word(fits: bool) -> str:
    return "fits" if fits else "DOES NOT FIT"


def _number(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def changed(before: Check, after: Check) -> Text:
    """The sums as they were and as they are now."""
    pairs = (
        ("Median", before.p50_ms, after.p50_ms, "ms"),
        ("p99.9", before.p999_ms, after.p999_ms, "ms"),
        ("Risk", before.risk_percent, after.risk_percent, "%"),
    )
    moved = [f"{name} {_number(old)} -> {_number(new)} {unit}" for name, old, new, unit in pairs]
    return Text("  What if: " + ", ".join(moved))
