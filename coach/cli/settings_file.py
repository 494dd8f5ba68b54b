"""Writing config.toml: comments and order stay, the file is replaced in one step."""

from collections.abc import Mapping
from pathlib import Path

from coach.files import write_private


def write_settings(path: Path, values: Mapping[str, str]) -> None:
    """Set these keys; whole numbers are written as numbers."""
    import tomlkit

    document = tomlkit.parse(path.read_text(encoding="utf-8")) if path.exists() else tomlkit.document()
    for name, text in values.items():
        document[name] = int(text) if text.isdecimal() else text
    write_private(path, tomlkit.dumps(document).encode())
