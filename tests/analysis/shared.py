"""Which words answers share, whatever they are about: those of several authors, and stems that many texts have."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from coach.analysis.learned import COMMON, FAMILIAR
from coach.analysis.ties import stems
from coach.analysis.words import tokens

# So many authors make a word familiar, and such a share of texts a stem common.
AUTHORS: Final = 4
OFTEN: Final = 0.05


class Shared:
    """The words of texts, from pairs of author and text."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        self._by_author: dict[str, set[str]] = {}
        met: Counter[str] = Counter()
        count = 0
        for author, text in texts:
            words = {token.low for token in tokens(text) if token.kind == "word"}
            self._by_author.setdefault(author, set()).update(words)
            met.update(stems(words))
            count += 1
        self._authors = Counter(word for words in self._by_author.values() for word in words)
        self._common = frozenset(stem for stem, often in met.items() if often >= OFTEN * count)

    def lists(self, but: str = "") -> dict[str, frozenset[str]]:
        """The lists by name; words that an author (`but`) alone makes familiar are not, as where a stranger is read."""
        own = self._by_author.get(but, set())
        familiar = frozenset(word for word, count in self._authors.items() if count - (word in own) >= AUTHORS)
        return {FAMILIAR: familiar, COMMON: self._common}
