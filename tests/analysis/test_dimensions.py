"""Each dimension on sentences that have it and on sentences that only look as if."""

import pytest

from coach.analysis.answer import analyze
from coach.analysis.lexicon import Lexicon
from tests.analysis.examples import HAVE, LACK, PAIRS

PRESENT = {
    "metric": [
        "Refunds fell from 40 a week to 6.",
        "We cut onboarding by half.",
        "p99.9 stays under 300 ms.",
        "One in eight parcels came late.",
        "It brought in a quarter of a million dollars.",
        "Chargebacks dropped 12 basis points.",
        "Queue times went from two hours to ten minutes.",
    ],
    "impact": [
        "Merchants lost 2 % of their sales every Friday.",
        "It saved each nurse twenty minutes a shift.",
        "Churn dropped by a third within a quarter.",
        "Settled volume rose by $2 million a day.",
        "Half as many customers asked for a refund.",
    ],
    "decision": [
        "I banned Friday deploys.",
        "Two cities first.",
        "I would not ship it before the audit.",
        "My recommendation is the append-only log.",
        "Replaced the nightly batch with a stream.",
        "I'm asking for 190 base.",
        "I'd optimise the slow end, not the mean.",
    ],
    "tradeoff": [
        "I froze deploys on Fridays, and legal hated it.",
        "I chose the log, at the cost of stale reads for a minute.",
        "I cut the menu to three dishes; some regulars left.",
        "I moved the check to the end, although it takes longer.",
    ],
    "opening": [
        "We lose one order in fifty at checkout. I would start there.",
        "Merchants want their money the same day. So I built instant payout.",
        "I would launch in two cities, not ten. The others can wait.",
    ],
    "ownership": ["I rewrote the retry queue.", "I called the supplier at night and sent the truck back."],
    "tail": [
        "p99 latency is 120 ms.",
        "95 in 100 viewers wait less than two seconds.",
        "Checkout has to answer within a second even on Black Friday.",
    ],
}
ABSENT = {
    "metric": [
        "I have 8 years of experience in a team of 12 engineers.",
        "We held 14 meetings and used 6 tools on 16 GPUs.",
        "The learning rate was 0.001 with a batch size of 64 and 12 layers.",
        "I graduated in 2014 with a GPA of 3.7.",
        "Version 3 came out in May 2021.",
        "I am 100 % committed.",
    ],
    "impact": [
        "Latency went from 210 ms to 138 ms.",
        "Accuracy rose to 94 % and AUC to 0.91.",
        "It had a huge impact on our customers.",
        "I have 10 years of experience with customers.",
    ],
    "decision": [
        "We should align with stakeholders.",
        "There are several options: we could build it or we could buy it.",
        "I'd use best practices and make sure everybody is on board.",
        "The database was replaced by the vendor.",
    ],
    "tradeoff": ["There are trade-offs.", "I cut the menu and refunds fell by half.", "We worked hard on this."],
    "opening": [
        "Thank you for the question. We lose one order in fifty.",
        "My name is Ana and I have been a manager for ten years.",
        "First I would clarify the requirements. Then I'd cut refunds by half.",
    ],
    "ownership": [
        "The team fixed it.",
        "I was responsible for payments.",
        "We rewrote the queue.",
        "I'd align with stakeholders.",
        "Mistakes were made.",
    ],
    "tail": [
        "The average wait is two minutes.",
        "It is fast.",
        "Sales peak in December.",
        "Turnover is highest in June.",
    ],
    "specificity": ["I leveraged synergies across cross-functional stakeholders to drive alignment and innovation."],
    "brevity": ["So, um, you know, basically it was, um, sort of good, you know, I mean, um, really good."],
}


@pytest.mark.parametrize(("dimension", "text"), [(name, text) for name, texts in PRESENT.items() for text in texts])
def test_present(lexicon: Lexicon, dimension: str, text: str) -> None:
    found = analyze(text, "", lexicon).dimensions[dimension]
    assert found.present, found
    assert found.evidence and found.why and found.advice is None


@pytest.mark.parametrize(("dimension", "text"), [(name, text) for name, texts in ABSENT.items() for text in texts])
def test_absent(lexicon: Lexicon, dimension: str, text: str) -> None:
    found = analyze(text, "", lexicon).dimensions[dimension]
    assert not found.present, found
    assert found.advice and not found.evidence


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("I cut the build from 20 minutes to 5.", True),
        ("I cut build time by 75 %.", True),
        ("I cut the deploy from 2 hours to 10 minutes.", True),
        ("Sign-ups rose by half.", True),
        ("I cut the team from 20 people to 5.", False),
        ("I cut my aunt's hedge by half for her birthday.", False),
        ("I looked at the build for 20 minutes.", False),
    ],
)
def test_by_how_much_something_changed_is_a_metric_in_however_few_words(
    lexicon: Lexicon, text: str, there: bool
) -> None:
    assert analyze(text, "behavioral", lexicon).dimensions["metric"].present is there


