"""Signs are seen where they are, weigh what they are said to, and a finding rests on the clauses of the heaviest."""

from operator import ge

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.answer import Findings, analyze, as_json
from coach.analysis.carried import shown
from coach.analysis.learned import PATTERNS, is_learned
from coach.analysis.lexicon import Lexicon, build, merged
from coach.analysis.material import material
from coach.analysis.reason import said
from coach.analysis.signs import Sign
from coach.analysis.weighing import held
from coach.analysis.wordset import bag
from coach.packs.lexicon import load
from coach.paths import content

TEXT = "I closed the night counter, and the union hated it. It saved 40 hours a week."

AT_HOME = {f"{name}_nouns" for name in ("kin", "home", "food", "body", "animal", "leisure", "outdoor")}


def weighing(**weights: list[str]) -> Lexicon:
    """The shipped word lists with no weights but these; `tradeoff_3=["hated"]`, `metric__2=["^always"]` for -2."""
    lists = load(content() / "core" / "lexicon.yaml")[0]
    own = {
        name if name in PATTERNS else f"weighs {name.replace('__', ' -').replace('_', ' ')}": words
        for name, words in weights.items()
    }
    bare = {name: words for name, words in lists.items() if not is_learned(name)}
    return build(merged(bare, own))


def signs_of(text: str, kind: str = "") -> list[set[str]]:
    return [set(found) for _, found in shown(material(text, kind, weighing()))]


def test_words_pairs_lists_amounts_rules_and_places_are_signs() -> None:
    first, second = signs_of(TEXT, "behavioral")
    assert {"hated", "union hated", "@displeased_words", "!a choice of your own", "^first", "=behavioral"} <= first
    assert {"#time", "#time=behavioral", "^after", "saved 9"} <= second
    assert "^first" not in second and "counter and" not in first
    assert not any(name.startswith("#") for name in first)


def test_what_takes_up_a_word_from_before_is_tied() -> None:
    first, second, third = signs_of("I closed the night counter. It was a Tuesday. The counters were cold.")
    assert "^tied" in third and not {"^tied"} & (first | second)


def test_stems_that_are_in_many_answers_tie_nothing() -> None:
    learned = weighing().learned._replace(common=frozenset({"count"}))
    found = shown(material("I closed the counter. The counters were cold.", "", weighing()._replace(learned=learned)))
    assert "^tied" not in found[1][1]


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("I closed the counter.", []),
        ("I closed the aviary.", ["aviary"]),
        ("Aviary closed.", ["Aviary"]),
        ("I closed the Aviary.", []),
        ("The aviary closed with 7 finches, two aviary doors shut.", ["finches", "aviary"]),
    ],
)
def test_words_that_answers_do_not_have_are_strange_but_names(text: str, strange: list[str]) -> None:
    learned = weighing().learned._replace(familiar=bag("i closed the counter with two doors shut"))
    ((sentence, found),) = shown(material(text, "", weighing()._replace(learned=learned)))
    places = found["?strange"].words if "?strange" in found else ()
    assert {text[slice(*sentence.span(*place))] for place in places} == set(strange)
    assert ("?strange twice" in found) == (len(strange) > 1)


def test_without_a_list_of_familiar_words_none_is_strange() -> None:
    assert not any(name.startswith("?") for found in signs_of("The aviary closed.") for name in found)


def test_a_sign_of_the_sentence_before_is_carried_one_sentence_on() -> None:
    _, second, third = signs_of("We had 40 late parcels. The depot is new. It was a Tuesday.")
    assert "~#count" in second and not any(name.startswith("~#count") for name in third)
    before, behind = signs_of("We had 40 late drivers. The depot is new.", "pitch")
    assert {"#count=pitch", "@person_nouns"} <= before and {"~#count", "~@person_nouns"} <= behind
    assert "~#count=pitch" not in behind


def test_what_a_rule_saw_is_carried_one_sentence_on() -> None:
    first, second, third = signs_of(f"{TEXT} It was a Tuesday.")
    assert "<!a choice of your own" in second
    (_, found), (_, later) = shown(material("We will maybe close it. It was a Tuesday.", "", weighing()))
    for name, sign in found.items():
        assert name[0] != "!" or later[f"<{name}"] == Sign(sign.value)
    assert any(name[0] == "!" and 0 < sign.value < 1 for name, sign in found.items())
    assert not any(name.startswith("<!a choice") for name in first | third)


