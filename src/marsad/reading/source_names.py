"""The words that name who speaks: where the name before or behind a verb of saying begins and ends."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from marsad.arabic.folding import fold
from marsad.arabic.tokens import QUOTES
from marsad.knowledge.entries import Cue
from marsad.knowledge.lexicon import Match
from marsad.model import Source
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

#: The first and the last word of a name.
Name = tuple[int, int]

#: The longest name of a source, in words.
_LONGEST: Final = 16

#: The longest title or house behind the comma of a name, in words: فلان، نائب مدير قسم ... في منظمة ...
_APPOSED: Final = 12

#: The longest name that stands before its verb: of more words most tell something else.
_LONGEST_BEFORE: Final = 9

#: The longest name of an outlet that stands before who speaks to it, in words.
_ADDRESS: Final = 6

#: The longest name of a country or capital, in words.
_CAPITAL: Final = 3

#: The longest name that no file knows, in words, and how far behind a verb who speaks may stand behind his object.
_UNKNOWN: Final = 3
_ACT_REACH: Final = 7

#: What a name that no file knows is not.
_TOLD: Final = frozenset(("trigger", "verb", "weapon", "cue", "force", "place_cue", "actor", "outlet"))

_COMMAS: Final = frozenset("،,")
_PARTING: Final = frozenset("،,؛;–—(")
_BRACKETS: Final = frozenset(' ()"«»')

_PRONOUNS: Final = word_set("source_names", "pronouns")

_SEVERAL: Final = word_set("source_names", "several")

_OBJECTS: Final = word_set("source_names", "objects")

#: What may stand between a verb and who says it: أوضح ذلك الوزير، ما أفاد به الدفاع المدني.
_BEFORE_NAMES: Final = _PRONOUNS | {"ذلك"}

#: Prepositions that quotation marks part from their word: بـ"القضاء".
_GLUED: Final = frozenset(("ب", "وب", "فب"))

_NEWS: Final = word_set("source_names", "news")

AMONG: Final = word_set("source_names", "among")

#: Which toll or account it is: أشارت آخر حصيلة، وفق أحدث إحصائية.
_LATEST: Final = frozenset(("اخر", "احدث"))

_SO: Final = word_set("source_names", "so")

_OPENERS: Final = word_set("source_names", "openers")

_NAMED: Final = frozenset(("place", "actor", "outlet", "country", "metonym", "force", "person"))

#: Verbal nouns of the derived forms, told by their shape (استخدام، انفجار، ارتفاع); some are given names too.
_ACT: Final = re.compile(r"ب?(?:ا.[تطد].ا.|ان..ا.|است..ا.|است.ا.ه)(?:ات)?")
_ACT_IV: Final = re.compile("ب?إ(?:..ا.|.ا.ة)")
#: The fifth form is a name's shape, too: only with the preposition that goes with it (التوصل إلى).
_ACT_V: Final = re.compile("الت...")
_NO_ACTS: Final = word_set("source_names", "no_acts")


def opens_speech(scan: Scan, at: int, *, strict: bool) -> bool:
    """Whether what follows is what is said: that ..., a colon, a quotation; if not strict, after إلى/عن/على."""
    for offset, word in enumerate(scan.words[at : at + 8]):
        if opens_speech_at(scan, at + offset) or (not strict and _opens_quotation(scan, at + offset)):
            return True
        if offset and at + offset in scan.commas and scan.cue_at("say", at + offset):
            return False  # أكمل الجيش استعداداته، محذرا من أن
        if offset > 3:
            continue
        if not strict and (word.norm in ("الي", "عن", "علي") or any(mark in QUOTES for mark in word.before)):
            return True
    return False


def _opens_quotation(scan: Scan, at: int) -> bool:
    """Whether a quotation of some length begins at a word, or one that goes on behind the sentence."""
    if not any(mark in OPENING for mark in scan.words[at].before):
        return False
    last = next((last for first, last in scan.quoted if first == at), None)
    if last is not None:
        return last - at >= _QUOTATION
    rest = scan.text[scan.words[at].start : scan.sentence.end]
    return not any(mark in rest for mark in CLOSING)


OPENING: Final = frozenset('«“"')
CLOSING: Final = frozenset('»”"')
#: From so many words on quotation marks hold speech, and no name.
_QUOTATION: Final = 4


def opens_speech_at(scan: Scan, at: int) -> bool:
    """Whether what is said begins at a word: that ..., or behind a colon."""
    word = scan.words[at]
    return word.norm in COMPLEMENTIZERS or ":" in word.before


def has_source_head(scan: Scan, at: int, *, known: bool = False) -> bool:
    """Whether a word heads a source; `known` asks for one that reports by trade or has been a voice before."""
    if scan.cue_at("source", at) or scan.at("outlet", at):
        return True
    if not known:
        return bool(scan.at("actor", at) or scan.at("metonym", at))
    taken_up = scan.cue_at("same_voice", at)
    if taken_up is not None and taken_up.clitics.definite:
        return True
    return any(m.payload.type in ("monitor", "international", "alliance", "civil") for m in scan.at("actor", at))


def name_after(
    scan: Scan,
    start: int,
    publisher: frozenset[str] = frozenset(),
    *,
    until: str = "",
    telling: bool = False,
    owned: bool = False,
) -> tuple[Name | None, int]:
    """The words of the name that follows a verb of saying, and the last word looked at.

    `publisher` are the names of the outlet: it is spoken to, and no part of the name (مصدر أمني «بيروت اليوم»). `until`
    is a preposition that ends the name; behind a verb of `telling` so does who is told. `owned` is a name that "to" may
    be written together with (وفقا لوكالة الأنباء).
    """
    words = scan.words
    dated = scan.dated
    adverbs = _adverbs(scan)
    at = first = _first_of_name(scan, start, adverbs, owned=owned)
    if _is_quoted_act(scan, first) or _is_means(scan, first):
        return None, start - 1
    if first < len(words) and _goes_on_doing(scan, first):
        return None, start - 1  # كشفت ودمرت مفارز الجيش
    head = scan.cue_at("source", first) if first < len(words) else None
    inside = head.last if head is not None else -1  # عناصر إنقاذ, two words
    while at < len(words) and at - first < _LONGEST:
        if first < at <= inside or (at in scan.named and at > first) or _is_ali(scan, at):
            at += 1
            continue
        if at == first + 1 and words[at].norm in AMONG and words[at].norm[:4] != "باسم":
            at += 1
            break
        if at > first and (so_called := scan.cue_at("framing", at)) and so_called.payload.value == "so_called":
            at = so_called.last + 1  # المتحدث باسم ما يسمى «التحالف»
            continue
        if at in dated or _stops(scan, at) or words[at].norm == until or (at > first and at in adverbs):
            break
        if _ends_name(scan, at, first):
            stated = scan.cue_at("document", at - 1) is not None  # بحسب البيان، أجهزة وأسلحة
            at = _apposed(scan, at, publisher) if at > first and not stated else at
            break
        if at > first and (_publishes(scan, at, publisher) or _begins_object(scan, at) or _is_mourning(scan, at)):
            break
        if at > first and (_is_told_of(scan, at) if telling else _is_given_to(scan, at)):
            break
        if at > first + 1 and _is_warned(scan, at):
            break
        owner = (owned and at == first) or (at == first + 1 and scan.cue_at("document", first) is not None)
        told = _begins_event(scan, at) if at > first else _denied_act(scan, at)
        if (addressed(scan, at) and not owner) or (told and not _is_movement(scan, first, at)):
            break
        at += 1
    while at - 1 > first and (words[at - 1].norm in PREPOSITIONS or words[at - 1].norm in _WHOSE):
        at -= 1
    return ((first, at - 1) if at > first else None), max(at - 1, start - 1)


def _goes_on_doing(scan: Scan, at: int) -> bool:
    """Whether a second verb of those who act stands where a name might: كشفت ودمرت مفارز الجيش, not أعلن وزير."""
    if has_source_head(scan, at) or at in scan.named:
        return False
    return any(m.clitics.lead == "و" and m.form.tense == "past" for m in _acts(scan.at("verb", at)))


_WHOSE: Final = word_set("source_names", "whose")


def _first_of_name(scan: Scan, start: int, adverbs: set[int], *, owned: bool) -> int:
    """Where a name begins behind a verb of saying: past when it was said, and past the outlet that was spoken to."""
    words, at = scan.words, _past_issued(scan, start)
    while at < len(words) and (at in scan.dated or at in adverbs or words[at].norm in _BEFORE_NAMES):
        at += 1
    if at < len(words) and words[at].norm in _NEWS and has_source_head(scan, at + 1):
        at += 1
    if at + 1 < len(words) and words[at].norm in _LATEST and scan.cue_at("document", at + 1) is not None:
        at += 1
    behind = _past_so_called(scan, at)
    if behind:
        return behind
    if not owned:
        return _past_addressed(scan, at)
    if at < len(words) and words[at].norm == "ل":
        at += 1  # وفقا لـ«فرانس برس»
    return at


def _past_so_called(scan: Scan, at: int) -> int:
    """The word behind "what is called", 0 where that does not stand at a word: أعلنت ما تسمى بـ«قوات النصر»."""
    framing = scan.cue_at("framing", at)
    if framing is None or framing.payload.value != "so_called":
        return 0
    behind = framing.last + 1
    if behind + 1 >= len(scan.words):
        return 0
    if scan.words[behind].norm == "ب":
        behind += 1
    return behind


def _is_quoted_act(scan: Scan, at: int) -> bool:
    """Whether a quotation begins with a verb, and no name: وأضاف "اشتبكت قواتنا مع المهاجمين"."""
    if at >= len(scan.words) or not any(mark in QUOTES for mark in scan.words[at].before):
        return False
    if _long_quote(scan, at) and any(m.form.tense == "present" for m in _acts(scan.at("verb", at + 2))):
        return True  # وأضاف "الجماعات المسلحة تنتقل من مكان إلى آخر"
    verbs = [m for m in _acts(scan.at("verb", at)) if m.form.tense == "past" and not m.clitics.prep]
    return bool(verbs) and not (has_source_head(scan, at) or at in scan.named)


def _is_means(scan: Scan, at: int) -> bool:
    """Whether a word only tells by what it was said: أعلنت أمس بتغريدة على حسابها أن."""
    document = scan.cue_at("document", at) if at < len(scan.words) else None
    return document is not None and document.clitics.prep == "ب"


def _past_issued(scan: Scan, at: int) -> int:
    """Where who issued a document is named: حصيلة صادرة عن وزارة الصحة، نص الشكوى التي وزعتها الوزارة."""
    norms = [word.norm for word in scan.words[at : at + 6]]
    if not any(scan.cue_at("document", word) for word in (at, at + 1)):
        return at
    for offset, (one, other) in enumerate(itertools.pairwise(norms)):
        issued = (one in ("صادر", "صادره", "الصادر", "الصادره") and other == "عن") or (
            one in ("التي", "الذي") and other.endswith(("ه", "ها"))
        )
        if issued and has_source_head(scan, at + offset + 2):
            return at + offset + 2
    return at


def _past_addressed(scan: Scan, at: int) -> int:
    """Where who speaks is named behind the outlet that is spoken to: كشف لـ«المدينة» مصدر أمني أن."""
    if at >= len(scan.words) or not addressed(scan, at):
        return at
    for word in range(at + 1, min(at + _ADDRESS, len(scan.words))):
        if opens_speech_at(scan, word):
            return at
        head = scan.cue_at("source", word) if word not in scan.named and not scan.at("outlet", word) else None
        told = any(mark in QUOTES for mark in scan.words[word].before) or scan.ending("outlet", word - 1)
        if head is not None and (told or not head.clitics.definite):
            return word
    return at


def _is_told_of(scan: Scan, at: int) -> bool:
    """Whether the object of telling begins at a word: an outlet or observatory, or a name in quotation marks."""
    head = scan.cue_at("source", at)
    if scan.at("outlet", at) or (head is not None and head.payload.value in ("agency", "media", "monitor")):
        return True
    return any(mark in QUOTES for mark in scan.words[at].before)


def _is_warned(scan: Scan, at: int) -> bool:
    """Whether a country begins that somebody speaks to, whose own name is before it: حذر الرئيس فلان الفلاني إيران."""
    if not (scan.at("country", at) or scan.at("metonym", at)) or scan.words[at].norm.startswith("ال"):
        return False
    before = scan.words[at - 1].norm
    named = before.startswith("ال") or any(match.sort in _TOLD or match.sort == "place" for match in scan.here(at - 1))
    named = named and not scan.ending("actor", at - 1)  # الأمم المتحدة
    follows = at + 1 < len(scan.words) and scan.words[at + 1].norm in ("من", "بانه", "بانها", "بان", "الي")
    return follows and not named


def _is_given_to(scan: Scan, at: int) -> bool:
    """Whether a news agency that was told begins behind a name without ل: أفاد مصدر أمني وكالة الأناضول."""
    head = scan.cue_at("source", at)
    if head is None or head.payload.value != "agency" or head.clitics.prep or head.clitics.lead:
        return False
    return scan.cue_at("source_quality", at - 1) is not None


def _adverbs(scan: Scan) -> set[int]:
    return {at for cue in scan.cue("adverb") for at in range(cue.first, cue.last + 1)}


def _stops(scan: Scan, at: int) -> bool:
    """Words that stand in no name and begin what is said."""
    norm = scan.words[at].norm
    if norm in COMPLEMENTIZERS or norm in _SO or norm in _PRONOUNS:
        return True
    if norm == "من" and at + 1 < len(scan.words) and scan.words[at + 1].norm in COMPLEMENTIZERS:
        return True  # حذر مصدر عسكري من أن
    if (said := scan.cue_at("say", at)) and said.form == "phrase":
        return True  # أردف قائلا
    stop = scan.cue_at("name_stop", at)
    if stop is not None and stop.clitics.lead and scan.cue_at("source", at):
        stop = None  # والي is a governor, and no "and to"
    if norm == "لدي" and at and scan.at("actor", at + 1):
        stop = None  # مستشارة الإعلام لدى اللجنة الدولية
    if stop is not None and stop.clitics.definite and scan.cue_at("source", at) and scan.cue_at("source", at - 1):
        stop = None  # خدمات الإسعاف
    return bool(stop or scan.cue_at("according", at)) or _is_his(scan, at)


def _is_ali(scan: Scan, at: int) -> bool:
    """Whether علي is somebody's name: written with ي, and nothing behind it that one speaks about."""
    word = scan.words[at]
    if word.norm != "علي" or scan.text[word.end - 1] != "ي" or at + 1 >= len(scan.words):
        return False
    if scan.words[at + 1].norm in COMPLEMENTIZERS or scan.at("trigger", at + 1):
        return False
    return not (scan.cue_at("name_stop", at + 1) or scan.cue_at("thing", at + 1))


