"""What stands beside the score: fillers, times, phrases, and questions about the numbers."""

import pytest

from coach.analysis.lexicon import Lexicon
from coach.analysis.observations import as_json, observe


def rules(text: str, lexicon: Lexicon) -> list[str]:
    return [mark.rule for mark in observe(text, "", lexicon).remarks]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Conversion rose by 4 %.", "base"),
        ("Latency is now 80 ms.", "percentile"),
        ("Refunds fell by a third.", "period"),
        ("Latency fell from 200 to 100 ms, a cut of 70 %.", "arithmetic"),
        ("We halved complaints, from 40 to 35, in a week.", "arithmetic"),
        ("Latency went from 210 to 138 ms, saving 50 ms.", "arithmetic"),
        ("Sixty tables times thirty is nine hundred.", "arithmetic"),
        ("We had 40 merchants. Then all went well. The 60 merchants were happy.", "contradiction"),
    ],
)
def test_asks(text: str, rule: str, lexicon: Lexicon) -> None:
    assert rule in rules(text, lexicon)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Conversion rose by 4 % of all visits in May.", "base"),
        ("p99 latency is now 80 ms.", "percentile"),
        ("Refunds fell by a third within a month.", "period"),
        ("Latency fell from 200 to 100 ms, a cut of 50 %.", "arithmetic"),
        ("Latency went from 210 to 138 ms, saving 72 ms.", "arithmetic"),
        ("Sixty tables times thirty is eighteen hundred.", "arithmetic"),
        ("We had 40 merchants. Another 60 merchants came later.", "contradiction"),
    ],
)
def test_does_not_ask(text: str, rule: str, lexicon: Lexicon) -> None:
    assert rule not in rules(text, lexicon)


def test_counts_and_times(lexicon: Lexicon) -> None:
    seen = observe("Um, you know, the merchant experience. Um, the model accuracy is 94 %.", "", lexicon, pace=120)
    assert seen.fillers == {"um": 2, "you know": 1}
    assert (seen.outcome_phrases, seen.model_phrases) == (1, 1)
    assert seen.seconds == round(seen.words * 60 / 120)
    assert seen.words_to_metric == 11
    assert seen.seconds_to_metric == round(11 * 60 / 120)


def test_no_metric_no_time_to_it(lexicon: Lexicon) -> None:
    seen = observe("I like the work.", "", lexicon)
    assert seen.words_to_metric is None
    assert as_json(seen, "I like the work.")["seconds_to_metric"] is None


def test_the_words_of_a_filler_may_say_something(lexicon: Lexicon) -> None:
    assert observe("It took the same kind of push, and some sort of permit.", "", lexicon).fillers == {}
    assert observe("I kind of dropped the batch.", "", lexicon).fillers == {"kind of": 1}
