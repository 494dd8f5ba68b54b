"""coach deck new, check, export, as typed."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def coach(home: Path, *arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Run the command line in a home; its exit code must be `code`."""
    env = {**os.environ, "COACH_HOME": str(home), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "coach", *arguments],
        env=env,
        cwd=home.parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == code, done.stderr
    return done


def test_the_sample_in_one_command_and_never_over_a_file(tmp_path: Path) -> None:
    home = tmp_path / "home"
    coach(home, "deck", "export", "--sample", "-o", "deck.pptx")
    assert (tmp_path / "deck.pptx").read_bytes()[:2] == b"PK"
    assert "exists already" in coach(home, "deck", "export", "--sample", "-o", "deck.pptx", code=1).stderr
    assert coach(home, "deck", "export", "--sample", "-o", "-").stdout.startswith("---\nmarp: true")


def test_a_deck_of_ones_own_is_edited_and_checked(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert "no story" in coach(home, "deck", "new", code=1).stderr
    coach(home, "story", "new", "I cut refunds from 9 to 4 days.", "--no-input")
    coach(home, "deck", "new")
    text = (home / "deck.yaml").read_text()
    assert "coach deck check" in text
    told = json.loads(coach(home, "deck", "check", "--json", code=1).stdout)
    assert {fault["slide"] for fault in told["findings"]} >= {"problem", "north-star"}
    (home / "deck.yaml").write_text(text.replace("  - id: problem", "  - idd: problem"))
    assert "did you mean id?" in coach(home, "deck", "check", code=4).stderr


def test_without_the_extra_the_refusal_names_it(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    (blocked / "pptx").mkdir(parents=True)
    (blocked / "pptx" / "__init__.py").write_text("raise ImportError\n")
    env = {**os.environ, "COACH_HOME": str(tmp_path / "home"), "PYTHONPATH": f"{blocked}:{ROOT}"}
    command = [sys.executable, "-m", "coach", "deck", "export", "--sample", "-o", "deck.pptx"]
    done = subprocess.run(command, env=env, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert done.returncode == 5
    assert "'.[pptx]'" in done.stderr
