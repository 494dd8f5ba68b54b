"""The journal: append-only events, each in a transaction that is durable when the call returns."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from coach.days import Moment, utc_text
from coach.errors import StorageFault

_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_FIELDS: Final = "events.id, device, seq, at, day, zone, kind, item, body, chain"


class Event(NamedTuple):
    """One thing that happened; `at` is UTC text, `day` the candidate's study day."""

    id: str
    device: str
    seq: int
    at: str
    day: date
    zone: str
    kind: str
    item: str
    body: dict[str, Any]


class Draft(NamedTuple):
    """Text being typed that has not become an answer yet."""

    key: str
    text: str
    at: str
    extra: dict[str, Any]


class Total(NamedTuple):
    """A day's reviews and the seconds they took."""

    reviews: int
    seconds: float


class State(NamedTuple):
    """A card's state as the cache keeps it; days are ordinals."""

    card: str
    stability: float
    difficulty: float
    last_day: int
    due_day: int
    reps: int
    lapses: int


def new_id(moment: Moment, entropy: bytes) -> str:
    """A ULID of the moment and ten random bytes."""
    number = (int(moment.at.timestamp() * 1000) << 80) | int.from_bytes(entropy[:10], "big")
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in range(125, -1, -5))


class Journal:
    """An open store; made by `open_store`."""

    def __init__(self, connection: sqlite3.Connection, device: str) -> None:
        self._db = connection
        self.device = device

    def append(
        self,
        moment: Moment,
        kind: str,
        item: str,
        body: Mapping[str, Any],
        event_id: str,
        clears: str = "",
    ) -> None:
        """Save one event; repeating an id changes nothing. `clears` lets go of the drafts whose key begins so."""
        self.append_all(moment, item, [(event_id, kind, body)], clears)

    def append_all(
        self,
        moment: Moment,
        item: str,
        events: Sequence[tuple[str, str, Mapping[str, Any]]],
        clears: str = "",
        states: Sequence[State] = (),
    ) -> None:
        """Save several events (id, kind, body) of one item in one transaction, with the card states they lead to."""
        with self.transaction():
            for event_id, kind, body in events:
                self._insert(moment, event_id, kind, item, body)
            if clears:
                self._db.execute("DELETE FROM drafts WHERE substr(key, 1, ?) = ?", (len(clears), clears))
            self._put_states(states)

    def _insert(self, moment: Moment, event_id: str, kind: str, item: str, body: Mapping[str, Any]) -> None:
        if self._db.execute("SELECT 1 FROM events WHERE id = ?", (event_id,)).fetchone():
            return
        last = self._db.execute(
            "SELECT seq, chain FROM events WHERE device = ? ORDER BY seq DESC LIMIT 1", (self.device,)
        ).fetchone() or (0, "")
        text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        row = (
            event_id,
            self.device,
            last[0] + 1,
            utc_text(moment.at),
            moment.day.isoformat(),
            moment.zone,
            kind,
            item,
            text,
        )
        self._db.execute(
            "INSERT INTO events (id, device, seq, at, day, zone, kind, item, body, chain) VALUES (?,?,?,?,?,?,?,?,?,?)",
            (*row, link(last[1], row)),
        )
        if kind == "review":
            self._add_to_day(moment.day, 1, float(body.get("seconds", 0)))

    def undo(self, moment: Moment, event_id: str, undo_id: str) -> None:
        """Leave an event out from now on; it stays in the file."""
        with self.transaction():
            row = self._db.execute("SELECT kind, day, body FROM events WHERE id = ?", (event_id,)).fetchone()
            known = self._db.execute("SELECT 1 FROM undone WHERE event = ?", (event_id,)).fetchone()
            if row is None or known:
                return
            self._insert(moment, undo_id, "undone", event_id, {})
            self._db.execute("INSERT INTO undone (event, by) VALUES (?, ?)", (event_id, undo_id))
            if row[0] == "review":
                seconds = float(json.loads(row[2]).get("seconds", 0))
                self._add_to_day(date.fromisoformat(row[1]), -1, -seconds)

    def events(self, *kinds: str, item: str | None = None, since: date | None = None) -> Iterator[Event]:
        """Events in the order they were written, without the undone ones; each is checked against its chain."""
        where, values = ["undone.event IS NULL"], list[Any]()
        if kinds:
            where.append(f"kind IN ({','.join('?' * len(kinds))})")
            values += kinds
        if item is not None:
            where.append("item = ?")
            values.append(item)
        if since is not None:
            where.append("day >= ?")
            values.append(since.isoformat())
        query = f"SELECT {_FIELDS} FROM events LEFT JOIN undone ON undone.event = events.id WHERE "
        for row in self._db.execute(query + " AND ".join(where) + " ORDER BY position", values):
            yield _event(row)

    def last(self, kind: str) -> Event | None:
        """The newest event of a kind, undone ones left out."""
        query = f"SELECT {_FIELDS} FROM events LEFT JOIN undone ON undone.event = events.id"
        query += " WHERE kind = ? AND undone.event IS NULL ORDER BY position DESC LIMIT 1"
        row = self._db.execute(query, (kind,)).fetchone()
        return _event(row) if row else None

    def save_draft(self, key: str, text: str, moment: Moment, extra: Mapping[str, Any] | None = None) -> None:
        """Keep what is being typed; an empty text lets it go."""
        with self.transaction():
            if not text and not extra:
                self._db.execute("DELETE FROM drafts WHERE key = ?", (key,))
                return
            self._db.execute(
                "INSERT INTO drafts VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET text = excluded.text,"
                " at = excluded.at, extra = excluded.extra",
                (key, text, utc_text(moment.at), json.dumps(extra or {}, ensure_ascii=False)),
            )

    def drafts(self) -> list[Draft]:
        """What was being typed, newest first."""
        rows = self._db.execute("SELECT key, text, at, extra FROM drafts ORDER BY at DESC, key")
        return [Draft(key, text, at, json.loads(extra)) for key, text, at, extra in rows]

    def clear_draft(self, key: str) -> None:
        """Let a draft go."""
        with self.transaction():
            self._db.execute("DELETE FROM drafts WHERE key = ?", (key,))

    def states(self) -> list[State]:
        """The cached card states."""
        rows = self._db.execute("SELECT card, stability, difficulty, last_day, due_day, reps, lapses FROM card_states")
        return [State(*row) for row in rows]

    def due_count(self, day: date) -> int:
        """How many cards seen before are due on `day`."""
        query = "SELECT count(*) FROM card_states WHERE due_day <= ?"
        return int(self._db.execute(query, (day.toordinal(),)).fetchone()[0])

    def total(self, day: date) -> Total:
        """A day's reviews and seconds."""
        row = self._db.execute("SELECT reviews, seconds FROM day_totals WHERE day = ?", (day.isoformat(),)).fetchone()
        return Total(*row) if row else Total(0, 0.0)

    def days_studied(self) -> list[date]:
        """The days with at least one review."""
        rows = self._db.execute("SELECT day FROM day_totals WHERE reviews > 0 ORDER BY day")
        return [date.fromisoformat(day) for (day,) in rows]

    def _put_states(self, states: Sequence[State]) -> None:
        self._db.executemany("INSERT OR REPLACE INTO card_states VALUES (?, ?, ?, ?, ?, ?, ?)", states)

    def put_states(self, states: Sequence[State], forget: Sequence[str] = ()) -> None:
        """Replace cached states, and drop those of cards that have none any more."""
        with self.transaction():
            self._put_states(states)
            self._db.executemany("DELETE FROM card_states WHERE card = ?", [(card,) for card in forget])

    def _add_to_day(self, day: date, reviews: int, seconds: float) -> None:
        self._db.execute(
            "INSERT INTO day_totals VALUES (?, ?, ?) ON CONFLICT (day) DO UPDATE SET"
            " reviews = reviews + excluded.reviews, seconds = seconds + excluded.seconds",
            (day.isoformat(), reviews, seconds),
        )

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def transaction(self) -> "Transaction":
        """One transaction that takes the write lock at once."""
        return Transaction(self._db)


class Transaction:
    """BEGIN IMMEDIATE … COMMIT; anything raised inside rolls back, and a refusing disk becomes a StorageFault."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def __enter__(self) -> None:
        self._run("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._run("ROLLBACK" if kind else "COMMIT")

    def _run(self, statement: str) -> None:
        try:
            self._db.execute(statement)
        except sqlite3.OperationalError as error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            busy = "locked" in str(error) or "busy" in str(error)
            message = (
                "The journal is busy in another terminal." if busy else f"The journal could not be written: {error}."
            )
            raise StorageFault(message, "Nothing was saved; try again.") from error


def link(previous: str, row: Sequence[Any]) -> str:
    """The checksum that ties a row to the one before it on the same device."""
    text = json.dumps([previous, *row], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _event(row: Sequence[Any]) -> Event:
    id_, device, seq, at, day, zone, kind, item, body, _chain = row
    try:
        return Event(id_, device, seq, at, date.fromisoformat(day), zone, kind, item, json.loads(body))
    except ValueError as error:
        raise StorageFault(
            f"The journal is damaged at event {seq}.", "See: coach data check, coach data restore"
        ) from error
