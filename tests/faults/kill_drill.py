"""SIGKILL at random instants of a real drill in a terminal: python -m tests.faults.kill_drill --kills 500.

An answer is acknowledged when the next card is on the screen; a draft when it has stood there for two seconds."""

import argparse
import random
import re
import shutil
import signal
import tempfile
from pathlib import Path
from time import monotonic

from coach.store.check import check
from coach.store.database import open_store
from tests.store.homes import home_in, moment
from tests.terminal.pty import Terminal

DAY = "--today=2026-12-01"
_CARD = re.compile(r"(\d+) of 50 · recall card")
_DRAFT_IS_KEPT_AFTER = 2.0


def set_up(root: Path) -> Path:
    """A home after setup, to be copied."""
    home = root / "template"
    with Terminal(home, DAY, "setup", "--yes") as terminal:
        assert terminal.end() == 0
    return home


def kill_in_cards(home: Path, chance: random.Random) -> int:
    """Answer cards as fast as they come, kill somewhere; how many answers were acknowledged."""
    with Terminal(home, DAY, "drill", "facts", "--count", "50") as terminal:
        terminal.answer("[space] show the answer", " ")
        end = monotonic() + chance.uniform(0, 1.0)
        while monotonic() < end:
            terminal.press(chance.choice("1234"), " ")
            terminal.quiet_for(chance.uniform(0, 0.1))
        terminal.child.kill(signal.SIGKILL)
        terminal.quiet_for(0.05)
        return max((int(number) for number in _CARD.findall(terminal.transcript)), default=1) - 1


def kill_in_a_draft(home: Path, chance: random.Random) -> tuple[str, bool]:
    """Type an answer, kill somewhere; what was typed, and whether it stood there long enough to be kept."""
    typed = f"share settled within {chance.randint(100, 999)} ms"
    with Terminal(home, DAY, "drill", "triads") as terminal:
        terminal.await_text("Metric:")
        terminal.press(typed)
        terminal.await_text(typed[-6:])
        waited = chance.choice((chance.uniform(0, 0.5), _DRAFT_IS_KEPT_AFTER))
        terminal.quiet_for(waited)
        terminal.child.kill(signal.SIGKILL)
    return typed, waited >= _DRAFT_IS_KEPT_AFTER


def looked_at(home: Path, acknowledged: int, before: int, draft: str) -> list[str]:
    """What is wrong in the home after a kill."""
    with open_store(home_in(home), moment()) as journal:
        with journal.view() as (con, _):
            found = list(check(con).problems)
        reviews = sum(total.kept for total in journal.totals("review"))
        if not acknowledged <= reviews - before <= acknowledged + 1:
            found.append(f"{acknowledged} answers acknowledged, {reviews - before} there")
        if draft and not any(kept.text == draft for kept in journal.drafts()):
            found.append(f"draft lost: {draft!r}, there: {[kept.text for kept in journal.drafts()]}")
    return found


def reviews_in(home: Path) -> int:
    """Reviews that are in a home."""
    with open_store(home_in(home), moment()) as journal:
        return sum(total.kept for total in journal.totals("review"))


def sweep(kills: int, seed: int) -> tuple[int, int, list[str]]:
    """(acknowledged answers, acknowledged drafts, faults found)."""
    root, chance = Path(tempfile.mkdtemp(prefix="coach-drill-")), random.Random(seed)
    template, answers, drafts, found = set_up(root), 0, 0, list[str]()
    home = root / "home"
    for number in range(kills):
        if number % 5 == 0:
            shutil.rmtree(home, ignore_errors=True)
            shutil.copytree(template, home)
        before = reviews_in(home)
        if number % 5 == 4:
            typed, kept = kill_in_a_draft(home, chance)
            drafts += kept
            found += looked_at(home, 0, before, typed if kept else "")
        else:
            acknowledged = kill_in_cards(home, chance)
            answers += acknowledged
            found += looked_at(home, acknowledged, before, "")
    shutil.rmtree(root)
    return answers, drafts, found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    saved, typed_drafts, problems = sweep(options.kills, options.seed)
    print(f"{options.kills} kills: {saved} answers and {typed_drafts} drafts acknowledged, {len(problems)} faults")
    for problem in problems[:20]:
        print(f"  {problem}")
    raise SystemExit(bool(problems))
