"""The content check: a list of rules, each from a pack to what is wrong with it."""

from collections.abc import Iterable, Sequence
from typing import Final

from coach.errors import Problem
from coach.packs import check_cases, check_ids, check_references, check_values
from coach.packs.load import Loaded
from coach.packs.subject import Rule, Subject

BASIC: Final[tuple[Rule, ...]] = (
    *check_ids.RULES,
    *check_references.RULES,
    *check_values.RULES,
    *check_cases.RULES,
)


def check(
    loaded: Loaded, others: Sequence[Loaded] = (), beside: Sequence[Loaded] = (), rules: Iterable[Rule] = BASIC
) -> list[Problem]:
    """What is wrong with a pack, in the order of its files and lines.

    `others` are the packs it needs, `beside` more packs that it must not share an id with.
    """
    subject = Subject(loaded, tuple(others), tuple(beside))
    problems = {*loaded.problems, *(problem for rule in rules for problem in rule(subject))}
    return sorted(problems)
