"""How far a run of words is English: which words stand beside which. It tells an answer from a heap of words."""

from collections.abc import Sequence
from typing import Final

from coach.analysis.neighbours import ROWS
from coach.analysis.order import big_letters, classes, lifts, table
from coach.analysis.sentence import Flow, Word
from coach.analysis.wordset import bag

FUNCTION_WORDS: Final = bag(
    "the a an my our your their its his every this that these those some any all both no another each of at by for "
    "with from into onto upon during against between among toward towards via per despite without within than in on "
    "to over under about off out near below above across behind after before through until up down like as since i we "
    "he she they me us him them you it and or but nor because if when while although though unless whether where "
    "which who whose what how why will would can could should must might may shall 'd 'll is are was were am 're 'm "
    "be been being has have had having 've do does did not very too so then also just only even still never always "
    "now there here again already once soon yet first 's "
)
# The mean lift of a pair: shuffled words stay below the first, language above the second.
_DISORDER, _ORDER = 0.04, 0.1
# The share of small words from which a sentence is language by that alone, and what the others need together.
_RICH: Final = 0.3
_PLAINLY, _MOST_RICH = 0.4, 0.16
_FEW, _SPARED = 10, 2
_WORDED, _WORDED_TERSE = (0.1, 0.17), (0.04, 0.1)
# What is taken for granted, and its weight: short texts, and more so terse ones, show little order of either sort.
_GRANTED, _GRANTED_TERSE, _GRANTED_WEIGHT = 1.2, 2.4, 8.0
_OPEN_RUN: Final = 12
_LIST, _LISTED = 25, 0.06
_MARKED: Final = 6


def flow(words: Sequence[Word]) -> Flow:
    """What a sentence shows of English order."""
    small = [word.low in FUNCTION_WORDS and not (word.low == "may" and word.capital) for word in words]
    lift, weight = lifts(classes(words), table(ROWS))
    return Flow(lift - big_letters(words), weight, len(words), sum(small), _density(words, small))


def ordered(flows: Sequence[Flow], granted: float, terse: bool) -> float:
    """1.0 for English of any style (speech, notes, non-native), towards 0.0 for words in no order or in a heap.

    `granted` is what marks and capitals add to the lift; `terse` texts (a résumé line) need fewer small words.
    """
    granted += _GRANTED_TERSE if terse else _GRANTED
    lift = granted + sum(each.lift for each in flows)
    weight = sum(each.weight for each in flows)
    mean = (lift - _demanded(flows) * weight) / (weight + _GRANTED_WEIGHT)
    order = max(0.0, min(1.0, (mean - _DISORDER) / (_ORDER - _DISORDER)))
    return order * _worded(flows, terse)


def _demanded(flows: Sequence[Flow]) -> float:
    """What more is asked of a text rich in small words, whose order shows more plainly than that of notes."""
    share = sum(each.small for each in flows) / max(1, sum(each.words for each in flows))
    return _PLAINLY * min(_MOST_RICH, max(0.0, share - _RICH))


def sound(flow: Flow) -> bool:
    """Whether a sentence is plainly language by itself."""
    return flow.words > 2 and flow.lift >= _ORDER * flow.weight and flow.small >= _RICH * flow.words


def _worded(flows: Sequence[Flow], terse: bool) -> float:
    """Towards 0.0 with few small words; a sentence rich in them does not excuse a heap beside it."""
    poor = [each for each in flows if each.small < _RICH * each.words]
    words = sum(each.words for each in poor)
    if words < _FEW:
        return 1.0
    least, enough = _WORDED_TERSE if terse else _WORDED
    return max(0.0, min(1.0, ((sum(each.small for each in poor) + _SPARED) / words - least) / (enough - least)))


def _density(words: Sequence[Word], small: Sequence[bool]) -> float:
    """Few small words in a long sentence, marks between most words, or a long run of content words: a list."""
    longest = run = 0
    for word, little in zip(words, small, strict=True):
        run = 0 if little else (run if word.gap not in ("stop", ":") else 0) + 1
        longest = max(longest, run)
    if len(words) >= _LIST and sum(small) / len(words) < _LISTED:
        return 0.1
    if len(words) >= _MARKED and 3 * sum(bool(word.gap) for word in words) > 2 * len(words):
        return 0.1
    if longest <= _OPEN_RUN:
        return 1.0
    steep = 0.14 if len(words) > 4 * sum(small) else 0.07
    return max(0.1, 1.0 - steep * (longest - _OPEN_RUN))
