"""Every offer's total against the valuation of a stake (or a multiple of all equity), with the crossings."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from coach.export.workbook_beside import IDS, CompareRows, heads, of_reference
from coach.export.workbook_cells import FIRST, LABEL, NOTE, SCALAR, Chart, Series, Sheet, fixed, letters, local
from coach.export.workbook_equity import GrantRows
from coach.export.workbook_inputs import LARGEST, Places
from coach.export.workbook_spare import is_spare
from coach.export.workbook_yearly import OfferRows
from coach.offers.compare import Comparison
from coach.offers.equity import GrantFigures
from coach.offers.value import Figures

_ZERO: Final = Decimal(0)
_POINTS: Final = 11
_LAST: Final = Decimal(_POINTS - 1) / 5


class Tools(NamedTuple):
    """Where inputs, years and grants stand."""

    places: Places
    yearly: Mapping[str, OfferRows]
    grants: Mapping[tuple[str, int], GrantRows]


def _subject(model: Comparison) -> tuple[Figures, int] | None:
    """The first grant that hangs on a valuation, of an offer other than the reference if there is one."""
    ones = sorted(model.figures, key=lambda one: one.offer.id == model.offers.reference)
    for one in ones:
        for at, grant in enumerate(one.offer.grants):
            if not is_spare(grant) and grant.kind == "percent" and grant.valuation and grant.percent:
                return one, at
    return None


def valuation_table(rows: CompareRows, row: int, model: Comparison, tools: Tools) -> None:
    """The table under Compare's ties, the points where lines cross, and the chart."""
    subject, sheet = _subject(model), rows.sheet
    head, unit = "Equity multiple", "times the equity stated"
    if subject:
        one, at = subject
        head, unit = "Valuation", f"of {one.offer.name}, {one.offer.grants[at].id}"
    sheet.breaks.append(row)
    sheet.text(row, LABEL, f"Total against the {head.lower()} {unit}", "section")
    heads(sheet, row + 1, model.figures, head)
    for point in range(_POINTS):
        if subject:
            _valued(rows, row + 2 + point, Decimal(point) / 5, model, tools, subject)
        else:
            _multiplied(rows, row + 2 + point, Decimal(point) / 5, model, tools)
    span = (row + 2, row + 1 + _POINTS)
    if subject:
        _tie(rows, span[1] + 1, model, tools, subject)
    marks = _marks(rows, span, model, tools, subject)
    sheet.charts.append(_crossing_chart(sheet, span, model, head, marks))


def _crossing_chart(sheet: Sheet, span: tuple[int, int], model: Comparison, head: str, marks: Series) -> Chart:
    series = tuple(
        Series(f"={sheet.at(span[0] - 1, SCALAR + at)}", _down(sheet, LABEL, span), _down(sheet, SCALAR + at, span))
        for at in range(len(model.figures))
    )
    alt = f"Lines of each offer's total against the {head.lower()}; where two cross, a diamond marks the tie."
    title, axes = f"Total against {head.lower()}", (head, model.offers.currency)
    both = (*series, marks) if len(series) > 1 else series
    return Chart("scatter", "straight", title, alt, span[1] + 5, 0, both, axes, (900, 340), (0, None))


def _marks(
    rows: CompareRows, span: tuple[int, int], model: Comparison, tools: Tools, subject: tuple[Figures, int] | None
) -> Series:
    """Where each offer's line crosses the subject's (or the reference's); a mark left of 0 is not drawn."""
    sheet, top, last = rows.sheet, span[1] + 2, fixed(span[1], LABEL)
    sheet.text(top, LABEL, "Lines cross at (marked in the chart)", "label")
    sheet.text(top + 1, LABEL, "Total there", "label")
    sheet.text(top, NOTE, f"with {(subject[0] if subject else model.reference).offer.name}", "note")
    for at, other in enumerate(model.figures):
        if subject:
            place, found = _with_subject(span[1], at, model, tools, subject)
            total, worth = local(span[1], SCALAR + at), _worth_of(other, subject)
        else:
            place, found = _with_reference(rows, at, model, tools)
            source = tools.yearly[other.offer.id]
            total = f"{source.sum('cash')}+{local(top, SCALAR + at)}*{source.sum('equity')}"
            worth = sum(other.cash, _ZERO) + (-_LAST if found is None else found) * sum(other.equity, _ZERO)
        outside = -_LAST * (_scale(subject) if subject else 1)
        look = "money_if_any" if subject else "rate_if_any"
        formula = f"IFERROR({place.format(none=f'-{last}', last=last)},-{last})"
        sheet.formula(top, SCALAR + at, formula, outside if found is None else found, look)
        sheet.formula(top + 1, SCALAR + at, total, worth, "money")
    ends = SCALAR, SCALAR + len(model.figures) - 1
    return Series("Where two cross", sheet.span(top, *ends), sheet.span(top + 1, *ends), mark=True)


