"""Stage 3: who is in a sentence. Names, and names composed of a force and whom it belongs to; their roles come later.

القوات الروسية is force + nationality, عناصر من داعش force + actor, ثلاثة مدنيين people; a force alone (القوات، التنظيم)
stands for a party that the report named before (see `cast`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from marsad.arabic.folding import fold
from marsad.knowledge.entries import Actor, Country, Force, Person, Trigger
from marsad.knowledge.lexicon import Match
from marsad.reading.cast import HIRED, STATE, Cast, Mention
from marsad.reading.people import ADVERBS, tells_of_act
from marsad.reading.scan import PREPOSITIONS, SEATS, Scan

#: How many adjectives may stand between a force and its nationality: طائرات حربية مسيرة روسية.
_REACH: Final = 3

#: Kinds whose nouns are forces themselves: رتل, دورية, تعزيزات.
_OF_FORCES: Final = frozenset(("movement", "patrol", "deployment"))

_CIVILIANS: Final = "CIVILIANS"


def find_parties(scan: Scan, cast: Cast) -> list[Mention]:
    """The parties of a sentence in their order, none inside another."""
    taken: set[int] = set()
    found: list[Mention] = []
    owners = _owners(scan)
    for head in _heads(scan):
        if head.first in taken:
            continue
        for mention in _composed(scan, head, owners):
            found.append(mention)
            taken.update(range(mention.first, mention.last + 1))
    for owner in sorted(owners.values(), key=lambda owner: owner.first):
        if owner.first not in taken and owner.sort != "adjective" and not _only_where(scan, owner):
            found.append(_of_something(scan, _named(scan, owner)))
            taken.update(range(owner.first, owner.last + 1))
    found.extend(_nationalities(scan, owners, taken, found))
    found = [mention for mention in found if not (_is_ally(scan, mention) or _only_supports(scan, mention))]
    found = [mention for mention in found if not _owns_named(scan, mention, found)]
    found.sort(key=lambda mention: mention.first)
    return [_called_terrorists(scan, mention) for mention in cast.enter(_sharing(_belonging(scan, found)))]


def _belonging(scan: Scan, found: Sequence[Mention]) -> list[Mention]:
    """Who is told to be one of a party, or gunmen to be somebody's, is that party's: عناصر مسلحة تابعة لجماعة أ."""
    kept: list[Mention] = []
    for mention in found:
        if kept and kept[-1].id == "UNKNOWN" and mention.id:
            gap = range(kept[-1].last + 1, mention.first)
            if len(gap) == 1 and scan.words[gap[0]].norm in _BELONGING:
                kept[-1] = replace(kept[-1], id=mention.id, last=mention.last, why=mention.why)
                continue
        if kept and kept[-1].noun == _MEMBER and mention.prep == "من" and mention.first == kept[-1].last + 2:
            kept[-1] = replace(mention, first=kept[-1].first, prep=kept[-1].prep)  # فرد من عناصر الشرطة
            continue
        kept.append(mention)
    return kept


_MEMBER: Final = "فرد"


def _called_terrorists(scan: Scan, mention: Mention) -> Mention:
    """ "The terrorist elements" are not the force that was named last, but where that is called so everywhere."""
    if not mention.bare or mention.id is None or mention.id.startswith(_OUTLAWS):
        return mention
    words = scan.words[mention.first : mention.last + 2]
    return replace(mention, id=None, bare="") if any("ارهابي" in word.norm for word in words) else mention


_OUTLAWS: Final = ("ISIS", "ALQAEDA", "PKK", "UNKNOWN", "SYR.HTS", "YEM.HOUTHI")


def _is_ally(scan: Scan, mention: Mention) -> bool:
    """Whether a party only tells on whose side another is: الجماعة، الموالية لتنظيم القاعدة، ..."""
    if mention.prep not in ("ل", "من", "مع", "ب", "عن") or not mention.first:
        return False
    back = (mention.first - 1, mention.first - 2)
    return any(at >= 0 and scan.words[at].norm.removeprefix("و").startswith(_ALLIED) for at in back)


def _only_supports(scan: Scan, mention: Mention) -> bool:
    """Whether a party only tells who is behind another: القوات التي تدعمها الولايات المتحدة."""
    at = mention.first - 1
    return at > 0 and not mention.prep and scan.words[at].norm in _BACKED and scan.words[at - 1].norm in _WHO


_WHO: Final = frozenset(("التي", "الذي", "الذين"))
_BACKED: Final = frozenset(
    (
        "تدعمها", "تدعمه", "تدعمهم", "يدعمها", "يدعمه", "يدعمهم", "تسانده", "تساندها", "يسانده", "يساندها", "تموله",
        "تمولها", "يمولها", "ترعاه", "ترعاها", "يرعاها", "تقودها", "يقودها",
    )
)  # fmt: skip


def _owns_named(scan: Scan, mention: Mention, found: Sequence[Mention]) -> bool:
    """Whether a party only tells to whom one belongs that has a name of its own: الجبهة الفلانية التابعة للمعارضة."""
    if mention.first < 2 or scan.words[mention.first - 1].norm not in _OF_ANOTHER:
        return False
    return any(other.id and other.last == mention.first - 2 for other in found)


_OF_ANOTHER: Final = frozenset(("التابع", "التابعه", "التابعين"))

#: Adjectives that tell on whose side somebody is.
_ALLIED: Final = (
    "موالي", "الموالي", "موالين", "الموالين", "مدعوم", "المدعوم", "متحالف", "المتحالف", "مقرب", "المقرب", "مرتبط",
    "المرتبط", "المعارض", "مناهض", "المناهض", "مناوي", "المناوي", "منشق", "المنشق", "منبثق", "المنبثق",
    "مبايع", "المبايع",
)  # fmt: skip


def _sharing(found: Sequence[Mention]) -> list[Mention]:
    """Parties joined by و share the preposition before the first: من قوات النظام والميليشيات."""
    shared: list[Mention] = []
    for mention in found:
        if shared and _is_name_of(shared[-1], mention):
            shared[-1] = replace(shared[-1], id=mention.id, last=mention.last)
            continue
        if mention.joined and not mention.prep and shared and mention.first - shared[-1].last <= 2:
            mention = replace(mention, prep=shared[-1].prep)
            if mention.group == "country" and shared[-1].id and shared[-1].group not in ("country", "metonym"):
                mention = replace(mention, group="government")  # قصف من قوات النظام وروسيا: no place
        shared.append(mention)
    return shared


def _is_name_of(office: Mention, name: Mention) -> bool:
    """Whether a party is the name of who holds the office right before it: المبعوث الدولي فلان."""
    if name.first != office.last + 1 or name.joined or name.prep or not (office.id and name.id):
        return False
    return office.group not in ("country", "metonym", "adjective") and name.id.startswith(f"{office.id}.")


def note_actors(scan: Scan, cast: Cast) -> None:
    """Remember the actors of a sentence that reports nothing: later ones may take them up."""
    if scan.of("actor"):
        cast.enter([_named(scan, owner) for owner in _owners(scan).values() if owner.sort == "actor"])


def _owners(scan: Scan) -> dict[int, Match]:
    """Actors, countries, capitals and nationalities by their first word; the longest at each."""
    found: dict[int, Match] = {}
    for sort in ("adjective", "metonym", "country", "actor"):
        for match in scan.of(sort):
            if sort == "actor" and _is_regime_abroad(scan, match):
                continue
            held = found.get(match.first)
            if held is not None and match.last == held.last and sort == "actor" and match.payload.type == "state":
                continue  # a country is an actor, too
            if held is None or match.last >= held.last:
                found[match.first] = match
    return found


def _is_regime_abroad(scan: Scan, match: Match) -> bool:
    """Whether "the regime" is that of the country whose adjective follows: قوات النظام السعودي."""
    if scan.words[match.last].norm != _REGIME:
        return False
    country = match.payload.id.partition(".")[0]
    return any(m.clitics.definite and m.payload.id != country for m in scan.at("adjective", match.last + 1))


_REGIME: Final = "النظام"


def _heads(scan: Scan) -> list[Match]:
    """The nouns for forces and people in their order, the longest at each word, forces before people."""
    owned = {m.first - 1 for m in scan.of("adjective")}
    owned |= {m.first - 1 for m in scan.of("actor") if m.clitics.prep == "ل"}
    owned |= {at - 1 for at, word in enumerate(scan.words) if word.norm in ("تابعه", "التابعه")}
    events = {m.first for m in scan.of("trigger") if m.payload.kind not in _OF_FORCES | {"interception"}} | {
        m.first for m in scan.of("weapon") if m.payload.kind not in ("air_strike", "")
    }
    forces = (m for m in scan.of("force") if m.first not in events or _is_force_too(m, owned))
    found = [m for m in forces if not (_is_verb_here(scan, m) or tells_of_act(scan, m))]
    found += [m for m in scan.of("person") if m.payload.group != "body" and not _is_no_person(scan, m)]
    found = [m for m in found if not (m.first in scan.numerals and m.last + 1 in scan.numerals)]  # مجموعة من المسلحين
    found.sort(key=lambda m: (m.first, -m.last))
    return found


def _is_force_too(head: Match, owned: set[int]) -> bool:
    """Whether a word for an event is a force here: مسيرة روسية is no march, الاحتلال is who occupies."""
    if head.payload.group in ("drone", "artillery", "ship"):
        return head.last in owned
    return head.payload.lemma == "احتلال" and head.clitics.definite


def _is_verb_here(scan: Scan, head: Match) -> bool:
    """Whether a noun for a force is none here: a verb, or an adjective (تدريبات بحرية, كمين أمني)."""
    if head.clitics.suffix or head.form != "sg":
        return head.payload.lemma == "أمن" and scan.words[head.first].norm.endswith("امني")
    if head.first == head.last and scan.words[head.first].marbuta and not head.clitics.definite:
        events = scan.ending("trigger", head.first - 1)
        if any(m.form == "pl" or scan.words[m.last].norm.endswith(("ات", "ه")) for m in events):
            return True
    verbs = scan.at("verb", head.first)
    return bool(verbs) and any(m.form.tense == "present" for m in verbs)


def _is_no_person(scan: Scan, head: Match) -> bool:
    """Whether a noun for people is none here: a verb (أسر), a town (أبين), or an adjective (اشتباكات مسلحة)."""
    if head.payload.lemma == "قاتل" and head.clitics.suffix:  # وقتلته: a verb
        return True
    if head.clitics.suffix in ("ي", "ني") or _is_lookalike(scan, head):  # محل تجاري, الوزير لامي
        return True
    begins = head.clitics.whole and (not head.first or head.first in scan.commas)
    if begins and any(verb.form.tense == "past" for verb in scan.at("verb", head.first)):
        return True
    if not head.clitics.definite and any(not place.payload.needs_cue for place in scan.at("place", head.first)):
        return True
    if head.first and scan.words[head.first - 1].norm in ("برتبه", "رتبه"):
        return True
    if head.payload.lemma == "انتحاري" and any(isinstance(m.form, str) for m in scan.ending("trigger", head.first - 1)):
        return True  # تفجيرا انتحاريا
    if _is_adjective(scan, head) or _tells_of_people(scan, head):
        return True
    if head.form == "du" and scan.words[head.last].norm.endswith("ي") and _ends_construct(scan, head):
        return True
    if tells_of_act(scan, head):
        return True
    unknown = head.payload.group == "unknown" and head.form != "pl"
    if not unknown and (head.payload.group != "gunman" or not scan.words[head.first].marbuta):
        return False
    back = (head.first - 1, head.first - 2)
    return any(scan.ending(sort, at) for at in back for sort in ("trigger", "weapon", "force"))


def _ends_construct(scan: Scan, head: Match) -> bool:
    """Whether nothing follows that a dual without its نون could be of: خلاف فردي بين الجانبين is no two men."""
    behind = head.last + 1
    if head.clitics.suffix or behind >= len(scan.words) or scan.words[behind].before.strip():
        return not head.clitics.suffix
    return scan.words[behind].norm in PREPOSITIONS - {"من"}


#: A gunman, or what an attack was.
_NOUNS: Final = ("force", "trigger", "weapon", "person", "place_cue")


def _is_adjective(scan: Scan, head: Match) -> bool:
    """Whether a feminine in ـية tells of the noun before it: القوات الأمنية, سيارة مدنية."""
    word = scan.words[head.first]
    if scan.words[head.last].norm in ADVERBS:
        return True
    if not head.payload.lemma.endswith("ي") or not head.first or word.before.strip():
        return False
    if head.form != "sg":  # مقاتلون أكراد
        men = [m for s in ("force", "person") for m in scan.ending(s, head.first - 1)]
        bare = not (head.clitics.definite or head.clitics.lead or head.clitics.prep or head.clitics.suffix)
        return bare and any(m.form == head.form == "pl" and not m.clitics.definite for m in men)
    before = scan.words[head.first - 1]
    if not word.marbuta:
        if head.clitics.definite:  # المجلس المدني، جهازها الأمني
            ends = [*scan.ending("verb", head.first - 1)]
            return not ends and not before.marbuta and before.norm.startswith("ال") and not before.norm.endswith("ات")
        men = [m for s in ("force", "person") for m in scan.ending(s, head.first - 1)]
        if word.norm.endswith("ي") and any(m.form == "sg" and not m.clitics.definite for m in men):
            return True  # مسؤول كردي
        return head.payload.lemma == "أمني" and any(scan.ending(s, head.first - 1) for s in _NOUNS)
    kin = any(scan.ending(sort, head.first - 1) for sort in _NOUNS)
    return head.clitics.definite or before.marbuta or before.norm.endswith("ات") or kin


def _is_lookalike(scan: Scan, head: Match) -> bool:
    """Whether a noun for people is another word here: عدد من المزارع, محافظة إب, حاملات تنقل, داعية الأطراف."""
    at = head.first
    if head.payload.lemma == "أم" and head.clitics.whole and scan.norms(at + 1, at + 1).startswith("ال"):
        return True  # أم الظفا، a village
    if head.payload.lemma == "مصور" and at and scan.words[at - 1].norm in _SHOWN:
        return True
    if head.payload.lemma == "حامل":
        return not scan.ending("person", at - 1)
    if at in scan.commas and scan.words[at].norm == "داعيه":
        return True
    if scan.at("place", at) and scan.ending("place_cue", at - 1):
        return True
    several = at > 1 and scan.words[at - 1].norm == "من" and scan.words[at - 2].norm in ("عدد", "عددا", "العديد")
    return several and head.form == "sg"


#: What is filmed and no film-maker: في مقطع مصور.
_SHOWN: Final = frozenset(
    ("مقطع", "تسجيل", "فيديو", "شريط", "بيان", "تقرير", "خطاب", "تصريح", "فيلم", "مقطعا", "تسجيلا")
)


def _tells_of_people(scan: Scan, head: Match) -> bool:
    """Whether a word for people is the adjective of people before it: شبان غاضبون, عمال مهاجرين."""
    clitics = head.clitics
    if head.payload.group not in ("protester", "refugee", "migrant", "unknown") or clitics.lead or clitics.prep:
        return False
    if head.form == "sg" or scan.words[head.first].before.strip():
        return False
    kin = [m for m in scan.ending("person", head.first - 1) if m.payload.id == _CIVILIANS]
    return any(m.form == head.form and m.clitics.definite == clitics.definite for m in kin)


def _only_where(scan: Scan, owner: Match) -> bool:
    """Whether a country or capital only tells where: ريف دمشق, جنوب تركيا."""
    if owner.sort not in ("country", "metonym"):
        return False
    if _word_before(scan, owner.first) in SEATS or _word_before(scan, owner.first - 1) in SEATS:
        return True  # منظمة مقرها النرويج، مقرها في بيروت
    cues = scan.ending("place_cue", owner.first - 1)
    return any(
        cue.payload.role != "border" or (cue.clitics.definite and _word_before(scan, cue.first) in PREPOSITIONS)
        for cue in cues
    )


def _word_before(scan: Scan, at: int) -> str:
    return scan.words[at - 1].norm if at > 0 else ""


def _composed(scan: Scan, head: Match, owners: dict[int, Match]) -> list[Mention]:
    """A force or people with whom they belong to, or alone; of two nationalities one each."""
    payload: Force | Person = head.payload
    owner = _owner_of(scan, head, owners)
    if owner is None:
        return [_alone(scan, head)]
    actor, last = _identify(owner, payload), owner.last
    if isinstance(payload, Person) and payload.id == _CIVILIANS and owner.sort != "actor":
        actor = _CIVILIANS
    found = [_mention(scan, head, last, actor, f"{payload.lemma} + {owner.sort} {actor}")]
    beside = owners.get(last + 1)
    if owner.sort == "adjective" and beside is not None and beside.sort == "adjective" and not beside.clitics.prep:
        other = _identify(beside, payload)
        if actor != other and actor != _CIVILIANS:  # القوات الروسية والتركية
            found.append(
                _mention(scan, beside, beside.last, other, f"{payload.lemma} + adjective {other} beside it", head)
            )
    return found


def _alone(scan: Scan, head: Match) -> Mention:
    """A force or people with nobody beside them."""
    payload: Force | Person = head.payload
    inner = _inner(scan, head)
    if inner is not None:
        bare = _bare(inner)
        why = f"{payload.lemma} of {inner.payload.lemma}"
        return _mention(scan, head, inner.last, None, why, bare=bare, alone=inner.payload.alone, whose=inner)
    whose = _of_pronoun(scan, head)
    if whose is not None:
        mention = _mention(scan, head, whose, None, f"{payload.lemma} of whom a pronoun tells", bare="pronoun")
        return replace(mention, gender="f" if scan.words[whose].norm == "لها" else "m")
    both = scan.words[head.last].norm.endswith(("طرفا", "طرفي"))  # طرفا النزاع, طرفي النزاع
    both = both and not scan.at("adjective", head.last + 2)  # طرفا النزاع السوداني are named by it
    if payload.lemma == _SIDE and both and _of_conflict(scan, head.last + 1):
        return _mention(scan, head, head.last + 1, None, "both sides", bare="both")
    people = _people(scan, head)
    if people is not None:
        return _mention(scan, head, _last_of(scan, head), people.id or None, f"people: {people.lemma}")
    assert isinstance(payload, Force)
    bare = _bare(head)
    why = f"{payload.lemma} of nobody named"
    who = payload.alone if not bare and payload.alone not in STATE else None
    alone = HIRED if payload.hired and bare == "pronoun" else payload.alone
    return _mention(scan, head, head.last, who or None, why, bare=bare, alone=alone)


def _of_pronoun(scan: Scan, head: Match) -> int | None:
    """The word that tells by a pronoun whose a force is: دورية تابعة لها، كتيبة مدرعة تابعة له."""
    if isinstance(head.payload, Person) and head.payload.id:
        return None
    for at in range(head.last + 1, min(head.last + 4, len(scan.words) - 1)):
        if scan.words[at].norm in _BELONGING:
            return at + 1 if scan.words[at + 1].norm in ("له", "لها", "لهم") else None
        if scan.words[at].norm in PREPOSITIONS or scan.words[at].before.strip():
            return None
    return None


_BELONGING: Final = frozenset(("تابع", "تابعه", "تابعا", "تابعين", "التابع", "التابعه", "التابعين"))


def _last_of(scan: Scan, head: Match) -> int:
    """Where people end who are named by others: عائلات المعتقلين."""
    if head.clitics.definite or head.clitics.suffix or head.payload.group not in ("household", "family", "resident"):
        return head.last
    for other in scan.at("person", head.last + 1):
        clitics = other.clitics
        if clitics.definite and not (clitics.prep or clitics.lead or scan.words[other.first].before):
            return other.last
    return head.last


def _bare(head: Match) -> str:
    """How a force with nobody beside it asks who it is (see `Mention.bare`)."""
    if head.payload.lemma == _SIDE and head.form == "du" and head.clitics.definite:
        return "both"
    if head.clitics.suffix:
        return "pronoun"
    if head.clitics.definite or _OCCUPATION in head.payload.lemma:
        return "definite"
    return "state" if head.payload.alone in STATE else ""


#: One of the two whom a report tells of.
_SIDE: Final = "طرف"


def _of_conflict(scan: Scan, at: int) -> bool:
    words = ("النزاع", "الصراع", "القتال", "الحرب", "الازمه", "الاتفاق", "الهدنه", "الاشتباك")
    return at < len(scan.words) and scan.words[at].norm in words


#: Whose occupation it is is told once: الاحتلال التركي, then قوات الاحتلال.
_OCCUPATION: Final = "الاحتلال"


def _inner(scan: Scan, head: Match) -> Match | None:
    """The bare force that a head belongs to, next to it or behind من or ل: وحدات من الجيش, عناصر التنظيم."""
    if head.clitics.suffix or head.clitics.definite or (type(head.payload) is Person and head.payload.id):
        return None
    at = head.last + 1
    links = ("من", "في") if head.payload.group == "person_of" else ("من",)
    if at < len(scan.words) and scan.words[at].norm in links:
        at += 1
    elif scan.words[head.last].norm.endswith("ون"):
        return None  # خطف مسلحون عناصر الأمن
    if at >= len(scan.words) or set(scan.words[at].before) & set("،,؛:;"):
        return None
    for match in sorted(scan.at("force", at), key=lambda m: -m.last):
        serves = match.clitics.prep == "ب" and head.payload.group == "person_of" and match.first == head.last + 1
        if match.clitics.lead or match.payload.group == "position":
            continue
        if match.clitics.prep not in ("", "ل") and not serves:  # ضابط بالجيش
            continue
        named = match.clitics.definite or match.clitics.suffix or " ال" in match.payload.lemma  # مديرية الأمن
        if named or _OCCUPATION in match.payload.lemma:
            return match
    return None


def _people(scan: Scan, head: Match) -> Person | None:
    """The people that a head with nobody beside it is: of a word for both, as no force is named, the people."""
    if type(head.payload) is Person:
        return head.payload
    if head.payload.group != "person_of" or head.clitics.suffix or head.payload.alone:
        return None
    people = [m.payload for m in scan.at("person", head.first) if m.last == head.last and m.payload.id]
    return people[0] if people else None


def _owner_of(scan: Scan, head: Match, owners: dict[int, Match]) -> Match | None:
    """The name that a head noun belongs to: next to it, behind adjectives, or behind ل, من, تابعة ل."""
    if head.clitics.suffix not in ("", "ي") and head.payload.lemma != _COUNTERPART:  # فصيلي العمشات
        return None
    words = scan.words
    linked = False
    for at in range(head.last + 1, min(head.last + 2 + _REACH, len(words))):
        word = words[at]
        if set(word.before) & set("،,؛:;") or _is_counted(scan, at) or _is_joined(scan, at):
            return None
        owner = owners.get(at)
        if owner is not None and at == head.last + 1 and _is_of_people(head, owner):
            return owner
        if _is_object_of_another(scan, head, at, linked=linked):
            return None
        if owner is not None:
            if owner.clitics.lead or (owner.sort == "metonym" and not linked):
                return None
            if linked or owner.clitics.prep == "ل" or (owner.clitics.prep == "ب" and _serves(head, owner)):
                return owner
            return owner if not owner.clitics.prep and _governs(scan, head, owner) else None
        if _no_adjective(scan, at):
            return None
        called = at == head.last + 1 and at + 1 < len(words) and words[at + 1].norm in _OF_ANOTHER
        if called and head.payload.group in _CALLED and not scan.at("verb", at):
            continue  # لواء الفجر التابع للجيش الفلاني
        if word.norm in _LINKS:
            if word.norm == "في" and not _in_actor(head, owners.get(at + 1)):
                return None
            linked = True
        elif _ends_party(scan, at):
            return None
    return None


def _is_of_people(head: Match, owner: Match) -> bool:
    """Whether the name of a people tells who men are: مقاتلون أكراد، المسلحين الدروز."""
    people = owner.sort == "actor" and owner.payload.type == "civil" and head.payload.group == "person_of"
    clitics = owner.clitics
    return (
        people
        and head.form == "pl"
        and not (clitics.prep or clitics.lead)
        and clitics.definite == head.clitics.definite
    )


def _serves(head: Match, owner: Match) -> bool:
    """Whether ب tells whose somebody is: قائد ميداني بالجيش الوطني."""
    named = owner.sort == "actor" and owner.payload.type != "state"
    return named and head.payload.group == "person_of" and not (head.clitics.definite or head.clitics.suffix)


def _is_object_of_another(scan: Scan, head: Match, at: int, *, linked: bool) -> bool:
    """Whether a word cannot tell of a noun, by its case or article: هاجم مسلحون ثكنة للجيش، سلمت القوات مواقعها."""
    word, noun = scan.words[at], scan.words[head.last]
    begins = any(not m.clitics.prep for sort in ("force", "person") for m in scan.at(sort, at))
    begins = begins and not word.norm.startswith("ال")
    if linked:
        return begins and scan.words[at - 1].norm.startswith("ال")  # مقاتلون من العشائر مواقع لقسد
    accusative = _TANWIN in scan.text[word.start : word.end] and word.norm not in _LINKS
    if accusative and _TANWIN not in scan.text[scan.words[head.first].start : noun.end]:
        return True
    return begins and (head.clitics.definite or (noun.norm.endswith("ون") and not word.norm.endswith("ون")))


_TANWIN: Final = "\N{ARABIC FATHATAN}"


def _is_counted(scan: Scan, at: int) -> bool:
    """Whether a number begins another party; عدة only says that there are some."""
    return at in scan.numerals and scan.words[at].norm != "عده"


def _is_joined(scan: Scan, at: int) -> bool:
    """Whether و joins another party: مدنيان وعنصر من الشرطة."""
    return scan.words[at].norm[:1] == "و" and any(
        m.clitics.lead for sort in ("force", "person") for m in scan.at(sort, at)
    )


def _governs(scan: Scan, head: Match, owner: Match) -> bool:
    """Whether a name right behind a noun can be its genitive or adjective: none behind ال or the ending ون is."""
    word, noun = scan.words[owner.first].norm, scan.words[head.last].norm
    if owner.sort == "actor" and word[-2:] == noun[-2:] and word[-2:] in ("ون", "ين"):
        return owner.clitics.definite == head.clitics.definite  # مسلحون حوثيون
    behind = scan.words[owner.first - 1]
    told = owner.first - 1 > head.last and behind.norm.endswith(("يه", "ي")) and not behind.norm.startswith("ال")
    if told and word.startswith("ال") and not scan.ending("force", owner.first - 1):
        return False  # منظمة حقوقية الجيش
    if noun.endswith("ون") and word.endswith("ين"):
        return False  # خطف مسلحون صينيين
    if owner.sort == "adjective" or (owner.first == owner.last and owner.clitics.definite and head.clitics.definite):
        return True
    return not head.clitics.definite and not scan.words[head.last].norm.endswith(("ون", "ين", "ان"))


#: Forces that have names of their own.
_CALLED: Final = frozenset(("unit", "force", "organisation"))

#: His opposite number: وزير الخارجية ونظيره الأردني.
_COUNTERPART: Final = "نظير"

#: Words behind which the owner of a force stands.
_LINKS: Final = frozenset(
    (
        "من", "تابعا", "تتبع", "يتبع", "تعود", "تابعه", "تابع", "تابعين", "التابعه", "التابع", "التابعين",
        "تنظيم", "في", "لتنظيم", "باسم", "ميليشيا", "مليشيا", "منضويه", "المنضويه", "منضوين", "منتميه", "المنتميه",
    )
)  # fmt: skip

#: Words behind which another matter begins.
_PARTING: Final = (PREPOSITIONS - _LINKS) | {
    "علي", "الي", "عن", "بين", "ضد", "مع", "ان", "التي", "الذي", "الذين", "بعد", "قبل", "خلال", "اثناء", "اثر",
    "جراء", "نتيجه", "بسبب", "عقب", "امام", "منذ", "برعايه", "باشراف", "بوساطه", "بدعم", "بقياده", "بمشاركه",
    "قادم", "قادما", "قادمه", "قادمين", "قادمون", "قادمتين", "القادم", "القادمه", "القادمين",
    "بمسانده", "بموازره", "بالتعاون", "بالتنسيق", "بالاشتراك", "بتهمه",
}  # fmt: skip


def _in_actor(head: Match, owner: Match | None) -> bool:
    """Whether في tells whose somebody is: قيادي في حزب الله, not مدني في سوريا."""
    people = head.payload.group == "person_of" or (type(head.payload) is Person and not head.payload.id)
    return people and owner is not None and owner.sort == "actor"


def _no_adjective(scan: Scan, at: int) -> bool:
    """Whether a word is a means (بصاروخ) or an event."""
    if scan.words[at].norm[:1] == "ب" and any(m.clitics.prep == "ب" for m in scan.here(at)):
        return True
    triggers = scan.at("trigger", at)
    return bool(triggers) and any(m.payload.kind not in _OF_FORCES for m in triggers)


def _ends_party(scan: Scan, at: int) -> bool:
    """Whether a word can stand neither in the name of a force nor between it and its owner."""
    if scan.at("verb", at) or any(m.clitics.prep == "ب" for m in scan.at("weapon", at)):
        return True  # طفل برصاص الاحتلال is no child of theirs
    if scan.at("force", at) and not scan.at("person", at):
        return False
    if scan.words[at].norm in _PARTING or any(cue.clitics.suffix != "ي" for cue in scan.at("place_cue", at)):
        return True  # قائد ميداني is of no square
    if any(not place.payload.needs_cue for place in scan.at("place", at)):
        return True
    return scan.cue_at("boundary", at) is not None


def _identify(owner: Match, head: Force | Person) -> str:
    if owner.sort == "actor":
        actor: Actor = owner.payload
        return actor.id
    country: Country = owner.payload
    if isinstance(head, Force) and head.hired and country.hired:
        return country.hired
    suffix = head.suffix if isinstance(head, Force) else ""
    if country.gov and (suffix or isinstance(head, Force)):
        return country.gov
    return f"{country.id}.{suffix}" if suffix else country.id


def _mention(
    scan: Scan, match: Match, last: int, actor: str | None, why: str, head: Match | None = None, *,
    bare: str = "", alone: str = "", whose: Match | None = None,
) -> Mention:  # fmt: skip
    """A mention at a match; `head` is the noun that it shares with the mention before it, `whose` the force that its
    own noun is part of.
    """
    noun = head or match
    payload = noun.payload
    group = payload.group if isinstance(payload, Force | Person) else noun.sort
    number = match.form if isinstance(match.form, str) else ""
    prep = "" if head else _prep(scan, match)
    return Mention(
        actor, match.first, last, payload.type if isinstance(payload, Actor) else group, prep, match.clitics.lead,
        number, why, _is_added(scan, match), *_nouns(scan, whose or noun, last), _gender(scan, noun), bare, alone,
    )  # fmt: skip


def _nouns(scan: Scan, match: Match, last: int) -> tuple[str, frozenset[str]]:
    """The noun by which a later "the army" takes a party up, of an occupier's army the occupation; and those that the
    names of its actor begin with.
    """
    names = [m.payload.nouns for m in scan.of("actor") if match.first <= m.first and m.last == last]
    called = frozenset().union(*names) if names else _NO_NOUNS
    for word in scan.words[match.first : last + 1]:
        if word.norm.endswith(_OCCUPATION):
            return _OCCUPATION, called
    several = match.sort == "force" and " " in match.payload.lemma
    return match.payload.lemma if several else match.clitics.stem, called


_NO_NOUNS: Final[frozenset[str]] = frozenset()


def _gender(scan: Scan, match: Match) -> str:
    """The gender of a noun as verbs and pronouns agree with it; that of the pronoun for one that wears it: قواتها."""
    if match.clitics.suffix:
        return "f" if match.clitics.suffix == "ها" else "m"
    if match.sort in ("country", "metonym"):
        return "m" if match.payload.id in _MASCULINE else "f"
    word = scan.words[match.first]
    if word.marbuta or word.norm.endswith("ات"):
        return "f"
    behind = scan.words[match.first + 1] if match.last > match.first else word
    if match.clitics.definite and behind.marbuta and behind.norm.startswith("ال"):
        return "f"  # الأمم المتحدة: its adjective tells
    if match.sort == "actor" and word.norm.removeprefix("ل").removeprefix("ال") in _MASCULINE_BODIES:
        return "m"
    nouns = [match] if match.sort in ("force", "person") else [*scan.at("force", match.first)]
    if not nouns or nouns[0].last > nouns[0].first:
        return ""
    people = nouns[0].sort == "person" or nouns[0].payload.group == "person_of"
    if nouns[0].form == "pl":
        return "m" if word.norm.endswith(("ون", "ين")) else "" if people else "f"
    return "" if fold(nouns[0].payload.lemma).endswith("ا") else "m"


#: First words of the names of masculine bodies.
_MASCULINE_BODIES: Final = frozenset(
    (
        "حزب", "تنظيم", "جيش", "مجلس", "تحالف", "اتحاد", "تيار", "لواء", "فيلق", "حشد", "دعم", "حرس", "جهاز", "حلف",
        "مركز", "فصيل",
    )
)  # fmt: skip

#: Countries that are masculine.
_MASCULINE: Final = frozenset(("IRQ", "LBN", "SDN", "YEM", "JOR", "MAR", "SOM", "NER"))


def _prep(scan: Scan, match: Match) -> str:
    """The preposition before a match, as a clitic or as a word (over a number or بعض, عدد من).

    صفوف where the party is whom a toll is of (قتلى في صفوف الجيش).
    """
    if match.clitics.prep:
        return match.clitics.prep
    at = match.first - 1
    while at >= 0:
        word = scan.words[at]
        if word.norm == "من" and _is_part_of(scan, at - 1):
            at -= 1
        elif word.norm == "صفوف":
            return word.norm
        elif word.norm[1:] in _HOLDERS and word.norm[0] in "بل":
            return word.norm[0]
        elif at and scan.words[at - 1].norm in _AT_LEAST:
            return ""  # ما لا يقل عن 14 مواطنا
        elif word.norm in _PREPS and at not in scan.numerals:
            return word.norm
        elif word.norm[:1] == "و" and word.norm[1:] in _PREPS:
            return word.norm[1:]
        elif word.norm not in _PASSED_OVER and word.norm not in _SOME and word.norm not in _HOLDERS:
            if at not in scan.numerals:
                return ""
            if word.norm[:1] in "بل" and len(word.norm) > 3:
                return word.norm[0]
        elif set(word.before) & set("،,؛:;"):
            return ""
        at -= 1
    return ""


#: What stands between two names of one party that are two actors: ي ب ك/ بي كا كا.
_SLASH: Final = "/"


def _is_added(scan: Scan, match: Match) -> bool:
    """Whether و or a slash joins a party to the one before, its number between: ضابط وثلاثة جنود."""
    at = match.first - 1
    if (
        match.clitics.lead == "و"
        or _SLASH in scan.words[match.first].before
        or (at >= 0 and scan.words[at].norm == "و")
    ):
        return True
    if at > 0 and scan.words[at].norm == "من":
        some = scan.words[at - 1].norm.removeprefix("و") in _SOME
        at -= some or at - 1 in scan.numerals  # وعدد من جنوده، و13 من مرافقيه
    while at >= 0 and (at in scan.numerals or scan.words[at].norm.removeprefix("و") in _SOME):
        if scan.words[at].norm[0] == "و" and not scan.words[at].norm.startswith("واحد"):
            return True
        at -= 1
    return False


def _is_part_of(scan: Scan, at: int) -> bool:
    """Whether من behind a word tells of whom some are: 40 من مسلحي, العديد من, جرحى من."""
    if at < 0:
        return False
    if scan.words[at].norm in _SOME or at in scan.numerals:
        return True
    return any(m.payload.group == "body" or m.payload.lemma in _HARMED for m in scan.ending("person", at))


_HARMED: Final = frozenset(("جريح", "مصاب", "أسير", "ضحية"))

_SOME: Final = frozenset(
    (
        "عدد", "عددا", "العديد", "عديد", "عشرات", "العشرات", "ميات", "الميات", "الاف", "الالاف", "بعض", "كثير",
        "الكثير", "مزيد", "المزيد", "غالبيه", "معظم", "الاقل", "اثنين", "اثنان", "واحد", "واحدا", "مجموعه",
        "بعضهم", "بعدد", "لعدد", "بالعديد", "احد", "احدي", "دفعه", "الدفعه", "دفعات",
    )
)  # fmt: skip

#: What somebody sits in: who hits it hits him (انفجرت عبوة بسيارة قيادي).
_HOLDERS: Final = frozenset(
    (
        "سياره", "عربه", "اليه", "منزل", "بيت", "موكب", "حافله", "دراجه", "مكتب", "سيارات", "منازل", "قبضه",
    )
)  # fmt: skip

#: Words that may stand between a preposition and its party.
_PASSED_OVER: Final = frozenset(
    (
        "جميع", "كل", "مواقع", "عناصر", "تنظيم", "ميليشيا", "نحو", "كلا", "كلتا", "بنحو", "قرابه", "حوالي",
    )
)  # fmt: skip

#: Verbs of an amount, with which a preposition goes.
_AT_LEAST: Final = frozenset(("يقل", "تقل", "يزيد", "تزيد", "يربو", "تربو", "ينيف"))

_PREPS: Final = frozenset(
    (
        "في", "علي", "من", "الي", "عن", "مع", "بين", "ضد", "تجاه", "حول", "قرب", "باتجاه", "لدي", "عند", "حتي",
        "منذ", "داخل", "امام", "قباله", "بجانب", "بجوار", "برعايه", "باشراف", "بوساطه", "بحمايه", "بحضور", "برفقه",
    )
)  # fmt: skip


def _named(scan: Scan, owner: Match) -> Mention:
    if owner.sort == "actor":
        actor: Actor = owner.payload
        named = _mention(scan, owner, owner.last, actor.id, f"actor {actor.id}")
        return replace(named, group="position") if actor.id == _CIVILIANS else named  # منازل المدنيين
    country: Country = owner.payload
    return _mention(scan, owner, owner.last, country.gov or country.id, f"{owner.sort} {country.name_ar}")


def _of_something(scan: Scan, mention: Mention) -> Mention:
    """A name behind تابعة ل that no noun for a force was found before: ضد منصات إطلاق تابعة للحوثيين."""
    if mention.prep != "ل" or not mention.first or scan.words[mention.first - 1].norm not in _BELONGING:
        return mention
    prep = ""
    for at in range(mention.first - 2, max(-1, mention.first - 8), -1):
        norm = scan.words[at].norm
        if norm in _PREPS or (scan.at("verb", at) and norm not in _LINKS):
            prep = norm if norm in _PREPS else ""
            break
    return replace(mention, prep=prep, group="position")


def _nationalities(
    scan: Scan, owners: dict[int, Match], taken: set[int], found: Sequence[Mention]
) -> Iterator[Mention]:
    """A nationality right behind an event or a weapon names its party (غارة تركية); people of it are civilians."""
    free = [owner for owner in owners.values() if owner.sort == "adjective" and owner.first not in taken]
    if not free:
        return
    ends = {mention.last: mention for mention in found}
    heads = {m.last: m for m in (*scan.of("weapon"), *scan.of("trigger"))}
    heads |= {m.last: m for m in scan.of("verb") if m.form.tense == "past"}
    for owner in free:
        if owner.clitics.prep or _tells_of_place(scan, owner):
            continue
        before = ends.get(owner.first - 1)
        country: Country = owner.payload
        named = before is not None and before.id and before.id != _CIVILIANS
        if before is not None and named and owner.clitics.definite:  # الجيش الأردني والأميركي
            if str(before.id).split(".")[0] == country.id:
                continue
            who = country.gov or country.id
            beside = _mention(scan, owner, owner.last, who, f"nationality {country.name_ar} beside it")
            yield replace(beside, group=before.group, prep="")
            continue
        if not owner.clitics.definite and owner.first - 1 in scan.numerals:
            yield _mention(scan, owner, owner.last, _CIVILIANS, "so many of a nationality: civilians")
            continue
        if is_object_of_nation(scan, owner):
            yield _mention(scan, owner, owner.last, _CIVILIANS, "taken or harmed, of a nationality: civilians")
            continue
        back = owner.first - 1
        while back >= 0 and back not in heads and owner.first - back < 3 and scan.words[back].norm not in _PREPS:
            back -= 1
        if back in heads:
            yield _of_nationality(scan, owner, heads[back])


def is_object_of_nation(scan: Scan, nation: Match) -> bool:
    """Whether a nationality is whom somebody harmed or took, behind who did it: قتل الجيش الإسرائيلي فلسطينيا."""
    word, before = scan.words[nation.first], scan.words[nation.first - 1]
    if nation.clitics.definite or word.before.strip() or not word.norm.endswith(_OBJECTS):
        return False
    nominative = before.norm.endswith("ون") and word.norm.endswith("ين")  # خطف مسلحون صينيين
    if not (before.norm.startswith("ال") or nominative):
        return False
    for at in range(nation.first - 2, max(-1, nation.first - _OBJECT_REACH), -1):
        verbs = [m for m in scan.at("verb", at) if type(m.payload) is Trigger and m.form.voice != "passive"]
        if verbs:
            return any(m.payload.counts in _PEOPLE_TAKEN for m in verbs)
        if scan.words[at].norm in _PREPS or scan.words[at + 1].before.strip():
            return False
    return False


#: How a nationality ends that is an object, how far its verb is, and what is told of people by such verbs.
_OBJECTS: Final = ("يا", "يين", "يتين", "يه", "يات")
_OBJECT_REACH: Final = 7
_PEOPLE_TAKEN: Final = frozenset(("killed", "wounded", "arrested", "abducted", "released"))


def _tells_of_place(scan: Scan, owner: Match) -> bool:
    """Whether a nationality is that of a town: تعرض بلدة القصر اللبنانية لقصف."""
    if not owner.clitics.definite:
        return False
    cues = (m for at in (owner.first - 2, owner.first - 3) for m in scan.ending("place_cue", at))
    return any(m.payload.role == "head" and not m.clitics.definite for m in cues)


def _of_nationality(scan: Scan, owner: Match, head: Match) -> Mention:
    country: Country = owner.payload
    if _is_harm(head) and owner.first == head.last + 1:
        return _mention(scan, owner, owner.last, _CIVILIANS, "harmed, of a nationality: civilians")
    return _mention(scan, owner, owner.last, country.gov or country.id, f"nationality {country.name_ar}")


def _is_harm(head: Match) -> bool:
    return getattr(head.payload, "strength", "") == "harm"
