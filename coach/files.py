"""Writing a private file in one step: a temporary one beside it, flushed to disk, then renamed."""

import os
from contextlib import suppress
from pathlib import Path

from coach.errors import StorageFault


def write_private(path: Path, content: bytes) -> None:
    """Replace `path` (mode 0600; a link is replaced, not followed); StorageFault if the disk refuses."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(handle)
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise StorageFault(
            f"{path} could not be written: {error.strerror}.", "What was there before is unchanged."
        ) from error


def sync_folder(folder: Path) -> None:
    """Make renames and new files in a folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
