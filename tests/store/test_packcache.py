"""The pack cache is never wrong and never in the way: whatever happens to it, the same items come out."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.errors import InputFault
from coach.packs.load import load
from coach.packs.model import KINDS
from coach.store.packcache import Library, open_library

OUTSIDE = Path(__file__).parents[1] / "packs" / "outside_pack"
NAME = "warehouse-robots"
NOW = 2_000_000_000_000_000_000
YEAR = 31_536_000_000_000_000


def age(folder: Path, moment: int = NOW - YEAR) -> None:
    for path in folder.glob("*.yaml"):
        os.utime(path, ns=(moment, moment))


@pytest.fixture
def roots(tmp_path: Path) -> Path:
    root = tmp_path / "packs"
    shutil.copytree(OUTSIDE, root)
    age(root / NAME)
    return root


def opened(root: Path, file: Path | None, now: int = NOW) -> Library:
    return open_library([NAME], [root], file, now)


def everything(library: Library) -> list[object]:
    found = [item for kind in KINDS for item in library.of(kind)]
    return [*found, *library.index(), library.counts(), library.manifests(), library.lexicons()]


def test_items_come_back_as_they_were_read(roots: Path, tmp_path: Path) -> None:
    loaded = load(roots / NAME)
    for _ in range(2):
        library = opened(roots, tmp_path / "cache.db")
        assert [item for kind in KINDS for item in library.of(kind)] == [
            item for kind in KINDS for item in (loaded.pack.items[kind] if loaded.pack else ())
        ]
        assert library.manifests() == [loaded.manifest]
        assert library.counts()["facts"] == 2
        assert library.index(["reframes"])[0].title == "Our robots drive at three metres in a second."
        assert library.matching("late-vans") == ["triads/late-vans"]
        assert library.items(["cases/second-belt", "nobody"])[0].competencies == ("throughput",)
        library.close()


def test_a_warm_start_reads_no_yaml(roots: Path, tmp_path: Path) -> None:
    opened(roots, tmp_path / "cache.db").close()
    code = (
        "import sys; from pathlib import Path; from coach.store.packcache import open_library\n"
        f"library = open_library(['{NAME}'], [Path({str(roots)!r})], Path({str(tmp_path / 'cache.db')!r}), {NOW})\n"
        "assert library.item('facts/dwell-time').question\n"
        "print(sorted({'yaml', 'pydantic', 'hashlib'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_change_is_seen_even_within_one_tick_of_the_clock(roots: Path, tmp_path: Path) -> None:
    file, path = tmp_path / "cache.db", roots / NAME / "recall.yaml"
    age(roots / NAME, NOW)
    opened(roots, file).close()
    before = path.stat()
    with path.open("r+") as handle:
        text = handle.read()
        handle.seek(0)
        handle.write(text.replace("late van", "slow van"))
    os.utime(path, ns=(before.st_mtime_ns, before.st_mtime_ns))
    item = opened(roots, file).item("facts/dwell-time")
    assert item is not None
    assert getattr(item, "why", "").endswith("slow van.")


def test_touching_a_file_keeps_its_rows(roots: Path, tmp_path: Path) -> None:
    file = tmp_path / "cache.db"
    opened(roots, file).close()
    age(roots / NAME, NOW - YEAR // 2)
    (first,) = sqlite3.connect(file).execute("SELECT min(seen_ns) FROM files").fetchone()
    assert everything(opened(roots, file, NOW + 5)) == everything(opened(roots, None))
    (later,) = sqlite3.connect(file).execute("SELECT min(seen_ns) FROM files").fetchone()
    assert (first, later) == (NOW, NOW + 5)


def test_files_that_come_and_go_are_seen(roots: Path, tmp_path: Path) -> None:
    file, extra = tmp_path / "cache.db", roots / NAME / "more.yaml"
    opened(roots, file).close()
    extra.write_text(
        "facts:\n  - {id: facts/new, formerly: [facts/old], source: [x], tags: [], competencies: [],"
        " question: Q?, answer: A.}\n"
    )
    library = opened(roots, file)
    assert library.item("facts/new") == library.item("facts/old") is not None
    assert library.formers() == {"facts/old": "facts/new"}
    extra.unlink()
    assert opened(roots, file).item("facts/new") is None


def test_a_wrong_pack_is_refused_until_it_is_mended(roots: Path, tmp_path: Path) -> None:
    file, extra = tmp_path / "cache.db", roots / NAME / "more.yaml"
    opened(roots, file).close()
    extra.write_text("facts:\n  - id: BAD\n")
    with pytest.raises(InputFault) as fault:
        opened(roots, file)
    assert fault.value.exit_code == 4
    assert f"{extra}:2:5" in str(fault.value.problems[0])
    extra.unlink()
    assert opened(roots, file).counts()["facts"] == 2


def test_needed_packs_are_read_first(roots: Path, tmp_path: Path) -> None:
    shutil.copytree(roots / NAME, roots / "second")
    for path in (roots / "second").glob("*.yaml"):
        path.unlink() if path.name != "pack.yaml" else path.write_text(
            path.read_text().replace(f"id: {NAME}", "id: second").replace("two-rounds", f"two-rounds\nneeds: [{NAME}]")
        )
    library = open_library(["second"], [roots], tmp_path / "cache.db", NOW)
    assert [manifest.id for manifest in library.manifests()] == [NAME, "second"]
    assert library.item("facts/dwell-time") is not None


def test_another_version_of_the_cache_is_made_anew(roots: Path, tmp_path: Path) -> None:
    file = tmp_path / "cache.db"
    opened(roots, file).close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE packs SET format = '0 from the past', needs = 'nobody'")
    assert everything(opened(roots, file)) == everything(opened(roots, None))


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5_000])
def test_a_file_that_is_no_cache_is_replaced(roots: Path, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "cache.db"
    file.write_bytes(content)
    assert everything(opened(roots, file)) == everything(opened(roots, None))
    assert sqlite3.connect(file).execute("SELECT count(*) FROM packs").fetchone() == (1,)


def test_where_nothing_can_be_written_everything_is_in_memory(roots: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for file in (tmp_path, tmp_path / "file" / "cache.db", Path("/proc/cache.db")):
        assert everything(opened(roots, file)) == everything(opened(roots, None))


def test_a_cache_in_use_elsewhere_does_not_stop_anybody(roots: Path, tmp_path: Path) -> None:
    file = tmp_path / "cache.db"
    opened(roots, file).close()
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    assert everything(opened(roots, file)) == everything(opened(roots, None))


def test_damage_while_it_is_open_is_mended(roots: Path, tmp_path: Path) -> None:
    file = tmp_path / "cache.db"
    library = opened(roots, file)
    with sqlite3.connect(file) as other:
        other.execute("UPDATE items SET body = replace(body, 'dwell', 'smell')")
    item = library.item("facts/dwell-time")
    assert item is not None
    assert getattr(item, "question", "") == "What is dwell time on a sorting belt?"


@settings(max_examples=50, deadline=None)
@given(damage=st.lists(st.tuples(st.integers(0, 100_000), st.integers(1, 255)), min_size=1, max_size=40))
def test_flipped_bytes_never_change_an_item(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("flip")
    age(OUTSIDE / NAME)
    file = folder / "cache.db"
    opened(OUTSIDE, file).close()
    raw = bytearray(file.read_bytes())
    for at, change in damage:
        raw[at % len(raw)] ^= change
    file.write_bytes(raw)
    right = {item.id: item for item in opened(OUTSIDE, None).of("facts")}
    library = opened(OUTSIDE, file)
    assert {name: library.item(name) for name in right} == right
    library.close()
