"""What a new candidate meets in the first hour, as typed: words, exit codes, JSON."""

import json
from pathlib import Path

import pytest

from tests.cli.test_data import coach


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
