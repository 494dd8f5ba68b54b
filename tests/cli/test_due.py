"""`coach due` and today's screen speak of the same cards in the same words."""

import json
from pathlib import Path

from coach.store.database import open_store
from coach.store.states import State
from tests.cli.test_data import coach
from tests.store.homes import home_in, moment


def test_both_say_how_many_are_due_and_the_list_says_which_are_new_and_what_it_left_out(tmp_path: Path) -> None:
    assert coach(tmp_path, "--today=2026-12-01", "setup", "--yes")[0] == 0
    data = json.loads(coach(tmp_path, "--today=2026-12-02", "due", "--json")[1])
    known = data["cards"][0]["id"]
    assert data["due"] == 0 and all(card["new"] for card in data["cards"])
    with open_store(home_in(tmp_path), moment()) as journal:
        due = moment().day.toordinal() + 1
        state = State(known, 1.0, 5.0, due - 1, due, 1, 0)
        journal.append_all(moment(), known, [("", "review", {"rating": 3, "seconds": 9.0})], states=[state])
    _, today, _ = coach(tmp_path, "--today=2026-12-02", "today")
    _, listed, _ = coach(tmp_path, "--today=2026-12-02", "due")
    data = json.loads(coach(tmp_path, "--today=2026-12-02", "due", "--json")[1])
    assert "Due         1 card to repeat, then new ones and drills" in today
    assert listed.startswith("Due: 1 card to repeat. Today's minutes hold ")
    count, new = len(data["cards"]), sum(card["new"] for card in data["cards"])
    assert " ".join(listed.split()).count(f"hold {count} cards, {new} of them new") == 1
    assert f"… and {count - 6} more: coach due --all" in listed
    assert len(listed.splitlines()) <= 23
    _, whole, _ = coach(tmp_path, "--today=2026-12-02", "due", "--all")
    assert "more:" not in whole
    assert len(whole.splitlines()) > 2 * count
