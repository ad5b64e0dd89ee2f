"""Stage 4: which words name a place that no file knows: behind a noun for places, or in the area that is told."""

from __future__ import annotations

from typing import Final

from marsad.arabic.folding import fold
from marsad.arabic.lemmas import is_word
from marsad.knowledge.entries import PlaceCue
from marsad.knowledge.lexicon import Match
from marsad.reading.copies import replace
from marsad.reading.places.place_cues import AREAS, is_introduced, lead_before, prep_of
from marsad.reading.places.place_lists import LISTED_BY_NAME, LONGEST_ITEM, ListItem
from marsad.reading.places.place_mentions import NAMED_BY_CUE, RANK, PlaceMention
from marsad.reading.places.place_names import NAME_HEADS, name_end, names_quarter
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set


def find_unknown(
    scan: Scan, cues: dict[int, Match], known: list[PlaceMention], listing: dict[int, ListItem]
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
    heads = {m.head for m in known if m.prep in ("ب", "في") or (m.head in cues and cues[m.head].payload.role != "head")}
    for at, cue in sorted(cues.items()):
        payload: PlaceCue = cue.payload
        if payload.role != "head" or at in taken or not (_introduces(scan, cue) or _is_within(scan, cue, heads)):
            continue
        if cue.form != "sg" and payload.type not in LISTED_BY_NAME:
            continue
        if cue.clitics.suffix or cue.clitics.definite or at + 1 >= len(scan.words) or at + 1 in taken:
            continue
        last = None if _is_accusative(scan, cue) else name_end(scan, at + 1)
        last = at + 1 if last is None and names_quarter(scan, cue) else last
        if last is None:
            continue
        mention = _unknown_mention(scan, cue, at + 1, last)
        found.append(replace(mention, type="quarter") if payload.type == "region" else mention)
        taken.update(range(at, last + 1))
    return found


#: No unknown name that only its area tells has fewer letters.
_SHORTEST_NAME: Final = 4
_NO_ENDINGS: Final = tuple(word_set("unknown_places", "no_endings"))


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


def _told_by_area(scan: Scan, at: int) -> PlaceMention:
    """The mention of a name that no file knows and only the area behind it tells."""
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
    if cue.payload.type in NAMED_BY_CUE:
        return True
    after = cue.last + 1
    return cue.payload.type in AREAS and after < len(scan.words) and scan.words[after].norm in NAME_HEADS


_NO_AREAS: Final = word_set("unknown_places", "no_areas")


def _is_within(scan: Scan, cue: Match, heads: set[int]) -> bool:
    """Whether the name of an area stands between the noun for it and what it lies in: منطقة الحفا بمديرية أ.

    What is definite behind an indefinite noun is no adjective; `heads` are the words where the known areas begin.
    """
    name = cue.last + 1
    if cue.payload.type != "region" or cue.form != "sg" or name + 1 >= len(scan.words):
        return False
    if not scan.words[name].norm.startswith("ال") or scan.words[name].norm in _NO_AREAS:
        return False
    after = name + 1 + (scan.words[name + 1].norm in ("في", "ضمن"))
    return after in heads


def _unknown_mention(scan: Scan, cue: Match, first: int, last: int) -> PlaceMention:
    """A name that no file knows; what stands right behind the cue has its preposition, later items are listed."""
    leads = first == cue.last + 1
    name = scan.words_text(first, last)
    return PlaceMention(
        head=cue.first if leads else first,
        first=first,
        last=last,
        name=name if leads else name.removeprefix("و"),
        type="village" if cue.payload.type == "region" else cue.payload.type,
        cue="region" if cue.payload.type == "region" else "",
        rows=(),
        prep=prep_of(scan, cue) if leads else "",
        lead=(cue.clitics.lead or lead_before(scan, cue.first)) if leads else "و",
        modifier="",
        bearing=None,
        near=False,
        hidden=False,
        why=f"unknown name after {cue.payload.lemma}",
    )


def in_longer_quotes(scan: Scan, match: Match, cues: dict[int, Match]) -> PlaceMention | None:
    """The longer name in quotation marks behind a word for settlements, of which a known one is but the beginning."""
    cue = cues.get(match.first - 1)
    if cue is None or not is_introduced(cue) or not scan.words[match.first].before:
        return None
    last = next((b for a, b in scan.quoted if a == match.first and match.last < b <= a + LONGEST_ITEM), None)
    if last is None:
        return None
    name, prep = scan.words_text(match.first, last), prep_of(scan, cue)
    sort, lead, why = cue.payload.type, cue.clitics.lead, "a name in quotation marks"
    return PlaceMention(cue.first, match.first, last, name, sort, (), prep, lead, "", None, False, False, why)


def longer_name(scan: Scan, match: Match) -> PlaceMention:
    """The mention of a name of two words that no file knows, of which a known one is but the first: برج رحال."""
    first, last = match.first, match.first + 1
    name = scan.words_text(first, last)[len(match.clitics.lead) :]
    name = name[name.find(match.payload.name[:1]) :] if match.clitics.prep else name
    prep, lead = prep_of(scan, match), match.clitics.lead
    why = "a name that begins like a place and goes on"
    return PlaceMention(first, first, last, name, "village", (), prep, lead, "", None, False, False, why)
