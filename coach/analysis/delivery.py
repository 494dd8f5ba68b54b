"""How an answer was delivered, from a transcript with times: pace, pauses, fillers, the time limit."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from coach.analysis.lexicon import Lexicon
from coach.analysis.observations import fillers
from coach.analysis.reading import read
from coach.analysis.transcript import Segment
from coach.pace import count_words


class Delivery(NamedTuple):
    """How one speaker spoke.

    `seconds`, `per_minute` and `within` are on the speaker's own clock, which stands still while others speak, and
    so are `quarters`, words a minute in each quarter of that time. `pause_at` is on the clock of the recording: when
    the longest pause begins there. `fillers_per_100` is a lower bound, since speech recognition leaves fillers out;
    `within` is None when no limit was given.
    """

    seconds: float
    words: int
    per_minute: int
    quarters: tuple[int, int, int, int]
    longest_pause: float
    pause_at: float
    fillers: dict[str, int]
    fillers_per_100: float
    limit: float | None
    within: bool | None


def deliver(
    segments: Sequence[Segment], lexicon: Lexicon, limit: float | None = None, others: Sequence[Segment] = ()
) -> Delivery:
    """The delivery of one speaker, whose clock stands still while one of the `others` speaks between the segments.

    `limit` is in seconds. An empty transcript has no pace.
    """
    pause, at = _pause(segments, others)
    segments = _own_time(segments, others)
    counted = [(segment, count_words(segment.text)) for segment in segments]
    words = sum(count for _, count in counted)
    begin = segments[0].start if segments else 0.0
    end = max((segment.end for segment in segments), default=0.0)
    seconds = end - begin
    found = fillers(read(spoken(segments), "", lexicon).sentences)
    return Delivery(
        seconds=round(seconds, 3),
        words=words,
        per_minute=_rate(words, seconds),
        quarters=_quarters(counted, begin, seconds),
        longest_pause=round(pause, 3),
        pause_at=round(at, 3),
        fillers=found,
        fillers_per_100=round(100 * sum(found.values()) / words, 1) if words else 0.0,
        limit=limit,
        within=None if limit is None else seconds <= limit,
    )


def spoken(segments: Sequence[Segment]) -> str:
    """The words of a transcript as one text."""
    return " ".join(segment.text for segment in segments if segment.text)


def _rate(words: float, seconds: float) -> int:
    """Words a minute; 0 where there is no time that could be measured."""
    return round(words * 60 / seconds) if seconds >= 0.001 else 0


class _Gap(NamedTuple):
    """The silence of a speaker before a segment, and whether someone else spoke in it."""

    start: float
    end: float
    taken: bool


def _gaps(segments: Sequence[Segment], others: Sequence[Segment]) -> Iterator[_Gap]:
    """The gap before each segment but the first; without length where it follows at once."""
    end = segments[0].end if segments else 0.0
    heard, at = float("-inf"), 0
    for segment in segments[1:]:
        while at < len(others) and others[at].start < segment.start:
            heard, at = max(heard, others[at].end), at + 1
        yield _Gap(end, max(end, segment.start), heard > end)
        end = max(end, segment.end)


def _pause(segments: Sequence[Segment], others: Sequence[Segment]) -> tuple[float, float]:
    """The longest silence between two segments in which nobody else speaks, and when it began."""
    longest, at = 0.0, 0.0
    for gap in _gaps(segments, others):
        if not gap.taken and gap.end - gap.start > longest:
            longest, at = gap.end - gap.start, gap.start
    return longest, at


def _own_time(segments: Sequence[Segment], others: Sequence[Segment]) -> list[Segment]:
    """The segments moved together where someone else spoke between them."""
    moved, result = 0.0, list(segments[:1])
    for segment, gap in zip(segments[1:], _gaps(segments, others), strict=True):
        moved += gap.end - gap.start if gap.taken else 0.0
        result.append(segment._replace(start=segment.start - moved, end=segment.end - moved))
    return result


def _quarters(counted: Sequence[tuple[Segment, int]], begin: float, seconds: float) -> tuple[int, int, int, int]:
    """Words a minute by quarter; the words of a segment are spread evenly over its time."""
    quarter = seconds / 4
    totals = [0.0, 0.0, 0.0, 0.0]
    for segment, count in counted:
        length = segment.end - segment.start
        for index in range(4):
            low, high = begin + index * quarter, begin + (index + 1) * quarter
            shared = min(high, segment.end) - max(low, segment.start)
            if length > 0 and shared > 0:
                totals[index] += count * shared / length
    first, second, third, fourth = (_rate(total, quarter) for total in totals)
    return first, second, third, fourth


def as_json(seen: Delivery) -> dict[str, Any]:
    """The published form of `seen`."""
    return seen._asdict() | {"quarters": list(seen.quarters), "fillers_are": "at least"}
