"""The commands on a candidate's file: figures, refusals, files written and files left alone."""

import json
import os
import stat
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from tests.offers.test_article import article
from tests.offers.test_read import GOOD

ROOT = Path(__file__).resolve().parents[2]


def coach(home: Path, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("COACH_")}
    env |= {"COACH_HOME": str(home), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "coach", "offers", *arguments]
    return subprocess.run(command, env=env, cwd=home, input=text, capture_output=True, text=True, check=False)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "offers.yaml").write_text(article())
    return tmp_path


def test_json_carries_every_figure(home: Path) -> None:
    done = coach(home, "show", "--json")
    found = json.loads(done.stdout)
    assert found["version"] == 1
    amazon = found["offers"][0]
    assert amazon["years"][0]["cash"] == "239000.00"
    assert Decimal(amazon["npv_end"]).quantize(Decimal("0.01")) == Decimal("720012.29")
    names = {"base", "bonus", "sign_on", "settlement_bonus", "cash", "equity", "total"}
    assert all(names <= set(year) and isinstance(year["cash"], str) for year in amazon["years"])
    assert set(amazon["classes"]) == {"guaranteed", "contingent", "uncertain"}


def test_the_screen_says_the_same_as_the_workbook(home: Path) -> None:
    assert "866,000" in coach(home, "compare").stdout
    assert coach(home, "compare", "--plain").stdout.count("720,012.29") == 1
    assert coach(home, "export").returncode == 0
    assert "0 differ" in coach(home, "verify", "offers.xlsx").stderr


def test_solve_says_the_ask(home: Path) -> None:
    assert coach(home, "solve", "fintech.base_salary").stdout.startswith("A base of 214,000 ties first-year cash")
    assert coach(home, "breakeven").stdout.startswith("A valuation of 235,000,000 ties total")
    assert coach(home, "solve", "fintech.base_salery").returncode != 0
    assert coach(home, "solve", "nobody.base_salary").returncode == 2


def test_two_offers_that_tie_are_both_named_on_the_ask_sheet(home: Path) -> None:
    (home / "offers.yaml").write_text(article(base="214000"))
    page = coach(home, "negotiate").stdout
    assert "- fintech and amazon tie in first-year cash." in page
    (home / "offers.yaml").write_text(article())
    page = coach(home, "negotiate").stdout
    assert "- fintech is USD 39,000 behind amazon in first-year cash. A base of 214,000 ties first-year cash of" in page


def test_leave_and_sensitivity(home: Path) -> None:
    assert "kept in all" in coach(home, "leave", "14").stdout
    assert coach(home, "leave", "49").returncode == 2
    assert "fintech.base_salary" in coach(home, "compare", "--sensitivity").stdout


def test_check_raises_doubts_by_name(home: Path) -> None:
    (home / "offers.yaml").write_text(article(valuation="15_000_000_000"))
    done = coach(home, "check")
    assert done.returncode == 0
    assert "[stake-mismatch]" in done.stdout
    assert "[total-mismatch]" in done.stdout
    (home / "offers.yaml").write_text(article().replace("schedule: 25x4", "years: [50%, 40%]"))
    done = coach(home, "check", "--json")
    assert done.returncode == 4
    assert json.loads(done.stdout)["warnings"][0]["name"] == "schedule-sum"


def test_a_bad_set_is_refused_and_nothing_is_written(home: Path) -> None:
    (home / "offers.yaml").write_text(GOOD.replace("discount_rate: 8%", "discount_rate: 8"))
    for verb in ("show", "compare", "breakeven", "export"):
        done = coach(home, verb)
        assert done.returncode == 4, verb
        assert "offers.yaml:4:16: discount_rate:" in done.stderr
        assert not done.stdout
    assert [path.name for path in home.iterdir()] == ["offers.yaml"]


def test_files_are_private_and_never_overwritten_unasked(home: Path) -> None:
    assert coach(home, "export", "-o", "a.xlsx").returncode == 0
    assert stat.S_IMODE((home / "a.xlsx").stat().st_mode) == 0o600
    before = (home / "a.xlsx").read_bytes()
    assert coach(home, "export", "-o", "a.xlsx").returncode == 1
    assert coach(home, "export", "-o", "a.xlsx", "--force").returncode == 0
    assert (home / "a.xlsx").read_bytes() == before
    assert coach(home, "import", "a.xlsx").returncode == 1
    assert coach(home, "import", "a.xlsx", "-o", "-").stdout == article()


def test_new_writes_a_file_that_is_good(tmp_path: Path) -> None:
    assert coach(tmp_path, "new", "--no-input").returncode == 0
    assert coach(tmp_path, "check").returncode == 0
    text = coach(tmp_path, "new", "-o", "-", "--package", "fintech-pm", "--package", "settlement-bonus").stdout
    assert coach(tmp_path, "check", "-", text=text).returncode == 0


def test_negotiate_keeps_a_dated_log_and_prints_one_page(home: Path) -> None:
    said = ("--said", "We can do *5,000* more", "--who", "Ann", "--next", "the letter")
    assert coach(home, "negotiate", *said, "--today", "2026-12-01").returncode == 0
    assert "2026-12-01 Ann (verbal): We can do *5,000* more -> the letter" in coach(home, "negotiate", "--log").stdout
    page = coach(home, "negotiate").stdout
    assert all(f"**{name}**" in page for name in ("Guaranteed cash", "Contingent cash", "Uncertain equity"))
    assert "“We can do \\*5,000\\* more”" in page
    assert "A base of 214,000 ties first-year cash" in page
    assert len(page.splitlines()) <= 60


def test_without_a_file_the_next_step_is_named(tmp_path: Path) -> None:
    done = coach(tmp_path, "compare")
    assert done.returncode == 4
    assert "coach offers new" in done.stderr
