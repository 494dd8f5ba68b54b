"""`coach analyze` as a program: what goes in, what comes out, and how it refuses."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from coach.analysis.answer import RULES
from coach.analysis.weights import DIMENSIONS

ROOT = Path(__file__).resolve().parents[2]
ANSWER = "I banned Friday deploys. Refunds fell by a third in a month, and legal hated it.\n"
SPOKEN = "I don't ship on Fridays \u2014 a 90-second stop, e.g. p99.9 < 5 ms."


def coach(folder: Path, *arguments: str, typed: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    env = {name: value for name, value in os.environ.items() if not name.startswith("COACH_")}
    env |= {"COACH_HOME": str(folder), "PYTHONPATH": str(ROOT), "COLUMNS": "80"}
    command = [sys.executable, "-m", "coach", *arguments]
    return subprocess.run(command, input=typed, capture_output=True, env=env, check=False)


def talk(folder: Path, seconds: float) -> str:
    """A transcript in which SPOKEN takes so long."""
    file = folder / "talk.vtt"
    file.write_text(f"WEBVTT\n\n00:00:00.000 --> 00:00:{seconds:06.3f}\n{SPOKEN}\n", encoding="utf-8")
    return str(file)


def test_json_is_the_contract(tmp_path: Path) -> None:
    done = coach(tmp_path, "analyze", "--json", "--kind", "behavioral", typed=ANSWER.encode())
    assert done.returncode == 0
    result = json.loads(done.stdout)
    assert result["version"] == 1 and 0 <= result["score"] <= 100
    assert result["rules"] == RULES
    assert tuple(result["dimensions"]) == DIMENSIONS
    for found in result["dimensions"].values():
        assert found["present"] == (found["advice"] is None)
        assert bool(found["marked"]) <= found["present"]
        for span in (*found["evidence"], *found["marked"]):
            assert ANSWER[span["start"] : span["end"]] == span["text"]
    assert result["observations"]["words"] == 16


def test_plain_view_brackets_the_words_and_names_what_is_missing(tmp_path: Path) -> None:
    file = tmp_path / "answer.txt"
    file.write_text("We looked at it. I banned Friday deploys.", encoding="utf-8")
    done = coach(tmp_path, "--plain", "analyze", str(file), "--kind", "impact", "--why")
    said = done.stdout.decode()
    assert done.returncode == 0
    assert "[decision, ownership: I banned Friday deploys]" in said
    assert "lacks impact" in said and "The one change: " in said
    assert "a choice of your own" in said and ": I banned Friday deploys" in said
    assert "\x1b" not in said


def test_of_what_is_not_english_no_reasons_are_told(tmp_path: Path) -> None:
    german = (
        "Ich habe die Wartezeit von neun Tagen auf zwei gesenkt, deshalb rufen 400 Kunden im Monat nicht mehr an. "
        "Der Vertrieb war dagegen."
    )
    said = coach(tmp_path, "--plain", "analyze", "--why", typed=german.encode()).stdout.decode()
    assert "Only English is read" in said and "needed 0.50" not in said


def test_jsonl_gives_a_line_for_a_line(tmp_path: Path) -> None:
    rows = [{"id": 7, "text": ANSWER, "kind": "behavioral"}, {"id": "x", "text": "Nothing. \ud800"}]
    typed = "\n".join(json.dumps(row) for row in rows).encode()
    done = coach(tmp_path, "analyze", "--jsonl", typed=typed)
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [result["id"] for result in results] == [7, "x"]
    assert results[0]["score"] > results[1]["score"]


def test_jsonl_names_the_lines_that_are_wrong_and_goes_on(tmp_path: Path) -> None:
    typed = (
        b'{"id": 1, "text": 5}\nnot json\n[]\n{"id": 2, "text": "Yes.", "kind": "song"}\n{"id": 3, "text": "Yes."}\n'
    )
    done = coach(tmp_path, "analyze", "--jsonl", typed=typed)
    results = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 4
    assert ["error" in result for result in results] == [True, True, True, True, False]
    assert b"-:2:1: this is not JSON" in done.stderr
    assert b"Traceback" not in done.stderr


def test_results_come_before_the_input_ends(tmp_path: Path) -> None:
    env = {**os.environ, "COACH_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "coach", "analyze", "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env) as running:
        assert running.stdin and running.stdout
        for number in (1, 2):
            running.stdin.write(json.dumps({"id": number, "text": ANSWER}).encode() + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == number
        running.stdin.close()
    assert running.returncode == 0


def test_a_transcript_tells_of_the_delivery(tmp_path: Path) -> None:
    file = tmp_path / "talk.vtt"
    file.write_text("WEBVTT\n\n00:00:00.000 --> 00:00:10.000\nUm, I banned Friday deploys.\n", encoding="utf-8")
    done = coach(tmp_path, "analyze", str(file), "--transcript", "--limit", "5", "--json")
    delivery = json.loads(done.stdout)["delivery"]
    assert delivery["within"] is False and delivery["per_minute"] == 30 and delivery["fillers"] == {"um": 1}


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("gone.txt", None, 4, "cannot be read"),
        ("empty.txt", b" \n", 4, "is empty"),
        ("latin.txt", b"fine\ncaf\xe9", 4, "latin.txt:2:4: this is not UTF-8"),
    ],
)
def test_refusals_are_sentences(tmp_path: Path, name: str, content: bytes | None, code: int, said: str) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    done = coach(tmp_path, "analyze", str(file))
    assert done.returncode == code
    assert said in done.stderr.decode() and "Traceback" not in done.stderr.decode()


def test_an_unknown_kind_is_refused_with_the_nearest(tmp_path: Path) -> None:
    done = coach(tmp_path, "analyze", "--kind", "desing", typed=ANSWER.encode())
    assert done.returncode == 2
    assert b"Did you mean design?" in done.stderr


CALL = """WEBVTT

