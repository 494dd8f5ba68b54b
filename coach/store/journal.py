"""The journal: what happened, appended in one transaction each, with the totals and card states kept beside it."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple, Self

from coach.days import Moment, utc_text
from coach.errors import StorageFault
from coach.paths import Home
from coach.store import drafts, totals
from coach.store import states as states_
from coach.store.connection import reading, writing
from coach.store.drafts import Draft
from coach.store.events import (
    UNDONE,
    Event,
    by_id,
    chained,
    insert,
    is_undone,
    numbers,
    numbers_of_item,
    rows_as_asked,
    tail_of,
    undone_ids,
)
from coach.store.faults import guard
from coach.store.ledger import Ledger, read_ledger, write_ledger
from coach.store.marker import write_marker
from coach.store.seal import new_id, seal
from coach.store.states import State
from coach.store.totals import Total


class DayTotal(NamedTuple):
    """A day's reviews and the seconds they took."""

    reviews: int
    seconds: float


class Journal:
    """An open store. Every writing method is one transaction, on the disk when it returns; all raise StorageFault."""

    def __init__(self, con: sqlite3.Connection, home: Home, ledger: Ledger) -> None:
        self.home = home
        self.device = ledger.device
        self._con = con
        self._marked = ledger.events
        self._inode = home.database.stat().st_ino

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; the marker beside it then says how far it is."""
        with guard(self.home):
            try:
                ledger = self.ledger()
                if ledger.events != self._marked:
                    write_marker(self.home, ledger)
            finally:
                self._con.close()

    def ledger(self) -> Ledger:
        """How many events there are, the last one's chain value, and the store's ids."""
        with guard(self.home):
            return read_ledger(self._con)

    # Writing

    def append(
        self, moment: Moment, kind: str, item: str, body: Mapping[str, Any], event_id: str = "", clears: str = ""
    ) -> Event:
        """Save one event; a second call with the same id changes nothing. See `append_all` for `clears`."""
        return self.append_all(moment, item, [(event_id, kind, body)], clears)[0]

    def append_all(
        self,
        moment: Moment,
        item: str,
        events: Sequence[tuple[str, str, Mapping[str, Any]]],
        clears: str = "",
        states: Sequence[State] = (),
        instead: Sequence[tuple[str, str]] = (),
        spares: str = "",
    ) -> list[Event]:
        """Save events (id, kind, body) of one item, all or none, with the card states they lead to. An empty id is
        made up; `clears` lets go of the drafts whose keys begin so, but for those that begin with `spares`; `instead`
        takes back events as `undo_all` does."""
        with self.transaction() as con:
            ledger = before = read_ledger(con)
            for event_id, undo_id in instead:
                ledger, _ = self._taken_back(con, ledger, moment, event_id, undo_id)
            saved = []
            for event_id, kind, body in events:
                event, ledger = self._add(
                    con, ledger, moment, Event(event_id, "", 0, "", moment.day, "", kind, item, dict(body))
                )
                saved.append(event)
            if clears:
                ledger = drafts.clear_under(con, ledger, clears, spares)
            if ledger.events > before.events:
                told = bool(states) or not any("rating" in body for _, _, body in events)
                ledger = _fresh(states_.put(con, ledger, states), told and before.states_fresh)
            write_ledger(con, ledger)
        return saved

    def _add(self, con: sqlite3.Connection, ledger: Ledger, moment: Moment, new: Event) -> tuple[Event, Ledger]:
        known = by_id(con, new.id) if new.id else None
        if known:
            return known.event(), ledger
        tail = tail_of(con, self.device)
        event_id = new.id or new_id(moment, seal(ledger.store, ledger.head.hex(), utc_text(moment.at), *new))
        seq = tail.seq + 1 if tail else 1
        event = new._replace(id=event_id, device=self.device, seq=seq, at=utc_text(moment.at), zone=moment.zone)
        ledger = insert(con, ledger, chained(tail, event))
        totals.count_in(con, event.day.isoformat(), event.kind, event.item, event.body)
        return event, ledger

    def undo(self, moment: Moment, event_id: str, undo_id: str = "") -> None:
        """Leave an event out from now on; it stays in the file. See `undo_all`."""
        self.undo_all(moment, [(event_id, undo_id)])

    def undo_all(
        self,
        moment: Moment,
        events: Sequence[tuple[str, str]],
        states: Sequence[State] = (),
        forget: Sequence[str] = (),
    ) -> None:
        """Take back events (id, id of its undoing), all or none, with the card states that leaves; those already taken
        back and those unknown change nothing."""
        with self.transaction() as con:
            ledger = before = read_ledger(con)
            rated = False
            for event_id, undo_id in events:
                ledger, had_a_rating = self._taken_back(con, ledger, moment, event_id, undo_id)
                rated = rated or had_a_rating
            ledger = states_.put(con, ledger, states, forget)
            write_ledger(con, _fresh(ledger, before.states_fresh and (bool(states or forget) or not rated)))

    def _taken_back(
        self, con: sqlite3.Connection, ledger: Ledger, moment: Moment, event_id: str, undo_id: str
    ) -> tuple[Ledger, bool]:
        """The ledger without the event, and whether it had a rating."""
        target = by_id(con, event_id)
        if not target or target.kind == UNDONE or is_undone(con, event_id):
            return ledger, False
        _, ledger = self._add(con, ledger, moment, Event(undo_id, "", 0, "", moment.day, "", UNDONE, event_id, {}))
        event = target.event()
        totals.count_out(con, event.day.isoformat(), event.kind, event.body)
        return ledger, "rating" in event.body

    # Reading

    def events(self, *kinds: str, item: str | None = None, since: date | None = None) -> Iterator[Event]:
        """Events of some kinds (all if none is named), in the order they happened, without those taken back."""
        first = since.isoformat() if since else ""
        with guard(self.home):
            with reading(self._con):
                ledger = read_ledger(self._con)
                wanted = numbers(self._con, ledger, kinds, first) if item is None else numbers_of_item(self._con, item)
                gone = undone_ids(self._con, ledger) if wanted else set()
            for row in rows_as_asked(self._con, wanted, kinds, item):
                if row.id not in gone and (row.kind in kinds if kinds else row.kind != UNDONE) and row.day >= first:
                    yield row.event()

    def event(self, event_id: str) -> Event | None:
        """One event by its id, taken back or not."""
        with guard(self.home):
            row = by_id(self._con, event_id)
            return row.event() if row else None

    def last(self, *kinds: str) -> Event | None:
        """The newest event of these kinds, those taken back left out."""
        with self.view() as (con, ledger):
            wanted = numbers(con, ledger, kinds)
            gone = undone_ids(con, ledger) if wanted else set()
            kept = (row for row in rows_as_asked(con, wanted[::-1], kinds) if row.id not in gone)
            row = next(kept, None)
            return row.event() if row else None

    def totals(self, *kinds: str, since: date | None = None) -> list[Total]:
        """Totals per day and kind, without what was taken back; cheap at any size."""
        with self.view() as (con, ledger):
            return totals.read_totals(con, ledger, since.isoformat() if since else "", kinds)

    def total(self, day: date) -> DayTotal:
        """A day's reviews and seconds."""
        found = [total for total in self.totals("review", since=day) if total.day == day.isoformat()]
        return DayTotal(found[0].kept, found[0].seconds) if found else DayTotal(0, 0.0)

    def days_studied(self) -> list[date]:
        """The days with at least one review."""
        return [date.fromisoformat(total.day) for total in self.totals("review") if total.kept]

    # Drafts

    def save_draft(self, key: str, text: str, moment: Moment, extra: Mapping[str, Any] | None = None) -> None:
        """Keep what is being typed, in place of what was kept under the key; nothing typed and no extra lets it go."""
        with self.transaction() as con:
            draft = drafts.of(key, text, moment, extra or {})
            save = (
                drafts.save(con, read_ledger(con), draft) if text or extra else drafts.clear(con, read_ledger(con), key)
            )
            write_ledger(con, save)

    def drafts(self) -> list[Draft]:
        """What was being typed, the newest first."""
        with self.view() as (con, ledger):
            return drafts.read_all(con, ledger)

    def clear_draft(self, key: str) -> None:
        """Let a draft go."""
        with self.transaction() as con:
            write_ledger(con, drafts.clear(con, read_ledger(con), key))

    # Card states

    def replace_states(self, states: Iterable[State], upto: int) -> None:
        """Replace all states by those replayed when the ledger counted `upto` events."""
        with self.transaction() as con:
            ledger = states_.put(con, states_.clear(con, read_ledger(con)), states)
            write_ledger(con, ledger._replace(states_at=upto))

    def states(self) -> list[State]:
        """Every card's kept state."""
        with self.view() as (con, ledger):
            return states_.read_all(con, ledger)

    def state(self, card: str) -> State | None:
        """One card's kept state; None if it was never answered."""
        with guard(self.home):
            return states_.read_one(self._con, card)

    def due_count(self, day: date) -> int:
        """How many answered cards are due by a day; no scan."""
        with self.view() as (con, ledger):
            return sum(n for due, n in states_.due_counts(con, ledger).items() if due <= day.toordinal())

    def due_counts(self) -> dict[date, int]:
        """Answered cards by the day they are due, for a forecast."""
        with self.view() as (con, ledger):
            return {date.fromordinal(due): n for due, n in sorted(states_.due_counts(con, ledger).items())}

    def due_cards(self, day: date, limit: int = -1) -> list[State]:
        """The cards due by a day, the longest due first."""
        with self.view() as (con, ledger):
            return states_.due_cards(con, ledger, day.toordinal(), limit)

    # For the other modules of the store

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One transaction with the write lock, on the file that is still the candidate's."""
        with guard(self.home), writing(self._con):
            if self.home.database.stat().st_ino != self._inode:
                raise StorageFault("The journal was restored in another terminal.", "Start again; nothing was changed.")
            yield self._con

    @contextmanager
    def view(self) -> Iterator[tuple[sqlite3.Connection, Ledger]]:
        """One view of the journal for several questions."""
        with guard(self.home), reading(self._con):
            yield self._con, read_ledger(self._con)


def _fresh(ledger: Ledger, fresh: bool) -> Ledger:
    # States stay fresh if they were, and if whoever saved a rating also said where it moved its card.
    return ledger._replace(states_at=ledger.events) if fresh else ledger
