"""Warm content: opening the library and reading 20 cards, as a multiple of a bare interpreter's CPU time.

Run: python tests/bench/pack_cache.py        (packs of 60, 10,000 and 100,000 items; 11 paired rounds)
"""

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from yaml_load import ROOT, write

ROUNDS = 11
NOW = 4_000_000_000_000_000_000
WARM = f"""
import sys
from pathlib import Path
from coach.store.packcache import open_library
library = open_library([sys.argv[1]], [], Path(sys.argv[2]), {NOW})
step = int(sys.argv[3]) // 20
items = library.items(f"facts/card-{{number:06d}}" for number in range(0, 20 * step, step))
assert len(items) == 20
"""
INDEX = WARM + "assert len(library.index()) == int(sys.argv[3])\n"


def cpu(*command: str) -> float:
    """User and system seconds of a child process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], cwd=ROOT, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print one line per size."""
    with tempfile.TemporaryDirectory() as base:
        packs = {}
        for count in (60, 10_000, 100_000):
            folder = Path(base) / "many" / str(count) / "bench"
            folder.parent.mkdir(parents=True)
            write(folder, count)
            packs[count] = [str(folder), str(Path(base) / f"{count}.db"), str(count)]
            cpu("-c", WARM, *packs[count])
        rounds = []
        for _ in range(ROUNDS):
            bare = statistics.mean(cpu("-c", "pass") for _ in range(3))
            rounds.append([cpu("-c", code, *pack) / bare for code in (WARM, INDEX) for pack in packs.values()])
        ratios = [statistics.median(column) for column in zip(*rounds, strict=True)]
        print(f"{'items':>8}  20 cards, x bare   more than 60 items   with the whole index, x bare")
        for place, count in enumerate(packs):
            more = ratios[place] - ratios[0]
            print(f"{count:>8,} {ratios[place]:>17.2f} {more:>+20.2f} {ratios[place + 3]:>30.2f}")


if __name__ == "__main__":
    main()
