"""Stage 5: with what it was done, and so of which kind a happening is: استهدف بصاروخ is shelling."""

from __future__ import annotations

import itertools
from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.knowledge.lexicon import Match
from marsad.reading.acts.happenings import Happening, word_before
from marsad.reading.scan import Scan
from marsad.reading.word_sets import word_set


def with_weapon(scan: Scan, each: Happening) -> Happening:
    """A happening with its weapon, which decides the kind of a generic one (استهدف بصاروخ is shelling)."""
    if kind := _kind_of_itself(scan, each):
        return each.of_kind(kind)
    weapon = _weapon_near(scan, each)
    kind = _kind_by_means(scan, each, weapon)
    return Happening(each.match, kind, each.light, weapon) if weapon or kind != each.kind else each


def _kind_of_itself(scan: Scan, each: Happening) -> str:
    """The kind that those who fight, or what goes off, make of a happening; empty where they leave it as it is."""
    lemma = each.trigger.lemma
    if each.kind == "clash" and (_is_with_crowd(scan, each) or _was_march(scan, each)):
        return "riot"
    if each.kind == "clash" and lemma == "تصدى" and _gassed(scan, each):
        return "attack"
    if each.kind == "shelling" and lemma in ("انفجر", "انفجار") and _is_left_behind(scan, each):
        return "explosion"  # انفجرت قذيفة من مخلفات الحرب
    if lemma in ("غارة", "اقتحم") and _by_gunmen(scan, each):
        return "attack"  # خطف مسلحون شبانا في غارة على القرية، اقتحم مسلحون مسجدا
    return ""


def _kind_by_means(scan: Scan, each: Happening, weapon: Match | None) -> str:
    """The kind of a happening as its means have it."""
    meant = _meant(scan, each, weapon)
    struck = each.trigger.frame == "does" and each.is_verb and meant == "air_strike"  # طائرات التحالف قتلت
    verb = each.light or (each.match if struck else None)
    # دمرت طائرة مسيرة شاحنة، تمكنت طائرة من تدمير شاحنة
    wrecked = verb is not None and each.kind == "destruction" and any(m.first == verb.last + 1 for m in scan.aircraft)
    if wrecked and not meant:
        meant = "air_strike"
    if meant == "air_strike" and _only_sounds(scan, each):
        return "attack"
    if not meant:
        return each.kind
    told = each.trigger.pos == "phrase" and each.trigger.strength == "strong"  # إطلاق نار، هجوم بري
    if each.trigger.strength == "generic" or wrecked:
        return meant
    if each.kind == "attack" and not told and (not each.harm or struck):
        return meant
    if each.kind == "shelling" and meant == "air_strike":
        return meant
    if (each.harm or each.kind == "destruction") and weapon is not None and _kills(scan, each, weapon):
        return meant
    return each.kind


def _meant(scan: Scan, each: Happening, weapon: Match | None) -> str:
    """The kind of what is done by such means; empty where none are told."""
    if _by_aircraft(scan, each) or _from_the_air(scan, each):
        return "air_strike"
    if weapon is None:
        return "shelling" if _with_guns(scan, each) else ""
    meant: str = weapon.payload.kind
    if meant == "shelling" and _is_left_behind(scan, each):
        return "explosion"
    if not meant and _with_guns(scan, each):
        return "shelling"
    return meant


_ABOUT: Final = word_set("weapons", "about")

_SCUFFLES: Final = word_set("weapons", "scuffles")

#: Groups of people with no arms.
_CROWDS: Final = frozenset(("man", "protester", "student"))

#: Further groups of those who scuffle, and fight with no arms where hundreds of them are told of.
_MANY: Final = frozenset(("civilian", "resident"))

#: Within how many words behind a fight its sides stand.
_SIDE_REACH: Final = 8


def _is_with_crowd(scan: Scan, each: Happening) -> bool:
    """Whether one side of a fight are people with no arms: مواجهات بين الجنود والشبان، اشتباكات مع المتظاهرين."""
    crowds = _CROWDS if each.trigger.lemma in _SCUFFLES else _CROWDS - {"man"}
    for match in scan.of("person"):
        if match.first <= each.last or match.payload.group not in crowds | _MANY:
            continue
        at = match.first
        while at - 1 > each.last and (at - 1 in scan.numerals or scan.words[at - 1].norm.lstrip("و") in _ABOUT):
            at -= 1
        if match.payload.group in _MANY and at == match.first:
            continue
        if at - each.last > _SIDE_REACH or (match.form == "sg" and at == match.first):
            continue
        side = scan.words[at].norm[0] == "و" or scan.words[at - 1].norm.removeprefix("و") in ("بين", "مع")
        if (side or match.clitics.lead == "و") and not _boundary_between(scan, each, match):
            return True
    return False


