"""The words of a pack reach everything that judges a text: answers, stories, slides."""

import json
import shutil
from pathlib import Path

from tests.cli.test_data import coach
from tests.faults.verdict import ROOT

OUTSIDE = ROOT / "tests" / "packs" / "outside_pack" / "warehouse-robots"
SENTENCE = "I grobbled the belt and the team grobbled the gate."


def test_a_packs_own_lexicon_reaches_stories_as_it_reaches_answers(tmp_path: Path) -> None:
    home = tmp_path / "home"
    pack = tmp_path / "warehouse-robots"
    shutil.copytree(OUTSIDE, pack)
    assert coach(home, "story", "new", SENTENCE, "--no-input")[0] == 0

    def judged() -> dict[str, object]:
        code, out, err = coach(home, "--pack", str(pack), "story", "show", "1", "--json")
        assert code == 0, err
        found: dict[str, object] = json.loads(out)["analysis"]
        return found

    before = judged()
    (pack / "lexicon.yaml").write_text("lexicon:\n  buzz_words: [grobbled]\n")
    assert judged() != before
