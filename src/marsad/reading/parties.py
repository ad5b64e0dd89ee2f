"""Stage 3: who is in a sentence. Names, and names composed of a force and whom it belongs to; their roles come later.

القوات الروسية is force + nationality, عناصر من داعش force + actor, ثلاثة مدنيين people; a force alone (القوات، التنظيم)
stands for a party that the report named before (see `cast`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.entries import Actor, Country, Force, Person, Trigger
from marsad.knowledge.lexicon import Match
from marsad.reading.cast import ARMS, HIRED, NOBODY, STATE, Cast, Mention
from marsad.reading.mentions import OCCUPATION, PREPS, mention_at
from marsad.reading.owners import LINKS, OF_ANOTHER, OF_FORCES, owner_of
from marsad.reading.people_nouns import ADVERBS, tells_of_act
from marsad.reading.scan import MARKS, PREPOSITIONS, SEATS, Scan
from marsad.reading.word_sets import word_set

_CIVILIANS: Final = "CIVILIANS"

#: The group of a capital that only tells where a report was written: nobody, nor where anything happened.
DATELINE: Final = "dateline"


def find_parties(scan: Scan, cast: Cast) -> list[Mention]:
    """The parties of a sentence in their order, none inside another."""
    taken: set[int] = set()
    found: list[Mention] = []
    owners = _owners(scan)
    for head in _heads(scan):
        if head.first in taken:
            continue
        composed = _composed(scan, head, owners)
        if composed and (_is_named_whole(owners.get(head.first), composed[0]) or _is_no_party(scan, head, composed[0])):
            continue
        for mention in composed:
            found.append(mention)
            taken.update(range(mention.first, mention.last + 1))
    for owner in sorted(owners.values(), key=lambda owner: owner.first):
        flown = owner.sort == "country" and _word_before(scan, owner.first) in _FLAGS  # سفينة ترفع علم ليبيريا
        if owner.first not in taken and owner.sort != "adjective" and not flown and not _only_where(scan, owner):
            if owner.last in taken:  # مفارز الاستخبارات is a name, العسكرية only describes it
                found = [m for m in found if m.id or not owner.first < m.first <= owner.last]
            found.append(_of_something(scan, _named(scan, owner)))
            taken.update(range(owner.first, owner.last + 1))
    found.extend(_nationalities(scan, owners, taken, found))
    found.extend(_latter(scan))
    found = [mention for mention in found if not _is_idle(scan, mention)]
    found = [mention for mention in found if not _owns_named(scan, mention, found)]
    found = [replace(mention, group="position") if _only_holds(scan, mention) else mention for mention in found]
    found.sort(key=lambda mention: mention.first)
    wrote: list[Mention] = []
    if found and _is_dateline(scan, found[0]):
        wrote = [replace(m, id=None, group=DATELINE) for m in found if _is_dateline(scan, m)]
        found = [mention for mention in found if not _is_dateline(scan, mention)]
    return [*wrote, *(_called_terrorists(scan, m) for m in cast.enter(_sharing(_belonging(scan, found))))]


def _latter(scan: Scan) -> Iterator[Mention]:
    """The party named last, by "the latter" behind a verb or "that": وقصفت الأخيرة البلدة, but not الأيام الأخيرة."""
    for at, word in enumerate(scan.words):
        if at and word.norm in _LATTER and not word.before.strip():
            before = scan.words[at - 1].norm
            prep = before if before in _OF_LATTER else ""  # 15 عنصرا من الأخيرة، اشتباكات مع الأخيرة
            behind = prep or before.removeprefix("و") in ("ان", "بان", "لكن")
            if behind or any(isinstance(m.form, VerbForm) for m in scan.ending("verb", at - 1)):
                why, gender = "the party named last", _LATTER[word.norm]
                yield Mention(None, at, at, "force", prep, "", "sg", why, gender=gender, bare="latter")


_OF_LATTER: Final = word_set("parties", "of_latter")
_LATTER: Final = {"الاخير": "m", "الاخيره": "f"}


def _is_named_whole(name: Match | None, composed: Mention) -> bool:
    """Whether the name of an actor begins at a noun for a force that is nobody's without it: القوة المشتركة."""
    if name is None or name.sort != "actor" or name.last < composed.last:
        return False
    if composed.alone or (name.payload.id in NOBODY and composed.bare and name.last - name.first == 1):
        return False  # the army, the occupation are whose the report tells
    return composed.id is None


def _is_no_party(scan: Scan, head: Match, composed: Mention) -> bool:
    """Whether a noun that needs somebody beside it to be his is another thing: نزع السلاح، جانب الطريق، تعزيز الأمن."""
    one = head.form == "sg" and head.payload.lemma in _NEED_OWNERS and not head.clitics.suffix
    if head.payload.lemma == _MIDDLE and not head.clitics.definite and composed.last == head.last:
        return any(m.payload.role == "head" for m in scan.at("place_cue", head.last + 1))  # مركز مدينة أ
    if head.payload.lemma == "آلية" and head.form == "sg" and head.first:
        return scan.words[head.first - 1].norm.endswith(_RIFLES)  # بالأسلحة الآلية
    if head.payload.lemma == "قوة" and head.form == "sg" and composed.bare == "definite" and head.first:
        return any(use in scan.words[head.first - 1].norm for use in ("ستخد", "ستعم"))  # استخدام القوة
    return one and composed.id is None and composed.last == head.last


_NEED_OWNERS: Final = frozenset(("سلاح", "جانب", "حملة"))

_RIFLES: Final = tuple(word_set("parties", "rifles"))

#: What sits somewhere, and the middle of a town.
_MIDDLE: Final = "مركز"


