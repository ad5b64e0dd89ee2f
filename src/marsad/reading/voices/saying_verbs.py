"""Whether a word is meant as saying, and what its form shows: a passive, the first person, a report behind it."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.lexicon import Match
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.voices.names_behind import name_after
from marsad.reading.voices.speech_marks import Name, has_source_head, opens_speech
from marsad.reading.word_sets import word_set

_NOT: Final = word_set("saying_verbs", "not")
#: How far behind a verb the toll may stand that it tells anew: رفعت وزارة الصحة في القطاع حصيلة القتلى.
_TOLL_REACH: Final = 9
RELATIVES: Final = word_set("saying_verbs", "relatives")


def is_saying(scan: Scan, match: Match) -> bool:
    """Whether a word is meant as saying: a noun such as قول only with a pronoun, a verb not behind a preposition."""
    before = scan.words[match.first - 1].norm if match.first else ""
    if before == "عدم" or _is_another_word(scan, match, before):
        return False  # فضل عدم ذكر اسمه
    if before in RELATIVES and scan.cue_within(0, match.first - 2, "according"):
        return False  # بحسب تقارير، التي قالت إن
    if match.payload.value in ("", "denied") and before in _NOT:
        return False
    if match.payload.value == "toll":
        return any("حصيله" in word.norm for word in scan.words[match.last + 1 : match.last + _TOLL_REACH])
    if match.form in ("sg", "du", "pl"):
        if match.payload.value == "denied" and who_denies(scan, match):
            return True
        return bool(match.clitics.suffix) or (match.form == "sg" and _announces(scan, match))
    return match.sort != "verb" or _verb_says(scan, match, before)


#: "Worth telling", which a noun is.
_WORTH: Final = frozenset(("تذكر", "يذكر"))


_AMOUNTING: Final = frozenset(("تبلغ", "يبلغ"))
_ABOUT: Final = word_set("saying_verbs", "about")


def _amounts(scan: Scan, at: int) -> bool:
    """Whether a number stands at a word, or "about" before one."""
    return at in scan.numerals or scan.norms(at, at) in _ABOUT


def _is_another_word(scan: Scan, match: Match, before: str) -> bool:
    """Whether a word is only spelt like one of saying: a number, a name, a preposition, a place, another verb."""
    norm = scan.words[match.first].norm
    if scan.is_numeral(match.first) or match.first in scan.named:
        return True  # حركة جيل زاد
    if scan.cue_at("according", match.first) or scan.at("country", match.first):
        return True  # نقلا عن، نيجيريا وتشاد
    if match.payload.lemma == "كشف" and match.form == "sg" and _is_looking_over(scan, match.last):
        return True  # أثناء كشف عناصر من الجيش على مسيرة
    if norm in PREPOSITIONS and (not _that_follows(scan, match.last) or _is_between(scan, match.first)):
        return True  # اشتباكات بين قبيلتين
    if any(not place.payload.needs_cue for place in scan.at("place", match.first)):
        return True  # في تعز
    if norm in _WORTH and not _that_follows(scan, match.last):
        return True  # لم تواجه مقاومة تذكر
    if match.payload.lemma == "توقع" and match.form != "sg" and brings_toll(scan, match.last):
        return True  # هجمات متفرقة توقع قتلى، توقع المواجهات ضحايا
    if norm in _AMOUNTING and _amounts(scan, match.first + 1):
        return True  # حصيلة أولية تبلغ تسعة قتلى
    return norm in ("يقل", "تقل") and before != "لم"  # لا تقل ضراوة عن


#: How far behind a noun of uncovering "on" stands that makes it one of looking over, in words.
_LOOKED_AT: Final = 5


def _is_looking_over(scan: Scan, at: int) -> bool:
    return any(word.norm == "علي" for word in scan.words[at + 1 : at + 1 + _LOOKED_AT])


_BEFORE_NOUNS: Final = PREPOSITIONS | word_set("saying_verbs", "before_nouns")


def _verb_says(scan: Scan, match: Match, before: str) -> bool:
    """Whether a verb is a speech of its own, and neither foreseen nor a noun that is spelt alike."""
    if match.form.tense == "present" and before in ("ان", "بان"):
        return False  # توقعت المصادر أن يعلن الجيش هدنة
    if match.payload.lemma == "ادعى" and match.form.tense == "present":
        return opens_speech(scan, match.last + 1, strict=True) and not _is_called(scan, match)
    soft = match.payload.value == "soft"
    if soft and before in _BEFORE_NOUNS:
        return False  # متخصص في رصد الانتهاكات، تم نشر قوات
    if soft and match.clitics.suffix and not is_behind_according(scan, match.first):
        return False
    return not match.clitics.prep


#: What brings casualties about, and how far behind it they may stand.
_FIGHTS: Final = frozenset(("clash", "attack", "shelling", "air_strike", "explosion"))
_TOLL_BEHIND: Final = 6


def brings_toll(scan: Scan, verb: int) -> bool:
    """Whether casualties stand behind a verb, or behind the fights that are its subject: توقع المواجهات ضحايا."""
    at = verb + 1
    if any(
        m.payload.kind in _FIGHTS and isinstance(m.form, str) and m.clitics.definite for m in scan.at("trigger", at)
    ):
        return any(scan.at("count", behind) for behind in range(at + 1, min(at + _TOLL_BEHIND, len(scan.words))))
    return bool(scan.at("count", at))


_DOING: Final = word_set("saying_verbs", "doing")
#: How far behind such a verb the noun stands that tells what is done, in words.
_DOING_REACH: Final = 8


def who_denies(scan: Scan, match: Match) -> Name | None:
    """Who does what a verbal noun of denial tells: قامت الوزارة بنفي، سارع الجيش إلى نفي."""
    if match.clitics.suffix or match.clitics.definite:
        return None
    glued = match.clitics.prep == "ب" or (match.first > 1 and scan.words[match.first - 1].norm == "الي")
    for at in range(match.first - 1, max(-1, match.first - _DOING_REACH), -1):
        if glued and scan.words[at].norm.removeprefix("و") in _DOING and has_source_head(scan, at + 1):
            name, _ = name_after(scan, at + 1)
            return (name[0], min(name[1], match.first - 1)) if name else None
    return None


_WITH_WORDS: Final = word_set("saying_verbs", "with_words")


def _announces(scan: Scan, match: Match) -> bool:
    """Whether a noun of saying has who says it behind it, and what he says: بعد إعلان التحالف أنه."""
    clitics, at = match.clitics, match.last + 1
    if clitics.definite or clitics.lead or at >= len(scan.words) or not has_source_head(scan, at):
        return False
    before = scan.words[match.first - 1].norm if match.first else ""
    return before in _WITH_WORDS and (_that_follows(scan, match.last) or _act_follows(scan, match))


#: The shortest name behind which such a noun has an act for what is said, in words.
_HOUSE: Final = 2


def _act_follows(scan: Scan, match: Match) -> bool:
    """Whether behind who announces stands what happened: بعد إعلان وزارة الدفاع مقتل جنديين."""
    if match.payload.lemma != "إعلان":
        return False
    name, last = name_after(scan, match.last + 1)
    if name is None or last - name[0] + 1 < _HOUSE:
        return False
    return any(m.form in ("sg", "pl") and m.payload.strength == "harm" for m in scan.at("trigger", last + 1))


def _is_between(scan: Scan, at: int) -> bool:
    """Whether "between" tells the sides of what stands before it, whatever follows: اشتباكات بين أ وب، ورغم أن."""
    return any(m.payload.frame == "mutual" for m in scan.ending("trigger", at - 1))


def _is_called(scan: Scan, match: Match) -> bool:
    """Whether a verb gives somebody's name, and no claim of his: شاب يدعى فلان."""
    following = scan.words[match.last + 1]
    return following.norm not in COMPLEMENTIZERS and scan.text[scan.words[match.last].end - 1] == "ى"


