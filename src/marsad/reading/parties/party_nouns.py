"""Stage 3: which nouns of a sentence are forces and people here, and which only look like them."""

from __future__ import annotations

from typing import Final

from marsad.knowledge.entries import Trigger
from marsad.knowledge.lexicon import Match
from marsad.reading.counts.people_nouns import ADVERBS, tells_of_act
from marsad.reading.parties.cast import CIVILIANS
from marsad.reading.parties.mentions import word_before
from marsad.reading.parties.owners import OF_FORCES
from marsad.reading.scan import PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

#: Kinds whose nouns tell of forces or of what they do in the air.
_NO_STRIKES: Final = OF_FORCES | {"interception"}


def find_nouns(scan: Scan) -> list[Match]:
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
    found += [m for m in people if not (_is_no_person(scan, m) or _is_actor(scan, m))]
    found = [m for m in found if m.form == "sg" or not m.first or not _is_of_thing(scan, m)]
    if found and (numerals := scan.numerals):  # مجموعة من المسلحين
        found = [m for m in found if not (m.first in numerals and m.last + 1 in numerals)]
    found.sort(key=lambda m: (m.first, -m.last))
    return found


def _is_actor(scan: Scan, match: Match) -> bool:
    """Whether a noun for people is the name of an actor in the country that is told of: الحشد in Iraq."""
    one = match.form == "sg" and match.clitics.definite
    return one and any(m.last == match.last for m in scan.at("actor", match.first))


def _owned(scan: Scan) -> set[int]:
    """The words right behind which it is told whose something is."""
    owned = {m.first - 1 for m in scan.of("adjective") if not m.clitics.prep}  # مسيرة لفلسطينيين is a march
    owned |= {m.first - 1 for m in scan.of("actor") if m.clitics.prep == "ل"}
    return owned | {at - 1 for at, word in enumerate(scan.words) if word.norm in ("تابعه", "التابعه")}


def _is_force_too(head: Match, owned: set[int]) -> bool:
    """Whether a word for an event is a force here: مسيرة روسية is no march, الاحتلال is who occupies."""
    if head.payload.group in ("drone", "artillery", "ship"):
        return head.last in owned
    return head.payload.lemma == "احتلال" and head.clitics.definite


def _is_verb_here(scan: Scan, head: Match) -> bool:
    """Whether a noun for a force is none here: a verb, or an adjective (تدريبات بحرية, كمين أمني)."""
    if head.payload.lemma == "محافظ" and scan.words[head.first].norm.endswith("ات"):
        return True  # the provinces
    if head.payload.lemma == _DIVISION and head.form == "pl" and _disperses(scan, head):
        return True
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
    if head.payload.lemma == "عسكري" and not head.clitics.definite:
        fired = any(not m.clitics.definite for m in scan.ending("weapon", head.first - 1))  # مقذوف عسكري
        if fired or _is_of_act(scan, head):
            return True
    if head.payload.lemma == "إرهابي" and head.clitics.definite and scan.ending("trigger", head.first - 1):
        return True  # التفجير الإرهابي
    if head.payload.group == "ship" and head.clitics.definite and word_before(scan, head.first).startswith("ال"):
        return True  # الحرب المدمرة
    if _is_armed_act(scan, head) or _names_village(scan, head):
        return True
    verbs = scan.at("verb", head.first)
    return bool(verbs) and any(m.form.tense == "present" for m in verbs)


def _is_of_thing(scan: Scan, head: Match) -> bool:
    """Whether a word in the dual follows a thing in the dual, so that it only tells its sort: تفجيرين إرهابيين."""
    before, norm = scan.words[head.first - 1].norm, scan.words[head.first].norm
    if not (before.endswith(_DUAL) and norm.endswith(_DUAL)) or before.startswith("ال"):
        return False
    things = (m for sort in ("weapon", "trigger", "place_cue", "count") for m in scan.ending(sort, head.first - 1))
    return any(isinstance(m.form, str) for m in things)


#: Endings of the dual.
_DUAL: Final = ("ين", "ان")


#: A division of an army, whose plural is spelt like "dispersed", and how far behind it those are who march.
_DIVISION: Final = "فرقة"
_DISPERSED_REACH: Final = 7


def _disperses(scan: Scan, head: Match) -> bool:
    """Whether what is spelt like divisions opens the sentence as a verb: فرق الجيش مظاهرة."""
    if head.first or head.last > head.first:
        return False
    verbs = (m for m in scan.at("verb", head.first) if type(m.payload) is Trigger)
    return any(scan.near(head.last + 1, head.last + _DISPERSED_REACH, m.payload.needs) for m in verbs)


def _is_of_act(scan: Scan, head: Match) -> bool:
    """Whether a word describes an act that somebody does: هجوم عسكري, but not مقتل عسكري."""
    acts = (m for m in scan.ending("trigger", head.first - 1) if isinstance(m.form, str) and not m.clitics.definite)
    return any(m.payload.frame in ("by", "mutual") and m.payload.strength != "harm" for m in acts)


