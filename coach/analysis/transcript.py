"""Transcripts with times: WebVTT, SRT and the JSON of whisper and its relatives."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from coach.analysis.voices import Part, are_labelled, labels, voices
from coach.errors import Problem

_TIME: Final = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_CUE: Final = re.compile(rf"^\s*{_TIME}\s*-->\s*{_TIME}")


class Segment(NamedTuple):
    """What was said between `start` and `end` (seconds), and by whom, where the file tells."""

    start: float
    end: float
    text: str
    speaker: str = ""


def parse(text: str, name: str) -> tuple[list[Segment], list[Problem]]:
    """The segments of a transcript, in order of time, and what is wrong with the file (`name` is its path)."""
    segments, problems = _json(text, name) if text.lstrip()[:1] in ("{", "[") else _cues(text, name)
    if not segments and not problems:
        problems = [Problem(name, 1, 1, "no timed text in this file", "give WebVTT, SRT or whisper JSON")]
    return _continued(_by_label(sorted(segments, key=lambda segment: segment.start))), problems


def is_timed(text: str) -> bool:
    """Whether `text` is a transcript with times, and not the words of an answer."""
    begins = text.lstrip("\ufeff \t\r\n")
    if begins[:1] in ("{", "["):
        return bool(_json(text, "")[0])
    return begins.startswith("WEBVTT") or any(_CUE.match(line) for line in text.splitlines() if "-->" in line)


def _by_label(segments: list[Segment]) -> list[Segment]:
    """The segments with the names before their words read, unless the file names speakers in another way."""
    if any(segment.speaker for segment in segments) or not are_labelled([segment.text for segment in segments]):
        return segments
    return [part for segment in segments for part in _split(segment, labels(segment.text))]


def _continued(segments: list[Segment]) -> list[Segment]:
    """Whoever spoke last, or first, goes on where nobody is named; a name is written as it was at first."""
    written: dict[str, str] = {}
    speaker = next((segment.speaker for segment in segments if segment.speaker), "")
    result: list[Segment] = []
    for segment in segments:
        if segment.speaker:
            speaker = written.setdefault(segment.speaker.casefold(), segment.speaker)
        result.append(segment._replace(text=" ".join(segment.text.splitlines()), speaker=speaker))
    return result


def _split(segment: Segment, parts: list[Part]) -> Iterator[Segment]:
    """A segment as its parts, one after the other, each with time for its length."""
    whole = sum(len(part.text) for part in parts) or 1
    start, said = segment.start, 0
    for part in parts:
        said += len(part.text)
        end = segment.end if part is parts[-1] else segment.start + (segment.end - segment.start) * said / whole
        yield Segment(start, end, part.text, part.name)
        start = end


def _cues(text: str, name: str) -> tuple[list[Segment], list[Problem]]:
    segments: list[Segment] = []
    problems: list[Problem] = []
    current: tuple[float, float] | None = None
    said: list[str] = []
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        match = _CUE.match(line) if "-->" in line else None
        if match is not None:
            current, said = (_seconds(match.groups()[:4]), _seconds(match.groups()[4:])), []
            if current[1] < current[0]:
                problems.append(Problem(name, number, 1, "this cue ends before it begins", "swap its two times"))
        elif "-->" in line:
            problems.append(Problem(name, number, 1, "times not understood", "write 00:00:01.000 --> 00:00:04.000"))
            current = None
        elif line.strip():
            said.append(line.strip())
        elif current is not None:
            cue = "\n".join(said)
            segments.extend(_split(Segment(*current, cue), voices(cue)))
            current = None
    return segments, problems


def _seconds(parts: Iterable[str | None]) -> float:
    hours, minutes, seconds, fraction = parts
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + float(f"0.{fraction}")


def _json(text: str, name: str) -> tuple[list[Segment], list[Problem]]:
    import json

    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        return [], [Problem(name, line, column, "this is not JSON", "save the transcript again")]
    rows = _rows(data)
    segments: list[Segment] = []
    problems: list[Problem] = []
    for index, row in enumerate(rows, start=1):
        segment = _segment(row)
        if segment is None:
            problems.append(Problem(name, 0, 0, f"segment {index} has no start, end and text", "leave it out"))
        else:
            segments.append(segment)
    return segments, problems


def _rows(data: Any) -> list[Any]:
    """The list of segments, under whichever key it is."""
    if isinstance(data, list):
        return data
    if isinstance(data, dict):
        for key in ("segments", "chunks", "transcription", "results"):
            if isinstance(data.get(key), list):
                return list(data[key])
    return []


def _segment(row: Any) -> Segment | None:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return None
    times = _times(row)
    if times is None or not 0 <= times[0] <= times[1] < 1e6:
        return None
    return Segment(times[0], times[1], row["text"].strip(), _name(row.get("speaker")))


def _name(speaker: Any) -> str:
    """A speaker's name, or number."""
    return " ".join(str(speaker).split()) if isinstance(speaker, str | int) else ""


def _times(row: dict[str, Any]) -> tuple[float, float] | None:
    """start and end; timestamp [a, b]; or offsets in milliseconds."""
    if isinstance(row.get("offsets"), dict):
        pair = [row["offsets"].get("from"), row["offsets"].get("to")]
        scale = 0.001
    else:
        stamp = row.get("timestamp")
        pair = list(stamp) if isinstance(stamp, list) and len(stamp) == 2 else [row.get("start"), row.get("end")]
        scale = 1.0
    if all(isinstance(value, int | float) and not isinstance(value, bool) for value in pair):
        return float(pair[0]) * scale, float(pair[1]) * scale
    return None
