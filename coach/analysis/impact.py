"""Impact: a consequence for the people served, for money or for people's time, with its magnitude."""

from itertools import pairwise
from typing import Final

from coach.analysis.findings import Evidence
from coach.analysis.material import Material, evidence
from coach.analysis.measure import Measured
from coach.analysis.sentence import Sentence
from coach.analysis.wordset import bag

_REACH: Final = 8
_OWN: Final = bag("term tail target estimate")
_GIVEN_UP: Final = frozenset({("gave", "up"), ("give", "up"), ("giving", "up"), ("goodbye", "to")})
_ACCEPTED: Final = bag("costs cost costing price budget spend charge charges")
_MACHINE: Final = bag(
    "latency accuracy auc p99 p95 p50 f1 precision recall uptime throughput ms query queries api memory cpu "
    "response rmse roc coverage build builds deploy deploys"
)
_TASKS: Final = bag(
    "interviewed interview read trained train mentored mentor met meet visited visit taught teach led lead coached "
    "coach presented spoke speak make made produce process handle handled managed manage cover covered ran run have "
    "had hold held wrote surveyed survey tested test reviewed review answered supervised oversaw onboarded hired"
)
_OURS: Final = bag("i we and also then have had 've personally alone currently")
_US: Final = bag("i we")
_HOPED: Final = bag(
    "should must may might can could likes wants like want knows dared told else gets get ought shall let deserves "
    "deserve needs need"
)
_PRICES: Final = bag("fee fees price prices rate rates premium retainer deposit rent discount")
_CUSTOM: Final = bag(
    "spend spends spent sell sells sold buy buys bought earn earns earned order orders ordered book books booked renew "
    "renews renewed cancel cancels cancelled canceled return returns returned leave leaves left churn churned complain "
    "complained stay stays stayed finish finished attend attended reorder reordered subscribe subscribed donated "
    "come came pay paid"
)
_WAITING: Final = bag(
    "wait waits waited waiting queue queued queues queueing queuing hold stuck stand stood standing hang"
)
_BOUND_TO: Final = bag("would 'd will leave leaving let to should must never")
_PERIODS: Final = bag("day days night nights week weeks month months year years time morning evening hour shift")
_IS_NOW: Final = bag("is are was were has have had now since again gets anymore")
_AIMS: Final = bag("would 'd should must target promise objective aim goal set has could budget")
_TECHNICAL: Final = frozenset({"technical_words", "hyper_words", "framework_words"})
_EVERYDAY: Final = bag("queue rest edge edges tree trees lock locks stack forest attention prompt bias prior network")
_SHARES: Final = bag("percent points fraction ratio factor")


def find(material: Material, decided: int) -> list[Evidence]:
    """Magnitudes that stand beside those served, their money or their time; and complete changes in words.

    `decided` is where the first act begins (characters; -1 for none): a cost named before it is a stake, not a price.
    """
    result: list[Evidence] = []
    for sentence, items in zip(material.reading.sentences, material.measured, strict=True):
        if not sentence.words or sentence.again:
            continue
        for item in items:
            if (
                item.counts
                and item.kind not in _OWN
                and item.strength >= (0.45 if item.quantity.form == "count" else 0.4)
            ):
                result.append(_beside(item, material.reading.kind, 0 <= decided < item.quantity.start))
        result.extend(_complete(sentence))
    return result


def _beside(item: Measured, question: str, after: bool) -> Evidence:
    sentence, index = item.sentence, item.place
    strength = _strength(item) * min(1.0, item.strength + 0.2)
    if after and _accepted(sentence, index):
        strength *= 0.45
    if sentence.near("average_words", index, 4, 2):
        strength *= 0.8
    if _aimed(sentence, index):
        strength *= 0.5
    if question == "estimation":
        strength *= 0.4
    if question == "negotiation" and not sentence.near("business_nouns", index, _REACH, _REACH):
        # At the table most figures are one's own terms.
        strength *= 0.45
    elif question == "negotiation" and (item.quantity.form in ("count", "time") or _of_the_price(sentence, index)):
        strength *= 0.7
    return evidence(sentence, index, index + 1, strength, "magnitude beside a consequence")


