"""What must be true of a home after anything was done to a writer: opens, whole, everything acknowledged is there."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from coach.errors import CoachError
from coach.store.check import check
from coach.store.database import open_store
from coach.store.journal import Journal
from tests.store.homes import home_in, moment

ROOT = Path(__file__).resolve().parents[2]
WRITER = (sys.executable, "-m", "tests.faults.writer")


def environment() -> dict[str, str]:
    """The environment a writer is started in: this checkout first, no bytecode written."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


def start(command: Sequence[str]) -> "subprocess.Popen[bytes]":
    """A process in the checkout whose output is read."""
    return subprocess.Popen(
        command, cwd=ROOT, env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def run(*arguments: str, before: Sequence[str] = ()) -> tuple[int, list[str], str]:
    """Run a writer to its end: exit code, acknowledgements, what it said on stderr."""
    process = start([*before, *WRITER, *arguments])
    out, err = process.communicate()
    return process.returncode, out.decode().splitlines(), err.decode(errors="replace")


def faults(folder: Path, acknowledged: Sequence[str]) -> list[str]:
    """What is wrong in a home after these acknowledgements; empty if nothing is."""
    try:
        with open_store(home_in(folder), moment()) as journal:
            with journal.view() as (con, _):
                found = list(check(con).problems)
            return found + missing(journal, acknowledged)
    except CoachError as fault:
        return [f"does not open: {fault.message}"]


def missing(journal: Journal, acknowledged: Sequence[str]) -> list[str]:
    """Acknowledged events that are not there, answers half there, drafts lost though their answer is not saved."""
    kept = {event.id for event in journal.events()}
    reviewed = {event.item for event in journal.events("review")}
    drafts = {draft.key for draft in journal.drafts()}
    undone = {line.split()[1] for line in acknowledged if line.startswith("undone ")}
    found = []
    for line in acknowledged:
        word, _, what = line.partition(" ")
        if word == "saved" and what not in undone and journal.event(what) is None:
            found.append(f"lost: {what}")
        elif word == "undone" and what in kept:
            found.append(f"back again: {what}")
        elif word == "draft" and what not in drafts and what.rpartition("/")[0] not in reviewed:
            found.append(f"draft lost: {what}")
    written = [sum(total.events for total in journal.totals(kind)) for kind in ("review", "take")]
    return found + ([f"half an answer: {written}"] if written[0] != written[1] else [])
