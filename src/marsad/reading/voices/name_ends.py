"""Where the name of who speaks ends: which words are no part of it, and what goes on behind its comma."""

from __future__ import annotations

import re
from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.arabic.tokens import QUOTES
from marsad.knowledge.lexicon import Match
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.voices.speech_marks import (
    addressed,
    happening_verbs,
    has_source_head,
    is_long_quote,
    is_on_occasion,
)
from marsad.reading.word_sets import word_set

_PARTING: Final = frozenset("،,؛;–—(")
_OBJECTS: Final = word_set("name_ends", "objects")
#: Prepositions that quotation marks part from their word: بـ"القضاء".
_GLUED: Final = frozenset(("ب", "وب", "فب"))


_MEDIA: Final = word_set("name_ends", "media")
_WHICH_MEDIA: Final = word_set("name_ends", "which_media")


def ends_name(scan: Scan, at: int, first: int) -> bool:
    """Marks and prepositions before which a name ends."""
    word = scan.words[at]
    if word.norm in PREPOSITIONS and (at == first or is_on_occasion(scan, at)):
        return True
    if ":" in word.before:
        return True
    if at == first:
        return False
    if word.norm in _GLUED and at + 1 < len(scan.words) and _opens_quote(scan.words[at + 1].before):
        return True  # أفاد بيان عسكري بـ"القضاء" على
    health = word.norm == "صحه" and scan.cue_at("source", at - 1)  # دائرة صحة الأنبار
    if (word.norm in _OBJECTS and not health) or _counts_what_follows(scan, at):
        return True
    if not _PARTING.isdisjoint(word.before):
        return True
    if _is_accusative(scan, at) and not (_is_accusative(scan, first) or at - 1 in scan.numerals):
        return True  # an adverb or the object: نفى المصدر نفياً قاطعاً، نشرت الوكالة خبراً
    if _is_act_of(scan, at):
        return True
    return any(mark in QUOTES for mark in word.before) and (is_long_quote(scan, at) or _is_left_open(scan, at))


def _opens_quote(before: str) -> bool:
    """Whether a quotation opens right before a word; one that closes has a space behind it: وكالة "أ ف ب" أن."""
    return bool(before) and before[-1] in QUOTES


def _is_left_open(scan: Scan, at: int) -> bool:
    """Whether a quotation opens right before a word that closes in no word of the sentence: فلان "نحن وراء الهجوم."""
    pairs = [last for first, last in scan.quoted if first == at]
    if pairs:
        return pairs[-1] == len(scan.words) - 1 and QUOTES.isdisjoint(scan.text[scan.words[-1].end : scan.sentence.end])
    start = scan.words[at].start
    return start > 0 and scan.text[start - 1] in QUOTES and scan.text[start - 1] not in "»”"


def _counts_what_follows(scan: Scan, at: int) -> bool:
    """Whether a number behind a name counts what is told: سجل المرصد 13 غارة, but not اللواء 444 قتال."""
    if at not in scan.numerals or not scan.words[at].norm[:1].isdigit():
        return False
    if any(m.payload.group != "organisation" for m in scan.ending("force", at - 1)):
        return False
    behind = at + 1
    if behind >= len(scan.words) or scan.words[behind].before.strip():
        return False
    noun = scan.words[behind]
    if scan.text[noun.start : noun.end].endswith(("اً", "ًا", "ةً")):
        return True
    return any(scan.at(sort, behind) for sort in ("trigger", "person", "count", "weapon", "adjective"))


def _is_accusative(scan: Scan, at: int) -> bool:
    """Whether a word is written with the ending of an object or adverb: نفياً."""
    word = scan.words[at]
    return scan.text[word.start : word.end].endswith(("ًا", "اً"))


#: No shorter is a verbal noun with its pronoun.
_SHORTEST_ACT: Final = 4


def _is_act_of(scan: Scan, at: int) -> bool:
    """Whether a noun with a pronoun tells what one does whose name is complete: أعلن الجيش تحديه."""
    word = scan.words[at]
    if word.marbuta or not word.norm.endswith(("ه", "ها", "هم")) or len(word.norm) < _SHORTEST_ACT:
        return False
    if word.norm[0] == "و" or at in scan.named or scan.cue_at("source", at) or scan.at("person", at):
        return False
    return scan.words[at - 1].norm.startswith("ال") or bool(scan.ending("actor", at - 1))


PRONOUNS: Final = word_set("name_ends", "pronouns")
MAIN_CLAUSE: Final = word_set("name_ends", "main_clause")


