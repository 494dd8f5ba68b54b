"""A transcript with times, as the words and the delivery of one speaker."""

from typing import NamedTuple

from coach.analysis.delivery import Delivery, deliver, spoken
from coach.analysis.lexicon import Lexicon
from coach.analysis.transcript import parse
from coach.analysis.turns import Turns, turns
from coach.errors import InputFault


class Heard(NamedTuple):
    """What one speaker said, how, and whose words were left out."""

    text: str
    delivery: Delivery
    turns: Turns


def heard(text: str, name: str, words: Lexicon, limit: int | None, speaker: str) -> Heard:
    """The transcript `text` of the file `name`; InputFault if it cannot be read, UsageFault for an unknown speaker."""
    segments, problems = parse(text, name)
    if problems:
        raise InputFault("The transcript cannot be read.", problems)
    found = turns(segments, speaker)
    return Heard(spoken(found.own), deliver(found.own, words, limit, found.others), found)
