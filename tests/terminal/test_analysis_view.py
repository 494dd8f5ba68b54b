"""The verdict on an answer: one plain line on what to do next, and nothing that speaks against it."""

from typing import Any

import pytest
from rich.console import Console

from coach.analysis.answer import VERSION, Findings, analyze
from coach.analysis.findings import Finding, Span
from coach.analysis.lexicon import Lexicon
from coach.analysis.observations import observe
from coach.analysis.weights import ADVICE, DIMENSIONS, IN_ORDER, KINDS, STRONGER, advice, label, matters, weakest
from coach.practice.asks import Feedback
from coach.terminal.views.analysis import brief, marks, page, reasons, verdict
from coach.terminal.views.drill import feedback
from coach.text import one_line
from tests.analysis.corpus import pairs
from tests.analysis.test_weighing import weighing

WHOLE = (
    "I cut refunds from nine days to two, so 400 buyers a month stopped calling us, and I dropped the paper form. "
    "Legal hated it."
)


def printed(*view: Any) -> str:
    console = Console(width=200)
    with console.capture() as captured:
        console.print(*view, sep="\n")
    return captured.get()


def found(score: float, kind: str = "behavioral", **strengths: float) -> Findings:
    """Findings of WHOLE with everything that matters there, as strong as told."""
    dimensions = {}
    for name in DIMENSIONS:
        strength = strengths.get(name, 1.0 if matters(name, kind) else 0.0)
        there = strength >= 0.5
        marked = Span(0, 5) if there else None
        advice = None if there else "x"
        dimensions[name] = Finding(name, there, strength, (marked,) if marked else (), (), advice, (), marked)
    return Findings(VERSION, kind, score, dimensions, "", held=score < 10, aside=())


def test_each_dimension_has_a_line_on_how_to_make_it_stronger() -> None:
    assert tuple(STRONGER) == tuple(ADVICE) == DIMENSIONS
    assert not set(STRONGER.values()) & set(ADVICE.values())


@pytest.mark.parametrize("kind", KINDS)
def test_the_weakest_is_asked_for_and_falls_shortest_by_weight(kind: str) -> None:
    assert weakest(dict.fromkeys(DIMENSIONS, 1.0), kind) == ""
    assert weakest({name: float(name != "tail") for name in DIMENSIONS}, kind) == ("tail" if kind == "design" else "")
    short = {**dict.fromkeys(DIMENSIONS, 1.0), "tradeoff": 0.7, "metric": 0.6}
    assert weakest(short, kind) == ("tradeoff" if matters("tradeoff", kind) else "metric")


def test_an_answer_with_nothing_missing_is_told_what_is_weakest(lexicon: Lexicon) -> None:
    findings = analyze(WHOLE, "behavioral", lexicon)
    assert findings.change == "" and findings.score < 90
    weak = weakest({name: item.strength for name, item in findings.dimensions.items()}, "behavioral")
    start, end = findings.dimensions[weak].clearest or (0, 0)
    for told in (printed(*verdict(WHOLE, findings, plain=True)), printed(brief(WHOLE, findings, plain=True))):
        assert f"Nothing is missing. Weakest: {label(weak)} (“{WHOLE[start:end][:20]}" in told
        assert told.rstrip().endswith(f"”). {STRONGER[weak]}")


def test_what_carries_it_by_itself_is_marked_and_the_surest_is_quoted() -> None:
    words = weighing(
        **{"tradeoff_3": ["hated"], "tradeoff_2": ["dearer"], "tradeoff_0.5": ["slower"], "tradeoff__1.5": ["^always"]}
    )
    text = "The first page is slower. The second is dearer. We ship in May, and the drivers hated it."
    found = analyze(text, "behavioral", words)
    tradeoff = found.dimensions["tradeoff"]
    said = [text[start:end] for start, end in tradeoff.marked]
    assert said == ["The second is dearer", "and the drivers hated it"]
    assert len(tradeoff.evidence) == 2 and tradeoff.clearest == tradeoff.marked[1]
    assert ["tradeoff" in mark.names for mark in marks(found, text)] == [False, True, True]


def test_the_trade_off_by_its_name() -> None:
    text = printed(brief(WHOLE, found(72, tradeoff=0.6), plain=True))
    assert "Nothing is missing. Weakest: trade-off (“I cut”). Say it in plainer words, with what it cost." in text
    assert "aloud" not in text
    assert "Weakest: brevity. " in printed(brief(WHOLE, found(72, brevity=0.6), plain=True))


def test_a_sentence_beside_the_point_is_quoted_and_no_more_than_two_are() -> None:
    text = "My dog was ill. I fed the cat. I cut refunds by half. My aunt moved house."
    aside = tuple(Span(text.index(said), text.index(said) + len(said)) for said in ("My dog was ill", "I fed the cat"))
    findings = found(60)._replace(aside=aside)
    for view in (verdict(text, findings, plain=True), [brief(text, findings, plain=True)]):
        lines = printed(*view).splitlines()
        assert [line.strip() for line in lines if "beside the point" in line] == [
            "beside the point, cut it? “My dog was ill”",
            "beside the point, cut it? “I fed the cat”",
        ]
    third = (*aside, Span(len(text) - 5, len(text)))
    shown = printed(brief(text, findings._replace(aside=third), plain=True))
    assert shown.count("beside the point") == 2 and "\n  and 1 sentence more\n" in shown
    assert "more" not in printed(brief(text, findings, plain=True))
    assert "beside the point" not in printed(brief(text, found(60), plain=True))


