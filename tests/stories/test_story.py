"""stories.yaml: everything wrong at once, own notes allowed, edits in place, the guided interview."""

from collections.abc import Callable

import pytest

from coach.analysis.answer import Findings, analyze
from coach.analysis.lexicon import build
from coach.errors import UsageFault
from coach.packs import lexicon
from coach.paths import content
from coach.stories.interview import Ask, Keep, interview
from coach.stories.model import Story
from coach.stories.story import added, changed, fresh_id, parse_bank

FULL = """\
stories:
  - id: log
    sentence: I cut latency.
    note-from-anna: {tell: "it slower"}
    x-draft: [1, 2]
    strength: 3
    last_used: 2026-11-01
    numbers:
      - {of: latency, value: "138", unit: ms, baseline: "210"}
  - id: other
    title:
    sentence: I moved a team.
"""


@pytest.fixture(scope="module")
def judge() -> Callable[[str], Findings]:
    words = build(lexicon.load(content() / "core" / "lexicon.yaml")[0])
    return lambda text: analyze(text, "behavioral", words)


def test_notes_of_the_candidate_are_allowed_and_empty_keys_mean_nothing_yet() -> None:
    found = parse_bank(FULL, "s.yaml")
    assert found.problems == ()
    assert [story.id for story in found.stories] == ["log", "other"]
    assert found.stories[0].numbers[0].text() == "latency: 138 ms, from 210 ms"


def test_all_faults_at_once_with_their_places() -> None:
    text = (
        "stories:\n"
        "  - id: Bad Id\n    sentence: x\n"
        "  - id: a\n    sentnce: x\n    strength: many\n"
        "  - id: b\n    sentence: y\n    strength: 9\n"
        "  - id: b\n    sentence: z\n    numbers: [{value: 3}]\n"
        "extra: 1\n"
    )
    told = [str(problem) for problem in parse_bank(text, "s.yaml").problems]
    assert [line.split(": ")[0] for line in told] == [
        f"s.yaml:{place}" for place in ("2:9", "4:5", "5:5", "6:15", "9:15", "12:15", "13:1")
    ]
    assert "did you mean sentence?" in told[2]


def test_a_story_is_found_by_id_end_and_number() -> None:
    found = parse_bank(FULL, "s.yaml")
    assert [found.find(name).id for name in ("log", "her", "2")] == ["log", "other", "other"]
    with pytest.raises(UsageFault):
        found.find("lgo")


def test_changes_keep_the_rest_of_the_file() -> None:
    text = changed(FULL, "s.yaml", "log", {"strength": "4", "numbers": [{"of": "cost", "value": "3"}]})
    assert text.replace("strength: 4", "strength: 3").replace("      - of: cost\n        value: 3\n", "") == FULL
    with pytest.raises(UsageFault, match="no field"):
        changed(FULL, "s.yaml", "log", {"strenth": "4"})


def test_the_first_story_makes_the_file() -> None:
    text = added("", "s.yaml", {"id": "a", "sentence": "It's: #1 — \x1b[31m <b>"})
    assert parse_bank(text, "s.yaml").stories[0].sentence == "It's: #1 — \x1b[31m <b>"
    assert len(parse_bank(added(text, "s.yaml", {"id": "b", "sentence": "y"}), "s.yaml").stories) == 2


def test_ids_come_from_the_sentence_and_never_twice() -> None:
    assert fresh_id("I cut settlement latency by a third", []) == "settlement-latency-third"
    assert fresh_id("I cut settlement latency by a third", ["settlement-latency-third"]) == "settlement-latency-third-2"
    assert fresh_id("日本", []) == "story"


def talk(story: Story, judge: Callable[[str], Findings], answers: dict[str, list[str]]) -> tuple[Story, list[Ask]]:
    """The interview with answers by field, each list used up in order."""
    asked: list[Ask] = []
    steps = interview(story, judge, [("trade-offs", "Trade-offs"), ("lead", "Leading")])
    answer = ""
    try:
        step = next(steps)
        while True:
            if isinstance(step, Keep):
                answer = ""
            else:
                asked.append(step)
                answer = answers[step.field].pop(0) if answers.get(step.field) else ""
            step = steps.send(answer)
    except StopIteration as end:
        return end.value, asked


def test_the_interview_asks_for_what_is_missing_and_asks_again_when_it_is_not_there(
    judge: Callable[[str], Findings],
) -> None:
    answers = {
        "situation": ["Merchants waited three days for their money."],
        "action": ["The team worked on it.", "I wrote the comparison and moved 40 merchants myself."],
        "decision": ["I chose a log over two-phase commit."],
        "tradeoff": ["It cost us two weeks and support hated the lag."],
        "result": [
            "It got faster.",
            "Latency fell from 210 to 138 ms.",
            "Four thousand merchants saved 30 dollars a month each in overdraft fees.",
        ],
        "reflection": ["I would measure first."],
        "opening": ["Four thousand merchants get paid the same minute."],
        "numbers": ["settlement latency", "peak hour", "dashboard"],
        "competencies": ["2, 9"],
        "strength": ["3"],
    }
    story, asked = talk(Story(id="a", sentence="We rebuilt our settlement service."), judge, answers)
    fields = [ask.field for ask in asked]
    assert fields.count("action") == 2
    assert "Latency fell from 210 to 138 ms." in story.result
    assert (story.numbers[0].value, story.numbers[0].unit, story.numbers[0].baseline) == ("138", "ms", "210")
    assert story.competencies == ("lead",)
    assert judge(story.told()).score > judge(story.sentence).score + 40
    _, again = talk(story, judge, {})
    assert {ask.field for ask in again} <= {"affected", "numbers"}
