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


def check(loaded: Loaded, others: Sequence[Loaded] = (), rules: Iterable[Rule] = BASIC) -> list[Problem]:
    """What is wrong with a pack, in the order of its files and lines; `others` are the packs it needs."""
    subject = Subject(loaded, tuple(others))
    problems = {*loaded.problems, *(problem for rule in rules for problem in rule(subject))}
    return sorted(problems)


def check_all(packs: Sequence[Loaded], rules: Iterable[Rule] = BASIC) -> list[Problem]:
    """What is wrong with several packs that are used together; each may name what the earlier ones hold."""
    chosen = tuple(rules)
    return [problem for at, loaded in enumerate(packs) for problem in check(loaded, packs[:at], chosen)]
