"""What the sentences of an answer carry: each is read, its signs are taken and weighed, and it is all put together."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from coach.analysis import decision, impact, metric, opening, ownership, tail, tradeoff
from coach.analysis.findings import PRESENT, Evidence, Span
from coach.analysis.learned import WEIGHED
from coach.analysis.material import Material, trust
from coach.analysis.resting import Rests, rests
from coach.analysis.sentence import Sentence
from coach.analysis.signs import Place, Signs, signs
from coach.analysis.speaker import first_act
from coach.analysis.ties import matter
from coach.analysis.weighing import Weighed, weighed

# What single sentences carry, and what is marked in them.
CARRIERS: Final = ("metric", "impact", "decision", "tradeoff", "ownership", "tail")


class Carried(NamedTuple):
    """The sentences of an answer, weighed, and how surely it has each dimension.

    By the start of a sentence: how surely it carries what it does, how much of that counts for the score, how far it is
    beside the point, and whether it wholly is for the score. `plain` are the metrics that no weighing saw.
    """

    weighed: list[Weighed]
    strengths: dict[str, float]
    sure: dict[int, dict[str, float]]
    counts: dict[int, dict[str, float]]
    aside: dict[int, float]
    astray: frozenset[int]
    plain: list[Evidence]


def carried(read: Material) -> Carried:
    """What the sentences of an answer carry."""
    found = weighed(shown(read), read.reading.lexicon.learned)
    sure = {each.sentence.start: _named(each.sure, each) for each in found}
    counts = sure
    if any(each.counts is not each.sure for each in found):
        counts = {each.sentence.start: _named(each.counts, each) for each in found}
    aside = {each.sentence.start: each.aside for each in found}
    astray = frozenset(each.sentence.start for each in found if each.astray)
    strengths = {name: max((each.get(name, 0.0) for each in sure.values()), default=0.0) for name in WEIGHED}
    plain = metric.plain(read, aside) if strengths["metric"] < PRESENT else []
    starts = _starts(read)
    for item in plain:
        strengths["metric"] = max(item.strength, strengths["metric"])
        start = starts[_place(starts, item)]
        for values in (sure, counts):
            values[start] = values.get(start, {}) | {"metric": item.strength}
    return Carried(found, strengths, sure, counts, aside, astray, plain)


def _named(values: Mapping[int, float], each: Weighed) -> dict[str, float]:
    trusted = trust(each.sentence)
    return {WEIGHED[at]: value * trusted for at, value in values.items()}


def words(read: Material, found: Carried) -> Rests:
    """What is marked in an answer, and on which words its findings rest."""
    # The whole beginning is what the listener hears first; the finding rests on all that is said with it.
    head = opening.head(read)
    begun = Span(head[0].start, head[-1].end) if head else None
    breath = opening.in_one_breath(read, head)
    result = Rests({name: [] for name in WEIGHED}, {name: [] for name in WEIGHED})
    for each in rests(found.weighed, read.reading.lexicon.learned):
        for into, given, whole in ((result.on, each.on, breath), (result.marked, each.marked, begun)):
            for name, items in given.items():
                into[name] += [item._replace(span=whole) for item in items] if whole and name == "opening" else items
    for into in result:
        into["metric"] += found.plain
    return result


def shown(read: Material) -> list[tuple[Sentence, Signs]]:
    """The sentences that say something for the first time, with their signs."""
    sentences = read.reading.sentences
    decided = first_act(sentences)
    ruled = _ruled(read, decided)
    head = opening.head(read)
    learned = read.reading.lexicon.learned
    result: list[tuple[Sentence, Signs]] = []
    before: Signs = {}
    said: set[str] = set()
    for sentence, items in zip(sentences, read.measured, strict=True):
        if sentence.words and not sentence.again:
            about = matter(sentence, learned.common)
            place = Place(
                first=sentence in head,
                after=0 <= decided <= sentence.start,
                act=sentence.start <= decided <= sentence.end,
                tied=not said.isdisjoint(about),
            )
            said |= about
            seen = ruled.get(sentence.start, {})
            before = signs(sentence, items, seen, place, read.reading.kind, before, learned.familiar)
            result.append((sentence, before))
    return result


def _ruled(read: Material, decided: int) -> dict[int, dict[str, list[Evidence]]]:
    """What the rules saw, by the start of the sentence and by dimension."""
    seen = {
        "metric": metric.find(read),
        "impact": impact.find(read, decided),
        "decision": decision.find(read),
        "tradeoff": tradeoff.find(read, decided),
        "opening": opening.find(read),
        "ownership": ownership.find(read),
        "tail": tail.find(read),
    }
    starts = _starts(read)
    result: dict[int, dict[str, list[Evidence]]] = {}
    for name, items in seen.items():
        for item in items:
            result.setdefault(starts[_place(starts, item)], {}).setdefault(name, []).append(item)
    return result


def _starts(read: Material) -> list[int]:
    return [sentence.start for sentence in read.reading.sentences if sentence.words]


def _place(starts: Sequence[int], item: Evidence) -> int:
    """In which of the sentences with these starts `item` stands."""
    return bisect_right(starts, item.span.start) - 1


def carrying(read: Material, sure: Mapping[int, Mapping[str, float]]) -> list[bool]:
    """Which sentences carry something, by how surely each does (by its start)."""
    found = {
        start
        for start, values in sure.items()
        if any(value >= PRESENT and name != "opening" for name, value in values.items())
    }
    return [sentence.start in found for sentence in read.reading.sentences]
