"""Prints how well labelled pairs of claims are told apart: `python -m tests.bench.claims [dev|test] [-v]`."""

import sys
from collections import Counter
from itertools import product
from pathlib import Path

from coach.stories.claims import Place, Said, claims
from coach.stories.compare import compare

PAIRS = Path(__file__).resolve().parents[1] / "stories" / "pairs"


def pairs(half: str) -> list[tuple[str, str, str]]:
    """(label, one sentence, another) of one half."""
    lines = (PAIRS / f"{half}.tsv").read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines]  # type: ignore[misc]


def judged(first: str, second: str) -> str:
    """The verdict on two sentences: a conflict anywhere, else the same anywhere, else different."""
    ones = claims([Said(Place("story", "a"), first)])
    twos = claims([Said(Place("take", "b"), second)])
    kinds = {compare(one, two).kind for one, two in product(ones, twos)}
    return next((kind for kind in ("conflicting", "same") if kind in kinds), "different")


def measure(half: str, loud: bool = False) -> tuple[float, float, Counter[tuple[str, str]]]:
    """Precision and recall on conflicts, and the whole confusion table."""
    table: Counter[tuple[str, str]] = Counter()
    for label, first, second in pairs(half):
        said = judged(first, second)
        table[label, said] += 1
        if loud and said != label:
            print(f"  {label} called {said}: {first} | {second}")
    right = table["conflicting", "conflicting"]
    called = sum(count for (_, said), count in table.items() if said == "conflicting")
    there = sum(count for (label, _), count in table.items() if label == "conflicting")
    return right / max(called, 1), right / max(there, 1), table


def main() -> None:
    """Both halves, or the one named."""
    names = [name for name in ("dev", "test") if name in sys.argv] or ["dev", "test"]
    for half in names:
        precision, recall, table = measure(half, "-v" in sys.argv)
        agreed = sum(count for (label, said), count in table.items() if label == said)
        total = sum(table.values())
        print(
            f"{half}: {total} pairs, conflicts precision {precision:.3f} recall {recall:.3f}, labels {agreed}/{total}"
        )


if __name__ == "__main__":
    main()
