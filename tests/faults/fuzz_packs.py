"""Fuzz the content check: packs with random damage must give items or problems at a place, never anything else.

Run: python tests/faults/fuzz_packs.py [runs] [seed]        (20,000 runs, seed 1)
Three kinds of damage to the files of the outside pack: bytes flipped, lines moved or lost, values replaced by odd ones.
"""

import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from coach.packs.check import check  # noqa: E402
from coach.packs.load import Loaded, items  # noqa: E402
from coach.yamlfile import Document, load  # noqa: E402

FOLDER = ROOT / "tests" / "packs" / "outside_pack" / "warehouse-robots"
ODD = [
    "",
    "~",
    "-1",
    "9**9**9",
    "nan",
    "1e999",
    "{}",
    "[]",
    "[~]",
    "{a: b}",
    "'",
    "\t",
    "*a",
    "&a b",
    "!!int 1",
    "| x",
    "💥",
    "\x00",
]
LINE_BREAKS = "\r\n\x00\x85\u2028"


def flipped(random: Random, text: str) -> str:
    raw = bytearray(text.encode())
    for _ in range(random.randint(1, 8)):
        raw[random.randrange(len(raw))] = random.randrange(256)
    return raw.decode("utf-8", "replace")


def moved(random: Random, text: str) -> str:
    lines = text.split("\n")
    for _ in range(random.randint(1, 4)):
        line = lines.pop(random.randrange(len(lines)))
        if random.random() < 0.7:
            lines.insert(random.randrange(len(lines) + 1), " " * random.randint(0, 4) + line)
    return "\n".join(lines)


def replaced(random: Random, text: str) -> str:
    lines = text.split("\n")
    for _ in range(random.randint(1, 3)):
        at = random.randrange(len(lines))
        key, colon, _ = lines[at].partition(": ")
        lines[at] = f"{key}{colon or ': '}{random.choice(ODD)}"
    return "\n".join(lines)


def one(random: Random, texts: list[str]) -> str:
    """What came of one damaged text: `read` or `refused`; an exception passes."""
    damage = random.choice((flipped, moved, replaced))
    document = load(damage(random, random.choice(texts)), "f.yaml")
    entries, wrong = items(document)
    empty = Document("pack.yaml", None, {}, [])
    problems = check(Loaded(FOLDER, None, empty, tuple(entries), tuple(wrong)))
    for problem in problems:
        assert problem.line >= 1 and problem.column >= 1 and problem.message, problem
        assert not set(str(problem)) & set(LINE_BREAKS), problem
    return "refused" if problems else "read"


def main(runs: int, seed: int) -> None:
    """Print the counts; an exception ends the run with the seed to repeat it."""
    texts = [path.read_text() for path in sorted(FOLDER.glob("*.yaml"))]
    counts: Counter[str] = Counter()
    start, slowest = time.process_time(), 0.0
    for number in range(runs):
        before = time.process_time()
        try:
            counts[one(Random(f"{seed}/{number}"), texts)] += 1
        except Exception:
            print(f"run {number} of seed {seed} failed")
            raise
        slowest = max(slowest, time.process_time() - before)
    spent = time.process_time() - start
    print(f"{runs:,} damaged files: {counts['refused']:,} refused, {counts['read']:,} still right, 0 exceptions")
    print(f"mean {spent / runs * 1000:.1f} ms, slowest {slowest * 1000:.0f} ms")


if __name__ == "__main__":
    arguments = [int(argument.replace(",", "")) for argument in sys.argv[1:]]
    main(*(arguments + [20_000, 1][len(arguments) :]))
