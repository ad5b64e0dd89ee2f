"""Stage 8, a part: the genitive of a noun, and its prepositions, tell who did it or whom it befell."""

from __future__ import annotations

from typing import Final

from marsad.arabic.folding import fold
from marsad.arabic.lemmas import is_word
from marsad.reading.acts.happenings import Happening
from marsad.reading.kinds import FROM, PASSIVE, SPEECH, TAKEN, TAKING
from marsad.reading.parties.cast import ARMS, Mention
from marsad.reading.roles.clauses import is_subset, with_joined
from marsad.reading.roles.objects import is_oblique
from marsad.reading.scan import PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

_ENTERING: Final = word_set("noun_frames", "entering")

#: Classes of parties that force their way in.
_ENTERERS: Final = frozenset(("force", "unit", "military", "armed_group", "person_of", "fighter", "gunman", "police"))

#: Nouns for what police do to those who march, and how far behind the police these stand.
_SUPPRESSING: Final = frozenset(("قمع", "تفريق"))
_NEXT: Final = 3

#: Where diplomats sit, who shell nobody.
_SEATS: Final = ("قنصلي", "سفار")


def by_noun(scan: Scan, each: Happening, after: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The genitive of a noun is who did it (قصف النظام) or whom it befell (مقتل مدني), by its frame."""
    genitive = [m for m in after if m.first - each.last <= 5 and m.prep in ("", "ل") and not is_oblique(scan, m)]
    if each.kind == "interception":  # الدفاعات الجوية لصواريخ إسرائيلية
        genitive = [m for m in genitive if m.group != "adjective" or m.first == each.last + 1]
    genitive = [m for m in genitive if not (_is_behind_target(scan, each, m) or _is_beside_blast(scan, each, m))]
    marked = [m for m in after if is_directed_at(each, m)]
    if each.kind in SPEECH and (_is_addressed(scan, each, genitive) or _is_accused(scan, each, genitive)):
        whom = genitive or marked
        return [], with_joined(after, whom[0]) if whom else []
    if genitive and (done := _done_by(scan, each, genitive, after)) is not None:
        return done
    if genitive and _is_whose(each, genitive[0]):
        return [genitive[0]], marked[:1]
    if each.trigger.frame == "of":
        whom = with_joined(after, genitive[0]) if genitive else marked[:1]
        return [], whom
    if each.trigger.frame == "none":
        return [], marked[:1]
    who = with_joined(after, genitive[0]) if genitive else []
    if who and each.kind in FROM and any(seat in scan.words[who[0].first].norm for seat in _SEATS):
        return [], who  # قصف قنصليتها
    if who and marked and marked[0].prep == "علي" and not who[0].prep:  # هجوم المحتجين على مقر الشرطة
        return who, with_joined(after, marked[0])
    if who and (who[0].group in PASSIVE or (who[0].id == "CIVILIANS" and each.kind not in ("riot", "protest"))):
        return [], who
    if who and not marked and not who[0].prep and "ل" in each.trigger.preps:  # قصف القوات لمواقع الجماعة
        marked = [m for m in after if m.prep == "ل" and m not in who and m.first - who[-1].last == 1]
    return who, with_joined(after, marked[0]) if marked else []


def _done_by(
    scan: Scan, each: Happening, genitive: list[Mention], after: list[Mention]
) -> tuple[list[Mention], list[Mention]] | None:
    """Who does a noun's deed in the genitive, and to whom, where that shows; none where it does not."""
    if each.harm and _is_of_war(scan, genitive[0]):
        return [genitive[0]], []
    if each.trigger.frame == "of" and genitive[0].group in ARMS:
        rest = [m for m in after if m.first > genitive[0].last and not m.prep]
        return [genitive[0]], rest[:1]
    if each.trigger.frame == "of" and (objects := _objects(scan, each, genitive, after)):
        return [genitive[0]], objects
    if each.kind == "release" and (freed := _freed_by(scan, each, genitive, after)):
        return freed
    if each.trigger.lemma in _SUPPRESSING and _suppresses(each, genitive[0]):
        low = genitive[0].last
        whom = [m for m in after if 0 < m.first - low <= _NEXT and m.prep in ("", "ل") and m.id == "CIVILIANS"]
        return [genitive[0]], whom[:1]
    entering = each.trigger.frame == "of" and each.trigger.lemma in _ENTERING
    if entering and not genitive[0].prep and genitive[0].group in _ENTERERS:
        return with_joined(after, genitive[0]), []
    if each.trigger.frame == "of" and (done := _done_to(scan, each, genitive, after)):
        return [genitive[0]], done
    if each.kind in FROM and _fires(scan, each, genitive[0]):
        who = with_joined(after, genitive[0])
        return who, [m for m in after if m.prep == "ل" and m.first - who[-1].last == 1]
    return None


def _is_whose(each: Happening, mention: Mention) -> bool:
    """Whether a nationality right behind the noun of a deed is that of who does it: استهداف إسرائيلي."""
    behind = mention.group == "adjective" and mention.first == each.last + 1 and not mention.prep
    return behind and each.kind in FROM and not each.harm


#: How far behind the preposition those may stand who were freed.
_FREED_REACH: Final = 4

_WARRING: Final = word_set("noun_frames", "warring")


def _is_of_war(scan: Scan, mention: Mention) -> bool:
    """Whether an adjective tells whose war people fell in: ضحايا الحرب الإسرائيلية."""
    return mention.group == "adjective" and mention.first > 0 and scan.words[mention.first - 1].norm in _WARRING


def _suppresses(each: Happening, mention: Mention) -> bool:
    """Whether the party right behind the noun for what police do is the police: قمع القوات مسيرة."""
    armed = mention.group in _TAKERS or mention.group == "occupier"
    return armed and mention.first == each.last + 1 and not mention.prep


_DEEDS: Final = word_set("noun_frames", "deeds")

_OFFICERS: Final = word_set("noun_frames", "officers")

#: Classes of parties that take people, or do what the noun before them tells.
_TAKERS: Final = frozenset(
    ("force", "unit", "military", "armed_group", "organisation", "government", "police", "fighter", "gunman", "country")
)


def _done_to(scan: Scan, each: Happening, genitive: list[Mention], after: list[Mention]) -> list[Mention]:
    """Whom the armed party behind the noun of a deed did it to, behind ل: قتل الشرطة لشاب، احتجاز القوات لعاملين."""
    deed = fold(each.trigger.lemma) in _DEEDS and not each.match.clitics.suffix
    if not deed or not genitive or genitive[0].prep or genitive[0].first != each.last + 1:
        return []
    if genitive[0].group not in _TAKERS and genitive[0].group != "occupier":
        return []
    low = genitive[0].last
    whom = next((m for m in after if 0 < m.first - low <= 2 and (m.prep == "ل" or _is_for(scan, low + 1))), None)
    return with_joined(after, whom) if whom is not None and whom.id != genitive[0].id else []


def _freed_by(
    scan: Scan, each: Happening, genitive: list[Mention], after: list[Mention]
) -> tuple[list[Mention], list[Mention]] | None:
    """Who freed whom, where the party stands between the noun and its preposition: إفراج السلطات عن 19 شخصا."""
    if not genitive or genitive[0].prep or genitive[0].first != each.last + 1 or genitive[0].group not in _TAKERS:
        return None
    of = genitive[0].last + 1
    if scan.norms(of, of) != "عن":
        return None
    return [genitive[0]], [m for m in after if m.first > of and m.first - of <= _FREED_REACH][:1]


def _is_behind_target(scan: Scan, each: Happening, mention: Mention) -> bool:
    """Whether what a deed is directed at stands before a party: احتجاج على وفاة شابة، هجوم على مقر قيادة الجيش."""
    if each.trigger.frame != "by" or mention.prep:
        return False
    return any(scan.words[at].norm in ("علي", "ضد") for at in range(each.last + 1, mention.first - 1))


def _is_beside_blast(scan: Scan, each: Happening, mention: Mention) -> bool:
    """Whether a blast only was near what belongs to a party: انفجار سيارة مفخخة بالقرب من منزل ضابط."""
    if each.kind not in ("explosion", "suicide_bombing") or mention.prep:
        return False
    between = (scan.words[at].norm for at in range(each.last + 1, mention.first))
    return any(norm in PREPOSITIONS or norm in _BESIDE for norm in between)


_BESIDE: Final = word_set("noun_frames", "beside")


def _objects(scan: Scan, each: Happening, genitive: list[Mention], after: list[Mention]) -> list[Mention]:
    """Whom the party behind a noun did it to: اعتقال الأسايش 18 ناشطا, but اعتقال شابين, قائد ومرافقيه."""
    if each.kind not in TAKING or not genitive or genitive[0].prep or genitive[0].group not in _TAKERS:
        return []
    if scan.words[genitive[0].first].norm in _OFFICERS:
        return []  # اعتقال آمر الكتيبة العقيد فلان: his name goes on
    rest = [m for m in after if m.first > genitive[0].last and not m.joined]
    if not rest or rest[0].prep or rest[0].group not in TAKEN or rest[0].first - genitive[0].last > 4:
        return []
    between = scan.words[genitive[0].last + 1 : rest[0].first + 1]
    if any(word.before.strip() for word in between) or is_subset(scan, rest[0], genitive[0].last):
        return []
    return with_joined(after, rest[0])


def _fires(scan: Scan, each: Happening, mention: Mention) -> bool:
    """Whether those behind a noun of firing are who fires: إطلاق مسلحين النار، استهداف مجهولين حافلة."""
    if mention.prep or mention.last + 1 >= len(scan.words):
        return False
    if mention.id != "UNKNOWN":
        known = mention.id is not None or bool(mention.bare)
        armed = known and (mention.group in _TAKERS or mention.group in ARMS or mention.group == "person_of")
        if not armed or each.trigger.lemma != "استهداف":
            return False
        behind = mention.last + 1
        return _is_bare(scan, behind) or _is_for(scan, behind)
    if scan.words[mention.last + 1].norm == "النار":
        return True
    unknown = any("مجهول" in scan.words[at].norm for at in range(mention.first, mention.last + 1))
    follows = scan.words[mention.last + 1]
    return unknown and each.trigger.frame == "of" and not follows.before and follows.norm not in PREPOSITIONS


def _is_for(scan: Scan, at: int) -> bool:
    """Whether what was hit stands there behind ل: استهداف الجيش لمنزل, but not لليوم الثاني."""
    word = scan.words[at]
    if word.before.strip() or at in scan.dated or at in scan.numerals or word.norm in PREPOSITIONS:
        return False
    return word.norm.startswith("ل") and (word.norm.startswith("لل") or is_word(word.norm[1:]))


def _is_bare(scan: Scan, at: int) -> bool:
    """Whether a noun without article or preposition stands there, as an object does: استهداف الجيش منزلا."""
    word = scan.words[at]
    if word.before.strip() or word.norm.startswith(("ال", "لل", "و")) or word.norm in PREPOSITIONS or at in scan.dated:
        return False
    verb = scan.at("verb", at) and not word.norm.endswith("ا")  # تجمعا is a crowd
    if any(m.clitics.prep for m in scan.here(at)) or verb or scan.at("place", at):
        return False
    cues = scan.at("place_cue", at)
    return not any(cue.payload.role == "direction" for cue in cues) and scan.cue_at("boundary", at) is None


def _is_addressed(scan: Scan, each: Happening, genitive: list[Mention]) -> bool:
    """Whether who stands behind a noun of speech is spoken to: "..., داعيا المجلس", مطالبته المجلس, مناشدات للمجلس."""
    clitics = each.match.clitics
    if clitics.suffix or (each.first in scan.commas and not clitics.definite):
        return True
    return bool(genitive) and genitive[0].prep == "ل"


def _is_accused(scan: Scan, each: Happening, genitive: list[Mention]) -> bool:
    """Whether who stands behind a noun of accusing is accused: باتهام الحركة بتنفيذ الهجوم."""
    if each.kind != "accusation" or each.match.form != "sg" or not genitive or genitive[0].prep:
        return False
    behind = genitive[0].last + 1
    return behind < len(scan.words) and any(m.clitics.prep == "ب" for m in scan.here(behind))


def is_directed_at(each: Happening, mention: Mention) -> bool:
    """Whether the preposition of a party makes it whom a noun is directed at."""
    if mention.prep == "ضد" or (each.kind in SPEECH and mention.prep == "الي"):
        return True
    return mention.prep in each.trigger.preps and mention.prep != "ل"
