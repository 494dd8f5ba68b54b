"""Whether a deck holds up: one message a slide, every number in the ledger, the time, the outcome first."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from coach.stories.claims import Claim, Place, Said, claims
from coach.stories.interview import Judge
from coach.stories.slides import MOST_SECONDS, Deck, Slide

_FED_BY: Final = {
    "problem": "`affected` and `situation`",
    "metric": "`north_star` (name, definition, baseline, target, unit, by, guardrails)",
    "architecture": "`decision`, `design` and `changed`",
    "risks": "`tradeoff` and `risks` (risk, bound, mitigation, owner)",
}
_LONGEST_MESSAGE: Final = 130


class Finding(NamedTuple):
    """What is wrong with a slide (empty: with the deck), and what to do."""

    slide: str
    message: str
    hint: str


def check(deck: Deck, ledger: Sequence[Claim], judge: Judge) -> list[Finding]:
    """Every fault of a deck."""
    found = [fault for slide in deck.slides for fault in (*_message(slide), *_time(slide), *_numbers(slide, ledger))]
    total = sum(slide.spoken() for slide in deck.slides)
    if deck.seconds and total > deck.seconds:
        found.append(Finding("", f"the talk takes {total:.0f} s of {deck.seconds} s", "cut what no question asks for"))
    if deck.slides and not _outcome_first(deck.slides[0], judge):
        found.append(
            Finding(
                deck.slides[0].id, "the talk does not begin with the outcome", "say first what changed, and how much"
            )
        )
    return found


def _outcome_first(slide: Slide, judge: Judge) -> bool:
    return bool(slide.talk) and judge(slide.talk).dimensions["opening"].present


def _message(slide: Slide) -> list[Finding]:
    text = slide.message.strip()
    if not text:
        parts = _FED_BY.get(slide.layout, "`opening`")
        hint = f"coach story edit --deck fills {parts}; or write one in deck.yaml"
        return [Finding(slide.id, "it has no message", hint)]
    sentences = [piece for piece in text.replace("!", ".").replace("?", ".").split(". ") if piece.strip(". ")]
    if len(sentences) > 1:
        return [Finding(slide.id, f"{len(sentences)} messages on one slide", "keep one sentence; the rest are points")]
    if len(text) > _LONGEST_MESSAGE:
        return [Finding(slide.id, f"the message has {len(text)} characters", f"at most {_LONGEST_MESSAGE}")]
    return []


def _time(slide: Slide) -> list[Finding]:
    spoken, limit = slide.spoken(), min(slide.seconds, MOST_SECONDS)
    if not slide.talk:
        return [Finding(slide.id, "it has no talk track", "write what you say to it")]
    if spoken > limit:
        return [Finding(slide.id, f"the talk takes {spoken:.0f} s of {limit} s", "cut to the sentence that carries it")]
    return []


def _numbers(slide: Slide, ledger: Sequence[Claim]) -> list[Finding]:
    said = claims([Said(Place("slide", slide.id), text) for text in (*slide.shown(), slide.talk)])
    known = [value for claim in ledger for value in (claim.value, claim.baseline) if value is not None]
    unknown = dict.fromkeys(claim.quote for claim in said if not _known(claim, known))
    hint = "put it in the story first, with its base"
    return [Finding(slide.id, f"{quote} is in no story", hint) for quote in unknown]


def _known(claim: Claim, known: Sequence[float]) -> bool:
    """Whether each end of a number stands in the ledger, to half a percent; its unit is in a header as often as not."""
    ends = [value for value in (claim.value, claim.baseline) if value is not None]
    return all(any(abs(end - other) <= 0.005 * abs(other) for other in known) for end in ends)
