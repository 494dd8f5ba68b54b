"""Every state a power cut can leave: python -m tests.faults.power_loss --states 2000.

The writes of a real run are recorded with strace; at each instant, what was synced is on the disk, and of what was not
any part may be: whole writes, or some of their 512-byte sectors. Folder entries become durable in order."""

import argparse
import random
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.faults.verdict import faults, run

SECTOR = 512
_LINE = re.compile(r"^(?:\d+\s+)?(\w+)\((.*)\)\s+= (-?\d+)")
_FD = re.compile(r"^(\d+)<([^>]*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class Op(NamedTuple):
    """One recorded call on the home: its name, the file, and its data, offset or new name."""

    call: str
    path: str
    data: bytes = b""
    offset: int = 0
    target: str = ""


class Disk:
    """A folder as a disk sees it: what is durable, and what is pending."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}  # as the program sees them
        self.entries: dict[str, int] = {}  # durable
        self.moves: list[tuple[str, str, int]] = []  # pending: (what, name, inode)
        self.durable: list[bytes] = []
        self.pending: list[list[Op]] = []
        self.said: list[str] = []

    def take(self, op: Op) -> None:
        """Let the program make a call."""
        if op.call == "say":
            self.said += op.data.decode().splitlines()
        elif op.call == "open":
            self._open(op.path)
        elif op.call == "rename":
            inode = self.names.pop(op.path)
            self.names[op.target] = inode
            self.moves += [("add", op.target, inode), ("remove", op.path, inode)]
        elif op.call == "unlink":
            self.moves.append(("remove", op.path, self.names.pop(op.path)))
        elif op.call == "sync":
            self._sync(op.path)
        else:
            self.pending[self.names[op.path]].append(op)

    def _open(self, path: str) -> None:
        if path not in self.names:
            self.names[path] = len(self.durable)
            self.moves.append(("add", path, len(self.durable)))
            self.durable.append(b"")
            self.pending.append([])

    def _sync(self, path: str) -> None:
        if path in self.names:
            inode = self.names[path]
            for op in self.pending[inode]:
                self.durable[inode] = applied(self.durable[inode], op)
            self.pending[inode] = []
        else:
            self.entries = moved(self.entries, self.moves)
            self.moves = []

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """One state the files may be in if the power goes now."""
        entries = moved(self.entries, self.moves[: chance.randint(0, len(self.moves))])
        return {name: self._content(inode, chance) for name, inode in entries.items()}

    def _content(self, inode: int, chance: random.Random) -> bytes:
        content, luck = self.durable[inode], chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        for op in self.pending[inode]:
            if chance.random() < luck:
                content = applied(content, torn(op, chance) if chance.random() < 0.2 else op)
        return content


def moved(entries: dict[str, int], moves: list[tuple[str, str, int]]) -> dict[str, int]:
    """Folder entries after these changes."""
    after = dict(entries)
    for what, name, inode in moves:
        if what == "add":
            after[name] = inode
        elif after.get(name) == inode:
            del after[name]
    return after


def applied(content: bytes, op: Op) -> bytes:
    """A file after a write or a truncation."""
    if op.call == "truncate":
        return content[: op.offset].ljust(op.offset, b"\0")
    return content[: op.offset].ljust(op.offset, b"\0") + op.data + content[op.offset + len(op.data) :]


def torn(op: Op, chance: random.Random) -> Op:
    """The beginning of a write, to a sector's end."""
    return op._replace(data=op.data[: chance.randint(0, len(op.data) // SECTOR) * SECTOR])


def recorded(folder: Path, answers: int) -> list[Op]:
    """What a writer did to the home, call by call."""
    log = folder.with_suffix(".strace")
    calls = "trace=openat,pwrite64,write,fdatasync,fsync,ftruncate,rename,unlink"
    run(
        "answers",
        str(folder),
        "a",
        str(answers),
        before=("strace", "-o", str(log), "-y", "-xx", "-s", "70000", "-e", calls),
    )
    ops = list(_ops(log.read_text(), str(folder)))
    log.unlink()
    return ops


def _ops(text: str, folder: str) -> Iterator[Op]:
    sizes: dict[str, int] = {}
    for line in text.splitlines():
        match = _LINE.match(line)
        if match and int(match.group(3)) >= 0:
            call, arguments = match.group(1), match.group(2)
            texts = [bytes.fromhex(found.replace("\\x", "")) for found in _TEXT.findall(arguments)]
            yield from _op(call, arguments, texts, folder, sizes)


def _op(call: str, arguments: str, texts: list[bytes], folder: str, sizes: dict[str, int]) -> Iterator[Op]:
    fd = _FD.match(arguments)
    path = _plain(fd.group(2)) if fd else ""
    if call in ("rename", "unlink", "openat"):
        names = [text.decode() for text in texts]
        yield from _entry(call, arguments, [name for name in names if name.startswith(folder)], folder, sizes)
    elif fd and fd.group(1) == "1" and call == "write":
        yield Op("say", "", texts[0])
    elif not path.startswith(folder):
        return
    elif call == "ftruncate":
        yield Op("truncate", path, b"", int(arguments.rpartition(", ")[2]))
    elif call in ("fsync", "fdatasync"):
        yield Op("sync", path)
    else:
        offset = int(arguments.rpartition(", ")[2]) if call == "pwrite64" else sizes.get(path, 0)
        sizes[path] = offset + len(texts[0])
        yield Op("write", path, texts[0], offset)


def _plain(path: str) -> str:
    return bytes.fromhex(path.replace("\\x", "")).decode() if path.startswith("\\x") else path


def _entry(call: str, arguments: str, names: list[str], folder: str, sizes: dict[str, int]) -> Iterator[Op]:
    if names and call == "openat" and "O_CREAT" in arguments:
        if "O_TRUNC" in arguments:
            sizes[names[0]] = 0
        yield Op("open", names[0])
    elif names and call != "openat":
        yield Op(call, names[0], target=names[-1])


def sweep(states: int, answers: int, seed: int) -> tuple[int, list[str]]:
    """(states looked at, faults found), spread over the whole run."""
    chance, found, looked = random.Random(seed), list[str](), 0
    root = Path(tempfile.mkdtemp(prefix="coach-power-"))
    ops = recorded(root / "home", answers)
    disk = Disk()
    for number, op in enumerate(ops, 1):
        disk.take(op)
        while looked < states * number // len(ops):
            looked += 1
            found += [
                f"after call {number} ({op.call} {Path(op.path).name}): {text}" for text in _look(disk, root, chance)
            ]
    shutil.rmtree(root)
    return looked, found


def _look(disk: Disk, root: Path, chance: random.Random) -> list[str]:
    folder = root / "after"
    folder.mkdir()
    for name, content in disk.after_a_cut(chance).items():
        (folder / Path(name).name).write_bytes(content)
    found = faults(folder, disk.said)
    shutil.rmtree(folder)
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--states", type=int, default=2000)
    parser.add_argument("--answers", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    count, problems = sweep(options.states, options.answers, options.seed)
    print(f"{count} power cuts, {len(problems)} faults")
    for problem in problems[:20]:
        print(f"  {problem}")
    raise SystemExit(bool(problems))
