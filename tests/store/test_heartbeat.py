"""The clock's beats: the last one is read, damage and another draft's beat are left aside, a dead disk is survived."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.paths import Home, home
from coach.store.heartbeat import Beat, Heartbeat, read_beat, seconds_spent


@pytest.fixture
def place(tmp_path: Path) -> Home:
    found = home(str(tmp_path), {})
    found.data.mkdir(exist_ok=True)
    return found


def test_the_last_beat_counts_and_a_shorter_one_leaves_no_tail(place: Home) -> None:
    heart = Heartbeat(place)
    assert read_beat(place) is None
    heart.write(Beat("question-a-long-name/mock", 12, 1000.5))
    heart.write(Beat("q/mock", 1, 2.0))
    assert read_beat(place) == Beat("q/mock", 1, 2.0)
    assert place.clock.stat().st_mode & 0o777 == 0o600


def test_only_the_same_part_of_the_same_draft_is_moved_forward(place: Home) -> None:
    Heartbeat(place).write(Beat("q/mock", 1, 17.25))
    assert seconds_spent(place, "q/mock", 1, 12.0) == 17.25
    assert seconds_spent(place, "q/mock", 1, 20.0) == 20.0
    assert seconds_spent(place, "q/mock", 2, 3.0) == 3.0
    assert seconds_spent(place, "other/mock", 1, 3.0) == 3.0


@given(at=st.integers(0, 45), byte=st.integers(0, 255))
def test_a_changed_byte_is_never_read_as_a_time(tmp_path_factory: pytest.TempPathFactory, at: int, byte: int) -> None:
    place = home(str(tmp_path_factory.getbasetemp()), {})
    place.data.mkdir(exist_ok=True)
    beat = Beat("q/mock", 1, 17.25)
    Heartbeat(place).write(beat)
    content = bytearray(place.clock.read_bytes())
    content[at] = byte
    place.clock.write_bytes(content)
    assert read_beat(place) in (None, beat)


def test_a_folder_that_is_gone_stops_nothing(tmp_path: Path) -> None:
    gone = home(str(tmp_path / "gone"), {})
    Heartbeat(gone).write(Beat("q/mock", 0, 1.0))
    assert read_beat(gone) is None
