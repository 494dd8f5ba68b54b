"""The ledger: every claim with its number, what was decided about it, and what is asked about the whole."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from coach.errors import UsageFault
from coach.stories.claims import Claim, Place, Said, claims
from coach.stories.compare import compare, conflicts
from coach.stories.soundness import doubts


class Entry(NamedTuple):
    """A claim in the ledger; `name` is unique there."""

    name: str
    claim: Claim


class Question(NamedTuple):
    """What an interviewer would ask about one or more claims, and the answer prepared for it."""

    kind: str
    key: str
    claims: tuple[Claim, ...]
    why: str
    ask: str
    answer: str


class Mark(NamedTuple):
    """What was decided about claims: `action` is retire or answer; `text` the sentence it stood in, or the answer."""

    action: str
    key: str
    day: date
    text: str
    quote: str = ""


class Ledger(NamedTuple):
    """Entries in the order they were said, open and answered questions, and uses of retired claims."""

    entries: tuple[Entry, ...]
    questions: tuple[Question, ...]
    retired: tuple[Mark, ...]
    reused: tuple[tuple[Mark, Claim], ...]

    def find(self, name: str) -> Entry:
        """The entry of this name or number; UsageFault if there is none or more than one."""
        if name.isdecimal() and 1 <= int(name) <= len(self.entries):
            return self.entries[int(name) - 1]
        found = [entry for entry in self.entries if entry.name == name] or [
            entry for entry in self.entries if entry.name.endswith(name)
        ]
        if len(found) != 1:
            what = "are several claims" if found else "is no claim"
            raise UsageFault(f"There {what} {name!r}.", "See: coach claims list")
        return found[0]


def ledger(said: Sequence[Said], marks: Sequence[Mark]) -> Ledger:
    """The ledger of everything said, with the marks applied in their order."""
    found = _once(claims(said))
    retired = [mark for mark in marks if mark.action == "retire"]
    gone = [(mark, old) for mark in retired for old in _of(mark)]
    live = [claim for claim in found if not any(_same(claim, old) for _, old in gone)]
    answers = {mark.key: mark.text for mark in marks if mark.action == "answer"}
    reused = tuple((mark, claim) for mark, old in gone for claim in found if _same(claim, old))
    return Ledger(tuple(_named(found)), tuple(_questions(live, answers)), tuple(retired), reused)


def _once(found: Iterable[Claim]) -> list[Claim]:
    """The same number about the same thing in the same place is one claim."""
    kept: dict[tuple[Any, ...], Claim] = {}
    for claim in found:
        kept.setdefault((claim.place, claim.value, claim.baseline, claim.unit, claim.sentence), claim)
    return list(kept.values())


def _named(found: Sequence[Claim]) -> list[Entry]:
    counts: dict[str, int] = {}
    entries = []
    for claim in found:
        counts[claim.id] = counts.get(claim.id, 0) + 1
        entries.append(Entry(claim.id + (f"~{counts[claim.id]}" if counts[claim.id] > 1 else ""), claim))
    return entries


def _questions(live: Sequence[Claim], answers: Mapping[str, str]) -> list[Question]:
    rows: list[tuple[str, tuple[Claim, ...], str, str]] = []
    rows += [("conflict", (one.first, one.second), one.why, one.ask) for one in conflicts(live)]
    rows += [(one.kind, one.claims, one.why, one.ask) for one in doubts(live)]
    made: dict[Any, Question] = {}
    for kind, about, why, ask in rows:
        key = "+".join(sorted({claim.id for claim in about}))
        # Said in three places, it is one question.
        figures = frozenset((claim.value, claim.baseline, claim.unit) for claim in about)
        made.setdefault((kind, figures), Question(kind, key, about, why, ask, answers.get(key, "")))
    return list(made.values())


def _of(mark: Mark) -> list[Claim]:
    """The retired claim, read again from the sentence it stood in."""
    read = claims([Said(Place("retired", mark.key), mark.text)])
    return [claim for claim in read if claim.quote == mark.quote]


def _same(claim: Claim, old: Claim) -> bool:
    return (claim.sentence == old.sentence and claim.quote == old.quote) or compare(claim, old).kind == "same"
