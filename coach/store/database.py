"""Opens the journal: private, of the right version, the store that the marker names, and whole at its end."""

import os
import sqlite3
from collections.abc import Callable

from coach.days import Moment
from coach.errors import StorageFault
from coach.paths import Home
from coach.store.connection import connect, make_private, reading, writing
from coach.store.events import by_number, check_tail
from coach.store.faults import damaged, guard
from coach.store.journal import Journal
from coach.store.ledger import Ledger, read_ledger, write_ledger
from coach.store.marker import Marker, marker_path, read_marker, write_marker
from coach.store.migrations import STEPS, check_schema, migrate, refuse_newer, version_of
from coach.store.seal import START, base32, new_id

Entropy = Callable[[int], bytes]


def open_store(home: Home, now: Moment, entropy: Entropy = os.urandom) -> Journal:
    """The candidate's journal, made if there never was one; StorageFault says what stands in the way."""
    with guard(home):
        marker = read_marker(home)
        _refuse_vanished(home, marker)
        make_private(home)
        con = connect(home.database)
        try:
            ledger = _settle(con, home, marker, lambda: _new_ledger(now, entropy))
            _refuse_older(con, home, ledger, marker)
        except BaseException:
            con.close()
            raise
        if marker is None or marker.events != ledger.events:
            write_marker(home, ledger)
    journal = Journal(con, home, ledger)
    if not ledger.states_fresh:
        from coach.store.replay import refresh_states

        refresh_states(journal)
    return journal


def _refuse_vanished(home: Home, marker: Marker | None) -> None:
    if marker and (not home.database.exists() or not home.database.stat().st_size):
        raise damaged(home, "it is empty or gone, though it was there before")


def _settle(con: sqlite3.Connection, home: Home, marker: Marker | None, found: Callable[[], Ledger]) -> Ledger:
    version = version_of(con)
    refuse_newer(version)
    if version < len(STEPS):
        if version:
            from coach.store.backup import before_migration

            before_migration(home, version)
        migrate(con)
    check_schema(con)
    if marker is None:
        _found(con, found())
    with reading(con):
        ledger = read_ledger(con)
        check_tail(con, ledger)
    return ledger


def _found(con: sqlite3.Connection, ledger: Ledger) -> None:
    # A store without a marker is new, or its first start was cut short: it may still lack its ledger.
    with writing(con):
        if not any(con.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in ("ledger", "event")):
            write_ledger(con, ledger)


def _new_ledger(now: Moment, entropy: Entropy) -> Ledger:
    return Ledger(new_id(now, entropy(10)), new_device(entropy), 0, START, 0, 0, 0)


def new_device(entropy: Entropy = os.urandom) -> str:
    """A name for this device: 8 characters, 40 bits."""
    return base32(int.from_bytes(entropy(5), "big"), 8)


def _refuse_older(con: sqlite3.Connection, home: Home, ledger: Ledger, marker: Marker | None) -> None:
    if not marker or not marker.store:
        return
    if marker.store != ledger.store:
        raise StorageFault(
            f"{home.database} is not the journal that was here before. It was left as it is.",
            f"To go on with it: coach data restore {home.database} (or remove {marker_path(home)}).",
        )
    row = by_number(con, marker.events) if 0 < marker.events <= ledger.events else None
    if marker.events and (row is None or row.chain.hex() != marker.head):
        raise damaged(home, f"it has {ledger.events} events, and had {marker.events} before")