#: Within how many words before a fight it is told what turned into it.
_TURNED_REACH: Final = 7


def _was_march(scan: Scan, each: Happening) -> bool:
    """Whether a march turned into a fight: تحولت المظاهرات إلى اشتباكات مع قوات الأمن."""
    if not each.first or scan.words[each.first - 1].norm != "الي":
        return False
    back = range(max(0, each.first - _TURNED_REACH), each.first)
    turned = any("تحول" in scan.words[at].norm or "تطور" in scan.words[at].norm for at in back)
    return turned and any(m.payload.kind == "protest" and m.first < each.first for m in scan.of("trigger"))


_CROWD_ARMS: Final = word_set("weapons", "crowd_arms")

#: Within how many words behind a verb it is told whom it meets, and with what.
_GAS_REACH: Final = 12


def _gassed(scan: Scan, each: Happening) -> bool:
    """Whether people are met with what crowds are dispersed with: تصدت لهم الشرطة مستخدمة الغاز المسيل للدموع."""
    near = range(each.last + 1, min(each.last + _GAS_REACH, len(scan.words)))
    crowd = any(
        m.payload.group == "protester" and m.clitics.prep == "ل" for at in near[:4] for m in scan.at("person", at)
    )
    return crowd or any(scan.words[at].norm in _CROWD_ARMS for at in near)


#: Within how many words behind what went off it is told where that came from.
_LEFT_REACH: Final = 8


def _is_left_behind(scan: Scan, each: Happening) -> bool:
    """Whether what went off was left from the war: انفجار قذيفة من مخلفات الحرب."""
    return any("مخلفات" in word.norm for word in scan.words[each.last + 1 : each.last + _LEFT_REACH])


_GUNMEN: Final = word_set("weapons", "gunmen")

#: Kinds of what gunmen do.
_GUNMENS: Final = frozenset(("abduction", "attack", "destruction"))


def _by_gunmen(scan: Scan, each: Happening) -> bool:
    """Whether gunmen, who have no aircraft and search nothing, are the subject of a verb of violence up to here."""
    for match in scan.of("person"):
        if match.payload.lemma not in _GUNMEN or match.clitics.prep or match.first > each.last + 1:
            continue
        if each.is_verb and match.first == each.last + 1:
            return True
        if match.first > each.first or scan.words[match.first].norm.endswith("ين"):
            continue
        acts = (m.payload for m in scan.ending("trigger", match.first - 1) if not m.clitics.prep)
        # قتل مسلحون 43 شخصا في غارة, but قتل مسلحون في غارة
        many = any(at in scan.numerals for at in range(match.last + 1, each.first))
        harmless = (act for act in acts if many or (act.counts != "killed" and act.strength != "harm"))
        if any(act.kind in _GUNMENS for act in harmless):
            return not scan.cue_within(match.first, each.first, "boundary")
    return False


_BOMBS: Final = word_set("weapons", "bombs")
_SOUNDING: Final = word_set("weapons", "sounding")

#: Within how many words of what was dropped it is told of what sort it is.
_SOUND_REACH: Final = 7


def _only_sounds(scan: Scan, each: Happening) -> bool:
    """Whether what was dropped only makes a noise: ألقت مسيرة قنبلة صوتية."""
    words = [word.norm for word in scan.words[each.last : each.last + _SOUND_REACH]]
    pairs = itertools.pairwise(words)
    return any(bomb.removeprefix("ب") in _BOMBS and sound in _SOUNDING for bomb, sound in pairs)


_OF_GUNS: Final = word_set("weapons", "of_guns")


def _with_guns(scan: Scan, each: Happening) -> bool:
    """Whether an adjective tells that an attack was one of rockets or guns: هجماتها الصاروخية."""
    after = each.last + 1
    return not (each.is_verb or each.harm) and scan.norms(after, after) in _OF_GUNS


_AIR: Final = word_set("weapons", "air")


def _from_the_air(scan: Scan, each: Happening) -> bool:
    """Whether an adjective tells that a strike came from the air: ضرباته الجوية."""
    after = each.last + 1
    return not (each.is_verb or each.harm) and after < len(scan.words) and scan.words[after].norm in _AIR


_NO_AIRCRAFT: Final = word_set("weapons", "no_aircraft")


def _by_aircraft(scan: Scan, each: Happening) -> bool:
    """Whether aircraft do it: the subject next to the verb, the genitive or the adjective behind the noun."""
    for match in scan.aircraft:
        if _boundary_between(scan, each, match) or word_before(scan, match.first) in _NO_AIRCRAFT:
            continue
        if match.first < each.start and _begins(each):
            continue
        if _is_complement(scan, each, match) or _is_target(scan, each, match):
            continue
        gap = match.first - each.last - 1 if match.first > each.last else each.start - match.last - 1
        if gap <= (3 if match.first > each.last else 4):
            return True
    return False


