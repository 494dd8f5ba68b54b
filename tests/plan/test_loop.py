"""Rounds on real days: templates, what candidates type, zones, clocks that jump, and the day that begins at four."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.plan.loop import When, at, instant, parse_rounds, parse_when, starts
from coach.plan.model import PlanRound
from tests.plan.loops import START, article_rounds

TODAY = date(2026, 11, 24)


def test_the_template_lies_on_days_1_5_12_18_25_30_31():
    rounds, decision, offer = article_rounds(START)
    assert [(item.day - START).days + 1 for item in rounds] == [1, 5, 12, 18, 25]
    assert [(day - START).days + 1 for day in (decision, offer)] == [30, 31]


@pytest.mark.parametrize(
    ("text", "kind", "day", "start", "zone", "minutes"),
    [
        ("case 2026-12-14 14:00 Europe/Berlin 50", "product_case", date(2026, 12, 14), "14:00", "Europe/Berlin", 50),
        ("case=2026-12-14T09:30", "product_case", date(2026, 12, 14), "09:30", "UTC", 45),
        ("recruiter 3 Dec", "recruiter_screen", date(2026, 12, 3), "", "UTC", 30),
        ("system-design 3 January 60m", "system_design", date(2027, 1, 3), "", "UTC", 60),
        ("final 29 Feb", "executive", date(2028, 2, 29), "", "UTC", 30),
        ("bar_raiser 2026-12-31 23:30", "bar_raiser", date(2026, 12, 31), "23:30", "UTC", 60),
    ],
)
def test_rounds_as_typed(text, kind, day, start, zone, minutes):
    (found,) = parse_rounds([text], TODAY, "UTC")
    assert (found.kind, found.day, found.start[11:], found.zone, found.minutes) == (kind, day, start, zone, minutes)


def test_two_rounds_of_a_kind_get_their_own_ids():
    rounds = parse_rounds(["case 14 Dec", "case 10 Dec"], TODAY, "UTC")
    assert {item.id for item in rounds} == {"product-case", "product-case-2"}
    assert [item.day.day for item in rounds] == [10, 14]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no round kind"),
        ("case", "the day is missing"),
        ("case 14 Dec 25:00", "not a time"),
        ("case 14 Dec 14:00 UTC extra", "one word too many"),
        ("case 31 Feb", "no day 31"),
        ("case 14 Dec 4", "5 to 600"),
        ("kase 14 Dec", "did you mean case"),
    ],
)
def test_what_is_wrong_is_said(text, said):
    with pytest.raises(ValueError, match=said):
        parse_rounds([text], TODAY, "UTC")


def held(zone="UTC"):
    return PlanRound("case", "product_case", "case", TODAY, 45, 3.0, zone=zone)


def test_a_morning_in_tokyo_is_the_day_before_in_los_angeles():
    moved = at(held(), When(date(2026, 12, 7), time(9), "Asia/Tokyo"), "America/Los_Angeles")
    assert moved.day == date(2026, 12, 6)
    assert starts(moved) == datetime(2026, 12, 7, 0, tzinfo=UTC)


def test_an_interview_in_the_small_hours_belongs_to_the_day_before():
    when = When(date(2026, 12, 7), time(3, 30))
    assert at(held(), when, "UTC").day == date(2026, 12, 6)
    assert at(held(), when, "UTC", rollover=0).day == date(2026, 12, 7)


def test_a_time_that_the_clocks_skip_is_refused_and_the_real_one_named():
    with pytest.raises(ValueError, match=r"does not exist in Europe/Berlin.*03:30"):
        at(held(), When(date(2027, 3, 28), time(2, 30), "Europe/Berlin"), "UTC")
    with pytest.raises(ValueError, match="does not exist in America/New_York"):
        instant(datetime(2027, 3, 14, 2, 0), "America/New_York")  # noqa: DTZ001


def test_of_two_equal_times_in_autumn_the_first_counts():
    assert instant(datetime(2026, 10, 25, 2, 30), "Europe/Berlin") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # noqa: DTZ001


def test_without_a_time_only_the_day_counts():
    assert at(held(), When(date(2026, 12, 7)), "UTC").start == ""
    assert starts(held()) is None


ZONES = st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "Pacific/Chatham"])


@given(st.datetimes(datetime(2026, 1, 1), datetime(2029, 1, 1)), ZONES, ZONES)  # noqa: DTZ001
def test_wall_clocks_survive_or_are_refused(local, there, here):
    local = local.replace(second=0, microsecond=0)
    try:
        moved = at(held(), When(local.date(), local.time(), there), here)
    except ValueError as fault:
        assert "does not exist" in str(fault)
        return
    begin = starts(moved)
    assert begin is not None
    assert begin.astimezone(ZoneInfo(there)).replace(tzinfo=None) == local
    assert abs(moved.day - local.date()) <= timedelta(days=2)


def test_days_typed_with_a_time():
    assert parse_when("2026-12-14T14:00", TODAY) == When(date(2026, 12, 14), time(14))
    assert parse_when("24 Nov", TODAY) == When(TODAY)
