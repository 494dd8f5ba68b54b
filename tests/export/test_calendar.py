"""The calendar file: read by another program, imported twice without duplicates, same bytes for the same plan."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from coach.export.calendar import calendar_file, calendar_items
from coach.plan.codec import from_json, to_json
from coach.plan.loop import When, at
from coach.plan.model import Settings
from coach.plan.replan import replanned
from tests.plan.loops import START
from tests.plan.test_replan import article_plan


def timed(plan, hour=14, zone="America/New_York", shift=0, now="2026-12-01T09:00:00Z"):
    """The plan with a time for the case round."""
    rounds = tuple(
        at(item, When(item.day + timedelta(days=shift), time(hour), zone), "Europe/Berlin")
        if item.id == "case"
        else item
        for item in plan.rounds
    )
    return replanned(plan, START, {}, now, rounds=rounds)


def events(plan):
    parsed = Calendar.from_ical(calendar_file(plan))
    return {str(event["uid"]): event for event in parsed.walk("VEVENT")}


@pytest.fixture
def plan():
    return timed(article_plan(zone="Europe/Berlin"))


def test_the_same_plan_gives_the_same_bytes(plan):
    assert calendar_file(plan) == calendar_file(from_json(to_json(plan)))
    assert len({item.uid for item in calendar_items(plan)}) == len(plan.entries)


def test_dtstamp_is_the_moment_of_the_change(plan):
    assert {event.decoded("dtstamp") for event in events(plan).values()} == {datetime(2026, 12, 1, 9, tzinfo=UTC)}


def test_a_round_in_another_zone_keeps_its_wall_clock_with_a_short_timezone(plan):
    event = events(plan)["round-case@coach"]
    case = next(item for item in plan.rounds if item.id == "case")
    assert event["dtstart"].params["TZID"] == "America/New_York"
    expected = datetime.combine(case.day, time(14), ZoneInfo("America/New_York"))
    assert event.decoded("dtstart").astimezone(UTC) == expected.astimezone(UTC)
    zones = Calendar.from_ical(calendar_file(plan)).walk("VTIMEZONE")
    assert [str(zone["tzid"]) for zone in zones] == ["America/New_York"]
    assert len(zones[0].to_ical().splitlines()) < 40
    assert [alarm["trigger"].dt for alarm in event.walk("VALARM")] == [timedelta(days=-1), timedelta(hours=-2)]


def test_whole_days_do_not_block_time(plan):
    for event in events(plan).values():
        whole_day = not isinstance(event.decoded("dtstart"), datetime)
        assert (event["transp"] == "TRANSPARENT") == whole_day


def test_sequence_grows_only_when_the_time_changes(plan):
    before = events(plan)
    moved = events(timed(plan, hour=16, now="2026-12-02T09:00:00Z"))
    assert int(moved["round-case@coach"]["sequence"]) == int(before["round-case@coach"]["sequence"]) + 1
    others = set(before) - {"round-case@coach"}
    assert all(moved[name]["sequence"] == before[name]["sequence"] for name in others if name in moved)
    back = timed(timed(plan, hour=16), hour=14)
    assert int(events(back)["round-case@coach"]["sequence"]) == int(before["round-case@coach"]["sequence"]) + 2


def test_what_is_called_off_is_called_off_once(plan):
    day = next(slot.day for slot in plan.slots if slot.day > START + timedelta(days=3) and slot.kind == "review")
    name = f"day-{day.isoformat()}@coach"
    off = replanned(plan, START, {}, "x", settings=replace(plan.settings, days_off=frozenset({day})))
    off = replace(off, changed="2026-12-02T09:00:00Z")
    event = events(off)[name]
    assert event["status"] == "CANCELLED" and event["sequence"] == 1
    later = replace(timed(off, hour=17), changed="2026-12-03T09:00:00Z")
    assert events(later)[name]["sequence"] == 1
    again = replanned(later, START, {}, "x", settings=replace(later.settings, days_off=frozenset()))
    revived = events(replace(again, changed="2026-12-04T09:00:00Z"))[name]
    assert revived["status"] == "CONFIRMED" and revived["sequence"] == 2


def test_study_at_a_fixed_hour_blocks_that_hour_even_in_the_gap_of_spring():
    plan = article_plan(zone="Europe/Berlin", study_at="18:30")
    event = events(plan)[f"day-{START.isoformat()}@coach"]
    assert event.decoded("dtstart") == datetime(2026, 11, 30, 17, 30, tzinfo=UTC)
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=30)
    from coach.plan.ledger import study_time

    assert Settings().study_at == ""
    spring = replace(plan, settings=replace(plan.settings, study_at="02:30"))
    assert study_time(spring, date(2027, 3, 28), 30).startswith("20270328T013000Z/")


@pytest.fixture
def khal(tmp_path: Path):
    """khal with a calendar of its own; gives (import a file, list the titles)."""
    config = tmp_path / "khal.conf"
    folder = tmp_path / "calendar"
    config.write_text(
        f"[calendars]\n[[prep]]\npath = {folder}\n[locale]\nlocal_timezone = Europe/Berlin\n"
        "default_timezone = Europe/Berlin\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {tmp_path / 'khal.db'}\n[default]\ndefault_calendar = prep\n"
    )
    folder.mkdir()

    def run(*arguments: str) -> str:
        env = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "TZ": "Europe/Berlin"}
        script = "import sys; from khal.cli import main_khal; sys.argv[0] = 'khal'; main_khal()"
        command = [sys.executable, "-c", script, "-c", str(config), *arguments]
        return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout

    def load(content: bytes) -> None:
        path = tmp_path / "plan.ics"
        path.write_bytes(content)
        run("import", "--batch", str(path))

    def titles() -> list[str]:
        form = "{start-date} {start-time} {title} {status}"
        return [
            line for line in run("list", "--format", form, "--day-format", "", "2026-11-01", "90d").splitlines() if line
        ]

    return load, titles


def test_khal_reads_it_and_importing_after_a_replan_doubles_nothing(plan, khal):
    load, titles = khal
    load(calendar_file(plan))
    before = titles()
    assert len(before) == len(plan.entries)
    assert any("case round" in line and "20:00" in line for line in before)
    moved = timed(plan, hour=15, shift=-2, now="2026-12-02T09:00:00Z")
    load(calendar_file(moved))
    load(calendar_file(moved))
    after = titles()
    assert len(after) == len(moved.entries)
    assert sum("case round" in line for line in after) == 1
    assert any("case round" in line and "21:00" in line for line in after)
