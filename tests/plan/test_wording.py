"""Rounds typed on one line."""

from datetime import date

import pytest

from coach.plan.wording import parse_rounds

TODAY = date(2026, 11, 20)


def test_a_line_of_rounds_in_the_words_people_use():
    assert parse_rounds("Screen 3 Dec, system = Dec 7; product 2026-12-14 · final 2. January", TODAY) == [
        ("recruiter_screen", date(2026, 12, 3)),
        ("system_design", date(2026, 12, 7)),
        ("product_case", date(2026, 12, 14)),
        ("executive", date(2027, 1, 2)),
    ]
    assert parse_rounds("panel 5 dec", TODAY) == [("panel", date(2026, 12, 5))]
    assert parse_rounds(" , ", TODAY) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("case 3 Dec, desgin 7 Dec", "'desgin 7 Dec': there is no round kind 'desgin'; did you mean design?"),
        ("case", "'case': expected a date such as 3 Dec or 2026-12-03"),
        ("case 3 Dez", "'case 3 Dez': expected a month such as Dec, not 'Dez'"),
        ("case 30 Feb", "'case 30 Feb': there is no day 30 in month 2"),
    ],
)
def test_the_wrong_part_is_named(text, said):
    with pytest.raises(ValueError) as fault:
        parse_rounds(text, TODAY)
    assert str(fault.value) == said
