"""Cold load of many cards: our reader and the whole pack load against PyYAML's C loader, as ratios of CPU time.

Run: python tests/bench/yaml_load.py [items …]        (10,000 and 100,000 when none is named)
Each figure is the median of paired rounds in fresh processes, garbage collection off and libraries imported on every
side; memory is the peak of a process of its own.
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PER_FILE = 5_000
MANIFEST = """pack_version: 1
id: bench
title: Bench
description: Generated.
language: en
licence: CC0-1.0
provenance: [generated]
competencies:
  - {id: speed, title: Speed, description: How fast.}
"""
CARD = """  - id: facts/card-%06d
    source: [made-up:%d]
    tags: [settlement, bench]
    competencies: [speed]
    question: Why does card %d ask about a rail that closes before the weekend?
    answer: Money promised on Friday that moves on Monday is funded by somebody for three days.
    why: Prefunding is a cost that no latency figure shows; a panel asks who pays.
    as_of: 2026-11-01
"""

PROLOGUE = """
import gc, resource, sys, time
from pathlib import Path
folder = Path(sys.argv[1])
texts = sorted(folder.glob("f*.yaml"))
"""
LOADER = """
import yaml
data = [path.read_text() for path in texts]
gc.disable()
start = time.process_time()
kept = [yaml.load(text, Loader=yaml.CSafeLoader) for text in data]
"""
READER = """
import yaml
from coach.yamlfile import read
gc.disable()
start = time.process_time()
kept = [read(path) for path in texts]
assert not any(document.problems for document in kept)
"""
PACK = """
import pydantic.dataclasses
pydantic.TypeAdapter(int)
from coach.packs.validate import records
from coach.packs.load import load
from coach.packs.model import Fact
import yaml
gc.disable()
start = time.process_time()
kept = load(folder)
assert not kept.problems, kept.problems[0]
"""
EPILOGUE = """
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def measure(code: str, folder: Path) -> tuple[float, int]:
    """CPU seconds of the load and peak MiB of the process."""
    command = [sys.executable, "-c", PROLOGUE + code + EPILOGUE, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    seconds, peak = done.stdout.split()
    return float(seconds), int(peak)


def write(folder: Path, count: int) -> None:
    """A pack of `count` cards, several files."""
    folder.mkdir()
    (folder / "pack.yaml").write_text(MANIFEST)
    for start in range(0, count, PER_FILE):
        cards = "".join(CARD % (n, n, n) for n in range(start, min(start + PER_FILE, count)))
        (folder / f"f{start:06d}.yaml").write_text("facts:\n" + cards)


def main(counts: list[int]) -> None:
    """Print one line per size."""
    print("  items   reader/CSafeLoader   pack load/CSafeLoader   peak MiB: CSafeLoader, reader, pack load")
    with tempfile.TemporaryDirectory() as base:
        for count in counts:
            folder = Path(base) / f"bench-{count}"
            write(folder, count)
            rounds = [
                [measure(code, folder) for code in (LOADER, READER, PACK)] for _ in range(9 if count < 50_000 else 3)
            ]
            ratios = [statistics.median(one[side][0] / one[0][0] for one in rounds) for side in (1, 2)]
            peaks = [max(one[side][1] for one in rounds) for side in (0, 1, 2)]
            print(f"{count:>7,} {ratios[0]:>20.2f} {ratios[1]:>23.2f}   {peaks[0]:>9,} {peaks[1]:>9,} {peaks[2]:>9,}")


if __name__ == "__main__":
    main([int(argument.replace(",", "")) for argument in sys.argv[1:]] or [10_000, 100_000])
