"""A bounded part of each sweep in this folder that needs nothing but Python; the scripts print the full figures."""

from tests.faults import crowd, damage, kill_drill, kill_random


def test_nothing_acknowledged_is_lost_to_a_kill() -> None:
    kills, acknowledged, faults = kill_random.sweep(6, seed=2)
    assert kills == 6
    assert acknowledged
    assert faults == []


def test_nothing_is_lost_between_writers_at_once() -> None:
    acknowledged, faults = crowd.crowd(4, 5)
    assert faults == []
    assert acknowledged == 4 * (5 * 3 + 1 + 1)


def test_no_changed_byte_is_read_as_if_it_were_right() -> None:
    outcomes, failed = damage.sweep(60, seed=3, answered=20)
    assert set(outcomes) <= {"right", "refused"}
    assert outcomes["refused"]
    assert failed == []


def test_a_killed_drill_keeps_what_was_answered() -> None:
    answers, _, faults = kill_drill.sweep(3, seed=4)
    assert faults == []
    assert answers
