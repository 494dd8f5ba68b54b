"""How long words take to say: what counts as a word, and the pace unless the candidate names another."""

from typing import Final

PACE: Final = 140


def count_words(text: str) -> int:
    """The words of `text`; a dash between spaces is none."""
    return sum(any(char.isalnum() for char in word) for word in text.split())


def word_budget(seconds: int, pace: int) -> int:
    """How many words fit into so many seconds at `pace` words a minute."""
    return seconds * pace // 60
