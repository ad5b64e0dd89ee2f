"""Public tables of places -> a user's own knowledge folder.

Two layouts: tables of administrative places with codes (COD, as OCHA publishes them) and the country files of
GeoNames. Tables are streamed, so a file of half a million rows takes seconds and little memory.
"""

from __future__ import annotations

import csv
import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from marsad.arabic.folding import IGNORED, fold
from marsad.errors import KnowledgeError
from marsad.knowledge.arabic_names import arabic_names, bare, clean, distinct
from marsad.knowledge.geo import kilometres
from marsad.knowledge.tables import SEPARATOR, rows, split

COLUMNS: Final = (
    "id", "name_ar", "name_en", "lat", "lon", "type", "admin1", "country", "radius_km", "aliases", "flags",
    "source",
)  # fmt: skip

#: How far the truth may lie from the point of a place of this type, in kilometres.
RADIUS_KM: Final = {
    "country": 300, "admin1": 60, "admin2": 25, "city": 7, "town": 4, "village": 2, "quarter": 1, "camp": 2,
    "field": 5, "base": 3, "crossing": 2, "dam": 2, "airport": 3, "port": 3, "mountain": 8, "valley": 15,
    "river": 100, "island": 5, "prison": 1, "junction": 2,
}  # fmt: skip

NO_NAME: Final = "without an Arabic name"
NO_POINT: Final = "without coordinates"
REPEATED: Final = "with an id that stands above"
OTHER_SORT: Final = "of a sort that reports do not name"


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did: the file it wrote, how many places it holds, how many rows it left out and why."""

    file: Path
    places: int
    skipped: tuple[tuple[str, int], ...] = ()

    def __str__(self) -> str:
        left_out = ", ".join(f"{count} {why}" for why, count in self.skipped)
        return f"{self.places} places written to {self.file}" + (f"; left out: {left_out}" if left_out else "")


class _Place(NamedTuple):
    id: str
    name_ar: str
    name_en: str
    lat: str
    lon: str
    type: str
    admin1: str
    country: str
    aliases: list[str]


#: A row of the table: a place, or the reason why it is none.
_Found = Iterator["_Place | str"]


def import_cod(path: Path | str, to: Path | str) -> ImportResult:
    """Write `to`/places.csv from a table of administrative places with codes.

    The columns are `pcode,level,parent,name_ar,name_en,lat,lon,aliases`, or those of the COD-AB tables
    (`ADM3_PCODE, ADM3_AR, ADM3_EN, ADM2_PCODE, ..., latitude, longitude`), in any order and letter case. Rows
    without an Arabic name or coordinates are counted and left out. Raises KnowledgeError with file and line.
    """
    path = Path(path)
    header = _header(path)
    layout = _by_parent if "pcode" in header and "level" in header else _by_level
    return _write(layout(path, header), Path(to))


def import_geonames(path: Path | str, to: Path | str) -> ImportResult:
    """Write `to`/places.csv from a country file of GeoNames (19 columns between tabs, no header, UTF-8).

    The Arabic name is found by sound (see `arabic_names`). Rows without one, and rows of sorts that reports
    do not name (wells, hotels, ...), are counted and left out. Raises KnowledgeError with file and line.
    """
    return _write(_geonames(Path(path)), Path(to))


# --- writing ------------------------------------------------------------------------------------------------


def _write(found: _Found, to: Path) -> ImportResult:
    file, common = to / "places.csv", _common_words()
    if file.exists():
        mend = "give another folder, or take that file away first"
        raise KnowledgeError("there is a table of places already", where=str(file), mend=mend)
    skipped: Counter[str] = Counter()
    ids: set[str] = set()
    to.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".csv.part")
    try:
        with draft.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.writer(handle, lineterminator="\n")
            writer.writerow(COLUMNS)
            for place in found:
                if isinstance(place, str):
                    skipped[place] += 1
                elif place.id in ids:
                    skipped[REPEATED] += 1
                else:
                    ids.add(place.id)
                    writer.writerow(_cells(place, common))
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
    return ImportResult(file, len(ids), tuple(sorted(skipped.items())))


def _cells(place: _Place, common: frozenset[str]) -> tuple[str, ...]:
    name, *aliases = distinct([place.name_ar, *place.aliases])
    flag = "cue" if is_common(name, common) else ""
    kept = (alias for alias in aliases if not is_common(alias, common))
    source = place.id.partition(":")[0].replace("gn", "geonames")
    return (
        place.id, name, place.name_en, place.lat, place.lon, place.type, place.admin1, place.country,
        str(RADIUS_KM[place.type]), SEPARATOR.join(kept), flag, source,
    )  # fmt: skip


def is_common(name: str, common: frozenset[str]) -> bool:
    """Whether a name alone would more often be a word than this place."""
    folded = bare(fold(name))
    return len(folded) < 3 or folded in common


def _common_words() -> frozenset[str]:
    return frozenset(bare(fold(row["word"])) for row in rows("common_words"))


# --- reading ------------------------------------------------------------------------------------------------


def _lines(path: Path) -> Iterator[str]:
    """The lines of a text file, or an error that says how to mend it."""
    if path.suffix.lower() in {".xlsx", ".xls", ".ods", ".zip"}:
        raise KnowledgeError("this is no text file", where=str(path), mend="save the sheet as CSV, in UTF-8")
    line = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            for line, text in enumerate(handle, 1):  # noqa: B007
                yield text
    except UnicodeDecodeError as error:
        where = f"{path}, line {line + 1}"
        raise KnowledgeError("this is not UTF-8", where=where, mend="save the table in UTF-8") from error
    except OSError as error:
        what = error.strerror or "it cannot be read"
        raise KnowledgeError(what, where=str(path), mend="give the path of a table that you may read") from error


def _header(path: Path) -> list[str]:
    first = next(_lines(path), "")
    names = next(csv.reader([first], delimiter=_delimiter(first)), [])
    return [name.strip().lower() for name in names]


def _delimiter(first: str) -> str:
    return max(",;\t", key=first.count)


def _rows(path: Path, header: list[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows below the header, each with where it stands."""
    lines = _lines(path)
    reader = csv.reader(lines, delimiter=_delimiter(next(lines)))
    for cells in reader:
        if not any(cells):
            continue
        where = f"{path}, line {reader.line_num + 1}"
        if len(cells) != len(header):
            what = f"{len(cells)} cells under {len(header)} columns"
            raise KnowledgeError(what, where=where, mend="put a cell that holds a comma into quotation marks")
        yield where, dict(zip(header, (cell.strip() for cell in cells), strict=True))


