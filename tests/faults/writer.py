"""A program that writes to a journal and says on stdout what is saved: what the fault tests kill and starve."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from coach.errors import CoachError
from coach.store.backup import keep_daily
from coach.store.database import open_store
from coach.store.journal import Journal
from coach.store.merge import merge_file
from coach.store.restore import restore
from coach.store.seal import new_id
from tests.store.homes import home_in, moment, state

Acknowledge = Callable[[str], None]


def sample_id(name: str, number: int) -> str:
    """The event id that this program gives to its how-manieth event."""
    return new_id(moment(number), f"{name:>4}{number:06}".encode()[-10:])


def answers(folder: Path, name: str, count: int, say: Acknowledge) -> None:
    """Open, then draft, answer (a review and a take in one transaction), sometimes take back; close."""
    with open_store(home_in(folder), moment()) as journal:
        for number in range(count):
            for line in _answer(journal, name, number):
                say(line)


def _answer(journal: Journal, name: str, number: int) -> Iterator[str]:
    item = f"deck/{name}-{number}"
    journal.save_draft(f"{item}/answer", f"typed {number}", moment(number))
    yield f"draft {item}/answer"
    review, take = sample_id(f"r{name}", number), sample_id(f"t{name}", number)
    body = {"rating": 1 + number % 4, "seconds": 2.5}
    both = [(review, "review", body), (take, "take", {"text": "an answer of some length " * 8})]
    journal.append_all(moment(number), item, both, f"{item}/", [state(item, number % 9)])
    yield f"saved {review}"
    yield f"saved {take}"
    if number % 5 == 4:
        journal.undo_all(moment(number), [(take, sample_id(f"u{name}", number))], [state(item, 3)])
        yield f"undone {take}"


def back_up(folder: Path, name: str, count: int, say: Acknowledge) -> None:
    """The day's backup."""
    kept = keep_daily(home_in(folder), moment(count).day)
    say(f"backup {kept.path if kept else 'there'}")


def put_back(folder: Path, name: str, count: int, say: Acknowledge) -> None:
    """Restore from the newest backup."""
    say(f"restored {restore(home_in(folder)).events}")


def merge(folder: Path, name: str, count: int, say: Acknowledge) -> None:
    """Merge the export that lies beside."""
    with open_store(home_in(folder), moment()) as journal:
        say(f"merged {merge_file(journal, folder / 'other.jsonl').added}")


WORK = {"answers": answers, "backup": back_up, "restore": put_back, "merge": merge}


def main(work: str, folder: str, name: str = "a", count: str = "5") -> int:
    """Do the work; the exit code and one sentence when it is refused."""

    def say(line: str) -> None:
        os.write(1, f"{line}\n".encode())

    try:
        WORK[work](Path(folder), name, int(count), say)
    except CoachError as fault:
        os.write(2, f"{fault.message} {fault.hint}\n".encode())
        return fault.exit_code
    say("done")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
