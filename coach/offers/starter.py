"""A first offers file: the commented template, or one put together from packages."""

from collections.abc import Sequence
from typing import Any

from coach.errors import UsageFault
from coach.offers.presets import packages
from coach.offers.write import dump
from coach.paths import templates
from coach.text import did_you_mean


def starter() -> str:
    """The commented file."""
    return (templates() / "offers.yaml").read_text(encoding="utf-8")


def from_packages(names: Sequence[str]) -> str:
    """A file with one offer for each package; its date and source stand at the top."""
    known, notes = packages(), []
    offers: list[dict[str, Any]] = []
    for name in names:
        if name not in known:
            raise UsageFault(
                f"There is no package {name}.", did_you_mean(name, known) or "There are: " + ", ".join(known)
            )
        entry = known[name]
        count = sum(each["id"].startswith(name) for each in offers)
        offers.append({"id": f"{name}-{count + 1}" if count else name, "company": entry["title"], **entry["offer"]})
        notes.append(f"# {name}: {entry['title']} (as of {entry['as_of']}; {entry['source']})")
    return "\n".join(notes) + "\n" + dump(whole(offers))


def whole(offers: list[dict[str, Any]], currency: str = "USD") -> dict[str, Any]:
    """The data of a file with these offers and the usual settings."""
    return {
        "offers_version": "1",
        "base_currency": currency,
        "discount_rate": "8%",
        "horizon_years": "4",
        "reference": offers[0]["id"],
        "offers": offers,
    }
