"""Who says what a verb of saying tells."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from marsad.arabic.folding import fold
from marsad.knowledge.entries import Cue
from marsad.knowledge.lexicon import Match
from marsad.model import Source
from marsad.reading.scan import COMPLEMENTIZERS, NOBODY, Scan
from marsad.reading.voices.addressees import TELLING
from marsad.reading.voices.going_on import IN_IT, who_goes_on
from marsad.reading.voices.names_before import issuer_before, joined_before, name_before, unknown_before
from marsad.reading.voices.names_behind import name_after, name_behind_act
from marsad.reading.voices.saying_verbs import has_damma, is_behind_according, is_first_person, who_denies
from marsad.reading.voices.sources import Speakers, resolve
from marsad.reading.voices.speech_marks import Name, has_source_head, opens_speech
from marsad.reading.voices.voices import Voice, carried, is_outlet
from marsad.reading.word_sets import word_set

#: What leads from who warns to what he warns of: حذر المبعوث من التصعيد.
_WARNED_OF: Final = {"حذر": "من"}


def names_around(scan: Scan, match: Match, speakers: Speakers) -> tuple[Name | None, Name | None, int]:
    """The name before a verb of saying or the one behind it, and the word at which what is said may begin."""
    behind = match.last + 1
    if match.form == "phrase" or is_first_person(match):  # "adding that", "we deny": the voice before goes on
        return None, None, behind
    if match.form == "sg" and match.payload.value == "denied" and (doer := who_denies(scan, match)):
        return doer, None, behind
    relay, _, preposition = match.payload.value.partition(" ")
    until = fold(preposition) if relay == "relay" else _WARNED_OF.get(match.payload.lemma, "")
    told = match.payload.lemma in TELLING
    after, last = name_after(scan, behind, speakers.publisher, until=until, telling=told)
    before = None if match.clitics.lead == "و" else name_before(scan, match.first) or _foreseer(scan, match)
    before = before or _who_had(scan, match, speakers)
    if match.clitics.lead == "و" and after is None and opens_speech(scan, behind, strict=True):
        before = issuer_before(scan, match.first)
    soft = match.payload.value == "soft"
    if soft and before is not None and _is_told(scan, before) and not opens_speech(scan, behind, strict=True):
        before = None  # said that the police went on searching
    denied = match.payload.value == "denied"
    if denied and before is None and match.last + 1 == len(scan.words):
        before = joined_before(scan, match.first)
    if before is not None and (told or (denied and scan.cue_at("report", behind))):
        return before, None, behind
    if after is not None and (before is None or _is_speaker(scan, after)):
        return None, after, last + 1
    if before is None and after is None and not match.clitics.lead and opens_speech(scan, behind, strict=True):
        before = unknown_before(scan, match.first, speakers.known)
    if before is None and after is None and not match.clitics.suffix:
        after, last = name_behind_act(scan, behind)
    return (before, None, behind) if before is not None else (None, after, last + 1)


#: How many words a source without a name has at the most: مصدر عسكري حكومي رفيع.
_NAMELESS: Final = 4


def _foreseer(scan: Scan, match: Match) -> Name | None:
    """Of whom "according to" is said and a verb behind him: بحسب مصدر عسكري توقع كذلك أن."""
    if match.sort != "verb" or match.clitics.suffix:
        return None
    near = (cue.last + 1 for cue in scan.cue("according") if match.first - _NAMELESS <= cue.last + 1 < match.first)
    first = next(near, None)
    if first is None or not scan.cue_at("source", first) or scan.cue_at("document", first):
        return None
    between = range(first, match.first)
    plain = not any(scan.words[at].norm.startswith("ال") or at in scan.commas for at in between)
    return (first, match.first - 1) if plain else None


_HAD: Final = word_set("said_by", "had")


def _who_had(scan: Scan, match: Match, speakers: Speakers) -> Name | None:
    """Who "had" said it, whatever is told of him between: كانت صحف محلية، من بينها صحيفة أ، قد أفادت بأن."""
    if match.first < 3 or match.sort != "verb" or scan.words[match.first - 1].norm != "قد":
        return None
    if scan.words[0].norm not in _HAD or not has_source_head(scan, 1):
        return None
    name, last = name_after(scan, 1, speakers.publisher)
    return name if last < match.first - 1 else None


def _is_told(scan: Scan, name: Name) -> bool:
    """Whether a name stands where somebody else's speech begins: قالت الوكالة إن الجيش أعلن."""
    before = name[0] - 1
    if before < 0 or scan.words[before].norm not in COMPLEMENTIZERS:
        return False
    return not any(cue.last == before for cue in scan.cue("boundary"))  # غير أن


def _is_speaker(scan: Scan, name: Name) -> bool:
    """Whether words behind a verb of saying are its subject: a source, or somebody whose speech follows at once."""
    first, last = name
    if has_source_head(scan, first) or scan.at("person", first):
        return True
    return opens_speech(scan, last + 1, strict=True)


#: Those who rather do than say what "record" or "publish" tells of them: نشرت الشرطة حاجزين.
_ACTING: Final = ("person", "official", "armed_group")
#: Verbs that mean speech of whoever does it: تحدث الناطق باسم الجيش عن.
_SPEAKING: Final = ("تحدث", "كتب", "قدر")
#: Verbs of going on, with speech or with anything else.
_ONGOING: Final = frozenset(("واصل", "تابع"))


