"""The decision line of a triad is read as a decision of the candidate's, unless it decides nothing."""

import pytest

from coach.analysis.answer import analyze
from coach.analysis.lexicon import Lexicon
from coach.analysis.told import analyze_triad, lead_at

ABOVE = "Minutes until merchants see their balance\nThey call support while they wait\n"


@pytest.mark.parametrize(
    "line",
    [
        "Publish within ten minutes",
        "Ten-minute publishing, no nightly batch",
        "Open the third till at five o'clock",
        "settle hourly",
        "rollback",
        "we ship the small one first",
    ],
)
def test_an_act_in_the_decision_line_is_a_decision_and_owned(line: str, lexicon: Lexicon) -> None:
    text = ABOVE + line
    found = analyze_triad(text, "impact", lexicon)
    assert found.score > analyze(text, "impact", lexicon).score
    for name in ("decision", "ownership"):
        assert found.dimensions[name].present
        assert any(text[start:end] and start >= len(ABOVE) for start, end in found.dimensions[name].evidence)
    for one in found.dimensions.values():
        assert all(0 <= start < end <= len(text) for start, end in one.evidence)
        assert all(any(first <= start and end <= last for first, last in one.evidence) for start, end in one.marked)
        assert one.clearest is None or one.clearest in one.marked


@pytest.mark.parametrize(
    "line",
    [
        "",
        "-",
        "a decision",
        "my decision is this",
        "tbd",
        "not sure",
        "it depends on the volume",
        "Should we publish?",
        "I dunno",
        "I publish hourly",
        "Publish hourly\nand weekly",
    ],
)
def test_what_decides_nothing_or_says_i_is_read_as_it_stands(line: str, lexicon: Lexicon) -> None:
    assert lead_at(ABOVE + line) is None
    assert analyze_triad(ABOVE + line, "impact", lexicon) == analyze(ABOVE + line, "impact", lexicon)


def test_a_number_in_the_metric_line_alone_makes_no_decision() -> None:
    assert lead_at("p99 under 400 ms\nsupport calls\n") is None
