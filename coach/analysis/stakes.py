"""Money of the business won, lost or at stake, as in "an empty unit loses us 4,000 a month"."""

from typing import Final

from coach.analysis.findings import Evidence
from coach.analysis.material import evidence
from coach.analysis.quantities import Quantity
from coach.analysis.sentence import Sentence
from coach.analysis.wordset import bag

_LOST: Final = bag(
    "lose loses losing lost eats ate swallows swallowed bleeds bled bleeding wastes wasted wasting leaks leaked burns "
    "burned drains drained forgo forgoes forgone stole stolen embezzled misses missed"
)
_WON: Final = bag(
    "worth saves saved saving save frees freed keeps brought brings recovered recovers recouped rescued raised earns "
    "leaves avoids avoided spares spared yields nets netted signed"
)
_GONE: Final = bag("gone lost wasted missing saved recovered stolen down less")
_OURS: Final = bag(
    "for us me them him her our the my in back out away about around some roughly nearly another up to a"
)
_TO_US: Final = bag("us business house firm company pocket till drawer account bank school parish hospital")
_SUMS: Final = bag(
    "payment payments bill bills invoice invoices dispute claim claims fraud order orders contract loss losses hole "
    "shortfall deficit surplus profit refund refunds fine fines donation donations grant"
)
_SALES: Final = bag("profit sales revenue turnover margin losses loss savings takings income fees donations")
_OWN: Final = bag("salary base wage pay paid rate earn earning expect expecting asking bonus offer offered band raise")
_LEAST: Final = 1000.0


def find(sentence: Sentence, question: str) -> list[Evidence]:
    """Every sum that is said to be won, lost or at stake."""
    result = []
    for index, word in enumerate(sentence.words):
        if word.quantity is not None and _sum(word.quantity) and not _own(sentence, index, question):
            strength = _staked(sentence, index, word.quantity) * (0.7 if question == "estimation" else 1.0)
            sold = _of_sales(sentence, index)
            result.append(evidence(sentence, index, index + 1, max(strength, sold), "a sum won, lost or at stake"))
    return [item for item in result if item.strength > 0]


def _sum(quantity: Quantity) -> bool:
    if quantity.form == "money":
        return quantity.value >= _LEAST or bool(quantity.per and quantity.value >= 1)
    return quantity.form == "count" and quantity.value >= _LEAST and quantity.shape != "fromto"


def _own(sentence: Sentence, index: int, question: str) -> bool:
    """One's own pay, asked for or earned."""
    near = [word.low for word in sentence.words[max(0, index - 6) : index + 5]]
    return question in ("negotiation", "") and any(low in _OWN for low in near)


def _bare(sentence: Sentence, index: int) -> bool:
    """No noun is counted: the number is a sum of money."""
    quantity = sentence.words[index].quantity
    if quantity is not None and quantity.form == "money":
        return True
    after = sentence.words[index + 1] if index + 1 < len(sentence.words) else None
    return after is None or bool(after.gap) or after.low in _AFTER


_AFTER: Final = bag(
    "a an per each every in out for to of on gone lost wasted less missing by that which all at from with saved down "
    "until before after from the if when so and or more"
)


def _staked(sentence: Sentence, index: int, quantity: Quantity) -> float:
    if not _bare(sentence, index):
        return 0.0
    words, at = sentence.words, index - 1
    while at >= 0 and at > index - 5 and words[at].low in _OURS and not words[at + 1].gap:
        at -= 1
    verb = words[at].low if at >= 0 and not words[at + 1].gap else ""
    spared = verb in ("cost", "costed") and any(word.low in ("would", "'d") for word in words[max(0, at - 3) : at])
    if verb in _LOST or verb in _WON or spared:
        return 0.65
    after = words[index + 1 : index + 7]
    if any(word.low in _GONE for word in after[:3] if not word.gap) or _to_us(sentence, index):
        return 0.6
    return 0.6 if verb == "of" and at > 0 and words[at - 1].low in _SUMS else 0.0


def _to_us(sentence: Sentence, index: int) -> bool:
    """ "That is 190,000 a year for us", "600,000 a year out of my pocket"."""
    words = sentence.words
    for at in range(index + 1, min(index + 7, len(words) - 1)):
        if words[at].gap:
            return False
        if words[at].low in ("for", "to", "of", "in") and any(word.low in _TO_US for word in words[at + 1 : at + 4]):
            return True
    return False


def _of_sales(sentence: Sentence, index: int) -> float:
    """ "Forty thousand profit", "80,000 of margin"."""
    after = [word.low for word in sentence.words[index + 1 : index + 4]]
    if after[:1] and after[0] in _SALES:
        return 0.6
    return 0.6 if len(after) > 1 and after[0] in ("of", "in") and after[1] in _SALES else 0.0
