"""Reading the memory must not load what only planning needs."""

import subprocess
import sys

import pytest

MODULES = ["state", "habits", "queue", "forecast", "explain", "skill", "fit"]


@pytest.mark.parametrize("module", MODULES)
def test_importing_a_module_of_the_memory_loads_neither_numpy_nor_fsrs(module: str) -> None:
    code = f"import sys, coach.memory.{module}; sys.exit(bool({{'numpy', 'fsrs'}} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_after_the_last_round_the_next_card_needs_no_numpy() -> None:
    code = (
        "import sys\n"
        "from coach.memory.queue import next_card\n"
        "assert next_card({'a': [(1, 3, 9.0)], 'b': []}, [(5, 1.0)], 40, 60.0) == 'a'\n"
        "sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
