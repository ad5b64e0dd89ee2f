"""What the package knows, and how a user's own files add to it and win."""

from __future__ import annotations

from pathlib import Path

import pytest

from marsad.errors import KnowledgeError
from marsad.knowledge import Knowledge
from marsad.model import Report
from marsad.reading import Reader

MINE = {
    "actors_mine": "id,parent,type,country,name_ar,name_en,aliases,note\n"
    "SYR.BLUEDAWN,SYR,armed_group,SY,لواء الفجر الأزرق,Blue Dawn Brigade,كتيبة الفجر الأزرق,\n"
    "SYR.SDF,SYR,armed_group,SY,قوات سوريا الديمقراطية,Renamed by the user,قسد,\n",
    "triggers_mine": "kind,pos,lemma,root,pattern,plurals,with,without,frame,target_prep,counts,strength\n"
    "shelling,verb,غربل,غربل,فعلل,,,,does,,,strong\n",
    "places_mine": "id,name_ar,name_en,lat,lon,type,admin1,country,radius_km,aliases,flags,source\n"
    "my:1,تل العصافير,Sparrow Hill,35.5,36.5,village,حماة,SY,2,,,mine\n",
    "outlets_mine": "id,name_ar,name_en,aliases,domains,kind,country,note\n"
    "bayan,وكالة البيان,Bayan,,bayan.example,agency,SY,\n",
}


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder = tmp_path_factory.mktemp("mine")
    for name, text in MINE.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return Knowledge([folder])


@pytest.fixture(scope="module")
def my_reader(mine: Knowledge) -> Reader:
    return Reader(knowledge=mine)


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no such folder"):
        Knowledge([tmp_path / "none"])


def test_a_wrong_file_is_told_when_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "actors.csv").write_text("id\nX\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"actors\.csv, line 1"):
        _ = Knowledge([tmp_path]).actors


def test_a_user_adds_and_wins(knowledge: Knowledge, mine: Knowledge) -> None:
    assert "SYR.BLUEDAWN" not in knowledge.actors
    assert mine.actors["SYR.BLUEDAWN"].name_en == "Blue Dawn Brigade"
    assert mine.actors["SYR.SDF"].name_en == "Renamed by the user"
    assert knowledge.actors["SYR.SDF"].name_en != "Renamed by the user"
    assert len(mine.actors) == len(knowledge.actors) + 1


def test_a_report_is_read_with_a_users_words(read: object, my_reader: Reader) -> None:
    text = "قالت وكالة البيان إن لواء الفجر الأزرق غربل قرية تل العصافير."
    (claim,) = my_reader.read(Report("r", text, published="2021-09-29")).claims
    assert claim.kind == "shelling"
    assert [party.id for party in claim.initiator] == ["SYR.BLUEDAWN"]
    assert claim.place is not None
    assert (claim.place.name, claim.place.lat, claim.place.admin1) == ("تل العصافير", 35.5, "حماة")
    assert [(source.kind, source.name) for source in claim.attribution] == [("agency", "وكالة البيان")]
    assert read(text) == ()  # type: ignore[operator]


def test_the_later_folder_wins(tmp_path: Path) -> None:
    header = "id,type,name_ar,name_en\n"
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "actors.csv").write_text(f"{header}XXA,civil,اسم,{name}\n", encoding="utf-8")
    assert Knowledge([tmp_path / "one", tmp_path / "two"]).actors["XXA"].name_en == "two"
    assert Knowledge([tmp_path / "two", tmp_path / "one"]).actors["XXA"].name_en == "one"


def test_tables_are_read_once(knowledge: Knowledge) -> None:
    assert knowledge.rows("actors") is knowledge.rows("actors")
    assert knowledge.lexicon is knowledge.lexicon


def test_countries_stand_for_their_governments(knowledge: Knowledge) -> None:
    by_code = {country.iso2: country for country in knowledge.countries.values()}
    assert by_code["SY"].gov == "SYR.GOV"
    assert all(not country.gov or country.gov in knowledge.actors for country in by_code.values())
    assert len(by_code) >= 100