def stops_name(scan: Scan, at: int) -> bool:
    """Words that stand in no name and begin what is said."""
    norm = scan.words[at].norm
    if norm in COMPLEMENTIZERS or norm in MAIN_CLAUSE or norm in PRONOUNS:
        return True
    if norm == "من" and at + 1 < len(scan.words) and scan.words[at + 1].norm in COMPLEMENTIZERS:
        return True  # حذر مصدر عسكري من أن
    if (said := scan.cue_at("say", at)) and (said.form == "phrase" or _is_said_by(said)):
        return True  # أردف قائلا، حصيلة أوردها سكان أشارت إلى
    stop = scan.cue_at("name_stop", at)
    if stop is not None and at and scan.cue_at("document", at) and _is_according(scan, at - 1):
        stop = None  # حسب شهادات السكان
    if stop is not None and stop.clitics.lead and scan.cue_at("source", at):
        stop = None  # والي is a governor, and no "and to"
    if norm == "لدي" and at and scan.at("actor", at + 1):
        stop = None  # مستشارة الإعلام لدى اللجنة الدولية
    if stop is not None and stop.clitics.definite and scan.cue_at("source", at) and scan.cue_at("source", at - 1):
        stop = None  # خدمات الإسعاف
    return bool(stop or scan.cue_at("according", at)) or _is_his(scan, at)


def _is_said_by(said: Match) -> bool:
    """Whether a verb of saying is no other word: in the feminine of the past, with nothing written to it."""
    form = said.form
    return isinstance(form, VerbForm) and form.tense == "past" and form.person == "3fs" and said.clitics.whole


def _is_his(scan: Scan, at: int) -> bool:
    """Whether a word tells what somebody says or means to do: نفيه، عزمها."""
    for name in ("say", "planned", "matter"):
        cue = scan.cue_at(name, at)
        if cue is not None and cue.clitics.suffix:
            return True
    return False


def _is_according(scan: Scan, at: int) -> bool:
    return any(cue.last == at for cue in scan.cue("according"))


def is_ali(scan: Scan, at: int) -> bool:
    """Whether علي is somebody's name: written with ي, and nothing behind it that one speaks about."""
    word = scan.words[at]
    if word.norm != "علي" or scan.text[word.end - 1] != "ي" or at + 1 >= len(scan.words):
        return False
    if scan.words[at + 1].norm in COMPLEMENTIZERS or scan.at("trigger", at + 1):
        return False
    return not (scan.cue_at("name_stop", at + 1) or scan.cue_at("thing", at + 1))


def begins_another(scan: Scan, at: int, first: int, publisher: frozenset[str], *, telling: bool) -> bool:
    """Whether behind the first word of a name another begins: the outlet, the object, who is told or warned."""
    if at == first:
        return False
    if _is_publisher(scan, at, publisher) or _begins_object(scan, at) or _is_mourning(scan, at):
        return True
    if at == first + 1 and _is_spoken_to_in(scan, first):
        return True
    if _is_given_out(scan, at):
        return True
    if _is_told_of(scan, at) if telling else _is_given_to(scan, at):
        return True
    return at > first + 1 and _is_warned(scan, at)


def _is_spoken_to_in(scan: Scan, document: int) -> bool:
    """Whether people stand behind a definite paper, which is nobody's then: حذر البيان المواطنين من الاقتراب."""
    paper, behind = scan.cue_at("document", document), document + 1
    if paper is None or not paper.clitics.definite or paper.last != document:
        return False
    named = [match for sort in ("person", "force", "actor") for match in scan.at(sort, behind)]
    return any(not match.clitics.prep for match in named) and not scan.cue_at("source_quality", behind)


def begins_matter(scan: Scan, at: int, first: int, *, owned: bool) -> bool:
    """Whether who is spoken to begins, or what is told; `owned` is a name that "to" may be written together with."""
    owner = (owned and at == first) or (at == first + 1 and scan.cue_at("document", first) is not None)
    owner = owner or (at > first and _owns_office(scan, at))
    if addressed(scan, at) and not owner:
        return True
    told = _begins_event(scan, at) if at > first else _is_denied_act(scan, at)
    return told and not _is_movement(scan, first, at)


def _owns_office(scan: Scan, at: int) -> bool:
    """Whether "to" tells whose or for whom an office is: المركز الإعلامي لـ"قسد"، المتحدث للإعلام العربي."""
    behind = at + 1
    if behind >= len(scan.words):
        return False
    if scan.words[at].norm == "ل":
        return bool(scan.at("actor", behind)) and scan.words[at - 1].norm.startswith("ال")
    return scan.words[at].norm in _MEDIA and scan.words[behind].norm in _WHICH_MEDIA


def _is_told_of(scan: Scan, at: int) -> bool:
    """Whether the object of telling begins at a word: an outlet or observatory, or a name in quotation marks."""
    head = scan.cue_at("source", at)
    if scan.at("outlet", at) or (head is not None and head.payload.value in ("agency", "media", "monitor")):
        return True
    return any(mark in QUOTES for mark in scan.words[at].before)