def _begins_object(scan: Scan, at: int) -> bool:
    """Whether a verbal noun begins what is spoken of behind a name that is complete: نفى قائد الشرطة استخدام الرصاص."""
    after = scan.words[at + 1].norm if at + 1 < len(scan.words) else ""
    if _ACT_V.fullmatch(scan.words[at].norm) and after in ("الي", "من", "عن", "علي"):
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
    return bool(_ACT.fullmatch(word.norm) or _ACT_IV.fullmatch(scan.text[word.start : word.end]))


def _is_mourning(scan: Scan, at: int) -> bool:
    """Whether mourning is announced, and nobody's name goes on: أعلنت الحكومة الحداد ليومين."""
    after = scan.words[at + 1].norm if at + 1 < len(scan.words) else ""
    told = after[:1] in ("ل", "ث") or after in _MOURNED
    return scan.words[at].norm == "الحداد" and told and at > 0


_MOURNED: Final = word_set("source_names", "mourned")


def _known(scan: Scan, at: int) -> bool:
    """Whether a word is a name or an institution: المتحدث بالجيش."""
    return any(m.sort in _NAMED for m in scan.here(at)) or scan.cue_at("source", at) is not None


def _publishes(scan: Scan, at: int, publisher: frozenset[str]) -> bool:
    """Whether the name of the publishing outlet begins at a word, with ل or without."""
    head = scan.words[at].norm
    heads = {head, head.removeprefix("ل"), f"ا{head}" if head.startswith("لل") else head}
    for name in publisher:
        begin, *rest = name.split()
        if begin in heads and [word.norm for word in scan.words[at + 1 : at + 1 + len(rest)]] == rest:
            return True
    return False


