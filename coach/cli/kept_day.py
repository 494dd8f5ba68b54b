"""The day's cards kept from one look to the next: a second look at an unchanged day plans nothing."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from coach.errors import CoachError
from coach.files import write_private
from coach.store.seal import seal


def planner() -> list[tuple[str, int, int]]:
    """Which code plans a day: name, time and size of each file; another release plans anew."""
    from coach import memory
    from coach.practice import pick

    files = [*sorted(Path(memory.__path__[0]).glob("*.py")), Path(str(pick.__file__))]
    return [(file.name, (found := file.stat()).st_mtime_ns, found.st_size) for file in files]


def kept_day(path: Path, inputs: object, plan: Callable[[], list[tuple[str, str]]]) -> list[tuple[str, str]]:
    """What `plan` makes of `inputs`: (item, reason); read from `path` if it was made of exactly these before.

    The key is the inputs themselves, so nothing has to say when the day changed; a damaged file counts as none.
    """
    key = seal(repr(inputs)).hex()
    try:
        words = path.read_text(encoding="ascii").rstrip("\n").split("\n")
    except (OSError, ValueError):
        words = []
    if len(words) == 2 and words[0] == f"{key} {seal(key, words[1]).hex()}":
        return [(item, reason) for item, reason in json.loads(words[1])]
    rows = plan()
    text = json.dumps(rows)
    with suppress(CoachError):  # a disk that refuses costs only the time of the next look
        write_private(path, f"{key} {seal(key, text).hex()}\n{text}\n".encode("ascii"))
    return rows
