"""Figures of the plan: how fast it places, and that "no placement" agrees with trying everything.

Run: python tests/bench/plan.py
"""

import sys
from pathlib import Path
from random import Random
from statistics import median
from time import process_time
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from datetime import timedelta

from coach.plan.make import make_plan
from coach.plan.model import PlanRound, Settings, Task
from coach.plan.place import Placement, place
from coach.plan.relax import Work
from coach.plan.replan import replanned
from tests.plan.loops import START
from tests.plan.test_place import placeable

ROUNDS = 3


def timed(work):
    """Median CPU milliseconds of a call, and what it gave."""
    spent = []
    for _ in range(ROUNDS):
        begin = process_time()
        result = work()
        spent.append((process_time() - begin) * 1000)
    return median(spent), result


def cut_from_full_days(chance, days, capacity, share_split):
    """Works that fill every minute of every day, so that hardly any other placement exists."""
    works = []
    for day in range(days):
        left = capacity
        while left:
            minutes = min(left, chance.choice([5, 7, 10, 12, 15, 20]))
            minutes = left if left - minutes < 4 else minutes
            left -= minutes
            first, last = max(0, day - chance.randrange(12)), min(days - 1, day + chance.randrange(12))
            works.append(Work(f"w{len(works)}", minutes, first, last, chance.random() >= share_split))
    chance.shuffle(works)
    return [capacity] * days, works


class Kind(NamedTuple):
    """What a thousand tasks are like: any lengths or round ones, how many split, how many wait for another."""

    name: str
    minutes: int
    odd: bool = False
    split: float = 0.4
    waiting: float = 0.2


ROOMY = Kind("three hours a day, with room", 180)
TIGHT = (
    Kind("130 min a day", 130),
    Kind("30 min a day", 30),
    Kind("150 min, any length, few split", 150, True, 0.1),
    Kind("60 min, any length, half wait for others", 60, True, 0.2, 0.5),
)


def thousand_tasks(kind):
    """1,000 tasks before five rounds in 120 days."""
    chance = Random(7)
    rounds = tuple(
        PlanRound(f"r{n}", "panel", f"round {n}", START + timedelta(days=day), 60, 1.0 + n % 3)
        for n, day in enumerate((24, 48, 72, 96, 118))
    )
    tasks = []
    for n in range(1000):
        served = chance.choice(rounds)
        after = (f"t{chance.randrange(n)}",) if n and chance.random() < kind.waiting else ()
        minutes = chance.randint(4, 40) if kind.odd else chance.choice([5, 10, 15, 20, 30])
        last = served.day - timedelta(days=1)
        tasks.append(
            Task(
                f"t{n}",
                f"Task {n}",
                minutes,
                START,
                last,
                served.id,
                after,
                chance.random() < kind.split,
                served.weight,
                at_least=minutes - minutes // 3 if kind.odd else 0,
            )
        )
    return rounds, tuple(tasks)


def agreement(count):
    """How often `place` and trying everything say the same, and how often they say that there is no placement."""
    chance, same, none = Random(1), 0, 0
    for _ in range(count):
        days = chance.randint(1, 4)
        works = []
        for n in range(chance.randint(1, 6)):
            first = chance.randrange(days)
            after = tuple(f"w{i}" for i in range(n) if chance.random() < 0.2)
            works.append(
                Work(f"w{n}", chance.randint(1, 5), first, chance.randrange(first, days), chance.random() < 0.6, after)
            )
        capacity = [chance.randint(0, 6) for _ in range(days)]
        found = place(capacity, works)
        same += found.proven and (found.pieces is not None) == placeable(capacity, works)
        none += found.pieces is None
    return same, none


def report(name, spent, found: Placement):
    verdict = "placed" if found.pieces is not None else ("none exists" if found.proven else "not decided")
    print(f"{name:<64} {spent:8.1f} ms  {verdict}")


def large_plan(kind):
    """1,000 tasks, 120 days, 5 rounds: how long it takes, and what had to be given up."""
    rounds, tasks = thousand_tasks(kind)
    settings = Settings(minutes=(kind.minutes,) * 7, mock_weekday=-1)
    spent, plan = timed(lambda: make_plan(rounds, tasks, settings, START))
    gone = sum(cut.minutes - cut.kept for cut in plan.cuts)
    print(f"{'1,000 tasks: ' + kind.name:<64} {spent:8.1f} ms  {len(plan.cuts)} cut or shortened, {gone} min")
    spent, again = timed(lambda: replanned(plan, START, {}, "now"))
    print(f"{'  replanned without a cause':<64} {spent:8.1f} ms  {'same plan' if again == plan else 'CHANGED'}")


def main() -> None:
    for kind in (ROOMY, *TIGHT):
        large_plan(kind)
    for days, capacity, share in ((25, 30, 0.0), (60, 180, 0.0), (60, 180, 0.3)):
        chance = Random(3)
        full, works = cut_from_full_days(chance, days, capacity, share)
        spent, found = timed(lambda full=full, works=works: place(full, works))
        report(f"{len(works)} works, {share:.0%} splittable, no minute to spare", spent, found)
    works = [Work(f"w{n}", 16, 0, 59, True) for n in range(61)]
    spent, found = timed(lambda: place([30] * 60, works))
    report("61 sittings of 16 min on 60 days of 30 min", spent, found)
    same, none = agreement(3000)
    print(f"agrees with trying everything: {same} of 3000 small cases ({none} of them without a placement)")


if __name__ == "__main__":
    main()
