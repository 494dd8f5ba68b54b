"""The decision line of a triad is read as a decision of the candidate's, unless it decides nothing."""

import pytest

from coach.cli.run import Run
from coach.cli.session import rules
from coach.practice.drill import Judge
from coach.practice.told import lead_at

ABOVE = "Minutes until merchants see their balance\nThey call support while they wait\n"


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return rules(Run({"home": str(tmp_path_factory.mktemp("home"))})).judge


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
def test_an_act_in_the_decision_line_is_a_decision_and_owned(line: str, judge: Judge) -> None:
    text = ABOVE + line
    found = judge(text, "impact", lead_at(text))
    assert found.score > judge(text, "impact").score
    for name in ("decision", "ownership"):
        assert found.findings.dimensions[name].present
        assert "".join(one["text"] for one in found.record["dimensions"][name]["evidence"]) in line
    spans = [span for one in found.findings.dimensions.values() for span in one.evidence]
    assert all(0 <= start < end <= len(text) for start, end in spans)


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
def test_what_decides_nothing_or_says_i_is_read_as_it_stands(line: str) -> None:
    assert lead_at(ABOVE + line) == -1


def test_a_number_in_the_metric_line_alone_makes_no_decision() -> None:
    assert lead_at("p99 under 400 ms\nsupport calls\n") == -1