def _is_given_to(scan: Scan, at: int) -> bool:
    """Whether a news agency that was told begins behind a name without ل: أفاد مصدر أمني وكالة الأناضول."""
    head = scan.cue_at("source", at)
    if head is None or head.payload.value != "agency" or head.clitics.prep or head.clitics.lead:
        return False
    return scan.cue_at("source_quality", at - 1) is not None


#: What a name that no file knows is not.
NO_NAMES: Final = frozenset(("trigger", "verb", "weapon", "cue", "force", "place_cue", "actor", "outlet"))
_WARNED_OF: Final = word_set("name_ends", "warned_of")


def _is_warned(scan: Scan, at: int) -> bool:
    """Whether a country begins that somebody speaks to, whose own name is before it: حذر الرئيس فلان الفلاني إيران."""
    if not (scan.at("country", at) or scan.at("metonym", at)) or scan.words[at].norm.startswith("ال"):
        return False
    before = scan.words[at - 1].norm
    named = before.startswith("ال") or any(
        match.sort in NO_NAMES or match.sort == "place" for match in scan.here(at - 1)
    )
    named = named and not scan.ending("actor", at - 1)  # الأمم المتحدة
    follows = at + 1 < len(scan.words) and scan.words[at + 1].norm in _WARNED_OF
    return follows and not named


#: Verbal nouns of the derived forms, told by their shape (استخدام، انفجار، ارتفاع); some are given names too.
_ACT: Final = re.compile(r"ب?(?:ا.[تطد].ا.|ان..ا.|است..ا.|است.ا.ه)(?:ات)?")
_ACT_IV: Final = re.compile("ب?إ(?:..ا.|.ا.ة)")
#: The second form behind a name that is complete: أعلنت جماعة الأنصار تحرير ستة; تكريت is a town.
_ACT_II: Final = re.compile("ب?ت..ي.")
#: The fifth form is a name's shape, too: only with the preposition that goes with it (التوصل إلى).
_ACT_V: Final = re.compile("الت...")
_ACT_JOINTS: Final = word_set("name_ends", "act_joints")
_NO_ACTS: Final = word_set("name_ends", "no_acts")


def _begins_object(scan: Scan, at: int) -> bool:
    """Whether a verbal noun begins what is spoken of behind a name that is complete: نفى قائد الشرطة استخدام الرصاص."""
    after = scan.words[at + 1].norm if at + 1 < len(scan.words) else ""
    if _ACT_V.fullmatch(scan.words[at].norm) and after in _ACT_JOINTS:
        return True
    before = scan.words[at - 1].norm
    if scan.words[at].norm == "تنظيم" and scan.at("trigger", at + 1):
        return True  # أعلنت لجان الحي تنظيم وقفة
    if not before.startswith("ال"):
        return False
    document = scan.cue_at("document", at)
    if scan.cue_at("report", at) or (document is not None and document.clitics.prep == "ب"):
        return True  # نفى المتحدث الأنباء، أدلى الوزير بتصريح
    word = scan.words[at]
    if word.norm in _NO_ACTS:
        return False
    if word.norm.startswith("ب") and (word.marbuta or word.norm.startswith("بال")) and not _known(scan, at):
        return True  # أفاد المصدر بمواصلة، تندد الجامعة بالانتهاكات
    if _ACT_II.fullmatch(word.norm) and not (word.before or scan.at("actor", at) or scan.ending("outlet", at - 1)):
        return bool(scan.at("trigger", at))
    return bool(_ACT.fullmatch(word.norm) or _ACT_IV.fullmatch(scan.text[word.start : word.end]))


_NAMED: Final = frozenset(("place", "actor", "outlet", "country", "metonym", "force", "person"))


def _known(scan: Scan, at: int) -> bool:
    """Whether a word is a name or an institution: المتحدث بالجيش."""
    return any(m.sort in _NAMED for m in scan.here(at)) or scan.cue_at("source", at) is not None


_MOURNED: Final = word_set("name_ends", "mourned")


def _is_given_out(scan: Scan, at: int) -> bool:
    """Whether a word is the paper that somebody gives out, and no part of his name: نشرت الوزارة بيانا، تقريرا."""
    return scan.words[at].norm.endswith("ا") and scan.cue_at("document", at) is not None


def _is_mourning(scan: Scan, at: int) -> bool:
    """Whether mourning is announced, and nobody's name goes on: أعلنت الحكومة الحداد ليومين."""
    after = scan.words[at + 1].norm if at + 1 < len(scan.words) else ""
    told = after[:1] in ("ل", "ث") or after in _MOURNED
    return scan.words[at].norm == "الحداد" and told and at > 0