def _belonging(scan: Scan, found: list[Mention]) -> list[Mention]:
    """Who is told to be one of a party, or gunmen to be somebody's, is that party's: عناصر مسلحة تابعة لجماعة أ."""
    kept: list[Mention] = []
    for mention in found:
        if mention.group in _MEN and not mention.prep and _wear_arms(scan, mention):
            mention = replace(mention, id="UNKNOWN", group="gunman")
        if kept and kept[-1].id == "UNKNOWN" and mention.id:
            gap = range(kept[-1].last + 1, mention.first)
            words = " ".join(scan.words[at].norm for at in gap)
            if words in _BELONGING or words in _OF_WHOM:  # ينتمون إلى قبيلة
                kept[-1] = replace(kept[-1], id=mention.id, last=mention.last, why=mention.why)
                continue
        if kept and mention.group == "adjective" and _is_supposed(scan, kept[-1], mention):
            kept[-1] = replace(kept[-1], id=mention.id, why=f"{kept[-1].why}: supposed to be {mention.why}")
            continue
        if kept and _is_of_owner(scan, kept[-1], mention):
            head = kept[-1]
            kept[-1] = replace(
                mention, first=head.first, prep=head.prep, group=head.group, gender=head.gender, number=head.number
            )
            continue  # طائرة مسيرة تابعة للجيش
        if kept and kept[-1].noun == _MEMBER and mention.prep == "من" and mention.first == kept[-1].last + 2:
            kept[-1] = replace(mention, first=kept[-1].first, prep=kept[-1].prep)  # فرد من عناصر الشرطة
            continue
        kept.append(mention)
    return kept


_OF_WHOM: Final = word_set("parties", "of_whom")
_MEMBER: Final = "فرد"


def _wear_arms(scan: Scan, mention: Mention) -> bool:
    """Whether men are armed though nothing else tells of it: رجال يرتدون زيا عسكريا، أشخاص ملثمون، قوات غير معروفة."""
    behind = [word.norm for word in scan.words[mention.last + 1 : mention.last + 3]]
    if behind and (behind[0] in _UNDER_ARMS or behind[0].startswith("مجهول")):
        return True
    return len(behind) > 1 and behind[0] == "غير" and behind[1].startswith("معروف")


_MEN: Final = frozenset(("man", "civilian", "force"))
_UNDER_ARMS: Final = word_set("parties", "under_arms")


def _is_of_owner(scan: Scan, head: Mention, owner: Mention) -> bool:
    """Whether nobody's men or craft are said to belong to those told behind: طائرة مسيرة تابعة للجيش."""
    if head.id or owner.id or owner.prep != "ل" or owner.bare != "definite":
        return False
    return owner.first - head.last == 2 and scan.words[owner.first - 1].norm in _BELONGING


def _is_supposed(scan: Scan, craft: Mention, nation: Mention) -> bool:
    """Whether a craft is said to be of a nation, as it seems: طائرة مسيرة يعتقد أنها أمريكية."""
    if craft.id or craft.group not in ("drone", "aircraft", "ship") or nation.first - craft.last != _SUPPOSED_GAP:
        return False
    supposed, it = scan.words[craft.last + 1].norm, scan.words[craft.last + 2].norm
    return supposed in _SUPPOSING and it in ("انها", "انه", "بانها", "كونها")


_SUPPOSED_GAP: Final = 3
_SUPPOSING: Final = word_set("parties", "supposing")


def _called_terrorists(scan: Scan, mention: Mention) -> Mention:
    """ "The terrorist elements" are not the force that was named last, but where that is called so everywhere."""
    if not mention.bare or mention.id is None or mention.id.startswith(_OUTLAWS):
        return mention
    words = scan.words[mention.first : mention.last + 2]
    return replace(mention, id=None, bare="") if any("ارهابي" in word.norm for word in words) else mention


_OUTLAWS: Final = ("ISIS", "ALQAEDA", "PKK", "UNKNOWN", "SYR.HTS", "YEM.HOUTHI")


def _is_idle(scan: Scan, mention: Mention) -> bool:
    """Whether a party is only named for another's sake, and neither does nor suffers anything."""
    if _is_ally(scan, mention) or _only_supports(scan, mention) or _is_helped(scan, mention):
        return True
    return _only_leads(scan, mention) or _is_dress(scan, mention)


def _is_ally(scan: Scan, mention: Mention) -> bool:
    """Whether a party only tells on whose side another is: الجماعة، الموالية لتنظيم القاعدة، ..."""
    if mention.prep not in ("ل", "من", "مع", "ب", "عن") or not mention.first:
        return False
    back = (mention.first - 1, mention.first - 2)
    return any(at >= 0 and scan.words[at].norm.removeprefix("و").startswith(_ALLIED) for at in back)


def _is_helped(scan: Scan, mention: Mention) -> bool:
    """Whether something is only done in support of a party: عملية لدعم الرئيس، دعما للحكومة."""
    at = mention.first - 1
    if at < 0 or mention.group == "adjective":
        return False
    return scan.words[at].norm in (_HELPING if mention.prep != "ل" else _HELP)


_HELPING: Final = word_set("parties", "helping")
_HELP: Final = word_set("parties", "help")


def _is_dress(scan: Scan, mention: Mention) -> bool:
    """Whether only the dress of a party is told of: متنكرين بزي الجيش."""
    return mention.first > 0 and scan.words[mention.first - 1].norm.lstrip("بو") in _DRESS


_DRESS: Final = word_set("parties", "dress")


def _only_supports(scan: Scan, mention: Mention) -> bool:
    """Whether a party only tells who is behind another: القوات التي تدعمها الولايات المتحدة."""
    at = mention.first - 1
    return at > 0 and not mention.prep and scan.words[at].norm in _BACKED and scan.words[at - 1].norm in _WHO


def _only_holds(scan: Scan, mention: Mention) -> bool:
    """Whether a party only tells who holds a place, so that it does nothing: محافظة أ الخاضعة لسيطرة الجماعة."""
    at = mention.first - 1
    return at > 0 and scan.words[at].norm in _HOLD and scan.words[at - 1].norm in _HELD


_HOLD: Final = word_set("parties", "hold")
_HELD: Final = word_set("parties", "held")


def _only_leads(scan: Scan, mention: Mention) -> bool:
    """Whether a party only tells who leads the one named right before it: الحركة بقيادة فلان."""
    at = mention.first if scan.words[mention.first].norm in _LED_BY else mention.first - 1
    return at > 0 and scan.words[at].norm in _LED_BY and bool(scan.ending("actor", at - 1))


_LED_BY: Final = word_set("parties", "led_by")
_WHO: Final = frozenset(("التي", "الذي", "الذين"))
_BACKED: Final = word_set("parties", "backed")


