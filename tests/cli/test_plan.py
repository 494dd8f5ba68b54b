"""`coach plan` and `coach checklist` as a candidate uses them: thirty days with missed ones, and every refusal."""

import json
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from coach.cli.app import run
from coach.errors import CoachError, UsageFault
from coach.plan.codec import from_json
from coach.plan.model import NEEDED

START = date(2026, 11, 24)


class Candidate:
    """Someone with a home and a day, who types commands."""

    def __init__(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._home, self._capsys = home, capsys
        self.day = START

    def types(self, *arguments: str) -> str:
        self._capsys.readouterr()
        try:
            run([f"--home={self._home}", f"--today={self.day}", "--pack=fintech-pm", *arguments])
        except SystemExit as end:
            assert not end.code
        return self._capsys.readouterr().out

    def sees(self, *arguments: str) -> dict:
        return json.loads(self.types(*arguments, "--json"))


@pytest.fixture
def candidate(tmp_path, capsys):
    return Candidate(tmp_path / "home", capsys)


def assert_capacity(plan, today):
    """No day from today on holds more than it has, and nothing of a task stands on a day off or an eve."""
    days = {day.day: day for day in plan.days}
    used = defaultdict(int)
    for slot in plan.slots:
        if slot.day > today:
            used[slot.day] += slot.minutes
            assert slot.kind not in NEEDED or days[slot.day].kind in ("study", "mock", "buffer")
    assert all(minutes <= days[day].minutes for day, minutes in used.items())


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_thirty_days_with_missed_ones_add_up(candidate, seed):
    chance = Random(seed)
    candidate.types("plan", "new", "--day-one", str(START + timedelta(days=5)), "--minutes", "45")
    spent = 0
    finished = 0
    for offset in range(33):
        candidate.day = START + timedelta(days=offset)
        if offset == 9:
            candidate.types("plan", "move", "case", str(START + timedelta(days=18)), "14:00", "Europe/Berlin", "--yes")
        if offset == 12:
            candidate.types("plan", "off", str(candidate.day + timedelta(days=1)), "--yes")
        seen = candidate.sees("plan", "show")
        if seen["missed"]:
            candidate.types("plan", "replan", "--yes")
            seen = candidate.sees("plan", "show")
        assert seen["missed"] == {} and seen["balance"] >= 0
        plan = from_json(seen["plan"])
        assert_capacity(plan, candidate.day)
        assert all(cut["reason"] for cut in seen["plan"]["cuts"])
        assert not any(task.last < candidate.day and not task.before for task in plan.tasks)
        assert seen["finished"]["done"] >= finished
        finished = seen["finished"]["done"]
        if chance.random() < 0.3:
            continue
        spent += sum(slot["minutes"] for slot in seen["today"] if slot["kind"] in NEEDED)
        candidate.types("plan", "done")
        assert sum(row["done"] for row in candidate.sees("plan", "show")["record"]) == spent
    assert spent > 300 and finished > 3


def test_a_plan_from_own_rounds_keeps_their_times(candidate):
    made = candidate.sees("plan", "new", "--round", "recruiter 3 Dec, case 14 Dec 14:00 America/New_York 50")
    rounds = made["plan"]["rounds"]
    assert [(item["id"], item["day"], item["minutes"]) for item in rounds] == [
        ("recruiter", "2026-12-03", 30),
        ("case", "2026-12-14", 50),
    ]
    assert rounds[1]["start"] == "2026-12-14T14:00" and rounds[1]["zone"] == "America/New_York"
    assert "14:00 in America/New_York" in candidate.types("plan", "show", "--round")


def test_flags_make_the_week(candidate):
    flags = ["--minutes", "20", "--minutes", "sat=90", "--off", "2026-12-01..2026-12-02", "--on", "2026-12-04=10"]
    plan = from_json(candidate.sees("plan", "new", "--day-one", "2026-12-07", *flags)["plan"])
    minutes = {day.day.isoformat(): day.minutes for day in plan.days}
    wanted = {"2026-11-25": 20, "2026-11-28": 90, "2026-11-29": 0, "2026-12-01": 0, "2026-12-02": 0, "2026-12-04": 10}
    assert {day: minutes[day] for day in wanted} == wanted


def test_a_change_is_shown_and_only_kept_when_confirmed(candidate):
    candidate.types("plan", "new", "--day-one", "2026-12-01")
    before = candidate.sees("plan", "show")["plan"]
    with pytest.raises(UsageFault, match="no terminal"):
        candidate.types("plan", "off", "2026-11-25")
    assert candidate.sees("plan", "show")["plan"] == before
    shown = candidate.types("--plain", "plan", "off", "2026-11-25", "--yes")
    assert "is off now" in shown and "moved: " in shown
    changed = candidate.sees("plan", "show")["plan"]
    assert changed != before
    candidate.types("plan", "undo", "--yes")
    assert candidate.sees("plan", "show")["plan"]["slots"] == before["slots"]
    with pytest.raises(CoachError, match="no change"):
        candidate.types("plan", "undo", "--yes")


def test_tasks_are_moved_skipped_and_named_by_end_or_number(candidate):
    candidate.types("plan", "new", "--day-one", "2026-12-07", "--minutes", "60")
    candidate.types("plan", "move", "number-ledger", "2026-12-05", "--yes")
    plan = from_json(candidate.sees("plan", "show")["plan"])
    assert {slot.day for slot in plan.slots if slot.item == "task-number-ledger"} == {date(2026, 12, 5)}
    with pytest.raises(CoachError, match="day off"):
        candidate.types("plan", "move", "number-ledger", "2026-12-06", "--yes")
    with pytest.raises(UsageFault, match="over"):
        candidate.types("plan", "move", "number-ledger", "2026-11-01", "--yes")
    candidate.types("plan", "skip", "merchant-calls", "--yes")
    listed = {row["id"]: row for row in candidate.sees("checklist", "list")["tasks"]}
    assert listed["task-merchant-calls"]["state"] == "skipped"
    with pytest.raises(UsageFault, match="may be any of"):
        candidate.types("plan", "skip", "task-", "--yes")
    with pytest.raises(UsageFault, match="no task"):
        candidate.types("plan", "skip", "nonsense", "--yes")


def test_the_checklist_keeps_what_proves_a_task(candidate, tmp_path):
    candidate.types("plan", "new", "--day-one", "2026-12-07")
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(b"x")
    candidate.types("checklist", "done", "story-deck", "--file", str(deck), "--note", "Four slides.")
    row = next(row for row in candidate.sees("checklist", "list")["tasks"] if row["id"] == "task-story-deck")
    assert row["state"] == "done" and row["evidence"] == f"file: {deck}; note: Four slides."
    with pytest.raises(CoachError, match="done already"):
        candidate.types("checklist", "done", "story-deck")
    assert "task-story-deck" not in candidate.types("checklist", "list", "--open", "--json")
    candidate.types("checklist", "undo", "story-deck")
    row = next(row for row in candidate.sees("checklist", "list")["tasks"] if row["id"] == "task-story-deck")
    assert row["state"] in ("planned", "cut") and row["evidence"] == ""
    with pytest.raises(CoachError, match="was not done"):
        candidate.types("checklist", "undo", "story-deck")
    with pytest.raises(UsageFault, match="no file"):
        candidate.types("checklist", "done", "story-deck", "--file", str(tmp_path / "none"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("plan", "new", "--round", "cse 3 Dec"), "did you mean case"),
        (("plan", "new", "--round", "case 2027-03-28 02:30 Europe/Berlin"), "does not exist in Europe/Berlin"),
        (("plan", "new", "--round", "case soon"), "not a day"),
        (("plan", "new", "--round", "case 14 Dec 14:00 Europe/Berln"), "no time zone"),
        (("plan", "new", "--minutes", "lots"), "--minutes: expected"),
        (("plan", "new", "--off", "2026-12-09..2026-12-01"), "the earlier day first"),
        (("plan", "new", "--on", "2026-12-09"), "--on: expected a day and its minutes"),
        (("plan", "new", "--study-at", "25:00"), "--study-at: expected a time"),
        (("remind", "--print", "at"), "--print: expected one of cron"),
    ],
)
def test_what_is_typed_wrong_is_named(candidate, arguments, said):
    with pytest.raises(UsageFault) as fault:
        candidate.types(*arguments)
    assert said in fault.value.message + fault.value.hint


