"""Builds the wheel, installs it into an environment of its own, and runs it from `/`: every data file is byte-equal."""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = (["--version"], ["--help"], ["today"], ["paths"], ["content", "list"], ["demo", "--help"])


def data_files(root: Path) -> dict[str, bytes]:
    """Every file of content/ and templates/ by its relative name."""
    found = (path for name in ("content", "templates") for path in sorted((root / name).rglob("*")))
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in found
        if path.is_file() and "__pycache__" not in path.parts
    }


def main() -> None:
    """Exit with an error at the first thing that is not as it should be."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        subprocess.run([sys.executable, "-m", "build", "-q", "--wheel", "-o", scratch, ROOT], check=True)
        wheel = next(scratch.glob("*.whl"))
        venv.create(scratch / "venv", with_pip=True)
        python = scratch / "venv" / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "-q", "--no-warn-script-location", wheel], check=True)
        env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "COACH_HOME")}
        env["COACH_HOME"] = str(scratch / "home")
        where = "import coach.paths as p; print(p.content().parent)"
        installed = Path(
            subprocess.run(
                [python, "-c", where], cwd="/", env=env, check=True, capture_output=True, text=True
            ).stdout.strip()
        )
        assert scratch in installed.parents, f"the wheel reads its data from {installed}"
        wanted, got = data_files(ROOT), data_files(installed)
        assert wanted == got, f"data files differ: {sorted(set(wanted) ^ set(got)) or 'contents'}"
        for command in COMMANDS:
            done = subprocess.run(
                [scratch / "venv/bin/coach", *command],
                cwd="/",
                env=env,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
            )
            assert done.returncode == 0, f"coach {' '.join(command)}: {done.returncode}\n{done.stdout}{done.stderr}"
    print(f"wheel: {len(wanted)} data files byte-equal, {len(COMMANDS)} commands run from / without the checkout")


if __name__ == "__main__":
    main()