def _is_dateline(scan: Scan, mention: Mention) -> bool:
    """Whether a capital only tells where a report was written: بيروت، 21-10-2025 (وكالة) - قتل شخصان."""
    if mention.first or mention.group not in ("metonym", "country"):
        return False
    ahead = scan.words[mention.last + 1 : mention.last + _DATELINE]
    return any(dash in word.before and not word.norm[0].isdigit() for word in ahead for dash in "-–—")


#: How far behind a capital the dash of a dateline may stand.
_DATELINE: Final = 10


def _owns_named(scan: Scan, mention: Mention, found: list[Mention]) -> bool:
    """Whether a party only tells to whom one belongs that has a name of its own: الجبهة الفلانية التابعة للمعارضة."""
    if mention.first < 2 or scan.words[mention.first - 1].norm not in OF_ANOTHER:
        return False
    return any(other.id and other.last == mention.first - 2 for other in found)


_ALLIED: Final = tuple(word_set("parties", "allied"))


def _sharing(found: list[Mention]) -> list[Mention]:
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
        if shared and mention.joined and _serves_with(shared[-1], mention):
            mention = replace(mention, id=shared[-1].id, bare="")  # المدفعية التركية والطيران الحربي
        shared.append(mention)
    return shared


def _serves_with(one: Mention, other: Mention) -> bool:
    """Whether an arm of nobody named is of the same forces as the arm before it that it is joined to."""
    arms = one.group in ARMS and other.group in ARMS and other.first - one.last <= 2
    return arms and one.id is not None and other.bare == "definite" and other.why != one.why


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
    events = {m.first for m in scan.of("trigger") if m.payload.kind not in _NO_STRIKES} | {
        m.first for m in scan.of("weapon") if m.payload.kind not in ("air_strike", "")
    }
    forces = scan.of("force")
    if any(m.first in events for m in forces):
        owned = _owned(scan)
        forces = [m for m in forces if m.first not in events or _is_force_too(m, owned)]
    found = [m for m in forces if not (_is_verb_here(scan, m) or tells_of_act(scan, m))]
    people = (m for m in scan.of("person") if m.payload.group != "body" and m.first not in scan.dated)  # آب
    found += [m for m in people if not _is_no_person(scan, m)]
    if found and (numerals := scan.numerals):  # مجموعة من المسلحين
        found = [m for m in found if not (m.first in numerals and m.last + 1 in numerals)]
    found.sort(key=lambda m: (m.first, -m.last))
    return found


def _owned(scan: Scan) -> set[int]:
    """The words right behind which it is told whose something is."""
    owned = {m.first - 1 for m in scan.of("adjective")}
    owned |= {m.first - 1 for m in scan.of("actor") if m.clitics.prep == "ل"}
    return owned | {at - 1 for at, word in enumerate(scan.words) if word.norm in ("تابعه", "التابعه")}


#: Kinds whose nouns tell of forces or of what they do in the air.
_NO_STRIKES: Final = OF_FORCES | {"interception"}


def _is_force_too(head: Match, owned: set[int]) -> bool:
    """Whether a word for an event is a force here: مسيرة روسية is no march, الاحتلال is who occupies."""
    if head.payload.group in ("drone", "artillery", "ship"):
        return head.last in owned
    return head.payload.lemma == "احتلال" and head.clitics.definite


def _is_verb_here(scan: Scan, head: Match) -> bool:
    """Whether a noun for a force is none here: a verb, or an adjective (تدريبات بحرية, كمين أمني)."""
    if head.payload.lemma == "محافظ" and scan.words[head.first].norm.endswith("ات"):
        return True  # the provinces
    if head.clitics.suffix or head.form != "sg":
        return head.payload.lemma == "أمن" and scan.words[head.first].norm.endswith("امني")
    if head.first == head.last and scan.words[head.first].marbuta and not head.clitics.definite:
        events = scan.ending("trigger", head.first - 1)
        if any(m.form == "pl" or scan.words[m.last].norm.endswith(("ات", "ه")) for m in events):
            return True
    if head.payload.lemma == "عسكري" and head.clitics.definite:
        named = not scan.words[head.first].before.strip() and scan.ending("place", head.first - 1)
        if named or _is_adjective(scan, head):  # المجلس العسكري، مطار كركوك العسكري
            return True
    if head.payload.lemma == "عسكري" and not head.clitics.definite and _is_of_act(scan, head):
        return True
    if head.payload.lemma == "إرهابي" and head.clitics.definite and scan.ending("trigger", head.first - 1):
        return True  # التفجير الإرهابي
    if head.payload.group == "ship" and head.clitics.definite and _word_before(scan, head.first).startswith("ال"):
        return True  # الحرب المدمرة
    if _is_armed_act(scan, head) or _names_village(scan, head):
        return True
    verbs = scan.at("verb", head.first)
    return bool(verbs) and any(m.form.tense == "present" for m in verbs)


def _is_of_act(scan: Scan, head: Match) -> bool:
    """Whether a word describes an act that somebody does: هجوم عسكري, but not مقتل عسكري."""
    acts = (m for m in scan.ending("trigger", head.first - 1) if isinstance(m.form, str) and not m.clitics.definite)
    return any(m.payload.frame in ("by", "mutual") and m.payload.strength != "harm" for m in acts)


def _names_village(scan: Scan, head: Match) -> bool:
    """Whether a word for people is the name behind a word for a village or quarter: قرية شيخ أ، حي المعلمين."""
    if scan.norms(head.first - 1, head.first - 1) in _QUARTERS:
        return True
    if head.form != "sg":
        return False
    second = scan.norms(head.first - 1, head.first - 1) in ("شيخ", "الشيخ", "ام", "ابو", "تل")
    if not second and (head.clitics.prep or head.clitics.lead):
        return False
    at = head.first - 1 - second
    return any(
        cue.form == "sg" and cue.payload.role == "head" and cue.payload.type in ("village", "town")
        for cue in scan.ending("place_cue", at)
        if not (cue.clitics.definite or cue.clitics.suffix)
    )


#: A town, and somebody's grandmother.
_JEDDAH: Final = "جده"

#: A farmer, and farms.
_FARMER: Final = "مزارع"

_QUARTERS: Final = word_set("parties", "quarters")


