"""What people do and what happens to them, with a quantity as its subject or object: nine of twelve open a stall."""

from typing import Final

from coach.analysis.findings import Evidence
from coach.analysis.grammar import FUNCTION_WORDS
from coach.analysis.material import evidence
from coach.analysis.people import by_form
from coach.analysis.sentence import Sentence, Word
from coach.analysis.wordset import bag

_FORMS: Final = bag("count fraction ratio percent")
_OTHERS: Final = ("tool_nouns", "activity_nouns", "technical_words", "hyper_words", "framework_words", "team_nouns")
_OPENERS: Final = bag(
    "and but where that since until so because when while if now then today again for or only just about around all "
    "another some the those these other nearly almost over under least most fully now says said still yet"
)
_INSIDE: Final = bag(
    "of in out the our my their those these them ours who whom never now again all that always still also then just "
    "even actually had has have 've 'd 'll will would not do does did with no 's no longer"
)
_THINGS_TOO: Final = bag(
    "work worked works use used uses open opened close closed get got keep kept lose lost live lived own owned receive "
    "received hang arrive arrived wait waited miss missed walk fail failed pass passed finish finished return returned "
    "freeze froze move moved read play played call called abandon drop switch switched log check watch leave left "
    "collect collected settle default survive survived recover recovered travel heal depend rely order book queue"
)
_PHRASES: Final = bag("for in since after at on by before during within with from")
_FINITE: Final = frozenset({"past", "third"})
_ASIDE: Final = bag("i we")
_AFFECTED: Final = bag(
    "lost lose losing loses house housed houses rescue rescued rescues evict evicted save saved saves saving free "
    "freed frees cure cured cures feed fed feeds spare spared spares employ employed strand stranded overcharge "
    "overcharged shelter sheltered heal healed reach reached hurt injured killed delay delayed"
)
_AWAY: Final = bag("away back home off out")
_MOVED: Final = bag(
    "turn turned turns turning send sent sends give gave gives given giving hand handed get got gets brought bring "
    "brings took takes take keep kept locked laid lay let"
)
_OWN_TIME: Final = bag(
    "fridays mondays saturdays sundays weekends evenings nights sunday saturday friday weekend evening night morning "
    "mornings afternoon afternoons hour hours day days lunch holidays"
)
_BORNE: Final = bag(
    "wait waits waited waiting stand stands stood standing shuffle shuffled shuffles queue queues queued queuing "
    "queueing sit sits sat sitting lie lies lay lying walk walks walked stuck hold holds held hang stranded trapped "
    "search searched searches hunt hunted circle circled linger lingered"
)
_PARTED: Final = bag(
    "resigned resign quit quits complained complain cried cry left leave walked defected sued hate hated shouted"
)
_HARM: Final = bag("hurt hungry injured killed dead harmed homeless late stranded lost sick ill cold wet sacked fired")
_NOBODY: Final = bag("nobody none no-one")


def find(sentence: Sentence, after: bool) -> list[Evidence]:
    """Every sight of people, counted, to whom something happens; `after` the choice their leaving is its price."""
    result = [
        evidence(sentence, index, index + 1, strength, "people, counted, and what they do or suffer")
        for index, word in enumerate(sentence.words)
        if word.quantity is not None and (strength := _strength(sentence, index)) > 0
        if not (after and _price(sentence, index))
    ]
    return result + _unharmed(sentence) + _given_back(sentence)


def _price(sentence: Sentence, index: int) -> bool:
    """ "Two of them resigned", after a choice: what it cost."""
    return any(word.low in _PARTED for word in sentence.words[index + 1 : index + 6])


def _strength(sentence: Sentence, index: int) -> float:
    quantity = sentence.words[index].quantity
    form = quantity.form if quantity else ""
    if form in _FORMS:
        return max(_does(sentence, index), _affected(sentence, index))
    return _borne(sentence, index) if form == "time" else 0.0


def _does(sentence: Sentence, index: int) -> float:
    """Quantity, the people counted, and the verb of what they do: subject first, and none of ours before it."""
    words = sentence.words
    quantity = words[index].quantity
    if quantity is None or (quantity.form == "count" and quantity.value < 2) or not _begins(sentence, index):
        return 0.0
    named, at = False, index + 1
    while at < len(words) and at < index + 9 and not words[at].gap:
        word = words[at]
        if any(name in word.tags for name in _OTHERS) or word.low in _ASIDE:
            return 0.0
        if at > index and _outcome(sentence, at):
            return 0.7 if named or _bare(words, index, at) else _unlisted(words, index, at)
        if word.low in FUNCTION_WORDS and word.low not in _INSIDE:
            return 0.0
        named = named or _person(word)
        at += 1
    return 0.0


