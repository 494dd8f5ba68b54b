"""Merging is a union by event id, in any order, any number of times."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.errors import InputFault
from coach.store.backup import copy
from coach.store.check import check_file
from coach.store.database import open_store
from coach.store.journal import Journal
from coach.store.jsonl import export, parse
from coach.store.merge import merge_file, merge_rows
from coach.store.sync import sync
from tests.store.homes import home_in, moment


def store(folder: Path, *items: str, start: int = 0) -> Journal:
    journal = open_store(home_in(folder), moment())
    for number, item in enumerate(items):
        journal.append(moment(start + number), "review", item, {"rating": 3, "seconds": 1.5})
    return journal


def items(journal: Journal) -> list[str]:
    return [event.item for event in journal.events()]


def whole(journal: Journal) -> bool:
    journal.close()
    return not check_file(journal.home.database).problems


def test_two_devices_come_to_the_same_events_states_and_totals(tmp_path: Path) -> None:
    one, two = store(tmp_path / "1", "a", "b"), store(tmp_path / "2", "a", "c", start=10)
    undone = two.append(moment(20), "review", "gone", {"rating": 1}).id
    two.undo(moment(21), undone)
    file = tmp_path / "two.jsonl"
    file.write_bytes(export(two))
    assert merge_file(one, file) == (4, 0)
    assert merge_file(one, file) == (0, 4)
    assert merge_file(two, one.home.database) == (2, 4)
    assert items(one) == items(two) == ["a", "b", "a", "c"]
    assert one.states() == two.states()
    assert one.totals() == two.totals()
    assert [state.reps for state in one.states()] == [2, 1, 1]
    assert whole(one) and whole(two)


def test_a_copied_home_goes_on_in_two_places_and_nothing_is_lost(tmp_path: Path) -> None:
    one = store(tmp_path / "1", "shared")
    home = home_in(tmp_path / "2")
    home.data.mkdir()
    copy(one.home.database, home.database)
    two = open_store(home, moment())
    assert one.device == two.device
    one.append(moment(5), "take", "only one", {})
    two.append(moment(6), "take", "only two", {})
    for _ in range(3):
        for here, there in ((one, two), (two, one)):
            merge_rows(here, parse("x", export(there)))
    one.append(moment(7), "take", "later", {})
    merge_rows(two, parse("x", export(one)))
    assert items(one) == ["shared", "only one", "only two", "later"]
    assert items(two) == ["shared", "only one", "only two", "later"]
    assert whole(one) and whole(two)


def test_events_lost_to_an_older_copy_come_back_from_another_device(tmp_path: Path) -> None:
    one = store(tmp_path / "1", "a", "b", "c")
    two = store(tmp_path / "2")
    merge_rows(two, parse("x", export(one)))
    again = store(tmp_path / "3", "new", start=30)
    merge_rows(again, parse("x", export(two)))
    assert items(again) == ["a", "b", "c", "new"]
    assert whole(again)


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=12))
def test_any_order_of_writing_and_merging_ends_in_the_union(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, int]]
) -> None:
    root = tmp_path_factory.mktemp("devices")
    devices = [store(root / str(number)) for number in range(3)]
    written = set()
    for number, (here, there) in enumerate(steps):
        if here == there:
            written.add(devices[here].append(moment(number), "take", f"item-{number}", {"n": number}).id)
        else:
            merge_rows(devices[here], parse("x", export(devices[there])))
    for _ in range(2):
        for here in devices:
            for there in devices:
                merge_rows(here, parse("x", export(there)))
    assert [{event.id for event in device.events()} for device in devices] == [written] * 3
    assert items(devices[0]) == items(devices[1]) == items(devices[2])
    assert all(whole(device) for device in devices)


def test_a_shared_folder_brings_three_devices_together(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    devices = [store(tmp_path / name, name, start=number) for number, name in enumerate("abc")]
    for device in [*devices, *devices]:
        sync(device, shared)
    assert [items(device) for device in devices] == [["a", "b", "c"]] * 3
    done = sync(devices[0], shared)
    assert (sum(done.added.values()), done.wrote, done.refused) == (0, None, ())
    assert len(list(shared.iterdir())) == 3
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in shared.iterdir())


def test_a_file_still_on_its_way_is_left_for_the_next_time(tmp_path: Path) -> None:
    one, two = store(tmp_path / "1", "a", "b"), store(tmp_path / "2", "c")
    shared = tmp_path / "shared"
    shared.mkdir()
    content = export(one)
    partial = shared / f"coach-{one.device}.jsonl"
    partial.write_bytes(content[: len(content) // 2])
    done = sync(two, shared)
    assert done.wrote and len(done.refused) == 1
    assert items(two) == ["c"]
    partial.write_bytes(content)
    assert sync(two, shared).added[partial.name] == 2


def broken_lines(lines: list[str]) -> dict[str, list[str]]:
    row = json.loads(lines[1])

    def changed(**values: object) -> list[str]:
        return [lines[0], json.dumps(row | values), *lines[2:]]

    return {
        "cut short": lines[:-1],
        "not JSON": [lines[0], "{", *lines[2:]],
        "not an object": [lines[0], "[]", *lines[2:]],
        "changed": changed(item="other"),
        "no number": changed(seq="1"),
        "no date": changed(day="soon"),
        "another date": changed(day="20261201"),
        "no body": changed(body=None),
        "not a number": [lines[0], lines[1].replace("1.5", "NaN"), *lines[2:]],
        "infinite": [lines[0], lines[1].replace("1.5", "1e999"), *lines[2:]],
        "deep": [lines[0], "[" * 100_000, *lines[2:]],
        "long number": [lines[0], lines[1].replace("1.5", "9" * 10_000), *lines[2:]],
        "half a character": changed(item="\ud800"),
        "another field": changed(more=1),
        "swapped": [lines[0], lines[2], lines[1], *lines[3:]],
        "no head": lines[1:],
        "another version": [lines[0].replace('"version":1', '"version":9'), *lines[1:]],
        "empty": [""],
        "not text": ["\x00\x01"],
    }


def test_every_way_of_being_broken_is_refused_by_line_and_changes_nothing(tmp_path: Path) -> None:
    lines = export(store(tmp_path / "1", "a", "b", "c")).decode().rstrip("\n").split("\n")
    journal = store(tmp_path / "2", "mine")
    before = journal.ledger()
    for name, broken in broken_lines(lines).items():
        with pytest.raises(InputFault) as fault:
            merge_rows(journal, parse("file.jsonl", ("\n".join(broken) + "\n").encode("utf-8", "surrogatepass")))
        assert fault.value.problems, name
        assert all(problem.line for problem in fault.value.problems), name
    assert journal.ledger() == before


def test_a_damaged_database_is_not_merged(tmp_path: Path) -> None:
    other = store(tmp_path / "1", *(f"card-{number}" for number in range(50)))
    other.close()
    path = other.home.database
    path.write_bytes(path.read_bytes().replace(b"card-33", b"card-3!"))
    journal = store(tmp_path / "2", "mine")
    with pytest.raises(InputFault, match="not merged"):
        merge_file(journal, path)
    with pytest.raises(InputFault, match="could not be read"):
        merge_file(journal, tmp_path / "nowhere")
    assert items(journal) == ["mine"]
    assert not list(journal.home.data.glob(".merge*"))