def _is_no_person(scan: Scan, head: Match) -> bool:
    """Whether a noun for people is none here: a verb (أسر), a town (أبين), or an adjective (اشتباكات مسلحة)."""
    if head.payload.lemma == "قاتل" and head.clitics.suffix:  # وقتلته: a verb
        return True
    if head.clitics.suffix in ("ي", "ني") or _is_lookalike(scan, head):  # محل تجاري, الوزير لامي
        return True
    military = head.payload.lemma == "عسكري" and head.clitics.definite and head.first not in scan.commas
    if military and scan.ending("place", head.first - 1):
        return True  # مطار كركوك العسكري
    begins = head.clitics.whole and (not head.first or head.first in scan.commas)
    if begins and any(verb.form.tense == "past" for verb in scan.at("verb", head.first)):
        return True
    if not head.clitics.definite and any(not place.payload.needs_cue for place in scan.at("place", head.first)):
        return True
    if head.first and scan.words[head.first - 1].norm in ("برتبه", "رتبه"):
        return True
    if _is_armed_act(scan, head) or _begins_name(scan, head) or _is_missing(scan, head):
        return True
    if head.payload.lemma == "انتحاري" and any(isinstance(m.form, str) for m in scan.ending("trigger", head.first - 1)):
        return True  # تفجيرا انتحاريا
    if head.payload.lemma == "عسكري" and not head.clitics.definite and _is_of_act(scan, head):
        return True
    if head.first == head.last and head.payload.lemma == "أب" and head.first in scan.dated:
        return True  # أغسطس/آب
    if _is_adjective(scan, head) or _tells_of_people(scan, head) or _names_village(scan, head):
        return True
    if scan.words[head.first].norm == _JEDDAH and head.first and not head.clitics.suffix:
        before = head.first - 1
        talks = any(isinstance(m.form, str) for m in scan.ending("trigger", before))
        return talks or scan.words[before].norm in PREPOSITIONS  # مفاوضات جدة
    if head.payload.lemma == _FARMER and not head.clitics.definite and scan.at("place_cue", head.last + 1):
        return True  # مزارع بلدة أ
    if head.form == "du" and scan.words[head.last].norm.endswith("ي") and _ends_construct(scan, head):
        return True
    if tells_of_act(scan, head):
        return True
    unknown = head.payload.group == "unknown" and head.form != "pl"
    if unknown and head.first and scan.words[head.first - 1].norm.lstrip("لب") in ("مكان", "جهه", "وجهه", "مصير"):
        return True  # اقتادوه إلى مكان مجهول
    if not unknown and (head.payload.group != "gunman" or not scan.words[head.first].marbuta):
        return False
    back = (head.first - 1, head.first - 2)
    return any(scan.ending(sort, at) for at in back for sort in ("trigger", "weapon", "force", "actor"))


#: Groups of those whose name is also an adjective of what they do.
_OF_TERROR: Final = ("fighter", "person_of")


def _is_armed_act(scan: Scan, head: Match) -> bool:
    """Whether "armed", "terrorist" tell of an act: نزاع عشائري مسلح، هجوم إرهابي; but مقتل مسلح."""
    if not (head.payload.lemma == "مسلح" or (head.payload.group in _OF_TERROR and head.payload.lemma.endswith("ي"))):
        return False
    if head.form != "sg" or head.clitics.definite or head.clitics.suffix or head.clitics.lead or head.clitics.prep:
        return False
    back = [head.first - 1]
    if head.first > 1 and scan.words[head.first - 1].norm in ("عشايري", "قبلي", "عايلي"):
        back.append(head.first - 2)
    acts = (m for at in back for m in scan.ending("trigger", at))
    return any(isinstance(m.form, str) and m.payload.strength != "harm" for m in acts)


def _is_missing(scan: Scan, head: Match) -> bool:
    """Whether victims are told not to be: دون وقوع ضحايا، دون إصابات."""
    if head.payload.group != "victim" and head.payload.lemma != "ضحية":
        return False
    return any(0 < head.first - cue.last <= 2 and cue.payload.lemma in _WITHOUT for cue in scan.negations)


_WITHOUT: Final = word_set("parties", "without")


def _begins_name(scan: Scan, head: Match) -> bool:
    """Whether "mother" only begins the name of a place: محطة أم دباكر, but not أم وطفلها، أم حامل."""
    after = head.last + 1
    if head.payload.lemma != "أم" or head.form != "sg" or head.clitics.suffix or head.clitics.definite:
        return False
    if after >= len(scan.words) or scan.words[after].before.strip():
        return False
    word = scan.words[after]
    bound = word.norm in PREPOSITIONS or word.norm[0] in "ول" or word.marbuta or word.norm in ("حامل", "مسنه")
    return not (bound or after in scan.numerals or scan.at("verb", after))


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
    if not head.payload.lemma.endswith("ي") or head.payload.lemma == "أهالي" or not head.first or word.before.strip():
        return False
    if head.form != "sg":  # مقاتلون أكراد
        men = [m for s in ("force", "person") for m in scan.ending(s, head.first - 1) if m.payload.group != "body"]
        bare = not (head.clitics.definite or head.clitics.lead or head.clitics.prep or head.clitics.suffix)
        return bare and any(m.form == head.form == "pl" and not m.clitics.definite for m in men)
    before = scan.words[head.first - 1]
    if not word.marbuta:
        if head.clitics.definite:  # المجلس المدني، جهازها الأمني
            ends = [*scan.ending("verb", head.first - 1)]
            named = before.norm.removeprefix("و").startswith(("ال", "لل", "بال"))  # والمجلس المدني، للتعاون العسكري
            return not ends and not before.marbuta and named and not before.norm.endswith("ات")
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
    if scan.words[at].norm == "رييسا" and at and scan.words[at - 1].norm.endswith("ا"):
        return True  # طريقا رئيسا
    if head.payload.lemma == "محافظ" and scan.words[at].norm.endswith("ات"):
        return True  # the provinces
    if head.payload.lemma == "ولد" and head.form == "sg" and head.clitics.whole and _begins_of_name(scan, at + 1):
        return True  # محمد ولد الشيخ
    if head.payload.lemma == "عم" and head.clitics.stem == "عمان":
        return True  # في عمان
    if head.payload.lemma == "زائر" and at and scan.words[at - 1].norm == "كبار":
        return True  # قاعة كبار الزوار
    if head.payload.lemma == "قاتل" and head.clitics.definite and at and scan.words[at - 1].norm.endswith(("ها", "ه")):
        return True  # حصارها القاتل
    if head.payload.lemma == "إنسان" and at and scan.words[at - 1].norm.endswith("حقوق"):
        return True
    if head.clitics.stem in ("صحفي", "صحافي") and at and scan.words[at - 1].norm.endswith(_SAID):
        return True
    if head.payload.lemma == "جار" and head.clitics.whole and _word_behind(scan, at).startswith(_DONE):
        return True  # وجار اتخاذ الإجراءات
    if head.payload.lemma == "مصور" and at and scan.words[at - 1].norm in _SHOWN:
        return True
    if head.payload.lemma == "حامل":
        return not scan.ending("person", at - 1)
    if at in scan.commas and scan.words[at].norm == "داعيه":
        return True
    if head.payload.lemma in ("مراسل", "مراسلة") and scan.at("outlet", at + 1):
        return True  # تلقت مراسلة وكالة أ نسخة منه
    if head.payload.lemma == "مركز" and any(
        m.first == at + 1 for m in (*scan.at("place", at + 1), *scan.at("place_cue", at + 1))
    ):
        return True  # المدينة، مركز محافظة أ
    if head.payload.lemma == "طالب" and head.form == "sg" and not (head.clitics.definite or head.clitics.suffix):
        return any(not m.clitics.prep for sort in ("actor", "country") for m in scan.at(sort, at + 1))  # طالب الحزب ب
    if scan.at("place", at) and scan.ending("place_cue", at - 1):
        return True
    several = at > 1 and scan.words[at - 1].norm == "من" and scan.words[at - 2].norm in ("عدد", "عددا", "العديد")
    return several and head.form == "sg"


