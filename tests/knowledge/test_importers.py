"""Public tables of places become a knowledge folder that loads and passes its own check."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest

from marsad.errors import KnowledgeError
from marsad.knowledge import tables
from marsad.knowledge.importers import NO_NAME, NO_POINT, OTHER_SORT, REPEATED, import_cod, import_geonames

COD = """\
pcode,level,parent,name_ar,name_en,lat,lon,aliases
XA,0,,بلاد الرند,Randland,33.5,36.5,
XA01,1,XA,محافظة السهل الأخضر,Green Plain,33.51,36.29,Sahl|السهل
XA0101,2,XA01,منبع الحور,Manba al-Hur,33.5,36.2,
XA010101,3,XA0101,تل الرند,Tall Rand,33.4,36.1,Rand|تلّ رند|منطقة تل الرند
C1,4,XA010101,كفر زعتر,Kafr Zaatar,33.123456,36.1,
C2,4,XA010101,السلام,Salam,33.1,36.15,
C3,4,XA010101,,Nameless,33.1,36.15,
C4,4,XA010101,دير ريحان,Dayr Rayhan,,,
C1,4,XA010101,كفر زعتر,Kafr Zaatar,33.1,36.1,
"""


def table(tmp_path: Path, text: str, name: str = "table.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def places(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "places.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def feature(number: int, latin: str, names: str, code: str, **more: str) -> str:
    cells = [str(number), latin, latin, names, "33.1", "36.1", "P", code, "SY", "", "04", *[""] * 3]
    cells += [more.get("population", "0"), "", "500", "Asia/Damascus", "2020-01-01"]
    cells[4], cells[5] = more.get("lat", cells[4]), more.get("lon", cells[5])
    return "\t".join(cells) + "\n"


def test_units_with_parents(tmp_path: Path) -> None:
    done = import_cod(table(tmp_path, COD), tmp_path / "mine")
    rows = places(tmp_path / "mine")
    assert done.places == len(rows) == 6
    assert dict(done.skipped) == {NO_NAME: 1, NO_POINT: 1, REPEATED: 1}
    types = [row["type"] for row in rows.values()]
    assert types == ["country", "admin1", "admin2", "town", "village", "village"]
    village = rows["cod:C1"]
    assert village["admin1"] == "السهل الأخضر"
    assert (village["lat"], village["lon"], village["country"]) == ("33.12346", "36.1", "XA")
    assert rows["cod:XA010101"]["country"] == "XA"
    assert rows["cod:XA010101"]["aliases"] == "تل رند|منطقة تل الرند"


def test_a_name_that_is_a_word_needs_a_cue(tmp_path: Path) -> None:
    import_cod(table(tmp_path, COD), tmp_path / "mine")
    rows = places(tmp_path / "mine")
    assert {key for key, row in rows.items() if row["flags"] == "cue"} == {"cod:C2"}
    assert rows["cod:XA01"]["aliases"] == "", "a word is no alias: السهل"


def test_the_folder_passes_its_check_and_loads(tmp_path: Path) -> None:
    done = import_cod(table(tmp_path, COD), tmp_path / "mine")
    assert tables.check(tmp_path / "mine") == []
    assert "cod:C1" in {row["id"] for row in tables.rows("places", [tmp_path / "mine"])}
    assert "6 places written" in str(done)
    assert NO_NAME in str(done)


def test_a_village_without_a_parent_belongs_where_it_lies(tmp_path: Path) -> None:
    far = (
        "XA02,1,XA,ولاية البيلسان,Elder,36,40,\n"
        "XA0201,2,XA02,حوض السرو,Hawd,36,40,\n"
        "XA020101,3,XA0201,ظهر السرو,Zahr,33.1,37,\n"
    )
    orphans = "C8,4,,كفر سنديان,K,33.11,36.88,\nC9,4,gone,كفر بلوط_تل بلوط,K,33.41,36.2,\nC10,4,,كفر بعيد,K,10,10,\n"
    import_cod(table(tmp_path, COD + far + orphans), tmp_path / "mine")
    rows = places(tmp_path / "mine")
    found = [(rows[f"cod:C{n}"]["admin1"], rows[f"cod:C{n}"]["country"]) for n in (8, 9, 10)]
    assert found == [("البيلسان", "XA"), ("السهل الأخضر", "XA"), ("", "")]
    assert (rows["cod:C9"]["name_ar"], rows["cod:C9"]["aliases"]) == ("كفر بلوط", "تل بلوط")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_columns_of_cod_ab(tmp_path: Path, delimiter: str) -> None:
    text = (
        "ADM1_AR,ADM1_PCODE,ADM2_AR,ADM2_EN,ADM2_PCODE,ADM3_EN,ADM3_AR,ADM3_PCODE,Longitude,Latitude\n"
        "ولاية النخيل,XB01,رأس نعناع,Ras Nanaa,XB0101,Wadi Sumac,وادي سماق,XB010101,44.2,15.3\n"
        "ولاية النخيل,XB01,رأس نعناع,Ras Nanaa,XB0101,Only English,,XB010102,44.2,15.3\n"
    )
    done = import_cod(table(tmp_path, text.replace(",", delimiter)), tmp_path / "mine")
    (row,) = places(tmp_path / "mine").values()
    assert (row["id"], row["name_ar"], row["type"]) == ("cod:XB010101", "وادي سماق", "town")
    assert (row["admin1"], row["lat"], row["lon"]) == ("النخيل", "15.3", "44.2")
    assert done.skipped == ((NO_NAME, 1),)


def test_geonames(tmp_path: Path) -> None:
    text = (
        feature(1, "Sahl Governorate", "Muhafazat as Sahl,محافظة سهل الغار", "ADM1")
        + feature(2, "Kafr Za‘tar", "Kafr Zaatar,کفر زعتر,كفر زعتر,کەفر زەعتەر", "PPL", population="20000")
        + feature(3, "Ar Rand", "Rand,الرند,رند", "PPL")
        + feature(4, "Bir Rand", "بئر الرند", "WLL")
        + feature(5, "Nowhere", "Nulle Part", "PPL")
        + feature(6, "Jabal Rand", "جبل الرند", "MT", lat="", lon="")
        + feature(7, "Jabal Sumaq", "جبل سماق", "MT")
    )
    done = import_geonames(table(tmp_path, text, "XX.txt"), tmp_path / "mine")
    rows = places(tmp_path / "mine")
    assert dict(done.skipped) == {OTHER_SORT: 1, NO_NAME: 1, NO_POINT: 1}
    assert {key: (row["name_ar"], row["type"]) for key, row in rows.items()} == {
        "gn:1": ("سهل الغار", "admin1"),
        "gn:2": ("كفر زعتر", "town"),
        "gn:3": ("الرند", "village"),
        "gn:7": ("جبل سماق", "mountain"),
    }
    assert rows["gn:2"]["admin1"] == "سهل الغار"
    assert rows["gn:2"]["source"] == "geonames"
    assert tables.check(tmp_path / "mine") == []


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        (("33.4,36.1,Rand", "north,36.1,Rand"), 5, "'north' is no coordinate"),
        (("33.4,36.1,Rand", "333.4,36.1,Rand"), 5, "'333.4' is no coordinate"),
        (("C2,4,", "C2,seven,"), 7, "'seven' is no level"),
        (("C2,4,", "C2,4,4,"), 7, "9 cells under 8 columns"),
        (("C2,4,", ",4,"), 7, "column pcode is empty"),
        (("name_ar", "names"), 1, "missing column name_ar"),
        (("pcode", "code"), 1, "missing column"),
    ],
)
def test_a_fault_names_file_line_and_mend(tmp_path: Path, change: tuple[str, str], line: int, words: str) -> None:
    with pytest.raises(KnowledgeError) as fault:
        import_cod(table(tmp_path, COD.replace(*change)), tmp_path / "mine")
    assert fault.value.where.endswith(f"table.csv, line {line}")
    assert words in fault.value.what
    assert fault.value.mend
    assert not (tmp_path / "mine" / "places.csv").exists(), "half a table must not stay"
    assert not list((tmp_path).glob("mine/*.part"))


def test_files_that_are_no_tables(tmp_path: Path) -> None:
    latin = tmp_path / "latin.csv"
    latin.write_bytes(COD.encode("utf-8").replace("كفر".encode(), b"\xc3\xdd\xd1"))
    for path in (tmp_path / "none.csv", tmp_path, latin, table(tmp_path, "", "empty.csv")):
        with pytest.raises(KnowledgeError) as fault:
            import_cod(path, tmp_path / "mine")
        assert fault.value.mend
        assert str(path) in fault.value.where
    with pytest.raises(KnowledgeError, match="not UTF-8"):
        import_cod(latin, tmp_path / "mine")
    with pytest.raises(KnowledgeError, match="19"):
        import_geonames(table(tmp_path, COD), tmp_path / "mine")
    with pytest.raises(KnowledgeError, match="CSV"):
        import_cod(table(tmp_path, "", "table.xlsx"), tmp_path / "mine")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    import_cod(table(tmp_path, COD), tmp_path / "mine")
    before = (tmp_path / "mine" / "places.csv").read_bytes()
    with pytest.raises(KnowledgeError, match="already"):
        import_cod(table(tmp_path, COD), tmp_path / "mine")
    assert (tmp_path / "mine" / "places.csv").read_bytes() == before


def test_a_circle_of_parents_ends(tmp_path: Path) -> None:
    text = COD + "X1,2,X2,وادي الدوران,Loop,33,36,\nX2,2,X1,وادي الدوار,Loop,33,36,\n"
    import_cod(table(tmp_path, text), tmp_path / "mine")
    assert places(tmp_path / "mine")["cod:X1"]["admin1"] == ""


def test_a_large_table_is_quick(tmp_path: Path) -> None:
    rows = "".join(f"V{n},4,XA010101,كفر زعتر {n},Kafr {n},33.1,36.1,\n" for n in range(5_000))
    start = time.perf_counter()
    assert import_cod(table(tmp_path, COD + rows), tmp_path / "mine").places == 5_006
    assert time.perf_counter() - start < 5
