"""The three-column cost table: sums at median and tail against the SLA, risk against its budget, in money too."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final, NamedTuple

from coach.errors import UsageFault
from coach.packs.model import Design
from coach.text import did_you_mean

FIELDS: Final = ("p50_ms", "p999_ms", "risk_percent")
_WAITING: Final = re.compile(r"\b(batch|window|buffer|debounce|linger)", re.IGNORECASE)


class Row(NamedTuple):
    """One component: added latency in milliseconds at the median and at p99.9, risk of inconsistency in percent."""

    id: str
    name: str
    p50_ms: Decimal
    p999_ms: Decimal
    risk_percent: Decimal


class Limits(NamedTuple):
    """What the table is held against: SLA in ms, risk budget in percent, and a day's volume in a currency."""

    sla_ms: Decimal
    risk_budget_percent: Decimal
    daily_volume: Decimal
    currency: str


class Check(NamedTuple):
    """A table's sums and whether each keeps its limit; `at_risk` is money a day at the summed risk."""

    rows: tuple[Row, ...]
    limits: Limits
    p50_ms: Decimal
    p999_ms: Decimal
    risk_percent: Decimal
    at_risk: Decimal
    budget_money: Decimal
    traps: tuple[str, ...]

    @property
    def median_fits(self) -> bool:
        """Whether the medians keep the SLA: necessary, and not what users feel at peak."""
        return self.p50_ms <= self.limits.sla_ms

    @property
    def tail_fits(self) -> bool:
        """Whether the tails, summed as the worst case, keep the SLA."""
        return self.p999_ms <= self.limits.sla_ms

    @property
    def risk_fits(self) -> bool:
        """Whether the risk keeps its budget."""
        return self.risk_percent <= self.limits.risk_budget_percent


def limits_of(design: Design) -> Limits:
    """The limits a design is held against."""
    return Limits(
        Decimal(design.sla_ms), Decimal(design.risk_budget_percent), Decimal(design.daily_volume), design.currency
    )


def rows_of(design: Design) -> list[Row]:
    """A design's components as rows."""
    return [
        Row(part.id, part.name, Decimal(part.p50_ms), Decimal(part.p999_ms), Decimal(part.risk_percent))
        for part in design.components
    ]


def check(rows: Sequence[Row], limits: Limits) -> Check:
    """Sums, limits and traps. Tails are added up: an upper bound, since they rarely come together."""
    p50 = sum((row.p50_ms for row in rows), Decimal(0))
    p999 = sum((row.p999_ms for row in rows), Decimal(0))
    risk = sum((row.risk_percent for row in rows), Decimal(0))
    money = limits.daily_volume / 100
    return Check(
        tuple(rows),
        limits,
        p50,
        p999,
        risk,
        risk * money,
        limits.risk_budget_percent * money,
        tuple(_traps(rows, p50)),
    )


def _traps(rows: Sequence[Row], p50: Decimal) -> list[str]:
    found = []
    for row in rows:
        others = p50 - row.p50_ms
        if _WAITING.search(row.name) and row.p999_ms > others:
            found.append(
                f"{row.name} waits up to {row.p999_ms} ms: longer than the {others} ms of everything else. It is added"
                " to the path; it cannot sit inside it."
            )
    flat = [row.name for row in rows if row.p50_ms > 0 and row.p999_ms <= row.p50_ms]
    if flat:
        found.append(f"An average where a tail belongs: {', '.join(flat)} has the same figure at p50 and p99.9.")
    for first, second in _twins(rows):
        found.append(f"Counted twice: {first} and {second} look like the same component.")
    return found


def _twins(rows: Sequence[Row]) -> list[tuple[str, str]]:
    seen: dict[frozenset[str], str] = {}
    twins = []
    for row in rows:
        words = frozenset(re.findall(r"[a-z0-9]+", row.name.lower())) - {"the", "a", "service", "of", "on", "to"}
        if words in seen:
            twins.append((seen[words], row.name))
        seen[words] = row.name
    return twins


def what_if(rows: Sequence[Row], edits: Sequence[str]) -> list[Row]:
    """Rows after edits such as `batch.p999_ms=100` or `-batch`; UsageFault for one that cannot be read."""
    table = {row.id: row for row in rows}
    for edit in edits:
        if edit.startswith("-"):
            del table[_known(edit[1:], table, edit)]
            continue
        name, _, text = edit.partition("=")
        part, _, field = name.rpartition(".")
        if field not in FIELDS:
            hint = did_you_mean(field, FIELDS) or "Fields: " + ", ".join(FIELDS)
            raise UsageFault(f"--set {edit}: expected COMPONENT.FIELD=NUMBER.", hint)
        row = table[_known(part, table, edit)]
        table[part] = Row(**{**row._asdict(), field: _number(text, edit)})
    return list(table.values())


def _known(name: str, table: Mapping[str, Row], edit: str) -> str:
    if name in table:
        return name
    raise UsageFault(f"--set {edit}: there is no component {name!r}.", did_you_mean(name, table) or ", ".join(table))


def _number(text: str, edit: str) -> Decimal:
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal(-1)
    if not value.is_finite() or not 0 <= value < 10**9:
        raise UsageFault(f"--set {edit}: expected a number of at least 0, not {text!r}.")
    return value


def parse_row(text: str) -> Row | None:
    """`Ledger write, 45, 260, 0.01` as a row; None if it is not of that form."""
    name, *numbers = [part.strip() for part in text.split(",")]
    try:
        values = [Decimal(number.rstrip("%ms ").strip()) for number in numbers]
    except InvalidOperation:
        return None
    if not name or len(values) != 3 or any(not value.is_finite() or value < 0 for value in values):
        return None
    return Row(re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "component", name, *values)


def to_body(found: Check) -> dict[str, Any]:
    """The checked table as plain data, numbers as text."""
    return {
        "rows": [{**row._asdict(), **{name: str(getattr(row, name)) for name in FIELDS}} for row in found.rows],
        "limits": {name: str(value) for name, value in found.limits._asdict().items()},
        **{name: str(getattr(found, name)) for name in (*FIELDS, "at_risk", "budget_money")},
        "fits": {"median": found.median_fits, "tail": found.tail_fits, "risk": found.risk_fits},
        "traps": list(found.traps),
    }