def _begins_of_name(scan: Scan, at: int) -> bool:
    """Whether a word goes on with a name: one that stands unjoined and that no file knows but as a name."""
    if at >= len(scan.words) or scan.words[at].before.strip() or at in scan.numerals:
        return False
    norm = scan.words[at].norm
    known = any(m.sort in ("verb", "trigger", "adjective", "cue") for m in scan.here(at))
    return not known and norm not in PREPOSITIONS and not norm.endswith(("ا", "ان"))


def _word_behind(scan: Scan, at: int) -> str:
    return scan.words[at + 1].norm if at + 1 < len(scan.words) else ""


#: What is said to the press, and by nobody of it: في بيان صحفي.
_SAID: Final = tuple(word_set("parties", "said"))
_DONE: Final = tuple(word_set("parties", "done"))

_SHOWN: Final = word_set("parties", "shown")


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
    if _sees_it(scan, owner):
        return True  # في وقت تعيش فيه أ حربا
    if _word_before(scan, owner.first) in _TALKS and not (owner.clitics.lead or owner.clitics.prep):
        return True  # مشاورات السويد، مفاوضات الدوحة
    if owner.clitics.prep == "ب" and scan.ending("place", owner.first - 1):
        return True  # في صيدا بلبنان
    places = [place for place in scan.ending("place", owner.first - 1) if place.last > place.first]
    if places and not (owner.clitics.lead == "و" and any(place.payload.type == "country" for place in places)):
        return True  # العاصمة الليبية طرابلس; but الولايات المتحدة وإسرائيل
    if "عاصمه" in _word_before(scan, owner.first - 1) and scan.at("adjective", owner.first - 1):
        return True  # العاصمة التشادية نجامينا
    if _word_before(scan, owner.first) == "مع" and "حدود" in _word_before(scan, owner.first - 1):
        return True  # قرب الحدود مع ليبيا
    if owner.sort == "metonym" and (_is_named_by(scan, owner) or _is_shaken(scan, owner)):
        return True
    if owner.sort == "metonym" and owner.clitics.lead == "و" and _is_next_place(scan, owner):
        return True
    towns = scan.ending("place", owner.first - 1)
    if owner.sort == "metonym" and owner.clitics.lead == "و" and any(town.payload.type != "country" for town in towns):
        return not any(scan.at("metonym", town.first) for town in towns)  # الطريق بين كركوك وبغداد
    cues = scan.ending("place_cue", owner.first - 1)
    return any(
        cue.payload.role != "border" or _word_before(scan, cue.first) in (PREPOSITIONS if cue.clitics.definite else _AT)
        for cue in cues
    )


def _sees_it(scan: Scan, owner: Match) -> bool:
    """Whether a country is only where something goes on: تشهد أ اشتباكات."""
    if owner.clitics.prep or owner.clitics.lead:
        return False
    at = owner.first - (2 if _word_before(scan, owner.first) in ("فيه", "فيها") else 1)
    return at >= 0 and scan.words[at].norm.lstrip("وفس") in _SEEING


_SEEING: Final = word_set("parties", "seeing")


_AT: Final = word_set("parties", "at")


def _is_next_place(scan: Scan, owner: Match) -> bool:
    """Whether a capital is joined to a place where something was: في مشهد وطهران."""
    before = scan.ending("place", owner.first - 1)
    listed = [m for m in before if not (scan.at("metonym", m.first) or m.payload.type == "country")]
    if listed and any(verb.payload.kind in _BOMBING for verb in _acts_before(scan, owner.first)):
        return True  # قصفوا القدس وتل أبيب
    return any(m.clitics.prep in ("ب", "في") or _word_before(scan, m.first) in ("في", "بمدينه") for m in before)


def _acts_before(scan: Scan, at: int) -> list[Match]:
    """The verbs and nouns of acts that stand a few words before one."""
    near = range(max(0, at - _LIST_REACH), at)
    return [m for word in near for sort in ("verb", "trigger") for m in scan.at(sort, word) if _is_trigger(m)]


def _is_trigger(match: Match) -> bool:
    return type(match.payload) is Trigger


_BOMBING: Final = frozenset(("shelling", "air_strike"))
#: How far behind a strike the last of some towns may stand that it hits.
_LIST_REACH: Final = 6


