"""No mark cuts a pair of brackets or quotes in two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.terminal.views.pairs import Pairs


@pytest.mark.parametrize(
    ("text", "marked", "shown"),
    [
        ("It saves 40 hours (~$900k/yr) now.", "saves 40 hours (~$900k/yr", "saves 40 hours (~$900k/yr)"),
        ("We held p99.9 (8ms) on all paths.", "8ms) on all", "(8ms) on all"),
        ("We held it (roughly 8 ms) on all.", "8 ms) on all", "(roughly 8 ms) on all"),
        ("We held it (8 ms) on all.", "8 ms", "8 ms"),
        ("We held it (8 ms) on all.", "held it (8 ms) on", "held it (8 ms) on"),
        (
            "I cut it by 40 (and this is a long aside that ends much later on).",
            "cut it by 40 (and this",
            "cut it by 40",
        ),
        ("I (having slept over it for a night and a day, cut 9) to six.", "cut 9) to six", "cut 9"),
        ('He said "we ship nine" and left.', 'said "we ship', 'said "we ship nine"'),
        ('A 5" pipe (or 6") broke.', '5" pipe', '5" pipe'),
        ("It is done :) and it saves 4.", ":) and it saves 4", ":) and it saves 4"),
        ("It (never closed saves 4.", "(never closed saves", "(never closed saves"),
        ("A (b [c) d] e", "c) d]", "[c) d]"),
        ("A (b\n\nc) d", "c) d", "c) d"),
    ],
)
def test_pairs_stay_whole(text: str, marked: str, shown: str) -> None:
    start = text.index(marked)
    first, last = Pairs(text).whole(start, start + len(marked))
    assert text[first:last] == shown


@given(st.text('()[]"“”ab1 \n,', max_size=120), st.data())
def test_no_mark_cuts_a_pair(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    pairs = Pairs(text)
    first, last = pairs.whole(start, end)
    assert 0 <= first <= last <= len(text)
    assert all(first <= there < last for here, there in pairs.partner.items() if first <= here < last)