_QUARTERS: Final = word_set("party_nouns", "quarters")
_VILLAGE_HEADS: Final = word_set("party_nouns", "village_heads")


def _names_village(scan: Scan, head: Match) -> bool:
    """Whether a word for people is the name behind a word for a village or quarter: قرية شيخ أ، حي المعلمين."""
    if scan.norms(head.first - 1, head.first - 1) in _QUARTERS:
        return True
    if head.form != "sg":
        return False
    second = scan.norms(head.first - 1, head.first - 1) in _VILLAGE_HEADS
    if not second and (head.clitics.prep or head.clitics.lead):
        return False
    at = head.first - 1 - second
    return any(
        cue.form == "sg" and cue.payload.role == "head" and cue.payload.type in ("village", "town")
        for cue in scan.ending("place_cue", at)
        if not (cue.clitics.definite or cue.clitics.suffix)
    )


#: The town of Jeddah, and "his grandmother".
_JEDDAH: Final = "جده"
#: A mother, of whom two are spelt like a secretary.
_MOTHER: Final = "أم"
#: A farmer, and farms: both are spelt so.
_FARMER: Final = "مزارع"


#: Whom a drone is without.
_PILOT: Final = "طيار"


def _is_no_person(scan: Scan, head: Match) -> bool:
    """Whether a noun for people is none here: a verb (أسر), a town (أبين), or an adjective (اشتباكات مسلحة)."""
    if head.clitics.suffix in ("ي", "ني") or _is_lookalike(scan, head):  # محل تجاري, الوزير لامي
        return True
    if scan.words[head.first].norm == _PILOT and scan.norms(head.first - 1, head.first - 1) in ("بدون", "دون"):
        return True  # طائرة أمريكية بدون طيار
    if _is_verb_or_name(scan, head) or _tells_of_noun_before(scan, head):
        return True
    if _is_armed_act(scan, head) or _begins_name(scan, head) or _is_missing(scan, head):
        return True
    if _is_adjective(scan, head) or _tells_of_people(scan, head) or _names_village(scan, head):
        return True
    if head.payload.lemma == _MOTHER and head.form == "du":
        return True  # أمينها العام is its secretary
    if scan.words[head.first].norm == _JEDDAH and head.first and not head.clitics.suffix:
        before = head.first - 1
        talks = any(isinstance(m.form, str) for m in scan.ending("trigger", before))
        return talks or scan.words[before].norm in PREPOSITIONS  # مفاوضات جدة
    if head.payload.lemma == _FARMER and not head.clitics.definite and scan.at("place_cue", head.last + 1):
        return True  # مزارع بلدة أ
    if head.form == "du" and scan.words[head.last].norm.endswith("ي") and _ends_construct(scan, head):
        return True
    return tells_of_act(scan, head) or _tells_of_unknown_or_armed(scan, head)


def _is_verb_or_name(scan: Scan, head: Match) -> bool:
    """Whether a noun for people is spelt like a verb, a month or a place that is meant: وقتلته، أغسطس/آب، أبين."""
    if head.payload.lemma == "قاتل" and head.clitics.suffix:
        return True
    begins = head.clitics.whole and (not head.first or head.first in scan.commas)
    if begins and any(verb.form.tense == "past" for verb in scan.at("verb", head.first)):
        return True
    if head.first == head.last and head.payload.lemma == "أب" and head.first in scan.dated:
        return True
    return not head.clitics.definite and any(not place.payload.needs_cue for place in scan.at("place", head.first))


def _tells_of_noun_before(scan: Scan, head: Match) -> bool:
    """Whether a word for people tells of the noun before it: مطار كركوك العسكري، برتبة عميد، تفجيرا انتحاريا."""
    before = head.first - 1
    if head.first and scan.words[before].norm in ("برتبه", "رتبه"):
        return True
    if head.payload.lemma == "انتحاري":
        return any(isinstance(m.form, str) for m in scan.ending("trigger", before))
    if head.payload.lemma != "عسكري":
        return False
    if not head.clitics.definite:
        return _is_of_act(scan, head)
    return head.first not in scan.commas and bool(scan.ending("place", before))


_UNKNOWN_THINGS: Final = word_set("party_nouns", "unknown_things")


def _tells_of_unknown_or_armed(scan: Scan, head: Match) -> bool:
    """Whether "unknown" or "armed" tells of a place or an act: اقتادوه إلى مكان مجهول، اشتباكات عنيفة مسلحة."""
    unknown = head.payload.group == "unknown" and head.form != "pl"
    if unknown and head.first and scan.words[head.first - 1].norm.lstrip("لب") in _UNKNOWN_THINGS:
        return True
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


_WITHOUT: Final = word_set("party_nouns", "without")


def _is_missing(scan: Scan, head: Match) -> bool:
    """Whether victims are told not to be: دون وقوع ضحايا، دون إصابات."""
    if head.payload.group != "victim" and head.payload.lemma != "ضحية":
        return False
    return any(0 < head.first - cue.last <= 2 and cue.payload.lemma in _WITHOUT for cue in scan.negations)


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


