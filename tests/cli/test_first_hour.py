"""What a new candidate meets in the first hour, as typed: words, exit codes, JSON."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from coach.cli.handler import run_guarded
from tests.cli.test_data import coach
from tests.faults.verdict import ROOT, environment


@pytest.fixture
def home(tmp_path: Path) -> Path:
    assert coach(tmp_path, "--today=2026-11-23", "setup", "--yes")[0] == 0
    return tmp_path


def test_dates_nobody_gave_are_said_to_be_assumed(tmp_path: Path) -> None:
    _, _, err = coach(tmp_path, "--today=2026-11-23", "setup", "--yes")
    assert "assumed" in err
    assert "coach plan move recruiter 2026-11-30" in err
    _, _, err = coach(tmp_path, "--today=2026-11-23", "setup", "--yes", "--rounds", "recruiter 3 Dec, case 14 Dec")
    assert "assumed" not in err


def test_the_report_speaks_json(home: Path) -> None:
    code, out, _ = coach(home, "report", "--json")
    assert code == 0
    assert json.loads(out)["version"] == 1
    assert "Recruiter screen" in json.loads(out)["markdown"]


def test_no_numbers_yet_points_to_where_they_come_from(home: Path) -> None:
    _, _, err = coach(home, "claims", "check")
    assert "coach story new" in err


def test_a_name_like_no_other_points_to_the_list(home: Path) -> None:
    code, _, err = coach(home, "case", "zzzz")
    assert code == 2
    assert "coach content list cases" in err
    assert max(map(len, err.splitlines())) <= 80


def test_a_title_that_ends_in_a_full_stop_gets_no_second_one(home: Path) -> None:
    _, _, err = coach(home, "--today=2026-11-23", "checklist", "done", "6", "--note", "made")
    assert ".." not in err
    assert err.startswith("Done: ")


def test_a_reader_that_has_seen_enough_is_no_fault(home: Path) -> None:
    command = [sys.executable, "-m", "coach", f"--home={home}", "content", "list"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == ""
        assert running.wait() == 0


def test_a_folder_that_may_not_be_read_is_a_storage_fault_not_a_bug(capsys: pytest.CaptureFixture[str]) -> None:
    def work() -> int:
        raise PermissionError(13, "Permission denied", "config.toml")

    assert run_guarded(work) == 6
    assert "config.toml: permission denied." in capsys.readouterr().err
