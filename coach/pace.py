"""How long words take to say: what counts as a word, and the pace unless the candidate names another."""

from typing import Final

# Words a minute: without a setting, and the slowest and fastest a candidate may name.
PACE: Final = 140
LEAST_PACE: Final = 60
MOST_PACE: Final = 260


def count_words(text: str) -> int:
    """The words of `text`; a dash between spaces is none."""
    return sum(any(char.isalnum() for char in word) for word in text.split())


def word_budget(seconds: int, pace: int) -> int:
    """How many words fit into so many seconds at `pace` words a minute."""
    return seconds * pace // 60


def seconds_to_say(words: int, pace: int) -> float:
    """How long so many words take at `pace` words a minute."""
    return words * 60 / pace
