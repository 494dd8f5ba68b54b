"""Scenarios: what each changes, every offer's total in it by the same formulas, and the weighted expectation."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from coach.export.workbook_cells import FIRST, HEAD, LABEL, NOTE, SCALAR, Sheet, fixed, letters, local
from coach.export.workbook_equity import GrantRows, grant_block
from coach.export.workbook_inputs import Places, put_slot
from coach.export.workbook_slots import Slot, general, of_grant, of_offer
from coach.export.workbook_spare import Added, is_spare, roomy
from coach.export.workbook_yearly import HEIGHT, OfferRows, offer_block
from coach.offers.compare import METRICS, Comparison
from coach.offers.model import Offers
from coach.offers.scenarios import Outcome, expected, outcomes

_METRICS: Final = (("total", "Total"), ("npv_end", "Present value (year end)"))


class _Work(NamedTuple):
    sheet: Sheet
    model: Comparison
    base: Places
    yearly: Mapping[str, OfferRows]
    grants: Mapping[tuple[str, int], GrantRows]


def slots(offers: Offers) -> dict[str, Slot]:
    """Every input of a file by its field name."""
    found = general(offers)
    for offer in offers.offers:
        found += of_offer(offer)
        for grant in offer.grants:
            found += of_grant(offer, grant) if not is_spare(grant) else []
    return {slot.path: slot for slot in found}


def scenarios_sheet(
    model: Comparison,
    base: Places,
    yearly: Mapping[str, OfferRows],
    grants: Mapping[tuple[str, int], GrantRows],
    added: Added,
) -> tuple[Sheet, str]:
    """The sheet, and the address of the sum of the probabilities (empty without scenarios)."""
    years = model.offers.years
    sheet = Sheet("Scenarios", (36, 18, 16, *(15,) * max(years, len(model.figures) * 1)), wide=True)
    sheet.title(
        "Scenarios", f"Each changes the fields listed under it; all else is as on Inputs. In {model.offers.currency}."
    )
    sheet.years(HEAD, years, "Offer year (for the workings below)")
    found = tuple(each._replace(comparison=roomy(each.comparison, added)) for each in outcomes(model.offers))
    if not found:
        sheet.text(HEAD + 2, LABEL, "No scenarios were written down; see `scenarios` in the offers file.", "label")
        return sheet, ""
    work = _Work(sheet, model, base, yearly, grants)
    table = HEAD + 2
    top = table + (len(found) + 4) * len(_METRICS) + 1
    sources = []
    for at, outcome in enumerate(found):
        top, rows = _scenario(work, top, at, outcome)
        sources.append(rows)
    return sheet, _tables(work, table, found, sources)


def _tables(work: _Work, row: int, found: tuple[Outcome, ...], sources: list[dict[str, OfferRows]]) -> str:
    sheet, total = work.sheet, ""
    for metric, label in _METRICS:
        first = row + 1
        sheet.text(row, LABEL, f"{label} by scenario", "head")
        sheet.text(row, NOTE, "Probability", "head_right")
        for col, one in enumerate(work.model.figures):
            sheet.text(row, SCALAR + col, one.offer.name, "head_right")
        for at, outcome in enumerate(found):
            row += 1
            sheet.text(row, LABEL, outcome.scenario.name, "label")
            slot = f"scenarios.{at + 1}.probability" if metric == "total" else ""
            if slot:
                sheet.number(row, NOTE, outcome.scenario.probability, "in_percent", slot)
            else:
                back = local(row - len(found) - 4, NOTE)
                sheet.formula(row, NOTE, back, outcome.scenario.probability, "percent")
            for col, one in enumerate(work.model.figures):
                rows = sources[at][one.offer.id]
                source = rows.sum("total") if metric == "total" else rows.sheet.at(rows.row("npv_end"), SCALAR)
                value = METRICS[metric][1](outcome.comparison.of(one.offer.id))
                sheet.formula(row, SCALAR + col, source, value, "money")
        row += 1
        _expected(work, row, first, metric, found)
        total = total or sheet.at(row, NOTE)
        row += 3
    return total


def _expected(work: _Work, row: int, first: int, metric: str, found: tuple[Outcome, ...]) -> None:
    sheet = work.sheet
    shares = f"{fixed(first, NOTE)}:{fixed(row - 1, NOTE)}"
    sheet.text(row, LABEL, "Expected", "total_label")
    whole = sum((each.scenario.probability for each in found), Decimal(0))
    sheet.formula(row, NOTE, f"SUM({shares})", whole, "percent")
    for col, one in enumerate(work.model.figures):
        name = letters(SCALAR + col)
        formula = f"SUMPRODUCT({shares},{name}{first + 1}:{name}{row})"
        sheet.formula(row, SCALAR + col, formula, expected(found, one.offer.id, metric), "total")


def _scenario(work: _Work, top: int, at: int, outcome: Outcome) -> tuple[int, dict[str, OfferRows]]:
    sheet, case = work.sheet, outcome.comparison.offers
    sheet.text(top, LABEL, f"Scenario: {outcome.scenario.name}", "head")
    for col in range(NOTE, FIRST + work.model.offers.years):
        sheet.text(top, col, "", "head")
    before, after = slots(work.model.offers), slots(case)
    places, row = Places(work.base), top + 1
    changed = [slot for path, slot in after.items() if before.get(path) != slot]
    for slot in changed:
        row += 1
        label = slot._replace(label=f"{_owner(work, slot.path)}{slot.label}")
        put_slot(sheet, row, label, places, f"scenarios.{at + 1}.set:{slot.path}")
    if changed:
        sheet.breaks.append(top)
    else:
        sheet.text(row, LABEL, "Nothing is different from Inputs.", "note")
    return _blocks(work, row + 2, outcome, places, changed)


def _owner(work: _Work, path: str) -> str:
    head = path.split(".")[0]
    names = {offer.id: offer.name for offer in work.model.offers.offers}
    return f"{names[head]}: " if head in names else ""


def _blocks(
    work: _Work, top: int, outcome: Outcome, places: Places, changed: list[Slot]
) -> tuple[int, dict[str, OfferRows]]:
    touched = {slot.path.split(".")[0] for slot in changed}
    everywhere = bool(touched & {"discount_rate", "fx"})
    rows = dict(work.yearly)
    for one in outcome.comparison.figures:
        if not everywhere and one.offer.id not in touched:
            continue
        grants: dict[tuple[str, int], GrantRows] = {}
        for which, grant in enumerate(one.offer.grants):
            if is_spare(grant):  # no scenario changes it
                grants[one.offer.id, which] = work.grants[one.offer.id, which]
                continue
            grants[one.offer.id, which] = grant_block(work.sheet, top, one, which, places)
            top += 9
        rows[one.offer.id] = offer_block(work.sheet, top, one, places, grants, work.model.offers.currency)
        top += HEIGHT
    return top, rows
