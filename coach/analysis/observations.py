"""What is worth knowing beside the score, never in it: length, time, fillers, whom the words are about, the numbers."""

from typing import Any, NamedTuple

from coach.analysis.findings import Finding
from coach.analysis.language import in_english
from coach.analysis.lexicon import Lexicon
from coach.analysis.lint import Remark, lint
from coach.analysis.material import material
from coach.analysis.sentence import Sentence
from coach.pace import PACE, count_words, seconds_to_say, word_budget


class Observations(NamedTuple):
    """`seconds` of speech at `pace` words a minute, where `limit` are allowed.

    `limit` is None when none was given, `words_to_metric` when no metric comes, or nobody looked for one. `english` is
    False where hardly a word is English.
    """

    words: int
    pace: int
    seconds: int
    limit: int | None
    outcome_phrases: int
    model_phrases: int
    fillers: dict[str, int]
    words_to_metric: int | None
    remarks: tuple[Remark, ...]
    english: bool

    @property
    def words_over(self) -> int:
        """How many words more than the limit holds."""
        return 0 if self.limit is None else max(0, self.words - word_budget(self.limit, self.pace))

    @property
    def seconds_to_metric(self) -> int | None:
        """When the first metric is said, at this pace."""
        return None if self.words_to_metric is None else round(seconds_to_say(self.words_to_metric, self.pace))


def observe(
    text: str,
    kind: str,
    lexicon: Lexicon,
    pace: int = PACE,
    limit: int | None = None,
    metric: Finding | None = None,
) -> Observations:
    """Observations on `text`; `pace` in words a minute (the candidate's own, where it is known), `limit` in seconds.

    `metric` is what the analysis found, so that the time to it and its marks agree.
    """
    read = material(text, kind, lexicon)
    sentences = read.reading.sentences
    words = count_words(text)
    return Observations(
        words,
        pace,
        round(seconds_to_say(words, pace)),
        limit,
        _count(sentences, "outcome_phrases"),
        _count(sentences, "model_phrases"),
        fillers(sentences),
        _first_metric(text, metric) if metric else None,
        tuple(lint(read)),
        in_english(text, sentences),
    )


def fillers(sentences: list[Sentence]) -> dict[str, int]:
    """Each filler with how often it was said, the most frequent first."""
    found: dict[str, int] = {}
    for sentence in sentences:
        for first, last in _whole(sentence, "fillers"):
            phrase = " ".join(word.low for word in sentence.words[first:last])
            found[phrase] = found.get(phrase, 0) + 1
        for word in sentence.words:
            if word.low == "like" and word.gap == "comma":
                found["like"] = found.get("like", 0) + 1
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _count(sentences: list[Sentence], name: str) -> int:
    return sum(len(_whole(sentence, name)) for sentence in sentences)


def _whole(sentence: Sentence, name: str) -> list[tuple[int, int]]:
    """The hits of a list that do not begin inside the one before; of two that begin together, the longer."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(sentence.hits.get(name, ()), key=lambda hit: (hit[0], -hit[1])):
        if not found or first >= found[-1][1]:
            found.append((first, last))
    return found


def _first_metric(text: str, metric: Finding) -> int | None:
    """How many words come before the first that are marked as a metric."""
    return count_words(text[: metric.marked[0].start]) if metric.marked else None


def as_json(seen: Observations, text: str) -> dict[str, Any]:
    """The published form of `seen`."""
    return {
        "english": seen.english,
        "words": seen.words,
        "pace": seen.pace,
        "seconds": seen.seconds,
        "limit": seen.limit,
        "within": None if seen.limit is None else not seen.words_over,
        "outcome_phrases": seen.outcome_phrases,
        "model_phrases": seen.model_phrases,
        "fillers": seen.fillers,
        "words_to_metric": seen.words_to_metric,
        "seconds_to_metric": seen.seconds_to_metric,
        "numbers": [
            {
                "rule": mark.rule,
                "start": mark.start,
                "end": mark.end,
                "text": text[mark.start : mark.end],
                "say": mark.say,
            }
            for mark in seen.remarks
        ],
    }
