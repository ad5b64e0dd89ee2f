"""The voices of "according to" and its like, which govern all of a sentence or its last clause."""

from __future__ import annotations

from typing import Final

from marsad.knowledge.lexicon import Match
from marsad.model import Source
from marsad.reading.copies import replace
from marsad.reading.scan import Scan
from marsad.reading.voices.name_ends import MAIN_CLAUSE
from marsad.reading.voices.names_behind import name_after
from marsad.reading.voices.sources import Speakers, resolve
from marsad.reading.voices.speech_marks import Name, has_source_head, past_labels
from marsad.reading.voices.voices import OUTLETS, Voice, carried, denied_at, is_carried, is_outlet
from marsad.reading.word_sets import word_set

#: How far behind a voice "quoting X" may stand that belongs to it, in words.
_RELAYED: Final = 10


def find_accordings(scan: Scan, speakers: Speakers, sayings: list[Voice]) -> list[Voice]:
    """The voices of "according to"; what only carries one of the `sayings` joins that voice there."""
    voices: list[Voice] = []
    for match in scan.cue("according"):
        name, chain = _quoted(scan, match, speakers, sayings)
        if chain is None:
            continue
        if name is not None and _goes_on_by(scan, match, name):
            speakers.last = chain
            voices.append(Voice(match.first, len(scan.words) - 1, chain, "", match.first))
            continue
        relayer = next((v for v in (*sayings, *voices) if v.at < match.first <= v.at + _RELAYED), None)
        if relayer is not None and match.payload.value in ("relay", "grounds"):  # "the agency said, quoting X"
            chain = _through(match, chain, relayer.chain)
            speakers.last = chain
            voices.append(Voice(relayer.first, relayer.last, chain, relayer.mode, match.first))
            continue
        if _carries_mode(match, chain, sayings):
            continue
        said = next((v for v in reversed(sayings) if v.at < match.first and v.chain and v.mode == ""), None)
        if said is not None and is_outlet(chain) and is_carried(said.chain):
            chain = carried(said.chain, chain)
        chain = _passed_on(scan, name, chain, sayings)
        speakers.last = chain
        mode = "denied" if match.payload.value == "denied" else ""
        begin, last = _clause_of(scan, match, sayings), _end_of(scan, match, name) or len(scan.words) - 1
        nameless = next((i for i, v in enumerate(sayings) if v.mode and not v.chain and v.at < match.first), None)
        if nameless is None:
            voices.append(Voice(begin, last, chain, mode, match.first))
        else:  # محذرين من أن ...، بحسب مسؤولين
            sayings[nameless] = replace(sayings[nameless], first=begin, chain=chain)
    return voices


def _goes_on_by(scan: Scan, match: Match, name: Name) -> bool:
    """Whether the sentence goes on with what another says, who is named first: ..., ووفق الشرطة فإن المهاجم اعتقل."""
    if match.clitics.lead != "و" or match.first <= _FRONT or match.first not in scan.commas:
        return False
    return any(word.norm in MAIN_CLAUSE for word in scan.words[name[1] + 1 : name[1] + 3])


_CAME_IN: Final = word_set("accordings", "came_in")
_HIS: Final = word_set("accordings", "his")


def _quoted(
    scan: Scan, match: Match, speakers: Speakers, sayings: list[Voice]
) -> tuple[Name | None, tuple[Source, ...] | None]:
    """The name behind "according to" and the chain that it stands for; none where that quotes nobody."""
    behind = match.last + 1
    if scan.words[min(behind, len(scan.words) - 1)].norm in _CAME_IN:
        return None, None
    owned = match.payload.lemma.endswith("ا ل")  # وفقا لوكالة, not: في تصريح لوكالة
    name, _ = name_after(scan, behind + _is_seen(scan, match.last), speakers.publisher, owned=owned)
    if (name is None and match.clitics.prep) or scan.norms(behind, behind) in _HIS:
        return None, None  # في بيان لها اتهمت اللجنة
    denied = denied_at([voice for voice in sayings if voice.at < match.first])
    if denied is not None and scan.words[match.first - 1].norm == "ما":
        return None, None  # نفت الوزارة ما ورد في بيان الحركة
    if _says_behind(scan, match) or (name and _is_lead(scan, name, match)):
        return None, None
    chain = resolve(scan, name, speakers, sure=False, according=True)
    if chain is not None and match.payload.value == "relay" and name is not None:
        chain = (*_quoted_by(scan, name, speakers), *chain, *_quoting(scan, match, name, speakers))
    return name, chain


def _is_seen(scan: Scan, at: int) -> bool:
    """Whether a verb stands between "according to what" and who saw it: وفق ما شاهده مصور الوكالة."""
    seen = at + 2 < len(scan.words) and scan.words[at].norm in ("ما", "لما") and scan.words[at + 1].norm.endswith("ه")
    return seen and any(has_source_head(scan, at + ahead) for ahead in (2, 3)) and not has_source_head(scan, at + 1)


def _says_behind(scan: Scan, match: Match) -> bool:
    """Whether a verb of saying carries "according to" (وفق ما أعلنت), not one that only tells of the source."""
    behind = match.last + 1
    nameless = has_source_head(scan, behind) and not scan.cue_at("document", behind)
    return any(
        match.last < m.first <= match.last + 3
        and scan.words[m.first - 1].norm not in ("التي", "الذي", "الذين")
        and not (nameless and m.first > behind and not m.clitics.suffix)  # بحسب مصدر عسكري توقع تقدماً
        for m in scan.cue("say")
    )