def _apposed(scan: Scan, at: int, publisher: frozenset[str]) -> int:
    """Where a name ends that goes on behind a comma: قال المتحدث باسم الجيش، العميد فلان الفلاني، إن."""
    if _COMMAS.isdisjoint(scan.words[at].before):
        return at
    if scan.cue_at("source", at) is None and _begins_event(scan, at):
        return at  # أعلنت المنظمة، نزوح 340 شخصا
    titled = scan.cue_at("source", at) is not None  # فلان، مدير المشفى في المدينة، إن
    if not titled and any(isinstance(m.form, str) and m.payload.strength == "harm" for m in scan.at("trigger", at)):
        return at  # أعلنت الوزارة، مقتل ثلاثة جنود
    for end in range(at, min(at + (_LONGEST if titled else _APPOSED), len(scan.words))):
        word = scan.words[end]
        if end > at and any(mark in QUOTES for mark in word.before) and _long_quote(scan, end):
            return end  # فلان، مدير المنظمة "يجب على السلطات أن ..."
        if word.norm in COMPLEMENTIZERS or ":" in word.before or (end > at + 1 and not _COMMAS.isdisjoint(word.before)):
            return end
        if _publishes(scan, end, publisher) or addressed(scan, end):
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
    if any(scan.cue_at(name, at) for name in ("name_stop", "say", "boundary", "topic", "adverb", "according")):
        return True
    return any(m.form.tense == "past" and not m.clitics.prep for m in _acts(scan.at("verb", at)))


