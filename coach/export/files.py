"""Writing a file for the candidate in one step: a temporary one beside it, flushed to disk, then renamed."""

import os
import sys
from pathlib import Path

from coach.errors import CoachError, StorageFault


def write_private(path: Path, content: bytes) -> None:
    """Replace `path` (mode 0600; a link is replaced, not followed); StorageFault if the disk refuses."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise StorageFault(
            f"{path} could not be written: {error.strerror}.", "What was there before is unchanged."
        ) from error


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


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
