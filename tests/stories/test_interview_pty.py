"""From one sentence to a checked story in a real terminal, keys only; a kill in the middle loses nothing."""

from pathlib import Path

from coach.stories.story import read_bank
from tests.terminal.pty import Terminal

DAY = "--today=2026-11-23"


def test_one_sentence_becomes_a_checked_story(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Terminal(home, DAY, "story", "new") as terminal:
        terminal.answer("in one sentence", "We rebuilt our settlement service.\r")
        terminal.answer("who was waiting", "Four thousand florists waited three days for their money.\r")
        terminal.answer("Who was hurt", "4,000 merchants, about 30 dollars a month in overdraft fees each\r")
        terminal.answer("Which choice", "I chose an append-only log over two-phase commit.\r")
        terminal.answer("Begin with I", "The team worked on it.\r")
        terminal.answer(
            "What would not have happened", "I wrote the comparison and moved the first 40 merchants myself.\r"
        )
        terminal.answer("cost, risk or leave undone", "It cost two weeks, and support hated the two-second lag.\r")
        terminal.answer("Which number moved", "Latency fell from 210 to 138 ms at the 99.9th percentile.\r")
        terminal.answer("Give a size", "Merchants settled 12 basis points more volume a day.\r")
        terminal.answer("differently", "I would have asked support first.\r")
        terminal.answer("starts with the outcome", "4,000 merchants now get their money the same minute.\r")
        terminal.answer("210 to 138 ms: what", "settlement latency\r")
        terminal.answer("210 to 138 ms: over which period", "peak hour\r")
        terminal.answer("210 to 138 ms: how do you know", "our dashboard\r")
        terminal.answer("12 basis points: what", "\r")
        terminal.answer("Which of these", "1 2\r")
        terminal.answer("How strong", "4\r")
        terminal.await_text("of 100")
        assert terminal.end() == 0
    story = read_bank(home / "stories.yaml").stories[0]
    assert (story.numbers[0].of, story.numbers[0].baseline, story.strength) == ("settlement latency", "210", 4)
    assert len(story.competencies) == 2
    with Terminal(home, DAY, "story", "check") as terminal:
        terminal.await_text("1 story checked")
        assert terminal.end() == 0


def test_a_kill_keeps_every_answer_and_the_line_being_typed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Terminal(home, DAY, "story", "new", "We rebuilt our settlement service.") as terminal:
        terminal.answer("who was waiting", "Florists waited three days.\r")
        terminal.answer("Affected:", "four thou")
        terminal.await_text("four thou")
    assert read_bank(home / "stories.yaml").stories[0].situation == "Florists waited three days."
    with Terminal(home, DAY, "story", "edit") as terminal:
        terminal.await_text("four thou")


def test_the_slides_parts_are_asked_for(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Terminal(home, DAY, "setup", "--yes", "--story", "I cut refunds from 9 to 4 days.") as terminal:
        assert terminal.end() == 0
    with Terminal(home, DAY, "story", "edit", "1", "--deck") as terminal:
        terminal.answer("Who was hurt", "900 shops, 12 dollars a week each\r")
        terminal.answer("been tried", "\r")
        terminal.answer("steer by", "Refunds a day\r")
        terminal.answer("counts as one", "Money is back on the card.\r")
        terminal.answer("does it stand", "300\r")
        terminal.answer("should it be", "500\r")
        terminal.answer("which unit", "refunds\r")
        terminal.answer("By when", "June\r")
        terminal.answer("must not suffer", "double refunds; fraud\r")
        terminal.answer("Risk 1", "Paid twice\r")
        terminal.answer("before somebody notices", "200 dollars\r")
        terminal.answer("What bounds it", "A key per refund\r")
        terminal.answer("Who acts", "Support lead\r")
        terminal.answer("Risk 2", "\r")
        terminal.await_text("coach deck check")
        assert terminal.end() == 0
    story = read_bank(home / "stories.yaml").stories[0]
    assert story.north_star is not None
    assert story.north_star.guardrails == ("double refunds", "fraud")
    assert (story.risks[0].owner, story.affected) == ("Support lead", "900 shops, 12 dollars a week each")


def test_what_is_typed_in_the_editor_is_kept_when_it_is_not_right_yet(tmp_path: Path) -> None:
    home = tmp_path / "home"
    script = tmp_path / "editor"
    env = {"EDITOR": f"sh {script}"}
    script.write_text("printf 'stories:\\n  - id: a\\n    sentnce: mine\\n' > \"$1\"\n")
    with Terminal(home, DAY, "story", "edit", "--editor", env=env) as terminal:
        terminal.await_text("did you mean sentence?")
        assert terminal.end() == 4
    assert not (home / "stories.yaml").exists()
    script.write_text("sed -i 's/sentnce/sentence/' \"$1\"\n")
    with Terminal(home, DAY, "story", "edit", "--editor", env=env) as terminal:
        terminal.await_text("Saved")
        assert terminal.end() == 0
    assert read_bank(home / "stories.yaml").stories[0].sentence == "mine"