def _degrees(cell: str, limit: int, where: str) -> str:
    """A coordinate as it is written into the table; empty where there is none."""
    if not cell:
        return ""
    try:
        value = float(cell)
    except ValueError:
        value = float("nan")
    if not abs(value) <= limit:
        mend = f"write degrees from {-limit} to {limit} with a decimal point, or leave the cell empty"
        raise KnowledgeError(f"{cell!r} is no coordinate", where=where, mend=mend)
    return f"{round(value, 5):g}" if abs(value) < 1 else f"{value:.5f}".rstrip("0").rstrip(".")


# --- COD ----------------------------------------------------------------------------------------------------

_LEVELS: Final = ("country", "admin1", "admin2", "town", "village")
_MARKS: Final = re.compile(f"[{IGNORED}]")
_NAME: Final = re.compile(r"(?=.*[\u0621-\u064a])[^A-Za-z]+")
_TWO_NAMES: Final = re.compile(r"\s*[_/]\s*|\s+-\s+")
_DIVISION: Final = re.compile(r"^(?:محافظة|ولاية|إقليم) (?=..)")


def _arabic(cell: str) -> str:
    """A name as it is written in Arabic, without marks; empty if it is in another script."""
    name = " ".join(_MARKS.sub("", cell).split())
    return name if _NAME.fullmatch(name) else ""


class _Above(NamedTuple):
    """What a unit has from those above it."""

    admin1: str
    country: str


def _place_of_unit(
    row: dict[str, str], where: str, *, code: str, level: int, names: tuple[str, str, str], above: _Above
) -> _Place | str:
    arabic, english, aliases = names
    name, *others = _TWO_NAMES.split(_arabic(arabic))
    lat = _degrees(_first(row, _LAT), 90, where)
    lon = _degrees(_first(row, _LON), 180, where)
    if not name:
        return NO_NAME
    if not (lat and lon):
        return NO_POINT
    others += [other for alias in split(aliases) if (other := _arabic(alias))]
    division = _DIVISION.sub("", name if level == 1 else above.admin1)
    country = _country(code) or above.country
    return _Place(f"cod:{code}", name, english, lat, lon, _LEVELS[level], division, country, others)


def _country(code: str) -> str:
    """The two letters of the country with which most codes begin (SY0101); empty for others (C1007)."""
    return code[:2] if re.match("[A-Z]{2}", code) else ""


