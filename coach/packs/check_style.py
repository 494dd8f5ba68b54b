"""Strict rules on wording: short recall answers, one idea a card, no neighbours needed, easy to read, units."""

import re
from collections.abc import Iterator
from typing import Final

from coach.errors import Problem
from coach.pace import count_words, word_budget
from coach.packs.load import Entry
from coach.packs.model import Challenge, Deck, Fact, Item, Loop, Mistake, Pitch, Rubric, Triad
from coach.packs.prose import grade, sentences, texts, words
from coach.packs.subject import Rule, Subject

MOST_WORDS: Final = 60
MOST_SENTENCES: Final = 4
HARDEST: Final = 14.0
HARDEST_MEAN: Final = 11.0
FASTEST: Final = 175  # words a minute that a listener still follows
_FEW: Final = 25
_NEIGHBOUR: Final = re.compile(
    r"\b(?:(?:see|as|mentioned|listed|shown|described|named|given) (?:above|below|earlier)"
    r"|(?:previous|preceding) (?:card|question|item|fact)s?|(?:next|last|other) cards?|same as before)\b",
    re.IGNORECASE,
)
_TWO_QUESTIONS: Final = re.compile(r" and (?:what|why|how|when|where|who|which)\b", re.IGNORECASE)
_LONG: Final = 45
_DATING: Final = re.compile(
    r"\b(?:currently|nowadays|these days|at present|recently|today's|so far|this year|last year|to date)\b",
    re.IGNORECASE,
)
_ENUMERATION: Final = re.compile(r"(?:^|\s)(?:\(?[a-d1-9]\)|[-•]) ")
_BARE: Final = re.compile(
    r"(?<![\w.,:/€$£¥-])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?)(?=[.;!?]?(?:\s*$|\s+[A-Z]|; ))", re.MULTILINE
)
_UNIT: Final = re.compile(
    r"[€$£¥%=×]|\b(?:dollars?|euros?|pounds?|cents?|yen|[A-Z]{3} ?\d|USD|EUR|GBP|seconds?|minutes?|hours?|days?|ms)\b"
)


def short_answers(subject: Subject) -> Iterator[Problem]:
    """A recall answer can be said in one breath: 60 words at most."""
    for entry, fact in subject.of(Fact):
        count = count_words(fact.answer)
        if count > MOST_WORDS:
            yield entry.problem(f"the answer has {count} words", f"expected at most {MOST_WORDS}: split it", "answer")


def one_idea(subject: Subject) -> Iterator[Problem]:
    """A card asks one thing and answers it in a few sentences, without a list in it."""
    for entry, fact in subject.of(Fact):
        double = _TWO_QUESTIONS.search(fact.question) and count_words(fact.answer) > _LONG
        if fact.question.count("?") > 1 or double:
            yield entry.problem(
                "the card asks two things", "make two cards of it, or answer in fewer words", "question"
            )
        if sentences(fact.answer) > MOST_SENTENCES:
            hint = f"expected at most {MOST_SENTENCES}: keep one idea, or make two cards"
            yield entry.problem(f"the answer has {sentences(fact.answer)} sentences", hint, "answer")
        if len(_ENUMERATION.findall(fact.answer)) > 2:
            yield entry.problem("the answer is a list", "make a card of each, or ask for the number of them", "answer")


def alone(subject: Subject) -> Iterator[Problem]:
    """An item can be answered without having seen its neighbours."""
    for entry in subject.loaded.entries:
        for text in texts(entry.item):
            if found := _NEIGHBOUR.search(text):
                message = f"“{found.group()}” points to another item"
                yield entry.problem(message, "say it here: items are shown one by one, in any order")
                break


def dated(subject: Subject) -> Iterator[Problem]:
    """A fact that says how things are now says when that was."""
    for entry, fact in subject.of(Fact):
        found = _DATING.search(f"{fact.question} {fact.answer} {fact.why}")
        if found and fact.as_of is None:
            yield entry.problem(f"“{found.group()}” dates the card", "add `as_of:`, or say it without", "answer")


def readable(subject: Subject) -> Iterator[Problem]:
    """Items read at ease; the measure is Flesch and Kincaid's years of school."""
    grades = []
    for entry in subject.loaded.entries:
        if isinstance(entry.item, (Loop, Rubric, Deck)):
            continue
        text = "\n".join(texts(entry.item))
        if len(words(text)) < _FEW:
            continue
        grades.append(grade(text))
        if grades[-1] > HARDEST:
            message = f"hard to read: {grades[-1]:.0f} years of school"
            yield entry.problem(message, f"expected at most {HARDEST:.0f}: shorter sentences, shorter words")
    mean = sum(grades) / len(grades) if grades else 0.0
    if mean > HARDEST_MEAN:
        message = f"the pack reads like {mean:.1f} years of school on average"
        yield subject.loaded.document.problem(("id",), message, f"expected at most {HARDEST_MEAN:.0f}")


def units(subject: Subject) -> Iterator[Problem]:
    """A large number that ends a sentence says what it counts, there or elsewhere in the same answer."""
    for entry in subject.loaded.entries:
        for field, text in _models(entry.item):
            for found in () if _UNIT.search(text) else _BARE.finditer(text):
                yield _bare(entry, field, found["number"])


def _models(item: Item) -> Iterator[tuple[str, str]]:
    fields: dict[type[Item], tuple[str, ...]] = {
        Fact: ("answer",),
        Mistake: ("strong",),
        Challenge: ("answer",),
        Triad: ("metric", "impact", "decision"),
        Pitch: ("text",),
    }
    for field in fields.get(type(item), ()):
        yield field, getattr(item, field)


def _bare(entry: Entry, field: str, number: str) -> Problem:
    return entry.problem(f"the number {number} has no unit", "say what it counts, or of what", field)


def spoken(subject: Subject) -> Iterator[Problem]:
    """A pitch fits its time at a pace that a listener follows."""
    for entry, pitch in subject.of(Pitch):
        count = count_words(f"{pitch.text} {pitch.ask}")
        most = word_budget(pitch.seconds, FASTEST)
        if count > most:
            hint = f"expected at most {most}, at {FASTEST} words a minute"
            yield entry.problem(f"{count} words for {pitch.seconds} seconds", hint, "text")


RULES: Final[tuple[Rule, ...]] = (short_answers, one_idea, alone, dated, readable, units, spoken)