def _of_the_price(sentence: Sentence, index: int) -> bool:
    """ "Five percent of the yearly fee": a term of the deal."""
    return any(word.low in _PRICES for word in sentence.words[max(0, index - 2) : index + 5])


def _strength(item: Measured) -> float:
    sentence, index, form = item.sentence, item.place, item.quantity.form
    business = sentence.near("business_nouns", index, _REACH, _REACH) is not None
    person = sentence.near("person_nouns", index, _REACH, _REACH) is not None
    if sentence.near("tail_phrases", index, 2, 0):
        return 0.4
    if form == "money" or item.kind == "money":
        return _money_strength(item, business or person)
    if form == "time":
        return _time_strength(item, person, business)
    if form == "count":
        return _count_strength(item)
    if form not in _SHARES and form != "rate":
        return 0.4 if business or person else 0.2
    return _share_strength(item, business, person)


def _money_strength(item: Measured, beside: bool) -> float:
    if item.quantity.value < 1:
        return 0.35
    happens = item.sentence.near("change_verbs", item.place, _REACH, _REACH) or item.quantity.per
    if happens and (beside or item.quantity.value >= 1000):
        return 1.0
    return 0.75 if beside and item.quantity.value >= 100 else 0.55 if item.quantity.value >= 1000 else 0.35


def _share_strength(item: Measured, business: bool, person: bool) -> float:
    """A share of customers, of sales …; of a machine's speed or a model's score it is none."""
    sentence, index = item.sentence, item.place
    machine = any(word.low in _MACHINE for word in sentence.words[max(0, index - 9) : index + 5])
    happens = sentence.near("consequence_verbs", index, _REACH, _REACH) or sentence.near("change_verbs", index, 6, 6)
    close = sentence.near("business_nouns", index, 5, 5) or sentence.near("person_nouns", index, 4, 4)
    if machine and item.head != "business_nouns":
        return 0.4 if close else 0.2
    if item.head in ("business_nouns", "person_nouns") or close:
        return 1.0 if happens else 0.7
    if business or person:
        return 0.7 if happens else 0.4
    after = sentence.words[index + 1 : index + 3]
    if item.quantity.form == "ratio" and _plain(item) and any("consequence_verbs" in word.tags for word in after):
        # Four out of five pass, one in fifty buys: a share of people as the subject of what they do.
        return 0.65
    told = item.quantity.shape == "fromto" or any(
        sentence.near(name, index, 6, 4) for name in ("burden_nouns", "gain_nouns")
    )
    if _plain(item) and any(word.low in _CUSTOM for word in sentence.words[max(0, index - 3) : index]):
        return 0.6
    return (0.55 if told and _plain(item) else 0.4) if happens else 0.2


def _count_strength(item: Measured) -> float:
    """A count is impact only of those served or of sales, and only when something happens to them."""
    bounds = item.sentence.clause(item.place, 8)
    if item.quantity.shape != "fromto" and _own_task(item.sentence, item.place):
        return 0.3
    if any(word.low in _MACHINE for word in item.sentence.words[bounds[0] : bounds[1] + 1]):
        return 0.3
    if item.head not in ("business_nouns", "person_nouns"):
        counted = item.sentence.inside("business_nouns", bounds) or item.sentence.inside("person_nouns", bounds)
        unknown = 0.55 if item.quantity.shape == "fromto" and _plain(item) and not _clock_or_score(item) else 0.45
        return (0.9 if counted else unknown) if item.kind == "result" else 0.3
    names = ("change_verbs", "consequence_verbs", "none_words")
    happens = any(
        bounds[0] <= first <= bounds[1] and first != item.place + 1
        for name in names
        for first, _ in item.sentence.hits.get(name, ())
    )
    return 0.85 if happens or item.quantity.shape else 0.4


