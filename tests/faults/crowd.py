"""Writers at once: python -m tests.faults.crowd --writers 8 --answers 100."""

import argparse
import shutil
import tempfile
from pathlib import Path

from tests.faults.verdict import WRITER, faults, start


def crowd(writers: int, answers: int) -> tuple[int, list[str]]:
    """(acknowledgements, faults found): every writer ends well and all that was acknowledged is there."""
    folder = Path(tempfile.mkdtemp(prefix="coach-crowd-"))
    processes = [start([*WRITER, "answers", str(folder), f"{n}", str(answers)]) for n in range(writers)]
    said, found = list[str](), list[str]()
    for process in processes:
        out, err = process.communicate()
        said += out.decode().splitlines()
        if process.returncode:
            found.append(f"exit {process.returncode}: {err.decode().strip()[-300:]}")
    found += faults(folder, said)
    shutil.rmtree(folder)
    return len(said), found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--answers", type=int, default=100)
    options = parser.parse_args()
    count, problems = crowd(options.writers, options.answers)
    print(f"{options.writers} writers x {options.answers} answers: {count} acknowledgements, {len(problems)} faults")
    for problem in problems[:20]:
        print(f"  {problem}")
    raise SystemExit(bool(problems))
