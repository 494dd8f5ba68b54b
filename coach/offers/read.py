"""An offers file as Offers, or every problem in it at once."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, NamedTuple

from coach.errors import InputFault, Problem
from coach.offers import scalars as s
from coach.offers.model import MAX_OFFERS, MAX_YEARS, Offer, Offers, Rate, Scenario
from coach.offers.override import changed, find
from coach.offers.read_offer import read_offer
from coach.offers.table import Report, Steps, Table
from coach.text import did_you_mean, plural
from coach.yamlfile import Document, load

YEARS: Final = 4
DISCOUNT: Final = Decimal("0.08")


class Reading(NamedTuple):
    """What was read; `offers` is None if there is any problem."""

    offers: Offers | None
    problems: list[Problem]


def load_offers(text: str, path: str) -> Offers:
    """The offers in a text; InputFault (exit 4) with every problem."""
    return accept(reading(load(text, path)))


def accept(found: Reading) -> Offers:
    """The offers that were read; InputFault (exit 4) with every problem."""
    if found.offers is None:
        count = plural(len(found.problems), "problem")
        raise InputFault(f"{count} in the offers file; nothing was worked out or written.", found.problems)
    return found.offers


def reading(document: Document) -> Reading:
    """The offers in a document, with every problem in the order of the file."""
    problems = list(document.problems)
    if problems:
        return Reading(None, problems)

    def report(steps: Steps, message: str, hint: str = "", *, key: bool = False) -> None:
        problems.append(document.problem(steps, message, hint, key=key))

    offers = _file(document.data, report)
    scenarios = _scenarios(document.data, report, offers) if not problems else ()
    if problems:
        return Reading(None, sorted(dict.fromkeys(problems), key=lambda problem: problem[1:3]))
    return Reading(offers._replace(scenarios=scenarios), [])


def again(data: Any) -> Offers | None:
    """Plain data as offers without scenarios; None if anything in it is wrong."""
    wrong: list[str] = []

    def report(steps: Steps, message: str, hint: str = "", *, key: bool = False) -> None:
        wrong.append(message)

    offers = _file(data, report)
    return None if wrong else offers


def _file(data: Any, report: Report) -> Offers:
    table = Table(data, (), "", report)
    table.take("offers_version", s.one_of("1"), "1", required=True)
    currency = table.take("base_currency", s.currency, "USD", required=True)
    years = table.take("horizon_years", s.whole(1, MAX_YEARS), YEARS)
    fx = _fx(table.table("fx"), currency)
    offers = _offers(table, currency, years, fx)
    reference = table.take("reference", s.name, offers[0].id if offers else "")
    ids = [offer.id for offer in offers]
    if offers and reference not in ids:
        table.problem(("reference",), f"there is no offer {reference}", did_you_mean(reference, ids))
    discount = table.take("discount_rate", s.any_percent, DISCOUNT)
    table.tables("scenarios")
    table.done()
    return Offers(currency, fx, discount, years, reference, offers, (), data)


def _fx(table: Table | None, base: str) -> dict[str, Rate]:
    if table is None:
        return {}
    rates = {}
    for code in table.data:
        inner = table.table(code)
        if inner is None or not s.is_currency(code):
            table.problem((code,), "expected a currency code with {rate: …, as_of: …}", key=True)
            continue
        rate = inner.take("rate", s.positive, Decimal(1), required=True)
        rates[code] = Rate(rate, inner.take("as_of", s.day, s.NO_DAY, required=True))
        inner.done()
        if code == base and rate != 1:
            inner.problem(("rate",), f"{base} is the base currency; its rate is 1")
    return rates


def _offers(table: Table, currency: str, years: int, fx: dict[str, Rate]) -> tuple[Offer, ...]:
    inner = table.tables("offers", _called)
    if not inner:
        table.problem(("offers",), "expected at least one offer")
    if len(inner) > MAX_OFFERS:
        table.problem(("offers", MAX_OFFERS), f"expected at most {MAX_OFFERS} offers")
    offers = tuple(read_offer(each, currency, years) for each in inner)
    for at, offer in enumerate(offers):
        _currency(inner[at], offer, currency, fx)
        if offer.id and offer.id in [other.id for other in offers[:at]]:
            inner[at].problem(("id",), f"there is an offer {offer.id} already")
    return offers


def _called(node: Any, at: int) -> str:
    name = node.get("id") if isinstance(node, dict) else None
    return name if isinstance(name, str) and name else f"offers.{at + 1}"


def _currency(table: Table, offer: Offer, base: str, fx: dict[str, Rate]) -> None:
    if offer.currency not in (base, *fx):
        hint = f'write fx: {{{offer.currency}: {{rate: "…", as_of: 2026-11-01}}}}'
        table.problem(("currency",), f"there is no rate for {offer.currency} in fx", hint)


def _scenarios(data: Any, report: Report, base: Offers) -> tuple[Scenario, ...]:
    tables = Table(data, (), "", report).tables("scenarios")
    found = tuple(_scenario(table, data, base) for table in tables)
    total = sum((each.probability for each in found), Decimal(0))
    if found and total != 1:
        tables[-1].problem(("probability",), f"the probabilities sum to {total * 100:f} %, not to exactly 100 %")
    names = [each.name for each in found]
    for at, name in enumerate(names):
        if name in names[:at]:
            tables[at].problem(("name",), f"there is a scenario {name!r} already")
    return found


def _scenario(table: Table, data: Any, base: Offers) -> Scenario:
    name = table.take("name", s.words, "", required=True)
    probability = table.take("probability", s.part, Decimal(0), required=True)
    inner = table.table("set")
    table.done()
    changes = dict(inner.data) if inner else {}
    copy, unknown = changed(data, changes)
    for field in unknown:
        table.problem(("set", field), "there is no such field", "write offer.field or offer.grant.field", key=True)
    if any(find(data, field) == ("horizon_years",) for field in changes):
        table.problem(("set", "horizon_years"), "a scenario cannot change the horizon", key=True)
        return Scenario(name, probability, base)
    return Scenario(name, probability, _file(copy, _from_set(table, data, changes)))


def _from_set(table: Table, data: Any, changes: dict[str, Any]) -> Callable[..., None]:
    """Problems of the changed file, reported at the entry of `set` that changed the field."""
    places = {field: find(data, field) or () for field in changes}

    def report(steps: Steps, message: str, hint: str = "", *, key: bool = False) -> None:
        near = [field for field, place in places.items() if place and steps[: len(place)] == place]
        field = near[0] if near else next(iter(changes), "")
        table.problem(("set", field) if field else (), message, hint, key=key)

    return report
