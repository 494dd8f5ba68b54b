"""Card states in columns, so that what is due is an indexed question; a cache of what the events say."""

import sqlite3
from collections.abc import Iterable
from typing import Final, NamedTuple

from coach.store.ledger import Ledger
from coach.store.seal import Broken, check_seal, seal

_COLUMNS: Final = "card, stability, difficulty, last_day, due_day, reps, lapses"


class State(NamedTuple):
    """A card's memory: stability (days) and difficulty, days as ordinals, answers and lapses."""

    card: str
    stability: float
    difficulty: float
    last_day: int
    due_day: int
    reps: int
    lapses: int


def put(con: sqlite3.Connection, ledger: Ledger, rows: Iterable[State], forget: Iterable[str] = ()) -> Ledger:
    """Write some cards' states and forget those of others; the ledger afterwards (not yet written)."""
    for row in rows:
        ledger = _leave(con, ledger, row.card)
        _move_due(con, row.due_day, 1)
        _write(con, row)
        ledger = ledger._replace(states=ledger.states + 1)
    for card in forget:
        ledger = _leave(con, ledger, card)
        con.execute("DELETE FROM card_state WHERE card = ?", (card,))
    return ledger


def _leave(con: sqlite3.Connection, ledger: Ledger, card: str) -> Ledger:
    before = read_one(con, card)
    if before is None:
        return ledger
    _move_due(con, before.due_day, -1)
    return ledger._replace(states=ledger.states - 1)


def clear(con: sqlite3.Connection, ledger: Ledger) -> Ledger:
    """Forget all states."""
    con.execute("DELETE FROM card_state")
    con.execute("DELETE FROM due_count")
    return ledger._replace(states=0)


def _write(con: sqlite3.Connection, row: State) -> None:
    exact = row._replace(stability=float(row.stability), difficulty=float(row.difficulty))
    con.execute(
        f"INSERT OR REPLACE INTO card_state ({_COLUMNS}, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*exact, seal(*exact))
    )


def _move_due(con: sqlite3.Connection, day: int, by: int) -> None:
    row = con.execute("SELECT cards, seal FROM due_count WHERE due_day = ?", (day,)).fetchone()
    if row:
        check_seal(row[1], day, row[0])
    cards = (row[0] if row else 0) + by
    con.execute("INSERT OR REPLACE INTO due_count VALUES (?, ?, ?)", (day, cards, seal(day, cards)))


def _checked(rows: Iterable[tuple[str, float, float, int, int, int, int, bytes]]) -> list[State]:
    found = []
    for row in rows:
        check_seal(row[7], *row[:7])
        found.append(State(*row[:7]))
    return found


def read_one(con: sqlite3.Connection, card: str) -> State | None:
    """A card's state; None for a card never answered."""
    found = _checked(con.execute(f"SELECT {_COLUMNS}, seal FROM card_state WHERE card = ?", (card,)))
    return found[0] if found else None


def read_all(con: sqlite3.Connection, ledger: Ledger) -> list[State]:
    """Every card's state, by card; Broken if one is missing."""
    found = _checked(con.execute(f"SELECT {_COLUMNS}, seal FROM card_state ORDER BY card"))
    if len(found) != ledger.states:
        raise Broken(f"{len(found)} card states found where there were {ledger.states}")
    return found


def due_counts(con: sqlite3.Connection, ledger: Ledger) -> dict[int, int]:
    """Cards by the day (ordinal) they are due; Broken if they do not add up."""
    counts = {}
    for day, cards, sealed in con.execute("SELECT due_day, cards, seal FROM due_count WHERE cards <> 0"):
        check_seal(sealed, day, cards)
        counts[day] = cards
    if sum(counts.values()) != ledger.states:
        raise Broken("the cards due do not add up")
    return counts


def due_cards(con: sqlite3.Connection, ledger: Ledger, day: int, limit: int = -1) -> list[State]:
    """Cards due by a day (ordinal), the longest due first; Broken if the index has lost some."""
    query = f"SELECT {_COLUMNS}, seal FROM card_state WHERE due_day <= ? ORDER BY due_day, card LIMIT ?"
    found = _checked(con.execute(query, (day, limit)))
    expected = sum(cards for due, cards in due_counts(con, ledger).items() if due <= day)
    wanted = expected if limit < 0 else min(limit, expected)
    if not len({row.card for row in found}) == len(found) == wanted:
        raise Broken(f"{len(found)} due cards found where there were {expected}")
    return found
