"""The Inputs sheet: the only cells meant to be changed."""

from collections.abc import Iterable

from coach.export.workbook_cells import LABEL, NOTE, SCALAR, Choice, Sheet
from coach.export.workbook_inputs import CONSTANTS, NAME, Places, put_slot
from coach.export.workbook_slots import Slot, general, of_grant, of_offer
from coach.export.workbook_spare import COUNT, is_spare, room
from coach.offers.model import Offers


def inputs_sheet(offers: Offers) -> tuple[Sheet, Places]:
    """The sheet, and where each field is on it."""
    schedules = [len(grant.vesting.fractions) for offer in offers.offers for grant in offer.grants]
    width = max([offers.years, COUNT - 1, *schedules])
    sheet, places = Sheet(NAME, (34, 26, 20, *(13,) * width), wide=True), Places()
    sheet.title(
        "Inputs", "Change only the shaded cells; everything else follows. Read changes back: coach offers import"
    )
    sheet.years(2, width, "Field", "Value")
    sheet.freeze = (3, 1)
    row = _rows(sheet, 3, f"Settings · amounts compared in {offers.currency}", general(offers), places)
    _reference(sheet, places, offers)
    for offer in offers.offers:
        row = _rows(sheet, row, f"{offer.name} · in {offer.currency}", of_offer(offer), places)
        for grant in offer.grants:
            if not is_spare(grant):
                row = _rows(sheet, row, f"{offer.name} · {grant.id} ({grant.kind})", of_grant(offer, grant), places)
        if not is_spare(offer.grants[0]):
            sheet.breaks.append(row)
        row = room(sheet, row, offer, places)
        sheet.breaks.append(row)
    _constants(sheet, row, places)
    return sheet, places


def _reference(sheet: Sheet, places: Places, offers: Offers) -> None:
    _, row, col = places.place("reference")
    ids = [offer.id for offer in offers.offers]
    if len(",".join(ids)) < 250:
        sheet.choices.append(Choice(row, col, {"validate": "list", "source": ids}))


def _rows(sheet: Sheet, row: int, heading: str, slots: Iterable[Slot], places: Places) -> int:
    sheet.text(row, LABEL, heading, "section")
    for slot in slots:
        row += 1
        put_slot(sheet, row, slot, places)
    return row + 2


def _constants(sheet: Sheet, row: int, places: Places) -> None:
    sheet.text(row, LABEL, "Constants the formulas use by name", "section")
    for name, label, value in CONSTANTS:
        row += 1
        sheet.text(row, LABEL, label, "label")
        sheet.text(row, NOTE, name, "note")
        sheet.number(row, SCALAR, value, "rate")
        places.add(name, sheet, row, SCALAR)