def test_without_a_plan_the_next_step_is_named(candidate):
    for arguments in (("plan", "show"), ("plan", "done"), ("checklist", "list"), ("plan", "export", "-o", "-")):
        with pytest.raises(CoachError) as refusal:
            candidate.types(*arguments)
        assert refusal.value.hint == "Make one: coach plan new"


def test_exports_are_written_once_and_replaced_only_by_force(candidate, tmp_path):
    candidate.types("plan", "new", "--day-one", "2026-12-07")
    for kind, beginning in (("ics", b"BEGIN:VCALENDAR"), ("md", b"# Preparation plan"), ("html", b"<!doctype html>")):
        target = tmp_path / f"plan.{kind}"
        candidate.types("plan", "export", "-o", str(target))
        first = target.read_bytes()
        assert first.startswith(beginning)
        with pytest.raises(CoachError, match="exists already"):
            candidate.types("plan", "export", "-o", str(target))
        candidate.types("plan", "export", "-o", str(target), "--force")
        assert target.read_bytes() == first
    with pytest.raises(UsageFault, match="ics, md, html"):
        candidate.types("plan", "export", "-o", str(tmp_path / "plan.doc"))


def test_a_new_plan_in_place_of_another_carries_the_calendar_on(candidate):
    candidate.types("plan", "new", "--day-one", "2026-12-07")
    with pytest.raises(UsageFault, match="no terminal"):
        candidate.types("plan", "new", "--day-one", "2026-12-08")
    entries = candidate.sees("plan", "new", "--day-one", "2026-12-08", "--yes")["plan"]["entries"]
    assert entries["round/recruiter"] == {"when": "2026-12-08", "sequence": 1, "cancelled": False}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("cron", ("15 7 * * 1,2,3,4,5,6 ", "plan today")),
        ("systemd", ("OnCalendar=Mon,Tue,Wed,Thu,Fri,Sat *-*-* 07:15:00", "[Install]")),
        ("launchd", ("<key>Hour</key><integer>7</integer>", "osascript")),
        ("schtasks", ("/ST 07:15", "MON,TUE,WED,THU,FRI,SAT")),
    ],
)
def test_reminders_are_units_to_install(candidate, kind, words):
    shown = candidate.types("remind", "--print", kind, "--at", "07:15")
    assert all(word in shown for word in words)


