"""Totals count what happened; readiness rests on evidence and says where it is thin."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coach.memory.state import CardState
from coach.stats.readiness import Evidence, readiness
from coach.stats.summary import Reviewed, summary

MONDAY = date(2026, 11, 23)


def review(day: int, item: str, rating: int = 3, kind: str = "facts") -> Reviewed:
    return Reviewed(MONDAY + timedelta(days=day), item, kind, rating, 30.0)


def test_only_the_first_answer_of_a_later_day_says_what_was_kept() -> None:
    found = summary([review(0, "a"), review(0, "a", 1), review(1, "a", 1), review(1, "a", 4), review(2, "a", 3)])
    assert found.kept == 0.5
    assert (found.days, found.answers, found.items, found.minutes) == (3, 5, 1, 2)


def test_nothing_kept_is_known_after_one_day() -> None:
    assert summary([review(0, "a"), review(0, "b")]).kept is None


@given(st.lists(st.tuples(st.integers(0, 60), st.sampled_from("abc"), st.integers(1, 4))))
def test_weeks_add_up_to_the_whole(rows: list[tuple[int, str, int]]) -> None:
    found = summary([review(day, item, rating) for day, item, rating in sorted(rows)])
    assert sum(answers for _, answers, _ in found.by_week) == found.answers == sum(found.by_kind.values())
    assert all(week.weekday() == 0 for week, _, _ in found.by_week)


def test_readiness_is_ordered_by_weight_and_names_thin_evidence() -> None:
    state = CardState(10.0, 5.0, MONDAY.toordinal(), 1, 0)
    items = [Evidence(["a"], True, state, None), Evidence(["a"], True, None, None), Evidence(["b"], False, None, 80)]
    heavy, light = readiness({"b": 0.3, "a": 0.7}, items, MONDAY.toordinal() + 1)
    assert (heavy.competency, heavy.seen, heavy.cards, heavy.thin) == ("a", 1, 2, True)
    assert heavy.recall is not None
    assert 0.4 < heavy.recall < 0.5
    assert (light.competency, light.takes, light.score, light.recall, light.thin) == ("b", 1, 80, None, False)
