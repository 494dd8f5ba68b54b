"""Trade-offs without a cue word: each shape of a price, and the near miss beside it."""

import pytest

from coach.analysis.answer import analyze
from coach.analysis.lexicon import Lexicon

CHOICE = "I closed the night counter in March."


@pytest.mark.parametrize(
    ("price", "rule"),
    [
        ("Price: one hour of travel for the villages.", "a price under its own label"),
        ("The mayor was not one bit happy.", "somebody was not happy with it"),
        ("It went through against the union's vote.", "done against somebody's will"),
        ("The porters sweep the hall for it.", "given in exchange"),
        ("We'd grow faster with it.", "what would have been"),
        ("The result: -2% revenue.", "something got worse"),
        ("Some travellers will sleep at the station.", "what others bear, or what will not be"),
    ],
)
def test_a_price_is_known_by_its_shape(lexicon: Lexicon, price: str, rule: str) -> None:
    found = analyze(f"{CHOICE} {price}", "behavioral", lexicon).dimensions["tradeoff"]
    assert found.present
    assert any(reason.startswith(rule) for reason in found.why), found.why


@pytest.mark.parametrize(
    "other",
    [
        "The mayor was happy.",
        "The council asked for it.",
        "The result: +2% revenue.",
        "The office carpet was blue.",
        "March suited the town, because nobody comes at night.",
    ],
)
def test_what_is_no_price_is_not_taken_for_one(lexicon: Lexicon, other: str) -> None:
    found = analyze(f"{CHOICE} {other}", "behavioral", lexicon).dimensions["tradeoff"]
    assert not found.present, found.why
