"""People known by the ending of a word that no list has, and things of the same ending."""

import pytest

from coach.analysis.people import by_form


@pytest.mark.parametrize("word", ["ironmongers", "beekeepers", "machinists", "librarians", "evacuees", "claimants"])
def test_people_are_known_by_their_ending(word: str) -> None:
    assert by_form(word)


@pytest.mark.parametrize("word", ["servers", "parameters", "sensors", "variants", "degrees", "checklists", "beekeeper"])
def test_things_of_the_same_ending_are_no_people(word: str) -> None:
    assert not by_form(word)
