"""Stage 4: where. Place names with the words that introduce them, resolved by the other places of the report."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final

import msgspec
from msgspec.structs import replace

from marsad.arabic.dates.words import may_date
from marsad.arabic.folding import fold
from marsad.arabic.lemmas import is_word
from marsad.arabic.tokens import QUOTES
from marsad.knowledge.entries import PlaceCue, PlaceRow, Trigger
from marsad.knowledge.lexicon import Match
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

#: From the narrow to the wide: which of several nested places is the most specific.
RANK: Final = {
    "site": 0, "prison": 0, "base": 0, "crossing": 0, "field": 0, "camp": 0, "dam": 0, "junction": 0, "airport": 0,
    "port": 0, "village": 1, "town": 1, "quarter": 1, "front": 2, "city": 2, "island": 2, "mountain": 2,
    "valley": 3, "river": 4, "road": 4, "admin2": 4, "area": 5, "admin1": 6, "region": 7, "country": 9,
}  # fmt: skip


class PlaceMention(msgspec.Struct, frozen=True, gc=False):
    """A place at words `[first, last]`, its introducing words included from `head` on.

    `away_km` is how far from it something is said to be; `far_end` the other end of a road; `by_name` tells
    that the name is a noun for places, which means it only where the report has named it. `written` is the name as
    the report writes it, where `name` is that of the file; `cue` is the sort of place that a noun before it
    says. `sure` tells that its country is named with it (مدينة القائم العراقية), `listed` that it
    is one of several behind one word for all (قرى أ وب وج), `hosting` that a verb before it tells what it saw.
    """

    head: int
    first: int
    last: int
    name: str
    type: str
    rows: tuple[PlaceRow, ...]
    prep: str
    lead: str
    modifier: str
    bearing: float | None
    near: bool
    hidden: bool
    why: str
    away_km: float | None = None
    far_end: tuple[PlaceRow, ...] = ()
    by_name: bool = False
    written: str = ""
    cue: str = ""
    sure: bool = False
    listed: bool = False
    hosting: bool = False

    @property
    def rank(self) -> int:
        return RANK.get(self.type, 3)

    @property
    def is_quarter_called_so(self) -> bool:
        """Whether a quarter is named that has the name of a city or a province only: حي عدن."""
        return self.cue == "quarter" and all(RANK.get(row.type, 3) >= RANK["city"] for row in self.rows)

    def _shown(self, countries: frozenset[str], named: Set[str], heard: Set[str]) -> bool:
        """Whether a name that is also a common word is meant: introduced before, or a town of the country."""
        if self.prep and any(row.id in named for row in self.rows):
            return True
        if self.by_name:
            return False
        if any(row.type == "country" for row in self.rows):  # في مالي, شمالي مالي
            return (
                self.prep in ("في", "ب") or self.head < self.first or any(row.country in countries for row in self.rows)
            )
        towns = [row for row in self.rows if row.type in ("city", "town", "admin1") and not row.bulk]
        if towns and self.modifier == "direction":  # جنوب الخليل
            return True
        if self.hosting and any(row.type == "city" for row in towns):
            return True
        if not countries:  # nothing else in the report is a place
            called = self.prep == "ب" and any(row.type == "city" and row.name.startswith("ال") for row in towns)
            return bool(towns) and (self.near or self.hosting or self.prep == "في" or called)
        led = self.prep in ("في", "ب", "قرب", "الي", "علي", "بين") or self.modifier == "direction"  # جنوب غربي الحديدة
        led = led or self.near or self.hosting
        if (led or self.head < self.first) and self.rank in (RANK["area"], RANK["region"]):  # داخل المنطقة العازلة
            return any(row.country in countries and not row.bulk for row in self.rows)
        if self.prep == "في" and any(row.type == "city" and row.country in heard for row in towns):
            return True
        cities = [row for row in self.rows if row.type == "city" and row.bulk]
        return led and any(row.country in countries for row in (*towns, *cities))

    def within(self, countries: frozenset[str], named: Set[str], heard: Set[str]) -> PlaceMention | None:
        """The mention as a report on these countries means it; none where its name is a place only elsewhere.

        A name that is also a common word counts where the report has introduced it before (`named`). What is
        introduced (قرية أ) and known only elsewhere is a place of that name that no file knows. `heard` are the
        countries whose parties the report names.
        """
        if self.hidden and not self._shown(countries, named, heard):
            return None
        if self.cue == "region" and self.rank == RANK["admin1"] and not self._lies_in(countries | heard):
            return self.unknown("a name that is known only in other countries")  # منطقة أ is no province abroad
        if self.is_quarter_called_so and not self._lies_in(countries):
            return self.unknown("a quarter with the name of a place abroad")
        if self.sure or not self.rows or not countries or self.rank > RANK["admin2"]:
            return self
        rows = tuple(row for row in self.rows if row.country in countries)
        if rows:
            return self if len(rows) == len(self.rows) else replace(self, rows=rows)
        if self.type in ("city", "airport", "port"):
            return self if self.prep or not self.lead else None  # وزاريا is no "and Zaria"
        called = self.cue in _NAMED_BY_CUE or (self.cue == "region" and self.prep in ("في", "ب"))
        if not self.listed and (not called or self.rank > RANK["quarter"]):
            return None
        return self.unknown("a name that is known only in other countries")

    def _lies_in(self, countries: Set[str]) -> bool:
        """Whether one of the places of its name is in some countries, where these are told."""
        return not countries or any(row.country in countries for row in self.rows)

    def unknown(self, why: str) -> PlaceMention:
        """The same words as a place that no file knows."""
        return replace(self, name=self.written or self.name, rows=(), why=why)


def find_places(scan: Scan) -> list[PlaceMention]:
    """The places of a sentence in their order, the longest name at each word."""
    # قريتي is "the two villages of" sooner than "my village", and شمال غرب is one direction.
    cues = {m.last: m for m in sorted(scan.of("place_cue"), key=lambda m: (not m.clitics.suffix, m.last - m.first))}
    chosen: dict[int, list[Match]] = {}
    for match in scan.of("place"):
        held = chosen.get(match.first)
        if held is None or match.last > held[0].last:
            chosen[match.first] = [match]
        elif match.last == held[0].last:
            held.append(match)
    if not chosen and not cues:
        return []
    blocked = _blocked(scan, chosen) if chosen else set()
    listing = _listing(scan, chosen, cues)
    found: list[PlaceMention] = []
    end = -1
    for first, matches in sorted(chosen.items()):
        if first <= end or first in blocked:
            continue
        is_noun = matches[0].last == first and first in cues  # القريتين, a town or two villages
        if is_noun and first not in listing and not _is_introduced(cues.get(first - 1)) and cues[first].form != "du":
            continue
        alone = matches[0].last == first and scan.words[first].norm in _NO_NAME
        if alone and not _is_introduced(cues.get(first - 1)):
            continue  # but: مدينة بانه
        if _is_taken_apart(scan, matches[0]) or _is_time_of_day(scan, first):
            continue
        if scan.norms(first - 1, first - 1) in _OF_NAMES:
            continue
        if is_noun and cues[first].payload.role == "direction" and not matches[0].clitics.definite:
            continue  # في قرية شمال أ
        if (quoted := _in_longer_quotes(scan, matches[0], cues)) is not None:
            found.append(quoted)
            end = quoted.last
            continue
        if (
            _leads_to(scan, first)
            or _is_neighbour(scan, matches[0])
            or (matches[0].clitics.prep == "ك" and first - 1 in cues)
        ):  # قرية كومبو
            continue
        if _begins_other_name(scan, matches[0]):
            if first - 1 not in cues and prep_of(scan, matches[0]) in _INTO:
                found.append(_longer_name(scan, matches[0]))
                end = first + 1
            continue
        mention = _mention(scan, matches, cues, found, listing.get(first))
        if mention is not None:
            if is_noun and mention.head == first and first not in listing:
                mention = replace(mention, hidden=True, by_name=True)
            _add(scan, found, mention)
            end = mention.last
    unknown = _unknown(scan, cues, found, listing)
    if unknown:
        found = sorted([*found, *unknown], key=lambda mention: mention.first)
    return _with_roads(scan, found)


def _add(scan: Scan, found: list[PlaceMention], mention: PlaceMention) -> None:
    """Add a place to those before it, or its words to the last where it only says that again."""
    if found and _is_same(scan, found[-1], mention):
        found[-1] = replace(found[-1], last=mention.last)
    else:
        found.append(mention)


def _is_same(scan: Scan, before: PlaceMention, mention: PlaceMention) -> bool:
    """Whether a name only says again what stands right before it: غرب العاصمة الليبية طرابلس."""
    if mention.first != before.last + 1 or mention.head != mention.first or mention.prep or mention.lead:
        return False
    if scan.words[mention.first].before.strip() or not (before.rows and mention.rows):
        return False
    return before.rows[0].id == mention.rows[0].id


_NO_NAME: Final = COMPLEMENTIZERS | PREPOSITIONS


def _is_time_of_day(scan: Scan, at: int) -> bool:
    """Whether a word that is a place elsewhere tells when: صباح الأربعاء."""
    return at in scan.dated and scan.words[at].norm in _TIMES_OF_DAY


_TIMES_OF_DAY: Final = word_set("places", "times_of_day")


def _leads_to(scan: Scan, first: int) -> bool:
    """Whether a word only tells where a road leads: الطرق المؤدية إلى أ."""
    return scan.words[first].norm in _LEADING


_LEADING: Final = word_set("places", "leading")


def _is_neighbour(scan: Scan, match: Match) -> bool:
    """Whether a country only tells which border is meant: قرب الحدود مع النيجر."""
    if match.payload.type != "country" or scan.words[match.first - 1].norm != "مع":
        return False
    return any("حدود" in word.norm for word in scan.words[max(0, match.first - 3) : match.first - 1])


def _is_taken_apart(scan: Scan, match: Match) -> bool:
    """Whether a word of its own is only read as a place behind a letter that it begins with: باب is no "in Ibb"."""
    clitics = match.clitics
    if match.last > match.first or clitics.definite or not (clitics.prep or clitics.lead):
        return False
    norm = scan.words[match.first].norm
    if clitics.prep == "ك":
        return True  # كريمة is no "like Rima"
    if any(cue.last == match.first for cue in scan.at("cue", match.first)):  # بصدد is no "in Sadad"
        return True
    return is_word(norm) or (bool(clitics.lead and clitics.prep) and is_word(norm.removeprefix("و")))


_OF_NAMES: Final = word_set("places", "of_names")


def _is_introduced(cue: Match | None) -> bool:
    """Whether a cue word says that a settlement's name follows: بلدة المركز."""
    if cue is None or cue.form != "sg":
        return False
    return cue.payload.role == "head" and cue.payload.type in ("village", "town", "city", "admin1")


