"""What planning a day costs: CPU milliseconds, and multiples of an empty Python process, for 10,000 cards.

    python -m tests.bench.planning            # about a minute
    python -m tests.bench.planning --cards 600

Cold is a fresh process that has to import numpy and build the tables; warm is the next morning in the same process
with yesterday's prices. Times are CPU, the median of several rounds; the deck is made up.
"""

import argparse
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from coach.memory.habits import Answer
from coach.memory.morning import Time, plan
from coach.memory.past import past, split
from coach.memory.queue import Day, next_card
from coach.memory.state import Review, replay
from coach.memory.targets import groups

ROOT = Path(__file__).resolve().parents[2]
TODAY, SECONDS = 40, 1800.0
ROUNDS = [(TODAY + 14, 1.0), (TODAY + 28, 1.5), (TODAY + 42, 2.0)]


def deck(cards: int, reviews: int) -> dict[int, list[Answer]]:
    """A made-up journal: two cards of three seen, the answers spread over the last forty days."""
    rng, out = random.Random(7), {card: [] for card in range(cards)}
    seen = range(max(1, cards * 2 // 3))
    for _ in range(reviews):
        out[rng.choice(seen)].append((rng.randrange(TODAY), rng.choice((1, 2, 3, 3, 3, 4)), rng.uniform(4, 30)))
    return {card: sorted(history) for card, history in out.items()}


def cpu(work: Callable[[], object], rounds: int = 7) -> float:
    """Median CPU milliseconds of a call."""
    found = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        found.append(1000.0 * (time.process_time() - start))
    return statistics.median(found)


def process(code: str) -> float:
    """CPU milliseconds of a fresh Python process that runs `code`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000.0 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def planning(histories: dict[int, list[Answer]]) -> None:
    """Cold and warm planning from states, and everything a day needs from histories alone."""
    before, _ = split(histories, TODAY)
    known = past(before)
    grouped = groups(ROUNDS, TODAY, histories)

    def planned(warm: object = None, today: int = TODAY) -> object:
        return plan(known.states, grouped, today, Time(SECONDS, SECONDS), known.habits, known.by, warm)

    start = time.process_time()
    first = planned()
    show("plan, cold tables and prices", 1000.0 * (time.process_time() - start), "<= 500")
    seconds = iter(range(1, 100))

    def tomorrow() -> object:
        later = Time(SECONDS + next(seconds), SECONDS)
        return plan(known.states, grouped, TODAY + 1, later, known.habits, known.by, first.path)

    show("plan, warm (yesterday's prices)", cpu(tomorrow), "<= 100")
    show("fit and replay of all histories", cpu(lambda: past(before), 3))
    show("a Day from histories alone", cpu(lambda: Day(histories, ROUNDS, TODAY, SECONDS + 60 * next(seconds)), 3))


def cards(histories: dict[int, list[Answer]]) -> None:
    """The next card: from a kept day, and from the pure function once the morning is planned."""
    day = Day(histories, ROUNDS, TODAY, SECONDS)

    def turn() -> None:
        card = day.next(SECONDS)
        assert card is not None
        day.answered(card, 3, 9.0)

    show("next card and its answer, kept Day", cpu(turn, 40), "<= 20")
    show("next_card, pure, morning planned", cpu(lambda: next_card(histories, ROUNDS, TODAY, SECONDS), 9))


def replaying(histories: dict[int, list[Answer]]) -> None:
    """A full replay against a cached one."""
    journal = [Review(str(card), *answer) for card, history in histories.items() for answer in history]
    journal.sort(key=lambda review: review.day)
    cached = replay(journal[:-20])
    assert replay(journal[-20:], cached) == replay(journal)
    show(f"replay of {len(journal)} reviews", cpu(lambda: replay(journal), 5))
    show("the last 20 on cached states", cpu(lambda: replay(journal[-20:], cached), 5))


def show(what: str, milliseconds: float, goal: str = "") -> None:
    print(f"{what:40}{milliseconds:10.2f} ms CPU{milliseconds / EMPTY:10.1f} x   {goal}")


def main() -> None:
    """Measure and print."""
    global EMPTY
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cards", type=int, default=10_000)
    parser.add_argument("--reviews", type=int, default=100_000)
    options = parser.parse_args()
    EMPTY = statistics.median(process("pass") for _ in range(9))
    print(
        f"{options.cards} cards, {options.reviews} reviews, last of three rounds in 42 days; "
        f"x = python -c pass, {EMPTY:.1f} ms"
    )
    show("import numpy, fresh process", statistics.median(process("import numpy") for _ in range(5)))
    histories = deck(options.cards, options.reviews)
    planning(histories)
    cards(histories)
    replaying(histories)


EMPTY = 1.0

if __name__ == "__main__":
    main()
