"""The table of meanings: words of like meaning lie nearer each other than others do."""

import numpy as np
import pytest

from tests.analysis.meanings import DIRECTIONS, table


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("pillow", "cushion", "merchant"),
        ("refund", "rebate", "husband"),
        ("latency", "throughput", "kitchen"),
        ("postponed", "delayed", "dog"),
    ],
)
def test_words_of_like_meaning_lie_near_each_other(word: str, near: str, far: str) -> None:
    row_of, rows = table()
    at, like, other = (rows[row_of[name]] for name in (word, near, far))
    assert at @ like > at @ other + 0.3


def test_every_word_has_one_row_of_the_same_length() -> None:
    row_of, rows = table()
    assert rows.shape == (len(row_of), DIRECTIONS)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=0.05)
