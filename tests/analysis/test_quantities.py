"""The quantity grammar: digits, words, fractions, ratios, pairs, units, currencies, percentiles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.quantities import Quantity, quantities

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
ONES += " eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spoken(value: int) -> str:
    """A whole number below a million in British words, written for the tests apart from the reader."""
    if value < 20:
        return ONES.split()[value]
    if value < 100:
        return TENS.split()[value // 10 - 2] + ("" if value % 10 == 0 else "-" + spoken(value % 10))
    if value < 1000:
        rest = value % 100
        return spoken(value // 100) + " hundred" + (f" and {spoken(rest)}" if rest else "")
    thousands, rest = divmod(value, 1000)
    link = " and " if 0 < rest < 100 else " "
    return spoken(thousands) + " thousand" + (link + spoken(rest) if rest else "")


def only(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "form", "unit"),
    [
        ("cut by half", 0.5, "fraction", ""),
        ("one in eight riders", 1 / 8, "ratio", "/8"),
        ("95 in 100 viewers", 0.95, "ratio", "/100"),
        ("three out of four", 0.75, "ratio", "/4"),
        ("a quarter of a million dollars", 250_000, "money", "USD"),
        ("$1.4 million", 1_400_000, "money", "USD"),
        ("£40k", 40_000, "money", "GBP"),
        ("EUR 45k", 45_000, "money", "EUR"),
        ("3 lakh rupees", 300_000, "money", "INR"),
        ("₹2.5 crore", 25_000_000, "money", "INR"),
        ("1,20,000 rupees", 120_000, "money", "INR"),
        ("fifty per cent", 50, "percent", "%"),
        ("ninety-nine point nine percent", 99.9, "percent", "%"),
        ("12 basis points", 12, "points", "bp"),
        ("p99.9", 99.9, "tail", "percentile"),
        ("the 95th percentile", 95, "tail", "percentile"),
        ("ninety-fifth percentile", 95, "tail", "percentile"),
        ("by two thirds", 2 / 3, "fraction", ""),
        ("by a quarter", 0.25, "fraction", ""),
        ("refunds halved", 0.5, "factor", "x"),
        ("a threefold rise", 3, "factor", "x"),
        ("two and a half hours", 9000, "time", "s"),
        ("half an hour", 1800, "time", "s"),
        ("250ms", 0.25, "time", "s"),
        ("2 hours 30 minutes", 9000, "time", "s"),
        ("since 2019", 2019, "date", ""),
    ],
)
def test_reads(text: str, value: float, form: str, unit: str) -> None:
    found = only(text)
    assert (round(found.value, 9), found.form, found.unit) == (round(value, 9), form, unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "shape"),
    [
        ("from 210 to 138 ms", 0.21, 0.138, "fromto"),
        ("210 → 138 ms", 0.21, 0.138, "fromto"),
        ("from two days to three hours", 172800, 10800, "fromto"),
        ("10-15%", 10, 15, "range"),
        ("$2-3M", 2e6, 3e6, "range"),
        ("between 10 and 15 minutes", 600, 900, "range"),
    ],
)
def test_pairs(text: str, low: float, high: float, shape: str) -> None:
    found = only(text)
    assert (round(found.value, 6), found.high, found.shape) == (low, high, shape)


@pytest.mark.parametrize(
    "text", ["one thing", "the second option", "a third party", "Q3", "double-check it", "in the first half"]
)
def test_no_quantity(text: str) -> None:
    assert quantities(text) == []


def test_the_pronoun_us_is_no_currency() -> None:
    found = only("It cost us 90,000 euros")
    assert (found.value, found.unit) == (90_000, "EUR")
    assert only("it cost us 12 days").form == "time"


@pytest.mark.parametrize("text", ["$1.2 B", "$1.2B", "US$ 1.2 b", "$1.2 billion"])
def test_a_scale_may_stand_apart_after_a_sign_of_money(text: str) -> None:
    assert (only(text).value, only(text).form) == (1.2e9, "money")


def test_the_unit_of_a_pair_of_times_is_said_once() -> None:
    (found,) = quantities("the wait went from 50 minutes to 12")
    assert (found.shape, found.value, found.high) == ("fromto", 3000.0, 720.0)


def test_how_often_and_one_among_several_are_no_amounts_of_change() -> None:
    forms = {found.form for found in quantities("I asked him twice, and they go into one of 5 queues")}
    assert not forms & {"factor", "ratio"}


@given(st.integers(2, 999_999))
def test_words_and_digits_agree(value: int) -> None:
    worded, typed = only(spoken(value) + " refunds"), only(f"{value:,} refunds")
    assert worded.value == typed.value == value
    assert worded.form == typed.form == "count"


@given(st.integers(1, 99), st.sampled_from(["%", " %", " percent", " per cent", " pct"]))
def test_percent_signs_agree(value: int, sign: str) -> None:
    assert only(f"down {value}{sign} in May").value == value
    assert only(f"down {spoken(value)} per cent in May").value == value


@given(st.text(max_size=300))
def test_spans_lie_in_any_text(text: str) -> None:
    last = 0
    for found in quantities(text):
        assert last <= found.start < found.end <= len(text)
        last = found.end


@given(st.text(alphabet="0123456789.,-–/%$kmx to", max_size=200))
def test_digit_soup_is_read_without_fault(text: str) -> None:
    for found in quantities(text):
        assert text[found.start : found.end].strip()
