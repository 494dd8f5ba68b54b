"""Grants added in the workbook: taken in by its formulas, read back into the file, refused where they are half told."""

from pathlib import Path
from random import Random
from typing import Any

import formualizer
import pytest

from coach import paths
from coach.errors import InputFault
from coach.export.workbook_import import read_back, verify
from coach.export.workbook_spare import roomy
from coach.offers.compare import compare
from coach.offers.read import load_offers
from coach.offers.write import dump
from tests.offers.generate import data
from tests.offers.recalculate import differences, formulas, values
from tests.offers.rooms import fill, some
from tests.offers.test_workbook import export

TEXT = (paths.templates() / "offers.yaml").read_text()


@pytest.mark.parametrize("seed", range(30))
def test_room_that_is_empty_changes_no_figure(seed: int) -> None:
    model = compare(load_offers(dump(data(seed)), "x"))
    for plain, held in zip(model.figures, roomy(model, {}).figures, strict=True):
        assert held._replace(offer=plain.offer, grants=plain.grants) == plain
        assert all(grant.total == 0 for grant in held.grants[len(plain.grants) :])


@pytest.mark.parametrize("seed", range(8))
def test_added_grants_move_the_sheet_as_they_move_the_engine(seed: int, tmp_path: Path) -> None:
    plain = data(seed)
    path = export(dump(plain), tmp_path / "offers.xlsx")
    fills = some(Random(seed), len(plain["offers"]))
    changed = fill(path, tmp_path / "edited.xlsx", *fills)
    formualizer.recalculate_xlsx_file(str(changed))
    back = read_back(changed, "0")
    assert sum(len(offer.grants) for offer in back.offers.offers) == sum(
        len(offer["equity"]) for offer in plain["offers"]
    ) + len(fills)
    assert verify(changed, "0").differences == ()
    wanted = export(back.text, tmp_path / "wanted.xlsx")
    summary = {place: formula for place, formula in formulas(wanted).items() if place[0] == "Summary"}
    assert not differences(values(changed), values(wanted), summary)


def test_a_new_grant_goes_behind_the_others_and_the_rest_of_the_file_stays(tmp_path: Path) -> None:
    path = export(TEXT, tmp_path / "offers.xlsx")
    typed = {"type": "RSU", "value": 100000, "months": 36, "cliff": 0}
    back = read_back(fill(path, tmp_path / "edited.xlsx", (1, 2, typed)), "0")
    new = "      - id: added-1\n        type: rsu\n        value: 100000\n        vesting:\n"
    new += "          months: 36\n          cliff: 0\n          every: 1\n"
    before = "      # - {id: rsus,"
    assert back.text == TEXT.replace(before, new + before, 1)
    first = fill(export(back.text, path), tmp_path / "again.xlsx", (1, 1, typed))
    assert [grant.id for grant in read_back(first, "0").offers.offers[1].grants] == ["grant", "added-1", "added-2"]


def test_equity_that_was_not_stated_is_stated_once_a_grant_is_added(tmp_path: Path) -> None:
    path = export(TEXT, tmp_path / "offers.xlsx")
    back = read_back(fill(path, tmp_path / "edited.xlsx", (0, 1, {"type": "rsu", "value": 5})), "0")
    assert "equity" not in back.offers.offers[0].not_stated
    assert back.offers.offers[0].grants[0].value == 5


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"value": 5}, "its type is empty"),
        ({"id": "mine"}, "its type is empty"),
        ({"type": "options", "price": 5}, "units: this field is missing"),
        ({"type": "rsu"}, "give value, or units with a price"),
        ({"type": "rsu", "value": 5, "strike": 2}, "strike: a grant of type rsu has no such field"),
        ({"type": "warrant", "value": 5}, "type: "),
        ({"type": "rsu", "value": 5, "id": "grant"}, "there is a grant grant already"),
        ({"type": "rsu", "value": 5, "months": None}, "vesting"),
        ({"type": "rsu", "value": -5}, "expected zero or more"),
    ],
)
def test_a_grant_half_told_is_refused_at_its_cell(typed: dict[str, Any], said: str, tmp_path: Path) -> None:
    path = fill(export(TEXT, tmp_path / "offers.xlsx"), tmp_path / "edited.xlsx", (1, 3, typed))
    with pytest.raises(InputFault) as caught:
        read_back(path, "0")
    shown = [str(problem) for problem in caught.value.problems]
    assert any(said in line and "Inputs!E" in line for line in shown), shown


def test_a_check_falls_for_figures_without_a_type(tmp_path: Path) -> None:
    path = fill(export(TEXT, tmp_path / "offers.xlsx"), tmp_path / "edited.xlsx", (1, 3, {"value": 5}))
    formualizer.recalculate_xlsx_file(str(path))
    assert "FAILS" in [value for place, value in values(path).items() if place[0] == "Checks"]


def test_months_changed_in_a_column_without_a_grant_are_no_grant(tmp_path: Path) -> None:
    path = fill(export(TEXT, tmp_path / "offers.xlsx"), tmp_path / "edited.xlsx", (1, 3, {"months": 36}))
    assert read_back(path, "0").text == TEXT
