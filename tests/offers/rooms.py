"""Filling in the room for grants on Inputs, as a candidate would."""

from pathlib import Path
from random import Random
from typing import Any

import openpyxl

FIELDS = (
    "type", "id", "value", "units", "price", "strike", "percent", "valuation", "months", "cliff", "every", "year",
    "discount",
)  # fmt: skip
Fill = tuple[int, int, dict[str, Any]]


def fill(path: Path, target: Path, *fills: Fill) -> Path:
    """A copy in which cells of some offers' (counted from 0) columns (1 to 3) hold these values."""
    book = openpyxl.load_workbook(path)
    page = book["Inputs"]
    tops = [row[0].row for row in page.iter_rows() if "grants to add" in str(row[0].value)]
    for offer, nth, typed in fills:
        for name, value in typed.items():
            page.cell(tops[offer] + 2 + FIELDS.index(name), 2 + nth).value = value
    book.save(target)
    return target


def some(random: Random, offers: int) -> list[Fill]:
    """Between one grant and a grant in every second column of every offer's room."""
    every = [(offer, nth) for offer in range(offers) for nth in (1, 2, 3)]
    chosen = random.sample(every, random.randint(1, 1 + len(every) // 2))
    return [(offer, nth, _grant(random, f"new-{nth}")) for offer, nth in chosen]


def _grant(random: Random, name: str) -> dict[str, Any]:
    kind = random.choice(("value", "units", "options", "percent"))
    own: dict[str, Any] = {
        "value": {"type": "rsu", "value": random.randint(1, 900_000)},
        "units": {"type": "rsu", "units": random.randint(1, 9000), "price": round(random.uniform(0, 300), 2)},
        "options": {
            "type": "options",
            "units": random.randint(1, 9000),
            "price": 12.5,
            "strike": random.choice((2, 20)),
        },
        "percent": {
            "type": "percent",
            "percent": random.randint(1, 200) / 10_000,
            "valuation": random.randint(1, 9) * 10**8,
        },
    }[kind]
    if random.random() < 0.6:
        own |= {"months": random.choice((12, 36, 60)), "cliff": random.choice((0, 6)), "every": random.choice((1, 3))}
    if random.random() < 0.4:
        own |= {"year": random.randint(1, 3), "discount": 0.3, "id": name}
    return own