def _is_named_by(scan: Scan, owner: Match) -> bool:
    """Whether a blast or an attack is called by the capital where it was: تفجير أنقرة, but not هجوم أنقرة على أ."""
    if owner.clitics.prep or owner.clitics.lead:
        return False
    blasts = [m for m in scan.ending("trigger", owner.first - 1) if isinstance(m.form, str) and not m.clitics.definite]
    if not any(m.payload.lemma in _CALLED_BY_PLACE for m in blasts):
        return False
    behind = owner.last + 1
    return not (behind < len(scan.words) and any(m.clitics.prep == "ل" for m in scan.here(behind))) and not (
        behind < len(scan.words) and scan.words[behind].norm in ("علي", "ضد", "ل")
    )


def _is_shaken(scan: Scan, owner: Match) -> bool:
    """Whether a capital is the city that is hit: هجمات ضربت بغداد، هزت انفجارات عنيفة كييف."""
    if owner.clitics.prep or owner.clitics.lead:
        return False
    if _word_before(scan, owner.first) in _SHAKING and not _opens_clause(scan, owner.first - 1):
        return True
    for at in range(owner.first - 1, max(0, owner.first - _SHAKEN_REACH), -1):
        if scan.words[at].before.strip():
            return False
        nouns = [m for sort in ("trigger", "weapon") for m in scan.ending(sort, at) if isinstance(m.form, str)]
        if nouns:
            return any(_word_before(scan, m.first) in _SHAKING for m in nouns)
    return False


def _opens_clause(scan: Scan, at: int) -> bool:
    """Whether a verb stands first, so that who does it follows."""
    return at == 0 or bool(scan.words[at].before.strip()) or scan.words[at].norm[0] == "و"


_SHAKING: Final = word_set("parties", "shaking")
#: How far behind the noun of what hits it a capital may stand, its adjectives between.
_SHAKEN_REACH: Final = 4

_CALLED_BY_PLACE: Final = word_set("parties", "called_by_place")

_TALKS: Final = word_set("parties", "talks")


def _word_before(scan: Scan, at: int) -> str:
    return scan.words[at - 1].norm if at > 0 else ""


def _composed(scan: Scan, head: Match, owners: dict[int, Match]) -> list[Mention]:
    """A force or people with whom they belong to, or alone; of two nationalities one each."""
    payload: Force | Person = head.payload
    owner = owner_of(scan, head, owners)
    if owner is None and payload.lemma == _ARM:
        return []  # المنزوعة السلاح
    if owner is None:
        called = owners.get(head.first)
        if called is not None and _is_called(head, called):
            return [_named(scan, called)]  # الثوار، الحرس الوطني
        return [_alone(scan, head)]
    actor, last = _identify(owner, payload), owner.last
    # محتجزون من أبناء العشائر، ناشطون أكراد
    tribal = owner.sort == "actor" and (owner.payload.type == "tribal" or owner.payload.id in _PEOPLES)
    if type(payload) is Person and payload.id == _CIVILIANS and (owner.sort != "actor" or tribal):
        actor = _CIVILIANS
    found = [mention_at(scan, head, last, actor, f"{payload.lemma} + {owner.sort} {actor}")]
    beside = owners.get(last + 1)
    if owner.sort == "adjective" and beside is not None and beside.sort == "adjective" and not beside.clitics.prep:
        other = _identify(beside, payload)
        if actor != other and actor != _CIVILIANS:  # القوات الروسية والتركية
            found.append(
                mention_at(scan, beside, beside.last, other, f"{payload.lemma} + adjective {other} beside it", head)
            )
    return found


def _is_called(head: Match, name: Match) -> bool:
    """Whether a noun for a force is the name of an armed group in the country of the report: الثوار، الحرس الوطني."""
    if name.sort != "actor" or name.payload.type != "armed_group" or name.last != head.last:
        return False
    return head.payload.group in _CALLED and bool(head.clitics.definite)


#: Classes of nouns that are somebody's name in a country.
_CALLED: Final = frozenset(("person_of", "force"))

#: An arm of the forces, which weapons are too.
_ARM: Final = "سلاح"

#: Peoples and communities that actors.csv knows as actors.
_PEOPLES: Final = frozenset(("KURD", "DRUZE", "ALAWITES", "CHRISTIANS", "IRQ.YAZIDI", "MMR.ROHINGYA"))


def _alone(scan: Scan, head: Match) -> Mention:
    """A force or people with nobody beside them."""
    payload: Force | Person = head.payload
    seat = _seat_of(scan, head)
    if seat is not None:
        state: Country = seat.payload
        why = f"{payload.lemma} in the capital of {state.name_ar}"
        return mention_at(scan, head, seat.last, state.gov or state.id, why)
    inner = _inner(scan, head)
    if inner is not None:
        bare = _bare(inner)
        why = f"{payload.lemma} of {inner.payload.lemma}"
        return mention_at(scan, head, inner.last, None, why, bare=bare, alone=inner.payload.alone, whose=inner)
    whose = _of_pronoun(scan, head)
    if whose is not None:
        mention = mention_at(scan, head, whose, None, f"{payload.lemma} of whom a pronoun tells", bare="pronoun")
        return replace(mention, gender="f" if scan.words[whose].norm == "لها" else "m")
    both = scan.words[head.last].norm.endswith(("طرفا", "طرفي"))  # طرفا النزاع, طرفي النزاع
    both = both and not scan.at("adjective", head.last + 2)  # طرفا النزاع السوداني are named by it
    if payload.lemma == _SIDE and both and _of_conflict(scan, head.last + 1):
        return mention_at(scan, head, head.last + 1, None, "both sides", bare="both")
    if isinstance(payload, Force) and not payload.alone and _is_of_government(scan, head):
        return mention_at(
            scan, head, head.last + 1, None, f"{payload.lemma} of the government", bare="state", alone="state"
        )
    people = _people(scan, head)
    if people is not None:
        return mention_at(scan, head, _last_of(scan, head), people.id or None, f"people: {people.lemma}")
    assert isinstance(payload, Force)
    bare = _bare(head)
    why = f"{payload.lemma} of nobody named"
    who = payload.alone if not bare and payload.alone not in STATE else None
    alone = HIRED if payload.hired and bare == "pronoun" else payload.alone
    return mention_at(scan, head, head.last, who or None, why, bare=bare, alone=alone)


