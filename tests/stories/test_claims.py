"""Labelled pairs, the article's own slips, and the ledger: conflicts, answers, retired numbers."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.stories.claims import Place, Said, claims
from coach.stories.compare import compare, conflicts
from coach.stories.ledger import Mark, ledger
from coach.stories.soundness import doubts
from tests.bench.claims import measure, pairs

DAY = date(2026, 11, 23)
FLOW = "The firm settles 1.2 billion dollars a day."
CASH = "That is 205,000 dollars cash after a 10 % bonus."
GAIN = "Five percent more flow is worth 2 million dollars more settled a quarter."


def said(*texts: str, kind: str = "story", name: str = "a") -> list[Said]:
    return [Said(Place(kind, name, str(at)), text) for at, text in enumerate(texts)]


def test_there_are_enough_pairs_and_both_halves_hold() -> None:
    assert len(pairs("dev")) + len(pairs("test")) >= 120
    assert not set(pairs("dev")) & set(pairs("test"))
    for half in ("dev", "test"):
        precision, recall, _ = measure(half)
        assert precision >= 0.95, half
        assert recall >= 0.85, half


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("We batch in a 250 ms window.", "It settles in 138 ms end to end."), "250 ms is a part of 138 ms"),
        (("Replacing the 45 ms ledger write took the path from 210 to 138 ms.",), "saves 72 ms, more than the 45 ms"),
        (
            ("The offer holds 0.06 % equity valued at 180,000 dollars.", "The company is worth 15 billion dollars."),
            "implies 300 million, not 15 billion",
        ),
        (
            ("My base is 190,000 dollars with a sign-on of 30,000 dollars.", CASH),
            "190,000, 209,000, 220,000, 239,000",
        ),
        (
            (
                GAIN,
                FLOW.replace("1.2 billion dollars", "USD 1.2 B"),
            ),
            "implies 40 million a quarter",
        ),
        (
            ("Volume rose 12 basis points of daily volume.", FLOW),
            "is 1.44 million a day",
        ),
        (
            ("We stay within a 0.2 % inconsistency budget.", FLOW),
            "2.4 million a day",
        ),
        (("The circuit breaker aborts when risk confidence is below 0.85.",), "no number says how many"),
        (("We had 40 shops in Berlin, 60 shops in Munich and 120 shops in total.",), "40 + 60 is 100, not 120"),
        (("It got better by 30 %.",), "30 % has no base"),
    ],
)
def test_what_does_not_hold_together_is_asked_about(texts: tuple[str, ...], told: str) -> None:
    found = doubts(claims(said(*texts)))
    assert any(told in doubt.why for doubt in found), [doubt.why for doubt in found]
    assert all(doubt.ask.endswith(("?", ".")) for doubt in found)


def test_five_interviews_against_six_rounds() -> None:
    found = conflicts(claims(said("The loop has five dated interviews.", "The loop has six rounds.")))
    assert [(one.first.quote, one.second.quote) for one in found] == [("five", "six")]


def test_figures_that_fit_raise_nothing() -> None:
    fitting = said(
        "We batch in a 100 ms window.",
        "It settles in 890 ms end to end.",
        "We had 40 shops in Berlin, 60 shops in Munich and 100 shops in total.",
        "My base is 190,000 dollars.",
        "With a 10 % bonus that is 209,000 dollars cash.",
    )
    assert doubts(claims(fitting)) == []
    assert conflicts(claims(fitting)) == []


def two_places() -> list[Said]:
    """34 % in a story, 30 % in a take."""
    take = said("We took 30 % off settlement latency.", kind="take", name="b")
    return [*said("I cut settlement latency by 34 %."), *take]


def test_a_conflict_names_both_places_and_takes_an_answer() -> None:
    texts = two_places()
    question = ledger(texts, []).questions[0]
    assert "story a, 0" in question.ask
    assert "take b, 0" in question.ask
    answered = ledger(texts, [Mark("answer", question.key, DAY, "34 % is the median.")]).questions[0]
    assert answered.answer == "34 % is the median."


def test_a_retired_number_is_flagged_where_it_is_said_again_and_asks_nothing() -> None:
    texts = two_places()
    mark = Mark("retire", "a:34", DAY, "I cut settlement latency by 34 %.", "34 %")
    found = ledger(texts, [mark])
    assert found.questions == ()
    assert [claim.place.kind for _, claim in found.reused] == ["story"]
    later = ledger([*texts[1:], *said("Latency of settlement fell 34 percent.", kind="slide", name="c")], [mark])
    assert [claim.place.kind for _, claim in later.reused] == ["slide"]


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_and_agrees_with_itself(text: str) -> None:
    found = claims([Said(Place("story", "a"), text)])
    for claim in found:
        assert compare(claim, claim).kind != "conflicting"
    doubts(found)


@given(st.integers(2, 900), st.sampled_from(["orders", "shops", "tickets"]))
@settings(max_examples=60, deadline=None)
def test_comparing_is_symmetric(count: int, noun: str) -> None:
    one, two = claims(said(f"We closed {count} {noun}.", f"We closed 400 {noun} by hand."))
    assert compare(one, two).kind == compare(two, one).kind
