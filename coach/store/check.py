"""Reads a whole journal and says everything that is wrong with it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from coach.paths import Home
from coach.store import drafts, states, totals
from coach.store.connection import reading
from coach.store.events import COLUMNS, UNDONE, Row
from coach.store.faults import UNREADABLE
from coach.store.ledger import Ledger, read_ledger
from coach.store.migrations import check_schema, refuse_newer, version_of
from coach.store.seal import START, Broken, from_text


class Report(NamedTuple):
    """How many events and devices there are, and what is wrong (nothing: the journal is whole)."""

    events: int
    devices: int
    problems: tuple[str, ...]


def check_file(path: Path) -> Report:
    """Check a file that nothing writes to, without writing to it; unreadable is a problem too."""
    try:
        con = sqlite3.connect(f"file:{_quoted(path)}?mode=ro&immutable=1", uri=True, isolation_level=None)
        try:
            version = version_of(con)
            refuse_newer(version)
            return check(con)
        finally:
            con.close()
    except UNREADABLE as error:
        return Report(0, 0, (str(error),))


def _quoted(path: Path) -> str:
    from urllib.parse import quote

    return quote(str(path.absolute()))


def check(con: sqlite3.Connection) -> Report:
    """Check an open journal: SQLite's own check, every chain, every count, every card state."""
    problems: list[str] = []
    events, devices = 0, 0
    try:
        with reading(con):
            check_schema(con)
            problems += [text for (text,) in con.execute("PRAGMA integrity_check(20)") if text != "ok"]
            ledger = read_ledger(con)
            events, devices = check_chains(con, ledger)
            _check_counts(con, ledger)
            drafts.read_all(con, ledger)
            _check_states(con, ledger)
    except UNREADABLE as error:
        problems.append(str(error))
    return Report(events, devices, tuple(problems))


def all_rows(con: sqlite3.Connection) -> Iterator[Row]:
    """Every row in the order of arrival, checked; Broken if one is missing between."""
    cursor = con.execute(f"SELECT n, {COLUMNS} FROM event ORDER BY n")
    for expected, (n, *values) in enumerate(cursor, 1):
        if n != expected:
            raise Broken(f"event {expected} is missing")
        yield Row(*values).check()


def check_chains(con: sqlite3.Connection, ledger: Ledger) -> tuple[int, int]:
    """Events and devices; Broken unless every row is whole and follows its device's row before."""
    tails: dict[str, tuple[int, bytes]] = {}
    count, head = 0, START
    for row in all_rows(con):
        seq, chain = tails.get(row.device, (0, START))
        if (row.seq, row.prev) != (seq + 1, chain):
            raise Broken(f"event {row.id} does not follow the one before it")
        tails[row.device] = (row.seq, row.chain)
        count, head = count + 1, row.chain
    if (count, head) != (ledger.events, ledger.head):
        raise Broken(f"the last event is missing: {count} found where there were {ledger.events}")
    return count, len(tails)


def _check_counts(con: sqlite3.Connection, ledger: Ledger) -> None:
    found = totals.read_totals(con, ledger)
    days, items = totals.tally(countable(con))
    if found != sorted(days) or totals.read_items(con) != items:
        raise Broken("the totals are not those of the events")


def countable(con: sqlite3.Connection) -> Iterator[totals.Counted]:
    """What totals are made of: day, kind, item, body, undone."""
    undone = {row.item for row in all_rows(con) if row.kind == UNDONE}
    for row in all_rows(con):
        yield row.day, row.kind, row.item, from_text(row.body), row.id in undone


def _check_states(con: sqlite3.Connection, ledger: Ledger) -> None:
    by_day: dict[int, int] = {}
    for row in states.read_all(con, ledger):
        by_day[row.due_day] = by_day.get(row.due_day, 0) + 1
    if by_day != states.due_counts(con, ledger):
        raise Broken("the cards due are not those of the card states")


def problems_of(home: Home, con: sqlite3.Connection) -> Report:
    """Check the open journal of a home, its backups, and the modes of all these files."""
    report = check(con)
    problems = list(report.problems)
    backups = sorted(home.backups.glob("*.db"))
    problems += [f"{path}: {text}" for path in backups for text in check_file(path).problems]
    for path in (home.database, *backups):
        if path.stat().st_mode & 0o077:
            problems.append(f"{path}: can be read by others; chmod 600 it")
    return report._replace(problems=tuple(problems))
