"""Backups are whole, few, private, and never traded for less."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from coach.errors import StorageFault
from coach.store.backup import check_ledger, daily_path, keep, keep_daily
from coach.store.check import check_file
from coach.store.database import open_store
from coach.store.marker import marker_path
from coach.store.restore import restore
from tests.store.homes import home_in, moment

DAY = date(2026, 12, 1)


def with_events(folder: Path, count: int) -> None:
    with open_store(home_in(folder), moment()) as journal:
        for number in range(count):
            journal.append(moment(number), "review", f"card-{number}", {"rating": 3, "seconds": 1})


def test_a_backup_a_day_and_only_the_last_seven_and_four_are_kept(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    with_events(tmp_path, 3)
    for ahead in range(60):
        kept = keep_daily(home, DAY + timedelta(days=ahead))
        assert kept and not kept.warning
    assert keep_daily(home, DAY + timedelta(days=59)) is None
    names = sorted(path.name for path in home.backups.iterdir())
    daily = [name for name in names if "daily" in name]
    weekly = [date.fromisoformat(name[:10]) for name in names if "weekly" in name]
    assert daily == [f"{DAY + timedelta(days=ahead)}-daily.db" for ahead in range(53, 60)]
    assert [later - earlier for earlier, later in pairwise(weekly)] == [timedelta(days=7)] * 3
    assert all(check_file(path).events == 3 for path in home.backups.iterdir())
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in home.backups.iterdir())


def test_a_smaller_journal_never_pushes_a_larger_backup_out_silently(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    with_events(tmp_path, 5)
    for ahead in range(7):
        keep_daily(home, DAY + timedelta(days=ahead))
    home.database.unlink()
    marker_path(home).unlink()
    with_events(tmp_path, 1)
    kept = keep_daily(home, DAY + timedelta(days=7))
    assert kept and "has 5" in kept.warning
    assert check_ledger(daily_path(home, DAY)) == 5
    again = keep(home, daily_path(home, DAY), DAY)
    assert "it was kept" in again.warning
    assert check_ledger(daily_path(home, DAY)) == 5


def test_a_damaged_journal_is_not_backed_up_and_the_copy_is_gone(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    with_events(tmp_path, 40)
    damage(home.database, b"card-17")
    with pytest.raises(StorageFault, match="damaged"):
        keep_daily(home, DAY)
    assert list(home.backups.iterdir()) == []


def damage(path: Path, word: bytes) -> None:
    content = path.read_bytes()
    path.write_bytes(content.replace(word, word[:-1] + b"!"))


def test_restore_uses_the_newest_whole_backup_and_rescues_what_came_after(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    with_events(tmp_path, 10)
    keep_daily(home, DAY)
    with open_store(home, moment()) as journal:
        device = journal.device
        for number in range(10, 20):
            journal.append(moment(number), "review", f"card-{number}", {"rating": 3})
    keep_daily(home, DAY + timedelta(days=1))
    damage(daily_path(home, DAY + timedelta(days=1)), b"card-3")
    damage(home.database, b"card-15")
    with pytest.raises(StorageFault, match="damaged") as fault, open_store(home, moment()) as journal:
        list(journal.events())
    assert "coach data restore" in fault.value.hint
    (home.data / "journal.db-journal").write_bytes(b"stale")
    done = restore(home)
    assert done.source == daily_path(home, DAY)
    assert (done.events, done.rescued) == (19, 9)
    assert done.kept and b"card-1!" in done.kept.read_bytes()
    with open_store(home, moment()) as journal:
        items = [event.item for event in journal.events()]
        assert items == [f"card-{number}" for number in range(20) if number != 15]
        assert journal.device != device
        assert len(journal.states()) == 19
    assert not (home.data / "journal.db-journal").exists() or not (home.data / "journal.db-journal").read_bytes()


def test_a_vanished_or_emptied_journal_is_not_replaced_by_a_new_one(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    with_events(tmp_path, 4)
    keep_daily(home, DAY)
    for ruin in (lambda: home.database.write_bytes(b""), home.database.unlink):
        ruin()
        with pytest.raises(StorageFault, match="empty or gone") as fault:
            open_store(home, moment())
        assert str(daily_path(home, DAY)) in fault.value.hint
        assert restore(home).events == 4
        assert len(list(open_store(home, moment()).events())) == 4


def test_an_older_copy_in_the_place_of_the_journal_is_noticed(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    with_events(tmp_path, 4)
    older = home.database.read_bytes()
    with_events(tmp_path, 4)
    home.database.write_bytes(older)
    with pytest.raises(StorageFault, match="has 4 events, and had 8"):
        open_store(home, moment())
    assert restore(home).events == 4


def test_another_stores_journal_is_noticed_and_may_be_taken(tmp_path: Path) -> None:
    here, there = home_in(tmp_path / "here"), home_in(tmp_path / "there")
    with_events(here.data, 2)
    with_events(there.data, 3)
    here.database.write_bytes(there.database.read_bytes())
    with pytest.raises(StorageFault, match="not the journal that was here"):
        open_store(here, moment())
    assert restore(here, here.database).events == 3
    assert len(list(open_store(here, moment()).events())) == 3


def test_a_file_that_is_no_backup_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    with_events(tmp_path, 2)
    other = tmp_path / "note.txt"
    other.write_text("not a database, but long enough to look at for a moment")
    with pytest.raises(StorageFault, match="cannot be restored from"):
        restore(home, other)
    assert len(list(open_store(home, moment()).events())) == 2


def test_nothing_to_restore_from_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageFault, match="nothing could be rescued"):
        restore(home_in(tmp_path))
