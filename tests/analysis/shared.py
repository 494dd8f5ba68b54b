"""Which words answers share, whatever they are about: those that several authors used, and what nearly all say."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from coach.analysis.learned import COMMON, FAMILIAR
from coach.analysis.ties import stem
from coach.analysis.words import tokens

# So many authors make a word familiar, and such a share of texts a stem common.
AUTHORS: Final = 4
OFTEN: Final = 0.05


class Shared:
    """The words of texts, from pairs of author and text."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        self._by_author: dict[str, set[str]] = {}
        stems: Counter[str] = Counter()
        count = 0
        for author, text in texts:
            words = {token.low for token in tokens(text) if token.kind == "word"}
            self._by_author.setdefault(author, set()).update(words)
            stems.update({stem(word) for word in words})
            count += 1
        self._authors = Counter(word for words in self._by_author.values() for word in words)
        self._common = frozenset(found for found, often in stems.items() if often >= OFTEN * count)

    def lists(self, but: str = "") -> dict[str, frozenset[str]]:
        """The lists by name; for the texts of an author (`but`) those of the others, as a stranger's are read."""
        own = self._by_author.get(but, set())
        familiar = frozenset(word for word, count in self._authors.items() if count - (word in own) >= AUTHORS)
        return {FAMILIAR: familiar, COMMON: self._common}
