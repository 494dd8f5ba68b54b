"""Copies of the journal: one a day, one a week, each read back before it counts."""

import os
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from coach.errors import StorageFault
from coach.files import sync_folder
from coach.paths import Home
from coach.store.check import Report, check_file
from coach.store.connection import connect
from coach.store.faults import UNREADABLE, backups_in, damaged, guard
from coach.store.ledger import read_ledger

DAILY: Final = 7
WEEKLY: Final = 4


class Kept(NamedTuple):
    """A backup that was made, its events, and what to tell the candidate about it (usually nothing)."""

    path: Path
    events: int
    warning: str


def daily_path(home: Home, day: date) -> Path:
    """Where the backup of a day is."""
    return home.backups / f"{day.isoformat()}-daily.db"


def keep_daily(home: Home, day: date) -> Kept | None:
    """Back the journal up unless that was done today; StorageFault if the copy does not read back whole."""
    target = daily_path(home, day)
    if target.exists() or not home.database.exists():
        return None
    return keep(home, target, day)


def keep(home: Home, target: Path, day: date) -> Kept:
    """Back the journal up to `target` now, and let go of backups that are too many."""
    with guard(home):
        home.backups.mkdir(parents=True, exist_ok=True, mode=0o700)
        with closing(connect(home.database)) as con:
            events = read_ledger(con).events
        if target.exists() and check_ledger(target) > events:
            return Kept(target, events, f"{target.name} holds more than the journal's {events} events; it was kept.")
        copy_whole(home, home.database, target)
        larger = _larger(home, target, events)
        if larger:
            return Kept(target, events, f"{larger} Every backup was kept.")
        _keep_weekly(home, target, day)
        _rotate(home)
    return Kept(target, events, "")


def before_migration(home: Home, version: int) -> None:
    """Keep the journal as it is before its schema changes; such copies are never rotated out."""
    home.backups.mkdir(parents=True, exist_ok=True, mode=0o700)
    copy(home.database, home.backups / f"before-schema-{version + 1}.db")


def copy_whole(home: Home, source: Path, target: Path) -> Report:
    """Copy a journal and read all of the copy back before it takes its place; StorageFault if it is damaged."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        copy(source, temporary)
        report = check_file(temporary)
        if report.problems:
            raise damaged(home, report.problems[0])
        temporary.replace(target)
        sync_folder(target.parent)
        return report
    finally:
        temporary.unlink(missing_ok=True)


def copy(source: Path, target: Path) -> None:
    """Copy a journal with SQLite's backup API into a private file, flushed to disk."""
    target.unlink(missing_ok=True)
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    with closing(connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
    handle = os.open(target, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _larger(home: Home, target: Path, events: int) -> str:
    """A sentence if an earlier backup holds more than the new one."""
    earlier = [path for path in dated(home, "daily") if path != target][:1]
    for path in earlier:
        before = check_ledger(path)
        if before > events:
            return f"The journal has {events} events, but the backup {path.name} has {before}."
    return ""


def check_ledger(path: Path) -> int:
    """How many events a backup says it has; 0 if it cannot be read."""
    try:
        with closing(sqlite3.connect(path)) as con:
            return read_ledger(con).events
    except UNREADABLE:
        return 0


def dated(home: Home, every: str) -> list[Path]:
    """The `daily` or `weekly` backups, the newest first."""
    return sorted(home.backups.glob(f"????-??-??-{every}.db"), reverse=True)


def _keep_weekly(home: Home, target: Path, day: date) -> None:
    weeks = {date.fromisoformat(path.name[:10]).isocalendar()[:2] for path in dated(home, "weekly")}
    if day.isocalendar()[:2] not in weeks:
        copy_whole(home, target, home.backups / f"{day.isoformat()}-weekly.db")


def _rotate(home: Home) -> None:
    for path in dated(home, "daily")[DAILY:] + dated(home, "weekly")[WEEKLY:]:
        path.unlink(missing_ok=True)


def newest_whole(home: Home) -> Path:
    """The newest backup that reads back whole; StorageFault if there is none."""
    for path in backups_in(home.backups):
        if not check_file(path).problems:
            return path
    raise StorageFault(f"There is no whole backup in {home.backups}.", "Name a file to restore from, if you have one.")