def test_the_ways_to_write_a_number_show_the_same_signs() -> None:
    frames = ("Refunds fell by 50 %.", "Refunds fell by fifty per cent.", "Refunds fell by half.")
    seen = [{name for name in signs_of(text)[0] if name[0] in "#!@"} - {"#of business_nouns"} for text in frames]
    assert seen[0] == seen[1] == seen[2]


def test_a_heavy_word_makes_the_finding_and_its_clause_is_marked() -> None:
    words = weighing(tradeoff_5=["hated"], tradeoff__2=["^always"])
    found = analyze(TEXT, "behavioral", words).dimensions["tradeoff"]
    assert found.present and [TEXT[start:end] for start, end in found.marked] == ["and the union hated it"]
    assert found.why == ("“hated”: and the union hated it",)
    assert not analyze("I closed the night counter.", "behavioral", words).dimensions["tradeoff"].present


def test_several_light_words_are_needed_where_one_is_not_enough() -> None:
    words = weighing(tradeoff_2=["hated", "union"], tradeoff__3=["^always"])
    assert analyze(TEXT, "", words).dimensions["tradeoff"].present
    assert not analyze("The union liked it.", "", words).dimensions["tradeoff"].present


def has_tradeoff(text: str, words: Lexicon) -> bool:
    return analyze(text, "", words).dimensions["tradeoff"].present


def test_a_loss_weighs_more_where_another_sentence_carries_a_choice() -> None:
    words = weighing(decision_5=["closed"], decision__2=["^always"], tradeoff_2=["hated"], tradeoff__3=["^always"])
    more = weighing(
        decision_5=["closed"],
        decision__2=["^always"],
        tradeoff_2=["hated"],
        tradeoff__3=["^always"],
        tradeoff_3=["&decision"],
    )
    chosen, given = "I closed the counter. The union hated it.", "We had a counter. The union hated it."
    assert has_tradeoff(chosen, more)
    assert not has_tradeoff(given, more) and not has_tradeoff(chosen, words)


def test_nothing_around_a_sentence_adds_to_words_that_show_nothing() -> None:
    words = weighing(
        decision_5=["closed"], decision__2=["^always"], tradeoff_9=["&decision", "^after"], tradeoff__3=["^always"]
    )
    assert not has_tradeoff("I closed the counter. The depot is new.", words)


def test_what_is_of_private_life_is_taken_from_what_a_sentence_carries() -> None:
    words = weighing(
        decision_5=["closed"], decision__2=["^always"], private_5=["my", "kitchen"], private__6=["^always"]
    )
    for text, there in (
        ("I closed the counter.", True),
        ("I closed my counter.", True),
        ("I closed my kitchen.", False),
    ):
        assert analyze(text, "", words).dimensions["decision"].present is there


def test_a_sentence_of_private_life_is_told_and_costs_a_part_of_the_score() -> None:
    words = weighing(decision_5=["closed"], decision__2=["^always"], private_9=["kitchen"], private__6=["^always"])
    text = "I closed the counter in Leeds. The kitchen is green."
    told = analyze(text, "", words)
    assert [text[start:end] for start, end in told.aside] == ["The kitchen is green"]
    assert as_json(told, text)["aside"] == [{"start": 31, "end": 51, "text": "The kitchen is green"}]
    plain = analyze(text, "", weighing(decision_5=["closed"], decision__2=["^always"], private__3=["^always"]))
    assert plain.aside == () and plain.score > told.score


def test_where_most_is_beside_the_point_the_advice_says_so() -> None:
    words = weighing(decision_5=["closed"], decision__2=["^always"], private_5=["kitchen"], private__3=["^always"])
    text = "I closed the counter. The kitchen is green. My kitchen has two windows. A kitchen needs light and a floor."
    brief = analyze(text, "", words).dimensions["brevity"]
    assert not brief.present and "asides" in (brief.advice or "")


