"""The plan on a CalDAV server: only its own items are touched, and pushing twice changes nothing the second time."""

from collections.abc import Iterable
from contextlib import closing
from typing import Any, NamedTuple

from coach.errors import CoachError, MissingExtra
from coach.export.calendar import Item


class Pushed(NamedTuple):
    """What a push did."""

    added: int
    changed: int
    removed: int
    unchanged: int


def push(url: str, user: str, password: str, items: Iterable[Item]) -> Pushed:
    """Put each item into the calendar at `url` under its UID, and take what was called off away.

    MissingExtra without the `caldav` extra; CoachError if the server refuses or cannot be reached.
    """
    try:
        from caldav.davclient import DAVClient
        from caldav.lib.error import AuthorizationError, DAVError
    except ImportError:
        hint = "Install it, in the folder of coach: .venv/bin/pip install '.[caldav]'"
        raise MissingExtra("Pushing to a calendar server needs the extra `caldav`.", hint) from None
    client: Any = DAVClient(url=url, username=user, password=password, timeout=30, enable_rfc6764=False)
    try:
        with closing(client):
            return _push(client.calendar(url=url), items)
    except AuthorizationError:
        raise CoachError("The calendar server refused the user or password.", "Nothing was sent.") from None
    except (DAVError, OSError) as error:
        raise CoachError(f"The calendar at {url} could not be used: {error}.", "The plan is unchanged.") from error


def _push(calendar: Any, items: Iterable[Item]) -> Pushed:
    there = {str(_component(found).get("uid")): found for found in calendar.get_events()}
    counts = dict.fromkeys(Pushed._fields, 0)
    for item in items:
        counts[_put(calendar, item, there.get(item.uid))] += 1
    return Pushed(**counts)


def _put(calendar: Any, item: Item, there: Any) -> str:
    if item.cancelled:
        if there is None:
            return "unchanged"
        there.delete()
        return "removed"
    if there is None:
        from caldav.calendarobjectresource import Event

        new: Any = Event(calendar.client, data=item.content.decode(), parent=calendar)
        new.save(increase_seqno=False)
        return "added"
    if _version(_component(there)) == _version(_parsed(item)):
        return "unchanged"
    there.data = item.content.decode()
    there.save(increase_seqno=False)  # the plan's ledger counts; the library would count every save
    return "changed"


def _component(found: Any) -> Any:
    return found.icalendar_component


def _parsed(item: Item) -> Any:
    from icalendar import Calendar

    return Calendar.from_ical(item.content).walk("VEVENT")[0]


def _version(event: Any) -> tuple[str, ...]:
    return tuple(str(event.decoded(name, "")) for name in ("sequence", "dtstamp", "dtstart", "dtend", "summary"))
