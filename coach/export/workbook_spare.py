"""Room for grants that are added in the workbook: empty inputs, one grant a column, and the workings that take them in.

A spare grant is called `+1`, `+2` … here, whatever name it is given: an id of the offers file never begins so.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from coach.export.workbook_cells import LABEL, NOTE, SCALAR, Choice, Sheet
from coach.export.workbook_inputs import Places, style, validate
from coach.export.workbook_slots import Slot
from coach.offers.compare import Comparison
from coach.offers.equity import GrantFigures, grant_figures
from coach.offers.model import Grant, Offer, Vesting
from coach.offers.value import Figures

COUNT: Final = 3
KINDS: Final = ("rsu", "options", "percent")
NTH: Final = ("1st", "2nd", "3rd")
# Which column of an offer holds which grant that was added, by the offer's id; "" is an empty column.
Added = Mapping[str, tuple[str, ...]]


class Field(NamedTuple):
    """A row of the room: its name in the offers file, its words, its kind, what stands there before anybody writes."""

    path: str
    label: str
    kind: str
    note: str = ""
    start: int | None = None


FIELDS: Final = (
    Field("type", "Type of grant", "text", "rsu, options or percent; psu: in the file"),
    Field("id", "Its name", "text", "empty: added-1, …"),
    Field("value", "Value at grant", "money", "rsu: this, or units and price"),
    Field("units", "Units", "rate", "rsu or options"),
    Field("price", "Price of a share", "price", "the same in all years"),
    Field("strike", "Strike", "price", "options"),
    Field("percent", "Share of the company", "percent", "percent"),
    Field("valuation", "Valuation", "money", "percent"),
    Field("vesting.months", "Vesting months", "whole", "", 48),
    Field("vesting.cliff", "Cliff (months)", "whole", "", 12),
    Field("vesting.every", "Vests every (months)", "whole", "", 1),
    Field("grant_year", "Granted in year", "whole", "", 1),
    Field("liquidity_discount", "Liquidity discount", "percent", "", 0),
)
_EMPTY: Final = Vesting((), 48, 12, 1, 1, 0)


def is_spare(grant: Grant) -> bool:
    """Whether a grant stands in the room for added ones."""
    return grant.id.startswith("+")


def in_room(slot: str) -> bool:
    """Whether an input stands in the room for grants."""
    return ".+" in slot


def roomy(model: Comparison, added: Added) -> Comparison:
    """The comparison with room in every offer and the same figures; a grant that was added moves into its column."""
    figures = tuple(_roomy(one, added.get(one.offer.id, ()), model.offers.years) for one in model.figures)
    return Comparison(model.offers._replace(offers=tuple(one.offer for one in figures)), figures)


def _roomy(one: Figures, added: tuple[str, ...], years: int) -> Figures:
    named = {grant.grant.id: grant for grant in one.grants}
    spare = [_spare(named.get(name), at, years) for at, name in enumerate((*added, *[""] * COUNT)[:COUNT], 1)]
    grants = (*(grant for grant in one.grants if grant.grant.id not in added), *spare)
    return one._replace(offer=one.offer._replace(grants=tuple(each.grant for each in grants)), grants=grants)


def _spare(figures: GrantFigures | None, at: int, years: int) -> GrantFigures:
    if figures is None:
        return grant_figures(Grant(f"+{at}", "", _EMPTY), years)
    return figures._replace(grant=figures.grant._replace(id=f"+{at}"))


def room(sheet: Sheet, row: int, offer: Offer, places: Places) -> int:
    """The inputs of an offer's room; the row after it."""
    sheet.text(row, LABEL, f"{offer.name} · grants to add: one a column, empty if there is none", "section")
    for col, label in ((LABEL, "Grant"), (NOTE, ""), *enumerate(NTH, SCALAR)):
        sheet.text(row + 1, col, label, "head_right" if col >= SCALAR else "head")
    spares = [grant for grant in offer.grants if is_spare(grant)]
    for line, field in enumerate(FIELDS, row + 2):
        sheet.text(line, LABEL, field.label, "label")
        sheet.text(line, NOTE, field.note, "note")
        for col, grant in enumerate(spares, SCALAR):
            begins = None if field.start is None else Decimal(field.start)
            slot = Slot(f"{offer.id}.{grant.id}.{field.path}", field.label, field.kind, (begins,))
            places.add(slot.path, sheet, line, col)
            sheet.number(line, col, begins, style(slot, begins), slot.path)
            if field.path == "type":
                sheet.choices.append(Choice(line, col, {"validate": "list", "source": list(KINDS)}))
            else:
                validate(sheet, line, col, slot)
    return row + 3 + len(FIELDS)


def unkind(places: Places, offer: Offer) -> str:
    """How many columns of an offer's room hold figures but no type that is known, or a schedule without months."""
    parts = []
    for grant in filter(is_spare, offer.grants):
        head = f"{offer.id}.{grant.id}"
        kind, first, last = (places.at(f"{head}.{name}") for name in ("type", "value", "valuation"))
        known = ",".join(f'{kind}="{name}"' for name in KINDS)
        running = f"MIN({places.at(f'{head}.vesting.months')},{places.at(f'{head}.vesting.every')})"
        held = f"SUM({first}:{last.split('!')[1]})"
        parts.append(f'IF({kind}="",IF({held}>0,1,0),IF(AND(OR({known}),{running}>0),0,1))')
    return "+".join(parts)
