"""Rows of the event table: each carries its checksum and, in it, the one of its device's event before."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from coach.store.ledger import Ledger
from coach.store.seal import START, Broken, check_seal, from_text, seal, to_text
from coach.store.totals import item_events, read_totals

UNDONE: Final = "undone"
COLUMNS: Final = "id, device, seq, at, day, zone, kind, item, body, prev, chain"
_CHUNK: Final = 500


class Event(NamedTuple):
    """One thing that happened: its id, who wrote it as their how-manieth, when, what kind, to which item, the rest."""

    id: str
    device: str
    seq: int
    at: str
    day: date
    zone: str
    kind: str
    item: str
    body: dict[str, Any]


class Row(NamedTuple):
    """An event as it is stored, and as it travels."""

    id: str
    device: str
    seq: int
    at: str
    day: str
    zone: str
    kind: str
    item: str
    body: str
    prev: bytes
    chain: bytes

    def check(self) -> "Row":
        """The row itself; Broken if it is not what was written."""
        if not isinstance(self.prev, bytes):  # a damaged page may say that it is a text
            raise Broken("a row was changed outside coach")
        check_seal(self.chain, self.prev.hex(), *self[:9])
        return self

    def event(self) -> Event:
        """What callers see of it."""
        return Event(*self[:4], date.fromisoformat(self.day), *self[5:8], from_text(self.body))


def chained(tail: Row | None, event: Event) -> Row:
    """The row of a new event behind its device's last one; the event's own seq is not looked at."""
    prev, seq = (tail.chain, tail.seq + 1) if tail else (START, 1)
    values = (event.id, event.device, seq, event.at, event.day.isoformat(), event.zone, event.kind, event.item)
    body = to_text(event.body)
    return Row(*values, body, prev, seal(prev.hex(), *values, body))


def insert(con: sqlite3.Connection, ledger: Ledger, row: Row) -> Ledger:
    """Store a row as the next one to arrive; the ledger afterwards (not yet written)."""
    events = ledger.events + 1
    con.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (events, *row))
    return ledger._replace(events=events, head=row.chain)


def by_id(con: sqlite3.Connection, event_id: str) -> Row | None:
    """The row of an event, checked."""
    return _one(con, "id = ?", event_id)


def by_number(con: sqlite3.Connection, number: int) -> Row | None:
    """The row that arrived as the how-manieth, checked."""
    return _one(con, "n = ?", number)


def tail_of(con: sqlite3.Connection, device: str) -> Row | None:
    """A device's last row, checked."""
    return _one(con, "device = ? ORDER BY seq DESC LIMIT 1", device)


def _one(con: sqlite3.Connection, where: str, value: object) -> Row | None:
    row = con.execute(f"SELECT {COLUMNS} FROM event WHERE {where}", (value,)).fetchone()
    return Row(*row).check() if row else None


def check_tail(con: sqlite3.Connection, ledger: Ledger, rows: int = 8) -> None:
    """Broken unless the last rows are whole and are the last ones the ledger knows."""
    found = con.execute(f"SELECT n, {COLUMNS} FROM event ORDER BY n DESC LIMIT ?", (rows,)).fetchall()
    if [row[0] for row in found] != list(range(ledger.events, max(ledger.events - rows, 0), -1)):
        raise Broken("the last events are missing")
    for row in found:
        Row(*row[1:]).check()
    if (found[0][-1] if found else START) != ledger.head:
        raise Broken("the last event is not the one in the ledger")


def numbers(con: sqlite3.Connection, ledger: Ledger, kinds: Sequence[str] = (), since: str = "") -> list[int]:
    """Arrival numbers in the order things happened; Broken if an index or a total has lost some."""
    some = f" AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    query = f"SELECT n FROM event WHERE day >= ?{some} ORDER BY at, device, seq"
    found = [n for (n,) in con.execute(query, (since, *kinds))]
    expected = sum(total.events for total in read_totals(con, ledger, since, kinds))
    return _counted(found, expected)


def numbers_of_item(con: sqlite3.Connection, item: str) -> list[int]:
    """The same for one item's events of every kind and day: what is not checked yet is not to be filtered by."""
    query = "SELECT n FROM event WHERE item = ? AND item <> '' ORDER BY at, device, seq"
    found = [n for (n,) in con.execute(query, (item,))]
    return _counted(found, item_events(con, item))


def _counted(found: list[int], expected: int) -> list[int]:
    if not len(set(found)) == len(found) == expected:
        raise Broken(f"{len(set(found))} events found where there were {expected}")
    return found


def is_undone(con: sqlite3.Connection, event_id: str) -> bool:
    """Whether an event was taken back."""
    return any(row.kind == UNDONE for row in rows_as_asked(con, numbers_of_item(con, event_id), (), event_id))


def rows_of(con: sqlite3.Connection, wanted: Sequence[int]) -> Iterator[Row]:
    """The rows of these arrival numbers, checked, in this order; rows never change, so no lock is held between."""
    for start in range(0, len(wanted), _CHUNK):
        chunk = wanted[start : start + _CHUNK]
        query = f"SELECT n, {COLUMNS} FROM event WHERE n IN ({', '.join('?' * len(chunk))})"
        found = {row[0]: row[1:] for row in con.execute(query, chunk)}
        if len(found) != len(chunk):
            raise Broken("events are missing")
        yield from (Row(*found[n]).check() for n in chunk)


def rows_as_asked(
    con: sqlite3.Connection, wanted: Sequence[int], kinds: Sequence[str], item: str | None = None
) -> Iterator[Row]:
    """The rows of these numbers; Broken if the index that named one of them was wrong about its kind or item."""
    for row in rows_of(con, wanted):
        if row.item != item if item is not None else kinds and row.kind not in kinds:
            raise Broken("an index names the wrong event")
        yield row


def undone_ids(con: sqlite3.Connection, ledger: Ledger) -> set[str]:
    """Ids of the events that were taken back."""
    return {row.item for row in rows_as_asked(con, numbers(con, ledger, (UNDONE,)), (UNDONE,))}