00:00:00.000 --> 00:00:05.000
<v Interviewer>How did you save 2 million dollars?

00:00:06.000 --> 00:00:16.000
<v Sam>I banned Friday deploys. Refunds fell by a third in a month.
"""


def test_only_the_candidate_is_marked(tmp_path: Path) -> None:
    file = tmp_path / "call.vtt"
    file.write_text(CALL, encoding="utf-8")
    done = coach(tmp_path, "--plain", "analyze", "--transcript", str(file))
    said = " ".join(done.stdout.decode().split())
    assert said.startswith(
        "Marked: what Sam says (12 words). Left out: Interviewer (7 words). Another speaker: --speaker NAME "
    )
    assert "2 million" not in said and "spoken 10 s" in said
    asked = coach(tmp_path, "analyze", "--transcript", str(file), "--speaker", "INTERVIEWER", "--json")
    result = json.loads(asked.stdout)
    assert (result["speaker"], result["left_out"]) == ("Interviewer", {"Sam": 12})
    assert result["text"] == "How did you save 2 million dollars?"
    chosen = coach(tmp_path, "--plain", "analyze", "--transcript", str(file), "--speaker", "Sam").stdout.decode()
    assert "Left out: Interviewer (7 words)." in " ".join(chosen.split()) and "Another speaker" not in chosen
    pitched = coach(tmp_path, "pitch", "--transcript", str(file), "--speaker", "sam", "--json")
    assert json.loads(pitched.stdout)["delivery"]["seconds"] == 10


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("analyze", "--transcript", "FILE", "--speaker", "Bob"), "It names: Interviewer, Sam."),
        (("analyze", "FILE", "--speaker", "Sam"), "--speaker chooses whose words of a --transcript"),
        (("pitch", "--speaker", "Sam"), "--speaker chooses whose words of a --transcript"),
    ],
)
def test_a_speaker_that_cannot_be_heard_is_refused(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    file = tmp_path / "call.vtt"
    file.write_text(CALL, encoding="utf-8")
    done = coach(tmp_path, *(str(file) if each == "FILE" else each for each in arguments))
    assert done.returncode == 2
    assert said in " ".join(done.stderr.decode().split())


TIMED = {
    "call.vtt": CALL,
    "bare.vtt": "00:01.000 --> 00:04.000\nI shipped it.\n",
    "call.srt": "\n1\n00:00:00,000 --> 00:00:10,000\nI shipped it.\n",
    "call.json": json.dumps({"text": "I shipped it.", "segments": [{"start": 0, "end": 2, "text": "I shipped it."}]}),
}


@pytest.mark.parametrize(("name", "content"), TIMED.items())
def test_times_are_not_scored_as_words(tmp_path: Path, name: str, content: str) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8-sig")
    for done in (coach(tmp_path, "analyze", str(file)), coach(tmp_path, "analyze", "--json", typed=content.encode())):
        assert done.returncode == 2
        assert done.stdout == b""
        assert "coach analyze --transcript" in done.stderr.decode()
    assert coach(tmp_path, "analyze", "--transcript", str(file)).returncode == 0


@pytest.mark.parametrize("text", ["[Friday] I banned deploys.", "{}", '{"a": 5}', "From 10:30 --> 11:00 we slept."])
def test_words_that_look_like_times_are_words(tmp_path: Path, text: str) -> None:
    assert coach(tmp_path, "analyze", typed=text.encode()).returncode == 0


def test_a_limit_is_held_against_the_time_at_the_candidates_pace(tmp_path: Path) -> None:
    text = b"I banned Friday deploys. " * 10
    said = " ".join(coach(tmp_path, "--plain", "analyze", "--limit", "10", typed=text).stdout.decode().split())
    assert "40 words · about 17 s at 140 words a minute" in said
    assert "limit 10 s: about 17 s at your pace; leave out 17 words" in said
    slow = coach(tmp_path, "--plain", "analyze", "--limit", "30", "--pace", "80", typed=text).stdout.decode()
    assert "limit 30 s: about 30 s at your pace; it fits" in slow
    coach(tmp_path, "config", "set", "pace", "120")
    seen = json.loads(coach(tmp_path, "analyze", "--limit", "19", "--json", typed=text).stdout)["observations"]
    assert (seen["pace"], seen["seconds"], seen["limit"], seen["within"]) == (120, 20, 19, False)


def test_jsonl_has_what_json_has(tmp_path: Path) -> None:
    single = json.loads(coach(tmp_path, "analyze", "--json", "--limit", "5", typed=ANSWER.encode()).stdout)
    typed = json.dumps({"id": 7, "text": ANSWER}).encode()
    assert json.loads(coach(tmp_path, "analyze", "--jsonl", "--limit", "5", typed=typed).stdout) == {"id": 7, **single}


def test_lines_and_a_talk_do_not_go_together(tmp_path: Path) -> None:
    done = coach(tmp_path, "analyze", "--jsonl", "--transcript", typed=b"{}")
    assert done.returncode == 2 and b"choose one of them" in done.stderr


def test_every_place_counts_the_same_words(tmp_path: Path) -> None:
    written = json.loads(coach(tmp_path, "analyze", "--json", typed=SPOKEN.encode()).stdout)
    assert written["observations"]["words"] == 12
    for name in ("analyze", "pitch"):
        result = json.loads(coach(tmp_path, name, "--transcript", talk(tmp_path, 6), "--json").stdout)
        assert result["observations"]["words"] == result["delivery"]["words"] == 12


def test_what_is_written_goes_by_the_setting_and_a_talk_by_its_own_pace(tmp_path: Path) -> None:
    written = coach(tmp_path, "--plain", "analyze", typed=SPOKEN.encode()).stdout.decode()
    assert "12 words · about 5 s at 140 words a minute" in written
    for name in ("analyze", "pitch"):
        told = coach(tmp_path, "--plain", name, "--transcript", talk(tmp_path, 6)).stdout.decode()
        assert "spoken 6 s · 120 words a minute" in told and "140" not in told
        result = json.loads(coach(tmp_path, name, "--transcript", talk(tmp_path, 6), "--json").stdout)
        assert result["observations"]["pace"] == result["delivery"]["per_minute"] == 120


@pytest.mark.parametrize("arguments", [("analyze", "--kind", "pitch", "--limit", "30"), ("pitch", "--seconds", "30")])
@pytest.mark.parametrize(("seconds", "kept"), [(28.9, "kept"), (34, "over by 4 s")])
def test_a_talk_is_told_alike_and_its_limit_once(
    tmp_path: Path, arguments: tuple[str, ...], seconds: float, kept: str
) -> None:
    file = talk(tmp_path, seconds)
    result = json.loads(coach(tmp_path, *arguments, "--transcript", file, "--json").stdout)
    assert result["text"] == SPOKEN
    seen = result["observations"]
    within = kept == "kept"
    assert (seen["limit"], seen["within"], seen["seconds"]) == (30, within, round(seconds))
    assert result["delivery"]["within"] == within
    told = coach(tmp_path, "--plain", *arguments, "--transcript", file).stdout.decode()
    assert f"limit 30 s: {kept}" in told and told.count("limit") == 1
    assert len(re.findall(rf"\b{round(seconds)} s\b", told)) == 1


def test_a_pause_is_found_on_the_clock_of_the_recording(tmp_path: Path) -> None:
    file = tmp_path / "call.vtt"
    rest = "\n00:01:10.000 --> 00:01:12.000\n<v Sam>I also froze\n\n00:01:15.500 --> 00:01:17.000\n<v Sam>the budget.\n"
    file.write_text(CALL + "\n00:00:17.000 --> 00:01:09.000\n<v Interviewer>And then?\n" + rest, encoding="utf-8")
    told = coach(tmp_path, "--plain", "analyze", "--transcript", str(file), "--speaker", "Sam").stdout.decode()
    assert "spoken 17 s" in told
    assert "longest pause 3.5 s, at 1:12 of the recording\n" in told
    told = coach(tmp_path, "--plain", "analyze", "--transcript", talk(tmp_path, 6)).stdout.decode()
    assert "longest pause 0.0 s\n" in told


def test_a_talk_has_its_own_pace(tmp_path: Path) -> None:
    done = coach(tmp_path, "analyze", "--transcript", talk(tmp_path, 6), "--pace", "120")
    assert done.returncode == 2 and done.stdout == b""
    assert "--pace is for an answer without times" in done.stderr.decode()


@pytest.mark.parametrize(("pace", "code"), [("59", 2), ("60", 0), ("260", 0), ("261", 2)])
def test_the_flag_takes_the_paces_the_setting_takes(tmp_path: Path, pace: str, code: int) -> None:
    assert coach(tmp_path, "analyze", "--pace", pace, typed=ANSWER.encode()).returncode == code
    assert coach(tmp_path, "config", "set", "pace", pace).returncode == code


def test_the_time_to_a_metric_agrees_with_the_marks(tmp_path: Path) -> None:
    expected = {
        "We looked at it \u2014 for long. Refunds fell by 30 percent in a month.": (6, "Refunds fell"),
        "It took a year of talks with every team. In the end, we saved $2 million a year.": (12, "we saved $2"),
        "I like the work, and I worked there for 7 years.": (None, ""),
    }
    typed = "\n".join(json.dumps({"id": text, "text": text}) for text in expected).encode()
    lines = coach(tmp_path, "analyze", "--jsonl", "--pace", "120", typed=typed).stdout.splitlines()
    for line, (words, first) in zip(lines, expected.values(), strict=True):
        result = json.loads(line)
        marked = result["dimensions"]["metric"]["marked"]
        assert bool(marked) == bool(first) and all(span["text"].startswith(first) for span in marked[:1])
        seen = result["observations"]
        assert (seen["words_to_metric"], seen["seconds_to_metric"]) == (words, words and words // 2)


def test_marks_do_not_cut_brackets(tmp_path: Path) -> None:
    text = (
        "I chose two-phase commit, which saves about 40 hours of settlement work (~$900k/yr). "
        "We held p99.9 (8ms) on all payment paths, and I gave up freshness."
    )
    said = " ".join(coach(tmp_path, "--plain", "analyze", typed=text.encode()).stdout.decode().split())
    assert "(~$900k/yr)" in said and "(8ms)" in said


def test_answers_as_lines_are_not_read_as_one(tmp_path: Path) -> None:
    lines = '{"id": 1, "text": "I cut the wait by half."}\n{"id": 2, "text": "It went fine."}\n'
    wrong = coach(tmp_path, "analyze", typed=lines.encode())
    assert wrong.returncode == 2 and wrong.stderr.decode().splitlines() == [
        "Standard input holds answers as JSON, one a line, and not the words of one.",
        "Read them as such: coach analyze --jsonl -",
    ]
    assert coach(tmp_path, "analyze", "--jsonl", typed=lines.encode()).returncode == 0
    for said in ('{"a": 1}', "{ I cut the wait by half."):
        assert coach(tmp_path, "analyze", typed=said.encode()).returncode == 0
