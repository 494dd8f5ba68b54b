"""The content check: a list of rules, each from a pack to what is wrong with it."""

from collections.abc import Iterable, Sequence
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
    problems = {*loaded.problems, *(problem for rule in rules for problem in rule(subject))}
    return sorted(problems)
