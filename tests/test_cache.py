"""What is kept for the next start is fetched, never stale, and never in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from marsad.cache import cached, checksum, folder
from marsad.knowledge import Knowledge


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


class Maker:
    def __init__(self) -> None:
        self.calls = 0

    def __call__(self) -> list[int]:
        self.calls += 1
        return [1, 2, 3]


def test_made_once() -> None:
    make = Maker()
    assert [cached("thing", "v1", list, make) for _ in range(3)] == [[1, 2, 3]] * 3
    assert make.calls == 1
    cached("thing", "v2", list, make)
    assert make.calls == 2


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x80\x05X", b"\x80\x05}."])
def test_a_damaged_or_other_file_is_made_anew(cache: Path, content: bytes) -> None:
    make = Maker()
    cached("thing", "v1", list, make)
    (file,) = cache.iterdir()
    file.write_bytes(content)
    assert cached("thing", "v1", list, make) == [1, 2, 3]
    assert make.calls == 2
    cached("thing", "v1", list, make)
    assert make.calls == 2


def test_a_folder_that_cannot_be_made_costs_only_the_making(cache: Path) -> None:
    cache.write_text("a file stands where the folder should be")
    assert cached("thing", "v1", list, Maker()) == [1, 2, 3]


def test_another_users_file_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    make = Maker()
    cached("thing", "v1", list, make)
    own = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: own + 1)
    cached("thing", "v1", list, make)
    assert make.calls == 2


def test_old_versions_are_forgotten(cache: Path) -> None:
    for number in range(8):
        cached("thing", f"v{number}", list, Maker())
    assert len(list(cache.iterdir())) == 4


def test_the_checksum_changes_with_names_and_contents(tmp_path: Path) -> None:
    home = tmp_path / "tables"
    home.mkdir()
    seen = {checksum([home])}
    (home / "a.csv").write_text("x")
    seen.add(checksum([home]))
    (home / "a.csv").write_text("y")
    seen.add(checksum([home]))
    (home / "a.csv").rename(home / "b.csv")
    seen.add(checksum([home]))
    seen.add(checksum([home / "b.csv"]))
    assert len(seen) == 5


def test_the_kept_lexicon_says_the_same(tmp_path: Path) -> None:
    made, fetched = Knowledge().lexicon, Knowledge().lexicon
    assert list(folder().iterdir())
    assert len(made) == len(fetched)
    for word in ("قصف", "والقوات", "دمشق", "مصادر"):
        assert made.analyse(word) == fetched.analyse(word)
    own = tmp_path / "own"
    own.mkdir()
    (own / "traps.csv").write_text("phrase,note\n", encoding="utf-8")
    assert len(Knowledge([own]).lexicon) == len(made)
    assert len(list(folder().iterdir())) == 2
