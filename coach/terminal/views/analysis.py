"""The analysis of an answer: the text with its marks, what is missing, the one change, and the reasons."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.console import Group
from rich.text import Text

from coach.analysis.answer import Findings
from coach.analysis.carried import CARRIERS
from coach.analysis.delivery import Delivery
from coach.analysis.findings import Finding
from coach.analysis.lint import Remark
from coach.analysis.observations import Observations
from coach.analysis.turns import Turns
from coach.analysis.weights import STRONGER, label, matters, weakest
from coach.terminal.views.pairs import Pairs
from coach.text import neutral, one_line, plural

# Kinds of answers that are read, not heard.
_READ = ("resume",)
_UNREAD = Text("Only English is read, and hardly a word here is English.", style="bold")
# From this score on, an answer with nothing missing is ready to be said.
_READY = 90
# How many reasons are told of each point, the surest first, and how many sentences beside the point are named.
_REASONS = 3
_QUOTED = 2


class Mark(NamedTuple):
    """Characters `start` to `end` carry the dimensions in `names`."""

    start: int
    end: int
    names: tuple[str, ...]


def marks(findings: Findings, text: str) -> list[Mark]:
    """Spans of six dimensions in order, brackets and quotes kept whole; those that overlap are one mark."""
    pairs = Pairs(text)
    found = sorted(Mark(*pairs.whole(*span), (name,)) for name in CARRIERS for span in findings.dimensions[name].marked)
    result: list[Mark] = []
    for mark in found:
        if result and mark.start < result[-1].end:
            last = result[-1]
            names = last.names + tuple(name for name in mark.names if name not in last.names)
            result[-1] = Mark(last.start, max(last.end, mark.end), names)
        else:
            result.append(mark)
    return result


def page(text: str, findings: Findings, seen: Observations, delivery: Delivery | None, plain: bool) -> Group:
    """The whole view; plain marks are brackets, others an underline with a label after it."""
    parts = verdict(text, findings, plain) if seen.english else [Text(neutral(text.rstrip())), Text(""), _UNREAD]
    parts += [Text(""), *_observed(seen, text, findings.kind, delivery is None)]
    if delivery is not None:
        parts.extend(_delivered(delivery))
    return Group(*parts)


def verdict(text: str, findings: Findings, plain: bool) -> list[Text]:
    """The text with its marks, what it has and lacks, the one change."""
    scored_as = f" ({findings.kind})" if findings.kind else ""
    parts = [_marked(text, findings, plain), Text(""), *_has(text, findings, scored_as)]
    parts += [Text(f"  lacks {label(i.dimension):<12} {neutral(i.advice or '')}") for i in findings.lacking]
    return [*parts, Text(""), _change(text, findings)]


def whose(turns: Turns, asked_for: bool) -> Group:
    """Where several speak: whose words are marked, and whose left out; how to choose, unless one was `asked_for`."""
    others = ", ".join(f"{one_line(name)} ({plural(count, 'word')})" for name, count in turns.left_out.items())
    own = plural(turns.words[turns.speaker], "word")
    line = f"Marked: what {one_line(turns.speaker)} says ({own}). Left out: {others}."
    return Group(Text(line if asked_for else f"{line} Another speaker: --speaker NAME"), Text(""))


def brief(text: str, findings: Findings, plain: bool) -> Group:
    """What a drill shows: the words with their marks, the names of what is missing, the one change."""
    names = ", ".join(label(item.dimension) for item in findings.lacking)
    lacks = [Text(f"lacks {names}")] if names else []
    return Group(_marked(text, findings, plain), *_has(text, findings), *lacks, _change(text, findings))


def weak_spot(findings: Findings) -> str:
    """What an answer with nothing missing has only weakly, by its dimension; "" if another thing holds it down."""
    if findings.change or findings.score >= _READY or findings.held:
        return ""
    return weakest({name: item.strength for name, item in findings.dimensions.items()}, findings.kind)


def _marked(text: str, findings: Findings, plain: bool) -> Text:
    shown = Text()
    at = 0
    for mark in marks(findings, text):
        names = ", ".join(label(name) for name in mark.names)
        shown.append(neutral(text[at : mark.start]))
        words = neutral(text[mark.start : mark.end])
        if plain:
            shown.append(f"[{names}: {words}]")
        else:
            shown.append(words, style="underline")
            shown.append(f" ‹{names}›", style="dim")
        at = mark.end
    shown.append(neutral(text[at:].rstrip()))
    return shown


def _has(text: str, findings: Findings, scored_as: str = "") -> Iterator[Text]:
    """The score, `scored_as` a kind, and what is there; then what holds it down, and what costs it a little."""
    present = [item for item in findings.dimensions.values() if item.present]
    has = ", ".join(label(item.dimension) for item in present) or "nothing yet"
    yield Text(f"{round(findings.score)} of 100{scored_as} · has {has}")
    if findings.held:
        yield Text("  held down: this reads like a list of words, or says things twice")
    for start, end in findings.aside[:_QUOTED]:
        yield Text(f"  beside the point, cut it? “{one_line(text[start:end], 48)}”")
    if more := len(findings.aside[_QUOTED:]):
        yield Text(f"  and {plural(more, 'sentence')} more")


def _change(text: str, findings: Findings) -> Text:
    if findings.advice:
        return Text.assemble(("The one change: ", "bold"), findings.advice)
    weak = weak_spot(findings)
    if weak:
        return Text(f"Nothing is missing. Weakest: {label(weak)}{_where(text, findings, weak)}. {STRONGER[weak]}")
    ready = findings.score >= _READY and findings.kind not in _READ
    return Text("Nothing is missing." + (" Say it aloud once, on the clock." if ready else ""))


def _where(text: str, findings: Findings, name: str) -> str:
    """The words that carry the dimension most surely; "" where none do."""
    clearest = findings.dimensions[name].clearest if name in CARRIERS else None
    if not clearest:
        return ""
    start, end = Pairs(text).whole(*clearest)
    return f" (“{one_line(text[start:end], 40)}”)"


def _observed(seen: Observations, text: str, kind: str, reckoned: bool) -> Iterator[Text]:
    """Beside the score, never in it; seconds only for what is spoken, and `reckoned` only where none were measured."""
    at = seen.seconds_to_metric
    metric = "no metric yet" if at is None else f"first metric after {at} s"
    time = f"about {seen.seconds} s at {seen.pace} words a minute" if reckoned else ""
    spoken = () if kind in _READ else (time, metric if seen.english else "")
    yield Text(" · ".join(filter(None, (plural(seen.words, "word"), *spoken))), style="dim")
    if reckoned and seen.limit is not None:
        held = f"leave out {plural(seen.words_over, 'word')}" if seen.words_over else "it fits"
        yield Text(f"limit {seen.limit} s: about {seen.seconds} s at your pace; {held}")
    if not seen.english:
        return
    outcomes = f"outcome phrases {seen.outcome_phrases} (what changed for people)"
    yield Text(f"{outcomes} · model phrases {seen.model_phrases} (how it is built)", style="dim")
    if seen.fillers:
        said = ", ".join(f"{one_line(name)} {count}" for name, count in list(seen.fillers.items())[:6])
        yield Text(f"fillers: {said}", style="dim")
    for remark in seen.remarks:
        yield _remark(remark, text)


def _remark(remark: Remark, text: str) -> Text:
    return Text(f"  be ready: {one_line(text[remark.start : remark.end], 40)}: {neutral(remark.say)}")


def _delivered(seen: Delivery) -> Iterator[Text]:
    yield Text("")
    quarters = " ".join(str(rate) for rate in seen.quarters)
    yield Text(f"spoken {seen.seconds:.0f} s · {seen.per_minute} words a minute · by quarter {quarters}")
    at = int(seen.pause_at)
    place = f", at {at // 60}:{at % 60:02d} of the recording" if seen.longest_pause else ""
    yield Text(f"longest pause {seen.longest_pause:.1f} s{place}")
    yield Text(f"fillers at least {seen.fillers_per_100} in 100 words")
    if seen.limit is not None:
        over = seen.seconds - seen.limit
        yield Text(f"limit {seen.limit:.0f} s: " + ("kept" if seen.within else f"over by {over:.0f} s"))


def reasons(findings: Findings) -> Group:
    """For each point the rule and the words behind it."""
    return Group(*(line for item in findings.dimensions.values() for line in _reason(item, findings.kind)))


def _reason(item: Finding, kind: str) -> Iterator[Text]:
    yield Text(
        f"{label(item.dimension)}: {'found' if item.present else 'not found'} ({item.strength:.2f}, needed 0.50)"
    )
    if item.present:
        for why in item.why[:_REASONS]:
            yield Text(f"  {one_line(why, 76)}")
    else:
        yield Text(f"  {item.advice or ''}" if matters(item.dimension, kind) else "  not asked of this kind of answer")
