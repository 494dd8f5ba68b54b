"""Rounds, the cards they test, and kept days."""

import pytest

from coach.memory.past import kept_days, split
from coach.memory.targets import MOST_GROUPS, attendance, groups


def test_rounds_ahead_are_together_worth_one() -> None:
    grouped = groups([(3, 5.0), (8, 1.0), (9, 3.0)], 3, ["a", "b"])
    assert grouped.of == (0, 0)
    assert grouped.targets == (((8, 0.25), (9, 0.75)),)


def test_a_card_counts_for_the_rounds_that_test_it() -> None:
    grouped = groups([(8, 1.0), (9, 1.0)], 3, ["a", "b", "c"], {"b": (0.0, 1.0), "c": (0.0, 0.0)})
    assert [grouped.targets[group] for group in grouped.of] == [((8, 0.5), (9, 0.5)), ((9, 0.5),), ()]


def test_past_rounds_and_rounds_without_weight_do_not_split_the_deck() -> None:
    grouped = groups([(1, 1.0), (9, 1.0), (9, 0.0)], 3, ["a", "b"], {"b": (0.0, 1.0, 0.0)})
    assert grouped.of == (0, 0)


def test_rare_mixtures_join_their_nearest() -> None:
    cards = list(range(40))
    counts = {card: (card / 40, 1.0) for card in cards}
    grouped = groups([(8, 1.0), (9, 1.0)], 3, cards, counts)
    assert len(grouped.targets) == MOST_GROUPS
    assert len(grouped.of) == 40


def test_attendance_starts_hopeful_and_learns() -> None:
    assert attendance(0, 0) == pytest.approx(0.9)
    assert attendance(5, 10) == pytest.approx(0.7)
    assert attendance(12, 10) <= 1.0


def test_days_off_are_not_missed_days() -> None:
    histories = [((0, 3, 9.0),), ((4, 3, 9.0),)]
    assert kept_days(histories, 5, []) == pytest.approx(11 / 15)
    assert kept_days(histories, 5, [1, 2, 3, 9]) == pytest.approx(11 / 12)


def test_a_day_is_split_from_what_came_before() -> None:
    before, during = split({"a": [(1, 3, 9.0), (4, 3, 9.0)], "b": [(2, 1, 9.0)], "c": []}, 4)
    assert before == (((1, 3, 9.0),), ((2, 1, 9.0),), ())
    assert during == {0: ((4, 3, 9.0),)}
