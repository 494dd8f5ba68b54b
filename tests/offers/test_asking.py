"""The questions of `coach offers new`, answered by a fake terminal."""

from collections.abc import Callable, Iterator
from typing import cast

from coach.cli.offers_asking import ask_offers
from coach.offers.compare import compare
from coach.offers.read import load_offers
from coach.terminal.port import Port


class Answers:
    """A terminal that gives answers in turn, asking again while one is refused."""

    def __init__(self, *answers: str) -> None:
        self.answers: Iterator[str] = iter(answers)
        self.refused: list[str] = []

    def ask(self, question: str, default: str, check: Callable[[str], str]) -> str:
        while True:
            text = next(self.answers) or default
            if not (wrong := check(text)):
                return text
            self.refused.append(wrong)


def test_two_offers_from_answers_and_what_was_left_out_is_not_stated() -> None:
    port = Answers(
        "", "Acme & Co", "190,000", "190000", "10%", "30000", "", "Acme & Co", "175000", "", "25000", "180000"
    )
    found = compare(load_offers(ask_offers(cast(Port, port)), "offers.yaml"))
    first, second = found.figures
    assert (first.cash[0], second.cash[0], sum(second.equity)) == (239000, 200000, 180000)
    assert (first.offer.id, second.offer.id) == ("acme-co", "acme-co-2")
    assert (first.offer.not_stated, second.offer.not_stated) == (("equity",), ("target_bonus",))
    assert len(port.refused) == 1
