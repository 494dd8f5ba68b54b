"""What is kept in lanes is found again, whatever is below 0."""

from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from coach.analysis import lanes
from coach.analysis.learned import COLUMNS, PARTS, columns, read, scaled

NUMBERS = st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=40)


@given(st.lists(NUMBERS, min_size=1, max_size=50))
def test_lanes_are_added_side_by_side(rows: list[list[int]]) -> None:
    width = max(map(len, rows))
    sums = [sum(row[at] for row in rows if at < len(row)) for at in range(width)]
    assert list(lanes.apart(sum(map(lanes.together, rows)), width)) == sums


@given(NUMBERS)
def test_the_first_lanes_can_be_told_alone(numbers: list[int]) -> None:
    assert lanes.apart(lanes.together(numbers), 1) == (numbers[0],)
    assert lanes.apart(lanes.moved(lanes.together(numbers), 2), len(numbers) + 2) == (0, 0, *numbers)


@given(st.lists(st.binary(min_size=3, max_size=3), max_size=9))
def test_each_byte_has_a_lane_of_its_own(rows: list[bytes]) -> None:
    assert [lanes.apart(row, 3) for row in lanes.of_bytes(b"".join(rows), 3)] == [tuple(row) for row in rows]


@given(st.sampled_from(COLUMNS), st.integers(-9999, 9999), st.integers(0, PARTS))
def test_a_sign_weighs_what_its_list_says_as_far_as_it_is_there(column: str, hundredths: int, parts: int) -> None:
    known = read({f"weighs {column} {hundredths / 100}": ["hated, lost"], "weighs metric 1.25": ["rose"]})
    row = columns(scaled(known.signs["lost"], parts / PARTS))
    assert row == approx([hundredths / 100 * parts / PARTS if name == column else 0.0 for name in COLUMNS])
    assert known.weights("rose")[0] == 1.25 and known.weights("unheard of") == (0.0,) * len(COLUMNS)


def test_a_value_is_told_in_twentieths() -> None:
    known = read({"weighs tail 4": ["hated"]}).signs["hated"]
    seen = [columns(scaled(known, value))[6] for value in (0.28, 0.3, 0.27, 0.25)]
    assert seen == [1.2, 1.2, 1.0, 1.0]


def test_every_weight_is_found_again_as_it_was_written() -> None:
    for hundredths in range(-400, 400, 7):
        assert read({f"weighs tail {hundredths / 100}": ["hated"]}).weights("hated")[6] == hundredths / 100


def test_of_two_weights_for_one_column_the_last_counts() -> None:
    known = read({"weighs tail 2": ["hated, hated"], "weighs tail 3": ["hated"], "weighs metric 1": ["hated"]})
    assert known.weights("hated") == (1.0, *(0.0,) * 5, 3.0, 0.0)


def test_a_weight_beyond_all_measure_counts_as_the_most() -> None:
    known = read({"weighs tail 1000000": ["hated"], "weighs metric -1000000": ["hated"]})
    assert known.weights("hated") == (-100.0, *(0.0,) * 5, 100.0, 0.0)
