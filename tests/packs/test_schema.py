"""The schema that editors use: shipped as it is generated, and it says of a file what the reader says."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from coach import paths
from coach.packs.find import files
from coach.packs.scaffold import scaffold
from coach.packs.schema import MODELINE, schemas

OUTSIDE = Path(__file__).parent / "outside_pack" / "warehouse-robots"
SHIPPED = [
    path
    for folder in sorted(paths.content().iterdir())
    for path in (*folder.glob("pack.yaml"), *(files(folder) if folder.is_dir() else ()))
]


def as_an_editor_reads_it(path: Path) -> Any:
    """YAML 1.2: dates are texts, and so are yes and no."""

    def plain(node: Any) -> Any:
        if isinstance(node, dict):
            return {str(key): plain(value) for key, value in node.items()}
        if isinstance(node, list):
            return [plain(value) for value in node]
        return node.isoformat() if isinstance(node, date) else node

    return plain(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


def faults(path: Path) -> list[str]:
    name = "pack.json" if path.name == "pack.yaml" else "items.json"
    validator = jsonschema.Draft202012Validator(json.loads(schemas()[name]))
    return [f"{path.name}: {error.message}"[:200] for error in validator.iter_errors(as_an_editor_reads_it(path))]


def test_the_shipped_schema_is_the_generated_one() -> None:
    for name, text in schemas().items():
        shipped = (paths.content() / "schema" / name).read_text(encoding="utf-8")
        assert shipped == text, "run: coach content schema -o content/schema --force"


@pytest.mark.parametrize("path", [*sorted(OUTSIDE.glob("*.yaml")), *SHIPPED], ids=lambda path: path.name)
def test_files_that_the_reader_takes_are_right_for_editors(path: Path) -> None:
    assert faults(path) == []


def test_what_the_reader_refuses_is_underlined(tmp_path: Path) -> None:
    path = tmp_path / "recall.yaml"
    text = (OUTSIDE / "recall.yaml").read_text()
    for old, new in (
        ("why:", "whi:"),
        ("kind: impact", "kind: impcat"),
        ("id: facts/d", "id: Facts/d"),
        ("facts:", "fct:"),
    ):
        path.write_text(text.replace(old, new, 1))
        assert faults(path)


def test_a_new_pack_names_its_schema() -> None:
    files = scaffold("robotics", paths.templates())
    assert files["schema/items.json"] == schemas()["items.json"]
    for name, text in files.items():
        wanted = "pack" if name == "pack.yaml" else "items"
        assert name.endswith(".json") or text.startswith(f"{MODELINE}./schema/{wanted}.json\n")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_shipped_files_name_their_schema(path: Path) -> None:
    wanted = "pack" if path.name == "pack.yaml" else "items"
    line = f"{MODELINE}../schema/{wanted}.json"
    assert path.read_text(encoding="utf-8").splitlines()[0] == line, f"begin {path} with the line: {line}"