def test_a_list_heard_in_two_clauses_is_marked_in_both() -> None:
    text = "The drivers grumbled, as I said on the first Monday of May, and legal hated it."
    words = weighing(tradeoff_3=["@displeased_words"], tradeoff__2=["^always"])
    found = analyze(text, "", words).dimensions["tradeoff"]
    assert [text[start:end] for start, end in found.marked] == ["The drivers grumbled", "and legal hated it"]


def test_what_goes_may_be_just_the_words_of_private_life() -> None:
    text = "I closed the counter, and my aunt saw it from the window of her kitchen."
    words = weighing(**{"decision_3": ["counter"], "decision__0.5": ["^always"], "private_1": ["kitchen"]})
    found = analyze(text, "", words).dimensions["decision"]
    # Without the counter the sum is -0.5, and only with what is taken for the kitchen well below 0.
    assert found.present and [text[start:end] for start, end in found.marked] == [text[:-1]]
    words = weighing(**{"decision_3": ["counter"], "decision__1.5": ["^always"], "private_1": ["kitchen"]})
    found = analyze(text, "", words).dimensions["decision"]
    assert found.present and [text[start:end] for start, end in found.marked] == ["I closed the counter"]


def test_the_reason_names_the_heaviest_words_that_tell_something_and_none_that_weigh_against_it() -> None:
    text = "The depot and the drivers hated it on Monday, and legal was upset."
    words = weighing(
        tradeoff_2=["hated"], tradeoff_1=["depot"], tradeoff_4=["the"], tradeoff__1=["monday"], tradeoff__3=["^always"]
    )
    why = analyze(text, "", words).dimensions["tradeoff"].why[0]
    assert why.startswith("“hated”, “depot”: ")


def test_nothing_is_added_for_being_at_work() -> None:
    words = weighing(decision_1=["closed"], decision__2=["^always"], private__9=["counter"])
    assert not analyze("I closed the counter.", "", words).dimensions["decision"].present


def test_beside_a_sentence_of_work_one_of_private_life_stands_out() -> None:
    by_itself, beside_work = held([1.0])[0], held([1.0, -8.0])[0]
    assert by_itself == 1.0 and beside_work == pytest.approx(3.0)
    assert held([-8.0, -8.0]) == [0.0, 0.0]


def test_where_none_is_clearly_of_work_one_of_private_life_casts_doubt_on_all() -> None:
    assert held([]) == [] and held([-2.0]) == [0.0] and held([-2.0, -5.0]) == [0.0, 0.0]
    assert held([-2.0, 5.0]) == [0.0, 7.25] and held([-1.0, 5.0])[0] == 1.5
    assert held([-7.0, -1.0, 5.0]) == [0.0, 0.75, 6.75]


def test_in_a_trade_that_is_private_life_elsewhere_only_what_looks_more_so_is_held() -> None:
    assert held([0.5, 8.0, 0.2, -16.0]) == pytest.approx([0.3, 7.8, 0.0, 0.0])
    assert held([-16.0, 0.5, 8.0])[1] == 4.5
    assert held([1.0, 8.0, 2.0, 3.0]) == pytest.approx([4.5, 11.5, 5.5, 6.5])


@given(st.lists(st.floats(-20, 20), min_size=1, max_size=8).filter(lambda sums: len(sums) != 3), st.floats(-20, 20))
def test_one_more_sentence_of_private_life_never_lessens_what_is_held_against_the_others(
    sums: list[float], more: float
) -> None:
    # From three sentences to four it may: there the second clearest begins to say what trade it is.
    assert all(map(ge, held([*sums, max(more, *sums, -30.0)]), held(sums)))


def test_a_sentence_is_called_beside_the_point_only_where_that_is_plain_but_costs_before() -> None:
    def found(weight: str) -> Findings:
        lists = {f"private_{weight}": ["kitchen"], "private__6": ["^always"]}
        words = weighing(decision_5=["closed"], decision__2=["^always"], **lists)
        return analyze("I closed the counter in Leeds. The kitchen is green.", "", words)

    surely, rather, hardly = found("9"), found("8"), found("1")
    assert surely.aside and not rather.aside and not hardly.aside
    assert hardly.score > rather.score == surely.score == found("30").score


