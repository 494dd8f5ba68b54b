"""One place turns refusals into sentences, signals into 128+N, and the rest into "this is a bug" with a log file."""

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

from coach.errors import CoachError, InputFault
from coach.terminal.modes import modes_kept

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")


def run_guarded(work: Callable[[], int | None]) -> int:
    """The exit code of `work`; no traceback ever reaches the terminal."""
    for name in _SIGNALS:
        signal.signal(getattr(signal, name), _leave)
    with modes_kept():
        return _guarded(work)


def _guarded(work: Callable[[], int | None]) -> int:
    try:
        code = work() or 0
        sys.stdout.flush()
        return code
    except CoachError as error:
        return _refuse(error)
    except BrokenPipeError:
        return _closed_pipe()
    except PermissionError as error:
        return _locked(error)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except Exception as error:  # noqa: BLE001 - the one place where nothing may pass
        return _bug(error)


def _leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _refuse(error: CoachError) -> int:
    from coach.cli.messages import tell

    if isinstance(error, InputFault):
        for problem in error.problems:
            tell(str(problem))
    tell(error.message)
    if error.hint:
        tell(error.hint[0].upper() + error.hint[1:])
    return error.exit_code


def _locked(error: PermissionError) -> int:
    from coach.cli.messages import tell

    place = str(error.filename or "A file")
    tell(f"{place}: permission denied.\nSee who may read and write it; where your files are: coach paths")
    return 6


def _closed_pipe() -> int:
    # Python would complain again when it flushes at exit: give it a place that takes everything.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _bug(error: Exception) -> int:
    import traceback

    from coach.cli.messages import tell
    from coach.paths import home

    text = "".join(traceback.format_exception(error))
    try:
        folder = home(_flag("--home"), os.environ).logs
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        log = folder / "bug.log"
        log.write_text(text, encoding="utf-8", errors="backslashreplace")
        where = f"The details are in {log}."
    except OSError as fault:
        where = f"The details could not be written ({fault.strerror}): {type(error).__name__}."
    tell(f"This is a bug in coach, not your mistake. {where}\nWhat you had answered is kept.")
    return 3


def _flag(name: str) -> str | None:
    args = sys.argv[1:]
    if name in args[:-1]:
        return args[args.index(name) + 1]
    return next((arg.split("=", 1)[1] for arg in args if arg.startswith(name + "=")), None)
