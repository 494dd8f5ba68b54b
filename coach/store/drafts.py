"""What was being typed when it stopped, offered again at the next start."""

import sqlite3
from collections.abc import Mapping
from typing import Any, NamedTuple

from coach.days import Moment, utc_text
from coach.store.ledger import Ledger
from coach.store.seal import Broken, check_seal, from_text, seal, to_text


class Draft(NamedTuple):
    """A text under its key, when it was last kept (UTC text), what the caller put beside it, study day and zone."""

    key: str
    text: str
    at: str
    extra: Mapping[str, Any]
    day: str
    zone: str


def save(con: sqlite3.Connection, ledger: Ledger, draft: Draft) -> Ledger:
    """Keep a draft in place of the one under its key; the ledger afterwards (not yet written)."""
    known = con.execute("SELECT COUNT(*) FROM draft WHERE key = ?", (draft.key,)).fetchone()[0]
    row = (draft.key, draft.at, draft.day, draft.zone, to_text({"text": draft.text, "extra": dict(draft.extra)}))
    con.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?, ?)", (*row, seal(*row)))
    return ledger._replace(drafts=ledger.drafts + 1 - known)


def clear(con: sqlite3.Connection, ledger: Ledger, key: str) -> Ledger:
    """Throw a draft away; nothing happens if there is none."""
    gone = con.execute("DELETE FROM draft WHERE key = ?", (key,)).rowcount
    return ledger._replace(drafts=ledger.drafts - gone)


def clear_under(con: sqlite3.Connection, ledger: Ledger, prefix: str, spared: str = "") -> Ledger:
    """Throw the drafts away whose keys begin so, but for those that begin with what is spared."""
    gone = con.execute(
        "DELETE FROM draft WHERE substr(key, 1, ?) = ? AND (? = '' OR substr(key, 1, ?) <> ?)",
        (len(prefix), prefix, spared, len(spared), spared),
    ).rowcount
    return ledger._replace(drafts=ledger.drafts - gone)


def read_all(con: sqlite3.Connection, ledger: Ledger) -> list[Draft]:
    """Every draft, the newest first; Broken if one is missing."""
    found = []
    for *row, sealed in con.execute("SELECT key, at, day, zone, body, seal FROM draft ORDER BY at DESC, key"):
        check_seal(sealed, *row)
        body = from_text(row[4])
        found.append(Draft(row[0], body["text"], row[1], body["extra"], row[2], row[3]))
    if len(found) != ledger.drafts:
        raise Broken(f"{len(found)} drafts found where there were {ledger.drafts}")
    return found


def of(key: str, text: str, moment: Moment, extra: Mapping[str, Any]) -> Draft:
    """A draft kept now."""
    return Draft(key, text, utc_text(moment.at), extra, moment.day.isoformat(), moment.zone)
