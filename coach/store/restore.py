"""Putting a backup in the place of a damaged journal, with whatever the damaged one still tells."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from coach.errors import StorageFault
from coach.files import sync_folder
from coach.paths import Home
from coach.store.backup import copy, newest_whole
from coach.store.check import check, check_file
from coach.store.connection import connect, writing
from coach.store.database import Entropy, new_device
from coach.store.events import COLUMNS, Row
from coach.store.faults import UNREADABLE, guard
from coach.store.ledger import Ledger, read_ledger, write_ledger
from coach.store.marker import write_marker
from coach.store.merge import merge_here
from coach.store.migrations import migrate
from coach.store.seal import START, Broken, base32


class Restored(NamedTuple):
    """The backup that was used (None: none was whole), where the damaged file is kept, events, of them rescued."""

    source: Path | None
    kept: Path | None
    events: int
    rescued: int


def restore(home: Home, which: Path | None = None, entropy: Entropy = os.urandom) -> Restored:
    """Replace the journal by a backup (the newest whole one) plus what the damaged file still tells."""
    temporary = home.data / f".restore-{os.getpid()}.tmp"
    with guard(home):
        home.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        source = _chosen(home, which)
        try:
            if source:
                copy(source, temporary)
            with _locked(home) as held:
                rescued = list(salvage(home, held)) if held else []
                ledger, added = _build(temporary, rescued, entropy)
                kept = _swap(home, temporary)
        finally:
            for path in (temporary, temporary.with_name(temporary.name + "-journal")):
                path.unlink(missing_ok=True)
        write_marker(home, ledger)
    return Restored(source, kept, ledger.events, added)


@contextmanager
def _locked(home: Home) -> Iterator[BinaryIO | None]:
    """The damaged journal, to be read while nobody else writes to it (if it can be locked); sqlite3.Error if busy."""
    if not home.database.exists():
        yield None
        return
    # One handle for the whole time: closing any handle of a file lets go of all its POSIX locks.
    with home.database.open("rb") as held, closing(sqlite3.connect(home.database, isolation_level=None)) as con:
        try:
            con.execute("BEGIN EXCLUSIVE")
        except UNREADABLE as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
                raise
        yield held


def _chosen(home: Home, which: Path | None) -> Path | None:
    if which is None:
        with suppress(StorageFault):
            return newest_whole(home)
        return None
    problems = check_file(which).problems
    if problems:
        raise StorageFault(f"{which} cannot be restored from: {problems[0]}.", "Nothing was changed.")
    return which


def _build(temporary: Path, rescued: list[Row], entropy: Entropy) -> tuple[Ledger, int]:
    """Make the new journal aside, whole and on the disk; it writes as a device of its own from now on."""
    if not temporary.exists() and rescued:
        os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    if not temporary.exists():
        raise StorageFault("There is no whole backup, and nothing could be rescued.", "Nothing was changed.")
    with closing(connect(temporary)) as con:
        migrate(con)
        with writing(con):
            found = con.execute("SELECT COUNT(*) FROM ledger").fetchone()[0]
            store = base32(int.from_bytes(entropy(16), "big"), 26)
            ledger = read_ledger(con) if found else Ledger(store, "", 0, START, 0, 0, 0)
            write_ledger(con, ledger._replace(device=new_device(entropy)))
        added = merge_here(con, rescued).added
        problems = check(con).problems
        if problems:
            raise Broken(problems[0])
        return read_ledger(con), added


def _swap(home: Home, temporary: Path) -> Path | None:
    kept = _keep_damaged(home)
    # A rollback journal of the damaged file would be played into the restored one.
    for suffix in ("-journal", "-wal", "-shm"):
        beside = home.database.with_name(home.database.name + suffix)
        if kept and beside.exists():
            beside.replace(kept.with_name(kept.name + suffix))
        beside.unlink(missing_ok=True)
    sync_folder(home.data)
    temporary.replace(home.database)
    sync_folder(home.data)
    return kept


def _keep_damaged(home: Home) -> Path | None:
    if not home.database.exists():
        return None
    for number in range(1, 1000):
        kept = home.data / f"journal-damaged-{number}.db"
        with suppress(FileExistsError):
            os.link(home.database, kept)
            return kept
    raise StorageFault(f"There are 1,000 damaged journals in {home.data}.", "Move some of them elsewhere.")


def salvage(home: Home, damaged: BinaryIO) -> Iterator[Row]:
    """Every event of the damaged journal that is whole, read from a copy."""
    aside = home.data / f".salvage-{os.getpid()}.tmp"
    journal = home.database.with_name(home.database.name + "-journal")
    beside = aside.with_name(aside.name + "-journal")
    try:
        _copy_bytes(damaged, aside)
        if journal.exists():
            with journal.open("rb") as file:
                _copy_bytes(file, beside)
        with suppress(*UNREADABLE), closing(sqlite3.connect(aside, isolation_level=None)) as con:
            for number in range(1, _last_number(con) + 1):
                with suppress(*UNREADABLE):
                    found = con.execute(f"SELECT {COLUMNS} FROM event WHERE n = ?", (number,)).fetchone()
                    if found:
                        yield Row(*found).check()
    finally:
        aside.unlink(missing_ok=True)
        beside.unlink(missing_ok=True)


def _copy_bytes(source: BinaryIO, target: Path) -> None:
    from shutil import copyfileobj

    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "wb") as new:
        copyfileobj(source, new)


def _last_number(con: sqlite3.Connection) -> int:
    highest = 0
    for question in ("SELECT MAX(n) FROM event", "SELECT events FROM ledger", "SELECT COUNT(*) FROM event"):
        with suppress(*UNREADABLE):
            found = con.execute(question).fetchone()
            highest = max(highest, found[0] if found and isinstance(found[0], int) else 0)
    return min(highest, 10_000_000)
