"""The words that name who speaks behind a verb of saying."""

from __future__ import annotations

import itertools
from typing import Final

from marsad.arabic.tokens import QUOTES
from marsad.reading.scan import PREPOSITIONS, Scan
from marsad.reading.voices.name_ends import (
    LONGEST,
    PRONOUNS,
    begins_another,
    begins_matter,
    ends_name,
    is_ali,
    past_apposed,
    stops_name,
)
from marsad.reading.voices.speech_marks import (
    CLOSING,
    Name,
    addressed,
    adverb_words,
    happening_verbs,
    has_source_head,
    is_long_quote,
    opens_speech_at,
)
from marsad.reading.word_sets import word_set

AMONG: Final = word_set("names_behind", "among")
_WHOSE: Final = word_set("names_behind", "whose")


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
    words, dated, adverbs = scan.words, scan.dated, adverb_words(scan)
    at = first = _first_of_name(scan, start, adverbs, owned=owned)
    if _is_quoted_act(scan, first) or _is_means(scan, first) or _goes_on_doing(scan, first):
        return None, start - 1
    head = scan.cue_at("source", first) if first < len(words) else None
    inside = head.last if head is not None else -1  # عناصر إنقاذ, two words
    while at < len(words) and at - first < LONGEST:
        if first < at <= inside or (at in scan.named and at > first) or is_ali(scan, at):
            at += 1
            continue
        if at == first + 1 and words[at].norm in AMONG and words[at].norm[:4] != "باسم":
            at += 1
            break
        if at > first and (so_called := scan.cue_at("framing", at)) and so_called.payload.value == "so_called":
            at = so_called.last + 1  # المتحدث باسم ما يسمى «التحالف»
            continue
        if at in dated or stops_name(scan, at) or words[at].norm == until or (at > first and at in adverbs):
            break
        if ends_name(scan, at, first):
            stated = scan.cue_at("document", at - 1) is not None  # بحسب البيان، أجهزة وأسلحة
            at = past_apposed(scan, at, publisher) if at > first and not stated else at
            break
        if begins_another(scan, at, first, publisher, telling=telling) or begins_matter(scan, at, first, owned=owned):
            break
        at += 1
    while at - 1 > first and (words[at - 1].norm in PREPOSITIONS or words[at - 1].norm in _WHOSE):
        if scan.text[words[at - 1].end : words[at - 1].end + 1] in CLOSING:
            break  # وكالة "أ ف ب"
        at -= 1
    return ((first, at - 1) if at > first else None), max(at - 1, start - 1)


def _goes_on_doing(scan: Scan, at: int) -> bool:
    """Whether a second verb of those who act stands where a name might: كشفت ودمرت مفارز الجيش, not أعلن وزير."""
    if at >= len(scan.words) or has_source_head(scan, at) or at in scan.named:
        return False
    return any(m.clitics.lead == "و" and m.form.tense == "past" for m in happening_verbs(scan.at("verb", at)))


#: What may stand between a verb and who says it: أوضح ذلك الوزير، ما أفاد به الدفاع المدني.
_BEFORE_NAMES: Final = PRONOUNS | {"ذلك"}
_NEWS: Final = word_set("names_behind", "news")
#: Which toll or account it is: أشارت آخر حصيلة، وفق أحدث إحصائية.
_LATEST: Final = frozenset(("اخر", "احدث"))


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
    if is_long_quote(scan, at) and any(m.form.tense == "present" for m in happening_verbs(scan.at("verb", at + 2))):
        return True  # وأضاف "الجماعات المسلحة تنتقل من مكان إلى آخر"
    verbs = [m for m in happening_verbs(scan.at("verb", at)) if m.form.tense == "past" and not m.clitics.prep]
    return bool(verbs) and not (has_source_head(scan, at) or at in scan.named)


def _is_means(scan: Scan, at: int) -> bool:
    """Whether a word only tells by what it was said: أعلنت أمس بتغريدة على حسابها أن."""
    document = scan.cue_at("document", at) if at < len(scan.words) else None
    return document is not None and document.clitics.prep == "ب"


_ISSUED: Final = word_set("names_behind", "issued")


def _past_issued(scan: Scan, at: int) -> int:
    """Where who issued a document is named: حصيلة صادرة عن وزارة الصحة، نص الشكوى التي وزعتها الوزارة."""
    norms = [word.norm for word in scan.words[at : at + 6]]
    if not any(scan.cue_at("document", word) for word in (at, at + 1)):
        return at
    for offset, (one, other) in enumerate(itertools.pairwise(norms)):
        issued = (one in _ISSUED and other == "عن") or (one in ("التي", "الذي") and other.endswith(("ه", "ها")))
        if issued and has_source_head(scan, at + offset + 2):
            return at + offset + 2
    return at


#: The longest name of an outlet that stands before who speaks to it, in words.
_ADDRESS: Final = 6


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


#: How far behind a verb who speaks may stand behind his object, in words.
_ACT_REACH: Final = 7


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