def _ends_name(scan: Scan, at: int, first: int) -> bool:
    """Marks and prepositions before which a name ends."""
    word = scan.words[at]
    if word.norm in PREPOSITIONS and (at == first or _on_occasion(scan, at)):
        return True
    if ":" in word.before:
        return True
    if at == first:
        return False
    if word.norm in _GLUED and at + 1 < len(scan.words) and not QUOTES.isdisjoint(scan.words[at + 1].before):
        return True  # أفاد بيان عسكري بـ"القضاء" على
    if word.norm in _OBJECTS or _counts_what_follows(scan, at):
        return True
    if not _PARTING.isdisjoint(word.before):
        return True
    if _is_accusative(scan, at) and not (_is_accusative(scan, first) or at - 1 in scan.numerals):
        return True  # an adverb or the object: نفى المصدر نفياً قاطعاً، نشرت الوكالة خبراً
    if _is_act_of(scan, at):
        return True
    return any(mark in QUOTES for mark in word.before) and (_long_quote(scan, at) or _is_left_open(scan, at))


def _is_left_open(scan: Scan, at: int) -> bool:
    """Whether a quotation opens right before a word that closes in no word of the sentence: فلان "نحن وراء الهجوم."""
    pairs = [last for first, last in scan.quoted if first == at]
    if pairs:
        return pairs[-1] == len(scan.words) - 1 and QUOTES.isdisjoint(scan.text[scan.words[-1].end : scan.sentence.end])
    start = scan.words[at].start
    return start > 0 and scan.text[start - 1] in QUOTES and scan.text[start - 1] not in "»”"