def test_words_that_answers_do_not_have_are_no_reason() -> None:
    words = weighing(tradeoff_3=["?strange"], tradeoff_1=["hated"], tradeoff__2=["^always"])
    words = words._replace(learned=words.learned._replace(familiar=bag("the union hated it")))
    (why,) = analyze("The aviary hated it.", "", words).dimensions["tradeoff"].why
    assert why == "“hated”: The aviary hated it"


def test_the_surest_reason_comes_first() -> None:
    words = weighing(tradeoff_3=["hated"], tradeoff_5=["lost"], tradeoff__2=["^always"])
    why = analyze("The union hated it. The depot lost it.", "", words).dimensions["tradeoff"].why
    assert [each.split(":")[0] for each in why] == ["“lost”", "“hated”"]


def test_the_commonest_verbs_of_results_are_no_words_of_private_life() -> None:
    words = weighing()
    for low in ("rose", "fell", "cut", "dropped", "rolled", "lifted", "trained", "moved", "law", "room"):
        assert not words.tags(low) & AT_HOME


def test_what_is_said_alone_weighs_more_than_beside_another_sentence() -> None:
    words = weighing(tradeoff_2=["hated", "&alone"], tradeoff__3=["^always"])
    assert has_tradeoff("The union hated it.", words)
    assert not has_tradeoff("The union hated it. The depot is new.", words)


def test_a_finding_rests_on_each_sentence_that_would_carry_it_once_others_are_gone() -> None:
    text = "The union hated it. The depot is new."
    # The depot's sum is -1, and that and `alone` where no other sentence is.
    for alone, rests_on in ((2.5, ["The union hated it", "The depot is new"]), (0.5, ["The union hated it"])):
        words = weighing(
            tradeoff_6=["hated"], tradeoff_2=["new"], tradeoff__3=["^always"], **{f"tradeoff_{alone}": ["&alone"]}
        )
        found = analyze(text, "", words).dimensions["tradeoff"]
        assert [text[start:end] for start, end in found.marked] == ["The union hated it"]
        assert [text[start:end] for start, end in found.evidence] == rests_on
        assert analyze("The depot is new.", "", words).dimensions["tradeoff"].present is (alone > 1)


def test_what_a_sentence_loses_for_standing_out_does_not_outlive_the_others() -> None:
    text = "I moved the counter. I moved my depot."
    words = weighing(
        decision_3=["moved"], decision__1=["^always"], private_1=["my"], private__9=["counter"], private__0=["^always"]
    )
    found = analyze(text, "", words).dimensions["decision"]
    assert [text[start:end] for start, end in found.marked] == ["I moved the counter"]
    assert [text[start:end] for start, end in found.evidence] == ["I moved the counter", "I moved my depot"]


def test_one_more_of_private_life_does_not_lessen_what_stands_out_beside_plain_work() -> None:
    three = [-1.5, -14.0, -5.5]
    assert 0.0 < held(three)[0] <= held([*three, 10.0])[0]


def scored(text: str, words: Lexicon) -> tuple[bool, float]:
    found = analyze(text, "", words)
    return found.dimensions["tradeoff"].present, found.score


def test_what_stands_out_a_little_is_found_and_counts_less_for_the_score() -> None:
    text = "I moved the counter in Leeds. The union hated the depot."
    many = {"tradeoff_3": ["hated"], "tradeoff__2": ["^always"], "private__12": ["counter"]}
    at_work, apart = (weighing(**many, **{private: ["depot"]}) for private in ("private__9", "private__3"))
    # Held against it is -3 + 12 / 4 = 0 where it is told, and -3 + 12 * 0.35 = 1.2 where it is counted.
    assert scored(text, at_work)[0] and scored(text, apart)[0]
    assert scored(text, at_work)[1] > scored(text, apart)[1]


def test_what_a_sentence_beside_the_point_says_about_the_next_adds_nothing_to_the_score() -> None:
    text = "I moved the counter. My aunt paid 40 dollars. The union hated it."
    many = {"tradeoff_2": ["hated"], "tradeoff__2.5": ["^always"], "tradeoff_2.5": ["~#money"]}
    work = weighing(**many, private__9=["counter", "hated", "aunt"])
    aside = weighing(**many, private__9=["counter", "hated"], private_9=["aunt"])
    assert scored(text, work)[0] and scored(text, aside)[0]
    assert scored(text, work)[1] > scored(text, aside)[1] + 5