def _scale(subject: tuple[Figures, int]) -> Decimal:
    return subject[0].grants[subject[1]].grant.valuation or _ZERO


def _worth_of(other: Figures, subject: tuple[Figures, int]) -> Decimal:
    """An offer's total at the last valuation of the table."""
    value = sum(other.total, _ZERO)
    if other is not subject[0]:
        return value
    grant = other.grants[subject[1]]
    return value + (_worth_at(grant, _LAST * _scale(subject)) - grant.total) * other.fx


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _with_subject(
    row: int, at: int, model: Comparison, tools: Tools, subject: tuple[Figures, int]
) -> tuple[str, Decimal | None]:
    """The valuation at which the subject's total is that of the offer in this column."""
    one, other = subject[0], model.figures[at]
    if other is one:
        return "{none}", None
    mine, theirs = local(row - _POINTS + 1, SCALAR + model.figures.index(one)), local(row, SCALAR + at)
    tied = _closing(f"{theirs}-{mine}", tools, subject)
    gap = _gap_without(subject, other)
    found = _valuation_closing(gap, subject) if _cents(gap) > 0 else None
    if found is not None and found > _LAST * _scale(subject):
        found = None
    return f"IF(ROUND({theirs}-{mine},cent_digits)<=0,{{none}},IF({tied}>{{last}},{{none}},{tied}))", found


def _with_reference(rows: CompareRows, at: int, model: Comparison, tools: Tools) -> tuple[str, Decimal | None]:
    """The multiple of all equity at which the offer in this column has the reference's total."""
    other, cash, equity = model.figures[at], rows.metrics["cash"], rows.metrics["equity"]
    gap = f"ROUND({of_reference(cash, model, tools.places)}-{local(cash, SCALAR + at)},cent_digits)"
    rise = f"ROUND({local(equity, SCALAR + at)}-{of_reference(equity, model, tools.places)},cent_digits)"
    reference = model.reference
    more = _cents(sum(other.equity, _ZERO) - sum(reference.equity, _ZERO))
    found = _cents(sum(reference.cash, _ZERO) - sum(other.cash, _ZERO)) / more if more else None
    if found is not None and not 0 <= found <= _LAST:
        found = None
    tied = f"{gap}/{rise}"
    return f"IF(OR({tied}<0,{tied}>{{last}}),{{none}},{tied})", found


def _down(sheet: Sheet, col: int, rows: tuple[int, int]) -> str:
    return f"{sheet.name}!{fixed(rows[0], col)}:{fixed(rows[1], col)}"


def _multiplied(rows: CompareRows, row: int, share: Decimal, model: Comparison, tools: Tools) -> None:
    """A point of the chart where no offer hangs on a valuation: all equity times a multiple."""
    sheet, x = rows.sheet, f"${letters(LABEL)}{row + 1}"
    sheet.number(row, NOTE, share, "rate")
    sheet.formula(row, LABEL, local(row, NOTE), share, "rate")
    for at, one in enumerate(model.figures):
        source = tools.yearly[one.offer.id]
        value = sum(one.cash, _ZERO) + share * sum(one.equity, _ZERO)
        sheet.formula(row, SCALAR + at, f"{source.sum('cash')}+{x}*{source.sum('equity')}", value, "money")


