"""How far a running clock is: one line, rewritten in place every second, so that a kill costs no second.

It is not flushed to disk each time. After a power cut what the journal last kept of the clock holds; nothing that was
typed depends on this file.
"""

import os
from contextlib import suppress
from typing import Final, NamedTuple

from coach.paths import Home
from coach.store.seal import seal

_LONGEST: Final = 400


class Beat(NamedTuple):
    """The draft a clock belongs to, the part of it that runs (from 0), and the seconds spent on that part."""

    name: str
    part: int
    elapsed: float


class Heartbeat:
    """Writes beats; the file is opened at the first one."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._handle = -1

    def write(self, beat: Beat) -> None:
        """Put this in place of the last one; a disk that refuses is told of when the answer itself is saved."""
        words = (beat.name, str(beat.part), f"{beat.elapsed:.2f}")
        with suppress(OSError):
            if self._handle < 0:
                flags = os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
                self._handle = os.open(self._home.clock, flags, 0o600)
            os.pwrite(self._handle, f"{' '.join(words)} {seal(*words).hex()}\n".encode("ascii"), 0)


def read_beat(home: Home) -> Beat | None:
    """The last beat; None if there is none, or if it was damaged."""
    try:
        with home.clock.open("rb") as file:
            words = file.read(_LONGEST).partition(b"\n")[0].decode("ascii", "replace").split(" ")
    except OSError:
        return None
    if len(words) != 4 or seal(*words[:3]).hex() != words[3]:
        return None
    return Beat(words[0], int(words[1]), float(words[2]))


def seconds_spent(home: Home, name: str, part: int, kept: float) -> float:
    """The seconds spent on a part: what the journal kept, or what its clock still said after that."""
    beat = read_beat(home)
    return max(kept, beat.elapsed) if beat and (beat.name, beat.part) == (name, part) else kept
