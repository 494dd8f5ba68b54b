"""Why a card is shown, in numbers and in words."""

import pytest

from coach.memory.explain import reason, sentence, worth_saying
from coach.memory.greedy import Target
from coach.memory.habits import Habits
from coach.memory.model import DEFAULT, recall
from coach.memory.queue import Day
from coach.memory.state import CardState

STATE = CardState(2.0, 5.0, 10, 3, 1)


def test_a_card_is_explained_by_the_next_round_that_tests_it() -> None:
    why = reason(STATE, 20, [Target(30, 0.5), Target(23, 0.5)], Habits(), DEFAULT, 0.001, 60)
    assert (why.round_day, why.days) == (23, 3)
    assert why.now == pytest.approx(recall(10, 2.0))
    assert why.left == pytest.approx(recall(13, 2.0))
    assert why.left < why.now < why.then < 1.0
    assert why.waiting == pytest.approx(0.1)
    assert sentence(why, "case round") == (
        "tested in the case round in 3 days; 76 % now, 93 % then if you answer it today"
    )
    assert worth_saying(why._replace(gained=0.4), "case round") == (
        "a minute on this card adds 0.40 points to what you will know in your rounds; "
        "left alone, the chance that you know this one in the case round is 73 %; "
        "waiting until tomorrow loses 0.10 of those points a minute"
    )
    assert "waiting" not in worth_saying(why._replace(waiting=0.004), "case round")


def test_a_new_card_says_so() -> None:
    why = reason(None, 20, [Target(21, 1.0)], Habits(), DEFAULT, 0.02, 60)
    assert sentence(why, "panel").startswith("tested in the panel tomorrow; new, ")
    assert why.left == 0.0
    assert why.then > 0.8


@pytest.mark.parametrize(("last", "said"), [(10, "due since"), (18, "due today"), (19, "due tomorrow")])
def test_after_the_last_round_it_speaks_of_the_due_date(last: int, said: str) -> None:
    why = reason(CardState(2.0, 5.0, last, 3, 1), 20, [], Habits(), DEFAULT)
    assert said in sentence(why)
    assert "90 %" in worth_saying(why)


def test_the_day_explains_its_own_choice() -> None:
    deck = {"weak": [(1, 1, 20.0)], "strong": [(8, 4, 8.0)], "new": []}
    day = Day(deck, [(13, 1.0)], 10, 600.0)
    weak, strong = day.why("weak"), day.why("strong")
    assert weak.days == strong.days == 3
    assert weak.waiting is not None
    assert strong.waiting is not None
    assert weak.gained > strong.gained
    day.answered("weak", 3, 9.0)
    assert day.why("weak").now == 1.0


def test_the_agenda_fits_the_time_and_starts_with_the_next_card() -> None:
    day = Day({f"c{i}": [] for i in range(40)}, [(13, 1.0)], 10, 300.0)
    assert day.agenda(300.0) == tuple(f"c{i}" for i in range(12))
    assert day.agenda(300.0)[0] == day.next(300.0)
    assert day.agenda(10.0) == ()
    day.answered("c0", 3, 25.0)
    assert day.agenda(60.0) == ("c1", "c2")
