"""The day's plan is kept for equal inputs only; damage, another input or a disk that refuses plan anew."""

from pathlib import Path

from coach.cli.kept_day import kept_day, planner
from tests.cli.test_data import coach

ROWS = [("fact-a", "why a"), ("fact-b", "warum \u00fc")]


class Planner:
    """Plans, and counts how often."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> list[tuple[str, str]]:
        self.asked += 1
        return ROWS


def test_equal_inputs_are_planned_once(tmp_path: Path) -> None:
    plan, path = Planner(), tmp_path / "day.kept"
    assert [kept_day(path, (1, "a"), plan), kept_day(path, (1, "a"), plan)] == [ROWS, ROWS]
    assert plan.asked == 1
    kept_day(path, (2, "a"), plan)
    kept_day(path, (1, "a"), plan)
    assert plan.asked == 3
    assert path.stat().st_mode & 0o777 == 0o600


def test_damage_at_any_byte_plans_anew(tmp_path: Path) -> None:
    plan, path = Planner(), tmp_path / "day.kept"
    kept_day(path, 1, plan)
    whole = path.read_bytes()
    for at in range(len(whole) - 1):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert kept_day(path, 1, plan) == ROWS
    assert plan.asked == len(whole)


def test_a_folder_that_refuses_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert kept_day(tmp_path / "file" / "day.kept", 1, Planner()) == ROWS


def test_a_kept_day_prints_what_a_planned_one_prints(tmp_path: Path) -> None:
    coach(tmp_path, "--today=2026-12-01", "setup", "--yes")
    first = coach(tmp_path, "--today=2026-12-02", "due", "--all")
    assert coach(tmp_path, "--today=2026-12-02", "due", "--all") == first
    other = coach(tmp_path, "--today=2026-12-08", "due", "--all")
    for kept in tmp_path.rglob("day.kept"):
        kept.unlink()
    assert coach(tmp_path, "--today=2026-12-08", "due", "--all") == other
    assert planner() == planner()
