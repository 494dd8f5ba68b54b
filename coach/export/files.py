"""Writing a file for the candidate: to stdout, or in one step, and never over another one unasked."""

import sys
from pathlib import Path

from coach.errors import CoachError
from coach.files import write_private


def export_to(target: str, content: bytes, *, force: bool) -> None:
    """Write an export to a file, or to stdout for `-`; CoachError if the file exists and `force` is not given."""
    if target == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    if path.is_dir():
        raise CoachError(f"{path} is a folder.", "Name a file: -o FILE")
    if path.exists() and not force:
        raise CoachError(
            f"{path} exists already; it was not changed.", "Use --force to replace it, or name another file."
        )
    write_private(path, content)
