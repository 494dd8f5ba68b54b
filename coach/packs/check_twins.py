"""The strict rule against two items that test the same thing."""

from collections.abc import Iterator
from typing import Final

from coach.errors import Problem
from coach.packs.duplicates import Pair, near, signature
from coach.packs.load import Entry
from coach.packs.model import Item, Loop, Rubric
from coach.packs.prose import texts
from coach.packs.subject import Rule, Subject
from coach.text import percent

ALIKE: Final = 0.55
ASKED_ALIKE: Final = 0.75
_ASKED: Final = ("question", "scenario", "weak", "not_this", "claim", "task", "prompt")


def twins(subject: Subject) -> Iterator[Problem]:
    """No two items share more than half of their words, or ask for the same in nearly the same words."""
    here = [entry for entry in subject.loaded.entries if not isinstance(entry.item, (Loop, Rubric))]
    elsewhere = [entry for loaded in (*subject.others, *subject.beside) for entry in loaded.entries]
    once = {(entry.document.path, entry.kind, entry.at): entry for entry in elsewhere}
    every = [*once.values(), *here]
    told: set[tuple[int, int]] = set()
    for least, part in ((ALIKE, _whole), (ASKED_ALIKE, _asked)):
        for pair in near([signature(part(entry.item)) for entry in every], least):
            if pair.second >= len(every) - len(here) and pair[:2] not in told:
                told.add(pair[:2])
                yield _problem(every, pair)


def _problem(every: list[Entry], pair: Pair) -> Problem:
    first, second = every[pair.first], every[pair.second]
    line, _ = first.document.where((first.kind, first.at))
    message = f"nearly the same as `{first.item.id}`: {percent(pair.share)} of their words are in both"
    hint = f"such as {', '.join(pair.common)}; {first.document.path}:{line}: merge them, or test something else"
    return second.problem(message, hint)


def _whole(item: Item) -> str:
    return " ".join(texts(item))


def _asked(item: Item) -> str:
    return next((str(getattr(item, field)) for field in _ASKED if hasattr(item, field)), "")


RULES: Final[tuple[Rule, ...]] = (twins,)
