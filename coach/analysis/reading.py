"""An answer read once: sentences of words with their lexicon tags, phrases found, and quantities as single words."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from coach.analysis.glossary import glossary, nobody_speaks, question_cards
from coach.analysis.grammar import flow, ordered, sound
from coach.analysis.lexicon import Lexicon
from coach.analysis.order import BIG_BY_RIGHT, SMALL, big_letters
from coach.analysis.people import by_form
from coach.analysis.quantities import Quantity, scan
from coach.analysis.sentence import Hits, Sentence, Word
from coach.analysis.words import Token, sentences, tokens
from coach.analysis.wordset import bag


class Reading(NamedTuple):
    """The whole answer; `kind` is the kind of question it answers."""

    text: str
    kind: str
    sentences: list[Sentence]
    lexicon: Lexicon


def read(text: str, kind: str, lexicon: Lexicon) -> Reading:
    """Read `text` once; everything else looks at the result."""
    found = tokens(text)
    amounts = scan(found)
    at = 0
    result: list[Sentence] = []
    seen: set[str] = set()
    for first, last in sentences(found, text):
        while at < len(amounts) and amounts[at].first < first:
            at += 1
        begin = at
        while at < len(amounts) and amounts[at].last <= last:
            at += 1
        words = _words(found[first:last], first, amounts[begin:at], text, lexicon)
        if _numbering(words, found, last):
            continue
        result.append(_sentence(words, found, first, last, lexicon, seen))
    return Reading(text, kind, result, lexicon)


def fluency(reading: Reading, carries: Sequence[bool]) -> float:
    """How far the answer is language (0.0 for words in no order), less when it defines terms like a glossary.

    `carries` says which sentences carry something. Sound sentences that carry nothing are passed over, so that no
    sentence beside the point can lift the others.
    """
    spoken = [(each, carried) for each, carried in zip(reading.sentences, carries, strict=True) if each.words]
    result = [each for each, _ in spoken]
    weighed = [each for each, carried in spoken if carried or not sound(each.flow)] or result
    count = sum(len(sentence.words) for sentence in result)
    terse = count <= 60 and (reading.kind == "resume" or any(each.words[0].tags & _BARE for each in result[:1]))
    granted = min(_MOST_SYMBOLS, _SYMBOL * len(_SYMBOLS.findall(reading.text))) + _starts(result, weighed, reading.text)
    order = ordered([sentence.flow for sentence in weighed], granted, terse)
    order *= (1.0 - glossary(spoken)) * (1.0 - nobody_speaks(spoken))
    return order * (1.0 - question_cards(spoken, reading.text))


# What stands for words in an engineer's notes, what one is worth, and all.
_SYMBOLS = re.compile(r"->|[→=<>≤≥≈×÷]")
_SYMBOL, _MOST_SYMBOLS = 1.5, 4.0
# What each sentence that begins small costs where capitals are written, with some inside clauses and without, and what
# all cost where only names have them, or "i" is small; what one that begins with a capital is worth, and all: about the
# logarithms of how much oftener heaps or answers have them.
_SMALL_START, _CARELESS_START, _NAMES_ONLY = 5.0, 2.5, 1.4
_CAPITAL_START, _MOST_STARTS = 1.2, 3.6
_VERB = frozenset({"base", "past", "participle", "third", "ing"})
_BARE = frozenset({"past", "base", "ing"})
_QUOTES = '`"*_(['
_PEOPLE = frozenset({"person_nouns"})
_BEGINS_CLAUSE = bag("and but so because that which since though again")


def _starts(result: list[Sentence], weighed: list[Sentence], text: str) -> float:
    """What the first letters of the text and its sentences say of their order: small ones against it."""
    stopped = [sentence for before, sentence in pairwise(result) if _stopped(before, sentence, text)]
    begun = [sentence.words[0] for sentence in (*result[:1], *stopped)]
    small = sum(word.low.isalpha() and not word.capital for word in begun)
    capitals = [word for sentence in result for word in sentence.words if word.capital]
    if small and any(map(_usually_small, capitals)) and not any(_small_i(sentence) for sentence in result):
        careless = not any(big_letters(sentence.words) for sentence in result)
        return -small * (_CARELESS_START if careless else _SMALL_START)
    if small and capitals:
        return -_NAMES_ONLY
    own = {sentence.start for sentence in weighed}
    return min(_MOST_STARTS, _CAPITAL_START * sum(each.words[0].capital and each.start in own for each in stopped))


def _usually_small(word: Word) -> bool:
    """Whether a word is "I", or one that English writes small but at the beginning: no name, no "US" and no "May"."""
    if word.low in BIG_BY_RIGHT:
        return word.low == "i"
    number = word.quantity is not None and word.low != "#"
    return number or word.low in SMALL or not word.tags.isdisjoint(_VERB)


def _small_i(sentence: Sentence) -> bool:
    return any(word.low == "i" and not word.capital for word in sentence.words)


def _stopped(before: Sentence, sentence: Sentence, text: str) -> bool:
    """Whether a full stop ends what came before; a quoted `name` may begin small, and so may speech after "..."."""
    between = text[before.end : sentence.start]
    stopped = any(mark in between for mark in ".!?") and ".." not in between
    return stopped and sentence.words[0].low.isalpha() and between[-1:] not in _QUOTES


def _numbering(words: list[Word], found: list[Token], last: int) -> bool:
    """ "1." before an item of a list."""
    if len(words) != 1 or words[0].low != "#" or last + 1 >= len(found) or found[last].low != ".":
        return False
    quantity = words[0].quantity
    return quantity is not None and quantity.form == "count" and quantity.value <= 20


def _sentence(
    words: list[Word], found: list[Token], first: int, last: int, lexicon: Lexicon, seen: set[str]
) -> Sentence:
    key = " ".join(word.low if word.quantity is None else str(word.quantity[2:8]) for word in words)
    again = bool(words) and key in seen
    seen.add(key)
    start, end = (
        (words[0].start, words[-1].end)
        if words
        else (found[first].start, found[first].start)
        if first < last
        else (0, 0)
    )
    return Sentence(words, _hits(words, lexicon), start, end, flow(words), again)


def _words(found: list[Token], offset: int, amounts: list[Quantity], text: str, lexicon: Lexicon) -> list[Word]:
    result: list[Word] = []
    gap, at, skip = "", 0, -1
    table = lexicon.words
    none: frozenset[str] = frozenset()
    for index, token in enumerate(found, start=offset):
        if index < skip:
            continue
        if at < len(amounts) and amounts[at].first == index:
            result.append(
                _amount_word(amounts[at], token, gap, table.get(token.low, none), text[token.start].isupper())
            )
            gap, skip, at = "", amounts[at].last, at + 1
        elif token.kind == "word":
            low = token.low
            capital = text[token.start].isupper()
            tags = table.get(low, none) or (_PEOPLE if by_form(low) else none)
            result.append(Word(low, token.start, token.end, tags, None, gap, capital))
            gap = ""
        elif token.kind in ("comma", "stop", "line"):
            gap = _gap(token, gap)
    return result


def _gap(token: Token, gap: str) -> str:
    """The strongest mark between two words: a colon, another stop, a comma or a line break."""
    if token.low == ":" or gap == ":":
        return ":"
    return token.kind if gap != "stop" else gap


def _amount_word(amount: Quantity, token: Token, gap: str, tags: frozenset[str], capital: bool) -> Word:
    single = amount.last - amount.first == 1 and token.kind == "word"
    return Word(
        token.low if single else "#", amount.start, amount.end, tags if single else frozenset(), amount, gap, capital
    )


def _hits(words: list[Word], lexicon: Lexicon) -> Hits:
    """Where each list's words and phrases stand in the sentence, in order."""
    hits: Hits = {}
    phrases = lexicon.phrases
    before = ""
    for index, word in enumerate(words):
        for tag in word.tags:
            hits.setdefault(tag, []).append((index, index + 1))
        longer = phrases.get((before, word.low))
        if longer is not None:
            _add_phrases(hits, longer, words, index - 1)
        before = word.low
    if "fillers" in hits:
        hits["fillers"] = [hit for hit in hits["fillers"] if not _meant(hit, hits, words)]
    return hits


def _meant(hit: tuple[int, int], hits: Hits, words: list[Word]) -> bool:
    """ "The same kind of push", "we settle at the end of the day": the words of a filler that say something."""
    if any(first <= hit[0] and hit[1] <= last for first, last in hits.get("no_fillers", ())):
        return True
    return hit in hits.get("edge_fillers", ()) and not _at_edge(hit, words)


def _at_edge(hit: tuple[int, int], words: list[Word]) -> bool:
    """Whether a phrase begins a sentence or clause, or stands before a comma."""
    first, last = hit
    begins = first == 0 or bool(words[first].gap) or words[first - 1].low in _BEGINS_CLAUSE
    return begins or (last < len(words) and words[last].gap == "comma")


def _add_phrases(
    hits: Hits, longer: Iterable[tuple[tuple[str, ...], frozenset[str]]], words: list[Word], index: int
) -> None:
    for item, tags in longer:
        size = len(item)
        if size == 2 or tuple(word.low for word in words[index : index + size]) == item:
            for tag in tags:
                hits.setdefault(tag, []).append((index, index + size))
