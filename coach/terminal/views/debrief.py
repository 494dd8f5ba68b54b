"""Debriefs of real rounds, and the panel that weighs a mock."""

from collections.abc import Sequence

from rich.text import Text

from coach.practice.debrief import RoundDebrief, Voice
from coach.practice.scorecard import Scorecard
from coach.text import neutral, one_line, percent


def debriefs(kept: Sequence[RoundDebrief]) -> Text:
    """Each round with what was captured; what was not is left out."""
    if not kept:
        return Text("No debriefs yet. After a round: coach debrief")
    return Text("\n\n".join(_debrief(found) for found in kept))


def _debrief(found: RoundDebrief) -> str:
    level = f"level {found.rating} of 4" if found.rating else "not rated"
    rows = [f"{one_line(found.round)}: {level}, outcome {found.outcome}"]
    rows += [f"  asked: {neutral(question)}" for question in found.questions]
    rows += [f"  went badly: {one_line(name)}" for name in found.weak]
    rows += [f"  said: {neutral(number)}" for number in found.numbers]
    rows += [
        f"  {label}: {neutral(text)}" for label, text in (("story", found.story), ("surprise", found.surprises)) if text
    ]
    return "\n".join(rows)


def voices(card: Scorecard, heard: Sequence[Voice]) -> Text:
    """The three recommendations, the voice that holds the offer back, and what would move it."""
    sides = f"product judgment {card.judgment} %, technical depth {card.depth} %"
    rows = [f"The panel weighs {one_line(card.question)}: {sides}"]
    for voice in heard:
        weights = f"judgment {percent(voice.judgment_weight)}, depth {percent(1 - voice.judgment_weight)}"
        rows.append(f"  {voice.who:<21} {voice.recommendation:<10} {voice.percent:>3} %  ({weights})")
    lowest = min(heard, key=lambda voice: voice.percent)
    side = "product judgment" if card.judgment < card.depth else "technical depth"
    rows.append(f"  {lowest.who} holds back; {side} is the thinner side. One change: {neutral(card.change) or 'none'}")
    rows.append("  These are rules on your words, not a prediction of what a company decides.")
    return Text("\n".join(rows))