_BUT: Final = word_set("saying_verbs", "but")
#: Within how many words behind a verb of saying that is spelt like another word "that" must stand.
SAID_REACH: Final = 10


def _that_follows(scan: Scan, at: int) -> bool:
    """Whether what is said begins a little behind a word, with "that" or a colon."""
    said = next((cue.first for cue in scan.cue("say") if cue.first > at + 1 and cue.sort == "verb"), len(scan.words))
    following = scan.words[at + 1 : min(at + 1 + SAID_REACH, said)]
    return any(
        (word.norm in COMPLEMENTIZERS and scan.words[here - 1].norm not in _BUT) or ":" in word.before
        for here, word in enumerate(following, at + 1)
    )


def is_behind_according(scan: Scan, verb: int) -> bool:
    """Whether "according to" stands before a verb, with no more than what was said between: وفق حصيلة أعلنها."""
    document = verb - 1
    if document in scan.commas and scan.cue_at("document", document) and not scan.words[document].norm.startswith("و"):
        return True  # قتل ثلاثة، حصيلة أعلنتها الوزارة
    return any(
        verb - 3 <= cue.last < verb and not any(cue.last < comma <= verb for comma in scan.commas)
        for cue in scan.cue("according")
    )


_DAMMA: Final = "\u064f"


def has_damma(scan: Scan, match: Match, tense: str = "past") -> bool:
    """Whether a verb of some tense is written with the vowel of the passive: ذُكر، أُعلن، يُتوقع."""
    if not isinstance(match.form, VerbForm) or match.form.tense != tense:
        return False
    at = scan.words[match.first].start + len(match.clitics.lead) + 1
    return scan.text[at : at + 1] == _DAMMA


def is_first_person(match: Match) -> bool:
    """Whether "we" say it; a past may be "he told us", spelt alike."""
    return isinstance(match.form, VerbForm) and match.form.person[0] == "1" and match.form.tense == "present"
