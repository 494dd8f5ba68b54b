"""Written drills asked without a screen: what is kept when, and what a second take asks and shows."""

from typing import Any

import pytest

from coach.packs.model import Mistake, Triad
from coach.practice.asks import Beside, Drill, Feedback, Keep, Outcome, Press, Question, Show, Write
from coach.practice.drill import Judgement, Rules, drill, resumed, second_drafts, second_take_alone

TRIAD = Triad(
    id="triad-till",
    competencies=("judgment",),
    source=("tests",),
    tags=(),
    scenario="The queue grows every evening.",
    metric="Share of buyers who wait.",
    impact="One in ten leaves.",
    decision="Open the third till.",
    tradeoff="A clerk.",
    why="",
)
FIRST = ("share who wait", "one in ten leaves", "open a till")
SECOND = ("share over 2 min", "40 buyers leave", "I open a till at five")


def judge(text: str, kind: str, *, triad: bool = False) -> Judgement:
    """Scores by length."""
    return Judgement(len(text), "", text.upper(), {"kind": kind, "triad": triad})


RULES = Rules(judge, lambda own, score: own)


def played(asked: Drill, *answers: str | None) -> tuple[list[Any], Outcome]:
    """Everything asked while these answers are given in turn, and the outcome."""
    given, asks = iter(answers), list[Any]()
    try:
        ask = next(asked)
        while True:
            asks.append(ask)
            ask = asked.send(next(given) if isinstance(ask, Press | Write) else "")
    except StopIteration as end:
        return asks, end.value


def test_the_outcome_is_handed_over_before_anything_is_shown() -> None:
    asks, outcome = played(drill(TRIAD, RULES), *FIRST, "2", "space")
    (kept,) = [ask.outcome for ask in asks if isinstance(ask, Keep)]
    assert kept == outcome
    assert (kept.rating, kept.takes[0].text) == (2, "\n".join(FIRST))
    shown = next(at for at, ask in enumerate(asks) if isinstance(ask, Show) and isinstance(ask.body, Feedback))
    assert next(at for at, ask in enumerate(asks) if isinstance(ask, Keep)) < shown


def test_a_second_take_has_the_same_prompts_its_own_findings_and_no_score_of_the_first() -> None:
    asks, outcome = played(drill(TRIAD, RULES), *FIRST, "2", "a", *SECOND, "space")
    prompts = [ask.label for ask in asks if isinstance(ask, Write)]
    assert prompts == ["Metric", "Impact", "Decision"] * 2
    first, second = outcome.takes
    assert (second.part, second.text, second.self_score) == ("second", "\n".join(SECOND), 0)
    assert [ask.body for ask in asks[-3:-1]] == [Feedback(second.text, second.text.upper(), 0), Beside(first, second)]


def test_a_second_take_left_half_written_goes_on_alone_and_is_not_rated_again() -> None:
    _, whole = played(drill(TRIAD, RULES), *FIRST, "2", "a", *SECOND, "space")
    asks, outcome = played(second_take_alone(TRIAD, whole.takes[0], RULES), *SECOND, "space")
    assert asks[0] == Show(Question("triad", TRIAD.scenario, asks[0].body.guidance))
    assert outcome == Outcome(0, whole.takes[1:])


@pytest.mark.parametrize("draft", range(3))
def test_any_line_of_a_second_take_among_the_drafts_resumes_it_after_the_newest_first_take(draft: int) -> None:
    _, older = played(drill(TRIAD, RULES), *SECOND, "2", "a", *FIRST, "space")
    _, newer = played(drill(TRIAD, RULES), *FIRST, "2", "space")
    asks, outcome = played(
        resumed(TRIAD, RULES, {second_drafts(TRIAD)[draft]}, (*older.takes, *newer.takes)), *SECOND, "space"
    )
    assert asks[-2] == Show(Beside(newer.takes[0], outcome.takes[0]))
    assert (outcome.rating, outcome.takes[0].text) == (0, "\n".join(SECOND))


@pytest.mark.parametrize(
    ("drafts", "takes"),
    [
        (set[str](), True),
        ({f"{TRIAD.id}/metric"}, True),
        ({"other/second"}, True),
        ({f"{TRIAD.id}/second-metric"}, False),
        ({f"{TRIAD.id}/second-metric", f"{TRIAD.id}/metric"}, True),
    ],
)
def test_without_a_second_draft_alone_or_a_first_take_the_drill_begins_anew(drafts: set[str], takes: bool) -> None:
    _, whole = played(drill(TRIAD, RULES), *FIRST, "2", "space")
    again = resumed(TRIAD, RULES, drafts, whole.takes if takes else ())
    assert played(again, *FIRST, "2", "space")[1] == whole


def test_a_second_take_that_is_left_leads_back_to_what_was_asked_before_it() -> None:
    asks, outcome = played(drill(TRIAD, RULES), *FIRST, "2", "a", SECOND[0], None, "a", *SECOND, "space")
    assert [take.text for take in outcome.takes] == ["\n".join(FIRST), "\n".join(SECOND)]
    assert [ask.second for ask in asks if isinstance(ask, Write)] == [False] * 3 + [True] * 5
    assert played(drill(TRIAD, RULES), *FIRST, "2", "a", None, "space")[1].takes == outcome.takes[:1]


def test_a_second_take_is_handed_over_before_it_is_shown_and_then_waits() -> None:
    asks, outcome = played(drill(TRIAD, RULES), *FIRST, "2", "a", *SECOND, "space")
    kept, _, _, pause = asks[-4:]
    assert (kept, pause) == (Keep(outcome), Press((("space", "next"),)))


def test_a_second_take_is_kept_under_the_names_that_resume_it() -> None:
    asks, _ = played(drill(TRIAD, RULES), *FIRST, "2", "a", *SECOND, "space")
    assert tuple(ask.draft for ask in asks if isinstance(ask, Write))[3:] == second_drafts(TRIAD)


def test_only_a_triad_is_read_as_one() -> None:
    mistake = Mistake(
        id="slip",
        competencies=(),
        source=("tests",),
        tags=(),
        prompt="Why?",
        weak="Because.",
        strong="I cut it by 3 %.",
        reason="",
        kind="opening",
        shows=(),
    )
    asked = [drill(TRIAD, RULES), drill(mistake, RULES)]
    outcomes = [played(asked[0], *FIRST, "2", "space")[1], played(asked[1], "Since.", "2", "space")[1]]
    assert [outcome.takes[0].findings["triad"] for outcome in outcomes] == [True, False]
