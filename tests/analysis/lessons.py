"""What the weights are learned from: sentences with their signs and what they carry.

They are those of the development half, and of the texts with labelled sentences (sentences.py). Each text is read with
and without its kind of question; those of the development half with sentences beside the point (`corpus/beside.txt`)
behind and between their own, which carry nothing. Those of private life and small talk (`corpus/private.txt`) teach
only what is beside the point: acts and choices are told there in the same words as at work. The short examples are of
one dimension each. Of passages only what is in a sentence itself teaches, for nobody knows what stood around them.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from random import Random
from typing import Final, NamedTuple

from coach.analysis.carried import shown
from coach.analysis.learned import COMMON, FAMILIAR, WEIGHED
from coach.analysis.lexicon import Lexicon
from coach.analysis.material import material
from coach.analysis.sentence import Sentence
from tests.analysis.corpus import FOLDER, Labelled, Pair, stopped
from tests.analysis.examples import HAVE, LACK
from tests.analysis.sentences import Text
from tests.analysis.shared import Shared

BESIDE: Final = (FOLDER / "beside.txt").read_text(encoding="utf-8").splitlines()
PRIVATE_LIFE: Final = (FOLDER / "private.txt").read_text(encoding="utf-8").splitlines()
# From which list a sentence is.
POINT, TALK = "beside", "private"
BESIDE_EACH: Final = 6
# So many of them are put between the sentences of an answer, the others behind it.
AMONG: Final = 3
PRIVATE_EACH: Final = 5
EXAMPLES: Final = "examples"
NOTHING: Final = dict.fromkeys(WEIGHED, False)
# Signs with no words of the sentence itself.
AROUND: Final = ("<", "~", "^", "=")


class Lesson(NamedTuple):
    """One sentence: its signs with their values, whose answer it is in, and what it carries (None: nobody marked it).

    `more` is one to learn from only: beside the point, of a passage, or read without the kind of question. `beside` is
    the list a sentence beside the point is from (POINT or TALK).
    """

    answer: int
    signs: dict[str, float]
    marked: dict[str, bool] | None
    more: bool
    beside: str = ""


class Lessons(NamedTuple):
    """All sentences; `answers` with their labels, `authors` of the answers; the lists of `words` that they share."""

    sentences: list[Lesson]
    answers: list[Labelled]
    authors: list[str]
    words: dict[str, frozenset[str]]


def lessons(lexicon: Lexicon, taught: Sequence[Pair], more: Iterable[Text] = ()) -> Lessons:
    """Every sentence of these pairs and of `more`, with and without the kind of question, and the short examples."""
    more = list(more)
    shared = _shared(taught, more)
    found = Lessons([], [], [], shared.lists())

    @cache
    def read_by(author: str) -> Lexicon:
        lists = shared.lists(but=author)
        learned = lexicon.learned._replace(familiar=lists[FAMILIAR], common=lists[COMMON])
        return lexicon._replace(learned=learned)

    chance = Random(1)
    for pair in taught:
        author = pair.id[0]
        for side in (pair.weak, pair.strong):
            _add(found, author, side, _with_beside(side, pair.kind, len(found.answers), chance, read_by(author)))
    for text in more:
        at = len(found.answers)
        read = [each for kind in (text.kind, "") for each in _read(text.side, kind, at, [], read_by(text.author))]
        _add(found, text.author, text.side, read if text.whole else map(_by_itself, read))
    for side in examples():
        _add(found, EXAMPLES, side, _read(side, "", len(found.answers), [], read_by(EXAMPLES)))
    return found


def _shared(taught: Iterable[Pair], more: Iterable[Text]) -> Shared:
    """The words of these pairs and of `more`, by author."""
    sides = ((pair.id[0], side.text) for pair in taught for side in (pair.weak, pair.strong))
    return Shared(chain(sides, ((text.author, text.side.text) for text in more)))


def _add(found: Lessons, author: str, side: Labelled, sentences: Iterable[Lesson]) -> None:
    found.sentences.extend(sentences)
    found.answers.append(side)
    found.authors.append(author)


def examples() -> Iterator[Labelled]:
    """Short texts of which one dimension is known."""
    for texts, known in ((HAVE, True), (LACK, False)):
        for dimension in WEIGHED:
            for text in texts.get(dimension, ()):
                yield Labelled(text, {dimension: known}, None)


def _with_beside(side: Labelled, kind: str, answer: int, chance: Random, lexicon: Lexicon) -> Iterator[Lesson]:
    """The sentences of an answer, and sentences beside the point behind and between them."""
    for asked in (kind, ""):
        beside = chance.sample(BESIDE, BESIDE_EACH)
        yield from _read(side, asked, answer, beside[AMONG:], lexicon)
        for sentence in beside[:AMONG]:
            yield from _among(side, asked, answer, sentence, chance, lexicon, POINT)
    for sentence in chance.sample(PRIVATE_LIFE, PRIVATE_EACH):
        yield from _among(side, kind, answer, sentence, chance, lexicon, TALK)


def _read(side: Labelled, kind: str, answer: int, behind: list[str], lexicon: Lexicon) -> Iterator[Lesson]:
    text = stopped(side.text)
    for sentence, signs in shown(material(" ".join([text, *behind]), kind, lexicon)):
        beside = sentence.start >= len(text)
        values = {name: sign.value for name, sign in signs.items()}
        if beside:
            yield Lesson(answer, values, NOTHING, True, POINT)
        else:
            yield Lesson(answer, values, marked(side, sentence), not kind)


def _by_itself(each: Lesson) -> Lesson:
    own = {name: value for name, value in each.signs.items() if name[0] not in AROUND}
    return each._replace(signs=own, more=True)


def _among(
    side: Labelled, kind: str, answer: int, beside: str, chance: Random, lexicon: Lexicon, where: str
) -> Iterator[Lesson]:
    """A sentence beside the point, put behind some sentence of the answer; `where` it is from."""
    text = stopped(side.text)
    starts = [sentence.start for sentence in material(text, kind, lexicon).reading.sentences if sentence.words]
    at = chance.choice([*starts[1:], len(text)])
    before = f"{text[:at].rstrip()} "
    for sentence, signs in shown(material(f"{before}{beside} {text[at:]}", kind, lexicon)):
        if sentence.start == len(before):
            yield Lesson(answer, {name: sign.value for name, sign in signs.items()}, NOTHING, True, where)


def marked(side: Labelled, sentence: Sentence) -> dict[str, bool] | None:
    """What the author marked in a sentence."""
    if side.spans is None:
        return None
    return {
        name: any(start < sentence.end and end > sentence.start for start, end in side.marked(name)) for name in WEIGHED
    }
