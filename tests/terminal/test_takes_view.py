"""A take as the analysis shows it, and two side by side: what came, what went, whether the rules were the same."""

from datetime import date
from typing import Any

import pytest
from rich.console import Console

from coach.analysis.answer import analyze, as_json
from coach.analysis.lexicon import Lexicon
from coach.practice.asks import Beside, Take
from coach.practice.takes import StoredTake
from coach.terminal.views import drill
from coach.terminal.views.analysis import reasons
from coach.terminal.views.takes import beside, listing, whole


def take(number: int, score: int, rules: int, present: set[str]) -> StoredTake:
    findings: dict[str, Any] = {
        "rules": rules,
        "dimensions": {name: {"present": name in present} for name in ("metric", "impact", "tradeoff")},
    }
    return StoredTake(
        number, f"id{number}", "triad-x", "design", "whole", date(2026, 3, 1), "We cut it.", 2, score, findings
    )


def shown(older: StoredTake, newer: StoredTake) -> str:
    return printed(beside(older, newer, plain=True))


def printed(view: Any, width: int = 200) -> str:
    console = Console(width=width)
    with console.capture() as captured:
        console.print(view)
    return captured.get()


def test_what_came_and_what_went() -> None:
    text = shown(take(2, 40, 3, {"metric", "impact"}), take(1, 55, 3, {"metric", "tradeoff"}))
    assert "+15 points · gained trade-off · lost impact" in text
    assert "rules" not in text and "questions" not in text


def test_takes_of_different_questions_are_not_compared() -> None:
    text = shown(take(2, 40, 2, {"impact"}), take(1, 55, 3, {"metric"})._replace(item="case-y"))
    assert "Two different questions, triad-x and case-y, so the points cannot be compared." in text
    assert not any(word in text for word in ("+15", "gained", "lost", "difference"))


@pytest.mark.parametrize(("before", "after"), [(2, 3), (3, 4)])
def test_takes_under_other_rules_say_so(before: int, after: int) -> None:
    assert "The rules changed between the two" in shown(take(2, 40, before, set()), take(1, 55, after, set()))


LONG = "Merchants of two large teams in four countries were paid a day earlier, worth 2 million dollars a year."


@pytest.mark.parametrize(("kind", "tail"), [("impact", False), ("", False), ("design", True)])
def test_a_take_lacks_what_the_analysis_asks_of_its_kind(kind: str, tail: bool, lexicon: Lexicon) -> None:
    findings = analyze(LONG, kind, lexicon)
    assert not findings.dimensions["tail"].present
    text = printed(whole(take(1, 40, 3, set())._replace(text=LONG, findings=as_json(findings, LONG)), plain=True))
    assert ("lacks tail" in text) == tail
    assert "lacks trade-off" in text and "tradeoff" not in text
    assert f"The one change: {findings.dimensions[findings.change].advice}" in text


@pytest.mark.parametrize("kind", ["impact", "design"])
def test_the_reasons_give_no_advice_on_what_is_not_asked(kind: str, lexicon: Lexicon) -> None:
    text = printed(reasons(analyze(LONG, kind, lexicon)))
    assert ("not asked of this kind of answer" in text) == (kind == "impact")
    assert ("Give the slow end" in text) == (kind == "design")


def test_the_words_a_take_rests_on_are_shown_whole(lexicon: Lexicon) -> None:
    findings = as_json(analyze(LONG, "impact", lexicon), LONG)
    text = printed(whole(take(1, 40, 3, set())._replace(text=LONG, findings=findings), plain=True), 60)
    assert f"[impact, metric: {LONG.removesuffix('.')}]" in " ".join(text.split())
    assert "…" not in text


def test_a_kept_take_is_marked_where_it_was_and_an_older_one_wherever_it_rests_on() -> None:
    text = "We cut it. Refunds fell by half."
    found: dict[str, Any] = {"present": True, "evidence": [{"start": 0, "end": 9}, {"start": 11, "end": 31}]}
    for marked, shown in (
        ({"marked": [{"start": 11, "end": 31}]}, "We cut it. [metric: Refunds fell by half]."),
        ({}, "[metric: We cut it]. [metric: Refunds fell by half]."),
    ):
        kept = take(1, 40, 9, set())._replace(text=text, findings={"dimensions": {"metric": found | marked}})
        assert shown in printed(whole(kept, plain=True))


def test_a_kept_take_quotes_what_is_beside_the_point() -> None:
    text = "I fed the cat. We cut refunds by half."
    kept = take(1, 40, 6, {"metric"})._replace(text=text)
    aside = [{"start": 0, "end": 13, "text": "I fed the cat"}]
    assert "beside the point, cut it? “I fed the cat”" in printed(
        whole(kept._replace(findings={**kept.findings, "aside": aside}), plain=True)
    )
    assert "beside the point" not in printed(whole(kept, plain=True))


@pytest.mark.parametrize("findings", [{}, {"case": "case-y", "tries": [["12", "right"]]}, {"rows": []}])
def test_a_take_without_dimensions_is_shown_as_it_was_written(findings: dict[str, Any]) -> None:
    text = printed(whole(take(1, 40, 3, set())._replace(findings=findings), plain=True))
    assert text.splitlines() == ["Sun 1 Mar · triad-x · whole take · 40 of 100 · self 2 of 4", "We cut it."]


def test_after_a_second_take_a_drill_says_what_came_and_what_went() -> None:
    before, after = take(2, 40, 3, {"metric", "impact"}), take(1, 55, 3, {"metric", "tradeoff"})
    first, second = (Take("", one.text, 2, one.score, one.findings) for one in (before, after))
    text = printed(drill.beside(Beside(first, second)))
    assert "Take 1 (40 of 100): We cut it." in text
    assert "Take 2 (55 of 100): +15 points · gained trade-off · lost impact" in text


def test_a_take_that_was_not_scored_shows_no_own_score() -> None:
    unscored = take(1, 40, 3, {"metric"})._replace(self_score=0)
    assert "2/4" in printed(listing([take(1, 40, 3, set())], plain=False))
    assert "–" in printed(listing([unscored], plain=False))
    assert "0/4" not in printed(listing([unscored], plain=False))
    assert "take · self –" in printed(whole(unscored, plain=True))
