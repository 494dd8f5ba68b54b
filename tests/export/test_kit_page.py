"""The kit in a real browser: the clock runs, the scorecard fills and saves, no request leaves; then it is imported."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.terminal.test_golden_screens import piped

QUESTION = "question-why-move-to-product"


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    quiet = ("disable-background-networking", "disable-component-update", "disable-sync", "no-first-run")
    for flag in ("headless=new", "no-sandbox", "disable-gpu", f"user-data-dir={tmp_path / 'profile'}", *quiet):
        options.add_argument(f"--{flag}")
    options.add_experimental_option("prefs", {"download.default_directory": str(tmp_path)})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    yield driver
    driver.quit()


def saved(folder: Path) -> Path:
    """The file that the page saved, once it is whole."""
    end = monotonic() + 20
    while monotonic() < end:
        found = list(folder.glob("scorecard-*.json"))
        if found and found[0].stat().st_size:
            return found[0]
    raise AssertionError(sorted(folder.iterdir()))


def test_a_peer_fills_it_in_and_the_gap_is_shown(tmp_path: Path, browser: webdriver.Chrome) -> None:
    home, page = tmp_path / "home", tmp_path / "kit.html"
    piped(home, "setup", "--yes")
    piped(home, "kit", QUESTION, "-o", str(page))
    browser.get(page.as_uri())
    left = browser.find_element(By.ID, "left")
    assert left.text == "1:00"
    browser.find_element(By.ID, "start").click()
    WebDriverWait(browser, 10).until(lambda _: left.text == "0:58")
    browser.find_element(By.ID, "more").click()
    assert left.text in ("1:27", "1:28")
    browser.find_element(By.ID, "next").click()
    assert browser.find_element(By.ID, "phase").text == "One piece of evidence"
    browser.find_element(By.NAME, "by").send_keys("Ana <b>")
    browser.find_element(By.CSS_SELECTOR, "input[name='rubric:rubric-opening'][value='2']").click()
    browser.find_element(By.NAME, "change").send_keys("Say the number first.")
    browser.find_element(By.ID, "save").click()
    file = saved(tmp_path)
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert json.loads(file.read_text())["ratings"] == {"rubric-opening": 2}
    shown = piped(home, "kit", "import", str(file))
    assert "Ana <b>" in shown
    assert "peer 2, not rated by you yet" in shown
