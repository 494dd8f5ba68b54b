"""The sample candidate of `coach demo`: nine days of study before today, the same on every run."""

from datetime import timedelta
from random import Random
from typing import Final

from coach.cli.library import Library, open_library
from coach.cli.run import Run
from coach.days import Moment
from coach.memory.state import Review, due_day, replay
from coach.practice.drill import DRILLED
from coach.practice.loop import from_template, to_body
from coach.store.journal import Journal
from coach.store.seal import new_id
from coach.store.states import State

_DAYS: Final = 9
_MISSED: Final = 4
_A_DAY: Final = 12


def fill(run: Run) -> None:
    """Write the sample loop and nine days of reviews, one of them missed."""
    now, library, chance = run.moment(), open_library(run), Random(9)
    journal = run.journal()
    rounds = from_template(library.loop(), now.day - timedelta(days=_DAYS - 1))
    journal.append(now, "loop", "", {"pack": run.setting("pack"), **to_body(rounds)}, new_id(now, chance.randbytes(10)))
    for ago in range(_DAYS, 0, -1):
        if ago != _MISSED:
            _study(
                journal, library, Moment(now.at - timedelta(days=ago), now.day - timedelta(days=ago), now.zone), chance
            )


def _study(journal: Journal, library: Library, moment: Moment, chance: Random) -> None:
    cards = [(row.id, row.kind) for row in library.shelf.index(DRILLED)]
    known = {event.item for event in journal.events("review")}
    fresh = [pair for pair in cards if pair[0] not in known][:_A_DAY]
    again = chance.sample(sorted(known), min(len(known), _A_DAY // 2))
    kinds = dict(cards)
    for item in [*(name for name, _ in fresh), *again]:
        _answer(journal, moment, item, kinds[item], chance)


def _answer(journal: Journal, moment: Moment, item: str, kind: str, chance: Random) -> None:
    rating = chance.choices((1, 2, 3, 4), (15, 20, 50, 15))[0]
    seconds = round(DRILLED[kind] * chance.uniform(0.5, 1.3), 1)
    reviews = [
        Review(item, event.day.toordinal(), int(event.body["rating"])) for event in journal.events("review", item=item)
    ]
    state = replay([*reviews, Review(item, moment.day.toordinal(), rating)])[item]
    body = {"kind": kind, "rating": rating, "seconds": seconds}
    row = State(item, state.stability, state.difficulty, state.last, due_day(state), state.reps, state.lapses)
    journal.append_all(moment, item, [(new_id(moment, chance.randbytes(10)), "review", body)], states=[row])
