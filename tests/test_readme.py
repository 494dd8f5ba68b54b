"""The README's tour is executed, in order, on a home of its own; every command of the tree is in the help."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from coach.cli.app import TABLE

ROOT = Path(__file__).resolve().parents[1]


def tour() -> list[list[str]]:
    """The commands between the heading "Five minutes" and the next one."""
    text = (ROOT / "README.md").read_text().split("## Five minutes")[1].split("\n## ")[0]
    block = re.search(r"```sh\n(.*?)```", text, re.DOTALL)
    assert block
    return [shlex.split(line, comments=True) for line in block[1].splitlines() if line.startswith("coach")]


def test_the_tour_runs(tmp_path: Path) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("COACH_")}
    env |= {"COACH_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}
    commands = tour()
    assert len(commands) >= 10
    for command in commands:
        run = [sys.executable, "-m", "coach", *command[1:]]
        done = subprocess.run(run, cwd=tmp_path, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        assert done.returncode == 0, f"{command}: {done.returncode}\n{done.stderr}"
        assert done.stdout or done.stderr, f"{command} said nothing"


def test_the_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text()
    assert [name for name in TABLE if f"coach {name}" not in text] == []


def test_both_set_up_commands_are_one_line_each() -> None:
    text = (ROOT / "README.md").read_text()
    lines = [line for line in text.splitlines() if line.startswith("python3 -m venv")]
    assert len(lines) == 2
    assert lines[0].endswith("/coach")
    assert "pytest" in lines[1]
