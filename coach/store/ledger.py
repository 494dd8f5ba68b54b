"""The one row that says what the journal must contain, so that rows cannot go missing unseen."""

import sqlite3
from typing import Final, NamedTuple

from coach.store.seal import Broken, check_seal, seal

_COLUMNS: Final = "store, device, events, head, drafts, states, states_at"


class Ledger(NamedTuple):
    """This store's and device's ids; events and the last one's chain value; drafts; card states and how fresh."""

    store: str
    device: str
    events: int
    head: bytes
    drafts: int
    states: int
    states_at: int

    @property
    def states_fresh(self) -> bool:
        """Whether the card states take every event into account."""
        return self.states_at == self.events


def read_ledger(con: sqlite3.Connection) -> Ledger:
    """The ledger; Broken if it is missing or was changed."""
    row = con.execute(f"SELECT {_COLUMNS}, seal FROM ledger WHERE one = 1").fetchone()
    if row is None:
        raise Broken("the ledger is missing")
    check_seal(row[-1], *row[:-1])
    return Ledger(*row[:-1])


def write_ledger(con: sqlite3.Connection, ledger: Ledger) -> None:
    """Replace the ledger."""
    con.execute(
        f"INSERT OR REPLACE INTO ledger (one, {_COLUMNS}, seal) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*ledger, seal(*ledger)),
    )