def _seat_of(scan: Scan, head: Match) -> Match | None:
    """The capital that a government is told by: الحكومة الجديدة في دمشق، السلطات في كابل."""
    if head.payload.group != "government" or not head.clitics.definite:
        return None
    at = head.last + 1
    at += at < len(scan.words) and scan.words[at].norm.startswith("ال") and not scan.words[at].before.strip()
    if scan.norms(at, at) != "في" or scan.words[at].before.strip():
        return None
    return next(iter(scan.at("metonym", at + 1)), None)


def _is_of_government(scan: Scan, head: Match) -> bool:
    """Whether an adjective tells that a force is the government's: فرق حكومية."""
    behind = head.last + 1
    return behind < len(scan.words) and scan.words[behind].norm.removeprefix("ال").startswith("حكومي")


def _of_pronoun(scan: Scan, head: Match) -> int | None:
    """The word that tells by a pronoun whose a force is: دورية تابعة لها، كتيبة مدرعة تابعة له."""
    if type(head.payload) is Person and head.payload.id:
        return None
    for at in range(head.last + 1, min(head.last + 4, len(scan.words) - 1)):
        if scan.words[at].norm in _BELONGING:
            return at + 1 if scan.words[at + 1].norm in ("له", "لها", "لهم") else None
        if scan.words[at].norm in PREPOSITIONS or scan.words[at].before.strip():
            return None
    return None


_BELONGING: Final = word_set("parties", "belonging")


_SETTLER: Final = "مستوطن"


def _last_of(scan: Scan, head: Match) -> int:
    """Where people end who are named by others: عائلات المعتقلين."""
    if head.payload.lemma == _SETTLER and scan.words[head.last].norm.endswith(("ي", "و")):
        where = scan.at("force", head.last + 1)  # مستوطني مستوطنة أ
        return where[0].last if where and where[0].payload.group == "position" else head.last
    if head.clitics.definite or head.clitics.suffix or head.payload.group not in ("household", "family", "resident"):
        return head.last
    for other in scan.at("person", head.last + 1):
        clitics = other.clitics
        if clitics.definite and not (clitics.prep or clitics.lead or scan.words[other.first].before):
            return other.last
    return head.last


def _bare(head: Match) -> str:
    """How a force with nobody beside it asks who it is (see `Mention.bare`)."""
    if head.payload.lemma in _SIDES and head.form == "du" and head.clitics.definite:
        return "both"
    if head.clitics.suffix:
        return "pronoun"
    if head.clitics.definite or OCCUPATION in head.payload.lemma:
        return "definite"
    several = head.form == "pl" and head.payload.group == "government" and head.payload.lemma in _BODIES
    if several or head.payload.alone not in STATE:
        return ""
    return "state"


_BODIES: Final = word_set("parties", "bodies")


#: One of the two whom a report tells of.
_SIDE: Final = "طرف"
_SIDES: Final = frozenset((_SIDE, "جانب"))


def _of_conflict(scan: Scan, at: int) -> bool:
    words = ("النزاع", "الصراع", "القتال", "الحرب", "الازمه", "الاتفاق", "الهدنه", "الاشتباك")
    return at < len(scan.words) and scan.words[at].norm in words


def _spoken_for(scan: Scan, head: Match) -> Match | None:
    """The bare force in whose name somebody speaks: اتهم المتحدث باسم الحكومة المليشيات."""
    if head.last + 2 >= len(scan.words) or scan.words[head.last + 1].norm != "باسم":
        return None
    bodies = (m for m in scan.at("force", head.last + 2) if m.clitics.definite and m.payload.group != "position")
    return max(bodies, key=lambda m: m.last, default=None)


def _inner(scan: Scan, head: Match) -> Match | None:
    """The bare force that a head belongs to, next to it or behind من or ل: وحدات من الجيش, عناصر التنظيم."""
    if spoken := _spoken_for(scan, head):
        return spoken
    if head.clitics.suffix or head.clitics.definite or (type(head.payload) is Person and head.payload.id):
        return None
    at = head.last + 1
    at += at < len(scan.words) and scan.words[at].norm in _MORE  # قوة أخرى للاحتلال
    inside = "في" if head.payload.group == "person_of" else ""
    if at < len(scan.words) and (scan.words[at].norm in ("من", inside) or scan.words[at].norm in _BELONGING):
        at += 1  # راجمات تابعة للجيش
    elif scan.words[head.last].norm.endswith("ون"):
        return None  # خطف مسلحون عناصر الأمن
    if at >= len(scan.words) or not MARKS.isdisjoint(scan.words[at].before):
        return None
    for match in sorted(scan.at("force", at), key=lambda m: -m.last):
        serves = match.clitics.prep == "ب" and head.payload.group == "person_of" and match.first == head.last + 1
        if match.clitics.lead or match.payload.group == "position":
            continue
        man = match.payload.group == "person_of" and not scan.words[match.last].norm.endswith(("ون", "ين"))
        if man and head.payload.group == "force" and match.first == head.last + 1:
            continue  # اغتال جيش الاحتلال القيادي
        if match.clitics.prep not in ("", "ل") and not serves:  # ضابط بالجيش
            continue
        named = match.clitics.definite or match.clitics.suffix or " ال" in match.payload.lemma  # مديرية الأمن
        if named or OCCUPATION in match.payload.lemma:
            return match
    return None


_MORE: Final = word_set("parties", "more")


def _people(scan: Scan, head: Match) -> Person | None:
    """The people that a head with nobody beside it is: of a word for both, as no force is named, the people."""
    if type(head.payload) is Person:
        return head.payload
    if head.payload.group != "person_of" or head.clitics.suffix or head.payload.alone:
        return None
    people = [m.payload for m in scan.at("person", head.first) if m.last == head.last and m.payload.id]
    return people[0] if people else None


def _identify(owner: Match, head: Force | Person) -> str:
    if owner.sort == "actor":
        actor: Actor = owner.payload
        return actor.id
    country: Country = owner.payload
    if type(head) is Force and head.hired and country.hired:
        return country.hired
    suffix = head.suffix if type(head) is Force else ""
    if country.gov and (suffix or type(head) is Force):
        return country.gov
    return f"{country.id}.{suffix}" if suffix else country.id


