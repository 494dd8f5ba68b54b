"""Words, the time they take, and how many fit into a time."""

import pytest

from coach.pace import count_words, seconds_to_say, word_budget


def test_a_dash_is_no_word() -> None:
    assert count_words("It fell \u2014 by 30 % \u2013 in May - at last.") == 8


@pytest.mark.parametrize(("words", "pace", "seconds"), [(140, 140, 60.0), (45, 60, 45.0), (25, 100, 15.0)])
def test_words_take_their_time_and_fit_into_it(words: int, pace: int, seconds: float) -> None:
    assert seconds_to_say(words, pace) == seconds
    assert word_budget(round(seconds), pace) == words
