"""Scorecards that come back: only what a page saved is read, and the gap has the right sign."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.errors import InputFault
from coach.practice.kit import Peer, gaps, read_scorecard
from coach.practice.scorecard import Rated

GOOD = {"kit_version": 1, "question": "q", "by": "Ana", "ratings": {"r": 2}, "carried": "", "change": "x"}


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"", "1:1"),
        (b"\xff\xfe", "1:1"),
        (b'{\n "kit_version": 1,,', "2:19"),
        (json.dumps(GOOD | {"kit_version": 2}).encode(), "1:1"),
        (json.dumps(GOOD | {"ratings": {"r": 9}}).encode(), "1:1"),
        (json.dumps(GOOD | {"ratings": {"r": True}}).encode(), "1:1"),
        (json.dumps(GOOD | {"question": 3}).encode(), "1:1"),
        (b"[" * 100_000, "1:1"),
        (b"x" * 300_000, "1:1"),
    ],
)
def test_anything_else_is_refused_with_its_place(raw: bytes, place: str) -> None:
    with pytest.raises(InputFault) as fault:
        read_scorecard(raw, "card.json")
    assert str(fault.value.problems[0]).startswith(f"card.json:{place}: ")
    assert fault.value.exit_code == 4


@given(st.binary(max_size=200))
def test_bytes_never_break_it(raw: bytes) -> None:
    try:
        read_scorecard(raw, "card.json")
    except InputFault as fault:
        assert fault.problems


def test_the_gap_is_own_less_peer() -> None:
    peer = Peer("q", "Ana", {"a": 2, "b": 4}, "", "")
    own = [Rated("a", "A", 3, "")]
    assert [gap.difference for gap in gaps(own, peer)] == [1, None]