def test_a_plain_change_is_told_as_such_only_where_nothing_else_makes_a_metric(lexicon: Lexicon) -> None:
    plain = analyze("I cut the build from 20 minutes to 5.", "behavioral", lexicon).dimensions["metric"]
    assert plain.why == ("by how much it changed: I cut the build from 20 minutes to 5",)
    assert plain.evidence == plain.marked == ((0, 36),)
    weighed = analyze("I cut refunds from nine days to two.", "behavioral", lexicon).dimensions["metric"]
    assert weighed.present and not any("by how much it changed" in why for why in weighed.why)


def test_what_is_marked_is_what_a_reader_would_underline(lexicon: Lexicon) -> None:
    text = "I banned Friday deploys. Refunds fell by a third, and legal hated it."
    found = analyze(text, "behavioral", lexicon).dimensions
    assert [text[start:end] for start, end in found["decision"].marked] == ["I banned Friday deploys"]
    assert [text[start:end] for start, end in found["metric"].marked] == ["Refunds fell by a third"]
    assert [text[start:end] for start, end in found["tradeoff"].marked] == ["and legal hated it"]


def test_a_choice_rests_on_what_would_be_a_choice_by_itself_too(lexicon: Lexicon) -> None:
    text = "Four percent now, and I'd also ask them to accept the new Sunday rota."
    (evidence,) = analyze(text, "negotiation", lexicon).dimensions["decision"].evidence
    assert text[slice(*evidence)] == text.rstrip(".")


def test_a_choice_is_not_marked_with_what_came_of_it(lexicon: Lexicon) -> None:
    text = "I closed the night counter, and the union hated it."
    (marked,) = analyze(text, "behavioral", lexicon).dimensions["decision"].marked
    assert text[slice(*marked)] == "I closed the night counter"


def test_a_list_of_concrete_words_is_underlined(lexicon: Lexicon) -> None:
    text = "Java, Kotlin, SQL, Docker, 14 microservices, 6 repositories, 3 squads, 2 data centres."
    found = analyze(text, "resume", lexicon).dimensions["specificity"]
    assert found.present and len(found.evidence) > 5


def test_the_two_heaviest_sorts_of_ballast_are_named(lexicon: Lexicon) -> None:
    text = (
        "Um, so, to begin with, let me say that, um, we leveraged synergies and best practices in a holistic way. "
        "There were many things and a lot of stuff. We had 4 meetings, 9 people and 3 tools. It was what it was."
    )
    said = analyze(text, "", lexicon).dimensions["brevity"].advice or ""
    assert said.startswith("Cut what carries nothing: ") and said.count(",") == 1


def test_the_one_change_is_the_dearest_lack_of_the_kind(lexicon: Lexicon) -> None:
    text = "I rewrote the retry queue, although support hated the wait."
    assert analyze(text, "impact", lexicon).change == "impact"
    assert analyze("Refunds fell by a third.", "negotiation", lexicon).change == "tradeoff"


def test_a_pack_can_add_words(lexicon: Lexicon) -> None:
    from coach.analysis.lexicon import build, merged
    from coach.packs.lexicon import load
    from coach.paths import content

    base = load(content() / "core" / "lexicon.yaml")[0]
    text = "In May we added 400 flimflams."
    assert not analyze(text, "", lexicon).dimensions["impact"].present
    richer = build(merged(base, {"business_nouns": ["flimflam"]}))
    assert analyze(text, "", richer).dimensions["impact"].present


@pytest.mark.parametrize("dimension", list(HAVE))
def test_most_sentences_that_were_taught_are_told_right(lexicon: Lexicon, dimension: str) -> None:
    def seen(text: str) -> bool:
        return analyze(text, "", lexicon).dimensions[dimension].present

    missed = [text for text in HAVE[dimension] if not seen(text)]
    wrong = [text for text in LACK[dimension] if seen(text)]
    assert len(missed) <= len(HAVE[dimension]) * 0.15, missed
    assert len(wrong) <= len(LACK[dimension]) * 0.1, wrong


@pytest.mark.parametrize(("kind", "weak", "strong"), PAIRS)
def test_the_better_of_two_scores_clearly_more(lexicon: Lexicon, kind: str, weak: str, strong: str) -> None:
    assert analyze(strong, kind, lexicon).score > analyze(weak, kind, lexicon).score + 10
