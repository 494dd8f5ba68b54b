"""Grants that were added in a workbook, read out of its room for them as an offers file would write them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from coach.errors import InputFault, Problem
from coach.export.workbook_cells import local
from coach.export.workbook_inputs import Places
from coach.export.workbook_read import Held
from coach.export.workbook_spare import COUNT, FIELDS, Field
from coach.export.workbook_text import written
from coach.offers.model import Offer, Offers


class Column(NamedTuple):
    """A column that was filled in: its offer, the grant as plain data, and the cell of each of its fields."""

    offer: str
    nth: int
    grant: dict[str, Any]
    cells: dict[str, str]


def columns(held: Held, offers: Offers, places: Places) -> list[Column]:
    """Every grant that was added; InputFault for figures without a type."""
    found, problems = [], []
    for offer in offers.offers:
        names = [grant.id for grant in offer.grants]
        for nth in range(1, COUNT + 1):
            column, problem = _column(held, offer, nth, places, names)
            if column:
                names.append(column.grant["id"])
                found.append(column)
            problems += problem
    if problems:
        raise InputFault("The inputs cannot be read back; nothing was written.", problems)
    return found


def _column(
    held: Held, offer: Offer, nth: int, places: Places, names: list[str]
) -> tuple[Column | None, list[Problem]]:
    cells, typed = {}, {}
    for field in FIELDS:
        sheet, row, col = places.place(f"{offer.id}.+{nth}.{field.path}")
        place = (sheet.name, local(row, col))
        cells[field.path], typed[field.path] = "!".join(place), held.values.get(place)
    filled = [field for field in FIELDS if field.start is None and typed[field.path] not in (None, "")]
    if not filled:
        return None, []
    if typed["type"] in (None, ""):
        message = f"{offer.id}: a grant was begun here, but its type is empty"
        where = f"{held.path} {cells['type']}"
        return None, [Problem(where, 0, 0, message, "choose rsu, options or percent, or clear the column")]
    grant = _grant(typed, names)
    keyed = {f"{offer.id}.{grant['id']}.{field.path}": cells[field.path] for field in FIELDS}
    keyed |= {f"{offer.id}.{grant['id']}.vesting": cells["vesting.months"], f"{offer.id}.{grant['id']}": cells["type"]}
    return Column(offer.id, nth, grant, keyed), []


def _grant(typed: Mapping[str, Any], names: list[str]) -> dict[str, Any]:
    grant: dict[str, Any] = {"id": "", "type": ""}
    for field in FIELDS:
        text = written(field.kind, typed[field.path])
        if text is None or _is_usual(field, typed[field.path]):
            continue
        head, _, tail = field.path.partition(".")
        if tail:
            grant.setdefault(head, {})[tail] = text
        else:
            grant[head] = text.strip()
    fresh = (f"added-{number}" for number in range(1, len(names) + 2))
    grant["id"] = grant["id"] or next(name for name in fresh if name not in names)
    grant["type"] = grant["type"].lower()
    return {**grant, "vesting": grant.pop("vesting", {})}


def _is_usual(field: Field, value: Any) -> bool:
    """Whether a field may be left out of the file, since it says what is meant anyway."""
    return field.path in ("grant_year", "liquidity_discount") and bool(value == field.start)
