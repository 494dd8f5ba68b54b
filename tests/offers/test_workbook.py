"""The workbook: what it holds is the engine's, another program works out the same, edits come back."""

from io import BytesIO
from pathlib import Path

import formualizer
import openpyxl
import pandas
import pytest

from coach import paths
from coach.errors import InputFault
from coach.export.workbook import plan
from coach.export.workbook_import import read_back, verify
from coach.export.workbook_write import to_bytes
from coach.offers.compare import compare
from coach.offers.read import load_offers
from coach.offers.write import dump
from tests.offers.edits import changes, edit
from tests.offers.generate import data
from tests.offers.recalculate import differences, formulas, office, values
from tests.offers.test_article import article

SHEETS = ["Summary", "Inputs", "Equity", "Yearly", "Compare", "Scenarios", "Leave early", "Clauses", "Checks", "About"]
HOSTILE = (
    "=1+1",
    "#REF!",
    "@x",
    "+cmd",
    "x" * 300,
    "two\nlines",
    "History",
    "{=1}",
    "'quoted",
    "-1",
    " spaced ",
    "TRUE",
)


def export(text: str, path: Path) -> Path:
    path.write_bytes(to_bytes(plan(compare(load_offers(text, "offers.yaml")), text, "0")))
    return path


def recalculated(path: Path) -> Path:
    other = path.with_name(f"again-{path.name}")
    other.write_bytes(path.read_bytes())
    formualizer.recalculate_xlsx_file(str(other))
    return other


def test_libreoffice_works_out_the_same_on_every_formula_cell_and_a_wrong_value_is_caught(tmp_path: Path) -> None:
    paths = [export(dump(data(seed)), tmp_path / f"{seed}.xlsx") for seed in range(10)]
    planted = tmp_path / "planted.xlsx"
    plant(paths[0], planted)
    *again, control = office([*paths, planted], tmp_path)
    for path, other in zip(paths, again, strict=True):
        assert not differences(values(other), values(path), formulas(path))
    assert differences(values(control), values(planted), formulas(planted))


def plant(path: Path, target: Path) -> None:
    """A copy with one wrong cached value; openpyxl would drop them all, so the XML itself is changed."""
    from zipfile import ZipFile

    with ZipFile(path) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet4.xml":
                before, _, after = content.partition(b"</f><v>")
                content = before + b"</f><v>9" + after
                assert after
            new.writestr(name, content)


@pytest.mark.parametrize("seed", range(10, 20))
def test_a_second_engine_works_out_the_same(seed: int, tmp_path: Path) -> None:
    path = export(dump(data(seed)), tmp_path / "offers.xlsx")
    assert not differences(values(recalculated(path)), values(path), formulas(path))


def test_a_planted_wrong_value_is_named_by_verify(tmp_path: Path) -> None:
    path = export(article(), tmp_path / "offers.xlsx")
    assert not verify(path, "0").differences
    plant(path, tmp_path / "wrong.xlsx")
    (found,) = verify(tmp_path / "wrong.xlsx", "0").differences
    assert found.place.startswith("Yearly!")
    assert "the engine says" in found.message


def test_ten_sheets_every_formula_with_a_value_and_twelve_checks(tmp_path: Path) -> None:
    path = export(article(), tmp_path / "offers.xlsx")
    assert openpyxl.load_workbook(path).sheetnames == SHEETS
    shown = values(path)
    assert all(shown[place] is not None for place in formulas(path))
    holds = [place for place, value in shown.items() if place[0] == "Checks" and value == "holds"]
    assert len(holds) >= 12
    assert any("checks hold" in str(value) for place, value in shown.items() if place[0] == "Summary")
    frame = pandas.read_excel(path, sheet_name="Summary", header=3)
    row = frame[frame.iloc[:, 0] == "Total"].iloc[0]
    assert (row["Amazon"], row["Fintech"]) == (866000, 905000)


def test_the_flag_on_the_summary_falls_with_a_check(tmp_path: Path) -> None:
    path = export(article(valuation="15_000_000_000"), tmp_path / "offers.xlsx")
    assert any("FAIL" in str(value) for place, value in values(path).items() if place[0] == "Summary")


