"""Who speaks in a transcript, and what is heard of one of several."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.delivery import deliver, spoken
from coach.analysis.lexicon import Lexicon
from coach.analysis.transcript import parse
from coach.analysis.turns import UnknownSpeaker, turns

CUES = [
    (0.0, 8.0, "Interviewer", "Tell me how you cut refunds by 40 percent."),
    (10.0, 20.0, "Sam", "I banned Friday deploys. Refunds fell by a third, and legal hated it."),
    (21.0, 25.0, "Interviewer", "What came next?"),
    (29.0, 39.0, "Sam", "I shipped two cities first,"),
    (42.0, 47.0, "SAM", "and then the others."),
]


def srt(times: bool, line: str) -> str:
    """Every cue in WebVTT, or in SRT."""
    mark = "." if times else ","
    cues = [
        f"{number}\n00:00:{start:06.3f} --> 00:00:{end:06.3f}\n".replace(".", mark) + line.format(name, text) + "\n"
        for number, (start, end, name, text) in enumerate(CUES, start=1)
    ]
    return ("WEBVTT\n\n" if times else "") + "\n".join(cues)


ROWS = [{"start": start, "end": end, "speaker": name, "text": text} for start, end, name, text in CUES]
FORMS = {
    "voice tags": srt(True, "<v {}>{}</v>"),
    "voice tags with a class": srt(True, "<v.loud {}><i>{}</i>"),
    "names in srt": srt(False, "{}: {}"),
    "names in vtt": srt(True, "- {}: {}"),
    "names on lines of their own": srt(False, "[{}]:\n{}"),
    "whisper": json.dumps({"segments": ROWS}),
    "names in whisper": json.dumps(
        [{**row, "speaker": None, "text": f" {row['speaker']}: {row['text']}"} for row in ROWS]
    ),
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_the_one_who_says_most_is_heard(text: str, lexicon: Lexicon) -> None:
    segments, problems = parse(text, "call")
    assert problems == []
    found = turns(segments)
    assert (found.speaker, found.left_out) == ("Sam", {"Interviewer": 12})
    assert spoken(found.own) == " ".join(text for _, _, name, text in CUES if name != "Interviewer")
    seen = deliver(found.own, lexicon, 30, found.others)
    assert (seen.seconds, seen.words, seen.per_minute) == (28.0, 22, 47)
    assert (seen.longest_pause, seen.pause_at) == (3.0, 39.0)
    assert seen.within is True
    assert sum(seen.quarters) / 4 == pytest.approx(47, abs=1)


def test_another_speaker_is_heard_when_asked_for(lexicon: Lexicon) -> None:
    found = turns(parse(FORMS["names in srt"], "call")[0], " interviewer ")
    assert (found.speaker, found.left_out) == ("Interviewer", {"Sam": 22})
    seen = deliver(found.own, lexicon, None, found.others)
    assert (seen.seconds, seen.longest_pause) == (12.0, 0.0)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (FORMS["whisper"], ("Interviewer", "Sam")),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\nI shipped it.\n", ()),
    ],
)
def test_an_unknown_speaker_is_refused_with_the_names(text: str, names: tuple[str, ...]) -> None:
    with pytest.raises(UnknownSpeaker, match="Nobody in the transcript is called 'Bob'") as caught:
        turns(parse(text, "call")[0], "Bob")
    assert caught.value.names == names
    assert "--" not in caught.value.message + caught.value.hint


def test_two_voices_in_a_cue_share_its_time() -> None:
    text = "WEBVTT\n\n00:00:00.000 --> 00:00:10.000\n<v Ann>Why so?</v>\n<v Sam>It was slow, sir.\n"
    segments, _ = parse(text, "call")
    assert [(each.speaker, each.text) for each in segments] == [("Ann", "Why so?"), ("Sam", "It was slow, sir.")]
    assert segments[0].end == segments[1].start == pytest.approx(10 * 7 / 24)
    assert (segments[0].start, segments[1].end) == (0.0, 10.0)


@pytest.mark.parametrize(
    "lines",
    [
        ("Well, three things.", "Result: refunds fell.", "Risk: legal."),
        ("Result: refunds fell.", "Risk: legal."),
        ("Then this: we shipped.", "And that: we waited."),
        ("Outcome first: refunds fell.", "I shipped."),
    ],
)
def test_a_colon_is_no_speaker(lines: tuple[str, ...]) -> None:
    text = json.dumps([{"start": at, "end": at + 1, "text": line} for at, line in enumerate(lines)])
    found = turns(parse(text, "talk")[0])
    assert (found.speaker, spoken(found.own)) == ("", " ".join(lines))


def test_a_cue_without_a_name_belongs_to_who_spoke_before() -> None:
    lines = ("[music]", "Ann: Why?", "Go on.", "Sam: It was slow.", "Very slow.", "Ann: Good.")
    text = json.dumps([{"start": at, "end": at + 1, "text": line} for at, line in enumerate(lines)])
    found = turns(parse(text, "call")[0], "sam")
    assert spoken(found.own) == "It was slow. Very slow."
    assert spoken(found.others) == "[music] Why? Go on. Good."


@given(st.lists(st.tuples(st.floats(0, 90), st.floats(0, 9), st.booleans()), max_size=12))
def test_pauses_of_one_are_silence(rows: list[tuple[float, float, bool]]) -> None:
    from coach.analysis.lexicon import build

    text = json.dumps(
        [{"start": at, "end": at + length, "text": "so", "speaker": "AB"[own]} for at, length, own in rows]
    )
    found = turns(parse(text, "call")[0], "b" if any(own for _, _, own in rows) else "")
    seen = deliver(found.own, build({}), None, found.others)
    assert 0 <= seen.longest_pause <= seen.seconds + 0.001
    inside = [each for each in found.others if each.start < seen.pause_at + seen.longest_pause - 0.001]
    assert not any(each.end > seen.pause_at + 0.001 for each in inside) or seen.longest_pause == 0