def _begins_event(scan: Scan, at: int) -> bool:
    """Whether an event begins at a word: not inside a name, at a place (عدن) nor with ال (لجنة المصالحة).

    Behind an actor or the name of an office what is told begins, with ال or without: نفى التنظيم الهجوم.
    """
    if not scan.at("trigger", at) and not happening_verbs(scan.at("verb", at)):
        return False
    place = any(not m.payload.needs_cue for m in scan.at("place", at))  # a quarter is called التحرير
    if place or scan.at("trap", at) or at in scan.named or scan.cue_at("source", at):
        return False  # مدير أمن المدينة
    if not scan.words[at].norm.startswith("ال") or scan.ending("actor", at - 1):
        return True
    quality = scan.cue_at("source_quality", at - 1)
    complete = scan.words[at - 1].norm.startswith("ال") or (quality is not None and not quality.clitics.definite)
    return complete and any(m.form in ("sg", "pl") for m in scan.at("trigger", at))  # أكد مسؤول محلي الهجوم


def _is_denied_act(scan: Scan, at: int) -> bool:
    """Whether an act stands where a name might: نفى اعتقال أي متظاهرة."""
    acts = [match for match in scan.at("trigger", at) if match.form in ("sg", "pl") and not match.clitics.definite]
    return bool(acts) and not has_source_head(scan, at) and not scan.at("person", at)


def _is_group(head: Match) -> bool:
    """Whether a noun is that of one armed group: جبهة، حركة."""
    return bool(head.payload.value == "armed_group") and head.form == "sg"


def _is_movement(scan: Scan, first: int, at: int) -> bool:
    """Whether an act is what a movement or front is called after: جبهة تحرير السهل."""
    head = scan.cue_at("source", first) if at == first + 1 else None
    if head is None or head.clitics.definite or not (_is_group(head) or scan.words[first].norm == "قوات"):
        return False
    return scan.words[at].norm == "تحرير" and at + 1 < len(scan.words) and scan.words[at + 1].norm.startswith("ال")


def _is_publisher(scan: Scan, at: int, publisher: frozenset[str]) -> bool:
    """Whether the name of the publishing outlet begins at a word, with ل or without."""
    head = scan.words[at].norm
    heads = {head, head.removeprefix("ل"), f"ا{head}" if head.startswith("لل") else head}
    for name in publisher:
        begin, *rest = name.split()
        if begin in heads and [word.norm for word in scan.words[at + 1 : at + 1 + len(rest)]] == rest:
            return True
    return False


#: The longest name of a source, in words.
LONGEST: Final = 16
#: The longest title or house behind the comma of a name, in words: فلان، نائب مدير قسم ... في منظمة ...
_APPOSED: Final = 12
_COMMAS: Final = frozenset("،,")


def past_apposed(scan: Scan, at: int, publisher: frozenset[str]) -> int:
    """Where a name ends that goes on behind a comma: قال المتحدث باسم الجيش، العميد فلان الفلاني، إن."""
    if _COMMAS.isdisjoint(scan.words[at].before):
        return at
    if scan.cue_at("source", at) is None and _begins_event(scan, at):
        return at  # أعلنت المنظمة، نزوح 340 شخصا
    titled = scan.cue_at("source", at) is not None  # فلان، مدير المشفى في المدينة، إن
    if not titled and any(isinstance(m.form, str) and m.payload.strength == "harm" for m in scan.at("trigger", at)):
        return at  # أعلنت الوزارة، مقتل ثلاثة جنود
    for end in range(at, min(at + (LONGEST if titled else _APPOSED), len(scan.words))):
        word = scan.words[end]
        if end > at and any(mark in QUOTES for mark in word.before) and is_long_quote(scan, end):
            return end  # فلان، مدير المنظمة "يجب على السلطات أن ..."
        if word.norm in COMPLEMENTIZERS or ":" in word.before or (end > at + 1 and not _COMMAS.isdisjoint(word.before)):
            return end
        if _is_publisher(scan, end, publisher) or addressed(scan, end):
            return end
        if end in scan.dated or (end == at and word.norm[:1] == "و") or _ends_apposition(scan, end):
            return at
        if any(m.clitics.prep == "ب" and isinstance(m.form, str) for m in scan.at("trigger", end)):
            return at  # اتهمت اللجنة، قوات المنطقة بقصف السوق
        his = (titled and word.norm == "في") or (end == at and word.norm in ("في", "من") and scan.at("actor", end + 1))
        if word.norm in PREPOSITIONS and not his:
            return at
    return at


def _ends_apposition(scan: Scan, at: int) -> bool:
    """Whether a cue or a past verb tells that what stands behind a comma is no title."""
    if any(scan.cue_at(name, at) for name in ("name_stop", "say", "boundary", "topic", "adverb", "according")):
        return True
    return any(m.form.tense == "past" and not m.clitics.prep for m in happening_verbs(scan.at("verb", at)))
