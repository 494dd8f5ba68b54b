"""The valuation, price or attainment at which each uncertain grant makes its offer tie with the reference."""

from coach.offers.model import Grant, Offers
from coach.offers.solve import Tie, ask, solve


def lever(grant: Grant) -> str:
    """The field a grant's worth hangs on; empty if it has none that was stated."""
    if grant.kind == "percent":
        return "valuation" if grant.valuation is not None else ""
    if grant.kind == "psu":
        return "attainment_by_year"
    if grant.value is not None:
        return "price_multiple_by_year"
    return "price_by_year" if grant.prices else ""


def break_evens(offers: Offers, metric: str = "total") -> list[Tie]:
    """One answer for each grant of each offer that is not the reference."""
    found = []
    for offer in offers.offers:
        for grant in offer.grants:
            if offer.id != offers.reference and lever(grant):
                found.append(solve(offers, ask(offers, f"{offer.id}.{_field(offers, offer.id, grant)}", metric)))
    return found


def _field(offers: Offers, offer: str, grant: Grant) -> str:
    """The field as the file writes it: a flat `price` beside `price_by_year`."""
    field = lever(grant)
    entry = next(each for each in offers.raw["offers"] if each["id"] == offer)
    node = next(each for each in entry["equity"] if each["id"] == grant.id)
    flat = field.removesuffix("_by_year")
    return f"{grant.id}.{flat if field not in node and flat in node else field}"
