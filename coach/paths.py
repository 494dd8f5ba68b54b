"""Where bundled data is (wheel or checkout) and where the candidate's home is; no other file knows."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from coach.errors import StorageFault

_PACKAGE = Path(__file__).resolve().parent


class Home(NamedTuple):
    """The candidate's folders; under COACH_HOME all three are one."""

    config: Path
    data: Path
    cache: Path

    @property
    def database(self) -> Path:
        """The journal."""
        return self.data / "journal.db"

    @property
    def clock(self) -> Path:
        """How far the clock of a mock is while it runs."""
        return self.data / "journal.clock"

    @property
    def settings(self) -> Path:
        """The user's configuration, TOML."""
        return self.config / "config.toml"

    @property
    def packs(self) -> Path:
        """The candidate's own packs, one folder each."""
        return self.data / "packs"

    @property
    def stories(self) -> Path:
        """The candidate's own stories."""
        return self.data / "stories.yaml"

    @property
    def offers(self) -> Path:
        """The candidate's offers."""
        return self.data / "offers.yaml"

    @property
    def backups(self) -> Path:
        """Daily and weekly copies of the journal."""
        return self.data / "backups"

    @property
    def logs(self) -> Path:
        """Tracebacks of bugs."""
        return self.cache / "logs"


def home(explicit: str | None, env: Mapping[str, str]) -> Home:
    """The folders named by --home, else COACH_HOME, else the platform's own."""
    chosen = explicit or env.get("COACH_HOME")
    if chosen:
        root = Path(chosen).expanduser().absolute()
        return Home(root, root, root)
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("coach", appauthor=False)
    return Home(Path(dirs.user_config_dir), Path(dirs.user_data_dir), Path(dirs.user_cache_dir))


def present(path: Path) -> bool:
    """Whether there is such a file; StorageFault where one may not look, so that it is never taken for a fresh home."""
    try:
        os.stat(path)  # noqa: PTH116 - pathlib's own test is slower, and this runs at every start
    except FileNotFoundError:
        return False
    except OSError as error:
        hint = "Make it a folder that you may read and write (see it with ls -ld), or name another: --home DIR."
        raise StorageFault(f"{path.parent} cannot be used: {(error.strerror or 'unknown').lower()}.", hint) from None
    return True


def _bundled(name: str) -> Path:
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


def content() -> Path:
    """The bundled packs, one folder each."""
    return _bundled("content")


def templates() -> Path:
    """The bundled Jinja2 templates and assets."""
    return _bundled("templates")
