"""The offers pack: presets that say when and where they are from."""

from datetime import date

from coach.yamlfile import read_data
from tests.content.bundled import CONTENT


def test_the_vesting_presets_are_dated_and_sourced() -> None:
    entries = read_data(CONTENT / "offers" / "presets.yaml").data
    for entry in [*entries["vesting"], *entries["packages"]]:
        assert entry["source"], entry["id"]
        assert date.fromisoformat(entry["as_of"]), entry["id"]
