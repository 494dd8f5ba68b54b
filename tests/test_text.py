"""Wording shared by many screens."""

from decimal import Decimal
from pathlib import Path

import pytest

from coach.money import show_percent
from coach.text import percent

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(("share", "said"), [(0.97, "97 %"), (0.0, "0 %"), (1.0, "100 %"), (0.004, "0 %")])
def test_a_share_is_written_one_way(share: float, said: str) -> None:
    assert percent(share) == said


def test_no_screen_formats_a_share_in_its_own_way() -> None:
    assert show_percent(Decimal("0.0825")) == "8.25 %"
    files = [path for path in (ROOT / "coach").rglob("*.py") if ":.0%" in path.read_text(encoding="utf-8")]
    assert files == []
