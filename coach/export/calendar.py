"""The plan as an iCalendar file that can be imported again and again.

An item's UID is its name in the plan for life; SEQUENCE is how often its time changed (the plan's ledger counts);
DTSTAMP is the moment of the plan's last change. So the same plan gives the same bytes, a changed one replaces what was
imported before, and what was called off is said to be so, once. Times are UTC, or the interview's own zone with a
VTIMEZONE cut down to the plan's years.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone

from coach.days import show_day
from coach.plan.make import day_of, today_of
from coach.plan.model import Entry, Plan, PlanRound, Slot

_PRODUCT: Final = "-//coach//preparation plan//EN"
_ZONELESS: Final = ("", "UTC", "Etc/UTC")


class Item(NamedTuple):
    """One calendar item as text, for servers that keep each in a file of its own."""

    uid: str
    cancelled: bool
    content: bytes


def calendar_file(plan: Plan) -> bytes:
    """All items of the plan in one file."""
    return bytes(_calendar(plan, list(plan.entries)).to_ical())


def calendar_items(plan: Plan) -> list[Item]:
    """Each item as a file of its own."""
    return [Item(uid(name), entry.cancelled, _calendar(plan, [name]).to_ical()) for name, entry in plan.entries.items()]


def uid(name: str) -> str:
    """The UID of an item: its name in the plan, for life."""
    return f"{name.replace('/', '-')}@coach"


def _calendar(plan: Plan, names: Iterable[str]) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Interview preparation")
    wanted = list(names)
    rounds = {f"round/{item.id}": item for item in plan.rounds}
    zones = {rounds[name].zone for name in wanted if name in rounds and rounds[name].start} - set(_ZONELESS)
    for zone in sorted(zones):
        first, last = date(plan.start.year, 1, 1), date(plan.end.year + 1, 1, 1)
        calendar.add_component(Timezone.from_tzinfo(ZoneInfo(zone), zone, first_date=first, last_date=last))
    for name in wanted:
        calendar.add_component(_event(plan, name, plan.entries[name], rounds.get(name)))
    return calendar


def _event(plan: Plan, name: str, entry: Entry, held: PlanRound | None) -> Event:
    event = Event()
    event.add("uid", uid(name))
    event.add("dtstamp", _changed(plan))
    event.add("sequence", entry.sequence)
    if entry.cancelled:
        event.add("status", "CANCELLED")
        event.add("summary", "Called off")
        _add_times(event, entry.when)
        event.add("transp", "TRANSPARENT")
        return event
    event.add("status", "CONFIRMED")
    if held is not None:
        return _round_event(event, plan, held, entry)
    return _day_event(event, plan, name, entry)


def _changed(plan: Plan) -> datetime:
    text = plan.changed or f"{plan.start.isoformat()}T00:00:00Z"
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(UTC).replace(microsecond=0)


def _add_times(event: Event, when: str) -> None:
    if "/" in when:
        begin, end = (datetime.strptime(part, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC) for part in when.split("/"))
        event.add("dtstart", begin)
        event.add("dtend", end)
        return
    day = date.fromisoformat(when)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))


def _round_event(event: Event, plan: Plan, held: PlanRound, entry: Entry) -> Event:
    event.add("summary", held.title)
    event.add("categories", ["interview"])
    note = f"Preparation: {plan.settings.card_minutes} minutes with the card, nothing in the last hour."
    with_whom = f"With: {held.interviewer}\n" if held.interviewer else ""
    event.add("description", f"{with_whom}{note}\nAfterwards: {plan.settings.debrief_minutes} minutes of debrief.")
    if not held.start:
        _add_times(event, entry.when)
        event.add("transp", "TRANSPARENT")
        return event
    if held.zone in _ZONELESS:
        _add_times(event, entry.when)
    else:
        begin = datetime.fromisoformat(held.start).replace(tzinfo=ZoneInfo(held.zone))
        event.add("dtstart", begin)
        event.add("dtend", begin + timedelta(minutes=held.minutes))
    event.add("transp", "OPAQUE")
    event.add_component(_alarm(f"Tomorrow: {held.title}", timedelta(days=-1)))
    event.add_component(_alarm(f"The card for: {held.title}", timedelta(hours=-2)))
    return event


def _day_event(event: Event, plan: Plan, name: str, entry: Entry) -> Event:
    day = _day_of(name, entry)
    slots = today_of(plan, day)
    event.add("summary", _summary(plan, name, day, slots))
    event.add("categories", ["preparation"])
    if slots:
        event.add("description", "\n".join(f"{slot.minutes} min  {slot.title}" for slot in slots))
    _add_times(event, entry.when)
    event.add("transp", "OPAQUE" if "/" in entry.when else "TRANSPARENT")
    if "/" in entry.when:
        event.add_component(_alarm("Time to prepare", timedelta(0)))
    return event


def _day_of(name: str, entry: Entry) -> date:
    return date.fromisoformat(name.partition("/")[2] or entry.when)


def _summary(plan: Plan, name: str, day: date, slots: Iterable[Slot]) -> str:
    if not name.startswith("day/"):
        return {"decision": "Decision expected", "offer": "Offer expected"}[name]
    minutes = sum(slot.minutes for slot in slots)
    planned = day_of(plan, day)
    kind = {"mock": "Mock day", "eve": "Eve of a round", "buffer": "Catch up"}.get(planned.kind if planned else "")
    return f"{kind or 'Prepare'}: {minutes} min" if minutes else f"Prepare {show_day(day)}"


def _alarm(text: str, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", before)
    return alarm
