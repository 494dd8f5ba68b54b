"""A week of sessions with the real scheduler and the first pack: mixed kinds, minutes as planned, the round covered."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from coach.packs.load import load
from coach.packs.model import Loop
from coach.practice.drill import DRILLED
from coach.practice.loop import from_template
from coach.practice.pick import Card, Picker, Time
from coach.practice.session import Done, Limits, Session

PACK = load(Path(__file__).resolve().parents[2] / "content" / "fintech-pm")
MONDAY = date(2026, 11, 23)
MINUTES = 30


def template() -> Loop:
    assert PACK.manifest
    loops = [entry.item for entry in PACK.entries if isinstance(entry.item, Loop)]
    return next(loop for loop in loops if loop.id == PACK.manifest.default_loop)


def play_day(cards: dict[str, Card], day: date, chance: Random) -> tuple[list[Done], float]:
    """One session of half an hour; the cards take in what was answered."""
    rounds = from_template(template(), MONDAY + timedelta(days=7))
    picker = Picker(cards.values(), Time(day, MINUTES * 60, MINUTES * 60, [found.tested for found in rounds]))
    session = Session(picker.pick, list(DRILLED), Limits(MINUTES * 60))
    elapsed = 0.0
    while (found := session.next(elapsed)) is not None:
        item, kind = found
        seconds = DRILLED[kind] * chance.uniform(0.6, 1.2)
        rating = chance.choices((1, 2, 3, 4), (15, 20, 50, 15))[0]
        elapsed += seconds
        picker.answered(item, rating, seconds)
        session.record(Done(item, kind, rating, seconds, ()))
        cards[item] = cards[item]._replace(history=(*cards[item].history, (day.toordinal(), rating, seconds)))
    return session.done, elapsed


@pytest.mark.parametrize("seed", [1, 2])
def test_a_week_before_the_first_round(seed: int) -> None:
    chance = Random(seed)
    cards = {
        entry.item.id: Card(entry.item.id, entry.kind, entry.item.competencies, ())
        for entry in PACK.entries
        if entry.kind in DRILLED
    }
    touched: set[str] = set()
    for offset in range(7):
        done, elapsed = play_day(cards, MONDAY + timedelta(days=offset), chance)
        kinds = {one.kind for one in done}
        assert len(kinds) >= 4, (offset, kinds)
        assert abs(elapsed - MINUTES * 60) <= 180, (offset, elapsed)
        touched |= {name for one in done for name in cards[one.id].competencies}
    assert set(template().rounds[0].competencies) <= touched