def _begins_other_name(scan: Scan, match: Match) -> bool:
    """Whether a place of one word is but the beginning of a name that no file knows: برج رحال is no برج."""
    if match.last > match.first or match.clitics.definite or match.clitics.stem not in _NAME_HEADS:
        return False
    after = match.first + 1
    if after >= len(scan.words) or _ends_names(scan, after) or _no_name(scan, after, second=True):
        return False
    return scan.words[after].norm[0] != "و"


def _in_longer_quotes(scan: Scan, match: Match, cues: dict[int, Match]) -> PlaceMention | None:
    """The longer name in quotation marks behind a word for settlements, of which a known one is but the beginning."""
    cue = cues.get(match.first - 1)
    if cue is None or not _is_introduced(cue) or not scan.words[match.first].before:
        return None
    last = next((b for a, b in scan.quoted if a == match.first and match.last < b <= a + _LONGEST_ITEM), None)
    if last is None:
        return None
    name, prep = scan.words_text(match.first, last), prep_of(scan, cue)
    sort, lead, why = cue.payload.type, cue.clitics.lead, "a name in quotation marks"
    return PlaceMention(cue.first, match.first, last, name, sort, (), prep, lead, "", None, False, False, why)


def _longer_name(scan: Scan, match: Match) -> PlaceMention:
    first, last = match.first, match.first + 1
    name = scan.words_text(first, last)[len(match.clitics.lead) :]
    name = name[name.find(match.payload.name[:1]) :] if match.clitics.prep else name
    prep, lead = prep_of(scan, match), match.clitics.lead
    why = "a name that begins like a place and goes on"
    return PlaceMention(first, first, last, name, "village", (), prep, lead, "", None, False, False, why)


