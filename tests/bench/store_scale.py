"""The journal at 100,000 cards and 1,000,000 reviews against 10,000 and 10,000: python tests/bench/store_scale.py.

Prints, for each size, the CPU of opening it and asking what bare `coach` asks, the time and syncs of an answer."""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from coach.days import Moment  # noqa: E402
from coach.store import states, totals  # noqa: E402
from coach.store.check import countable  # noqa: E402
from coach.store.database import open_store  # noqa: E402
from coach.store.events import Event, chained, insert  # noqa: E402
from coach.store.ledger import read_ledger, write_ledger  # noqa: E402
from coach.store.seal import base32  # noqa: E402
from coach.store.states import State  # noqa: E402
from tests.store.homes import home_in, moment  # noqa: E402


def fill(folder: Path, cards: int, reviews: int) -> None:
    """Write a journal of this size in one transaction."""
    with open_store(home_in(folder), moment()) as journal, journal.transaction() as con:
        ledger, tail = read_ledger(con), None
        for number in range(reviews):
            when = moment(number / 5)
            event = Event(
                base32(number, 26), journal.device, 0, when.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"), when.day, when.zone,
                "review", f"deck/card-{number % cards}", {"rating": 1 + number % 4, "seconds": 7.5},
            )  # fmt: skip
            tail = chained(tail, event)
            ledger = insert(con, ledger, tail)
        totals.rebuild(con, countable(con))
        ledger = states.put(con, ledger, (State(f"deck/card-{n}", 3.0, 5.0, 1, n % 100, 9, 1) for n in range(cards)))
        write_ledger(con, ledger._replace(states_at=ledger.events))


def asked(folder: Path, now: Moment) -> tuple[float, float, float]:
    """Milliseconds of CPU to open, to ask what today's screen asks; of wall time to save an answer."""
    begun = time.process_time()
    journal = open_store(home_in(folder), now)
    opened = time.process_time()
    journal.last("loop"), journal.total(now.day), journal.days_studied(), journal.due_count(now.day), journal.drafts()
    done = time.process_time()
    before = time.perf_counter()
    journal.append_all(
        now,
        "deck/card-3",
        [("", "review", {"rating": 3, "seconds": 5})],
        states=[State("deck/card-3", 3.0, 5.0, 1, 9, 10, 1)],
    )
    saved = time.perf_counter()
    journal.close()
    return (opened - begun) * 1e3, (done - opened) * 1e3, (saved - before) * 1e3


def syncs(folder: Path) -> int:
    """How many times the disk is told to write for one answer in an open journal."""
    program = (
        "import os, sys; from pathlib import Path; from coach.store.database import open_store\n"
        "from tests.store.homes import *\n"
        "journal = open_store(home_in(Path(sys.argv[1])), moment(9e6)); journal.append(moment(9e6), 'setup', '', {})\n"
        "os.write(1, b'now'); journal.append(moment(9e6), 'review', 'a', {'rating': 3}); os.write(1, b'done')\n"
    )
    log = folder / "strace.log"
    subprocess.run(
        ["strace", "-o", log, "-e", "trace=write,fsync,fdatasync", sys.executable, "-c", program, folder],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    text = log.read_text().partition('"now"')[2].partition('"done"')[0]
    return text.count("fsync(") + text.count("fdatasync(")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reviews", type=int, default=1_000_000)
    options = parser.parse_args()
    for cards, reviews in ((10_000, 10_000), (min(100_000, options.reviews), options.reviews)):
        folder = Path(tempfile.mkdtemp(prefix="coach-scale-"))
        fill(folder, cards, reviews)
        now = moment(reviews / 5)
        runs = sorted(asked(folder, now._replace(at=now.at + timedelta(seconds=n))) for n in range(9))
        opened, today, saved = (sorted(column)[4] for column in zip(*runs, strict=True))
        size = (folder / "journal.db").stat().st_size / 1e6
        print(
            f"{cards:>7} cards {reviews:>8} reviews {size:6.0f} MB: open {opened:.2f} ms, today {today:.2f} ms CPU;"
            f" answer {saved:.1f} ms wall, {syncs(folder)} syncs",
            flush=True,
        )
        shutil.rmtree(folder)