_ORDERS: Final = word_set("accordings", "orders")
_INTELLIGENCE: Final = " استخبار"


def _is_lead(scan: Scan, name: Name, match: Match) -> bool:
    """Whether forces act on what is named: بناء على معلومات دقيقة، وفق معلومات استخبارية."""
    if match.payload.value == "grounds" and scan.words[name[0]].norm in _ORDERS:
        return True
    document = scan.cue_at("document", name[0])
    if document is None or document.payload.lemma != "معلومة":
        return False
    return match.payload.value == "grounds" or _INTELLIGENCE in scan.norms(*name)


def _quoted_by(scan: Scan, name: Name, speakers: Speakers) -> tuple[Source, ...]:
    """Whom an outlet that is quoted quotes itself: نقلا عن القناة عن مصدر حكومي."""
    if scan.norms(name[1] + 1, name[1] + 1) != "عن":
        return ()
    nearer, _ = name_after(scan, name[1] + 2, speakers.publisher)
    return resolve(scan, nearer, speakers, sure=False) or ()


#: The longest name before "quoting" in a heading, and how far behind who is quoted its colon may stand, in words.
_ADDRESSED: Final = 4
_HEADED: Final = 8


def _quoting(scan: Scan, match: Match, name: Name, speakers: Speakers) -> tuple[Source, ...]:
    """The outlet at the head of a heading that quotes another: سانا نقلا عن مصدر: ..."""
    begin, end = past_labels(scan), match.first - 1
    headed = any(":" in word.before for word in scan.words[name[1] + 1 : name[1] + _HEADED])
    if not (headed and begin <= end < begin + _ADDRESSED and has_source_head(scan, begin)):
        return ()
    return resolve(scan, (begin, end), speakers, sure=False) or ()


def _through(match: Match, chain: tuple[Source, ...], outer: tuple[Source, ...]) -> tuple[Source, ...]:
    """Who is quoted, then who quotes him; an institution that speaks by its spokesman is one voice with him."""
    if match.payload.lemma == "على لسان" and outer and not is_outlet(outer):
        return outer
    return carried(chain, outer)


def _carries_mode(match: Match, chain: tuple[Source, ...], sayings: list[Voice]) -> bool:
    """Whether an outlet at the end only carries who denies or foresees: نفت الوزارة القصف، بحسب وكالة الأنباء.

    It joins the chain of that voice.
    """
    at = next((i for i in range(len(sayings) - 1, -1, -1) if sayings[i].at < match.first), None)
    if at is None or not is_outlet(chain):
        return False
    said = sayings[at]
    if said.mode not in ("denied", "expected", "excluded") or not is_carried(said.chain):
        return False
    sayings[at] = replace(said, chain=carried(said.chain, chain))
    return True


def _passed_on(scan: Scan, name: Name | None, chain: tuple[Source, ...], sayings: list[Voice]) -> tuple[Source, ...]:
    """With who spoke first, where an outlet at the end only passes it on: قالت الوزارة ...، بحسب الوكالة."""
    if name is None or name[1] < len(scan.words) - 1 or not is_outlet(chain) or not sayings:
        return chain
    said = sayings[-1].chain
    return (*said, *chain) if said and all(each.kind not in OUTLETS for each in said) else chain


_MEANWHILE: Final = word_set("accordings", "meanwhile")


def _clause_of(scan: Scan, match: Match, sayings: list[Voice]) -> int:
    """Where what "according to" governs begins: the sentence, or the last clause where that tells another matter.

    Behind a comma it speaks of the whole sentence, but for what others say in it.
    """
    joints = (cue.first for cue in scan.cue("boundary") if cue.payload.lemma in _MEANWHILE and cue.first < match.first)
    joint = max(joints, default=0)
    apart = match.first not in scan.commas or any(voice.at < joint for voice in sayings)
    return joint if apart else 0


#: Up to which word "according to" stands in front, and speaks of all that follows.
_FRONT: Final = 2
#: Joints behind which what is told stands against what was told before.
_WHEREAS: Final = frozenset(("في حين", "في المقابل", "بينما"))


def _end_of(scan: Scan, match: Match, name: Name | None) -> int | None:
    """The last word of what "according to" governs where another matter follows it: وفقا لمصدر أمني، في حين قصفت."""
    if name is None or match.first <= _FRONT:
        return None
    joint = next((cue for cue in scan.cue("boundary") if cue.first == name[1] + 1), None)
    return name[1] if joint is not None and joint.payload.lemma in _WHEREAS else None


def with_carrier(voices: list[Voice], accordings: list[Voice]) -> list[Voice]:
    """With the outlet by which a sentence is said to be carried: بحسب وكالة الأنباء، قال قائد الشرطة إن."""
    fronted = next((v for v in accordings if v.at <= 1 and is_outlet(v.chain)), None)
    if fronted is None:
        return voices
    found: list[Voice] = []
    for voice in voices:
        if voice.at > fronted.at + 1 and is_carried(voice.chain):
            voice = replace(voice, chain=carried(voice.chain, fronted.chain))
        found.append(voice)
    return found
