"""What a pack holds, counted: items by kind, competency and round, what each loop covers, how hard it is to read."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from coach.packs.load import Loaded
from coach.packs.model import KINDS, Item, Loop, Question, Rubric
from coach.packs.prose import grade, texts, words


class Covered(NamedTuple):
    """A round of a loop: its kind, the questions that rehearse it, and the items for each competency it tests."""

    loop: str
    round: str
    kind: str
    questions: int
    items: dict[str, int]


class Stats(NamedTuple):
    """The counts of one or more packs; `grade` is Flesch and Kincaid's years of school, the mean over items."""

    packs: tuple[str, ...]
    items: int
    words: int
    sources: int
    kinds: dict[str, int]
    competencies: dict[str, int]
    rounds: dict[str, int]
    grade: float
    coverage: tuple[Covered, ...]


def stats(packs: Sequence[Loaded]) -> Stats:
    """Count everything in these packs together."""
    items = [entry.item for pack in packs for entry in pack.entries]
    kinds = Counter(entry.kind for pack in packs for entry in pack.entries)
    prose = ["\n".join(texts(item)) for item in items]
    read = [grade(text) for text in prose if text]
    tested = _tested(items)
    rounds: Counter[str] = Counter(item.round for item in items if isinstance(item, Question))
    return Stats(
        tuple(pack.manifest.id for pack in packs if pack.manifest),
        len(items),
        sum(len(words(text)) for text in prose),
        len({source for item in items for source in item.source}),
        {kind: kinds[kind] for kind in KINDS if kinds[kind]},
        dict(tested.most_common()),
        dict(rounds.most_common()),
        round(sum(read) / len(read), 1) if read else 0.0,
        tuple(_coverage(items, tested, rounds)),
    )


def _tested(items: Sequence[Item]) -> Counter[str]:
    practised = [item for item in items if not isinstance(item, (Loop, Rubric))]
    return Counter(name for item in practised for name in dict.fromkeys(item.competencies))


def _coverage(items: Sequence[Item], tested: Counter[str], rounds: Counter[str]) -> list[Covered]:
    return [
        Covered(loop.id, one.id, one.kind, rounds[one.kind], {name: tested[name] for name in one.competencies})
        for loop in items
        if isinstance(loop, Loop)
        for one in loop.rounds
    ]
