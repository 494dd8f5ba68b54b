"""People known by the ending of a word that no list has, and things of the same ending."""

import pytest

from coach.analysis.people import by_form
from coach.analysis.quantities import quantities


@pytest.mark.parametrize("word", ["ironmongers", "beekeepers", "machinists", "librarians", "evacuees", "claimants"])
def test_people_are_known_by_their_ending(word: str) -> None:
    assert by_form(word)


@pytest.mark.parametrize("word", ["servers", "parameters", "sensors", "variants", "degrees", "checklists", "beekeeper"])
def test_things_of_the_same_ending_are_no_people(word: str) -> None:
    assert not by_form(word)


def test_the_unit_of_a_pair_of_times_is_said_once() -> None:
    (found,) = quantities("the wait went from 50 minutes to 12")
    assert (found.shape, found.value, found.high) == ("fromto", 3000.0, 720.0)


def test_how_often_and_one_among_several_are_no_amounts_of_change() -> None:
    forms = {found.form for found in quantities("I asked him twice, and they go into one of 5 queues")}
    assert not forms & {"factor", "ratio"}