@pytest.mark.parametrize(("kind", "aloud"), [("behavioral", True), ("resume", False)])
def test_only_what_is_spoken_and_ready_is_to_be_said_aloud(kind: str, aloud: bool) -> None:
    text = printed(brief(WHOLE, found(93, kind, tradeoff=0.6), plain=True))
    assert "Nothing is missing." in text and "Weakest" not in text
    assert ("Say it aloud once, on the clock." in text) == aloud


@pytest.mark.parametrize(("kind", "timed"), [("behavioral", True), ("resume", False)])
def test_a_line_that_is_read_has_no_speaking_time(kind: str, timed: bool, lexicon: Lexicon) -> None:
    findings = analyze(WHOLE, kind, lexicon)
    seen = observe(WHOLE, kind, lexicon, 140, metric=findings.dimensions["metric"])
    text = printed(page(WHOLE, findings, seen, None, plain=True))
    assert "25 words" in text
    assert ("a minute" in text and "first metric after" in text) == timed
    assert "outcome phrases 2 (what changed for people) · model phrases 0 (how it is built)" in text


def test_what_is_not_english_is_said_to_be_unread(lexicon: Lexicon) -> None:
    german = (
        "Ich habe die Wartezeit von neun Tagen auf zwei gesenkt, deshalb rufen 400 Kunden im Monat nicht mehr an. "
        "Der Vertrieb war dagegen."
    )
    for text, unread in ((german, True), (WHOLE, False)):
        view = page(text, analyze(text, "", lexicon), observe(text, "", lexicon), None, plain=True)
        shown = printed(view)
        assert ("Only English is read" in shown) is unread and ("of 100" in shown) is not unread
        assert text[:60] in shown
        assert ("no metric yet" in shown or "first metric" in shown) is not unread
        assert ("outcome phrases" in shown) is not unread


def test_the_surest_reasons_are_told_one_line_each(lexicon: Lexicon) -> None:
    findings = analyze(" ".join(pair.strong.text for pair in pairs("dev")[:9]), "", lexicon)
    lines = printed(reasons(findings)).splitlines()
    surest = [f"  {one_line(why, 76)}" for why in findings.dimensions["metric"].why]
    assert len(surest) > 3 and lines[1:4] == surest[:3] and lines[4].startswith("impact: ")
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("kind", ["", *KINDS])
def test_every_advice_fits_one_line_of_80_columns(kind: str) -> None:
    lacking = found(20, kind, **dict.fromkeys(DIMENSIONS, 0.1))
    given = {name: item._replace(advice=advice(name, kind)) for name, item in lacking.dimensions.items()}
    lines = [str(line) for line in verdict(WHOLE, lacking._replace(dimensions=given), plain=True)]
    lacks = [line for line in lines if line.startswith("  lacks")]
    longest = f"{advice('brevity', kind).rstrip('.')}: framework names, throat-clearing."
    given["brevity"] = given["brevity"]._replace(advice=longest)
    assert len(lacks) == sum(matters(name, kind) for name in DIMENSIONS) and max(map(len, lacks)) <= 80


def test_the_kind_that_it_is_scored_as_is_told() -> None:
    assert "60 of 100 (pitch) · has" in printed(*verdict(WHOLE, found(60, "pitch"), plain=True))
    assert "60 of 100 · has" in printed(*verdict(WHOLE, found(60, ""), plain=True))


def test_an_answer_without_a_number_has_no_metric_yet(lexicon: Lexicon) -> None:
    text = "It went fine."
    findings = analyze(text, "behavioral", lexicon)
    seen = observe(text, "behavioral", lexicon, 140, metric=findings.dimensions["metric"])
    assert "no metric yet" in printed(page(text, findings, seen, None, plain=True))


@pytest.mark.parametrize("view", ["verdict", "brief"])
def test_what_is_held_down_is_never_said_to_miss_nothing(view: str) -> None:
    findings = found(4.6)
    shown = verdict(WHOLE, findings, plain=True) if view == "verdict" else [brief(WHOLE, findings, plain=True)]
    text = printed(*shown)
    assert "  held down: this reads like a list of words, or says things twice\n" in text
    assert f"The one change: {IN_ORDER}" in text
    assert "Nothing is missing" not in text and "lacks nothing" not in text


@pytest.mark.parametrize(
    ("own", "score", "told"),
    [
        (4, 72, "You gave yourself 4 of 4, the rules see 3: the next point is in the trade-off."),
        (2, 72, "You gave yourself 2 of 4, the rules see 3."),
        (3, 72, "You gave yourself 3 of 4, as the rules see it."),
        (4, 4.6, "You gave yourself 4 of 4, the rules see 1."),
    ],
)
def test_the_gap_says_what_the_next_point_wants(own: int, score: float, told: str) -> None:
    assert told in printed(feedback(Feedback(WHOLE, found(score, tradeoff=0.6), own), plain=True)).splitlines()
