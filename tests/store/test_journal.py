"""What the journal keeps, leaves out, and counts."""

from datetime import date
from pathlib import Path

import pytest

from coach.store.database import open_store
from coach.store.journal import Journal
from coach.store.seal import new_id
from tests.store.homes import home_in, moment, state


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return open_store(home_in(tmp_path), moment())


def reopened(journal: Journal) -> Journal:
    journal.close()
    return open_store(journal.home, moment())


def review(journal: Journal, item: str, minutes: float, rating: int = 3, seconds: float = 2.5) -> str:
    return journal.append(moment(minutes), "review", item, {"rating": rating, "seconds": seconds}).id


def test_events_come_back_as_they_were_given_and_in_the_order_they_happened(journal: Journal) -> None:
    late = journal.append(moment(9), "take", "deck/a", {"text": "a\u0000\u202e\ud800 ü 100 %", "n": [1, 2.5, None]})
    early = journal.append(moment(1), "setup", "", {"pack": "fintech-pm"})
    assert list(reopened(journal).events()) == [early, late]


def test_the_same_id_twice_is_one_event(journal: Journal) -> None:
    chosen = new_id(moment(), b"0123456789")
    first = journal.append(moment(), "review", "a", {"rating": 1}, chosen)
    assert journal.append(moment(5), "review", "a", {"rating": 4}, chosen) == first
    assert [event.id for event in journal.events()] == [chosen]
    assert journal.total(date(2026, 12, 1)).reviews == 1


def test_events_are_chosen_by_kind_item_and_day(journal: Journal) -> None:
    review(journal, "a", 1)
    review(journal, "b", 2)
    journal.append(moment(3), "take", "a", {})
    review(journal, "a", 60 * 24)
    assert [event.item for event in journal.events("review")] == ["a", "b", "a"]
    assert [event.kind for event in journal.events(item="a")] == ["review", "take", "review"]
    assert len(list(journal.events("review", "take", since=date(2026, 12, 2)))) == 1
    assert list(journal.events("nothing")) == list(journal.events(item="nothing")) == []


def test_undone_is_left_out_of_events_and_totals_but_not_of_the_file(journal: Journal) -> None:
    first, second = review(journal, "a", 1, rating=1), review(journal, "a", 2)
    journal.undo(moment(3), first, "undoing")
    journal.undo(moment(4), first, "undoing again")
    assert [event.id for event in reopened(journal).events(item="a")] == [second]
    journal = open_store(journal.home, moment())
    assert journal.total(date(2026, 12, 1)) == (1, 2.5)
    assert [total.again for total in journal.totals("review")] == [0]
    assert journal.event(first) is not None
    assert len(list(journal.events("undone"))) == 1
    assert journal.last("review") == journal.last("take", "review") == journal.event(second)


def test_taking_back_what_is_not_there_changes_nothing(journal: Journal) -> None:
    before = journal.ledger()
    journal.undo(moment(), "no such event")
    assert journal.ledger() == before


def test_an_answer_lets_its_drafts_go_in_the_same_transaction(journal: Journal) -> None:
    for key in ("deck/a/metric", "deck/a/impact", "deck/ab"):
        journal.save_draft(key, f"draft of {key}\n", moment(), {"seconds": 12})
    journal.append(moment(1), "take", "deck/a", {}, clears="deck/a/")
    (kept,) = reopened(journal).drafts()
    assert (kept.key, kept.text, kept.extra) == ("deck/ab", "draft of deck/ab\n", {"seconds": 12})


def test_an_empty_draft_is_no_draft(journal: Journal) -> None:
    journal.save_draft("k", "typed", moment())
    journal.save_draft("k", "typed more", moment(1))
    journal.save_draft("other", "x", moment())
    assert [draft.text for draft in journal.drafts()] == ["typed more", "x"]
    journal.save_draft("k", "", moment(2))
    journal.clear_draft("other")
    journal.clear_draft("never there")
    assert journal.drafts() == []


def test_due_cards_follow_their_states(journal: Journal) -> None:
    journal.append_all(moment(), "a", [("", "review", {"rating": 3})], states=[state("a", 5)])
    second = journal.append_all(moment(), "b", [("", "review", {"rating": 3})], states=[state("b", 7)])
    assert [journal.due_count(date.fromordinal(day)) for day in (4, 5, 6, 7)] == [0, 1, 1, 2]
    journal.append_all(moment(1), "a", [("", "review", {"rating": 3})], states=[state("a", 9)])
    assert [row.card for row in journal.due_cards(date.fromordinal(9))] == ["b", "a"]
    assert journal.due_counts() == {date.fromordinal(7): 1, date.fromordinal(9): 1}
    journal.undo_all(moment(2), [(second[0].id, "u")], forget=["b", "never seen"])
    assert journal.states() == [state("a", 9)]
    assert (journal.state("a"), journal.state("b")) == (state("a", 9), None)


def test_states_that_miss_a_review_are_replayed_at_the_next_start(journal: Journal) -> None:
    review(journal, "a", 1)
    undone = review(journal, "b", 2)
    journal.undo(moment(3), undone)
    assert not journal.ledger().states_fresh
    journal = reopened(journal)
    assert journal.ledger().states_fresh
    assert [(row.card, row.reps) for row in journal.states()] == [("a", 1)]


def test_taking_back_moves_the_state_in_the_same_transaction(journal: Journal) -> None:
    saved = journal.append_all(moment(), "a", [("", "review", {"rating": 3})], states=[state("a")])
    journal.undo_all(moment(1), [(saved[0].id, "u")], forget=["a"])
    assert journal.ledger().states_fresh
    assert journal.states() == []


def test_an_event_takes_the_place_of_another_in_one_transaction(journal: Journal) -> None:
    body = {"rating": 3, "seconds": 40.0}
    saved = journal.append_all(moment(), "a", [("", "review", body)], states=[state("a")])
    longer = body | {"seconds": 65.0}
    journal.append_all(moment(1), "a", [("n", "review", longer)], states=[state("a")], instead=[(saved[0].id, "u")])
    assert [event.id for event in journal.events("review")] == ["n"]
    assert (journal.total(date(2026, 12, 1)).reviews, journal.total(date(2026, 12, 1)).seconds) == (1, 65.0)
    assert journal.ledger().states_fresh


def test_a_body_that_is_not_json_is_refused_before_anything_is_written(journal: Journal) -> None:
    with pytest.raises(ValueError, match="float"):
        journal.append(moment(), "review", "a", {"seconds": float("nan")})
    assert list(journal.events()) == []


def test_the_days_studied_are_those_with_a_review_that_stands(journal: Journal) -> None:
    gone = review(journal, "a", 0)
    review(journal, "a", 60 * 24)
    journal.undo(moment(1), gone)
    assert journal.days_studied() == [date(2026, 12, 2)]
