"""The candidate's own editor for long answers, on a private file."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from coach.errors import CoachError


def edit(text: str, env: Mapping[str, str]) -> str:
    """The text after $VISUAL or $EDITOR (else vi) closed; CoachError if the editor cannot be started or failed."""
    command = shlex.split(env.get("VISUAL") or env.get("EDITOR") or "vi")
    with tempfile.TemporaryDirectory(prefix="coach-") as folder:
        path = Path(folder) / "answer.txt"
        path.touch(mode=0o600)
        path.write_text(text, encoding="utf-8")
        try:
            code = subprocess.run([*command, str(path)], env=dict(os.environ), check=False).returncode
        except OSError as error:
            raise CoachError(
                f"The editor {command[0]!r} could not be started: {error.strerror}.", "Set EDITOR to one you have."
            ) from error
        if code:
            raise CoachError(f"The editor {command[0]!r} ended with code {code}; your text is unchanged.")
        return path.read_text(encoding="utf-8", errors="replace").rstrip("\n")
