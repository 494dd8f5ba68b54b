"""JSON Schema of the files of a pack, made from the records, so that editors complete and underline."""

import json
from typing import Any, Final

from coach.packs.model import KINDS, Manifest

MODELINE: Final = "# yaml-language-server: $schema="
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_ID: Final = "^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*$"


def schemas() -> dict[str, str]:
    """The schema files by name: `pack.json` for the manifest, `items.json` for every other file."""
    return {"pack.json": _text(_manifest()), "items.json": _text(_items())}


def _text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _manifest() -> dict[str, Any]:
    return {"$schema": _DIALECT, **_as_typed(_schema_of(Manifest))}


def _items() -> dict[str, Any]:
    parts: dict[str, Any] = {}
    properties = {}
    for kind, record in KINDS.items():
        made = _schema_of(record)
        parts |= made.pop("$defs", {})
        parts[record.__name__] = made
        properties[kind] = {"type": "array", "items": {"$ref": f"#/$defs/{record.__name__}"}}
    schema = {
        "title": "Items of a pack",
        "description": "One key for each kind of item, with a list of items under it.",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": dict(sorted(parts.items())),
    }
    return {"$schema": _DIALECT, **_as_typed(schema)}


def _schema_of(record: type) -> dict[str, Any]:
    from pydantic import TypeAdapter

    made: dict[str, Any] = TypeAdapter(record).json_schema(ref_template="#/$defs/{model}")
    return made


def _as_typed(node: Any) -> Any:
    """The schema for what people type: a text may look like a number, and yes is as good as true."""
    if isinstance(node, list):
        return [_as_typed(one) for one in node]
    if not isinstance(node, dict):
        return node
    changed = {key: _as_typed(value) for key, value in node.items() if key != "title" or not isinstance(value, str)}
    if isinstance(changed.get("properties"), dict) and "id" in changed["properties"]:
        changed["properties"]["id"] = {"type": "string", "pattern": _ID}
    if changed.get("type") == "string" and not {"enum", "const", "format", "pattern"} & changed.keys():
        changed["type"] = ["string", "number"]
    if changed.get("type") == "boolean":
        changed = {"enum": [True, False, "yes", "no"]} | {k: v for k, v in changed.items() if k != "type"}
    return changed
