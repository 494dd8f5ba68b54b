"""The fintech-pm pack: every fact of its source is carried."""

from typing import Final

from tests.content.bundled import PACKS

FACTS: Final = {"T": 7, "D": 10, "S": 6, "C": 7, "L": 6, "P": 7, "M": 3, "R": 15, "X": 8}


def test_every_fact_of_the_source_is_carried() -> None:
    tags = {tag for entry in PACKS["fintech-pm"].entries for tag in entry.item.source}
    wanted = {f"valenx:{letter}{number}" for letter, most in FACTS.items() for number in range(1, most + 1)}
    assert wanted <= tags
