"""The takes of a journal: one attempt each, numbered from the newest, found by number or id."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from coach.errors import UsageFault
from coach.practice.asks import Take


class StoredTake(NamedTuple):
    """A take as the journal keeps it; `number` 1 is the newest."""

    number: int
    id: str
    item: str
    kind: str
    part: str
    day: date
    text: str
    self_score: int
    score: int
    findings: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """As plain data; an own score that was not given is None."""
        return self._asdict() | {"self_score": self.self_score or None}


def take_of(body: Mapping[str, Any]) -> Take:
    """A take from what the journal keeps of it."""
    return Take(
        str(body.get("part", "")),
        str(body.get("text", "")),
        int(body.get("self_score", 0)),
        int(body.get("score", 0)),
        dict(body.get("findings", {})),
    )


def numbered(rows: Iterable[tuple[str, str, date, dict[str, Any]]]) -> list[StoredTake]:
    """Takes from (event id, item, day, body), oldest first in, newest first out."""
    newest = list(rows)[::-1]
    return [
        StoredTake(number=number, id=id_, item=item, kind=str(body.get("kind", "")), day=day, **take_of(body)._asdict())
        for number, (id_, item, day, body) in enumerate(newest, 1)
    ]


def find(takes: Sequence[StoredTake], name: str) -> StoredTake:
    """The take with that number, id, or unambiguous end of an id; UsageFault otherwise."""
    if not takes:
        raise UsageFault("No takes yet.", "Write one with: coach drill triads")
    hits = [take for take in takes if name == str(take.number)] or [take for take in takes if take.id.endswith(name)]
    if len(hits) == 1:
        return hits[0]
    wrong = "stands for several takes" if hits else "is no take"
    raise UsageFault(f"{name!r} {wrong}.", "Numbers are in: coach takes list")


def pair(takes: Sequence[StoredTake], first: str, second: str | None) -> tuple[StoredTake, StoredTake]:
    """Two takes to lay side by side, the older first; with one name, it and the take of that item just before it."""
    one = find(takes, first)
    if second is not None:
        other = find(takes, second)
    else:
        earlier = [take for take in takes if take.item == one.item and take.number > one.number]
        if not earlier:
            raise UsageFault(f"There is no earlier take of {one.item}.", "Name two takes: coach takes compare 1 2")
        other = earlier[0]
    older, newer = sorted((one, other), key=lambda take: -take.number)
    return older, newer