def _outcome(sentence: Sentence, at: int) -> bool:
    """A finite verb of what people do."""
    word = sentence.words[at]
    hit = any(first == at for first, _ in sentence.hits.get("outcome_verbs", ()))
    return hit and bool(word.tags & {"base", "past", "participle", "third"}) and not word.low.endswith("ing")


def _bare(words: list[Word], index: int, verb: int) -> bool:
    """No noun between the number and the verb, which then is of people: "of a hundred, thirty-eight slept"."""
    return all(word.low in _INSIDE or word.quantity for word in words[index + 1 : verb])


def _unlisted(words: list[Word], index: int, verb: int) -> float:
    """A plural no list knows, doing what only people and their affairs do: "eleven choirboys sing"."""
    noun = words[verb - 1]
    nouns = [word for word in words[index + 1 : verb] if word.low not in _INSIDE]
    known = len(nouns) == 1 and not noun.tags and noun.low.endswith("s")
    return 0.6 if known and words[verb].low not in _THINGS_TOO else 0.0


def _person(word: Word) -> bool:
    return "person_nouns" in word.tags or by_form(word.low)


def _begins(sentence: Sentence, index: int) -> bool:
    """The quantity is the subject: only a conjunction or a phrase ("Of ten who …", "For the first time") before it."""
    words, start = sentence.words, index
    while start > 0 and not words[start].gap:
        start -= 1
    before = [word.low for word in words[start:index]]
    if any(low in _ASIDE for low in before):
        return False
    while before and before[-1] in _OPENERS:
        before.pop()
    if not before or before[0] in ("of", "out"):
        return True
    return before[0] in _PHRASES and len(before) > 1 and not any(word.tags & _FINITE for word in words[start:index])


def _affected(sentence: Sentence, index: int) -> float:
    """ "Turned away 300 children", "the fire left forty families": counted people as the object."""
    words = sentence.words
    if not any(_person(word) for word in words[index + 1 : index + 3] if not word.gap):
        return 0.0
    before = [word.low for word in words[max(0, index - 3) : index]]
    after = [word.low for word in words[index + 2 : index + 6]]
    if any(low in _AFFECTED for low in before[-2:]):
        return 0.65
    moved = any(low in _MOVED for low in before)
    return 0.65 if moved and (_AWAY & {*before, *after} or _OWN_TIME & set(after)) else 0.0


def _borne(sentence: Sentence, index: int) -> float:
    """ "Families shuffle for seventy minutes": what people, not the speaker, bear for minutes and hours."""
    words, quantity = sentence.words, sentence.words[index].quantity
    if quantity is None or not 240 <= max(quantity.value, quantity.high or 0.0) < 1e6:
        return 0.0
    for at in range(max(0, index - 6), index):
        if words[at].low in _BORNE:
            who = words[max(0, at - 5) : at]
            return 0.65 if any(_person(word) for word in who) and not any(w.low in _ASIDE for w in who) else 0.0
    return 0.0


def _unharmed(sentence: Sentence) -> list[Evidence]:
    """ "Nobody hurt, nobody hungry"."""
    words = sentence.words
    return [
        evidence(sentence, at, at + 2, 0.6, "a complete change for those served")
        for at in range(len(words) - 1)
        if words[at].low in _NOBODY and any(w.low in _HARM for w in words[at + 1 : at + 3] if not w.gap)
        and not any(w.low in ("should", "would", "must", "may", "can", "gets") for w in words[at : at + 3])
    ]  # fmt: skip


def _given_back(sentence: Sentence) -> list[Evidence]:
    """ "It gives the drivers back a Sunday a month": time of people returned to them."""
    words, result = sentence.words, []
    for at, word in enumerate(words):
        if word.low in ("give", "gives", "gave", "given", "giving", "get", "gets", "got", "hand", "handed"):
            run = words[at + 1 : at + 9]
            lows = {each.low for each in run}
            if "back" in lows and lows & _OWN_TIME and any(_person(each) for each in run):
                result.append(evidence(sentence, at, min(at + 9, len(words)), 0.6, "time given back to people"))
    return result
