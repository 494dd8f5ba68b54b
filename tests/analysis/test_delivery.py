"""Transcripts with times, and what they tell of the delivery."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.delivery import as_json, deliver, spoken
from coach.analysis.lexicon import Lexicon
from coach.analysis.transcript import Segment, parse

VTT = """WEBVTT

NOTE made by a phone

1
00:00:00.000 --> 00:00:10.000
<v Ana>Um, I froze deploys on Fridays,

00:00:14.500 --> 00:00:20.000
and refunds fell
by a third.
"""
SRT = "1\n00:00:00,000 --> 00:00:10,000\nUm, I froze deploys on Fridays,\n\n2\n00:00:14,500 --> 00:00:20,000\n"
SRT += "and refunds fell by a third.\n"
SAID = [(0.0, 10.0, "Um, I froze deploys on Fridays,"), (14.5, 20.0, "and refunds fell by a third.")]
WHISPER = json.dumps({"text": "…", "segments": [{"start": a, "end": b, "text": f" {text}"} for a, b, text in SAID]})
CHUNKS = json.dumps({"chunks": [{"timestamp": [a, b], "text": text} for a, b, text in SAID]})
OFFSETS = json.dumps(
    {"transcription": [{"offsets": {"from": int(a * 1000), "to": int(b * 1000)}, "text": text} for a, b, text in SAID]}
)


@pytest.mark.parametrize(
    "text", [VTT, SRT, WHISPER, CHUNKS, OFFSETS], ids=["vtt", "srt", "whisper", "chunks", "offsets"]
)
def test_every_form_says_the_same(text: str, lexicon: Lexicon) -> None:
    segments, problems = parse(text, "talk")
    assert problems == []
    assert [segment[:3] for segment in segments] == SAID
    seen = deliver(segments, lexicon, limit=15)
    assert (seen.seconds, seen.words, seen.per_minute) == (20.0, 12, 36)
    assert (seen.longest_pause, seen.pause_at) == (4.5, 10.0)
    assert seen.fillers == {"um": 1} and seen.fillers_per_100 == 8.3
    assert seen.within is False
    assert as_json(seen)["fillers_are"] == "at least"


def test_words_by_quarter_add_up(lexicon: Lexicon) -> None:
    seen = deliver(parse(VTT, "talk")[0], lexicon, limit=None)
    assert seen.quarters == (36, 36, 7, 65)
    assert seen.within is None


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "no timed text"),
        ("just words", 1, "no timed text"),
        ("WEBVTT\n\n00:00:05.000 --> later\nhello\n", 3, "times not understood"),
        ("WEBVTT\n\n00:00:05.000 --> 00:00:01.000\nhello\n", 3, "ends before it begins"),
        ('{"segments": [', 1, "not JSON"),
        ('{"segments": [{"start": "a", "end": 2, "text": "x"}]}', 0, "segment 1"),
        ('{"segments": [{"start": 5, "end": 2, "text": "x"}]}', 0, "segment 1"),
        ('[{"start": NaN, "end": 2, "text": "x"}]', 0, "segment 1"),
    ],
)
def test_faults_are_named(text: str, line: int, message: str) -> None:
    _, problems = parse(text, "talk.vtt")
    assert problems[0].line == line
    assert message in problems[0].message
    assert problems[0].hint


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    segments, problems = parse(text, "talk")
    assert segments or problems


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(0, 60), st.integers(0, 30)), min_size=1, max_size=12))
def test_quarters_spread_all_words(rows: list[tuple[float, float, int]]) -> None:
    from coach.analysis.lexicon import build

    segments = sorted(Segment(start, start + length + 0.1, "word " * count) for start, length, count in rows)
    seen = deliver(segments, build({}))
    assert seen.words == sum(count for _, _, count in rows)
    assert sum(seen.quarters) * seen.seconds / 240 == pytest.approx(seen.words, abs=0.02 * seen.seconds + 1)
    assert spoken(segments).count("word") == seen.words
