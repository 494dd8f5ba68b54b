"""Placing: what is placed keeps every rule, and "no placement" is only said when trying everything finds none."""

from collections import defaultdict
from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.plan.place import place
from coach.plan.relax import Piece, Work, dropped, fits, in_order, tightened, windows
from coach.plan.search import ByDay, BySize, OutOfBudget


def work(name, minutes, first=0, last=9, whole=True, after=(), weight=1.0):
    return Work(name, minutes, first, last, whole, tuple(after), weight)


def assert_kept(capacity, works, pieces):
    by_work = defaultdict(list)
    used = defaultdict(int)
    for piece in pieces:
        assert piece.minutes > 0
        by_work[piece.work].append(piece)
        used[piece.day] += piece.minutes
    assert all(used[day] <= capacity[day] for day in used)
    for item in works:
        mine = by_work[item.id]
        assert sum(piece.minutes for piece in mine) == item.minutes
        assert all(item.first <= piece.day <= item.last for piece in mine)
        assert not item.whole or len(mine) <= 1
        for name in item.after:
            earlier = [piece.day for piece in by_work.get(name, ())]
            assert not earlier or not mine or max(earlier) <= min(piece.day for piece in mine)


@st.composite
def problems(draw, most=5, days=4, room=5):
    count = draw(st.integers(1, most))
    length = draw(st.integers(1, days))
    works = []
    for index in range(count):
        first = draw(st.integers(0, length - 1))
        last = draw(st.integers(first, length - 1))
        after = draw(st.lists(st.sampled_from(range(index)), max_size=2, unique=True)) if index else []
        works.append(
            work(f"w{index}", draw(st.integers(1, room)), first, last, draw(st.booleans()), [f"w{i}" for i in after])
        )
    return draw(st.lists(st.integers(0, room), min_size=length, max_size=length)), works


def placeable(capacity, works):
    """Try every way: one unit at a time, in every order that prerequisites and days allow."""
    names = [item.id for item in works]

    @cache
    def reach(day, left):
        if not any(left):
            return True
        if day == len(capacity):
            return False
        return any(reach(day + 1, rest) for rest in spend(left, capacity[day], day))

    @cache
    def spend(left, room, day):
        options = {left}
        for index, item in enumerate(works):
            ready = all(left[names.index(name)] == 0 for name in item.after)
            if not left[index] or not ready or not item.first <= day <= item.last:
                continue
            unit = left[index] if item.whole else 1
            if unit <= room:
                rest = (*left[:index], left[index] - unit, *left[index + 1 :])
                options |= spend(rest, room - unit, day)
        return frozenset(options)

    return reach(0, tuple(item.minutes for item in works))


@settings(max_examples=600, deadline=None)
@given(problems())
def test_a_placement_is_found_exactly_when_one_exists(problem):
    capacity, works = problem
    found = place(capacity, works, budget=10**6)
    assert found.proven
    assert (found.pieces is not None) == placeable(capacity, works)
    if found.pieces is not None:
        assert_kept(capacity, works, found.pieces)


@settings(max_examples=300, deadline=None)
@given(problems(most=6, days=4, room=4))
def test_each_search_alone_agrees_too(problem):
    capacity, works = problem
    ready = tightened(works)
    order = [index for index, item in enumerate(ready) if item.whole]
    truth = placeable(capacity, works)
    assert BySize(capacity, ready, order, 10**6).run() == truth
    assert ByDay(capacity, ready, 10**6).run() == truth


@settings(max_examples=200, deadline=None)
@given(problems(most=40, days=25, room=60))
def test_larger_placements_keep_every_rule(problem):
    capacity, works = problem
    found = place(capacity, works, budget=500)
    if found.pieces is not None:
        assert_kept(capacity, works, found.pieces)


@settings(max_examples=200, deadline=None)
@given(problems(most=6, days=4, room=4))
def test_minutes_dropped_are_the_least_possible(problem):
    capacity, works = problem
    loose = [item._replace(whole=False, after=()) for item in works]
    lost = sum(dropped(capacity, windows(loose)).values())
    assert fits(capacity, windows(loose)) == (lost == 0)
    keep = [range(item.minutes + 1) for item in loose]
    if sum(item.minutes for item in loose) <= 9:
        best = max(
            sum(chosen)
            for chosen in product(*keep)
            if placeable(capacity, [item._replace(minutes=n) for item, n in zip(loose, chosen, strict=True)])
        )
        assert lost == sum(item.minutes for item in loose) - best


def test_sittings_that_leave_gaps_are_packed():
    capacity = [30, 30, 30]
    sizes = [20, 20, 20, 10, 10, 10]
    found = place(capacity, [work(f"w{i}", n, 0, 2) for i, n in enumerate(sizes)])
    assert_kept(capacity, [work(f"w{i}", n, 0, 2) for i, n in enumerate(sizes)], found.pieces or ())


def test_enough_minutes_but_no_sitting_is_proven_impossible():
    assert place([30] * 10, [work(f"w{i}", 16, 0, 9) for i in range(11)]) == (None, True)


def test_a_spent_budget_is_admitted():
    works = [work(f"w{i}", n, 0, 5) for i, n in enumerate((11, 13, 17, 19, 23, 29, 12, 14, 16, 18, 22, 26, 10, 10))]
    with pytest.raises(OutOfBudget):
        BySize([40] * 6, works, range(len(works)), 3).run()
    with pytest.raises(OutOfBudget):
        ByDay([40] * 6, works, 3).run()


def test_same_day_prerequisites_come_first_in_the_day():
    found = place([30], [work("b", 10, 0, 0, after=["a"]), work("a", 10, 0, 0, False)])
    assert [piece.work for piece in found.pieces or ()] == ["a", "b"]


def test_a_circle_of_prerequisites_is_named():
    with pytest.raises(ValueError, match="wait for each other"):
        in_order([work("a", 1, after=["b"]), work("b", 1, after=["a"])])


def test_unknown_prerequisites_are_no_obstacle():
    assert place([5], [work("a", 5, 0, 0, after=["gone"])]).pieces == (Piece(0, "a", 5),)
