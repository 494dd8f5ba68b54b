"""Union of two journals by event id: nothing is lost, doing it twice changes nothing."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from coach.errors import InputFault, Problem
from coach.paths import Home
from coach.store import totals
from coach.store.backup import copy
from coach.store.check import all_rows, check, countable
from coach.store.connection import connect, writing
from coach.store.events import Row, by_id, chained, insert, tail_of
from coach.store.faults import UNREADABLE
from coach.store.journal import Journal
from coach.store.jsonl import parse
from coach.store.ledger import Ledger, read_ledger, write_ledger
from coach.store.migrations import migrate, refuse_newer, version_of
from coach.store.replay import refresh_states
from coach.store.seal import Broken

_SQLITE: Final = b"SQLite format 3\0"


class Merged(NamedTuple):
    """How many events were new, and how many were there already."""

    added: int
    known: int


def merge_file(journal: Journal, path: Path) -> Merged:
    """Merge another device's journal, a backup or an export; InputFault if the file is not whole."""
    try:
        with path.open("rb") as file:
            is_database = file.read(len(_SQLITE)) == _SQLITE
        rows = _rows_of_database(journal.home, path) if is_database else parse(str(path), path.read_bytes())
    except OSError as error:
        raise InputFault(f"{path} could not be read: {error.strerror}.") from error
    return merge_rows(journal, rows)


def merge_rows(journal: Journal, rows: Iterable[Row]) -> Merged:
    """Take in the rows that are not there yet, in one transaction; the totals and card states are made again."""
    with journal.transaction() as con:
        merged, ledger = add_rows(con, rows)
        if merged.added:
            write_ledger(con, ledger)
            totals.rebuild(con, countable(con))
    refresh_states(journal)
    return merged


def add_rows(con: sqlite3.Connection, rows: Iterable[Row]) -> tuple[Merged, Ledger]:
    """Put unknown rows behind the rows they followed; the ledger afterwards is not yet written."""
    ledger, added, known = read_ledger(con), 0, 0
    before: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: (row.device, row.seq)):
        mine = by_id(con, row.id)
        if mine:
            known += 1
        else:
            mine = _follow(con, before.get(row.device), row)
            ledger = insert(con, ledger, mine)
            added += 1
        before[row.device] = mine
    return Merged(added, known), ledger


def _follow(con: sqlite3.Connection, before: Row | None, row: Row) -> Row:
    # A device whose folder was copied, or put back from a backup, has two continuations: the later one gets a name of
    # its own, made from its first event, so that every device calls it the same.
    tail = tail_of(con, before.device if before else row.device)
    if (tail.id if tail else None) == (before.id if before else None):
        device = before.device if before else row.device
        return chained(tail, row.event()._replace(device=device))
    return chained(None, row.event()._replace(device=f"{row.device.partition('~')[0]}~{row.id}"))


def _rows_of_database(home: Home, path: Path) -> list[Row]:
    """Every row of another journal, read from a copy that may be migrated."""
    temporary = home.data / f".merge-{os.getpid()}.tmp"
    try:
        copy(path, temporary)
        with closing(connect(temporary)) as con:
            refuse_newer(version_of(con))
            migrate(con)
            problems = check(con).problems
            if problems:
                raise Broken(problems[0])
            return list(all_rows(con))
    except UNREADABLE as error:
        problem = Problem(str(path), 0, 0, f"is damaged: {error}")
        raise InputFault(f"{path} was not merged.", [problem], "Nothing was changed.") from error
    finally:
        temporary.unlink(missing_ok=True)
        temporary.with_name(temporary.name + "-journal").unlink(missing_ok=True)


def merge_here(con: sqlite3.Connection, rows: Iterable[Row]) -> Merged:
    """The same on an open file that is not the candidate's journal yet."""
    with writing(con):
        merged, ledger = add_rows(con, rows)
        write_ledger(con, ledger)
        totals.rebuild(con, countable(con))
    return merged
