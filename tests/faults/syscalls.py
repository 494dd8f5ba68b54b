"""A writer killed at, or refused, every system call it makes on its home: python -m tests.faults.syscalls [--every 7].

strace counts the calls of a first run that fall on the home, then injects SIGKILL or an error into each of them."""

import argparse
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.faults.verdict import faults, run

CALLS = "openat,pwrite64,write,fdatasync,fsync,ftruncate,rename,unlink,link,mkdir,chmod,fcntl,pread64,read"
WRITING = ("openat", "pwrite64", "write", "fdatasync", "fsync", "ftruncate", "rename", "unlink", "link", "mkdir")
ERRORS = {"disk full": "ENOSPC", "disk error": "EIO", "read-only": "EROFS"}
_CALL = re.compile(r"^(?:\d+\s+)?(\w+)\(")


class Point(NamedTuple):
    """The how-manieth call of a name in a run of a work."""

    work: str
    call: str
    number: int


def prepared(work: str, folder: Path) -> list[str]:
    """A home for this work; what was acknowledged while making it."""
    if work == "answers":
        return []
    _, said, _ = run("answers", str(folder), "b", "6")
    if work == "restore":
        run("backup", str(folder))
        database = folder / "journal.db"
        database.write_bytes(database.read_bytes().replace(b"typed 3", b"typed !").replace(b"deck/b-2", b"deck/b-!"))
    if work == "merge":
        from coach.store.database import open_store
        from coach.store.jsonl import export
        from tests.store.homes import home_in, moment

        other = folder.with_name(folder.name + "-other")
        run("answers", str(other), "c", "4")
        with open_store(home_in(other), moment()) as journal:
            (folder / "other.jsonl").write_bytes(export(journal))
    return said


def points(work: str, template: Path) -> list[Point]:
    """Every call of the work that falls on its home."""
    folder = _copy(template)
    log = folder.with_suffix(".strace")
    run(work, str(folder), "a", "2", before=("strace", "-f", "-y", "-o", str(log), "-e", f"trace={CALLS}"))
    counts: dict[str, int] = {}
    found = []
    for line in log.read_text(errors="replace").splitlines():
        call = _CALL.match(line)
        if call:
            name = call.group(1)
            counts[name] = counts.get(name, 0) + 1
            if str(folder) in line:
                found.append(Point(work, name, counts[name]))
    log.unlink()
    shutil.rmtree(folder)
    return found


def _copy(template: Path) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="coach-call-"))
    if template.exists():
        shutil.copytree(template, folder, dirs_exist_ok=True)
    return folder


def strike(point: Point, how: str, template: Path, before: Sequence[str]) -> list[str]:
    """Run the work with `how` (a strace injection) at the point; what is wrong afterwards."""
    folder = _copy(template)
    inject = f"inject={point.call}:{how}:when={point.number}"
    silent = ("strace", "-f", "-o", "/dev/null", "-e", f"trace={point.call}", "-e", inject)
    code, said, err = run(point.work, str(folder), "a", "2", before=silent)
    found = []
    if "Traceback" in err:
        found.append(f"traceback: {err.strip().splitlines()[-1]}")
    if (
        how.startswith("error")
        and not (code in (4, 6) and str(folder) in err)
        and not (code == 0 and said[-1] == "done")
    ):
        found.append(f"exit {code}: {err.strip()}")
    if point.work == "restore":
        run("restore", str(folder))
    found += faults(folder, [*before, *said])
    shutil.rmtree(folder)
    return [f"{' '.join(map(str, point))} {how}: {text}" for text in found]


def sweep(work: str, hows: Sequence[str], every: int) -> Iterator[list[str]]:
    """The faults of each struck point of a work, one list a strike."""
    root = Path(tempfile.mkdtemp(prefix="coach-home-"))
    template = root / "home"
    before = prepared(work, template)
    try:
        for how in hows:
            chosen = points(work, template)
            if how.startswith("error"):
                chosen = [point for point in chosen if point.call in WRITING]
            for point in chosen[::every]:
                yield strike(point, how, template, before)
    finally:
        shutil.rmtree(root)


HOWS = {"kill": "signal=KILL", **{name: f"error={code}" for name, code in ERRORS.items()}}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--work", nargs="*", default=["answers", "backup", "restore", "merge"])
    parser.add_argument("--how", nargs="*", default=list(HOWS), choices=list(HOWS))
    options = parser.parse_args()
    bad = 0
    for work in options.work:
        for how in options.how:
            results = list(sweep(work, [HOWS[how]], options.every))
            problems = [problem for result in results for problem in result]
            bad += len(problems)
            print(f"{work:<8} {how:<10} {len(results):>4} strikes, {len(problems)} faults", flush=True)
            for problem in problems[:10]:
                print(f"  {problem}")
    raise SystemExit(bool(bad))
