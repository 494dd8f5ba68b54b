"""Pushing to a real CalDAV server on loopback: twice leaves the same set, foreign items are left alone."""

import threading
from base64 import b64encode
from dataclasses import replace
from datetime import timedelta
from urllib.request import Request, urlopen
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from caldav.davclient import DAVClient

from coach.errors import CoachError
from coach.export.caldav_push import push
from coach.export.calendar import calendar_items
from coach.plan.replan import replanned
from tests.export.test_calendar import timed
from tests.plan.loops import START
from tests.plan.test_replan import article_plan

FOREIGN = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//other//EN\r\nBEGIN:VEVENT\r\nUID:dentist\r\nDTSTAMP:20261101T080000Z\r\n"
    "DTSTART:20261203T080000Z\r\nDTEND:20261203T090000Z\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def request(address, method):
    sent = Request(address, method=method, headers={"Authorization": "Basic " + b64encode(b"me:x").decode()})
    with urlopen(sent) as answer:
        assert answer.status in (201, 207)


@pytest.fixture
def server(tmp_path):
    """Radicale on a free port of loopback, with one empty calendar; its address."""
    from radicale import Application, config

    settings = config.load()
    settings.update(
        {
            "storage": {"filesystem_folder": str(tmp_path / "store")},
            "auth": {"type": "none"},
            "logging": {"level": "critical"},
        },
        "test",
        privileged=True,
    )
    http = make_server("127.0.0.1", 0, Application(settings), handler_class=Quiet)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{http.server_port}/me/"
    for method, path in (("PROPFIND", ""), ("MKCALENDAR", "prep/")):
        request(address + path, method)
    yield address + "prep/"
    http.shutdown()
    thread.join()
    http.server_close()


def there(address):
    """UID and data of everything on the server."""
    with DAVClient(url=address, username="me", password="x", enable_rfc6764=False) as client:
        return {
            str(found.icalendar_component["uid"]): found.data for found in client.calendar(url=address).get_events()
        }


def test_pushing_twice_leaves_the_same_set(server):
    plan = timed(article_plan())
    items = calendar_items(plan)
    with DAVClient(url=server, username="me", password="x", enable_rfc6764=False) as client:
        client.calendar(url=server).save_event(FOREIGN)
    first = push(server, "me", "x", items)
    stored = there(server)
    assert first.added == len(items) == len(stored) - 1
    again = push(server, "me", "x", items)
    assert again.unchanged == len(items) and again.added == again.changed == again.removed == 0
    assert there(server) == stored


def test_after_a_replan_items_change_in_place_and_days_off_go(server):
    plan = timed(article_plan())
    push(server, "me", "x", calendar_items(plan))
    day = next(slot.day for slot in plan.slots if slot.kind == "review" and slot.day > START + timedelta(days=3))
    settings = replace(plan.settings, days_off=frozenset({day}))
    new = replanned(plan, START, {}, "2026-12-02T10:00:00Z", settings=settings)
    result = push(server, "me", "x", calendar_items(new))
    kept = {item.uid for item in calendar_items(new) if not item.cancelled}
    assert result.removed == 1 and result.added == len(kept - {item.uid for item in calendar_items(plan)})
    assert set(there(server)) == kept


def test_a_server_that_is_not_there_is_a_refusal(server):
    with pytest.raises(CoachError, match="could not be used"):
        push("http://127.0.0.1:9/me/prep/", "me", "x", [])
