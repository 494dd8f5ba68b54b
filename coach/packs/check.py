"""The content check: a list of rules, each from a pack to what is wrong with it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from coach.errors import Problem
from coach.packs import (
    check_cases,
    check_cover,
    check_ids,
    check_ranks,
    check_references,
    check_style,
    check_twins,
    check_values,
)
from coach.packs.load import Loaded
from coach.packs.subject import Rule, Subject

MOST: Final = 200
BASIC: Final[tuple[Rule, ...]] = (
    *check_ids.RULES,
    *check_references.RULES,
    *check_values.RULES,
    *check_cases.RULES,
)


def strict(ranks: check_ranks.Ranks) -> tuple[Rule, ...]:
    """The basic rules and those on quality; `ranks` reads weak and strong answers."""
    return (*BASIC, *check_style.RULES, *check_twins.RULES, *check_cover.RULES, check_ranks.rule(ranks))


def check(
    loaded: Loaded, others: Sequence[Loaded] = (), beside: Sequence[Loaded] = (), rules: Iterable[Rule] = BASIC
) -> list[Problem]:
    """What is wrong with a pack, in the order of its files and lines.

    `others` are the packs it needs, `beside` more packs that it must not share an id with.
    """
    subject = Subject(loaded, tuple(others), tuple(beside))
    problems = {*loaded.problems, *(problem for rule in rules for problem in _bounded(rule(subject)))}
    return sorted(problems)


def _bounded(problems: Iterator[Problem]) -> Iterator[Problem]:
    """The first problems of a rule: nobody mends more at once, and a hostile file could make millions."""
    last: Problem | None = None
    for last in islice(problems, MOST):
        yield last
    if last is not None and next(problems, None) is not None:
        message = "there is more like this in the pack"
        yield last._replace(column=last.column + 1, message=message, hint="mend these first, then check again")
