"""Reading and checking knowledge files: a user's rows come after, and errors name file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from marsad.errors import KnowledgeError
from marsad.knowledge import tables
from marsad.knowledge.schema import TABLES
from marsad.knowledge.tables import Column, split

ACTORS = "id,parent,type,country,name_ar,name_en,aliases,note\n"
TRIGGERS = "kind,pos,lemma,root,pattern,plurals,with,without,frame,target_prep,counts,strength,note\n"


def folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def faults(tmp_path: Path, **files: str) -> list[str]:
    return [str(fault) for fault in tables.check(folder(tmp_path, **files))]


@pytest.mark.parametrize(
    ("cell", "values"),
    [("", []), ("قتلى", ["قتلى"]), ("قتلى|جثث", ["قتلى", "جثث"]), (" a | b c ||", ["a", "b c"]), ("|", [])],
)
def test_a_cell_holds_a_list(cell: str, values: list[str]) -> None:
    assert split(cell) == values


def test_a_good_file_has_no_faults(tmp_path: Path) -> None:
    assert (
        faults(tmp_path, actors=ACTORS + "XXA.NEW,XXA,armed_group,SY,لواء الفجر الأزرق,Blue Dawn,كتيبة الفجر,\n") == []
    )


@pytest.mark.parametrize(
    ("name", "text", "where", "what"),
    [
        (
            "actors",
            ACTORS + "lower,,armed_group,SY,اسم,,,\n",
            "actors.csv, line 2",
            "'lower' does not have the form",
        ),
        ("actors", ACTORS + "A,,band,SY,اسم,,,\n", "actors.csv, line 2", "'band' is none of"),
        (
            "actors",
            ACTORS + "A,,civil,SY,اسم,,,\nB,,civil,,,,,\n",
            "actors.csv, line 3",
            "column name_ar is empty",
        ),
        ("actors", ACTORS + "A,,civil,SY,اسم,a, b,,\n", "actors.csv, line 2", "9 cells under 8 columns"),
        ("actors", "id,type\nA,civil\n", "actors.csv, line 1", "missing column name_ar"),
        ("actors", ACTORS.replace("note", "notes"), "actors.csv, line 1", "unknown column notes"),
        ("actors", "", "actors.csv, line 1", "missing column id"),
        (
            "actors",
            ACTORS + "A,,civil,,اسم,,,\nA,,civil,,ثان,,,\n",
            "actors.csv, line 3",
            "id A stands already on line 2",
        ),
        (
            "actors_mine",
            ACTORS + "a,,civil,,اسم,,,\n",
            "actors_mine.csv, line 2",
            "'a' does not have the form",
        ),
        (
            "triggers",
            TRIGGERS + "clash,verb,abc,,,,,,mutual,,,strong,\n",
            "triggers.csv, line 2",
            "column lemma: 'abc'",
        ),
        (
            "triggers",
            TRIGGERS + "clash,verb,قاتل,,,,,,mutual,,many,strong,\n",
            "triggers.csv, line 2",
            "column counts: 'many'",
        ),
        ("actor", ACTORS, "actor.csv", "no table has this name"),
        ("verb_forms", "root,pattern,reduced,forms\n", "verb_forms.csv", "no table has this name"),
    ],
)
def test_a_fault_names_file_and_line_and_how_to_mend_it(
    tmp_path: Path, name: str, text: str, where: str, what: str
) -> None:
    folder(tmp_path, **{name: text})
    found = tables.check(tmp_path)
    assert found[0].where == where
    assert what in found[0].what
    assert all(fault.mend for fault in found)
    assert all(fault.code == "knowledge" for fault in found)


def test_lines_are_those_of_the_file_even_behind_a_cell_of_two_lines(tmp_path: Path) -> None:
    text = ACTORS + 'A,,civil,SY,اسم,,,"one\ntwo"\n\nB,,band,SY,اسم,,,\n'
    assert [fault.where for fault in tables.check(folder(tmp_path, actors=text))] == ["actors.csv, line 5"]


def test_all_faults_are_found_at_once(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        actors=ACTORS + "a,,civil,,اسم,,,\nB,,band,,اسم,,,\n",
        weapons="lemma,plurals,kind,weapon,note\nمدفع,,shelling,,\n",
        other="x\n",
    )
    assert len(found) == 4


@pytest.mark.parametrize("number", ["", "x", "91", "nan", "inf"])
def test_numbers_have_bounds(number: str) -> None:
    assert Column("lat", True, number=(-90, 90)).fault(number)


@pytest.mark.parametrize("number", ["-90", "0", "33.5", "90"])
def test_numbers_within_their_bounds(number: str) -> None:
    assert Column("lat", True, number=(-90, 90)).fault(number) is None


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (fault,) = tables.check(tmp_path / "none")
    assert "no such folder" in str(fault)


def test_a_users_rows_come_after_the_packages(tmp_path: Path) -> None:
    own = tables.rows("actors")
    folder(tmp_path, actors_mine=ACTORS + "XXA.NEW,,armed_group,SY,لواء الفجر الأزرق,Blue Dawn,,\n")
    assert tables.rows("actors", [tmp_path])[:-1] == own
    assert tables.rows("actors", [tmp_path])[-1]["name_en"] == "Blue Dawn"


def test_a_wrong_row_of_a_user_raises(tmp_path: Path) -> None:
    folder(tmp_path, actors=ACTORS + "a,,civil,,اسم,,,\n")
    with pytest.raises(KnowledgeError, match=r"actors\.csv, line 2"):
        tables.rows("actors", [tmp_path])


def test_columns_may_stand_in_any_order_and_be_left_out(tmp_path: Path) -> None:
    folder(tmp_path, actors="name_ar,type,id\nلواء الفجر الأزرق,armed_group,XXA\n")
    row = tables.rows("actors", [tmp_path])[-1]
    assert (row["id"], row["name_ar"], row["aliases"], row["country"]) == ("XXA", "لواء الفجر الأزرق", "", "")


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    text = "\ufeff" + (ACTORS + "XXA,,civil,SY,اسم,,,\n").replace("\n", "\r\n")
    (tmp_path / "actors.csv").write_bytes(text.encode("utf-8"))
    assert tables.check(tmp_path) == []
    assert tables.rows("actors", [tmp_path])[-1]["id"] == "XXA"


def test_places_are_not_place_cues(tmp_path: Path) -> None:
    folder(tmp_path, place_cues="lemma,role\nمزرعة,head\n", places_mine=",".join(TABLES["places"].header) + "\n")
    assert tables.check(tmp_path) == []
    assert tables.rows("places", [tmp_path]) == tables.rows("places")
    assert tables.rows("place_cues", [tmp_path])[-1]["lemma"] == "مزرعة"


def test_the_packages_own_folder_may_hold_what_is_made_of_it_and_a_users_may_not(root: Path, tmp_path: Path) -> None:
    own = root / "src/marsad/knowledge/data"
    assert tables.check(own) == []
    shutil.copy(own / "verb_forms.csv", tmp_path)
    assert len(tables.check(tmp_path)) == 1


def test_a_file_in_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "common_words.csv").write_bytes("word,note\nيوم,\nشهر,\n".encode("cp1256"))
    (fault,) = tables.check(tmp_path)
    assert "not UTF-8" in str(fault)
    assert "common_words.csv, line 2" in str(fault)
    assert "UTF-8" in str(fault.mend)