def _counts_what_follows(scan: Scan, at: int) -> bool:
    """Whether a number behind a name counts what is told: سجل المرصد 13 غارة, but not اللواء 444 قتال."""
    if at not in scan.numerals or not scan.words[at].norm[:1].isdigit() or scan.ending("force", at - 1):
        return False
    behind = at + 1
    if behind >= len(scan.words) or scan.words[behind].before.strip():
        return False
    noun = scan.words[behind]
    if scan.text[noun.start : noun.end].endswith(("اً", "ًا", "ةً")):
        return True
    return any(scan.at(sort, behind) for sort in ("trigger", "person", "count", "weapon", "adjective"))


def _is_accusative(scan: Scan, at: int) -> bool:
    word = scan.words[at]
    return scan.text[word.start : word.end].endswith(("ًا", "اً"))


def _is_act_of(scan: Scan, at: int) -> bool:
    """Whether a noun with a pronoun tells what one does whose name is complete: أعلن الجيش تحديه."""
    word = scan.words[at]
    if word.marbuta or not word.norm.endswith(("ه", "ها", "هم")) or len(word.norm) < _SHORTEST_ACT:
        return False
    if word.norm[0] == "و" or at in scan.named or scan.cue_at("source", at) or scan.at("person", at):
        return False
    return scan.words[at - 1].norm.startswith("ال") or bool(scan.ending("actor", at - 1))


