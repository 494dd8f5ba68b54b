"""Vesting schedules and packages that come with the coach: dated data with a source, in content/offers."""

from functools import cache
from typing import Any

from coach.money import parse_percent
from coach.paths import content
from coach.yamlfile import read_data


@cache
def _presets() -> dict[str, Any]:
    data: dict[str, Any] = read_data(content() / "offers" / "presets.yaml").data
    return data


def _schedule(entry: dict[str, Any]) -> dict[str, Any]:
    if "years" in entry:
        return {"years": tuple(parse_percent(share) for share in entry["years"])}
    return {name: int(entry[name]) for name in ("months", "cliff", "every")}


@cache
def vesting() -> dict[str, dict[str, Any]]:
    """The named schedules: yearly fractions, or months with cliff and step."""
    return {entry["id"]: _schedule(entry) for entry in _presets()["vesting"]}


def packages() -> dict[str, dict[str, Any]]:
    """The named packages, each with the fields of an offer as text, its date and its source."""
    return {entry["id"]: entry for entry in _presets()["packages"]}
