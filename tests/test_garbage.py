"""The garbage collector rests inside and goes on as before, whatever happened."""

import gc

import pytest

from coach.garbage import uncollected


@pytest.mark.parametrize("before", [True, False])
def test_it_rests_inside_and_is_as_before_afterwards_even_after_a_fault(before: bool) -> None:
    collecting = gc.isenabled()
    (gc.enable if before else gc.disable)()
    try:
        with pytest.raises(ValueError, match="bad"), uncollected():
            assert not gc.isenabled()
            raise ValueError("bad")
        assert gc.isenabled() is before
    finally:
        (gc.enable if collecting else gc.disable)()