def _named(scan: Scan, owner: Match) -> Mention:
    if owner.sort == "actor":
        actor: Actor = owner.payload
        named = mention_at(scan, owner, owner.last, actor.id, f"actor {actor.id}")
        return replace(named, group="position") if actor.id == _CIVILIANS else named  # منازل المدنيين
    country: Country = owner.payload
    return mention_at(scan, owner, owner.last, country.gov or country.id, f"{owner.sort} {country.name_ar}")


def _of_something(scan: Scan, mention: Mention) -> Mention:
    """A name behind تابعة ل that no noun for a force was found before: ضد منصات إطلاق تابعة للحوثيين."""
    if mention.prep != "ل" or not mention.first or scan.words[mention.first - 1].norm not in _BELONGING:
        return mention
    if any(isinstance(m.form, str) and m.clitics.prep for m in scan.ending("trigger", mention.first - 2)):
        return replace(mention, group="force")  # غارة لمسيرة تابعة للحركة
    prep = ""
    for at in range(mention.first - 2, max(-1, mention.first - 8), -1):
        norm = scan.words[at].norm
        if norm in PREPS or (scan.at("verb", at) and norm not in LINKS):
            prep = norm if norm in PREPS else ""
            break
    return replace(mention, prep=prep, group="position")


def _nationalities(scan: Scan, owners: dict[int, Match], taken: set[int], found: list[Mention]) -> Iterator[Mention]:
    """A nationality right behind an event or a weapon names its party (غارة تركية); people of it are civilians."""
    free = [owner for owner in owners.values() if owner.sort == "adjective" and owner.first not in taken]
    if not free:
        return
    ends = {mention.last: mention for mention in found}
    heads = {m.last: m for m in (*scan.of("weapon"), *scan.of("trigger"))}
    heads |= {m.last: m for m in scan.of("verb") if m.form.tense == "past"}
    for owner in free:
        if owner.clitics.prep or _tells_of_place(scan, owner) or _word_before(scan, owner.first) in _FLAGS:
            continue
        before = ends.get(owner.first - 1)
        country: Country = owner.payload
        named = before is not None and before.id and before.id != _CIVILIANS
        if before is not None and named and owner.clitics.definite:  # الجيش الأردني والأميركي
            if str(before.id).split(".")[0] == country.id:
                continue
            who = country.gov or country.id
            beside = mention_at(scan, owner, owner.last, who, f"nationality {country.name_ar} beside it")
            yield replace(beside, group=before.group, prep="")
            continue
        counted = owner.first - 1 - (scan.words[owner.first - 1].norm == "من") in scan.numerals
        if counted and (not owner.clitics.definite or is_people(scan, owner.last)):  # ثلاثة سوريين، آلاف السوريين
            yield mention_at(scan, owner, owner.last, _CIVILIANS, "so many of a nationality: civilians")
            continue
        if is_object_of_nation(scan, owner):
            yield mention_at(scan, owner, owner.last, _CIVILIANS, "taken or harmed, of a nationality: civilians")
            continue
        back = owner.first - 1
        while back >= 0 and back not in heads and owner.first - back < 3 and scan.words[back].norm not in PREPS:
            back -= 1
        if back in heads and (back == owner.first - 1 or not _is_genitive(scan, owner)):
            yield _of_nationality(scan, owner, heads[back])


def is_people(scan: Scan, at: int) -> bool:
    """Whether a nationality is a noun for many of it: السوريون، سوريين."""
    return scan.words[at].norm.endswith(("يون", "يين", "يات"))


def _is_genitive(scan: Scan, owner: Match) -> bool:
    """Whether a plural only tells whose the thing before it is: منعت مركبات الفلسطينيين."""
    return owner.clitics.definite and scan.words[owner.first].norm.endswith("يين")


_FLAGS: Final = word_set("parties", "flags")


def is_object_of_nation(scan: Scan, nation: Match) -> bool:
    """Whether a nationality is whom somebody harmed or took, behind who did it: قتل الجيش الإسرائيلي فلسطينيا."""
    word, before = scan.words[nation.first], scan.words[nation.first - 1]
    if nation.clitics.definite or word.before.strip() or not word.norm.endswith(_OBJECTS):
        return False
    nominative = before.norm.endswith("ون") and word.norm.endswith("ين")  # خطف مسلحون صينيين
    if not (before.norm.startswith("ال") or nominative) or before.norm.startswith(_BACKED_BY):
        return False  # المدعومة أمريكيا
    for at in range(nation.first - 2, max(-1, nation.first - _OBJECT_REACH), -1):
        verbs = [m for m in scan.at("verb", at) if type(m.payload) is Trigger and m.form.voice != "passive"]
        if verbs:
            return any(m.payload.counts in _PEOPLE_TAKEN for m in verbs)
        if scan.words[at].norm in PREPS or scan.words[at + 1].before.strip():
            return False
    return False


_BACKED_BY: Final = tuple(word_set("parties", "backed_by"))

#: How a nationality ends that is an object, how far its verb is, and what is told of people by such verbs.
_OBJECTS: Final = tuple(word_set("parties", "objects"))
_OBJECT_REACH: Final = 7
_PEOPLE_TAKEN: Final = frozenset(("killed", "wounded", "arrested", "abducted", "released"))


def _tells_of_place(scan: Scan, owner: Match) -> bool:
    """Whether a nationality is that of a town or land: تعرض بلدة القصر اللبنانية لقصف، هاجمت العاصمة الليبية."""
    if not owner.clitics.definite:
        return False
    beside = [*scan.ending("place_cue", owner.first - 1), *scan.ending("place", owner.last)]
    if any(m.first < owner.first and (m.sort == "place" or m.clitics.definite) for m in beside):
        return True
    cues = (m for at in (owner.first - 2, owner.first - 3) for m in scan.ending("place_cue", at))
    return any(m.payload.role == "head" and not m.clitics.definite for m in cues)


def _of_nationality(scan: Scan, owner: Match, head: Match) -> Mention:
    country: Country = owner.payload
    if _is_harm(head) and owner.first == head.last + 1:
        return mention_at(scan, owner, owner.last, _CIVILIANS, "harmed, of a nationality: civilians")
    return mention_at(scan, owner, owner.last, country.gov or country.id, f"nationality {country.name_ar}")


def _is_harm(head: Match) -> bool:
    return getattr(head.payload, "strength", "") == "harm"
