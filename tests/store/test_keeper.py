"""What a session hands over is kept: a rated outcome with its review, an unrated one as takes alone."""

from pathlib import Path

import pytest

from coach.practice.asks import Outcome, Take
from coach.practice.pick import Card, Picker, Time
from coach.store.database import open_store
from coach.store.journal import Journal
from coach.store.keeper import JournalKeeper
from coach.store.seal import new_id
from tests.store.homes import START, home_in, moment

FIRST, SECOND = Take("first", "a", 2, 40, {}), Take("second", "b", 0, 50, {})


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return open_store(home_in(tmp_path), moment())


@pytest.fixture
def picker() -> Picker:
    return Picker([Card("till", "triads", (), [])], Time(START.date(), 600.0, 600.0, []))


@pytest.fixture
def keeper(journal: Journal, picker: Picker) -> JournalKeeper:
    made = iter(range(99))
    return JournalKeeper(journal, picker, moment, lambda now: new_id(now, bytes([next(made)] * 10)))


def kept(journal: Journal) -> tuple[list[str], list[float]]:
    """The parts of the takes, and the seconds of the reviews."""
    parts = [event.body["part"] for event in journal.events("take")]
    return parts, [event.body["seconds"] for event in journal.events("review")]


def test_going_on_after_a_rated_outcome_writes_its_review_again_with_all_the_time(
    journal: Journal, picker: Picker, keeper: JournalKeeper
) -> None:
    before = keeper.record("till", "triads", Outcome(2, (FIRST,)), 10.0)
    done = keeper.go_on(before, (SECOND,), 30.0)
    assert kept(journal) == (["first", "second"], [30.0])
    assert [answer[1:] for answer in picker.history("till")] == [(2, 30.0)]
    keeper.undo(done)
    assert (kept(journal), picker.history("till")) == (([], []), ())


def test_going_on_after_an_unrated_outcome_takes_no_take_back_and_tells_the_picker_nothing(
    journal: Journal, picker: Picker, keeper: JournalKeeper
) -> None:
    rated = keeper.record("till", "triads", Outcome(2, (FIRST,)), 10.0)
    unrated = keeper.record("till", "triads", Outcome(0, (SECOND,)), 10.0)
    done = keeper.go_on(unrated, (SECOND._replace(part="third"),), 30.0)
    assert kept(journal) == (["first", "second", "third"], [10.0])
    assert [answer[1:] for answer in picker.history("till")] == [(2, 10.0)]
    assert not set(done.events) & set(rated.events)
    keeper.undo(done)
    assert kept(journal) == (["first"], [10.0])


def test_what_is_taken_back_is_drafts_again_and_a_second_take_waits_for_its_first(
    journal: Journal, keeper: JournalKeeper
) -> None:
    takes = (Take("first", "share\nleft\nopen\nit", 2, 40, {}), Take("second", "all\nmany\nclose", 0, 50, {}))
    keeper.undo(keeper.go_on(keeper.record("till", "triads", Outcome(2, takes[:1]), 10.0), takes[1:], 30.0))
    second = {"till/second-metric": "all", "till/second-impact": "many", "till/second-decision": "close"}
    first = {"till/metric": "share", "till/impact": "left", "till/decision": "open it"}
    assert {draft.key: draft.text for draft in journal.drafts()} == first | second
    again = keeper.record("till", "triads", Outcome(2, takes[:1]), 10.0)
    assert {draft.key: draft.text for draft in journal.drafts()} == second
    keeper.go_on(again, takes[1:], 30.0)
    assert not journal.drafts()