def test_a_finding_rests_on_more_than_is_marked_until_it_is_far_from_there() -> None:
    text = "The union hated it, and legal grumbled, as I said."
    for other, rests_on in (("1", "The union hated it, and legal grumbled"), ("_1", "The union hated it")):
        words = weighing(**{"tradeoff_6": ["hated"], f"tradeoff_{other}": ["grumbled"], "tradeoff__3.5": ["^always"]})
        found = analyze(text, "", words).dimensions["tradeoff"]
        assert [text[start:end] for start, end in found.marked] == ["The union hated it"]
        assert [text[start:end] for start, end in found.evidence] == [rests_on]


def test_a_choice_rests_on_its_whole_sentence() -> None:
    text = "Last of all, I closed the counter, as I said."
    found = analyze(text, "", weighing(decision_9=["closed"], decision__4=["^always"])).dimensions["decision"]
    assert [text[start:end] for start, end in found.marked] == ["I closed the counter"]
    assert [text[start:end] for start, end in found.evidence] == [text[:-1]]


def test_an_opening_rests_on_all_that_is_said_in_one_breath() -> None:
    words = weighing(opening_9=["hated"], opening__2=["^always"])
    text = " ".join(["so we hated it and"] * 30)
    found = analyze(text, "", words).dimensions["opening"]
    assert [text[start:end] for start, end in found.evidence] == [text]
    assert [len(text[start:end].split()) for start, end in found.marked] == [60]
    for mark in (". ", "\n", ".\n"):
        text = f"The union hated it{mark}I closed the counter in March."
        found = analyze(text, "", words).dimensions["opening"]
        assert [text[start:end] for start, end in found.evidence] == ["The union hated it"]


def test_an_opening_is_weighed_at_the_beginning_only() -> None:
    words = weighing(opening_5=["hated"], opening__2=["^always"])
    assert analyze("The union hated it. I closed the counter in March.", "", words).dimensions["opening"].present
    assert not analyze("I closed the counter in March. The union hated it.", "", words).dimensions["opening"].present


def test_without_weights_nothing_is_found() -> None:
    words = weighing(metric__2=["^always"], tradeoff__2=["^always"])
    assert not analyze(TEXT, "", words).dimensions["metric"].present


def test_a_pack_gives_a_sign_another_weight_and_leaves_the_rest() -> None:
    base = {"weighs tradeoff 2": ["hated, lost"], "weighs metric 2": ["hated"], "weighs tradeoff -1": ["fond"]}
    words = build(merged(base, {"weighs tradeoff -1": ["hated"]}))
    seen = {sign: [words.learned.weights(sign)[at] for at in (0, 3)] for sign in ("hated", "lost", "fond", "new")}
    assert seen == {"hated": [2.0, -1.0], "lost": [0.0, 2.0], "fond": [0.0, -1.0], "new": [0.0, 0.0]}


def test_a_weight_for_what_no_one_knows_is_passed_over() -> None:
    assert analyze(TEXT, "", weighing(charm_3=["hated"], tradeoff_3=["hated"])).dimensions["tradeoff"].present


@pytest.mark.parametrize(
    ("sign", "told"),
    [
        ("hated", "“hated”"),
        ("9 hours", "“… hours”"),
        ("#measures time", "an amount: measures time"),
        ("#of business_nouns", "an amount: business nouns"),
        ("#money=pitch", "an amount: money"),
        ("!something got worse", "something got worse"),
    ],
)
def test_signs_are_told_in_words(sign: str, told: str) -> None:
    assert said(sign) == told


def test_a_list_is_told_by_the_words_that_are_on_it() -> None:
    words = weighing(tradeoff_5=["@displeased_words"], tradeoff__2=["^always"])
    assert analyze(TEXT, "behavioral", words).dimensions["tradeoff"].why == ("“hated”: and the union hated it",)


def test_a_word_of_a_list_that_is_an_amount_too_is_told_as_it_was_said() -> None:
    words = weighing(impact_5=["@none_words"], impact__2=["^always"])
    found = analyze("Reboots went to zero, and the union hated it.", "behavioral", words).dimensions["impact"]
    assert found.why == ("“zero”: Reboots went to zero",)
