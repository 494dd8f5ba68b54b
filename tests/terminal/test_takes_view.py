"""Two takes side by side: what came, what went, and whether the rules were the same."""

from datetime import date
from typing import Any

import pytest
from rich.console import Console

from coach.practice.asks import Beside, Take
from coach.practice.takes import StoredTake
from coach.terminal.views import drill
from coach.terminal.views.takes import beside, listing, whole


def take(number: int, score: int, rules: int, present: set[str]) -> StoredTake:
    findings: dict[str, Any] = {
        "rules": rules,
        "dimensions": {name: {"present": name in present} for name in ("metric", "impact", "tradeoff")},
    }
    return StoredTake(
        number, f"id{number}", "triad-x", "design", "whole", date(2026, 3, 1), "We cut it.", 2, score, findings
    )


def printed(view: Any) -> str:
    console = Console(width=200)
    with console.capture() as captured:
        console.print(view)
    return captured.get()


def shown(older: StoredTake, newer: StoredTake) -> str:
    return printed(beside(older, newer, plain=True))


def test_what_came_and_what_went() -> None:
    text = shown(take(2, 40, 3, {"metric", "impact"}), take(1, 55, 3, {"metric", "tradeoff"}))
    assert "+15 points · gained trade-off · lost impact" in text
    assert "rules" not in text


@pytest.mark.parametrize(("before", "after"), [(2, 3), (3, 4)])
def test_takes_under_other_rules_say_so(before: int, after: int) -> None:
    assert "The rules changed between the two" in shown(take(2, 40, before, set()), take(1, 55, after, set()))


def test_after_a_second_take_a_drill_says_what_came_and_what_went() -> None:
    before, after = take(2, 40, 3, {"metric", "impact"}), take(1, 55, 3, {"metric", "tradeoff"})
    first, second = (Take("", one.text, 2, one.score, one.findings) for one in (before, after))
    text = printed(drill.beside(Beside(first, second)))
    assert "Take 1 (40 of 100): We cut it." in text
    assert "Take 2 (55 of 100): +15 points · gained trade-off · lost impact" in text


def test_a_take_that_was_not_scored_shows_no_own_score() -> None:
    unscored = take(1, 40, 3, {"metric"})._replace(self_score=0)
    assert "2/4" in printed(listing([take(1, 40, 3, set())], plain=False))
    assert "–" in printed(listing([unscored], plain=False))
    assert "0/4" not in printed(listing([unscored], plain=False))
    assert "40 of 100 · self –" in printed(whole(unscored, plain=True))