#: Sorts of words of which an adjective behind them tells.
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
        described = word.norm.endswith("يا") and before.norm.endswith("ا") and not men
        if described and not scan.ending("adjective", head.first - 1):
            return True  # توترا أمنيا
        return head.payload.lemma == "أمني" and any(scan.ending(s, head.first - 1) for s in _NOUNS)
    kin = any(scan.ending(sort, head.first - 1) for sort in _NOUNS)
    return head.clitics.definite or before.marbuta or before.norm.endswith("ات") or kin


def _is_lookalike(scan: Scan, head: Match) -> bool:
    """Whether a noun for people is another word here: عدد من المزارع, محافظة إب, حاملات تنقل, داعية الأطراف."""
    at = head.first
    if head.payload.lemma == "حامل":
        return not scan.ending("person", at - 1)
    if head.payload.lemma == "طالب" and head.form == "sg" and not (head.clitics.definite or head.clitics.suffix):
        return any(not m.clitics.prep for sort in ("actor", "country") for m in scan.at(sort, at + 1))  # طالب الحزب ب
    if _is_other_by_form(scan, head) or _is_other_behind(scan, head) or _is_other_before(scan, head):
        return True
    if scan.at("place", at) and scan.ending("place_cue", at - 1):
        return True
    several = at > 1 and scan.words[at - 1].norm == "من" and scan.words[at - 2].norm in ("عدد", "عددا", "العديد")
    return several and head.form == "sg"


def _is_other_by_form(scan: Scan, head: Match) -> bool:
    """Whether the form of a noun for people, or where it stands, makes it another word: محافظات، في عمان."""
    norm = scan.words[head.first].norm
    if head.payload.lemma == "محافظ" and norm.endswith("ات"):
        return True  # the provinces
    if head.payload.lemma == "عم" and head.clitics.stem == "عمان":
        return True
    return norm == "داعيه" and head.first in scan.commas


_SAID: Final = tuple(word_set("party_nouns", "said"))
_SHOWN: Final = word_set("party_nouns", "shown")


def _is_other_behind(scan: Scan, head: Match) -> bool:
    """Whether the word before a noun for people makes it another word: حصارها القاتل، حقوق الإنسان، بيان صحفي."""
    at, lemma = head.first, head.payload.lemma
    if not at:
        return False
    before = scan.words[at - 1].norm
    if scan.words[at].norm == "رييسا" and before.endswith("ا"):
        return True  # طريقا رئيسا
    if lemma == "زائر" and before == "كبار":
        return True  # قاعة كبار الزوار
    if lemma == "قاتل" and head.clitics.definite and before.endswith(("ها", "ه")):
        return True
    if lemma == "إنسان" and before.endswith("حقوق"):
        return True
    if head.clitics.stem in ("صحفي", "صحافي") and before.endswith(_SAID):
        return True
    return lemma == "مصور" and before in _SHOWN


_DONE: Final = tuple(word_set("party_nouns", "done"))


def _is_other_before(scan: Scan, head: Match) -> bool:
    """Whether the word behind a noun for people makes it another word: أم الظفا, محمد ولد الشيخ, وجار البحث."""
    at, lemma = head.first, head.payload.lemma
    if lemma == "أم":
        return head.clitics.whole and scan.norms(at + 1, at + 1).startswith("ال")
    if lemma == "ولد":
        return head.form == "sg" and head.clitics.whole and _goes_on_with_name(scan, at + 1)
    if lemma == "جار":
        return head.clitics.whole and _word_behind(scan, at).startswith(_DONE)
    if lemma in ("مراسل", "مراسلة"):
        return bool(scan.at("outlet", at + 1))  # تلقت مراسلة وكالة أ نسخة منه
    if lemma == "مركز":  # المدينة، مركز محافظة أ
        return any(m.first == at + 1 for m in (*scan.at("place", at + 1), *scan.at("place_cue", at + 1)))
    return False


def _goes_on_with_name(scan: Scan, at: int) -> bool:
    """Whether a word goes on with a name: one that stands unjoined and that no file knows but as a name."""
    if at >= len(scan.words) or scan.words[at].before.strip() or at in scan.numerals:
        return False
    norm = scan.words[at].norm
    known = any(m.sort in ("verb", "trigger", "adjective", "cue") for m in scan.here(at))
    return not known and norm not in PREPOSITIONS and not norm.endswith(("ا", "ان"))


def _word_behind(scan: Scan, at: int) -> str:
    """The folded word behind one; empty behind the last."""
    return scan.words[at + 1].norm if at + 1 < len(scan.words) else ""


def _tells_of_people(scan: Scan, head: Match) -> bool:
    """Whether a word for people is the adjective of people before it: شبان غاضبون, عمال مهاجرين."""
    clitics = head.clitics
    if head.payload.group not in ("protester", "refugee", "migrant", "unknown") or clitics.lead or clitics.prep:
        return False
    if head.form == "sg" or scan.words[head.first].before.strip():
        return False
    kin = [m for m in scan.ending("person", head.first - 1) if m.payload.id == CIVILIANS]
    return any(m.form == head.form and m.clitics.definite == clitics.definite for m in kin)
