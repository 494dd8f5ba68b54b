"""The settlement deck in three formats; a hostile story is inert in each; the check finds what is wrong."""

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from coach.analysis.answer import Findings, analyze
from coach.analysis.lexicon import build
from coach.errors import UsageFault
from coach.export.deck import deck_as
from coach.packs import lexicon
from coach.packs.load import load
from coach.paths import content
from coach.stories.deck import draft
from coach.stories.deck_check import check
from coach.stories.model import NorthStar, Risk, Story
from coach.stories.problem import figures
from coach.stories.said import deck_ledger
from coach.stories.slides import Chart, Deck, Figure, Slide, Table
from coach.stories.story import read_bank

HOSTILE = (
    "=cmd|'/c calc'!A1 <script>alert(1)</script> \x1b[31m --> | `x` [a](javascript:b) ![i](http://e) {{7*7}} \u202e#"
)


@pytest.fixture(scope="module")
def judge() -> Callable[[str], Findings]:
    words = build(lexicon.load(content() / "core" / "lexicon.yaml")[0])
    return lambda text: analyze(text, "behavioral", words)


@pytest.fixture(scope="module")
def parts() -> tuple[Any, Story, Any]:
    pack = load(content() / "fintech-pm").pack
    assert pack is not None
    story = read_bank(content() / "fintech-pm" / "sample" / "stories.yaml").stories[0]
    design = next(design for design in pack.items["designs"] if design.id == story.design)
    return pack.items["decks"][0], story, design


@pytest.fixture(scope="module")
def deck(parts: tuple[Any, Story, Any]) -> Deck:
    return draft(*parts)


def hostile() -> Deck:
    table = Table(header=(HOSTILE, "n"), rows=((HOSTILE, "1"),), totals=0)
    chart = Chart(labels=(HOSTILE, "=1+1"), values=(1.0, 2.0), unit="=HYPERLINK(1)")
    slides = (
        Slide(id="a", title=HOSTILE, message=HOSTILE, points=(HOSTILE,), table=table, talk=HOSTILE),
        Slide(id="b", title=HOSTILE, message=HOSTILE, points=(HOSTILE,), chart=chart, talk=HOSTILE),
        Slide(id="c", title=HOSTILE, figures=(Figure(value=HOSTILE, label=HOSTILE),), talk=HOSTILE),
    )
    return Deck(title=HOSTILE, subtitle=HOSTILE, slides=slides)


def test_the_sample_deck_has_no_fault(
    deck: Deck, parts: tuple[Any, Story, Any], judge: Callable[[str], Findings]
) -> None:
    assert check(deck, deck_ledger(parts[1], parts[2]), judge) == []
    assert [slide.id for slide in deck.slides] == ["problem", "north-star", "architecture", "risks"]
    table = deck.slides[2].table
    assert table is not None
    assert table.rows[-2:] == (("Sum", "138", "890", "0.155"), ("Limit", "", "1,000", "0.2"))


def test_the_problem_slide_sets_its_own_numbers_large_and_says_nothing_twice(deck: Deck) -> None:
    large = deck.slides[0].figures
    assert [figure.value for figure in large] == ["4,000", "30 dollars a month", "1.2 billion dollars a day"]
    assert large[0].label == "Small shops waited three days"
    assert large[2].label == "We settled 1.2 billion dollars a day, but in batches"
    assert [point.split()[0] for point in deck.slides[0].points] == ["A", "A"]
    page = Presentation(io.BytesIO(deck_as(deck, "d.pptx"))).slides[1]
    texts = [shape.text_frame.text for shape in page.shapes if shape.has_text_frame]
    assert all(any(figure.value in text and figure.label in text for text in texts) for figure in large)
    for ending in ("d.md", "d.html"):
        assert all(figure.value in deck_as(deck, ending).decode() for figure in large)


@pytest.mark.parametrize(
    ("affected", "situation", "wanted"),
    [
        ("", "", []),
        ("Shops waited.", "Nobody knew why.", []),
        ("Two in 5 orders failed.", "", None),
        (
            "40 shops left and 12 % of orders failed",
            "40 shops left.",
            [("40", "Shops left"), ("12 %", "Of orders failed")],
        ),
        ("We lost 3 days.", "", [("3 days", "We lost 3 days")]),
    ],
)
def test_figures_are_the_storys_own_words(affected: str, situation: str, wanted: list[tuple[str, str]] | None) -> None:
    story = Story(id="s", sentence="x", affected=affected, situation=situation)
    found = figures(story)
    words = f"{affected} {situation}".casefold()
    assert all(figure.value.casefold() in words and figure.label.casefold() in words for figure in found)
    if wanted is not None:
        assert [(figure.value, figure.label) for figure in found] == wanted


