"""Keeps what a session makes: one transaction for each outcome, which also lets its drafts go."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coach.days import Moment
from coach.memory.state import Review, due_day, replay
from coach.practice.asks import Outcome, Take
from coach.practice.drill import as_drafts
from coach.practice.pick import Picker
from coach.practice.session import Done
from coach.practice.takes import take_of
from coach.store.heartbeat import Beat, Heartbeat
from coach.store.journal import Journal
from coach.store.states import State


class JournalKeeper:
    """Writes reviews and takes to the journal and tells the picker; `now` reads the clock, `new_id` makes event ids."""

    def __init__(
        self, journal: Journal, picker: Picker, now: Callable[[], Moment], new_id: Callable[[Moment], str]
    ) -> None:
        self._journal = journal
        self._heart = Heartbeat(journal.home)
        self._picker = picker
        self._now = now
        self._new_id = new_id

    def draft(self, name: str) -> str:
        """What was typed under this name and not yet answered; empty if nothing."""
        return next((draft.text for draft in self._journal.drafts() if draft.key == name), "")

    def save_draft(self, name: str, text: str, extra: Mapping[str, Any] | None = None) -> None:
        """Keep what is being typed; it survives a kill."""
        self._journal.save_draft(name, text, self._now(), extra)

    def beat(self, name: str, part: int, elapsed: float) -> None:
        """Keep how far the clock of a part of a draft is; it survives a kill, and is cheap."""
        self._heart.write(Beat(name, part, elapsed))

    def why(self, item: str) -> list[str]:
        """Why this item now."""
        return self._picker.why(item)

    def record(self, item: str, kind: str, outcome: Outcome, seconds: float) -> Done:
        """Save a review and its takes; saved when this returns."""
        now = self._now()
        done = Done(item, kind, outcome.rating, round(seconds, 1), ())
        events = self._events(now, done, outcome.takes)
        if outcome.record:
            events.append((self._new_id(now), *outcome.record))
        if outcome.rating:
            self._picker.answered(item, outcome.rating, done.seconds)
        # A second take that was taken back waits for its first to be answered anew.
        spares = f"{item}/second" if all(take.part == "first" for take in outcome.takes) else ""
        self._journal.append_all(now, item, events, f"{item}/", self._states(item), spares=spares)
        return done._replace(events=tuple(event for event, _, _ in events))

    def go_on(self, before: Done, takes: Sequence[Take], seconds: float) -> Done:
        """Add takes to what was recorded before; its review, saved first, is written again with all the time taken.

        What was not rated has no review: its takes stay as they are.
        """
        now = self._now()
        done = before._replace(seconds=round(seconds, 1))
        events = self._events(now, done, takes)
        reviewed = before.events[: 1 if before.rating else 0]
        if reviewed:
            self._picker.undone(done.id)
            self._picker.answered(done.id, done.rating, done.seconds)
        instead = [(review, self._new_id(now)) for review in reviewed]
        clears = f"{done.id}/" if takes else ""
        self._journal.append_all(now, done.id, events, clears, self._states(done.id), instead)
        return done._replace(events=(*(event for event, _, _ in events), *before.events[len(reviewed) :]))

    def _events(self, now: Moment, done: Done, takes: Sequence[Take]) -> list[tuple[str, str, Mapping[str, Any]]]:
        review = {"kind": done.kind, "rating": done.rating, "seconds": done.seconds}
        bodies = [("review", review)] if done.rating else []
        bodies += [("take", {"kind": done.kind, **take._asdict()}) for take in takes]
        return [(self._new_id(now), *body) for body in bodies]

    def undo(self, done: Done) -> None:
        """Take back everything one outcome wrote; the words of its takes are drafts again."""
        now = self._now()
        saved = [event for event in map(self._journal.event, done.events) if event and event.kind == "take"]
        # The drafts first: whatever stops it here, the words are kept.
        for name, text in as_drafts(done.id, done.kind, [take_of(event.body) for event in saved]).items():
            self._journal.save_draft(name, text, now)
        if done.rating:
            self._picker.undone(done.id)
        states = self._states(done.id)
        undone = [(event, self._new_id(now)) for event in done.events]
        self._journal.undo_all(now, undone, states, [] if states else [done.id])

    def _states(self, item: str) -> list[State]:
        reviews = [Review(item, *answer) for answer in self._picker.history(item)]
        return [
            State(item, state.stability, state.difficulty, state.last, due_day(state), state.reps, state.lapses)
            for state in replay(reviews).values()
        ]