def _begins(each: Happening) -> bool:
    """Whether a verb begins a clause of its own: أسقطوا طائرة وقتلوا جنديين."""
    return each.is_verb and bool(each.match.clitics.lead)


def _is_complement(scan: Scan, each: Happening, match: Match) -> bool:
    """Whether a word is what an attack is told of and no means: فرقت الشرطة مسيرة is no drone."""
    attacked = each.kind == "attack" and not each.harm and match.clitics.prep != "ب"
    return attacked and not each.trigger.needs.single.isdisjoint(scan.stems[match.first])


_HITTING: Final = word_set("weapons", "hitting")


def _is_target(scan: Scan, each: Happening, match: Match) -> bool:
    """Whether aircraft are what an attack hit: هجوم استهدف مروحية."""
    if match.clitics.prep or match.first <= each.last:
        return False
    before = match.first - 1
    if not each.is_verb:
        return before > each.last and scan.words[before].norm in _HITTING
    subject = any(isinstance(m.form, str) and not m.clitics.lead for m in scan.ending("trigger", each.start - 1))
    return before == each.last and subject and scan.words[each.last].norm in _HITTING


#: How far behind a trigger a weapon may stand that no word calls the means: استهدفت أمس قذائف ..., هجوم بري بالصواريخ.
_WEAPON_REACH: Final = 5


def _weapon_near(scan: Scan, each: Happening) -> Match | None:
    """The nearest weapon word of the clause, those behind the trigger first."""
    best: tuple[int, Match] | None = None
    for match in scan.of("weapon"):
        if match.first < each.start - 6 or match.first > each.last + 20:
            continue
        if _boundary_between(scan, each, match) or word_before(scan, match.first) in ("علي", "ضد"):
            continue
        if match.first > each.last + _WEAPON_REACH and not _by_means(scan, match):
            continue
        if _is_complement(scan, each, match) or _is_target(scan, each, match):
            continue
        distance = match.first - each.last if match.first > each.last else 2 * (each.start - match.first)
        if best is None or distance < best[0] or _more_specific(match, best[1]):
            best = (distance, match)
    return best[1] if best else None


def _more_specific(match: Match, than: Match) -> bool:
    """Whether a weapon word goes on with another one (قذائف الهاون) or takes it in (قنابل صوتية)."""
    if than.payload.kind == "suicide_bombing" and match.payload.kind == "explosion":
        return False  # انتحاري بسيارة مفخخة
    return match.first - than.last == 1 or (match.first == than.first and match.last > than.last)


_MEANS: Final = word_set("weapons", "means")


def _by_means(scan: Scan, match: Match) -> bool:
    """Whether a weapon is told as the means: بصاروخ، بثلاثة صواريخ، باستخدام قذائف."""
    if match.clitics.prep == "ب":
        return True
    return any(
        (norm := scan.words[at].norm) in _MEANS or (norm.startswith("ب") and at in scan.numerals)
        for at in range(max(0, match.first - 4), match.first)
    )


#: What stands before weapons of which one or a part hits: أصابت إحدى القذائف منزلا.
_ONE_OF: Final = frozenset(("احد", "احدي", "شظايا"))


def _kills(scan: Scan, each: Happening, weapon: Match) -> bool:
    """Whether a weapon is what harmed: قتل بقذيفة، أودى لغم بحياة، أصابت ثلاث قذائف منزلا."""
    behind = range(each.last + 1, weapon.first)
    alone = isinstance(each.match.form, VerbForm) and each.match.form.person in ("3ms", "3fs")
    hits = alone and weapon.first > each.last and not weapon.clitics.prep
    if hits and all(at in scan.numerals or scan.words[at].norm in _ONE_OF for at in behind):
        return True
    if each.trigger.frame == "strikes":
        return abs(weapon.first - each.last) <= 3
    if weapon.last < each.start:
        cause = weapon.first - 1
        while cause in scan.numerals:
            cause -= 1
        return any(cue.last == cause for cue in scan.cue("result"))  # تسببت قذائف في مقتل شخصين
    acts = (m for at in behind for m in scan.at("trigger", at) if m.payload.strength in ("strong", "generic"))
    return weapon.clitics.prep == "ب" and weapon.first > each.last and next(acts, None) is None


BEYOND: Final = word_set("weapons", "beyond")


def _boundary_between(scan: Scan, each: Happening, match: Match) -> bool:
    """Whether a clause, a consequence or another act begins between a happening and a word."""
    low, high = (each.last, match.first) if match.first > each.last else (match.last, each.start)
    return scan.cue_within(low + 1, high - 1, "boundary", "result") or any(
        scan.words[at].norm in BEYOND and scan.at("trigger", at + 1) for at in range(low + 1, high - 1)
    )
