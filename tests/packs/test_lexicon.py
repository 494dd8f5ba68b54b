"""Word lists and the weights beside them, and what is wrong with either, by place."""

from pathlib import Path

from coach.analysis.learned import COLUMNS, PATTERNS
from coach.packs.lexicon import load


def test_weights_beside_the_lists_are_read_with_them(tmp_path: Path) -> None:
    (tmp_path / "lexicon.yaml").write_text("lexicon:\n  buzz_words: [synergy]\n")
    (tmp_path / "weights.yaml").write_text('lexicon:\n  weighs impact 1.4:\n    - "fell, @person_nouns"\n')
    lists, problems = load(tmp_path / "lexicon.yaml")
    assert problems == []
    assert lists == {"buzz_words": ("synergy",), "weighs impact 1.4": ("fell, @person_nouns",)}


def test_a_weight_that_is_none_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "lexicon.yaml").write_text("lexicon:\n  buzz_words: [synergy]\n")
    (tmp_path / "weights.yaml").write_text("lexicon:\n  weighs impact lots: [fell]\n  weighs tail -2: yes\n")
    lists, problems = load(tmp_path / "lexicon.yaml")
    assert lists == {"buzz_words": ("synergy",)}
    assert [(Path(one.path).name, one.line, one.message) for one in problems] == [
        ("weights.yaml", 2, "weighs impact lots is no weight"),
        ("weights.yaml", 3, "weighs tail -2 is not a list of words"),
    ]


def test_weights_alone_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "weights.yaml").write_text("lexicon:\n  weighs impact 1.4: [fell]\n")
    assert load(tmp_path / "lexicon.yaml") == ({"weighs impact 1.4": ("fell",)}, [])


def test_a_weight_for_what_no_one_knows_is_refused(tmp_path: Path) -> None:
    (tmp_path / "weights.yaml").write_text("lexicon:\n  weighs charm 2: [smile]\n")
    lists, problems = load(tmp_path / "lexicon.yaml")
    assert lists == {} and [(one.line, one.message) for one in problems] == [(2, "weighs charm 2 is no weight")]


def test_a_weight_that_would_drown_all_others_is_refused(tmp_path: Path) -> None:
    (tmp_path / "weights.yaml").write_text("lexicon:\n  weighs tail -101: [slow]\n  weighs tail 100: [slowest]\n")
    lists, problems = load(tmp_path / "lexicon.yaml")
    assert lists == {"weighs tail 100": ("slowest",)}
    assert [(one.line, one.message) for one in problems] == [(2, "weighs tail -101 is too much")]


def test_patterns_are_read_whole_or_refused(tmp_path: Path) -> None:
    numbers = " ".join(["0.5"] * (2 + len(COLUMNS)))
    whole = f'lexicon:\n  patterns: ["{numbers}"]\n  patterns signs: ["fell, rose"]\n  patterns counts: ["AAA="]\n'
    (tmp_path / "weights.yaml").write_text(whole)
    lists, problems = load(tmp_path / "lexicon.yaml")
    assert problems == [] and lists["patterns signs"] == ("fell, rose",)
    broken = (
        *((numbers, "0.5"), ("fell, rose", "fell"), ("AAA=", "A"), ("AAA=", "*AAA="), ("0.5", "nan"), ("0.5", "many")),
        *((f'["{numbers}"]', "[]"), ('["fell, rose"]', "[]"), ('["AAA="]', "[]"), ('["AAA="]', "no list")),
        *(("patterns signs", "buzz_words"), ("patterns counts", "weighs tail 1")),
    )
    for found, wrong in broken:
        (tmp_path / "weights.yaml").write_text(whole.replace(found, wrong))
        lists, problems = load(tmp_path / "lexicon.yaml")
        assert not any(name.startswith("patterns") for name in lists)
        assert problems[-1].message == "patterns, patterns signs, patterns counts do not fit together"


def test_no_patterns_at_all_are_asked_for_with_three_empty_lists(tmp_path: Path) -> None:
    (tmp_path / "weights.yaml").write_text("lexicon: {patterns: [], patterns signs: [], patterns counts: []}\n")
    assert load(tmp_path / "lexicon.yaml") == (dict.fromkeys(PATTERNS, ()), [])