def chain_of(
    scan: Scan, match: Match, name: Name | None, behind: int, speakers: Speakers, voices: list[Voice]
) -> tuple[Source, ...] | None:
    """Who says it, from the nearest outwards; none where nothing is said or nobody says it."""
    cue: Cue = match.payload
    if name and scan.words[name[0]].norm in NOBODY and (name[0] == name[1] or scan.words[name[0]].norm == "اي"):
        return None
    relay, _, preposition = cue.value.partition(" ")
    soft = cue.value == "soft"
    opens = opens_speech(scan, behind, strict=soft or relay == "relay")
    inside = match.last + 1 < len(scan.words) and scan.words[match.last + 1].norm in IN_IT
    sure = opens or cue.value == "denied" or (inside and not name) or (name is None and _is_but_he(scan, match))
    if cue.lemma in _ONGOING and not opens:
        return None  # واصل السائق القيادة
    heard = name is not None and (inside or has_source_head(scan, name[0], known=True) or _is_called_so(scan, name))
    if soft and not heard and name is not None and cue.lemma in _SPEAKING:
        one_of = scan.words[name[0]].norm in ("احد", "احدي")  # تحدث أحد السكان عن
        heard = has_source_head(scan, name[0] + one_of) and scan.norms(name[1] + 1, name[1] + 1) == "عن"
    if soft and not opens and not heard:
        return None
    if name is None and _nobody_says(scan, match, speakers):
        return None
    if _tells_of_what_is_before(match) and not (opens or is_behind_according(scan, match.first)):
        return None
    chain = resolve(scan, name, speakers, sure=sure)
    doing = not opens and cue.lemma not in _SPEAKING
    if soft and chain and chain[0] not in speakers.last and chain[0].kind in (_ACTING if doing else ("person",)):
        return None
    if relay == "relay" and match.clitics.suffix and voices and not is_behind_according(scan, match.first):
        return chain if chain and is_outlet(chain) else None  # في تصريح نقلته الوكالة
    if relay == "relay":
        return _relayed(scan, match, behind, preposition, chain, speakers)
    if chain is None and not sure:
        return None
    if chain is None:
        return who_goes_on(scan, match, speakers, voices)
    if name and voices and name[0] < match.first and _is_told(scan, name):
        return carried(chain, voices[-1].chain)
    return chain


_BUT_HE: Final = word_set("said_by", "but_he")


def _is_but_he(scan: Scan, match: Match) -> bool:
    """Whether "but he" stands before a verb of saying: whoever acts before goes on (لم يعلن الجيش حصيلة، لكنه أكد)."""
    return match.first > 0 and match.sort == "verb" and scan.words[match.first - 1].norm in _BUT_HE


def _is_called_so(scan: Scan, name: Name) -> bool:
    """Whether a toll or an account is called official or the like, or somebody's: حصيلة رسمية، دراسة أعدتها جامعة."""
    if scan.cue_at("document", name[0]) is None or name[0] == name[1]:
        return False
    behind = scan.words[name[0] + 1]
    issued = behind.norm.endswith("ها") and name[0] + 1 < name[1]
    return issued or scan.cue_at("source_quality", name[0] + 1) is not None


def _nobody_says(scan: Scan, match: Match, speakers: Speakers) -> bool:
    """Whether a verb without a name is a passive that names nobody: قيل إن, and ذكر أن where nobody has spoken."""
    passive = scan.cue_at("say_passive", match.first)
    if passive is None or passive.payload.value != "unspecified":
        return has_damma(scan, match) and not match.payload.value.startswith("relay")
    return not speakers.last or passive.last == passive.first or has_damma(scan, match)


def _tells_of_what_is_before(match: Match) -> bool:
    """Whether a verb with a pronoun only says who told what stands before it: الهدنة التي أعلنتها الهيئة."""
    return match.sort == "verb" and bool(match.clitics.suffix) and match.payload.value == ""


def _relayed(
    scan: Scan, match: Match, behind: int, preposition: str, chain: tuple[Source, ...] | None, speakers: Speakers
) -> tuple[Source, ...] | None:
    """ "X relayed from Y": Y, then X. A verb that also means something else relays only with a Y or with speech."""
    wanted = fold(preposition)
    if chain and chain[0].kind == "person":  # who relays is an outlet; who learns something mostly the one that writes
        chain = () if wanted == "من" else (replace(chain[0], kind="media", why="an outlet that the files do not know"),)
    for at in range(match.last + 1, min(behind + 7, len(scan.words))):
        if wanted == "من" and scan.words[at].norm in COMPLEMENTIZERS:
            break  # نعلم أن ثلاثة من المدنيين قتلوا
        if scan.words[at].norm == wanted:
            name, last = name_after(scan, at + 1, speakers.publisher)
            if wanted == "الي" and not opens_speech(scan, last + 1, strict=True):
                continue  # نسب الهجوم إلى مجهولين
            nearer = resolve(scan, name, speakers, sure=True)
            if nearer:
                return (nearer[0], *(source for source in chain or () if source != nearer[0]))
    return chain if opens_speech(scan, behind, strict=True) or is_behind_according(scan, match.first) else None
