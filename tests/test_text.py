"""Wording shared by many screens."""

from decimal import Decimal
from pathlib import Path

import pytest

from coach.money import show_percent
from coach.text import one_line, percent

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(("share", "said"), [(0.97, "97 %"), (0.0, "0 %"), (1.0, "100 %"), (0.004, "0 %")])
def test_a_share_is_written_one_way(share: float, said: str) -> None:
    assert percent(share) == said


def test_no_screen_formats_a_share_in_its_own_way() -> None:
    assert show_percent(Decimal("0.0825")) == "8.25 %"
    files = [path for path in (ROOT / "coach").rglob("*.py") if ":.0%" in path.read_text(encoding="utf-8")]
    assert files == []


@pytest.mark.parametrize(
    ("text", "width", "said"),
    [
        ("we carried the piano up three flights", 30, "we carried the piano up three…"),
        ("we carried the piano upstairs again", 30, "we carried the piano upstairs…"),
        ("we carried the piano up two flights", 30, "we carried the piano up two…"),
        ("we carried the piano up two flights", 40, "we carried the piano up two flights"),
        ("a nonsupercalifragilisticexpialidocious word", 30, "a nonsupercalifragilisticexpi…"),
        ("late payments", 8, "late pa…"),
        ("two\n lines", 0, "two lines"),
    ],
)
def test_a_cut_line_ends_at_a_word_where_there_is_room(text: str, width: int, said: str) -> None:
    assert one_line(text, width) == said and (not width or len(one_line(text, width)) <= width)