#: No shorter is a verbal noun with its pronoun.
_SHORTEST_ACT: Final = 4


def _on_occasion(scan: Scan, at: int) -> bool:
    """ "in a statement", "in an interview": not part of a name."""
    if scan.words[at].norm != "في":
        return False
    return at + 1 in scan.dated or scan.cue_at("occasion", at + 1) is not None


def _acts(verbs: Sequence[Match]) -> list[Match]:
    """The verbs among some that tell of a happening, and not that somebody speaks."""
    return [match for match in verbs if type(match.payload) is not Cue]


def _begins_event(scan: Scan, at: int) -> bool:
    """Whether an event begins at a word: not inside a name, at a place (عدن) nor with ال (لجنة المصالحة).

    Behind an actor or the name of an office what is told begins, with ال or without: نفى التنظيم الهجوم.
    """
    if not scan.at("trigger", at) and not _acts(scan.at("verb", at)):
        return False
    if scan.at("place", at) or scan.at("trap", at) or at in scan.named or scan.cue_at("source", at):
        return False  # مدير أمن المدينة
    if not scan.words[at].norm.startswith("ال") or scan.ending("actor", at - 1):
        return True
    quality = scan.cue_at("source_quality", at - 1)
    complete = scan.words[at - 1].norm.startswith("ال") or (quality is not None and not quality.clitics.definite)
    return complete and any(m.form in ("sg", "pl") for m in scan.at("trigger", at))  # أكد مسؤول محلي الهجوم


def _is_movement(scan: Scan, first: int, at: int) -> bool:
    """Whether an act is what a movement or front is called after: جبهة تحرير السهل."""
    head = scan.cue_at("source", first) if at == first + 1 else None
    if head is None or head.payload.value != "armed_group" or head.clitics.definite or head.form != "sg":
        return False
    return scan.words[at].norm == "تحرير" and at + 1 < len(scan.words) and scan.words[at + 1].norm.startswith("ال")


def _denied_act(scan: Scan, at: int) -> bool:
    """Whether an act stands where a name might: نفى اعتقال أي متظاهرة."""
    acts = [match for match in scan.at("trigger", at) if match.form in ("sg", "pl") and not match.clitics.definite]
    return bool(acts) and not has_source_head(scan, at) and not scan.at("person", at)


def _is_his(scan: Scan, at: int) -> bool:
    """Whether a word tells what somebody says or means to do: نفيه، عزمها."""
    for name in ("say", "planned", "matter"):
        cue = scan.cue_at(name, at)
        if cue is not None and cue.clitics.suffix:
            return True
    return False


def addressed(scan: Scan, at: int) -> bool:
    """Whether the outlet that is spoken to begins at a word: قال المصدر لـ"بيروت اليوم"، لوكالة سانا، لشبكتنا."""
    norm = scan.words[at].norm
    if "ل" not in norm[:2]:  # few words are to somebody: و stands before it at most
        return False
    if norm == "ل" or any(match.clitics.prep == "ل" for match in scan.at("outlet", at)):
        return True
    source = scan.cue_at("source", at)
    if source is not None and source.clitics.prep == "ل" and source.payload.value in ("agency", "media", "own"):
        return True
    called = scan.cue_at("addressee", at)
    return called is not None and (not called.payload.value or _is_of_nobody(scan, at))


def _is_of_nobody(scan: Scan, at: int) -> bool:
    """Whether no office goes on at a word: مصادر محلية للشرق الأوسط, but not المبعوث الأميركي للشرق الأوسط."""
    if at == 0 or scan.cue_at("say", at - 1):
        return True
    before = scan.cue_at("source", at - 1) or scan.cue_at("source_quality", at - 1)
    return before is not None and before.last == at - 1 and not before.clitics.definite


def _long_quote(scan: Scan, at: int) -> bool:
    return any(first == at and last - first >= 4 for first, last in scan.quoted)


