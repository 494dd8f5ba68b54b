"""The journal as lines of JSON: for other devices, for other programs, and for the day coach is no more."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final, NoReturn

from coach.errors import InputFault, Problem
from coach.store.check import all_rows
from coach.store.events import Row
from coach.store.journal import Journal
from coach.store.seal import START, Broken, from_text, to_text

FORMAT: Final = "coach journal"
VERSION: Final = 1
_AT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
_HEX: Final = re.compile(r"[0-9a-f]{32}")
_TEXTS: Final = ("id", "device", "at", "day", "zone", "kind", "item", "prev", "chain")
_MAX_PROBLEMS: Final = 20


def export(journal: Journal) -> bytes:
    """Every event, one a line, after a line that says how many there are; the same journal gives the same bytes."""
    with journal.view() as (con, ledger):
        head = {"format": FORMAT, "version": VERSION, "store": ledger.store, "device": ledger.device}
        lines = [to_text({**head, "events": ledger.events}), *(_line(row) for row in all_rows(con))]
    return ("\n".join(lines) + "\n").encode("ascii")


def _line(row: Row) -> str:
    values = row._asdict() | {"body": from_text(row.body), "prev": row.prev.hex(), "chain": row.chain.hex()}
    return to_text(values)


def parse(name: str, content: bytes) -> list[Row]:
    """The rows of an export, each checked against the one before; InputFault lists what is wrong by line."""
    lines = content.decode("utf-8", "replace").split("\n")
    problems = [*_problems_of_head(lines)]
    rows: list[Row] = []
    if not problems:
        for number, line in enumerate(lines[1:-1], 2):
            try:
                rows.append(_row(line))
            except (ValueError, RecursionError, Broken) as error:
                problems.append((number, str(error)))
        problems += _breaks(rows)
    if problems:
        found = [Problem(name, line, 1, text) for line, text in problems[:_MAX_PROBLEMS]]
        raise InputFault(f"{name} was not merged: it is not a whole export.", found, "Nothing was changed.")
    return rows


def _problems_of_head(lines: list[str]) -> Iterator[tuple[int, str]]:
    try:
        head = _object(lines[0])
    except (ValueError, RecursionError) as error:
        yield 1, f"not an export of coach: {error}"
        return
    if head.get("format") != FORMAT:
        yield 1, f"not an export of coach (expected {FORMAT!r} as the format)"
    elif head.get("version") != VERSION:
        yield 1, f"version {head.get('version')!r} of the format is not known here (expected {VERSION})"
    elif lines[-1] or head.get("events") != len(lines) - 2:
        yield len(lines), f"cut short or added to: {len(lines) - 2} events where there were {head.get('events')!r}"


def _object(line: str) -> dict[str, Any]:
    found = json.loads(line, parse_constant=_no_constant)
    if not isinstance(found, dict):
        raise ValueError("expected an object")
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")


def _row(line: str) -> Row:
    values = _object(line)
    if set(values) != set(Row._fields):
        raise ValueError(f"expected exactly the fields {', '.join(Row._fields)}")
    if not all(isinstance(values[name], str) for name in _TEXTS) or type(values["seq"]) is not int:
        raise ValueError("seq is a whole number, body an object, every other field a text")
    if not isinstance(values["body"], dict) or not _AT.fullmatch(values["at"]):
        raise ValueError("body is an object, at an instant such as 2026-12-03T17:04:05.123456Z")
    if not all(_HEX.fullmatch(values[name]) for name in ("prev", "chain")) or not values["id"]:
        raise ValueError("prev and chain are 32 hexadecimal digits, id is not empty")
    if date.fromisoformat(values["day"]).isoformat() != values["day"]:
        raise ValueError("day is a date such as 2026-12-03")
    "".join(values[name] for name in _TEXTS).encode("utf-8")
    prev, chain = bytes.fromhex(values["prev"]), bytes.fromhex(values["chain"])
    return Row(**values | {"body": to_text(values["body"]), "prev": prev, "chain": chain}).check()


def _breaks(rows: Iterable[Row]) -> list[tuple[int, str]]:
    tails: dict[str, tuple[int, bytes]] = {}
    problems = []
    for number, row in enumerate(rows, 2):
        if (row.seq - 1, row.prev) != tails.get(row.device, (0, START)):
            problems.append((number, f"event {row.id} does not follow the one before it of device {row.device}"))
        tails[row.device] = (row.seq, row.chain)
    return problems
