"""What every command refuses before it begins: a pack that is not there, a home that cannot be looked at."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_data import coach
from tests.faults.verdict import ROOT, environment

# Permissions do not bind root, so the command becomes somebody else first; its modules may be out of reach after that.
LOCKED_OUT = """
import os, sys
from importlib import import_module
from coach.cli import app, front, handler, messages, run
import_module(app.TABLE[sys.argv[1]].module)
if os.geteuid() == 0:
    os.setuid(65534)
sys.argv = ["coach", *sys.argv[1:]]
from coach.__main__ import main
main()
"""


@pytest.mark.parametrize("command", ["today", "paths", "stats", "due", "drill", "config show", "offers show", "setup"])
def test_an_unknown_pack_is_refused_by_every_command_with_those_there_are(command: str, tmp_path: Path) -> None:
    code, out, err = coach(tmp_path, "--pack", "fintech", *command.split())
    assert (code, out) == (2, "")
    assert "There is no pack named fintech." in err
    assert "Did you mean fintech-pm? There are: ai-pm, core, fintech-pm" in err


def test_an_unknown_pack_in_the_environment_is_refused_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_PACK", "nope")
    code, _, err = coach(tmp_path)
    assert code == 2
    assert "There is no pack named nope." in err


@pytest.mark.parametrize("command", ["today", "paths"])
def test_a_home_that_may_not_be_looked_into_is_no_fresh_one(command: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert coach(home, "setup", "--yes")[0] == 0
    home.chmod(0o000)
    try:
        done = subprocess.run(
            [sys.executable, "-c", LOCKED_OUT, command],
            cwd=ROOT,
            env=environment() | {"COACH_HOME": str(home)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
    finally:
        home.chmod(0o700)
    assert (done.returncode, done.stdout) == (6, ""), done.stderr
    assert f"{home} cannot be used: permission denied." in done.stderr
    assert "--home" in done.stderr


def test_a_home_that_is_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "home"
    file.write_text("not a folder")
    code, out, err = coach(file, "today")
    assert (code, out) == (6, "")
    assert f"{file} cannot be used: not a directory." in err
