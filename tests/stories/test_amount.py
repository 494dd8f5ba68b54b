"""Values in base units, as people say them."""

from pathlib import Path

import pytest

from coach.stories.amount import amount
from tests.cli.test_data import coach


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (43_200, "s", "12 hours"),
        (86_400, "s", "1 day"),
        (5_400, "s", "1.5 hours"),
        (100, "s", "100 seconds"),
        (1, "s", "1 second"),
        (0.138, "s", "138 ms"),
        (0, "s", "0 seconds"),
        (1_209_600, "s", "2 weeks"),
        (9 * 86_400, "s", "9 days"),
        (31_557_600, "s", "1 year"),
        (7_889_400, "s", "3 months"),
        (34, "%", "34 %"),
        (90_000, "EUR", "EUR 90,000"),
        (1_200, "orders", "1,200 orders"),
        (12, "", "12"),
        (0.123456, "s", "123.456 ms"),
        (61.25, "s", "61.25 seconds"),
    ],
)
def test_an_amount_is_told_in_the_unit_people_use(value: float, unit: str, said: str) -> None:
    assert amount(value, unit) == said


def test_a_claim_is_shown_in_hours_not_in_seconds(tmp_path: Path) -> None:
    coach(tmp_path, "story", "new", "I cut the wait for a refund from 12 hours to 30 minutes.", "--no-input")
    _, out, _ = coach(tmp_path, "claims", "show", "1")
    assert "From: 12 hours" in out
    assert "Amount: 30 minutes" in out
    assert "43200" not in out
