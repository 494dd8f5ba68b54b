"""`coach data` and `coach sync` as a person types them: exit codes, where words go, what is left on the disk."""

import subprocess
import sys
from pathlib import Path

from coach.store.database import open_store
from coach.store.journal import Journal
from tests.faults.verdict import ROOT, environment
from tests.store.homes import home_in, moment


def coach(home: Path, *arguments: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "coach", f"--home={home}", *arguments],
        cwd=ROOT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def answered(folder: Path, *items: str) -> Journal:
    journal = open_store(home_in(folder), moment())
    for number, item in enumerate(items):
        journal.append(moment(number), "review", item, {"rating": 3})
    journal.close()
    return journal


def test_a_damaged_journal_is_named_restored_and_whole_again(tmp_path: Path) -> None:
    database = answered(tmp_path, *(f"deck/card-{number}" for number in range(30))).home.database
    assert coach(tmp_path, "data", "backup")[0] == 0
    database.write_bytes(database.read_bytes().replace(b"card-7", b"card-!"))
    code, out, err = coach(tmp_path, "data", "check")
    assert code == 6
    assert "changed outside coach" in out + err
    assert "coach data restore" in err
    code, _, err = coach(tmp_path, "data", "restore")
    assert (code, "--yes" in err) == (2, True)
    code, _, err = coach(tmp_path, "data", "restore", "--yes")
    assert (code, "Restored 30 events" in err) == (0, True)
    assert coach(tmp_path, "data", "check")[0] == 0


def test_an_export_comes_back_on_another_device(tmp_path: Path) -> None:
    answered(tmp_path / "one", "a", "b")
    answered(tmp_path / "two", "c")
    file = tmp_path / "journal.jsonl"
    assert coach(tmp_path / "one", "data", "export", "-o", str(file))[0] == 0
    assert coach(tmp_path / "one", "data", "export", "-o", str(file))[0] == 1
    assert "2 new events" in coach(tmp_path / "two", "data", "import", str(file))[2]
    assert "0 new events" in coach(tmp_path / "two", "data", "merge", str(tmp_path / "one" / "journal.db"))[2]
    assert coach(tmp_path / "two", "data", "export")[1].count("\n") == 4
    code, _, err = coach(tmp_path / "two", "data", "import", str(ROOT / "pyproject.toml"))
    assert (code, "pyproject.toml:1:1: not an export of coach" in err) == (4, True)


def test_two_devices_meet_in_a_folder(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    assert coach(tmp_path / "one", "sync", str(shared))[0] == 4
    shared.mkdir()
    answered(tmp_path / "one", "a")
    answered(tmp_path / "two", "b")
    for name in ("one", "two", "one"):
        assert coach(tmp_path / name, "sync", str(shared))[0] == 0
    assert "up to date" in coach(tmp_path / "one", "sync", str(shared))[2]


def test_forgetting_leaves_nothing_and_the_next_start_is_the_first(tmp_path: Path) -> None:
    answered(tmp_path, "a")
    coach(tmp_path, "data", "backup")
    assert coach(tmp_path, "data", "forget")[0] == 2
    assert coach(tmp_path, "data", "forget", "--yes")[0] == 0
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    assert coach(tmp_path, "data", "check")[0] == 0


def test_a_backup_that_is_not_there_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    code, _, err = coach(tmp_path, "data", "restore", "nowhere.db")
    assert code == 2
    assert "There is no file nowhere.db." in err
    assert str(tmp_path / "backups") in err
