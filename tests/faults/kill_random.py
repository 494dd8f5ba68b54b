"""SIGKILL at random instants of a writing process: python -m tests.faults.kill_random --kills 500."""

import argparse
import random
import shutil
import signal
import tempfile
import threading
from pathlib import Path

from tests.faults.verdict import WRITER, faults, start


def kill_once(folder: Path, name: str, delay: float) -> list[str]:
    """Let a writer run for `delay` seconds after its first acknowledgement, kill it; what it had acknowledged."""
    process = start([*WRITER, "answers", str(folder), name, "1000"])
    assert process.stdout is not None
    lines = [process.stdout.readline().decode().strip()]
    timer = threading.Timer(delay, process.send_signal, [signal.SIGKILL])
    timer.start()
    lines += process.stdout.read().decode().splitlines()
    timer.join()
    process.communicate()
    return [line for line in lines if line]


def sweep(kills: int, seed: int) -> tuple[int, int, list[str]]:
    """(kills, acknowledgements, faults found); each run goes on in the home that the last one left."""
    chance, acknowledged, found = random.Random(seed), 0, list[str]()
    for batch in range(0, kills, 25):
        folder = Path(tempfile.mkdtemp(prefix="coach-kill-"))
        said: list[str] = []
        for number in range(batch, min(batch + 25, kills)):
            said += kill_once(folder, f"{number % 100:02}", chance.uniform(0, 0.12))
            problems = faults(folder, said)
            found += problems
        acknowledged += len(said)
        shutil.rmtree(folder)
    return kills, acknowledged, found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    count, said, problems = sweep(options.kills, options.seed)
    print(f"{count} kills, {said} acknowledgements, {len(problems)} faults")
    for problem in problems[:20]:
        print(f"  {problem}")
    raise SystemExit(bool(problems))
