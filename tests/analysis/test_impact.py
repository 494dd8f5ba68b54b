"""Impact: what counted people do, changes told in two clauses, sums at stake; and figures that are none of these."""

import pytest

from coach.analysis.answer import analyze
from coach.analysis.lexicon import Lexicon

FOUND = [
    "Of twelve who start the bread course nine open a stall.",
    "Of every ten who come through the door, seven come back within the month.",
    "Eleven choirboys sing again who'd left.",
    "We turned away 300 children last summer for lack of a lifeguard.",
    "It gives the drivers back a Sunday a month.",
    "In spring, 22 tenants were behind with the rent. Today it's 5.",
    "My deaf guests book alone: 8 in May, 51 in June.",
    "Every strike day eats 12,000 out of the till.",
    "For a bakery like this, a Saturday without the oven means 2,800 less in the drawer.",
    "Mothers stood ninety minutes in the rain for a stamp.",
]
NONE = [
    "I read 300 files in the first month.",
    "There are 6 of us, two part time. I have two sisters.",
    "Model recall went from 0.61 to 0.74.",
    "I'd ask for a signing bonus of 10,000.",
    "The platform has 14 clusters. It has 12 regions.",
    "The probe has 3 retries and a timeout of 10 seconds.",
]


@pytest.mark.parametrize("text", FOUND)
def test_a_consequence_with_its_magnitude_is_found(text: str, lexicon: Lexicon) -> None:
    assert analyze(text, "", lexicon).dimensions["impact"].present


@pytest.mark.parametrize("text", NONE)
def test_figures_of_machines_tasks_and_own_pay_are_no_impact(text: str, lexicon: Lexicon) -> None:
    assert not analyze(text, "", lexicon).dimensions["impact"].present


def test_people_leaving_after_a_choice_are_its_price(lexicon: Lexicon) -> None:
    assert not analyze("I closed the choir school. Two cellists resigned.", "", lexicon).dimensions["impact"].present
