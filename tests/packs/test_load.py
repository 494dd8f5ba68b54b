"""A folder becomes a pack, or every fault of it at once."""

from pathlib import Path

import pytest

from coach.errors import UsageFault
from coach.packs import shape, validate
from coach.packs.check import check
from coach.packs.find import active, folder
from coach.packs.load import load
from coach.packs.model import KINDS, Fact

OUTSIDE = Path(__file__).parent / "outside_pack" / "warehouse-robots"


def test_an_outside_pack_with_every_kind_is_right() -> None:
    loaded = load(OUTSIDE)
    assert check(loaded) == []
    pack = loaded.pack
    assert pack is not None
    assert all(pack.items[kind] for kind in KINDS)
    assert pack.items["checklist"][1].splittable is True
    assert pack.items["loops"][0].rounds[1].competencies == {"throughput": 2.0, "safety": 1.0}


def test_every_fault_of_a_file_is_reported_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text((OUTSIDE / "pack.yaml").read_text().replace("warehouse-robots", tmp_path.name))
    (tmp_path / "a.yaml").write_text(
        "facts:\n  - id: facts/x\n    quesion: What?\n    answer:\n    source: made-up\n    tags: []\n"
        "    competencies: [safty]\n"
        "fatcs: []\n"
    )
    told = [str(problem).partition("a.yaml:")[2] for problem in load(tmp_path).problems]
    assert told == [
        "2:5: the key `question` is missing (expected a text)",
        "3:5: unknown key `quesion` (did you mean question?)",
        "4:12: `answer` is empty (expected a text)",
        "5:13: `source` is “made-up” (expected a list of texts)",
        "8:1: unknown kind of item `fatcs` (did you mean facts?)",
    ]


def test_items_survive_json() -> None:
    loaded = load(OUTSIDE)
    import json

    for entry in loaded.entries:
        kind = KINDS[entry.kind]
        assert shape.rebuild(kind, json.loads(validate.encode(kind, entry.item))) == entry.item


def test_needed_packs_come_first_and_once(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pack.yaml").write_text("")
    needs = {"a": ["b", "c"], "b": ["c"], "c": ["a"]}
    found = active(["a", "b"], [tmp_path], lambda place: needs[place.name])
    assert [place.name for place in found] == ["c", "b", "a"]


def test_an_unknown_pack_names_the_known_ones(tmp_path: Path) -> None:
    (tmp_path / "fintech-pm").mkdir()
    (tmp_path / "fintech-pm" / "pack.yaml").write_text("")
    with pytest.raises(UsageFault) as fault:
        folder("fintec-pm", [tmp_path])
    assert fault.value.hint == "did you mean fintech-pm? There are: fintech-pm."


def test_a_fact_has_no_default_for_its_answer() -> None:
    assert "answer" in shape.required(Fact)
