"""Opening: private, once, of the right version; refusals in sentences."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from coach.errors import StorageFault
from coach.store import migrations
from coach.store.check import check_file, problems_of
from coach.store.connection import connect
from coach.store.database import open_store
from coach.store.marker import marker_path
from coach.store.migrations import SCHEMA_SEALS, STEPS, migrate, schema_seal
from coach.store.restore import restore
from tests.store.homes import home_in, moment

KEPT = Path(__file__).with_name("schemas")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_everything_is_private_whatever_the_umask(tmp_path: Path) -> None:
    home = home_in(tmp_path / "home")
    before = os.umask(0)
    try:
        with open_store(home, moment()) as journal:
            journal.append(moment(), "setup", "", {})
            assert {mode(path) for path in home.data.iterdir()} == {0o600}
    finally:
        os.umask(before)
    assert mode(home.data) == 0o700


def test_what_was_opened_to_others_is_closed_again(tmp_path: Path) -> None:
    home = home_in(tmp_path / "home")
    open_store(home, moment()).close()
    home.data.chmod(0o755)
    home.database.chmod(0o644)
    open_store(home, moment()).close()
    assert (mode(home.data), mode(home.database)) == (0o700, 0o600)


def test_a_newer_journal_is_refused_and_left_alone(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    open_store(home, moment()).close()
    with closing(sqlite3.connect(home.database)) as con:
        con.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    before = home.database.read_bytes()
    with pytest.raises(StorageFault, match=f"newer coach \\(schema {len(STEPS) + 1}; this one reads up to"):
        open_store(home, moment())
    assert home.database.read_bytes() == before


def test_something_else_in_the_place_of_the_journal_is_refused_and_left_alone(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    with closing(sqlite3.connect(home.database)) as con:
        con.execute("CREATE TABLE notes (text)")
    before = home.database.read_bytes()
    with pytest.raises(StorageFault, match="not a journal of coach"):
        open_store(home, moment())
    assert home.database.read_bytes() == before
    home.database.write_text("a text file that someone put here")
    with pytest.raises(StorageFault, match="not a database"):
        open_store(home, moment())


def test_a_journal_in_use_is_busy_not_broken(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    journal = open_store(home, moment())
    journal._con.execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(home.database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageFault, match="busy in another terminal") as fault:
            journal.append(moment(), "setup", "", {})
    assert fault.value.exit_code == 6
    journal.append(moment(), "setup", "", {})


def test_no_home_can_be_made_under_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageFault, match=r"file.*Not a directory.*free"):
        open_store(home_in(tmp_path / "file" / "home"), moment())


def test_events_are_never_changed_or_deleted_by_any_statement(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    with open_store(home, moment()) as journal:
        journal.append(moment(), "setup", "", {})
    with closing(sqlite3.connect(home.database)) as con:
        for statement in ("UPDATE event SET kind = 'other'", "DELETE FROM event"):
            with pytest.raises(sqlite3.IntegrityError, match="events are never"):
                con.execute(statement)


def test_a_first_start_that_was_cut_short_is_finished_by_the_next(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    home.database.touch()
    open_store(home, moment()).close()
    marker_path(home).unlink()
    with closing(sqlite3.connect(home.database)) as con:
        con.execute("DELETE FROM ledger")
        con.commit()
    with open_store(home, moment()) as journal:
        journal.append(moment(), "setup", "", {})
    assert not check_file(home.database).problems


def test_a_changed_schema_is_damage(tmp_path: Path) -> None:
    home = home_in(tmp_path)
    open_store(home, moment()).close()
    with closing(sqlite3.connect(home.database)) as con:
        con.execute("DROP TRIGGER event_is_never_changed")
    with pytest.raises(StorageFault, match="schema was changed"):
        open_store(home, moment())


@pytest.mark.parametrize("version", range(1, len(STEPS) + 1))
def test_a_journal_of_every_schema_version_is_migrated_with_all_its_events(version: int, tmp_path: Path) -> None:
    home = home_in(tmp_path)
    home.database.write_bytes((KEPT / f"version-{version}.db").read_bytes())
    with open_store(home, moment()) as journal:
        assert [event.item for event in journal.events("review")] == [f"deck/a-{number}" for number in range(6)]
        assert [draft.text for draft in journal.drafts()] == ["not finished"]
        with journal.view() as (con, _):
            assert not problems_of(home, con).problems


@pytest.mark.parametrize("version", range(1, len(STEPS) + 1))
def test_a_backup_of_every_schema_version_is_whole_and_can_be_restored(version: int, tmp_path: Path) -> None:
    home = home_in(tmp_path)
    home.backups.mkdir()
    backup = home.backups / f"before-schema-{version + 1}.db"
    backup.write_bytes((KEPT / f"version-{version}.db").read_bytes())
    assert check_file(backup).problems == ()
    restore(home, backup)
    with open_store(home, moment()) as journal:
        assert len(list(journal.events("review"))) == 6


def test_a_new_journal_has_the_schema_that_migrations_lead_to(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "new.db")) as con:
        migrate(con)
        assert schema_seal(con) == SCHEMA_SEALS[-1]
    assert len(SCHEMA_SEALS) == len(STEPS)


def test_each_step_is_its_own_transaction_and_an_older_journal_is_kept_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = home_in(tmp_path)
    with open_store(home, moment()) as journal:
        journal.append(moment(), "setup", "", {})

    def more(con: sqlite3.Connection) -> None:
        con.execute("CREATE TABLE more (x) STRICT" if broken else "CREATE TABLE more (x INTEGER) STRICT")

    broken = True
    monkeypatch.setattr("coach.store.database.STEPS", (*STEPS, more))
    monkeypatch.setattr(migrations.migrate, "__defaults__", ((*STEPS, more),))
    monkeypatch.setattr(migrations.refuse_newer, "__defaults__", ((*STEPS, more),))
    with pytest.raises(StorageFault):
        open_store(home, moment())
    assert check_file(home.database).problems == ()
    assert check_file(home.backups / f"before-schema-{len(STEPS) + 1}.db").events == 1
    broken = False
    with closing(connect(home.database)) as con:
        migrate(con)
        assert con.execute("PRAGMA user_version").fetchone() == (len(STEPS) + 1,)