def _valued(
    rows: CompareRows, row: int, share: Decimal, model: Comparison, tools: Tools, subject: tuple[Figures, int]
) -> None:
    """A point of the chart: every offer's total if the subject's company had this valuation."""
    sheet, x, (who, which) = rows.sheet, f"${letters(LABEL)}{row + 1}", subject
    grant = who.grants[which]
    valuation = (grant.grant.valuation or _ZERO) * share
    path = f"{who.offer.id}.{grant.grant.id}.valuation"
    sheet.number(row, NOTE, share, "rate")
    sheet.formula(row, LABEL, f"{local(row, NOTE)}*{tools.places.at(path)}", valuation, "money")
    for at, one in enumerate(model.figures):
        source, value = tools.yearly[one.offer.id], sum(one.total, _ZERO)
        formula = source.sum("total")
        if one is who:
            block = tools.grants[who.offer.id, which]
            worth = _stake(block, who, which, tools.places, x)
            formula += f"+({worth}-{block.sheet.at(block.value, SCALAR)})*{source.sheet.at(source.row('fx'), SCALAR)}"
            value += (_worth_at(grant, valuation) - grant.total) * one.fx
        sheet.formula(row, SCALAR + at, formula, value, "money")


def _tie(rows: CompareRows, row: int, model: Comparison, tools: Tools, subject: tuple[Figures, int]) -> None:
    """The valuation at which the subject's total is the reference's; 0: ahead without it, or none does it."""
    sheet, one = rows.sheet, subject[0]
    at = model.figures.index(one)
    other, none = of_reference(row - 1, model, tools.places), local(row - _POINTS, SCALAR + at)
    itself = f"{tools.places.at('reference')}={fixed(IDS, SCALAR + at)}"
    sheet.text(row, NOTE, "ties with the reference", "note")
    tied = _closing(f"{other}-{none}", tools, subject)
    formula = f"IF(OR({itself},{other}<={none}),0,IFERROR(IF({tied}>largest_valuation,0,{tied}),0))"
    sheet.formula(row, LABEL, formula, _tied(model, subject), "total")


def _slope(block: GrantRows, one: Figures, which: int, places: Places) -> str:
    """What a unit of valuation adds to the grant's value within the horizon."""
    path = f"{one.offer.id}.{one.offer.grants[which].id}"
    vested = block.sheet.span(block.vested + 1, FIRST, FIRST + len(one.base) - 1)
    keep = block.sheet.at(block.offset - 1, SCALAR)
    return f"{places.at(f'{path}.percent')}*{keep}*(1-{places.at(f'{path}.liquidity_discount')})*SUM({vested})"


def _closing(gap: str, tools: Tools, subject: tuple[Figures, int]) -> str:
    """The valuation at which the subject's stake is worth `gap`, a formula of the offers' currency."""
    one, which = subject
    source, block = tools.yearly[one.offer.id], tools.grants[one.offer.id, which]
    ahead = tools.places.at(f"{one.offer.id}.{one.offer.grants[which].id}.preference_ahead")
    slope = f"({_slope(block, one, which, tools.places)}*{source.sheet.at(source.row('fx'), SCALAR)})"
    return f"{ahead}+({gap})/{slope}"


def _valuation_closing(gap: Decimal, subject: tuple[Figures, int]) -> Decimal | None:
    """The value of `_closing`; None if the stake is worth nothing at any valuation."""
    one, which = subject
    preference = one.grants[which].grant.preference or _ZERO
    gained = _worth_at(one.grants[which], preference + 1) * one.fx
    return preference + gap / gained if gained else None


def _gap_without(subject: tuple[Figures, int], other: Figures) -> Decimal:
    """How far the subject is behind another offer if its stake is worth nothing."""
    one, which = subject
    return sum(other.total, _ZERO) - (sum(one.total, _ZERO) - one.grants[which].total * one.fx)


def _tied(model: Comparison, subject: tuple[Figures, int]) -> Decimal:
    gap = _gap_without(subject, model.reference)
    if subject[0] is model.reference or gap <= 0:
        return _ZERO
    tied = _valuation_closing(gap, subject)
    return _ZERO if tied is None or tied > LARGEST else tied


def _stake(block: GrantRows, one: Figures, which: int, places: Places, x: str) -> str:
    """The grant's value within the horizon at another valuation."""
    path = f"{one.offer.id}.{one.offer.grants[which].id}"
    return f"MAX(0,{x}-{places.at(f'{path}.preference_ahead')})*{_slope(block, one, which, places)}"


def _worth_at(grant: GrantFigures, valuation: Decimal) -> Decimal:
    left = max(_ZERO, valuation - (grant.grant.preference or _ZERO)) * grant.keep * (1 - grant.grant.discount)
    return (grant.grant.percent or _ZERO) * left * sum(grant.fraction, _ZERO)
