"""Verbs after "by": the means of a result, said without a subject."""

from coach.analysis.sentence import Sentence


def gerunds(sentence: Sentence) -> list[int]:
    """Verbs after "by": "by dropping the lunch menu and seating walk-ins at the bar"."""
    words = sentence.words
    found: list[int] = []
    open_ = False
    for index in range(1, len(words)):
        before = words[index - 1].low
        if before == "by" and words[index].low.endswith("ing"):
            open_ = True
            found.append(index)
        elif open_ and before in ("and", "then") and words[index].low.endswith("ing"):
            found.append(index)
    return found