def name_before(scan: Scan, verb: int) -> Name | None:
    """The words of a name that stands before its verb of saying, at the head of a clause.

    Between the two there may be a comma, or what is said of who speaks: مصدر أمني، طلب عدم ذكر اسمه، قال.
    """
    issued = _issuer(scan, verb)
    if issued is not None:
        return issued
    end = _before_adverbs(scan, verb)
    first = _clause_start(scan, end)
    if first and first in scan.commas and scan.cue_at("name_stop", first):
        end = first
        first = _clause_start(scan, end)
    first = _past_openers(scan, first, end)
    first = _titled_before(scan, first, end)
    first += first < end and scan.words[first].norm in _SEVERAL
    if first >= end or not has_source_head(scan, first) or (end - first > _CAPITAL and _is_capital(scan, first)):
        return None
    if any(first <= dated.first < end for dated in scan.dates) or _is_busy(scan, first, end):
        return None
    last = next((at - 1 for at in range(first + 1, end) if _on_occasion(scan, at) or addressed(scan, at)), end - 1)
    return (first, last) if last - first < _LONGEST_BEFORE else None


def joined_before(scan: Scan, verb: int) -> Name | None:
    """The words of a name that stands with "and" right before its verb, no comma between: تعلن سيطرتها والجيش ينفي."""
    near = range(verb - 1, max(0, verb - _JOINED), -1)
    first = next((at for at in near if is_joined(scan, at)), None)
    return None if first is None or any(first < comma <= verb for comma in scan.commas) else (first, verb - 1)


#: How far before the verb such a name may begin, in words.
_JOINED: Final = 4


def is_joined(scan: Scan, at: int) -> bool:
    """Whether "and" is written together with who may speak: والجيش، وواشنطن."""
    return any(m.clitics.lead == "و" and m.sort in _SPEAKING_SORTS for m in scan.here(at))


_SPEAKING_SORTS: Final = frozenset(("actor", "outlet", "metonym", "force", "country"))


def _issuer(scan: Scan, verb: int) -> Name | None:
    """Who issued the document in which something is said: أصدرت القيادة العامة، اليوم، بيانا أكدت فيه مقتل."""
    if scan.norms(verb + 1, verb + 1) not in ("فيه", "فيها") or not scan.cue_at("document", verb - 1):
        return None
    issued = next((at for at in range(verb - 2, -1, -1) if scan.words[at].norm.removeprefix("و") in _ISSUING), None)
    if issued is None:
        return None
    name, _ = name_after(scan, issued + 1)
    return name if name is not None and name[1] < verb - 1 else None


def issuer_before(scan: Scan, verb: int) -> Name | None:
    """Who issued the paper that a verb joined by "and" goes on with: أصدرت المنظمة اليوم تقريرها، وخلصت إلى أن."""
    near = range(verb - 2, max(-1, verb - _ISSUED), -1)
    issued = next((at for at in near if scan.words[at].norm.removeprefix("و") in _ISSUING), None)
    if issued is None:
        return None
    paper = next((at for at in range(issued + 2, verb) if _is_paper(scan, at)), 0)
    name, _ = name_after(scan, issued + 1)
    return name if name is not None and name[1] < paper and has_source_head(scan, name[0]) else None


def _is_paper(scan: Scan, at: int) -> bool:
    """Whether a word is a paper, his own or not: بيانا، تقريرها."""
    return scan.cue_at("document", at) is not None or scan.words[at].norm.startswith(("تقرير", "بيان", "احصا"))


#: How far before such a verb the paper may be told to be issued, in words.
_ISSUED: Final = 22

_ISSUING: Final = word_set("source_names", "issuing")


def _titled_before(scan: Scan, first: int, end: int) -> int:
    """Where the office begins whose holder is named between commas: وكان محافظ أ، فلان، قال."""
    if first not in scan.commas or first >= end or has_source_head(scan, first) or end not in scan.commas:
        return first
    title = _past_openers(scan, _clause_start(scan, first), first)
    if title < first and has_source_head(scan, title) and end - first <= _TITLED and first - title <= _TITLED:
        return title
    return first


#: The longest office and the longest name between commas behind it, in words.
_TITLED: Final = 6


