"""What a sentence shows that can be weighed: its words, its lists, its amounts, what the rules saw, its place.

A sign is a name:
- `lost`, `we lose`: a word, or two side by side (an amount in a pair is a 9);
- `@list`: a word or phrase of that list;
- `#money`, `#measures time`, `#of person_nouns`: an amount, what it measures, counts; `#money=pitch`: by kind;
- `!rule`: what a rule saw; `!!impact` the surest of a dimension;
- `=pitch`: the kind of question; `^first`: the place; `^tied`: it takes up a word from before;
- `~#money`: an amount, or those served, in the sentence before;
- `<!rule`: what a rule saw in the sentence before;
- `?strange`, `?strange twice`: words that answers do not have, one or more.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Final, NamedTuple

from coach.analysis.findings import PRESENT, Evidence
from coach.analysis.measure import Measured
from coach.analysis.sentence import Sentence

# A percentage, a fraction and a ratio are one thing said in three ways.
_FORMS: Final = {"percent": "share", "fraction": "share", "ratio": "share"}
_SERVED: Final = ("@person_nouns", "@business_nouns")
AMOUNT: Final = "9"
STRANGE: Final = "?strange"


class Place(NamedTuple):
    """Where a sentence stands: at the beginning of the answer, behind the first act, or with it.

    `tied` says that it takes up something that was said before.
    """

    first: bool
    after: bool
    act: bool
    tied: bool


class Sign(NamedTuple):
    """How strongly a sign is there (0..1), and the word ranges it rests on (none for the place)."""

    value: float
    words: tuple[tuple[int, int], ...] = ()


Signs = dict[str, Sign]
_THERE: Final = Sign(1.0)


def signs(
    sentence: Sentence,
    items: Sequence[Measured],
    seen: Mapping[str, Iterable[Evidence]],
    place: Place,
    kind: str,
    before: Signs,
    familiar: Set[str],
) -> Signs:
    """Every sign of a sentence; `seen` is the rules' evidence in it, by dimension, `before` the sentence before.

    `familiar` are the words of answers (where there are none, no word is strange).
    """
    found: Signs = {}
    for item in items:
        _amount(item, found)
    found |= {f"{name}={kind}": sign for name, sign in found.items()}
    _carry_on(before, found)
    _words(sentence, found)
    if familiar:
        _strange(sentence, familiar, found)
    for dimension, pieces in seen.items():
        for piece in pieces:
            _rule(sentence, dimension, piece, found)
    found[f"={kind}"] = _THERE
    found |= {f"^{name}": _THERE for name, holds in zip(Place._fields, place, strict=True) if holds}
    if place.first:
        found[f"^first={kind}"] = _THERE
    return found


def _carry_on(before: Signs, found: Signs) -> None:
    """The amounts and those served of the sentence before, and what the rules saw in it."""
    for name, sign in before.items():
        mark = name[0]
        if mark == "!":
            found[f"<{name}"] = Sign(sign.value)
        elif (mark == "#" and "=" not in name) or name in _SERVED:
            found[f"~{name}"] = _THERE


def _words(sentence: Sentence, found: Signs) -> None:
    low = ""
    for index, word in enumerate(sentence.words):
        before, low = low, AMOUNT if word.quantity else word.low
        if not word.quantity:
            _add(found, low, 1.0, (index, index + 1))
        if index and not word.gap:
            _add(found, f"{before} {low}", 1.0, (index - 1, index + 1))
    for name, hits in sentence.hits.items():
        if hits:
            found[f"@{name}"] = Sign(1.0, tuple(hits))


def _strange(sentence: Sentence, familiar: Set[str], found: Signs) -> None:
    """Names are nobody's familiar words, but at the beginning a name and a word look alike."""
    places = {
        word.low: (index, index + 1)
        for index, word in enumerate(sentence.words)
        if word.low not in familiar and not word.quantity and not (word.capital and index)
    }
    if places:
        found[STRANGE] = Sign(1.0, tuple(places.values()))
        if len(places) > 1:
            found[f"{STRANGE} twice"] = found[STRANGE]


def _amount(item: Measured, found: Signs) -> None:
    here = (item.place, item.place + 1)
    form = item.quantity.form
    _add(found, f"#{_FORMS.get(form, form)}", 1.0, here)
    _add(found, f"#measures {item.kind}", item.strength, here)
    if item.quantity.shape:
        _add(found, f"#{item.quantity.shape}", 1.0, here)
    if item.head:
        _add(found, f"#of {item.head}", 1.0, here)
    if item.counts and item.strength >= PRESENT:
        _add(found, "#counts", 1.0, here)


def _rule(sentence: Sentence, dimension: str, piece: Evidence, found: Signs) -> None:
    words = sentence.words
    inside = [at for at, word in enumerate(words) if word.start < piece.span.end and word.end > piece.span.start]
    here = (inside[0], inside[-1] + 1)
    _add(found, f"!{piece.rule}", piece.strength, here)
    _add(found, f"!!{dimension}", piece.strength, here)
    if piece.strength >= PRESENT:
        _add(found, f"!!{dimension} is there", 1.0, here)


def _add(found: Signs, name: str, value: float, here: tuple[int, int]) -> None:
    before = found.get(name)
    if before is None:
        found[name] = Sign(value, (here,))
    else:
        found[name] = Sign(max(value, before.value), (*before.words, here))