_INTO: Final = word_set("places", "into")


def _with_roads(scan: Scan, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The mentions with the two ends of a road made one: طريق دمشق – درعا، الطريق الواصل بين الرقة ودير الزور."""
    if len(mentions) < 2 or not any(m.payload.type == "road" for m in scan.of("place_cue")):
        return mentions
    found: list[PlaceMention] = []
    for mention in mentions:
        before = found[-1] if found else None
        if before is not None and _is_road(scan, before) and _is_far_end(scan, before, mention):
            name = scan.words_text(before.first, mention.last)
            found[-1] = replace(before, last=mention.last, name=name, type="road", far_end=mention.rows, hidden=False)
        else:
            found.append(mention)
    return found


def _is_road(scan: Scan, mention: PlaceMention) -> bool:
    """Whether the first end of a road is named: طريق أ, الطريق الدولي بين أ."""
    if not mention.rows or mention.far_end or mention.modifier or mention.rank >= RANK["admin1"]:
        return False
    if mention.cue == "quarter" and mention.prep in ("في", "ب"):
        return False  # شارع في حي أ
    back = range(max(0, mention.head - 4), mention.first)
    return any(m.payload.type == "road" and m.payload.role == "head" for at in back for m in scan.at("place_cue", at))


def _is_far_end(scan: Scan, one: PlaceMention, other: PlaceMention) -> bool:
    if not other.rows or other.modifier or other.rank >= RANK["admin1"] or other.head != other.first:
        return False
    gap = other.first - one.last - 1
    if gap == 0:
        return (other.lead != "و" or one.prep not in ("في", "ب")) and _DASHES.issuperset(scan.words[other.first].before)
    return gap == 1 and scan.words[other.first - 1].norm in ("الي", "باتجاه", "نحو")


#: Marks that stand between the two ends of a road.
_DASHES: Final = frozenset("-–—/")


def _blocked(scan: Scan, chosen: dict[int, list[Match]]) -> set[int]:
    """The words that are no place here: parts of a longer name, of an outlet, or of a date."""
    blocked = {
        at
        for sort in ("actor", "local_actor", "outlet")
        for m in scan.of(sort)
        if (m.last > m.first or sort == "outlet") and not _is_entered(scan, m, chosen)
        for at in range(m.first, m.last + 1)
        if not _serves_there(scan, m, at)
    }
    if any(matches[0].payload.needs_cue for matches in chosen.values()) and any(
        may_date(scan.words[at].norm) for at in chosen
    ):
        blocked |= scan.dated  # الأربعاء is a day, and a town
    return blocked


def _serves_there(scan: Scan, match: Match, at: int) -> bool:
    """Whether an office is named after where it serves: وزارة الصحة في غزة counts the dead of Gaza."""
    if at <= match.first + 1 or scan.words[at - 1].norm != "في":
        return False
    return any(actor.payload.type == "government" for actor in scan.at("actor", match.first))


def _is_entered(scan: Scan, match: Match, chosen: dict[int, list[Match]]) -> bool:
    """Whether the name of a party is the place where something is done: في إقليم كردستان، على قاعدة حميميم."""
    places = chosen.get(match.first)
    if places is None or places[0].last < match.last:
        return False
    if match.sort == "outlet":  # مدينة الميادين is no television
        return any(cue.payload.role == "head" for cue in scan.ending("place_cue", match.first - 1))
    at = match.first - 1
    if match.sort == "actor" and match.payload.type == "state" and (at < 0 or scan.ending("place_cue", at)):
        return True  # شمال بوركينا فاسو
    if match.clitics.prep == "ب" or (match.first > 0 and scan.words[match.first - 1].norm in _INTO):
        return True
    if at > 0 and scan.words[at].norm == "من" and scan.words[at - 1].norm in _PARTS_OF:
        return True  # القرى الشمالية من بوركينا فاسو
    return places[0].payload.type in ("base", "airport") and prep_of(scan, places[0]) in ("من", "باتجاه", "نحو")


_PARTS_OF: Final = word_set("places", "parts_of")


class _Item(msgspec.Struct, frozen=True, gc=False):
    """A name in a list behind a plural (قرى أ وب، وج): its words up to `last`, and the word that opens the list."""

    last: int
    cue: Match


def _listing(scan: Scan, chosen: dict[int, list[Match]], cues: dict[int, Match]) -> dict[int, _Item]:
    """The names that stand in lists behind "villages", "towns" or "quarters", by their first words."""
    found: dict[int, _Item] = {}
    for cue in cues.values():
        sort = cue.payload.type if cue.payload.role == "head" else cue.payload.role
        listing = cue.form in ("du", "pl") and (sort in _LISTED_BY_NAME or sort in _LISTED_IF_KNOWN)
        if listing and not (cue.clitics.definite or cue.clitics.suffix):
            found.update(_items(scan, cue, chosen, cues))
    return found


def _items(
    scan: Scan, cue: Match, chosen: dict[int, list[Match]], cues: dict[int, Match]
) -> Iterator[tuple[int, _Item]]:
    at = cue.last + 1
    for number in range(_MOST_ITEMS):
        if at < len(scan.words) and scan.words[at].norm == "و":
            at += 1
        word = scan.words[at].norm if at < len(scan.words) else ""
        if number == 0 and at not in chosen and word[:1] == "و" and is_word(word[1:]):
            return  # محلات وبنوك
        if at < len(scan.words) and _is_time_of_day(scan, at):
            return  # عدة مدن صباح الأربعاء
        known = at in chosen and (at not in cues or chosen[at][0].last > at or (number and at + 1 not in chosen))
        known = known or (at in chosen and _is_named_alike(scan, at, cues))
        if known and not _begins_other_name(scan, chosen[at][0]):
            last: int | None = chosen[at][0].last
        elif cue.payload.type not in _LISTED_BY_NAME:
            return
        else:
            last = _item_end(scan, at, first=number == 0)
            last = _bridged(scan, at, chosen, cues) if last is None else last
        if last is None:
            return
        yield at, _Item(last, cue)
        at = last + 1
        if at >= len(scan.words) or not _goes_on(scan, at):
            return


def _is_named_alike(scan: Scan, at: int, cues: dict[int, Match]) -> bool:
    """Whether the first name of a list is spelt like a noun for places: قريتي المزرعة والكفر."""
    definite = cues[at].clitics.definite and not cues[at].clitics.prep
    return definite and at + 1 < len(scan.words) and scan.words[at + 1].norm[0] == "و" and _goes_on(scan, at + 1)


def _bridged(scan: Scan, at: int, chosen: dict[int, list[Match]], cues: dict[int, Match]) -> int | None:
    """The last word of a list's first name that looks like another word, where a known place goes on with the list."""
    for last in range(at, min(at + _LONGEST_ITEM, len(scan.words) - 1)):
        word = scan.words[last]
        if word.norm in _NO_NAME or word.norm.isdigit() or scan.cue_at("no_name", last):
            return None
        if last in cues and not cues[last].clitics.definite:  # القصر may be a name
            return None
        following = last + 1
        if _goes_on(scan, following):
            return last if following in chosen and following not in cues else None
    return None


def _item_end(scan: Scan, at: int, *, first: bool) -> int | None:
    """The last word of an unknown name in a list: three words at most, up to a comma, an "and" or a preposition."""
    for last in range(at, min(at + _LONGEST_ITEM, len(scan.words))):
        if last < at + 2 and scan.words[last].norm.removeprefix("و") in _NAME_HEADS:
            continue
        second = last == at + 1 and scan.words[at].norm.removeprefix("و") in _NAME_HEADS
        if _no_name(scan, last, second=second) or (last == at and _describes(scan, last, alone=first)):
            return None
        following = last + 1
        if following == len(scan.words) or _goes_on(scan, following) or _ends_names(scan, following):
            return last
    return None


def _goes_on(scan: Scan, at: int) -> bool:
    """Whether a list goes on at a word: it stands behind a comma or begins with "and"."""
    word = scan.words[at]
    joined = word.norm[0] == "و" and (len(word.norm) > 3 or word.norm[1:] in {"", *_NAME_HEADS})
    return joined or not _PARTING.isdisjoint(word.before)


def _ends_names(scan: Scan, at: int) -> bool:
    word = scan.words[at]
    if word.before or word.norm in _NO_NAME:
        return True
    return bool(scan.at("place_cue", at) or scan.at("verb", at) or scan.cue_at("boundary", at))


def _no_name(scan: Scan, at: int, *, second: bool = False) -> bool:
    """Whether a word can be no part of an unknown name: a verb, a person, a force, a cue.

    The `second` word of a name that needs one may be a person: تل أمير.
    """
    word = scan.words[at]
    if word.norm in _NO_NAME or word.norm.isdigit():
        return True
    barred = _NO_NAMES - {"person", "force"} if second else _NO_NAMES
    return any(m.first <= at <= m.last and m.sort in barred for m in scan.matches)


def _describes(scan: Scan, at: int, *, alone: bool) -> bool:
    """Whether a word behind "villages" describes them instead of naming one: قرى حدودية، قرى مجاورة."""
    norm = scan.words[at].norm
    if scan.cue_at("no_name", at):
        return True
    return alone and norm.endswith(("يه", "ي")) and not norm.startswith("ال")


#: Sorts of places that are told in lists of names.
_LISTED_BY_NAME: Final = frozenset(("village", "town", "city", "quarter"))
#: Sorts, or "area" for what lies around places (ريفا أ وب), of which only names that a file knows are told so.
_LISTED_IF_KNOWN: Final = frozenset(("admin2", "front", "area"))

#: A list of places is no longer than this, and an unknown name in it no longer than so many words.
_MOST_ITEMS: Final = 25
_LONGEST_ITEM: Final = 3


def _mention(
    scan: Scan, matches: list[Match], cues: dict[int, Match], before: list[PlaceMention], item: _Item | None
) -> PlaceMention | None:
    match = matches[0]
    every = rows = tuple({m.payload.id: m.payload for m in matches}.values())
    heads = heads_of(scan, match.first, cues)
    if item is not None and not heads and item.cue.last == match.first - 1:
        heads = [item.cue]  # قرى: أ، وب
    listed = item is not None or (
        bool(before)
        and not before[-1].hidden
        and _joins_list(scan, before[-1].last, match)
        and _in_one_country(before[-1].rows, rows)
    )
    cue_type = _type_told(heads)
    refused = ""
    if cue_type and (_are_streets(heads) or not any(_admits(cue_type, row) for row in rows)):
        refused, cue_type = cue_type, ""
    told = [m.payload for m in heads if m.payload.role == "area" or not _all_round(heads)]
    area = next((cue for cue in told if cue.role in ("area", "direction")), None)
    if item is not None and item.cue.payload.role == "area":
        area, item = item.cue.payload, None
    hidden = False
    if not cue_type and not listed:
        open_rows = tuple([row for row in rows if not row.needs_cue])
        rural = area is not None and area.role == "area"  # بادية أ
        hidden = not open_rows and not _is_seat(scan, match) and not (rural and any(not row.bulk for row in rows))
        rows = _best_known(open_rows or rows)
        if hidden and refused == "quarter" and heads[0].last == match.first - 1:
            return None  # حي أ: no place of that name is a quarter, so none of them is meant
        if not heads and not hidden and _is_other_word(scan, match, rows):
            return None
    if item is not None:
        cue_type = cue_type or item.cue.payload.type
    elif listed and not heads and not cue_type:
        cue_type = before[-1].type if before[-1].type != "area" else ""
    if cue_type == "road" and all(row.type != "road" for row in rows) and _is_street(heads):
        return None  # شارع بغداد is no place in Baghdad
    homes = {m.payload.iso2 for m in scan.at("adjective", match.last + 1)}
    at_home = tuple([row for row in rows if row.country in homes]) if homes else ()
    rows = at_home or rows
    rows = _of_type(rows, cue_type or ("admin1" if area is not None and _is_round_province(area) else "city"))
    kind = "road" if cue_type == "road" and len({row.type for row in rows} & {"road"}) == 0 else _wide_type(rows)
    if not cue_type and not listed and not homes:
        rows = _with_others(rows, every)
    if area is not None:
        kind = "area" if RANK.get(kind, 3) < RANK["region"] else "region"
    first_head = heads[-1].first if heads else match.first
    prep = prep_of(scan, heads[-1] if heads else match)
    bearing = next((cue.bearing for cue in told if cue.role == "direction"), None)
    modifier = area.role if area is not None else ""
    name = scan.words_text(match.first, match.last)
    if match.clitics.prep or match.clitics.lead:
        name = name[max(0, name.find(rows[0].name[:1])) :]
    lead = (heads[-1] if heads else match).clitics.lead
    if not lead and first_head and _is_added(scan, first_head):
        lead = "و"
    why = f"place {rows[0].id}" + (f" after {heads[0].payload.lemma}" if heads else "")
    shown = rows[0].name if area is None else f"{area.lemma} {rows[0].name}"
    near = prep in _NEAR or any(m.payload.lemma in ("قرب", "جوار", "قبالة") for m in heads)
    away = _distance(scan, first_head, match.last, turned=bearing is not None)
    return PlaceMention(
        first_head,
        match.first,
        match.last,
        shown,
        kind,
        rows,
        prep,
        lead,
        modifier,
        bearing,
        near or (away is not None and bearing is None) or _is_beside(scan, first_head),
        hidden,
        why,
        away,
        written=name,
        sure=bool(at_home),
        cue=cue_type if item is not None or (heads and not heads[0].payload.known_only) else _own_noun(scan, match),
        listed=item is not None,
        hosting=_is_hosting(scan, first_head),
    )


def _type_told(heads: list[Match]) -> str:
    """The sort of place that the words before a name say it is; empty where they say none."""
    for cue in heads:
        if cue.payload.role == "head":
            return str(cue.payload.type)
        if cue.payload.role in ("area", "direction"):
            break  # قرى ريف أ are not أ
    return ""


def _own_noun(scan: Scan, match: Match) -> str:
    """The sort of a place whose name begins with the noun for it: حي الزهور."""
    if match.last == match.first:
        return ""
    return _OWN_NOUNS.get(scan.words[match.first].norm.removeprefix("و").removeprefix("ب"), "")


_OWN_NOUNS: Final = {"حي": "quarter", "مخيم": "camp"}


def _is_hosting(scan: Scan, head: int) -> bool:
    """Whether a verb right before a name tells what happens there: شهدت الحديدة مسيرة، تستضيف مسقط محادثات."""
    if head == 0 or scan.words[head].before:
        return False
    at = head - 1 - (head > 1 and scan.words[head - 1].norm in _THEREIN)  # في وقت تشهد فيه أ
    return scan.words[at].norm.lstrip("وفس") in HOSTING


_THEREIN: Final = frozenset(("فيه", "فيها"))


def _joins_list(scan: Scan, last: int, match: Match) -> bool:
    """Whether a name goes on with the list that ends at `last`: أ وب، ج, على أ وعلى ب."""
    if last == match.first - 1:
        return match.clitics.lead == "و" or not _COMMAS.isdisjoint(scan.words[match.first].before)
    return last == match.first - 2 and scan.words[last + 1].norm != "و" and _is_joined(scan.words[last + 1].norm)


def _is_round_province(cue: PlaceCue) -> bool:
    """Whether a word names the land of a province sooner than that of a town: ريف أ, but ساحل أ."""
    return cue.role == "area" and cue.lemma != "ساحل"


def _in_one_country(rows: tuple[PlaceRow, ...], others: tuple[PlaceRow, ...]) -> bool:
    return not rows or not {row.country for row in rows}.isdisjoint(row.country for row in others)


def _is_joined(norm: str) -> bool:
    """Whether a word before a place adds it to others: و, وفي, وعلى."""
    return norm in _AND_ALSO or norm == "و" or (norm[0] == "و" and norm[1:] in _INTO)


def _is_added(scan: Scan, head: int) -> bool:
    """Whether the word before a place, or the one before its preposition, adds it to others: ثم في أ."""
    before = scan.words[head - 1].norm
    return _is_joined(before) or (before in _INTO and head > 1 and scan.words[head - 2].norm in _THEN)


_THEN: Final = frozenset(("ثم",))
_AND_ALSO: Final = word_set("places", "and_also")


def _is_beside(scan: Scan, head: int) -> bool:
    """Whether a place is told as what another lies in or near: القرية التابعة لناحية أ."""
    return any(cue.first < head <= cue.last + 1 for cue in scan.cue("beside"))


def _is_street(heads: list[Match]) -> bool:
    return any(m.payload.lemma in ("شارع", "جادة") for m in heads)


def _are_streets(heads: list[Match]) -> bool:
    """Whether the streets are those of the place: في شوارع صنعاء."""
    return any(m.payload.lemma == "شارع" and m.form == "pl" for m in heads)


HOSTING: Final = word_set("places", "hosting")


def _distance(scan: Scan, head: int, last: int, *, turned: bool) -> float | None:
    """How far from a place something is: على بعد 25 كم شرق أ, تبعد 25 كم عن أ, شرق أ بنحو 25 كم."""
    for unit in scan.cue("length"):
        behind = turned and last < unit.first <= last + 4
        if not behind and not (unit.last < head <= unit.last + 2 and _leads_on(scan, unit.last + 1, head, turned)):
            continue
        for number in scan.numbers:
            if unit.first - 1 <= number.last <= unit.last and number.number.low and (not behind or number.first > last):
                return number.number.low * float(unit.payload.value)
    return None


def _leads_on(scan: Scan, first: int, head: int, turned: bool) -> bool:
    """Whether a distance is told from a place: right before its direction, or with "from" between."""
    between = [scan.words[at].norm for at in range(first, head)]
    return not between if turned and not between else between in (["عن"], ["من"], ["الي"], ["باتجاه"])


_NEAR: Final = word_set("places", "near")


#: Marks that part a name from the word before it.
_PARTING: Final = frozenset("،,؛:")


def heads_of(scan: Scan, first: int, cues: dict[int, Match]) -> list[Match]:
    """The introducing words right before a name, the nearest first: محيط بلدة X, إلى الشرق من بلدة X."""
    found: list[Match] = []
    at = first - 1
    if at in cues and cues[at].payload.role == "direction" and _is_added_name(scan, first):
        return found  # ولايتا شمال وجنوب كردفان
    while at >= 0 and _PARTING.isdisjoint(scan.words[at + 1].before):
        cue = cues.get(at)
        if cue is None and scan.words[at].norm == "من":  # الشرق من بلدة X
            cue = cues.get(at - 1)
            if cue is None or cue.payload.role != "direction" or not cue.clitics.definite:
                break
        elif cue is None or (
            cue.payload.role == "head"
            and cue.clitics.definite
            and (cue.form == "pl" or not _PART_OF_NAME & {cue.payload.type})
        ):
            break  # the towns that lie outside: what is definite introduces no name
        if cue.clitics.suffix and cue.payload.role == "head":
            break  # مدني is a civilian sooner than "my towns"
        found.append(cue)
        at = cue.first - 1
        if cue.clitics.lead and cue.payload.role != "direction":
            break  # بذات الريف وأطراف قرية أ
    return found


def _is_added_name(scan: Scan, first: int) -> bool:
    """Whether a name of more words than one is joined to what stands before it: وجنوب كردفان."""
    return any(m.clitics.lead == "و" and m.last > m.first for m in scan.at("place", first))


def _all_round(heads: list[Match]) -> bool:
    """Whether several sides of a place are told, which are all of it: شمالي وشرقي المدينة."""
    sides = [m for m in heads if m.payload.role == "direction"]
    return any(m.clitics.lead == "و" for m in sides[:-1])


#: Sorts of cue words that are definite before a name too: الحدود التركية، العاصمة دمشق.
_PART_OF_NAME: Final = frozenset(("road", "front", "capital"))


def _admits(cue_type: str, row: PlaceRow) -> bool:
    """Whether a noun may introduce a place: a town is no position, and what a table lists is no school."""
    if cue_type == row.type or (cue_type in _AREAS and not (row.bulk and row.needs_cue)):
        return True
    if cue_type in _SETTLED:
        return row.type in _SETTLED
    return not row.bulk


#: Sorts of cue words that name an area after any place in it.
_AREAS: Final = frozenset(("admin1", "admin2", "region", "front", "road"))
_SETTLED: Final = frozenset(("village", "town", "city", "quarter", "camp", "island", "admin1", "admin2", "area"))


def _best_known(rows: tuple[PlaceRow, ...]) -> tuple[PlaceRow, ...]:
    """Of the places of a name that nothing introduces the best known: a country, else what somebody reviewed."""
    if len(rows) == 1:
        return rows
    return (
        tuple([row for row in rows if row.type == "country"])
        or tuple([row for row in rows if not row.bulk or row.type in ("city", "admin1")])
        or rows
    )


#: "قرى أ، ب، ج": only a comma parts two names of a list.
_COMMAS: Final = frozenset("،,")


def _is_seat(scan: Scan, match: Match) -> bool:
    """Whether a name is a capital's where something is done: في الرياض, but not الرياض alone."""
    return bool(scan.at("metonym", match.first)) and prep_of(scan, match) in ("في", "ب", "الي", "علي")


def _is_other_word(scan: Scan, match: Match, rows: tuple[PlaceRow, ...]) -> bool:
    """A one-word name that is also a verb or person noun here, or that stands where no place can."""
    if match.last > match.first:
        return False
    if any(m.last > match.last for m in scan.here(match.first)):
        return True
    prep = prep_of(scan, match)
    if prep == "ك":
        return True
    if not prep and all(row.bulk and row.type in _SMALL for row in rows):
        return True  # a table names hamlets after people and things
    small = all(row.type in ("village", "quarter") for row in rows)
    if small and not (match.clitics.definite or prep or _is_fired_at(scan, match)):
        return True
    if match.first and scan.words[match.first - 1].norm in _OFFICES:
        return False  # محافظ تعز
    return not prep and any(scan.at(sort, match.first) for sort in ("trigger", "person", "force", "verb"))


def _is_fired_at(scan: Scan, match: Match) -> bool:
    """Whether a name stands where the town does that a weapon or a force hits: قصفت المدفعية عيترون."""
    at = match.first - 1
    at -= bool(scan.at("adjective", at))
    if at < 1 or scan.words[match.first].before.strip():
        return False
    armed = [*scan.ending("weapon", at), *scan.ending("force", at), *scan.ending("actor", at)]
    before = min((m.first for m in armed), default=0) - 1
    return any(isinstance(m.payload, Trigger) and m.payload.kind in _FIRE for m in scan.at("verb", before))


_FIRE: Final = frozenset(("shelling", "air_strike", "attack"))


_OFFICES: Final = word_set("places", "offices")


_SMALL: Final = frozenset(("village", "town", "quarter", "admin2"))


def _of_type(rows: tuple[PlaceRow, ...], wanted: str) -> tuple[PlaceRow, ...]:
    """The rows of a sort where there are any: a name alone means the city, not the governorate called after it."""
    if len(rows) == 1:
        return rows
    kinds = _ALIKE.get(wanted, (wanted,))
    town = wanted in ("village", "town")  # papers call a quarter at the edge of a city a town
    fitting = [row for row in rows if row.type in kinds or (town and row.type == "quarter" and not row.bulk)]
    return tuple(fitting) or _best_known(rows)


#: Sorts of places that words do not keep apart.
_ALIKE: Final = {
    "village": ("village", "town"),
    "town": ("town", "city", "village"),
    "city": ("city", "town"),
    "capital": ("city",),
    "admin1": ("admin1", "admin2"),
    "admin2": ("admin2", "admin1"),
}


def _with_others(rows: tuple[PlaceRow, ...], every: tuple[PlaceRow, ...]) -> tuple[PlaceRow, ...]:
    """Small places with those of their name in other countries: only a city is meant by its name everywhere."""
    if len(every) == len(rows) or any(row.type not in _SMALL for row in rows):
        return rows
    countries = {row.country for row in rows}
    return (*rows, *[row for row in every if row.country not in countries and not row.bulk])


def _wide_type(rows: tuple[PlaceRow, ...]) -> str:
    if len(rows) == 1:
        return rows[0].type
    return max(
        (row.type for row in rows),
        key=lambda kind: (kind == "city", kind == "town", kind != "quarter", -RANK.get(kind, 3)),
    )


def prep_of(scan: Scan, match: Match) -> str:
    if match.clitics.prep:
        return match.clitics.prep
    if match.first == 0:
        return ""
    before = scan.words[match.first - 1].norm
    if before == "علي" and _is_given_name(scan, match.first - 1):
        return ""
    if before[:1] in "وف" and before[1:] in PREPOSITIONS:
        before = before[1:]
    return before if before in PREPOSITIONS or before in _ABOVE else ""


def _is_given_name(scan: Scan, at: int) -> bool:
    """Whether a word is Ali, in a text that writes the preposition otherwise: محمد علي العروي."""
    return scan.text[scan.words[at].end - 1] == "ي" and " على " in scan.text


#: Further words behind which a place is where something is done.
_ABOVE: Final = frozenset(("فوق", "ضواحي", "مشارف"))


#: Sorts of places whose names the files need not know.
_NAMED_BY_CUE: Final = frozenset(
    (
        "village", "town", "city", "quarter", "camp", "field", "crossing", "mountain", "dam", "island", "valley",
        "prison",
    )
)  # fmt: skip


def _unknown(
    scan: Scan, cues: dict[int, Match], known: list[PlaceMention], listing: dict[int, _Item]
) -> list[PlaceMention]:
    """Names after بلدة, قرية, حي that no file knows: kept as words, without a point."""
    taken = {at for mention in known for at in range(mention.head, mention.last + 1)}
    found = []
    for first, item in listing.items():
        if taken.isdisjoint(range(first, item.last + 1)):
            found.append(_unknown_mention(scan, item.cue, first, item.last))
            taken.update(range(first, item.last + 1))
    for around in known:
        at = _before_its_area(scan, around)
        if at is not None and at not in taken:
            found.append(_told_by_area(scan, at))
            taken.add(at)
    for at, cue in sorted(cues.items()):
        payload: PlaceCue = cue.payload
        if payload.role != "head" or at in taken or not _introduces(scan, cue):
            continue
        if cue.form != "sg" and payload.type not in _LISTED_BY_NAME:
            continue
        if cue.clitics.suffix or cue.clitics.definite or at + 1 >= len(scan.words) or at + 1 in taken:
            continue
        last = None if _is_accusative(scan, cue) else _name_end(scan, at + 1)
        if last is None:
            continue
        found.append(_unknown_mention(scan, cue, at + 1, last))
        taken.update(range(at, last + 1))
    return found


def _before_its_area(scan: Scan, around: PlaceMention) -> int | None:
    """The word that can only be a name which no file knows: في أ بولاية ب، قرب أ في محافظة ب، في أ شمالي ب."""
    beside = around.modifier == "direction" and not (around.prep or around.lead)  # في أ شمالي ب
    if not beside and (around.prep not in ("ب", "في") or around.head == around.first or around.rank <= RANK["city"]):
        return None
    at = around.head - (1 if around.prep == "ب" or beside else 2)
    if at < 1 or scan.words[at - 1].norm.removeprefix("و") not in ("في", "قرب"):
        return None
    if any(scan.words[each].before.strip() for each in range(at, around.head + 1)) or at in scan.dated:
        return None
    norm = scan.words[at].norm
    if len(norm) < _SHORTEST_NAME or norm.endswith(_NO_ENDINGS) or any(True for _ in scan.here(at)):
        return None
    stem = norm.removeprefix("ال")
    return None if any(is_word(form) for form in (norm, stem, stem[:-1])) else at


_SHORTEST_NAME: Final = 4
_NO_ENDINGS: Final = tuple(word_set("places", "no_endings"))


def _told_by_area(scan: Scan, at: int) -> PlaceMention:
    name, prep = scan.words_text(at, at), scan.words[at - 1].norm.removeprefix("و")
    why = "a name told by the area that it lies in"
    return PlaceMention(at, at, at, name, "village", (), prep, "", "", None, False, False, why)


def _is_accusative(scan: Scan, cue: Match) -> bool:
    """Whether a noun for a place ends as only one without a name does: نصبوا حاجزا مؤقتا."""
    return cue.form == "sg" and scan.words[cue.last].norm == f"{fold(cue.payload.lemma)}ا"


def _introduces(scan: Scan, cue: Match) -> bool:
    """Whether a noun may introduce an unknown name: an area only one that begins like a name (منطقة دير أ)."""
    if cue.payload.known_only or cue.clitics.prep == "ك" or (cue.form == "du" and scan.words[cue.last].norm[-1] == "ا"):
        return False  # حيا is alive sooner than two quarters
    if cue.payload.type in _NAMED_BY_CUE:
        return True
    after = cue.last + 1
    return cue.payload.type in _AREAS and after < len(scan.words) and scan.words[after].norm in _NAME_HEADS


def _unknown_mention(scan: Scan, cue: Match, first: int, last: int) -> PlaceMention:
    """A name that no file knows; what stands right behind the cue has its preposition, later items are listed."""
    leads = first == cue.last + 1
    name = scan.words_text(first, last)
    return PlaceMention(
        head=cue.first if leads else first,
        first=first,
        last=last,
        name=name if leads else name.removeprefix("و"),
        type=cue.payload.type,
        rows=(),
        prep=prep_of(scan, cue) if leads else "",
        lead=(cue.clitics.lead or _lead_before(scan, cue.first)) if leads else "و",
        modifier="",
        bearing=None,
        near=False,
        hidden=False,
        why=f"unknown name after {cue.payload.lemma}",
    )


def _lead_before(scan: Scan, head: int) -> str:
    """The "and" that a word right before a place brings: وكذلك قرية أ."""
    if head and scan.words[head - 1].norm in _AND_ALSO:
        return "و"
    return ""


_NAME_HEADS: Final = word_set("places", "name_heads")

#: What stands behind a cue word and is no name of a place: قواعد للمتمردين.
_NO_NAMES: Final = frozenset(("verb", "place_cue", "adjective", "person", "force", "actor", "trigger", "cue"))
_OPENING: Final = _PARTING | {"("}


def _name_end(scan: Scan, first: int) -> int | None:
    """The last word of an unknown name: one word, two where the second goes with it (كفر نبل, الشيخ سليمان)."""
    words = scan.words
    word = words[first]
    quoted = all(mark in QUOTES for mark in word.before)
    called = word.norm == "علي" and scan.text[word.end - 1] == "ي" and not word.before  # قرية علي أ
    if called and first + 1 < len(words) and not _no_name(scan, first + 1, second=True):
        return first + 1
    if word.norm in _NAME_HEADS and first + 1 < len(words) and not words[first + 1].before and quoted:
        return first + 1 + (words[first + 1].norm in _NAME_HEADS and first + 2 < len(words))
    if word.norm.endswith(("يه", "ي")) and not word.norm.startswith("ال"):
        return None  # an adjective: معسكرات تدريبية
    if word.norm in PREPOSITIONS or not _OPENING.isdisjoint(word.before) or word.norm.isdigit():
        return None
    if any(m.sort in _NO_NAMES for m in scan.here(first)) or word.norm.startswith("لل"):
        return None
    joined = first + 1 < len(words) and scan.text[word.end : words[first + 1].start] == "-"
    return first + 1 if joined else first  # تين-أكوف


def is_head(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a place stands before a colon at the beginning of a sentence: حلب: قصف مدفعي على ..."""
    if mention.head or mention.prep:
        return False
    after = mention.last + 1
    if after < len(scan.words):
        return ":" in scan.words[after].before
    return ":" in scan.text[scan.words[-1].end : scan.sentence.end + 2]
