"""Two takes side by side: what came, what went, and whether the rules were the same."""

from datetime import date
from typing import Any

import pytest
from rich.console import Console

from coach.practice.takes import StoredTake
from coach.terminal.views.takes import beside


def take(number: int, score: int, rules: int, present: set[str]) -> StoredTake:
    findings: dict[str, Any] = {
        "rules": rules,
        "dimensions": {name: {"present": name in present} for name in ("metric", "impact", "tradeoff")},
    }
    return StoredTake(
        number, f"id{number}", "triad-x", "design", "whole", date(2026, 3, 1), "We cut it.", 2, score, findings
    )


def shown(older: StoredTake, newer: StoredTake) -> str:
    console = Console(width=200)
    with console.capture() as captured:
        console.print(beside(older, newer, plain=True))
    return captured.get()


def test_what_came_and_what_went() -> None:
    text = shown(take(2, 40, 3, {"metric", "impact"}), take(1, 55, 3, {"metric", "tradeoff"}))
    assert "+15 points · gained tradeoff · lost impact" in text
    assert "rules" not in text


@pytest.mark.parametrize(("before", "after"), [(2, 3), (3, 4)])
def test_takes_under_other_rules_say_so(before: int, after: int) -> None:
    assert "The rules changed between the two" in shown(take(2, 40, before, set()), take(1, 55, after, set()))