def test_each_fault_of_a_deck_is_named(
    deck: Deck, parts: tuple[Any, Story, Any], judge: Callable[[str], Findings]
) -> None:
    first, *rest = deck.slides
    told = "Hello, I am glad to be here and would like to tell you a bit about my background. " * 14
    wrong = replace(first, message="One. Two.", points=("We saved 47 %.",), talk=told)
    found = check(replace(deck, slides=(wrong, *rest)), deck_ledger(parts[1], parts[2]), judge)
    said = " / ".join(f"{fault.slide}: {fault.message}" for fault in found)
    assert "problem: 2 messages on one slide" in said
    assert re.search(r"problem: the talk takes \d+ s of 40 s", said)
    assert "problem: 47 % is in no story" in said
    assert "problem: the talk does not begin with the outcome" in said


def test_an_empty_story_gives_a_deck_whose_gaps_are_named(
    parts: tuple[Any, Story, Any], judge: Callable[[str], Findings]
) -> None:
    bare = draft(parts[0], Story(id="a", sentence="I did it."), None)
    messages = [fault.message for fault in check(bare, [], judge)]
    assert messages.count("it has no message") == 4
    for name in ("d.md", "d.html", "d.pptx"):
        assert deck_as(bare, name)


@pytest.mark.parametrize("name", ["d.md", "d.html", "d.pptx"])
def test_the_same_deck_gives_the_same_bytes(deck: Deck, name: str) -> None:
    assert deck_as(deck, name) == deck_as(deck, name)


def test_another_ending_is_refused(deck: Deck) -> None:
    with pytest.raises(UsageFault, match="docx"):
        deck_as(deck, "deck.docx")


def test_slides_have_titles_notes_a_native_table_and_a_native_chart(deck: Deck) -> None:
    made = Presentation(io.BytesIO(deck_as(deck, "d.pptx")))
    assert (made.slide_width, made.slide_height) == (12191695, 6858000)
    pages = list(made.slides)
    assert [page.shapes.title.text for page in pages[1:]] == [slide.message for slide in deck.slides]
    assert [page.notes_slide.notes_text_frame.text for page in pages[1:]] == [slide.talk for slide in deck.slides]
    assert [any(shape.has_chart for shape in page.shapes) for page in pages] == [False, False, True, False, False]
    assert cells(made, 3) == [deck.slides[2].table.header, *deck.slides[2].table.rows]  # type: ignore[union-attr]


def cells(made: Any, page: int) -> list[tuple[str, ...]]:
    """The table of a slide."""
    grid = next(shape.table for shape in made.slides[page].shapes if shape.has_table)
    return [tuple(cell.text for cell in row.cells) for row in grid.rows]


def test_libreoffice_opens_the_slides_and_gives_the_table_back(deck: Deck, tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(deck_as(deck, "d.pptx"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pptx", "--outdir", "out", "deck.pptx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    again = Presentation(str(tmp_path / "out" / "deck.pptx"))
    assert cells(again, 3) == [deck.slides[2].table.header, *deck.slides[2].table.rows]  # type: ignore[union-attr]
    assert [page.notes_slide.notes_text_frame.text for page in again.slides][1:] == [s.talk for s in deck.slides]


def test_a_hostile_story_is_inert_in_markdown() -> None:
    text = deck_as(hostile(), "d.md").decode()
    assert "<script" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    shown = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    assert "](" not in shown
    assert "http:" not in shown
    assert text.count("-->") == text.count("<!--") == 3
    assert text.count("\n---\n") == 1 + 3


class Tags(HTMLParser):
    """Every tag and attribute of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src") or name.startswith("on")]


def test_a_hostile_story_is_inert_in_html() -> None:
    text = deck_as(hostile(), "d.html").decode()
    tags = Tags()
    tags.feed(text)
    assert not tags.seen & {"script", "img", "a", "iframe", "link", "object"}
    assert tags.addresses == []
    assert "\x1b" not in text
    assert "49" not in re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
    assert "&lt;script&gt;" in text


def test_a_hostile_story_is_inert_in_slides_and_in_the_workbook_inside() -> None:
    package = zipfile.ZipFile(io.BytesIO(deck_as(hostile(), "d.pptx")))
    books = [name for name in package.namelist() if name.endswith(".xlsx")]
    assert len(books) == 1
    book = zipfile.ZipFile(io.BytesIO(package.read(books[0])))
    for name in book.namelist():
        assert b"<f>" not in book.read(name)
        assert b"<hyperlink " not in book.read(name)
    for name in package.namelist():
        part = package.read(name)
        if "slides/_rels" in name:
            assert b"External" not in part
        assert b"\x1b" not in part or not name.endswith(".xml")


def test_a_hostile_star_and_risk_go_through_the_draft(parts: tuple[Any, Story, Any]) -> None:
    story = Story(
        id="a",
        sentence=HOSTILE,
        opening=HOSTILE,
        north_star=NorthStar(name=HOSTILE, baseline="1", target="2", unit="=1", by=HOSTILE),
        risks=(Risk(risk=HOSTILE, bound=HOSTILE, mitigation=HOSTILE, owner=HOSTILE),),
    )
    made = draft(parts[0], story, None)
    assert all(deck_as(made, name) for name in ("d.md", "d.html", "d.pptx"))
