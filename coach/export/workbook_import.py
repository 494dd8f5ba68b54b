"""Edited inputs of a workbook back to the text of an offers file; an unedited one gives back exactly its own text."""

from copy import deepcopy
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from coach.errors import InputFault
from coach.export.workbook import plan
from coach.export.workbook_added import Column, columns
from coach.export.workbook_read import Difference, Held, differences, edits, hold, problems, source
from coach.export.workbook_scenarios import slots
from coach.export.workbook_slots import Slot
from coach.export.workbook_spare import COUNT, Added, in_room
from coach.export.workbook_text import written
from coach.offers.compare import compare
from coach.offers.model import Offers
from coach.offers.override import find, put
from coach.offers.read import load_offers, reading
from coach.offers.table import Steps
from coach.offers.write import dump
from coach.yamledit import with_data
from coach.yamlfile import load

# A schedule in other words is another schedule: it is never half of each.
_WHOLE: Final = frozenset({"vesting"})


class Imported(NamedTuple):
    """The text of the offers file as edited, its offers, the fields that were changed, whether comments were kept."""

    text: str
    offers: Offers
    changed: tuple[str, ...]
    kept: bool = True
    added: Added = MappingProxyType({})


class Verified(NamedTuple):
    """How many formula cells were compared, which differ, and which inputs were edited since the export."""

    cells: int
    differences: tuple[Difference, ...]
    edited: tuple[str, ...]


def read_back(path: Path, version: str) -> Imported:
    """The offers file that a workbook states; InputFault (exit 4) if an edit is not a value its field can have."""
    return _read_back(hold(path), version)


def _read_back(held: Held, version: str) -> Imported:
    text = source(held)
    offers = load_offers(text, f"{held.path} (About)")
    book = plan(compare(offers), text, version)
    changed = edits(held, book)
    if not changed:
        return Imported(text, offers, ())
    data = deepcopy(offers.raw)
    known, new = slots(offers), columns(held, offers, book.places)
    for field, (_, value) in changed.items():
        if not in_room(field):
            _apply(data, offers, known, field, value)
    _append(data, new)
    again, kept = _text(text, offers.raw, data, held.path)
    found = reading(load(again, held.path))
    if found.offers is None:
        places = {field: place for field, (place, _) in changed.items()}
        for column in new:
            places |= column.cells
        raise InputFault("The inputs cannot be read back; nothing was written.", problems(held, places, found.problems))
    return Imported(again, found.offers, tuple(changed), kept, _by_column(new))


def _append(data: Any, new: list[Column]) -> None:
    """Put grants behind those of their offers; the equity of such an offer was stated after all."""
    for column in new:
        offer = next(each for each in data["offers"] if each["id"] == column.offer)
        offer["equity"] = [*(offer.get("equity") or []), column.grant]
        if "equity" in (offer.get("not_stated") or []):
            offer["not_stated"] = [field for field in offer["not_stated"] if field != "equity"]


def _by_column(new: list[Column]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for column in new:
        found.setdefault(column.offer, [""] * COUNT)[column.nth - 1] = column.grant["id"]
    return {offer: tuple(names) for offer, names in found.items()}


def _text(text: str, old: Any, new: Any, path: str) -> tuple[str, bool]:
    """The file with only what was edited changed; written anew if its spelling does not allow that."""
    try:
        return with_data(text, old, new, path, _WHOLE), True
    except InputFault:
        return dump(new), False


def verify(path: Path, version: str) -> Verified:
    """Every cell of a workbook against the engine, on the inputs the workbook states."""
    held = hold(path)
    back = _read_back(held, version)
    text = source(held)
    book = plan(compare(back.offers), text, version, back.added)
    count = sum(1 for sheet in book.sheets for cell in sheet.cells if cell.formula)
    return Verified(count, tuple(differences(held, book, edited=bool(back.changed))), back.changed)


def _apply(data: Any, offers: Offers, known: dict[str, Slot], field: str, value: Any) -> None:
    path, _, index = field.partition("#")
    if path.startswith("scenarios."):
        _apply_scenario(data, offers, path, index, value)
        return
    slot = known[path]
    _into(data, data, path, slot, int(index or 0), value)


def _apply_scenario(data: Any, offers: Offers, path: str, index: str, value: Any) -> None:
    head, _, field = path.partition(":")
    scenario = data["scenarios"][int(head.split(".")[1]) - 1]
    if not field:
        scenario["probability"] = written("percent", value)
        return
    case = offers.scenarios[int(head.split(".")[1]) - 1].case
    slot = slots(case)[field]
    target = find(data, field)
    key = next((each for each in scenario["set"] if find(data, each) == target), field)
    if slot.along:
        old = scenario["set"].get(key)
        scenario["set"][key] = _list(old, slot, int(index), value)
    else:
        scenario["set"][key] = written(slot.kind, value)


def _into(data: Any, root: Any, path: str, slot: Slot, index: int, value: Any) -> None:
    steps = _spelled(data, path, slot)
    if slot.along:
        put(root, steps, _list(_node(root, steps), slot, index, value))
    else:
        put(root, steps, written(slot.kind, value))
    bonus = _node(root, steps[:-1])
    if "target_bonus" in steps and "percent" not in bonus:
        bonus["percent"] = "0%"


def _spelled(data: Any, path: str, slot: Slot) -> Steps:
    """Where the file itself writes the field: a preset is written out, a flat price becomes a list."""
    steps = find(data, path) or ()
    if "vesting" in steps:
        steps = _vesting(data, steps)
    name = str(steps[-1])
    flat = (*steps[:-1], name.removesuffix("_by_year"))
    if name.endswith("_by_year") and _node(data, flat) is not None:
        put(data, flat, [written(slot.kind, value) for value in slot.values])
        return flat
    return steps


def _vesting(data: Any, steps: Steps) -> Steps:
    at = steps.index("vesting")
    grant = _node(data, steps[:at])
    if "weight_by_year" in grant:
        return (*steps[:at], "weight_by_year")
    if "schedule" in grant["vesting"]:
        grant["vesting"] = _written_out(grant["vesting"]["schedule"])
    return steps


def _written_out(preset: str) -> dict[str, Any]:
    from coach.offers.presets import vesting

    found = vesting()[preset]
    if "years" in found:
        return {"years": [written("percent", share) for share in found["years"]]}
    return {name: str(number) for name, number in found.items()}


def _list(old: Any, slot: Slot, index: int, value: Any) -> list[Any]:
    texts = list(old) if isinstance(old, list) else [written(slot.kind, each) for each in slot.values]
    texts[index - 1] = written(slot.kind, value) or "0" + "%" * (slot.kind == "percent")
    return texts


def _node(data: Any, steps: Steps) -> Any:
    for step in steps:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
