"""What each command may import: the heavy libraries stay out until a command really needs them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HEAVY = {
    "fsrs",
    "icalendar",
    "jinja2",
    "numpy",
    "openpyxl",
    "prompt_toolkit",
    "pydantic",
    "questionary",
    "tomlkit",
    "xlsxwriter",
}
PROBE = """
import json, sys
out, sys.argv = sys.argv[1], ["coach", *sys.argv[2:]]
from coach.__main__ import main
try:
    main()
finally:
    with open(out, "w") as file:
        json.dump(sorted({name.split(".")[0] for name in sys.modules}), file)
"""


def imported(folder: Path, *arguments: str) -> set[str]:
    """Top-level modules a command had imported when it ended with 0."""
    out = folder / "modules.json"
    env = {name: value for name, value in os.environ.items() if not name.startswith("COACH_")}
    env |= {"COACH_HOME": str(folder / "home"), "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-c", PROBE, str(out), *arguments],
        env=env,
        check=True,
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    return set(json.loads(out.read_text()))


@pytest.mark.parametrize("arguments", [(), ("today",), ("--version",)])
def test_the_front_needs_neither_typer_nor_rich_nor_yaml(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    imported(tmp_path, "setup", "--yes")
    assert not imported(tmp_path, *arguments) & (HEAVY | {"typer", "rich", "yaml"})


@pytest.mark.parametrize("arguments", [("--help",), ("drill", "--help"), ("paths",), ("config", "show")])
def test_commands_that_do_no_work_load_nothing_heavy(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert not imported(tmp_path, *arguments) & (HEAVY | {"rich", "yaml", "sqlite3"})


def test_both_ways_to_today_say_the_same(tmp_path: Path) -> None:
    env = {**os.environ, "COACH_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}

    def said(*arguments: str) -> str:
        command = [sys.executable, "-m", "coach", *arguments]
        done = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
        return done.stdout

    said("setup", "--yes")
    assert said() == said("today") == said("--no-input", "today")
    assert said("--version") == said("-V") == said("--no-input", "--version")
