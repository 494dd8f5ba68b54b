"""Word lists as data: a plain mapping of list names to words becomes one immutable, inflected lexicon."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from coach.analysis.learned import PATTERNS, Learned, is_learned, is_weight, items, read
from coach.analysis.words import tokens

NO_TAGS: frozenset[str] = frozenset()
_VOWELS = "aeiou"


class Lexicon(NamedTuple):
    """`words`: word -> names of its lists (and its verb form); `phrases`: first two words -> longer entries.

    `learned`: what signs weigh, by themselves and together.
    """

    words: Mapping[str, frozenset[str]]
    phrases: Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], frozenset[str]], ...]]
    learned: Learned

    def __repr__(self) -> str:
        return f"<Lexicon of {len(self.words)} words>"

    def tags(self, word: str) -> frozenset[str]:
        """The lists `word` (lower case) is in."""
        return self.words.get(word, NO_TAGS)


def build(lists: Mapping[str, Iterable[str]]) -> Lexicon:
    """A lexicon of `lists`. An entry may hold several words or phrases separated by commas.

    Entries of a list named `…_verbs` are given in the base form and inflected (irregular forms come from the list
    `irregular_verbs`, each entry "base past participle"); those of `…_nouns` get their plural. A list named
    "weighs impact 1.4" holds signs with that weight.
    """
    irregular = _irregular(lists.get("irregular_verbs", ()))
    collected: dict[tuple[str, ...], set[str]] = {}
    for name, entries in lists.items():
        if name == "irregular_verbs" or is_learned(name):
            continue
        for item in items(entries):
            _add(collected, name, _pieces(item), irregular)
    for base, (past, participle) in irregular.items():
        for form, names in _verb_forms(base, {base: (past, participle)}).items():
            collected.setdefault((form,), set()).update(names)
    return _frozen(collected, read(lists))


def merged(base: Mapping[str, Iterable[str]], override: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """`base` with lists of `override` added to it; an entry beginning with "-" takes a word out of the base list.

    A sign that is given a new weight for a dimension loses the one it had. Patterns take the place of all those before.
    """
    moved = {(name.split()[1], sign) for name, signs in override.items() if is_weight(name) for sign in items(signs)}
    result = {
        name: tuple(sign for sign in items(entries) if (name.split()[1], sign) not in moved)
        if is_weight(name)
        else tuple(entries)
        for name, entries in base.items()
        if name not in PATTERNS or override.keys().isdisjoint(PATTERNS)
    }
    for name, entries in override.items():
        if name in PATTERNS:
            result[name] = tuple(entries)
            continue
        drop = {entry[1:].strip() for entry in entries if entry.startswith("-")}
        kept = (item for item in items(result.get(name, ())) if item not in drop)
        result[name] = (*kept, *(entry for entry in entries if not entry.startswith("-")))
    return result


def _pieces(item: str) -> tuple[str, ...]:
    """An entry cut the way an answer is cut: i'd is two words."""
    if "'" in item:
        return tuple(token.low for token in tokens(item))
    return tuple(item.lower().split())


def _irregular(entries: Iterable[str]) -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for item in items(entries):
        forms = item.lower().split()
        if len(forms) == 3:
            table[forms[0]] = (forms[1], forms[2])
    return table


def _add(
    collected: dict[tuple[str, ...], set[str]], name: str, item: tuple[str, ...], irregular: dict[str, tuple[str, str]]
) -> None:
    if not item:
        return
    if name.endswith("_verbs"):
        for form, names in _verb_forms(item[0], irregular).items():
            collected.setdefault((form, *item[1:]), set()).update(names | {name})
    else:
        collected.setdefault(item, set()).add(name)
        if name.endswith("_nouns"):
            collected.setdefault((*item[:-1], plural(item[-1])), set()).add(name)


def _verb_forms(base: str, irregular: dict[str, tuple[str, str]]) -> dict[str, set[str]]:
    past, participle = irregular.get(base, (_with_ed(base),) * 2)
    forms: dict[str, set[str]] = {base: {"base"}}
    for form, name in ((past, "past"), (participle, "participle"), (_with_s(base), "third"), (_with_ing(base), "ing")):
        forms.setdefault(form, set()).add(name)
    if len(base) > 4 and base.endswith(("el", "al", "il")) and base[-3] not in _VOWELS and past == base + "ed":
        # British spelling doubles the last letter: cancelled, labelling.
        for form, name in ((base + "led", "past"), (base + "led", "participle"), (base + "ling", "ing")):
            forms.setdefault(form, set()).add(name)
    return forms


def plural(noun: str) -> str:
    """The regular plural of `noun`; irregular ones are listed beside it in the lexicon."""
    return _with_s(noun)


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _doubles(word: str) -> bool:
    """Verbs that double their last letter (drop, dropped; commit, committed)."""
    if word.endswith(("mit", "fer")):
        return word not in ("offer", "differ", "suffer", "limit")
    one_syllable = 2 < len(word) < 6 and sum(letter in _VOWELS for letter in word) == 1
    return one_syllable and word[-1] not in _VOWELS + "wxy" and word[-2] in _VOWELS


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return word + (word[-1] if _doubles(word) else "") + "ed"


def _with_ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith("ee"):
        return word[:-1] + "ing"
    return word + (word[-1] if _doubles(word) else "") + "ing"


def _frozen(collected: dict[tuple[str, ...], set[str]], learned: Learned) -> Lexicon:
    shared: dict[frozenset[str], frozenset[str]] = {}
    words: dict[str, frozenset[str]] = {}
    phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for item, names in collected.items():
        tags = frozenset(names)
        tags = shared.setdefault(tags, tags)
        if len(item) == 1:
            words[item[0]] = tags
        else:
            phrases.setdefault((item[0], item[1]), []).append((item, tags))
    ordered = {first: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for first, found in phrases.items()}
    return Lexicon(words, ordered, learned)
