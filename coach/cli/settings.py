"""What the candidate prefers: flag over COACH_* variable over config.toml over default, each with its origin."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from coach.errors import InputFault, Problem, UsageFault
from coach.pace import LEAST_PACE, MOST_PACE, PACE
from coach.paths import present
from coach.text import did_you_mean

TIMINGS: Final = ("timed", "extra", "untimed")
LOOKS: Final = ("colour", "plain")


class Key(NamedTuple):
    """A setting: its default as text, what it may be, and what it is for."""

    default: str
    choices: tuple[str, ...]
    meaning: str


KEYS: Final[dict[str, Key]] = {
    "pack": Key("fintech-pm", (), "content pack to practise with"),
    "minutes": Key("30", (), "study minutes a day"),
    "days_off": Key("sun", (), "weekdays without study, such as sat,sun; none for no day off"),
    "timing": Key("timed", TIMINGS, "clocks: timed, extra (half as much again) or untimed"),
    "look": Key("colour", LOOKS, "colour, or plain appended lines for screen readers and pipes"),
    "pace": Key(str(PACE), (), "your speaking pace in words a minute"),
    "zone": Key("", (), "your time zone, such as Europe/Berlin; empty: this computer's"),
    "rollover": Key("4", (), "the hour at which your day begins"),
}


class Value(NamedTuple):
    """A setting's text and its origin: flag, environment, file or default."""

    text: str
    origin: str


def read_settings(path: Path, env: Mapping[str, str], flags: Mapping[str, str]) -> dict[str, Value]:
    """Every setting with its origin; InputFault for a file that is not right, UsageFault for a bad variable or flag."""
    values = {name: Value(key.default, "default") for name, key in KEYS.items()}
    for name, text in _from_file(path).items():
        values[name] = Value(text, str(path))
    for name in KEYS:
        variable = f"COACH_{name.upper()}"
        if env.get(variable):
            values[name] = Value(check(name, env[variable], variable), variable)
        if flags.get(name):
            values[name] = Value(check(name, flags[name], f"--{name}"), f"--{name}")
    return values


def check(name: str, text: str, where: str) -> str:
    """The text if it may stand for that setting; UsageFault naming `where` if not."""
    wrong = fault(name, text)
    if wrong:
        raise UsageFault(f"{where}: {wrong}.")
    return text


def _from_file(path: Path) -> dict[str, str]:
    if not present(path):
        return {}
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise InputFault(
            "Your settings cannot be read.", [Problem(str(path), 1, 1, str(error), "mend it or remove the file")]
        ) from error
    problems = [
        Problem(str(path), *_line_of(path, name), *wrong) for name, text in data.items() if (wrong := _bad(name, text))
    ]
    if problems:
        raise InputFault("Your settings need mending.", problems)
    return {name: _as_text(value) for name, value in data.items()}


def _bad(name: str, value: Any) -> tuple[str, str] | None:
    if name not in KEYS:
        return f"there is no setting {name!r}", did_you_mean(name, KEYS) or "known: " + ", ".join(KEYS)
    wrong = fault(name, _as_text(value))
    return (f"{name}: {wrong}", KEYS[name].meaning) if wrong else None


def _line_of(path: Path, name: str) -> tuple[int, int]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip().startswith(name):
            return number, line.index(name) + 1
    return 1, 1


def _as_text(value: Any) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)


def fault(name: str, text: str) -> str:
    """What is wrong with a setting's text; empty if nothing is."""
    if name not in KEYS:
        return f"there is no setting {name!r}"
    choices = KEYS[name].choices
    if choices and text not in choices:
        return f"expected one of {', '.join(choices)}, not {text!r}"
    bounds = {"minutes": (1, 600), "pace": (LEAST_PACE, MOST_PACE), "rollover": (0, 12)}.get(name)
    if bounds and not (text.isdecimal() and bounds[0] <= int(text) <= bounds[1]):
        return f"expected a whole number from {bounds[0]} to {bounds[1]}, not {text!r}"
    if name == "days_off":
        return _weekday_fault(text)
    return _zone_fault(text) if name == "zone" and text else ""


def _weekday_fault(text: str) -> str:
    known = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    bad = [part for part in text.lower().split(",") if part.strip() not in (*known, "none", "")]
    return f"expected weekdays such as sat,sun, or none, not {bad[0]!r}" if bad else ""


def _zone_fault(text: str) -> str:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError):
        return f"expected a time zone such as Europe/Berlin, not {text!r}"
    return ""


def weekdays_off(text: str) -> frozenset[int]:
    """`sat,sun` as {5, 6}; Monday is 0."""
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return frozenset(names.index(part.strip()) for part in text.lower().split(",") if part.strip() in names)
