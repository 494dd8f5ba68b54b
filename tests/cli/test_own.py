"""The candidate's own stories on the command line."""

from pathlib import Path

from tests.cli.test_piped import coach


def test_a_story_lacks_what_its_kind_is_asked_for(tmp_path: Path) -> None:
    coach(tmp_path, "story", "new", "It went fine.", "--no-input")
    said = coach(tmp_path, "story", "check").stdout
    assert "lacks trade-off: " in said
    assert "tail" not in said
