"""Offers on the screen: side by side, one in full, warnings, answers, leaving early. The three classes on every one."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from coach.money import show_amount, show_percent
from coach.offers.check import Warning
from coach.offers.compare import METRICS, Comparison
from coach.offers.leave import Leaving
from coach.offers.model import Amounts
from coach.offers.scenarios import expected, outcomes
from coach.offers.sensitivity import Driver
from coach.offers.value import Figures
from coach.text import one_line

_ZERO: Final = Decimal(0)
_CLASSES: Final = ("guaranteed cash", "contingent cash", "uncertain equity")


def money(amount: Decimal) -> str:
    """Whole units; cents only where there are any."""
    return show_amount(amount, 0 if amount == amount.to_integral_value() else 2)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], plain: bool, most: int = 3) -> RenderableType:
    """A table without lines; in plain mode one labelled line for each cell, for screen readers."""
    if plain:
        return Text("\n".join(_spoken(head, row) for row in rows))
    lines = [list(row) for row in rows]
    parts = [_part(head, lines, first, most) for first in range(1, len(head), most)]
    return Group(*(each for part in parts for each in (part, Text("")))) if len(parts) > 1 else parts[0]


def _part(head: Sequence[str], rows: Sequence[Sequence[str]], first: int, most: int) -> Table:
    """The first column and some of the others: as many as fit on 80 columns."""
    kept = (0, *range(first, min(first + most, len(head))))
    found = Table(box=None, pad_edge=False, header_style="bold")
    for at in kept:
        found.add_column(Text(head[at]), justify="left" if at == 0 else "right", overflow="fold")
    for row in rows:
        found.add_row(*(Text(row[at]) for at in kept))
    return found


def _spoken(head: Sequence[str], row: Sequence[str]) -> str:
    cells = ", ".join(f"{name} {cell}" for name, cell in zip(head[1:], row[1:], strict=True) if cell)
    return f"{row[0]}: {cells}"


def _name(one: Figures) -> str:
    return one_line(one.offer.name, 22)


def _equity(one: Figures) -> str:
    untold = "equity" in one.offer.not_stated and not one.offer.grants
    return "not stated" if untold else money(sum(one.equity, _ZERO))


def _contingent(one: Figures) -> str:
    total = sum(one.contingent, _ZERO)
    return "not stated" if "target_bonus" in one.offer.not_stated and not total else money(total)


def comparison(model: Comparison, plain: bool) -> RenderableType:
    """Every offer in a column: first year, the horizon by class, present value, the gap to the reference."""
    years, ones = model.offers.years, model.figures
    head = ["", *(_name(one) for one in ones)]
    rows = [
        ["first-year cash", *(money(one.cash[0]) for one in ones)],
        [_CLASSES[0], *(money(sum(one.guaranteed, _ZERO)) for one in ones)],
        [_CLASSES[1], *(_contingent(one) for one in ones)],
        [_CLASSES[2], *(_equity(one) for one in ones)],
        [f"total, {years} years", *(money(sum(one.total, _ZERO)) for one in ones)],
        ["present value (year end)", *(show_amount(one.npv_end, 2) for one in ones)],
        ["present value (mid-year)", *(show_amount(one.npv_mid, 2) for one in ones)],
        ["benefits (not in the total)", *(money(sum(one.benefits, _ZERO)) for one in ones)],
        ["gap: first-year cash", *(_gap(model, "first_year_cash", one) for one in ones)],
        ["gap: total", *(_gap(model, "total", one) for one in ones)],
        *_after(model),
    ]
    note = f"In {model.offers.currency}, discounted at {show_percent(model.offers.discount)}; {years} offer years."
    return Group(Text(note), Text(""), table(head, rows, plain), *_scenarios(model, plain))


def _gap(model: Comparison, metric: str, one: Figures) -> str:
    if one.offer.id == model.offers.reference:
        return "reference"
    gap = model.gap(metric, one)
    return "equal" if not gap else f"{money(abs(gap))} {'ahead' if gap > 0 else 'behind'}"


def _after(model: Comparison) -> list[list[str]]:
    rows = []
    if any(one.offer.cash_tax is not None or one.offer.equity_tax is not None for one in model.figures):
        rows.append(["total after tax", *(_taxed(one) for one in model.figures)])
    if any(one.offer.living != 100 for one in model.figures):
        rows.append(["first-year cash, index 100", *(money(one.living[0]) for one in model.figures)])
    return rows


def _taxed(one: Figures) -> str:
    untaxed = one.offer.cash_tax is None and one.offer.equity_tax is None
    return "before tax" if untaxed else show_amount(sum(one.after_tax, _ZERO), 2)


def _scenarios(model: Comparison, plain: bool) -> list[RenderableType]:
    found = outcomes(model.offers)
    if not found:
        return []
    total = METRICS["total"][1]
    ids = [one.offer.id for one in model.figures]
    rows = [
        [
            f"{one_line(each.scenario.name, 24)} ({show_percent(each.scenario.probability)})",
            *(money(total(each.comparison.of(name))) for name in ids),
        ]
        for each in found
    ]
    rows.append(["expected total", *(show_amount(expected(found, name, "total"), 2) for name in ids)])
    return [Text(""), table(["scenario: total", *(_name(one) for one in model.figures)], rows, plain)]


def offer(one: Figures, currency: str, plain: bool) -> RenderableType:
    """One offer year by year, with its grants."""
    years = range(1, len(one.base) + 1)
    head = ["", *(f"year {year}" for year in years), "sum"]

    def row(label: str, amounts: Amounts, field: str = "") -> list[str]:
        if field and field in one.offer.not_stated and not any(amounts):
            return [label, *("" for _ in amounts), "not stated"]
        return [label, *(money(amount) for amount in amounts), money(sum(amounts, _ZERO))]

    rows = [row("base", one.base), row("bonus", one.bonus, "target_bonus"), row("sign-on", one.sign_on, "sign_on")]
    if one.offer.settlement:
        rows += [
            row("settlement, full steps", one.settlement_floor),
            row("settlement, pro rata", one.settlement_linear),
        ]
    rows += [row(name, amounts, field) for name, amounts, field in _classes(one)]
    rows += [row("cash", one.cash), row("total", one.total), row("benefits (beside)", one.benefits)]
    title = f"{_name(one)} · {one_line(one.offer.role, 40)}" if one.offer.role else _name(one)
    told = one_line(", ".join(one.offer.not_stated))
    parts: list[RenderableType] = [Text(f"{title} · in {currency}"), Text(""), table(head, rows, plain, 5)]
    parts += [_grant(one, at) for at in range(len(one.grants))]
    if told:
        parts.append(Text(f"Not stated: {told}"))
    return Group(*parts)


def _classes(one: Figures) -> list[tuple[str, Amounts, str]]:
    fields = ("", "target_bonus", "equity")
    return list(zip(_CLASSES, (one.guaranteed, one.contingent, one.equity), fields, strict=True))


def _grant(one: Figures, at: int) -> Text:
    grant = one.grants[at]
    vests = " · ".join(show_percent(share) for share in grant.fraction)
    worth = f"{money(grant.total)} {one.offer.currency} within the horizon" if grant.stated else "value not stated"
    cost = f"; exercise costs {money(grant.exercise_cost)}" if grant.exercise_cost else ""
    return Text(f"{grant.grant.id} ({grant.grant.kind}): {worth}, vests {vests}{cost}")


def warnings(found: Sequence[Warning]) -> RenderableType:
    """Each doubt with its name, its field, and what to ask."""
    lines = [f"[{each.name}] {each.field}: {each.message} {each.ask}" for each in found]
    return Text("\n".join(one_line(line) for line in lines) or "No doubts found.")


def leaving(found: Sequence[Leaving], names: Sequence[str], plain: bool) -> RenderableType:
    """What is kept when leaving after a month, one offer a column."""
    fields = (
        ("base", "base"), ("bonus", "bonuses of full years"), ("settlement_bonus", "settlement bonus"),
        ("sign_on", "sign-ons paid"), ("clawback", "to be paid back"), ("cash", "cash kept"),
        ("equity", "equity vested"), ("total", "kept in all"), ("forfeited", "equity forfeited"),
    )  # fmt: skip
    rows = [[label, *(money(getattr(each, field)) for each in found)] for field, label in fields]
    return table([f"after month {found[0].month}", *(one_line(name, 22) for name in names)], rows, plain)


def sensitivity(found: Sequence[Driver], plain: bool) -> RenderableType:
    """What moves the total most, when each stated number is 10 % lower or higher."""

    def change(amount: Decimal | None) -> str:
        return "not possible" if amount is None else ("+" if amount > 0 else "") + money(amount)

    rows = [[each.field, change(each.low), change(each.high)] for each in found]
    return table(["total moves by", "-10 %", "+10 %"], rows, plain)
