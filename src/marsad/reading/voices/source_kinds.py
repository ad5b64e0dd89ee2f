"""What kind of source words name: an official one, an agency, an armed group, a person, nobody ..."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from marsad.knowledge.entries import Actor, Cue, Outlet
from marsad.knowledge.lexicon import Match
from marsad.model import SourceKind
from marsad.reading.scan import Scan
from marsad.reading.voices.names_behind import AMONG
from marsad.reading.word_sets import word_set


def source_kind(scan: Scan, first: int, last: int) -> tuple[SourceKind | Literal["own"] | None, str]:
    """What kind of source words `[first, last]` name (`own` for the outlet's correspondent), and by which rule."""
    first = _past_quantity(scan, first, last)
    inside = scan.inside(first, last)
    if _is_spoken_to(scan, first, last):
        return "media", "an outlet called by another word"
    heads = [m for m in inside if type(m.payload) is Cue and m.payload.cue == "source"]
    rights = [m for m in inside if m.sort == "actor" and m.payload.type == "monitor"]  # مراسلون بلا حدود
    if any(m.payload.value == "own" for m in heads if m.first <= first + 1) and not rights:
        return "own", "the outlet's own reporter"
    head = _head(scan, heads, first)
    actor = next((m.payload for m in inside if m.sort == "actor"), None) or _actor_meant(scan, first, last)
    if found := _of_press(inside, first, head, actor):
        return found
    if head is None:
        return _without_head(scan, first, last, inside, actor)
    if found := _of_expert(scan, head, last) or _of_head(inside, heads, head, actor):
        return found
    return _of_title(scan, first, last, heads, head, actor)


def _is_spoken_to(scan: Scan, first: int, last: int) -> bool:
    """Whether an outlet is meant by a word that is another, too: قال مصدر للجزيرة، بحسب العربية."""
    told = scan.cue_at("addressee", first)
    if told is None and any(cue.last == first - 1 for cue in scan.cue("according")):
        told = scan.cue_at("carrier", first)
    return told is not None and told.last == last


_SOME: Final = word_set("source_kinds", "some")


def _past_quantity(scan: Scan, first: int, last: int) -> int:
    """Who is counted: اثنان من سكان البلدة، أحد سكان البلدة."""
    if first < last and scan.words[first].norm in _SOME:
        after = first + 2 if scan.words[first + 1].norm == "من" else first + 1
        return after if after <= last else first
    return first


_TITLES: Final = frozenset(("official", "medical", "monitor", "local", "armed_group"))
_COURTESIES: Final = frozenset(("شيخ",))


def _head(scan: Scan, heads: list[Match], first: int) -> Match | None:
    """The noun that says what a source is: at its begin, the longest there, or the title behind somebody's name."""
    begin = next((m.first for m in heads if m.first <= first + 1), None)
    if begin is not None:
        found = max((m for m in heads if m.first == begin), key=lambda m: m.last)
        if found.payload.lemma in _COURTESIES:  # الشيخ فلان، المتحدث باسم الحركة
            return next((m for m in heads if m.payload.value == "official" and m.clitics.definite), found)
        return found
    if any(m.sort in ("actor", "outlet", "metonym", "country", "person") for m in scan.here(first)):
        return None
    apposed = next((m for m in heads if m.payload.value in _TITLES and _is_apposed(scan, m.first)), None)
    if apposed is not None:
        return apposed
    return next((m for m in heads if m.clitics.definite and m.payload.value == "official"), None)


def _is_apposed(scan: Scan, at: int) -> bool:
    """Whether a title tells who somebody is whose name stands before it: فلان، مدير المشفى؛ فلان وهو ضابط شرطة."""
    if at in scan.commas or _ends_bare_name(scan, at):
        return True
    before = at - 1 - (at > 1 and scan.words[at - 1].norm == "من")  # وهو من سكان البلدة
    return before > 0 and scan.words[before].norm in ("وهو", "وهي")


def _ends_bare_name(scan: Scan, at: int) -> bool:
    """Whether words that no file knows, a name, stand right before a title of an office: سليم جابر محافظ أ."""
    title = scan.cue_at("source", at)
    if title is None or title.clitics.definite or title.clitics.lead or at < _NAME:
        return False
    return not any(scan.here(word) or scan.words[word].before.strip() for word in range(at - _NAME + 1, at))


#: Of how many words a name is at the least, the first of which may be a word of another sense.
_NAME: Final = 2


def _actor_meant(scan: Scan, first: int, last: int) -> Actor | None:
    """The actor that a pronoun in a name stands for: أمهلت الحركة، بحسب قيادي فيها."""
    if not any(word.norm in AMONG for word in scan.words[first : last + 1]):
        return None
    return next((m.payload for m in reversed(scan.of("actor")) if m.last < first), None)


_TYPES: Final[dict[str, SourceKind]] = {
    "armed_group": "armed_group",
    "monitor": "monitor",
    "international": "monitor",
    "alliance": "official",
    "civil": "local",
    "tribal": "local",
    "media_body": "media",
    "religious": "official",
    "political": "official",
    "state": "official",
    "government": "official",
    "military": "official",
    "police": "official",
}


def _voice_of(actor: Actor) -> SourceKind:
    """The kind of source that an actor is; missions of the United Nations are monitors, armed or not."""
    return "monitor" if f"{actor.id}.".startswith("UN.") else _TYPES[actor.type]


def _of_press(
    inside: list[Match], first: int, head: Match | None, actor: Actor | None
) -> tuple[SourceKind, str] | None:
    """What an outlet, an agency or a press office is: of the media, unless it serves a force or a world body."""
    outlet = next((m for m in inside if m.sort == "outlet" and m.first <= first + 2), None)
    broadcasts = outlet is not None and head is not None and outlet.first == head.first and outlet.last > head.last
    if outlet is not None and broadcasts and outlet.payload.voice in ("agency", "media"):
        return _of_outlet(outlet.payload, head)  # هيئة البث الإسرائيلية
    if head is not None and head.payload.value == "media" and outlet is None and _is_of_forces(inside, head):
        return "official", "what a force has for the press"
    if head is not None and head.payload.value not in ("agency", "media"):
        return None
    if outlet is not None:
        return _of_outlet(outlet.payload, head)
    if head is None:
        return None
    if actor is not None and actor.type == "international":
        return _voice_of(actor), f"actor {actor.id}"  # وكالة الأونروا
    return head.payload.value, f"source noun {head.payload.lemma}"


def _of_outlet(outlet: Outlet, head: Match | None) -> tuple[SourceKind, str]:
    """The kind of an outlet that the files know; a news agency where it is called so."""
    agency = head is not None and head.payload.value == "agency" and outlet.voice == "media"
    return "agency" if agency else outlet.voice, f"outlet {outlet.id}"


def _is_of_forces(inside: Sequence[Match], head: Match) -> bool:
    """Whether a press office is that of an army or the police: المركز الإعلامي للقوات المسلحة."""
    serving = [m for m in inside if m.sort in ("force", "actor") and head.first < m.first <= head.last + 2]
    return any(
        m.payload.type in ("military", "police")
        if m.sort == "actor"
        else m.payload.group in ("force", "police", "unit")
        for m in serving
    )


_CENTRE: Final = "مركز"
_PRESS: Final = word_set("source_kinds", "press")


def _without_head(
    scan: Scan, first: int, last: int, inside: list[Match], actor: Actor | None
) -> tuple[SourceKind | None, str]:
    """What a name is without a noun for a source: an actor, a report, an account, a country, people."""
    if scan.cue_at("report", first):
        if actor is not None and actor.type == "state":
            return "unspecified", "report noun"  # تقارير واردة من سوريا
        return (_voice_of(actor), f"report of actor {actor.id}") if actor else ("unspecified", "report noun")
    if actor is not None:
        return _voice_of(actor), f"actor {actor.id}"
    press = scan.words[first].norm == _CENTRE  # مركز المدينة الإعلامي
    if (press or scan.cue_at("document", first)) and (called := _quality(inside, first)):
        return called, f"account called {called}"
    if any(m.sort in ("metonym", "country") and m.first == first for m in inside):
        return "official", "capital or country"
    if scan.words[last].norm in _PRESS and first < last:
        return "media", "called a press"
    person = next((m.payload for m in inside if m.sort == "person" and m.first == first), None)
    if person is not None and person.id == "CIVILIANS":
        return "local", f"people: {person.lemma}"
    return None, ""


def _quality(inside: list[Match], first: int) -> SourceKind | None:
    """What an adjective makes of a nameless account: الرواية الرسمية."""
    cues: list[Cue] = [m.payload for m in inside if m.first > first and type(m.payload) is Cue]
    called: list[SourceKind] = [cue.value for cue in cues if cue.cue == "source_quality"]  # type: ignore[misc]
    return called[0] if called else None


_EXPERTS: Final = frozenset(("محلل", "خبير", "مراقب"))


def _of_expert(scan: Scan, head: Match, last: int) -> tuple[SourceKind, str] | None:
    """Who only knows of a matter: an expert by his name speaks for himself, an informed official for nobody."""
    cue: Cue = head.payload
    quality = scan.cue_at("source_quality", head.last + 1) if head.last < last else None
    if cue.lemma in _EXPERTS:
        named = head.clitics.definite and head.form == "sg" and last > (quality.last if quality else head.last)
        return ("person", "an expert by his name") if named else ("anonymous", "an expert without a name")
    if cue.lemma == "مسؤول" and quality is not None and quality.payload.lemma == "مطلع":
        return "anonymous", "an informed official"
    return None


#: Of whom a part is official, whatever its matter: وزارة الصحة.
_MINISTRIES: Final = frozenset(("وزارة", "وزير", "حكومة"))
_HOSPITALS: Final = frozenset(("مستشفى", "مشفى"))


def _of_head(
    inside: list[Match], heads: list[Match], head: Match, actor: Actor | None
) -> tuple[SourceKind, str] | None:
    """What the words behind the head make of it: مصدر طبي، مدير مشفى المدينة."""
    owned = {at for m in inside if m.sort in ("actor", "outlet") for at in range(m.first, m.last + 1)}
    longest = {m.first: m for m in sorted(heads, key=lambda m: m.last)}  # دفاع مدني is no دفاع
    house = [m.payload for m in longest.values() if m.first > head.last and m.first not in owned]
    if head.payload.lemma == "عضو" and house and not any(cue.value == "official" for cue in house):
        return house[0].value, "member of what is so"
    if house and house[0].lemma in _HOSPITALS:  # مدير مستشفى الكويت
        return "medical", "head of a hospital"
    if head.payload.lemma == "دبلوماسي" and any(m.sort == "adjective" for m in inside):
        return "official", "diplomat of a country"
    if head.payload.value == "anonymous":
        qualities = [
            m
            for m in inside
            if type(m.payload) is Cue and m.payload.cue == "source_quality"
            and m.first > head.first and m.first not in owned
        ]  # fmt: skip
        if any(m.first == head.last + 1 and m.payload.value == "local" for m in qualities):
            return "local", "source called local"  # whatever governorate he is in
        return _of_anonymous([*(m.payload for m in qualities), *house], actor)
    ministry = any(cue.lemma in _MINISTRIES for cue in (head.payload, *house))
    if head.payload.value == "official" and actor is None and not ministry:
        if any(cue.lemma == "دفاع مدني" for cue in house):
            return "local", "head of civil defence"
        for value in ("medical", "monitor", "armed_group"):
            if any(cue.value == value for cue in house):  # مدير مشفى المدينة
                return value, f"head of what is {value}"
    return None


_GOVERNORS: Final = word_set("source_kinds", "governors")


def _of_title(
    scan: Scan, first: int, last: int, heads: list[Match], head: Match, actor: Actor | None
) -> tuple[SourceKind, str]:
    """What the head itself makes of a source, or the actor that it serves: محافظ المدينة، قيادي، ناطق باسم الجيش."""
    cue: Cue = head.payload
    if cue.lemma in _GOVERNORS or cue.lemma in _MINISTRIES:  # whatever group he came from, whoever appointed it
        return "official", f"source noun {cue.lemma}"
    if actor is not None and cue.value == "official":
        return _voice_of(actor), f"actor {actor.id}"
    if actor is not None and cue.value == "local" and actor.type == "monitor":
        return "monitor", f"actor {actor.id}"  # فريق منسقو الاستجابة
    if cue.lemma == "قيادي" and not any(m.payload.value == "official" for m in heads[1:]):
        return "armed_group", "one who leads, of nobody named"
    if cue.value == "local" and "حقوق الانسان" in scan.norms(first, last):
        return "monitor", "rights group"
    return head.payload.value, f"source noun {cue.lemma}"


def _of_anonymous(qualities: list[Cue], actor: Actor | None) -> tuple[SourceKind, str]:
    """A source without a name: what its adjectives say, and whose it is."""
    values = [cue.value for cue in qualities]
    if any(cue.lemma in ("مقرب", "مجهول") for cue in qualities) or values == ["anonymous"]:
        return "anonymous", "close to or informed"
    if actor is not None and ("official" in values or not values or set(values) == {"media"}):
        return _voice_of(actor), f"source of actor {actor.id}"
    for value in ("official", "medical", "media", "local", "monitor"):
        if value in values:
            return value, f"source called {value}"
    return "anonymous", "unnamed source"
