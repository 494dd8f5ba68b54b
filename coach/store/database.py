"""Opening the store: a private folder, a durable journal mode, the schema and its migrations."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Final

from coach.days import Moment, utc_text
from coach.errors import StorageFault
from coach.paths import Home
from coach.store.journal import Journal, new_id

SCHEMA: Final = 1
MIGRATIONS: Final[tuple[tuple[str, Callable[[sqlite3.Connection], None]], ...]] = ()


def connect(path: Path) -> sqlite3.Connection:
    """A connection that is durable at every commit and waits five seconds for another terminal."""
    connection = sqlite3.connect(path, timeout=5.0, isolation_level=None)
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def open_store(home: Home, now: Moment) -> Journal:
    """The journal, made if there is none; StorageFault if it is damaged, newer than this coach, or unwritable."""
    os.umask(0o077)
    try:
        home.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = not home.database.exists()
        connection = connect(home.database)
        if fresh:
            _create(connection, now)
        return Journal(connection, _checked(connection, home.database))
    except (sqlite3.DatabaseError, OSError) as error:
        raise StorageFault(
            f"The journal {home.database} cannot be opened: {error}.", "See: coach data check, coach data restore"
        ) from error


def _create(connection: sqlite3.Connection, now: Moment) -> None:
    schema = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
    connection.executescript("BEGIN IMMEDIATE;" + schema + "COMMIT;")
    device = new_id(now, os.urandom(10))
    rows = [
        ("schema", str(SCHEMA)),
        ("store", new_id(now, os.urandom(10))),
        ("device", device),
        ("made", utc_text(now.at)),
    ]
    connection.executemany("INSERT INTO meta VALUES (?, ?)", rows)


def _checked(connection: sqlite3.Connection, path: Path) -> str:
    meta = dict(connection.execute("SELECT name, value FROM meta"))
    if int(meta.get("schema", 0)) > SCHEMA:
        raise StorageFault(
            f"The journal {path} was written by a newer coach (schema {meta['schema']}, this one reads {SCHEMA}).",
            "Update coach; nothing was changed.",
        )
    return str(meta["device"])
