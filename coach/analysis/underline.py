"""How far an act is underlined: its verb and its object."""

from typing import Final

from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.speaker import Act
from coach.analysis.wordset import bag


def span_end(act: Act) -> int:
    """The word after the act and its object, as far as a reader would underline: "I banned Friday deploys"."""
    words = act.sentence.words
    end = act.verb + 1
    while end < len(words) and end < act.verb + 6 and not words[end].gap and words[end].low not in _ENDS_OBJECT:
        end += 1
    while end > act.verb + 1 and words[end - 1].low in FUNCTION_WORDS:
        end -= 1
    return end


_ENDS_OBJECT: Final = bag(
    "and but because so which who when where while although though after before until if i we or then"
)