_LAT: Final = ("lat", "latitude", "center_lat", "y", "point_y", "y_coord", "lat_dd")
_LON: Final = ("lon", "long", "longitude", "center_lon", "x", "point_x", "x_coord", "lon_dd")


def _first(row: dict[str, str], columns: tuple[str, ...]) -> str:
    return next((row[column] for column in columns if row.get(column)), "")


def _by_parent(path: Path, header: list[str]) -> _Found:
    """Each row a unit of some level that names its parent by code."""
    missing = [name for name in ("parent", "name_ar", "lat", "lon") if name not in header]
    if missing:
        raise _columns_missing(path, missing)
    units = _Units()
    for where, row in _rows(path, header):
        units.add(row, _level(row["level"], where))
    for where, row in _rows(path, header):
        if not row["pcode"]:
            raise KnowledgeError("column pcode is empty", where=where, mend="give each place a code")
        names = (row["name_ar"], row.get("name_en", ""), row.get("aliases", ""))
        level, above = _level(row["level"], where), units.above(row, where)
        yield _place_of_unit(row, where, code=row["pcode"], level=level, names=names, above=above)


class _Units:
    """The units above the villages, by code and, for villages that name no parent, by where they lie."""

    _CELL: Final = 0.5
    """Degrees. The nearest subdistrict centre is sought in the cell of a village and in those around it."""

    def __init__(self) -> None:
        self._units: dict[str, tuple[int, str, str]] = {}
        self._centres: dict[tuple[int, int], list[tuple[float, float, str]]] = {}

    def add(self, row: dict[str, str], level: int) -> None:
        if level >= _LEVELS.index("village"):
            return
        self._units[row["pcode"]] = (level, row["parent"], _arabic(row["name_ar"]))
        if _LEVELS[level] == "town" and (point := _point(row)):
            self._centres.setdefault(self._cell(*point), []).append((*point, row["pcode"]))

    def above(self, row: dict[str, str], where: str) -> _Above:
        """The division and country of a unit: by its parents, else as the nearest subdistrict has them."""
        code = row["parent"]
        if code not in self._units and row["level"] == "4" and _degrees(row["lat"], 90, where):
            code = self._nearest(*(_point(row) or (0.0, 0.0)))
        admin1, country = "", ""
        for _ in _LEVELS:  # no chain is longer, and a table may hold a circle
            level, parent, name = self._units.get(code, (0, "", ""))
            admin1 = name if level == 1 else admin1
            country = country or _country(code)
            code = parent
        return _Above(admin1, country)

    def _nearest(self, lat: float, lon: float) -> str:
        x, y = self._cell(lat, lon)
        near = (
            (kilometres(lat, lon, lat2, lon2), code)
            for cell in itertools.product((x - 1, x, x + 1), (y - 1, y, y + 1))
            for lat2, lon2, code in self._centres.get(cell, ())
        )
        return min(near, default=(0.0, ""))[1]

    def _cell(self, lat: float, lon: float) -> tuple[int, int]:
        return int(lat // self._CELL), int(lon // self._CELL)


def _point(row: dict[str, str]) -> tuple[float, float] | None:
    try:
        return float(row["lat"]), float(row["lon"])
    except ValueError:
        return None  # said with its line when the row itself is read


def _level(cell: str, where: str) -> int:
    if cell in {"0", "1", "2", "3", "4"}:
        return int(cell)
    mend = "levels are 0 country, 1 governorate, 2 district, 3 subdistrict, 4 village"
    raise KnowledgeError(f"{cell!r} is no level", where=where, mend=mend)


_UNIT: Final = re.compile(r"adm(?:in)?([0-4])_?(?:name)?_?(ar|en|pcode|altar|alt1_ar|alt2_ar)")


def _by_level(path: Path, header: list[str]) -> _Found:
    """Each row a unit of the lowest level; codes and names of those above it in columns of their own."""
    columns = {(int(m[1]), m[2]): name for name in header if (m := _UNIT.fullmatch(name))}
    levels = [level for level, sort in columns if sort == "pcode" and (level, "ar") in columns]
    if not levels:
        raise _columns_missing(path, ["pcode", "level", "parent", "name_ar", "lat", "lon"])
    if not set(header) & set(_LAT) or not set(header) & set(_LON):
        raise _columns_missing(path, ["latitude", "longitude"])
    level = max(levels)

    def cell(row: dict[str, str], at: int, sort: str) -> str:
        return row[columns[at, sort]] if (at, sort) in columns else ""

    for where, row in _rows(path, header):
        others = [cell(row, level, sort) for sort in ("altar", "alt1_ar", "alt2_ar")]
        names = (cell(row, level, "ar"), cell(row, level, "en"), SEPARATOR.join(others))
        code, country = cell(row, level, "pcode"), _country(cell(row, 1, "pcode"))
        if not code:
            raise KnowledgeError(f"column {columns[level, 'pcode']} is empty", where=where, mend="give a code")
        above = _Above(_arabic(cell(row, 1, "ar")), country)
        yield _place_of_unit(row, where, code=code, level=level, names=names, above=above)


def _columns_missing(path: Path, missing: list[str]) -> KnowledgeError:
    mend = (
        "needed are pcode,level,parent,name_ar,name_en,lat,lon,aliases, or the columns of a COD-AB table "
        "such as ADM3_PCODE,ADM3_AR,ADM3_EN,ADM1_AR,latitude,longitude"
    )
    return KnowledgeError(f"missing column {', '.join(missing)}", where=f"{path}, line 1", mend=mend)


# --- GeoNames -----------------------------------------------------------------------------------------------

#: Feature codes of GeoNames (geonames.org/export/codes.html) that reports name.
_SORTS: Final = {
    "country": "PCLI PCL PCLD",
    "admin1": "ADM1",
    "admin2": "ADM2",
    "city": "PPLC PPLA PPLG",
    "town": "PPLA2 PPLA3 PPLA4",
    "quarter": "PPLX",
    "village": "STLMT PPL PPLL PPLF PPLS",
    "camp": "CMPRF CMP",
    "field": "OILF GASF",
    "base": "MILB AIRB INSM",
    "airport": "AIRP AIRF AIRH",
    "crossing": "PSTB",
    "dam": "DAM",
    "port": "PRT",
    "prison": "PRN",
    "mountain": "MT MTS HLL HLLS",
    "valley": "VAL WAD",
    "river": "STM STMI",
    "island": "ISL ISLS",
    "junction": "RDJCT",
}
_FEATURES: Final = {code: sort for sort, codes in _SORTS.items() for code in codes.split()}
_FIELDS: Final = 19
_ARABIC_LETTER: Final = re.compile("[\u0621-\u064a]")


def _geonames(path: Path) -> _Found:
    divisions = {
        (cells[8], cells[10]): names[0]
        for _, cells in _features(path, lambda line: "\tADM1\t" in line)
        if cells[7] == "ADM1" and (names := _names(cells))
    }
    for where, cells in _features(path, lambda _: True):
        kind = _FEATURES.get(cells[7], "")
        if not kind:
            yield OTHER_SORT
            continue
        if not (names := _names(cells)):
            yield NO_NAME
            continue
        lat, lon = _degrees(cells[4], 90, where), _degrees(cells[5], 180, where)
        if not (lat and lon):
            yield NO_POINT
            continue
        admin1 = divisions.get((cells[8], cells[10]), "")
        kind = _size(kind, cells[14])
        yield _Place(f"gn:{cells[0]}", names[0], cells[1], lat, lon, kind, admin1, cells[8], names[1:])


def _features(path: Path, wanted: Callable[[str], bool]) -> Iterator[tuple[str, list[str]]]:
    for number, line in enumerate(_lines(path), 1):
        if not wanted(line) or not line.strip():
            continue
        cells = line.rstrip("\r\n").split("\t")
        where = f"{path}, line {number}"
        if len(cells) != _FIELDS or not cells[0].isdigit():
            what = f"{len(cells)} columns between tabs, not {_FIELDS}, the first a number"
            mend = "give a country file of GeoNames (SY.txt), unpacked and unchanged"
            raise KnowledgeError(what, where=where, mend=mend)
        yield where, cells


def _names(cells: list[str]) -> list[str]:
    written = f"{cells[1]},{cells[3]}"
    if not _ARABIC_LETTER.search(written):
        return []
    if _ARABIC_LETTER.search(cells[1]) and (own := clean(cells[1])[0]):
        return [own]
    return arabic_names(cells[1], written.split(","))


def _size(kind: str, population: str) -> str:
    """A populated place of no rank is a city, a town or a village by its inhabitants."""
    inhabitants = int(population) if population.isdigit() else 0
    if kind != "village" or inhabitants < 15_000:
        return kind
    return "city" if inhabitants >= 100_000 else "town"