def unknown_before(scan: Scan, verb: int, known: Sequence[Source]) -> Name | None:
    """A name that no file knows before its verb of saying, at the head of a clause: غير أن دريسكول حذر من أن.

    What begins with ال may be a thing (المعطيات تؤكد أن), unless the name of a voice before has that word.
    """
    end = _before_adverbs(scan, verb)
    first = _past_openers(scan, _clause_start(scan, end), end)
    if not 0 < end - first <= _UNKNOWN or (first and not _heads_clause(scan, first)):
        return None
    words = scan.words[first:end]
    if any(at in scan.numerals or at in scan.dated or _is_told_word(scan, at) for at in range(first, end)):
        return None
    if len(words) == 1 and scan.at("place", first):
        return None
    if words[0].norm.startswith("ال"):
        voiced = any(words[0].norm in fold(source.name).split() for source in known)
        return (first, end - 1) if voiced and len(words) == 1 else None
    return None if words[0].marbuta and len(words) == 1 else (first, end - 1)


def _is_told_word(scan: Scan, at: int) -> bool:
    return any(match.sort in _TOLD for match in scan.here(at))


def _heads_clause(scan: Scan, at: int) -> bool:
    """Whether a clause begins at a word: behind a comma, a conjunction or that."""
    before = scan.words[at - 1].norm
    joined = any(cue.last == at - 1 for name in ("boundary", "topic") for cue in scan.cue(name))
    return at in scan.commas or joined or before in COMPLEMENTIZERS or before in _OPENERS


def name_behind_act(scan: Scan, at: int) -> tuple[Name | None, int]:
    """Who says it behind what he says: نفى سقوط الثكنة متحدث باسم الجيش."""
    if at >= len(scan.words) or not (scan.at("trigger", at) or scan.cue_at("name_stop", at)):
        return None, at - 1
    for word in range(at + 2, min(at + _ACT_REACH, len(scan.words))):
        head = scan.cue_at("source", word)
        if head is None or head.form == "phrase" or head.clitics.definite or head.clitics.prep or head.clitics.lead:
            continue
        complete = scan.words[word - 1].norm.startswith("ال") or scan.ending("place", word - 1)
        if complete and not scan.words[word].norm.endswith("ين"):
            return name_after(scan, word)
    return None, at - 1


def _is_capital(scan: Scan, at: int) -> bool:
    """Whether a word names no more than a country or its capital: what follows it is no part of its name."""
    return bool(scan.at("metonym", at) or scan.at("country", at)) and not scan.cue_at("source", at)


def _before_adverbs(scan: Scan, end: int) -> int:
    """Where a stretch ends without the adverbs and particles at its end: الدفاع المدني بدوره قد."""
    adverbs = _adverbs(scan)
    while end > 0 and (end - 1 in adverbs or scan.words[end - 1].norm in _SO):
        end -= 1
    return end


def _clause_start(scan: Scan, end: int) -> int:
    """Where the clause begins whose last word stands before `end`."""
    for at in range(end - 1, max(0, end - 1 - _LONGEST), -1):
        if (at in scan.commas and not _is_bracketed(scan, at)) or scan.words[at].norm in COMPLEMENTIZERS:
            return at
    return max(0, end - 1 - _LONGEST)


def _is_bracketed(scan: Scan, at: int) -> bool:
    """Whether no more than a bracket stands before a word, as around a name: تنظيم (النصر) تبنى الهجوم."""
    return set(scan.words[at].before) <= _BRACKETS


def _past_openers(scan: Scan, first: int, end: int) -> int:
    """The first word of a clause behind its conjunctions: غير أن، وكان، إلى ذلك."""
    while first < end:
        joint = next((cue for name in ("boundary", "topic", "adverb") if (cue := scan.cue_at(name, first))), None)
        if joint is not None and not scan.cue_at("source", first):
            first = joint.last + 1
        elif scan.words[first].norm in _OPENERS or scan.words[first].norm in COMPLEMENTIZERS or is_label(scan, first):
            first += 1
        else:
            break
    return first


def is_label(scan: Scan, at: int) -> bool:
    """Whether a word before a headline is a time of day or a label: 20:40، عاجل |."""
    return scan.words[at].norm.isdigit() or scan.words[at].norm in _TAGS


_TAGS: Final = word_set("source_names", "tags")


def _is_busy(scan: Scan, first: int, end: int) -> bool:
    """Whether something is told or said between two words."""
    if any(first < cue.first < end and cue.sort == "verb" and cue.payload.value != "soft" for cue in scan.cue("say")):
        return True
    return any(
        first < m.first < end and m.form.tense == "past" and not m.clitics.suffix and m.clitics.prep == ""
        for m in _acts(scan.of("verb"))
    )
