"""Any sequence of calls, with reopening between, agrees with a plain model of dicts."""

from datetime import date
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from coach.store.check import check
from coach.store.database import open_store
from coach.store.states import State
from tests.store.homes import home_in, moment, state

ITEMS = st.sampled_from(["", "deck/a", "deck/ab", "deck/b"])
BODIES = st.dictionaries(st.text(max_size=4), st.text(max_size=8) | st.integers(-9, 9) | st.none(), max_size=2)
SECONDS = st.floats(0, 100, allow_nan=False).map(lambda seconds: round(seconds, 1))


class Store(RuleBasedStateMachine):
    """The journal beside lists and dicts that say what must be in it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp(prefix="coach-machine-"))
        self.journal = open_store(home_in(self.folder), moment())
        self.events: dict[str, tuple[str, str, dict[str, Any]]] = {}
        self.undone: set[str] = set()
        self.drafts: dict[str, str] = {}
        self.states: dict[str, State] = {}
        self.fresh = True
        self.clock = 0

    def tick(self) -> int:
        self.clock += 1
        return self.clock

    @rule(item=ITEMS, body=BODIES, kind=st.sampled_from(["take", "setup"]))
    def append(self, item: str, body: dict[str, Any], kind: str) -> None:
        event = self.journal.append(moment(self.tick()), kind, item, body)
        self.events[event.id] = (kind, item, body)

    @rule(item=ITEMS, rating=st.integers(1, 4), seconds=SECONDS, due=st.integers(1, 9), told=st.booleans())
    def review(self, item: str, rating: int, seconds: float, due: int, told: bool) -> None:
        body = {"rating": rating, "seconds": seconds}
        rows = [state(item, due)] if told and item else []
        saved = self.journal.append_all(
            moment(self.tick()), item, [("", "review", body), ("", "take", {})], f"{item}/", rows
        )
        self.events[saved[0].id], self.events[saved[1].id] = ("review", item, body), ("take", item, {})
        self.states |= {row.card: row for row in rows}
        self.fresh = self.fresh and bool(rows)
        self.drafts = {key: text for key, text in self.drafts.items() if not key.startswith(f"{item}/")}

    @rule(index=st.integers(0, 30))
    def repeat(self, index: int) -> None:
        if index < len(self.events):
            self.journal.append(moment(self.tick()), "other", "other", {}, list(self.events)[index])

    @rule(index=st.integers(0, 30))
    def undo(self, index: int) -> None:
        if index < len(self.events):
            event = list(self.events)[index]
            rated = "rating" in self.events[event][2] and event not in self.undone
            self.journal.undo(moment(self.tick()), event)
            self.undone.add(event)
            self.fresh = self.fresh and not rated

    @rule(key=st.sampled_from(["deck/a/x", "deck/a/y", "deck/b/x"]), text=st.text(max_size=9))
    def draft(self, key: str, text: str) -> None:
        self.journal.save_draft(key, text, moment(self.tick()))
        self.drafts.pop(key, None)
        if text:
            self.drafts[key] = text

    @rule(key=st.sampled_from(["deck/a/x", "deck/b/x"]))
    def clear(self, key: str) -> None:
        self.journal.clear_draft(key)
        self.drafts.pop(key, None)

    @rule()
    def reopen(self) -> None:
        if self.fresh:
            self.journal.close()
            self.journal = open_store(home_in(self.folder), moment())

    @invariant()
    def the_journal_says_what_the_model_says(self) -> None:
        kept = {event: what for event, what in self.events.items() if event not in self.undone}
        assert {event.id: (event.kind, event.item, event.body) for event in self.journal.events()} == kept
        assert [event.id for event in self.journal.events("review", item="deck/a")] == [
            event for event, (kind, item, _) in kept.items() if (kind, item) == ("review", "deck/a")
        ]
        assert {draft.key: draft.text for draft in self.journal.drafts()} == self.drafts
        assert {row.card: row for row in self.journal.states()} == self.states
        assert self.journal.ledger().states_fresh == self.fresh

    @invariant()
    def the_counts_are_those_of_the_model(self) -> None:
        reviews = [b for event, (kind, _, b) in self.events.items() if kind == "review" and event not in self.undone]
        total = self.journal.total(date(2026, 12, 1))
        assert (total.reviews, round(total.seconds, 1)) == (
            len(reviews),
            round(sum(body["seconds"] for body in reviews), 1),
        )
        due = date.fromordinal(5)
        assert self.journal.due_count(due) == sum(row.due_day <= 5 for row in self.states.values())
        assert len(self.journal.due_cards(due)) == self.journal.due_count(due)

    def teardown(self) -> None:
        with self.journal.view() as (con, _):
            assert not check(con).problems
        self.journal.close()
        rmtree(self.folder)


Store.TestCase.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
TestStore = Store.TestCase
