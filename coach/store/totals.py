"""Totals per day and kind, and events per item: kept in the same transaction, and what completeness is checked by."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from coach.store.ledger import Ledger
from coach.store.seal import Broken, check_seal, seal

Counted = tuple[str, str, str, dict[str, Any], bool]
_LONGEST: Final = 1e9
_COLUMNS: Final = "day, kind, events, kept, millis, again"


class Total(NamedTuple):
    """One day's events of a kind: all of them, those not undone, their milliseconds, how many were rated 1 (again)."""

    day: str
    kind: str
    events: int = 0
    kept: int = 0
    millis: int = 0
    again: int = 0

    @property
    def seconds(self) -> float:
        """Time spent."""
        return self.millis / 1000


def seconds_of(body: Mapping[str, Any]) -> float:
    """The seconds a body tells of; 0 for anything that cannot be a time spent (bodies may come from other devices)."""
    seconds = body.get("seconds", 0)
    return float(seconds) if isinstance(seconds, (int, float)) and 0 <= seconds < _LONGEST else 0.0


def _plus(total: Total, body: dict[str, Any], sign: int) -> Total:
    millis = round(seconds_of(body) * 1000)
    return total._replace(
        kept=total.kept + sign,
        millis=total.millis + sign * millis,
        again=total.again + sign * (body.get("rating") == 1),
    )


def count_in(con: sqlite3.Connection, day: str, kind: str, item: str, body: dict[str, Any]) -> None:
    """Take a new event into its day's total and its item's count."""
    total = _total(con, day, kind)
    _write(con, _plus(total._replace(events=total.events + 1), body, 1))
    if item:
        events = item_events(con, item) + 1
        con.execute("INSERT OR REPLACE INTO item_count VALUES (?, ?, ?)", (item, events, seal(item, events)))


def count_out(con: sqlite3.Connection, day: str, kind: str, body: dict[str, Any]) -> None:
    """Take an undone event's share out of its day's total; it still counts as an event."""
    _write(con, _plus(_total(con, day, kind), body, -1))


def item_events(con: sqlite3.Connection, item: str) -> int:
    """How many events an item has."""
    row = con.execute("SELECT events, seal FROM item_count WHERE item = ?", (item,)).fetchone()
    if row is None:
        return 0
    check_seal(row[1], item, row[0])
    return int(row[0])


def _total(con: sqlite3.Connection, day: str, kind: str) -> Total:
    found = _read(con, " WHERE day = ? AND kind = ?", (day, kind))
    return found[0] if found else Total(day, kind)


def _write(con: sqlite3.Connection, total: Total) -> None:
    con.execute(f"INSERT OR REPLACE INTO total ({_COLUMNS}, seal) VALUES (?, ?, ?, ?, ?, ?, ?)", (*total, seal(*total)))


def _read(con: sqlite3.Connection, where: str, values: Sequence[str]) -> list[Total]:
    rows = con.execute(f"SELECT {_COLUMNS}, seal FROM total{where} ORDER BY day, kind", values).fetchall()
    for row in rows:
        check_seal(row[-1], *row[:-1])
    return [Total(*row[:-1]) for row in rows]


def read_totals(con: sqlite3.Connection, ledger: Ledger, since: str = "", kinds: Sequence[str] = ()) -> list[Total]:
    """Totals from a day on, of some kinds or all; Broken if any total went missing."""
    (events,) = con.execute("SELECT COALESCE(SUM(events), 0) FROM total").fetchone()
    if events != ledger.events:
        raise Broken(f"the totals count {events} events, not {ledger.events}")
    some = f" AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    return _read(con, f" WHERE day >= ?{some}", (since, *kinds))


def read_items(con: sqlite3.Connection) -> dict[str, int]:
    """Events by item."""
    found = {}
    for item, events, sealed in con.execute("SELECT item, events, seal FROM item_count"):
        check_seal(sealed, item, events)
        found[item] = events
    return found


def tally(events: Iterable[Counted]) -> tuple[list[Total], dict[str, int]]:
    """What the totals and the counts by item must be."""
    found: dict[tuple[str, str], Total] = {}
    items: dict[str, int] = {}
    for day, kind, item, body, undone in events:
        total = found.get((day, kind), Total(day, kind))
        total = total._replace(events=total.events + 1)
        found[day, kind] = total if undone else _plus(total, body, 1)
        if item:
            items[item] = items.get(item, 0) + 1
    return list(found.values()), items


def rebuild(con: sqlite3.Connection, events: Iterable[Counted]) -> None:
    """Make all totals and counts again."""
    found, items = tally(events)
    con.execute("DELETE FROM total")
    con.execute("DELETE FROM item_count")
    for total in found:
        _write(con, total)
    rows = ((item, count, seal(item, count)) for item, count in items.items())
    con.executemany("INSERT INTO item_count VALUES (?, ?, ?)", rows)
