"""Derived things that were dear to compute; each is good for one state of the journal and may be dropped."""

import sqlite3
from typing import Any

from coach.store.ledger import Ledger
from coach.store.seal import check_seal, from_text, seal, to_text


def get(con: sqlite3.Connection, ledger: Ledger, name: str) -> dict[str, Any] | None:
    """What was put under a name while the journal was as it is now; None if not, or if the row was damaged."""
    row = con.execute("SELECT events, head, body, seal FROM cache WHERE name = ?", (name,)).fetchone()
    if row is None or row[:2] != (ledger.events, ledger.head):
        return None
    return from_text(row[2]) if seal(name, row[0], row[1], row[2]) == row[3] else None


def put(con: sqlite3.Connection, ledger: Ledger, name: str, body: dict[str, Any]) -> None:
    """Keep a body under a name until the next event."""
    text = to_text(body)
    sealed = seal(name, ledger.events, ledger.head, text)
    con.execute("INSERT OR REPLACE INTO cache VALUES (?, ?, ?, ?, ?)", (name, ledger.events, ledger.head, text, sealed))


def drop(con: sqlite3.Connection) -> None:
    """Forget everything."""
    con.execute("DELETE FROM cache")


def check(con: sqlite3.Connection) -> None:
    """Broken if a cached body is not what was put there."""
    for name, events, head, body, sealed in con.execute("SELECT name, events, head, body, seal FROM cache"):
        check_seal(sealed, name, events, head, body)
