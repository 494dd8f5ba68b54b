"""What a debrief named as weak counts for more until the next round, and says so."""

from datetime import date, timedelta

from coach.practice.attention import RAISE, attended, attention
from coach.practice.debrief import RoundDebrief, from_body, latest, to_body
from coach.practice.pick import Card, Picker, Time, share
from coach.practice.pick import Tested as Round

MONDAY = date(2026, 11, 30)
ROUNDS = [MONDAY, MONDAY + timedelta(days=4), MONDAY + timedelta(days=11)]


def told(*weak, day=MONDAY, name="recruiter"):
    return (day, RoundDebrief(name, weak=weak))


def test_it_counts_from_the_debrief_to_the_next_round_and_no_longer():
    found = attention([told("estimation")], ROUNDS, MONDAY)
    assert [(one.competency, one.day, one.until) for one in found] == [("estimation", MONDAY, ROUNDS[1])]
    assert found[0].because == "because your debrief of Mon 30 Nov named estimation"
    assert attention([told("estimation")], ROUNDS, ROUNDS[1]) == found
    assert attention([told("estimation")], ROUNDS, ROUNDS[1] + timedelta(days=1)) == ()
    assert attention([told("estimation")], ROUNDS, MONDAY - timedelta(days=1)) == ()
    assert attention([told("estimation", day=ROUNDS[-1])], ROUNDS, ROUNDS[-1]) == ()


def test_the_newest_debrief_of_a_round_speaks_for_it():
    day = MONDAY + timedelta(days=1)
    again = [told("estimation"), told("communication", day=day)]
    assert [one.competency for one in attention(again, ROUNDS, day)] == ["communication"]
    both = attention([told("estimation"), told("estimation", "trade-offs", day=day, name="design")], ROUNDS, day)
    assert [(one.competency, one.day) for one in both] == [("estimation", day), ("trade-offs", day)]


def test_only_the_next_round_is_taken_to_test_it_more():
    rounds = [Round(day, 1.0, {"product-sense": 0.4, "estimation": 0.2}) for day in ROUNDS[1:]]
    soon, later = attended(rounds, attention([told("estimation")], ROUNDS, MONDAY))
    assert later == rounds[1]
    assert share(["estimation"], soon) == 1.0 and share(["product-sense"], soon) == 1 / RAISE
    nothing = Round(ROUNDS[1], 1.0, {})
    assert attended([nothing], attention([told("estimation")], ROUNDS, MONDAY)) == [nothing]


def test_drills_put_its_cards_first_and_say_why():
    cards = [Card(f"{name}-{n}", "facts", [name], ()) for n in range(3) for name in ("product-sense", "estimation")]
    rounds = [Round(ROUNDS[1], 1.0, {"product-sense": 0.4, "estimation": 0.2}, "System design")]

    def picker(weak):
        return Picker(cards, Time(MONDAY, 75.0, 75.0, attended(rounds, weak)))

    usual, now = picker(()), picker(attention([told("estimation")], ROUNDS, MONDAY))
    assert [name.rpartition("-")[0] for name in usual.agenda(["facts"])] == ["product-sense"] * 3
    assert [name.rpartition("-")[0] for name in now.agenda(["facts"])] == ["estimation"] * 3
    assert len(usual.why("estimation-0")) == 2
    assert now.why("estimation-0")[2] == "It counts for more now, because your debrief of Mon 30 Nov named estimation."
    assert len(now.why("product-sense-0")) == 2


def test_a_debrief_from_before_has_nothing_weak():
    body = to_body(RoundDebrief("case", ("Why a queue?",), weak=("estimation",)))
    assert latest([body])["case"].weak == ("estimation",)
    del body["weak"]
    assert from_body(body) == RoundDebrief("case", ("Why a queue?",))
