"""The guided interview: from one sentence to a full story, by asking for what is missing; a generator of asks."""

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from coach.analysis.answer import Findings
from coach.stories.claims import Claim, Place, Said, claims
from coach.stories.model import Number, Story

Judge = Callable[[str], Findings]


class Ask(NamedTuple):
    """A question with the reason it is asked; `field` names what the answer fills. An empty answer leaves it open."""

    field: str
    question: str
    why: str = ""
    options: tuple[str, ...] = ()


class Keep(NamedTuple):
    """Save these fields of the story now."""

    values: Mapping[str, Any]


class Part(NamedTuple):
    """A part of a story: what is asked, the dimension an answer should have, and what is said when it has not."""

    field: str
    dimension: str
    always: bool
    question: str
    again: str = ""


PARTS: Final = (
    Part("situation", "", True, "Where was this, and who was waiting for what?"),
    Part("affected", "", True, "Who was hurt by it, how many, and what did it cost them?"),
    Part(
        "decision", "decision", True, "Which choice did you make, and against which other way?",
        "That describes the way; it does not choose. Which one did you pick?",
    ),
    Part(
        "action", "ownership", True, "What did you do yourself? Begin with I.",
        "That tells what happened or what we did. What would not have happened without you?",
    ),
    Part(
        "tradeoff", "tradeoff", True, "What did that cost, risk or leave undone?",
        "Name the thing that got worse or was given up, and who felt it.",
    ),
    Part(
        "result", "metric", True, "Which number moved? From what, to what, over which period?",
        "There is no number in that yet. If you never measured it, say what you could still count.",
    ),
    Part(
        "result", "impact", False, "What did that change for customers, money or people's time? Give a size.",
        "That is still technical. Who noticed, and how much was it worth to them?",
    ),
    Part("reflection", "", True, "What would you do differently today?"),
    Part(
        "opening", "opening", True, "Now open with it: one sentence that starts with the outcome.",
        "That starts with the way there. Start with what changed, and how much.",
    ),
)  # fmt: skip

_MOST_NUMBERS: Final = 5

Interview = Generator[Ask | Keep, str, Story]


def interview(story: Story, judge: Judge, competencies: Sequence[tuple[str, str]]) -> Interview:
    """Ask for each missing part (a second time where the answer lacks what was asked for), then numbers and marks."""
    for part in PARTS:
        if not _missing(part, story, judge):
            continue
        # What was lost is a loss beside the choice it came of.
        text = yield from _part(part, story.decision if part.dimension == "tradeoff" else "", judge)
        if text:
            old = getattr(story, part.field)
            story = _filled(story, part.field, f"{old} {text}".strip())
            yield Keep({part.field: getattr(story, part.field)})
    story = yield from _numbers(story)
    story = yield from _competencies(story, competencies)
    return (yield from _strength(story))


def _filled(story: Story, field: str, value: Any) -> Story:
    return replace(story, **{field: value})


def _missing(part: Part, story: Story, judge: Judge) -> bool:
    if part.always:
        return not getattr(story, part.field)
    # A consequence must be a result: that people waited before does not say that anything came of it.
    text = f"{story.sentence}\n{story.result}" if part.field == "result" else story.told()
    return not judge(text).dimensions[part.dimension].present


def _part(part: Part, before: str, judge: Judge) -> Generator[Ask | Keep, str, str]:
    text = yield Ask(part.field, part.question)
    if text and part.again and not judge(f"{before}\n{text}").dimensions[part.dimension].present:
        more = yield Ask(part.field, part.again, "Enter leaves it as it is.")
        text = f"{text} {more}".strip()
    return text


def _numbers(story: Story) -> Generator[Ask | Keep, str, Story]:
    """For every number of the result that is not in the list yet: what it measures, from what, over which period."""
    known = {number.value for number in story.numbers}
    said = claims([Said(Place("story", story.id), text) for text in (story.sentence, story.result)])
    for claim in said[:_MOST_NUMBERS]:
        value, unit = shown_value(claim.quote)
        if value in known or not value:
            continue
        known.add(value)
        of = yield Ask("numbers", f"{claim.quote}: what does it measure? (a few words; Enter leaves it out)")
        if not of:
            continue
        number = yield from _details(of, value, unit, claim)
        story = replace(story, numbers=(*story.numbers, number))
        yield Keep({"numbers": [{key: text for key, text in number_fields(number).items() if text}]})
    return story


def _details(of: str, value: str, unit: str, claim: Claim) -> Generator[Ask | Keep, str, Number]:
    quote, base, baseline = claim.quote, "", _first_number(claim.quote) if claim.baseline is not None else ""
    if claim.family == "share":
        base = yield Ask("numbers", f"{quote} of what?", "A percentage without its base is the first thing they ask.")
    if not baseline:
        baseline = yield Ask("numbers", f"{quote}: from what, before?", "The value alone, in the same unit.")
    period = yield Ask("numbers", f"{quote}: over which period?", "Such as: a day, first quarter of 2026, peak hour.")
    source = yield Ask("numbers", f"{quote}: how do you know?", "Dashboard, test, finance; it is asked.")
    return Number(of=of, value=value, unit=unit, baseline=baseline, period=period, base=base, source=source)


def _first_number(quote: str) -> str:
    return next((word.rstrip("%") for word in quote.split() if any(char.isdigit() for char in word)), "")


def _competencies(story: Story, known: Sequence[tuple[str, str]]) -> Generator[Ask | Keep, str, Story]:
    if story.competencies or not known:
        return story
    listed = tuple(title for _, title in known)
    taken = yield Ask("competencies", "Which of these does it show? Numbers, such as 1 4.", "", listed)
    places = [int(word) for word in taken.replace(",", " ").split() if word.isdecimal()]
    chosen = tuple(dict.fromkeys(known[at - 1][0] for at in places if 1 <= at <= len(known)))
    if chosen:
        yield Keep({"competencies": list(chosen)})
    return replace(story, competencies=chosen)


def _strength(story: Story) -> Generator[Ask | Keep, str, Story]:
    if story.strength:
        return story
    typed = yield Ask("strength", "How strong is it, 1 to 4? 4 is the one you would bet on.")
    if typed.strip() in ("1", "2", "3", "4"):
        yield Keep({"strength": typed.strip()})
        return replace(story, strength=int(typed))
    return story


def shown_value(quote: str) -> tuple[str, str]:
    """`USD 2 million a day` as its value and its unit: the last number and what follows it."""
    words = quote.replace("/", " / ").split()
    places = [at for at, word in enumerate(words) if any(char.isdigit() for char in word)]
    if not places:
        return quote, ""
    at = places[-1]
    lead = " ".join(words[:at]) if at and not any(word in ("to", "→", "from", "and") for word in words[:at]) else ""
    digits = words[at].rstrip("%")
    unit = " ".join([*(["%"] if words[at].endswith("%") else []), *words[at + 1 :]])
    return " ".join(filter(None, (lead, digits))), unit


def number_fields(number: Number) -> dict[str, str]:
    """A number as the fields that are written."""
    names = ("of", "value", "unit", "baseline", "period", "base", "source")
    return {name: getattr(number, name) for name in names}