def _own_task(sentence: Sentence, index: int) -> bool:
    """ "I interviewed 23 people", "we make 2,700 meals": what the speaker handles, with nothing happening to them."""
    for at in range(index - 1, max(-1, index - 8), -1):
        word = sentence.words[at]
        if word.tags & {"past", "base"} and word.low in _TASKS:
            before = sentence.words[at - 1] if at else None
            return before is None or word.gap != "" or before.low in _OURS
        if word.gap:
            return False
    return False


def _clock_or_score(item: Measured) -> bool:
    """ "At five to eight", "0.71 to 0.78"."""
    at = item.place > 0 and item.sentence.words[item.place - 1].low == "at"
    return at or max(item.quantity.value, item.quantity.high or 0.0) <= 1


def _time_strength(item: Measured, person: bool, business: bool) -> float:
    """Seconds of a machine are no consequence; minutes of a person are."""
    sentence, index = item.sentence, item.place
    longest = max(item.quantity.value, item.quantity.high or 0.0)
    if (
        longest >= 5
        and _plain(item)
        and any(word.low in _WAITING for word in sentence.words[max(0, index - 7) : index + 3])
    ):
        return 0.75 if person or item.strength >= 0.9 else 0.55
    if longest < 5 or not (person or business):
        return 0.55 if longest >= 60 and item.quantity.shape == "fromto" and _plain(item) else 0.3
    machine = any(word.low in _MACHINE for word in sentence.words[max(0, index - 6) : index + 4])
    happens = item.quantity.shape == "fromto" or any(
        sentence.inside(name, sentence.clause(index, 8)) for name in ("change_verbs", "consequence_verbs")
    )
    if machine or not happens:
        return 0.4
    return 0.85 if person else 0.65


def _plain(item: Measured) -> bool:
    """Nothing of machines or models in the sentence: what changes there, changes for people."""
    return _plainly(item.sentence)


def _plainly(sentence: Sentence) -> bool:
    return not any(
        word.low in _MACHINE or (word.tags & _TECHNICAL and word.low not in _EVERYDAY) for word in sentence.words
    )


def _aimed(sentence: Sentence, index: int) -> bool:
    """A bound that is promised or set is a target and no consequence yet."""
    bound = sentence.near("target_words", index, 3, -1) is not None
    return bound and any(word.low in _AIMS for word in sentence.words[max(0, index - 14) : index])


def _accepted(sentence: Sentence, index: int) -> bool:
    """A cost the speaker takes on is no impact: "that costs us 0.3 %"."""
    before = sentence.words[max(0, index - 4) : index]
    ours = any(word.low in ("we", "i") for word in before) and any(word.low in ("lose", "lost") for word in before)
    given = any((word.low, after.low) in _GIVEN_UP for word, after in pairwise(before))
    return ours or given or any(word.low in _ACCEPTED for word in before)


def _complete(sentence: Sentence) -> list[Evidence]:
    """Nobody, every, not a single: a complete change for those served."""
    result = []
    for first, last in sentence.hits.get("none_words", ()):
        bounds = (first, sentence.clause(first, 8)[1])
        served = sentence.inside("person_nouns", (first, first + 3)) or sentence.inside(
            "business_nouns", (first, first + 3)
        )
        happens = sentence.inside("consequence_verbs", bounds) or sentence.near("change_verbs", first, 5, 0)
        if served and happens and _happened(sentence, first, last):
            result.append(evidence(sentence, first, last, 0.6, "a complete change for those served"))
    return result


def _happened(sentence: Sentence, first: int, last: int) -> bool:
    """Said of what is or was, not of what should be: no slogan ("every child reaching"), no wish ("nobody gets to")."""
    words = sentence.words
    hoped = any(word.low in _HOPED for word in words[first : first + 5])
    hoped = hoped or (words[first].low == "every" and any(word.low in _US for word in words[first + 1 : first + 4]))
    bound = first > 0 and words[first - 1].low in _BOUND_TO
    each = last < len(words) and words[first].low == "every" and words[last].low in _PERIODS
    if hoped or bound or each or (first > 1 and words[first - 2].low in ("would", "'d", "should")):
        return False
    near = [*words[max(0, first - 1) : first], *words[last : last + 7]]
    return any(word.low in _IS_NOW or word.tags & {"past", "third", "participle"} for word in near)