def test_charts_have_words_and_prints_are_set_up(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(export(article(), tmp_path / "offers.xlsx"))
    assert [len(book[name]._charts) for name in ("Summary", "Compare")] == [2, 1]
    assert book.properties.title == "Offers compared"
    assert all(page.page_setup.fitToHeight == 0 and page.page_setup.paperSize == 9 for page in book)
    assert book["Inputs"].data_validations.dataValidation


def test_two_exports_are_the_same_bytes() -> None:
    model, text = compare(load_offers(article(), "x")), article()
    assert to_bytes(plan(model, text, "0")) == to_bytes(plan(model, text, "0"))


@pytest.mark.parametrize("text", HOSTILE)
def test_text_comes_back_as_exactly_that_text(text: str, tmp_path: Path) -> None:
    plain = data(3)
    plain["offers"][0] |= {"company": text, "role": text}
    source = dump(plain)
    path = export(source, tmp_path / "offers.xlsx")
    found = values(path)
    assert sum(value == text for value in found.values()) >= 3
    assert not any(text in str(formula) for formula in formulas(path).values() if text == "=1+1")
    back = read_back(path, "0")
    assert (back.text, back.changed) == (source, ())
    assert not differences(values(recalculated(path)), found, formulas(path))


@pytest.mark.parametrize("seed", range(12))
def test_an_edited_input_moves_the_sheet_as_it_moves_the_engine(seed: int, tmp_path: Path) -> None:
    path = export(dump(data(seed)), tmp_path / "offers.xlsx")
    changed = edit(path, tmp_path / "edited.xlsx", seed)
    formualizer.recalculate_xlsx_file(str(changed))
    back = read_back(changed, "0")
    assert len(back.changed) == 1
    assert back.kept
    wanted = export(back.text, tmp_path / "wanted.xlsx")
    summary = {place: formula for place, formula in formulas(wanted).items() if place[0] == "Summary"}
    assert not differences(values(changed), values(wanted), summary)
    assert not verify(changed, "0").differences


def test_an_edit_leaves_every_other_byte_of_the_file_alone(tmp_path: Path) -> None:
    text = (paths.templates() / "offers.yaml").read_text()
    path = export(text, tmp_path / "offers.xlsx")
    book = openpyxl.load_workbook(path)
    for row in book["Inputs"].iter_rows():
        if row[0].value == "Tax on cash" and row[2].value is None:
            row[2].value = 0.3
        if row[0].value == "Gain above baseline":
            row[4].value = 0.02
        if row[0].value == "Vests at the end of year":
            row[3].value, row[4].value = 0.1, 0.4
    book.save(path)
    back = read_back(path, "0")
    assert back.kept
    wanted = text.replace("[1%, 1%, 1%, 1%]", "[1%, 2%, 1%, 1%]").replace("{cash_rate: null,", "{cash_rate: 30%,")
    wanted = wanted.replace("        vesting: {schedule: 25x4}", "        vesting: {years: [10%, 40%, 25%, 25%]}")
    new = "    not_stated: [equity]\n"
    assert back.text == wanted.replace(new, f"{new}    tax:\n      cash_rate: 30%\n", 1)


def test_an_edit_that_no_file_could_hold_is_refused(tmp_path: Path) -> None:
    path = export(article(), tmp_path / "offers.xlsx")
    book = openpyxl.load_workbook(path)
    cell = next(cell for row in book["Inputs"].iter_rows() for cell in row if cell.value == 175000)
    cell.value = -4
    book.save(path)
    with pytest.raises(InputFault) as caught:
        read_back(path, "0")
    assert f"Inputs!{cell.coordinate}" in str(caught.value.problems[0])


def test_what_is_no_offers_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"no")
    content = BytesIO()
    openpyxl.Workbook().save(content)
    (tmp_path / "b.xlsx").write_bytes(content.getvalue())
    for name in ("a.xlsx", "b.xlsx", "c.xlsx"):
        with pytest.raises(InputFault):
            read_back(tmp_path / name, "0")


def test_there_is_an_input_to_edit_in_every_file() -> None:
    for seed in range(12):
        model = compare(load_offers(dump(data(seed)), "x"))
        assert changes(plan(model, "", "0"))


def test_eight_offers_of_every_odd_kind(tmp_path: Path) -> None:
    path = export((Path(__file__).parent / "odd.yaml").read_text(), tmp_path / "offers.xlsx")
    assert not differences(values(recalculated(path)), values(path), formulas(path))
    assert not verify(path, "0").differences
    assert read_back(path, "0").text == (Path(__file__).parent / "odd.yaml").read_text()
