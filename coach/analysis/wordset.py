"""Small closed sets of words, written as one string."""


def bag(words: str) -> frozenset[str]:
    """The words of a string as a set."""
    return frozenset(words.split())