def test_nothing_is_sent_without_an_address(candidate):
    candidate.types("plan", "new", "--day-one", "2026-12-07")
    with pytest.raises(UsageFault, match="Which calendar"):
        candidate.types("calendar", "push")
    with pytest.raises(UsageFault, match="https"):
        candidate.types("calendar", "push", "--url", "ftp://x", "--user", "me")
    candidate.types("calendar", "push", "--dry-run")


def test_today_and_the_plan_say_the_same_of_a_day(candidate):
    candidate.day = date(2026, 11, 28)  # a Saturday, the weekly long day
    candidate.types("setup", "--yes")
    assert "Plan        60 min today: coach plan today\nDrills      30 min, as on any day" in candidate.types("today")
    for _ in range(14):
        planned, seen = candidate.sees("plan", "show"), candidate.sees("today")
        kinds = {day["day"]: day["kind"] for day in planned["plan"]["days"]}
        minutes = sum(slot["minutes"] for slot in planned["today"])
        assert seen["planned"] == {"kind": kinds[seen["day"]], "minutes": minutes}
        assert seen["day_off"] == (seen["planned"]["kind"] == "off")
        candidate.day += timedelta(days=1)


def test_today_knows_a_day_taken_off_and_given_back(candidate):
    candidate.types("setup", "--yes")
    candidate.types("plan", "off", str(START), "--yes")
    assert "A day off" in candidate.types("today")
    candidate.types("plan", "undo", "--yes")
    assert "Today       30 min\n" in candidate.types("today")


def test_today_outside_the_plan_names_its_minutes_alone(candidate):
    candidate.types("setup", "--yes")
    candidate.day = START + timedelta(days=90)
    assert candidate.sees("today")["planned"] is None
    assert "Today       30 min\n" in candidate.types("today")
