"""Review minutes follow the days on which cards fall due."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coach.plan.load import SECONDS_A_CARD, review_load

TODAY = date(2026, 11, 23)


def test_overdue_cards_count_today_and_small_days_keep_the_usual_share() -> None:
    due = {TODAY - timedelta(days=2): 30, TODAY: 30, TODAY + timedelta(days=1): 12, TODAY + timedelta(days=2): 60}
    assert review_load(due, TODAY) == {TODAY: 10, TODAY + timedelta(days=2): 10}


@given(st.dictionaries(st.integers(-30, 60), st.integers(0, 500)))
def test_no_card_is_left_out(due: dict[int, int]) -> None:
    days = {TODAY + timedelta(days=offset): count for offset, count in due.items()}
    load = review_load(days, TODAY)
    assert all(day >= TODAY for day in load)
    assert sum(load.values()) * 60 >= sum(
        count * SECONDS_A_CARD for day, count in days.items() if max(day, TODAY) in load
    )
