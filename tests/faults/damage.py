"""A byte of the journal changed on disk: python -m tests.faults.damage --bytes 5000.

Every read must then give what was written, or refuse and name the way to restore; and restoring must work."""

import argparse
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from coach.errors import StorageFault
from coach.store.backup import keep_daily
from coach.store.database import open_store
from coach.store.journal import Journal
from coach.store.jsonl import export
from coach.store.restore import restore
from tests.faults.writer import answers
from tests.store.homes import home_in, moment

READS: dict[str, Callable[[Journal], Any]] = {
    "all events": lambda journal: list(journal.events()),
    "reviews": lambda journal: list(journal.events("review")),
    "one item": lambda journal: list(journal.events(item="deck/a-7")),
    "the last take": lambda journal: journal.last("take"),
    "totals": lambda journal: journal.totals(),
    "a day": lambda journal: journal.total(date(2026, 12, 1)),
    "drafts": lambda journal: journal.drafts(),
    "states": lambda journal: journal.states(),
    "due count": lambda journal: journal.due_count(date.fromordinal(4)),
    "due cards": lambda journal: journal.due_cards(date.fromordinal(4)),
    "export": lambda journal: export(journal).partition(b"\n")[2],
}


def made(folder: Path, count: int) -> dict[str, Any]:
    """A home with answers, drafts and states; what each read says of it."""
    answers(folder, "a", count, lambda line: None)
    with open_store(home_in(folder), moment()) as journal:
        journal.save_draft("deck/open/answer", "not finished", moment(count))
        return {name: read(journal) for name, read in READS.items()}


def look(folder: Path, truth: dict[str, Any]) -> Counter[str]:
    """How each read went: right, refused with the way to restore, or silently wrong."""
    seen: Counter[str] = Counter()
    for name, read in READS.items():
        try:
            with open_store(home_in(folder), moment()) as journal:
                right = read(journal) == truth[name]
                seen["right" if right else f"silently wrong: {name}"] += 1
        except StorageFault as fault:
            named = "coach data restore" in fault.hint or "newer coach" in fault.message or "read-only" in fault.message
            seen["refused" if named else f"refused without a way out: {fault.message}"] += 1
    return seen


def sweep(count: int, seed: int, answered: int = 40) -> tuple[Counter[str], list[str]]:
    """(how reads went, restores that failed) over so many changed bytes."""
    root, chance, seen, failed = Path(tempfile.mkdtemp(prefix="coach-damage-")), random.Random(seed), Counter[str](), []
    good, bad = root / "good", root / "bad"
    truth = made(good, answered)
    keep_daily(home_in(good), moment().day)
    content = (good / "journal.db").read_bytes()
    for number in range(count):
        place, change = chance.randrange(len(content)), chance.randrange(1, 256)
        shutil.copytree(good, bad)
        damaged = content[:place] + bytes([content[place] ^ change]) + content[place + 1 :]
        (bad / "journal.db").write_bytes(damaged)
        found = look(bad, truth)
        seen += found
        if found["refused"] and number % 10 == 0:
            failed += restored(bad, truth)
        shutil.rmtree(bad)
    shutil.rmtree(root)
    return seen, failed


def restored(folder: Path, truth: dict[str, Any]) -> list[str]:
    """What is wrong after a restore."""
    try:
        restore(home_in(folder))
        with open_store(home_in(folder), moment()) as journal:
            events = [event.id for event in journal.events()]
    except StorageFault as fault:
        return [fault.message]
    return [] if events == [event.id for event in truth["all events"]] else ["events are missing after the restore"]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bytes", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    outcomes, failures = sweep(options.bytes, options.seed)
    wrong = [name for name in outcomes if name not in ("right", "refused")]
    print(f"{options.bytes} changed bytes, {sum(outcomes.values())} reads: {dict(outcomes)}")
    print(f"{len(failures)} restores failed {failures[:5]}")
    raise SystemExit(bool(wrong or failures))
