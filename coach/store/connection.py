"""Opening the SQLite file the one way that loses nothing: TRUNCATE journal, FULL sync, 5 s of patience."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep
from typing import Final

from coach.paths import Home

PATIENCE_SECONDS: Final = 5.0
_PAUSE_SECONDS: Final = 0.003
_PRAGMAS: Final = (
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)


def connect(path: Path, patience: float = PATIENCE_SECONDS) -> sqlite3.Connection:
    """A connection without implicit transactions; raises sqlite3.Error (see faults.guard)."""
    con = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        for pragma in _PRAGMAS:
            con.execute(f"PRAGMA {pragma}").fetchone()
    except BaseException:
        con.close()
        raise
    return con


@contextmanager
def writing(con: sqlite3.Connection) -> Iterator[None]:
    """One transaction that starts with the write lock; all of it is on the disk when this returns, or nothing is."""
    _begin(con)
    try:
        yield
        con.execute("COMMIT")
    except BaseException:
        _roll_back(con)
        raise


def _begin(con: sqlite3.Connection) -> None:
    # SQLite's own waiting sleeps longer and longer, so that of eight busy writers some never get in: ask often instead.
    (patience,) = con.execute("PRAGMA busy_timeout").fetchone()
    con.execute("PRAGMA busy_timeout = 0")
    try:
        for _ in range(int(patience / 1000 / _PAUSE_SECONDS)):
            try:
                con.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                    raise
            sleep(_PAUSE_SECONDS)
        con.execute("BEGIN IMMEDIATE")
    finally:
        con.execute(f"PRAGMA busy_timeout = {patience}")


@contextmanager
def reading(con: sqlite3.Connection) -> Iterator[None]:
    """One view of the file for several questions; inside a transaction that view is the transaction's."""
    if con.in_transaction:
        yield
        return
    con.execute("BEGIN")
    try:
        yield
    finally:
        _roll_back(con)


def _roll_back(con: sqlite3.Connection) -> None:
    with suppress(sqlite3.Error):
        if con.in_transaction:
            con.execute("ROLLBACK")


def make_private(home: Home) -> None:
    """The data folder for its owner only (0700), and a file in it likewise (0600), before SQLite sees either."""
    home.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    _close_to_others(home.data, 0o700)
    if not home.database.exists():
        with suppress(FileExistsError):  # two starts at once: the other one made it
            os.close(os.open(home.database, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    _close_to_others(home.database, 0o600)


def _close_to_others(path: Path, mode: int) -> None:
    found = path.stat()
    if found.st_mode & 0o077 and found.st_uid == os.geteuid():
        path.chmod(mode)
