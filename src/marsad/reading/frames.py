"""Stage 8, first half: who did it to whom by the frame of a verb or noun: subject, object, genitive, preposition."""

from __future__ import annotations

from typing import Final

from marsad.arabic.folding import fold
from marsad.arabic.inflection import VerbForm
from marsad.arabic.lemmas import is_word
from marsad.knowledge.lexicon import Match
from marsad.reading.cast import ARMS, Mention, disagree
from marsad.reading.happenings import Happening
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set

#: How far from a happening its parties may stand, in words.
REACH: Final = 14

#: Classes of heads that are acted upon.
PASSIVE: Final = frozenset(("position",))

#: What civilians do not do: those who stand where its doer would are whom it befell.
NOT_BY_CIVILIANS: Final = frozenset(
    ("shelling", "air_strike", "suicide_bombing", "arrest", "interception", "attack", "explosion", "release")
)

#: What civilians suffer and hardly ever do.
_BEFALLS_CIVILIANS: Final = NOT_BY_CIVILIANS | {"abduction", "recruitment", "raid"}

#: What comes from somewhere: who is there did it (قصف من مواقع النظام).
FROM: Final = frozenset(("shelling", "air_strike", "attack"))

#: Kinds that are done by speaking.
SPEECH: Final = frozenset(("accusation", "request", "threat"))

SUBSET: Final = word_set("frames", "subset")

OF_HIMSELF: Final = word_set("frames", "of_himself")

#: Parties that fire.
FIRING: Final = ARMS | {
    "force", "unit", "position", "military", "armed_group", "organisation", "government", "police", "person_of",
    "fighter", "gunman", "drone", "unknown",
}  # fmt: skip


def by_frame(
    scan: Scan, each: Happening, inside: list[Mention], group: list[Happening]
) -> tuple[list[Mention], list[Mention]]:
    """Who acts and who is acted upon in one happening, of the parties `inside` its claim."""
    last, start = each.last, each.start
    others = [
        other.start if other.start > last and each.harm else other.first  # خمسة جنود قتلوا عندما شن مسلحون هجوما
        for other in group
        if other is not each and other.trigger.frame != "none" and not _is_manner(other)
    ]
    after = [m for m in inside if last < m.first <= last + REACH and not cut(scan, last, m.first, others)]
    if each.harm and each.is_verb:  # قتل خمسة جنود واعتبر أربعة مفقودين
        joint = next((v.first for v in scan.of("verb") if v.first > last and v.clitics.lead == "و"), last + REACH + 1)
        after = [m for m in after if m.first < joint]
    after = [m for m in inside if each.first < m.first <= last < m.last] + after  # دخول رتل is one trigger
    ending = [m for m in inside if m.last == last and each.first < m.first]
    named = [m for m in ending if m.group == "adjective"]
    if named and not each.is_verb and each.kind in FROM:  # العدوان الإسرائيلي
        return named, _nominal(scan, each, after)[1]
    within = [m for m in ending if m.group in ARMS and not m.prep]
    if within and each.kind in FROM and each.light is None:  # قصف الطيران الحربي مواقع
        hit = [m for m in after if m not in within and not m.prep]
        return within, with_joined(after, hit[0]) if hit else []
    before = [m for m in inside if start - REACH <= m.first < start]
    if each.is_verb and each.trigger.frame == "strikes" and (lost := _whose_lives(scan, each, inside)):
        return [], lost
    if each.is_verb and each.kind == "accusation" and "علي" in each.trigger.preps:  # ألقى مسؤولية الهجوم على الحركة
        after += [m for m in inside if last < m.first <= last + REACH and m.prep == "علي" and m not in after]
    if each.light is not None:
        return _light(scan, each, before, after, inside)
    dying = each.harm and each.trigger.frame == "suffers" and each.trigger.pos == "phrase"  # قضوا، سقطوا
    if dying or (each.is_verb and not _is_noun_here(scan, each)):
        if each.match.clitics.suffix:  # قتل مسلح في كمين نصبته الشرطة
            before = [m for m in before if not any(m.last < at < start for at in others)]
        alone = not any(heads_clause(scan, m, each) for m in before)
        if alone and _tells_of_noun(scan, each, group):
            objects = [m for m in after if not m.prep] or after  # عملية عسكرية استهدفت مسلحي الحركة
            return [], with_joined(after, objects[0]) if objects else []
        hit = _hit_by_strike(scan, each, group, after)
        return ([], hit) if hit else _verbal(scan, each, before, after)
    acting, acted = _nominal(scan, each, after)
    whose = [m for m in after if each.first < m.first <= last < m.last and m.group in ARMS and m.id]
    acting = acting or whose  # هجوم بطائرة مسيرة لقوات الجيش
    acting = acting or _behind_its_noun(scan, each, inside) or _before_its_verb(scan, each, before)
    acting = acting or _who_caused(scan, each, inside)
    return acting or _answering(each, group, inside), acted


def _whose_lives(scan: Scan, each: Happening, inside: list[Mention]) -> list[Mention]:
    """Those whose lives something took: أودت غارات على البلدة بحياة امرأة وطفلين."""
    for at in range(each.last + 1, min(each.last + REACH, len(scan.words))):
        if scan.words[at].norm in LIVES:
            lost = [m for m in inside if at < m.first <= at + _LIVES_REACH and m.prep in ("", "من")]
            return with_joined(inside, lost[0]) if lost else []
    return []


#: Words before those who were killed by what took their lives, and how far they stand behind.
LIVES: Final = word_set("frames", "lives")
_LIVES_REACH: Final = 5


def _is_manner(each: Happening) -> bool:
    """Whether a noun only tells how something was done: اعتدوا بالضرب على المزارع."""
    return not each.is_verb and each.match.clitics.prep == "ب" and each.match.clitics.definite


def _tells_of_noun(scan: Scan, each: Happening, group: list[Happening]) -> bool:
    """Whether a verb has for its subject the indefinite noun of its event before it: كمين استهدف سيارة."""
    if each.match.clitics.lead or each.trigger.strength != "generic":
        return False
    nouns = [o for o in group if not (o.is_verb or o.harm or o.match.clitics.definite) and o.last < each.first]
    return bool(nouns) and each.first - nouns[-1].last <= REACH and _may_be_subject(scan, nouns[-1].match, each)


def _is_noun_here(scan: Scan, each: Happening) -> bool:
    """Whether a word spelt like its verb is the noun, behind a preposition: إثر قصف للدعم السريع."""
    if not each.first or scan.words[each.first - 1].norm not in BEFORE_NOUNS:
        return False
    return any(isinstance(noun.form, str) for noun in scan.at("trigger", each.first))


BEFORE_NOUNS: Final = word_set("frames", "before_nouns")


def _behind_its_noun(scan: Scan, each: Happening, inside: list[Mention]) -> list[Mention]:
    """Who does it behind the noun of a verb that carries it: بدء الجيش عملية، قيام وحدات بقصف."""
    if each.trigger.frame not in ("by", "of"):
        return []
    for m in inside:
        if 0 < m.first <= each.first and each.first - m.last <= 3 and scan.words[m.first - 1].norm in CARRYING:
            return with_joined(inside, m)
    return []


def _who_caused(scan: Scan, each: Happening, inside: list[Mention]) -> list[Mention]:
    """Who brought a toll about, right behind the verb that says so: تسببت الميليشيا بمقتل ثلاثة."""
    if not each.harm or each.is_verb:
        return []
    near = range(max(0, each.first - _CAUSED), each.first)
    caused = next((at for at in near if scan.words[at].norm.removeprefix("و").startswith("تسبب")), None)
    found = [m for m in inside if caused is not None and m.first == caused + 1 and not m.prep]
    return with_joined(inside, found[0]) if found else []


#: Within how many words behind "brought about" the toll stands.
_CAUSED: Final = 7


def _before_its_verb(scan: Scan, each: Happening, before: list[Mention]) -> list[Mention]:
    """Who does it right before a phrase that begins with a verb: الطيران قصف بالبراميل."""
    if each.trigger.frame != "by" or not any(verb.form.tense == "past" for verb in scan.at("verb", each.first)):
        return []
    return [m for m in before if m.last == each.first - 1 and heads_clause(scan, m, each)][-1:]


def _answering(each: Happening, group: list[Happening], inside: list[Mention]) -> list[Mention]:
    """Who stands between the first verb of a sentence and what it did: ردت القوات الحكومية بقصف البلدة."""
    if each.match.clitics.prep != "ب" or each.kind not in FROM or any(other.harm for other in group):
        return []
    for m in inside:
        if m.first == 1 and not m.prep and m.group in FIRING and each.first - m.last <= 3:
            return with_joined(inside, m)
    return []


CARRYING: Final = word_set("frames", "carrying")


def cut(scan: Scan, low: int, high: int, others: list[int]) -> bool:
    """Whether another happening, a result or a joint of the sentence stands between two words."""
    if others and any(low < at < high for at in others):
        return True
    if scan.cue_within(low + 1, high - 1, "result", "boundary"):
        return True
    # أحرقت المباني، وقال رئيس البلدية: who speaks behind it did nothing
    return any(low < cue.first < high and cue.first in scan.commas and cue.clitics.lead for cue in scan.cue("say"))


def _verbal(
    scan: Scan, each: Happening, before: list[Mention], after: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Subject and object of a verb: subject first behind it, or before it at the head of its clause."""
    frame = each.trigger.frame
    if each.harm and each.trigger.lemma == _FOUND:
        return [], [m for m in after if scan.words[m.first - 1].norm.endswith(_BODIES)][:1]
    subject_before = _told_of(scan, each, before) or [m for m in before if heads_clause(scan, m, each)]
    subject_before = [m for m in subject_before if not _is_subset(scan, m, 0)] or subject_before
    preps = {*each.trigger.preps, "ضد"} if each.kind == "threat" else each.trigger.preps
    of_them = each.last + (scan.norms(each.last + 1, each.last + 1) in ("منهم", "منها"))  # قتلت منهم القوات سبعة
    free = [m for m in after if not m.prep and not _is_subset(scan, m, of_them)]
    free = free or [m for m in after if not m.prep]
    if subject_before and free and _has_subject_behind(scan, each, free[0]):
        subject_before = []
    if each.kind in SPEECH and each.match.clitics.suffix and free and free[0].first > each.last + 1:
        free = []  # اتهمتهم بالتجسس لصالح الحكومة
    marked = [m for m in after if m.prep and m.prep in preps]
    by_agent = each.kind != "interception" and any(
        each.last < cue.first <= each.last + 8 and cue.payload.lemma != _LED_BY for cue in scan.cue("agent")
    )
    if _is_killed_in_turn(scan, each, free):
        return [], []  # هاجم مسلح حاجزا قبل أن تقتله قوات الأمن
    if frame == "does" and len(free) > 1 and free[0].first == each.last + 1 and is_kin_of(scan, free[1], free[0]):
        return [free[0]], with_joined(after, free[1])  # قتل رجل زوجته
    if each.kind == "arrest" and frame == "acts":  # سلم القيادي نفسه للجيش
        return marked[:1], with_joined(before, subject_before[-1]) if subject_before else free[:1]
    if each.harm and not by_agent and free and free[0].group in ARMS and free[0].first - each.last <= 2:
        rest = [m for m in free[1:] if not m.joined]
        return [free[0]], with_joined(after, rest[0]) if rest else []  # أصابت طائرات التحالف منزلا
    directed = bool(marked) and each.harm and not by_agent  # قضت القوات على مسلحين
    start = scan.words[each.first].start
    vowelled = _DAMMA in scan.text[start : start + 3]  # مُنعوا من السفر
    passive = not directed and _passive(each, subject_before, after, free, by_agent=by_agent or vowelled)
    if frame in ("suffers", "strikes") or passive:
        first = next((m for m in reversed(subject_before) if not m.joined), None)  # إن ضابطا ومدنيا أصيبا
        whom = with_joined(before, first or subject_before[-1]) if subject_before else []
        patients = whom or (with_joined(after, free[0], gap=_NAME_REACH if each.harm else 2) if free else [])
        return [], patients if frame != "strikes" else marked[:1]
    if len(free) == 1 and not subject_before and _behind_means(scan, each, free[0]):
        return [], free  # استهدفت بالأسلحة الآلية سيارة للجيش
    if (taken := _by_whom_behind(scan, each, before, free)) is not None:
        return taken[0], taken[1] or (marked[:1] if each.kind in SPEECH else [])
    if subject_before:
        objects = (marked or free) if each.kind in SPEECH or each.kind == "handover" else (free or marked)
        did = with_joined(before, subject_before[0]) if len(subject_before) > 1 else subject_before
        return did, with_joined(after, objects[0]) if objects and frame == "does" else []
    if not free:
        return [], marked[:1]
    if _is_object(scan, each, free[0]):
        return [], with_joined(after, free[0]) if frame == "does" else []
    subject = with_joined(after, free[0])
    if each.kind == "accusation" and each.match.clitics.lead and len(free) == 1 and not marked:
        return [], subject  # "... and accused X": who accuses is named before
    if each.trigger.lemma in _URGING and each.match.clitics.lead and _is_urged(scan, free):
        return [], subject  # وحثت أجهزة الأمن على التدخل
    named = {m.id for m in subject if m.id}  # دعا الوزير فلان الحكومة
    rest = [m for m in free if m not in subject and m.id not in named] or marked
    told = marked and rest and not rest[0].id and marked[0].first < rest[0].first  # النار على قيادي في قسد ...
    if marked and (each.kind in SPEECH or each.kind == "handover" or told):  # طلبوا من المحافظ إعادة التيار
        rest = [*marked, *rest]
    if free[0].group in PASSIVE and each.kind not in _AT_GATES:  # منعت نقطة تفتيش قافلة، اعتقلت حواجز الجيش
        return [], subject
    return subject, with_joined(after, rest[0]) if rest and frame == "does" else []


def is_kin_of(scan: Scan, mention: Mention, other: Mention) -> bool:
    """Whether somebody is told right behind another as one of his people: رجل زوجته; not رجل وزوجته."""
    known = any(m.clitics.definite for m in scan.at("person", other.first))
    return other.id == "CIVILIANS" and not known and mention.first == other.last + 1 and is_kin(scan, mention)


def is_kin(scan: Scan, mention: Mention) -> bool:
    """Whether somebody is told as one of another's people: زوجته، والدها، صديقه."""
    return any(
        m.clitics.suffix in ("ه", "ها") and not (m.clitics.lead or m.clitics.prep)
        for m in scan.at("person", mention.first)
    )


def _is_urged(scan: Scan, free: list[Mention]) -> bool:
    """Whether the first of some parties is urged: to what stands right behind it."""
    behind = free[0].last + 1
    return behind < len(scan.words) and scan.words[behind].norm in ("علي", "الي")


#: Verbs that never lack an object.
_URGING: Final = frozenset(("حث", "حض", "ناشد"))

#: What posts and gates do, and nobody does to them.
_AT_GATES: Final = ("restriction", "arrest", "release")

#: Who finds the dead did nothing to them: عثرت القوات على جثة مدني.
_FOUND: Final = "عثر"
_BODIES: Final = tuple(word_set("frames", "bodies"))


def _told_of(scan: Scan, each: Happening, before: list[Mention]) -> list[Mention]:
    """The party right before "who" and the verb: مع لندن التي أدرجت قائدين."""
    at = each.first - 2
    if at < 0 or scan.words[at + 1].norm not in _WHO or each.match.clitics.suffix:
        return []
    form = each.match.form
    person = form.person if isinstance(form, VerbForm) else ""
    return [m for m in before if m.last == at and m.prep and m.group != "adjective" and not disagree(person, m.gender)]


_WHO: Final = frozenset(("الذي", "التي"))


def _behind_means(scan: Scan, each: Happening, mention: Mention) -> bool:
    """Whether only with what a verb hits stands between it and men, a post or a vehicle, which are its object."""
    if each.kind not in FROM | {"explosion"} or mention.group not in _HIT or mention.first <= each.last + 1:
        return False
    means = scan.words[each.last + 1 : mention.first]
    if any(word.before.strip() for word in means[1:]) or not means[0].norm.startswith("ب"):
        return False
    return any(m.clitics.prep == "ب" for m in scan.here(each.last + 1)) and not any(w.norm == "من" for w in means)


_HIT: Final = frozenset(("unit", "position", "person_of", "vehicle"))


def _has_subject_behind(scan: Scan, each: Happening, mention: Mention) -> bool:
    """Whether a pronoun right behind a verb takes its object up, and its subject follows: أفرجت عنهم الحكومة."""
    behind = scan.words[each.last + 1].norm if each.last + 1 < len(scan.words) else ""
    return mention.first == each.last + 2 and behind in ("عنهم", "عنه", "عنها", "عنهن", "عنهما", "سراحهم", "سراحه")


def _by_whom_behind(
    scan: Scan, each: Happening, before: list[Mention], free: list[Mention]
) -> tuple[list[Mention], list[Mention]] | None:
    """Doer and patient of a verb that wears its object and has its subject behind it: مدنيون اختطفتهم الحركة."""
    if each.trigger.frame != "does" or each.match.clitics.suffix not in _OBJECTS_WORN or not free:
        return None
    who = free[0]
    if who.joined or who.id == "CIVILIANS" or who.group in PASSIVE or who.first - each.last > 4:
        return None
    if any(each.last < comma <= who.first for comma in scan.commas):
        return None
    whom = [m for m in before if each.start - m.last <= 5 and m.id != who.id][-1:]
    return [who], whom


def _is_killed_in_turn(scan: Scan, each: Happening, free: list[Mention]) -> bool:
    """Whether a force ended an attack by killing who made it: قبل أن تقتله القوات."""
    if not each.harm or each.match.clitics.suffix not in _OBJECTS_WORN or not free or each.first < 2:
        return False
    before = scan.norms(each.first - 2, each.first - 1)
    return before == "قبل ان" and free[0].first == each.last + 1 and free[0].group in FIRING


_OBJECTS_WORN: Final = word_set("frames", "objects_worn")


def _is_accusative(scan: Scan, mention: Mention) -> bool:
    """Whether people are indefinite and end as only an object does: ضباطا، صحفيا, but not ضحايا."""
    norm = scan.words[mention.first].norm
    if not norm.endswith("ا") or norm.endswith("ايا"):
        return False
    nouns = (m for sort in ("person", "force") for m in scan.at(sort, mention.first))
    nouns = (m for m in nouns if m.form in ("sg", "pl") and not m.clitics.suffix)
    return any(not fold(m.payload.lemma).endswith("ا") for m in nouns)


def _is_object(scan: Scan, each: Happening, mention: Mention) -> bool:
    """Whether the first party behind a verb cannot be its subject: by its case or gender (طالبت المجلس)."""
    form = each.match.form
    if not isinstance(form, VerbForm) or each.match.clitics.suffix:
        return False
    if _has_its_subject(scan, each) or _is_of_bomb(scan, each):
        return True
    if any(isinstance(noun.form, str) for noun in scan.at("trigger", each.first)):
        # spelt like its noun, which agrees with nobody: بسبب قصف القوات; but أسر 35 من عناصر الميليشيا
        return each.kind in _TAKING and each.last + 1 in scan.numerals
    between = range(each.last + 1, mention.first)
    if each.kind in ("arrest", "release") and each.last + 1 in scan.numerals and mention.group != "gunman":
        return all(at in scan.numerals for at in between)  # أوقف 21 عنصر دعم
    if any(scan.words[at].norm == "عددا" for at in between):
        return True
    bare_plural = mention.first not in scan.numerals and mention.first - 1 not in scan.numerals
    if bare_plural and mention.first == each.last + 1 and scan.words[mention.first].norm.endswith(_OBLIQUE):
        return True  # استهدف عسكريين ورعاة
    if mention.first == each.last + 1 and _is_accusative(scan, mention):
        return True  # كما اتهمت ضباطا
    if between and mention.group in _TAKEN and all(scan.words[at].norm in _IN_IT for at in between):
        return True  # شنت قوة حملة اعتقلت خلالها المطلوبين
    if each.kind in SPEECH and (_is_of_march(scan, each) or (between and _has_own_subject(scan, between))):
        return True
    if each.kind == "interception" and mention.group in ("aircraft", "drone"):
        return not scan.words[mention.first].norm.startswith("ال")  # الدفاعات أسقطت طائرة للحركة
    if each.kind in SPEECH and any(scan.at("outlet", at) for at in between):
        return True  # اتهمت وكالة أ الحركة
    wears = any(m.clitics.suffix not in ("", "ي") for m in scan.at("person", mention.first))  # طالبت ذويه
    wears = wears and not scan.words[mention.first].norm.startswith("ذوو")
    if wears or (form.person == "3fs" and mention.gender == "m" and mention.number == "pl"):
        return True
    clash = all(at in scan.numerals for at in between) and disagree(form.person, mention.gender)
    return form.person in ("3mp", "3fp", "1p") or clash or _is_oblique(scan, mention)


_OBLIQUE: Final = tuple(word_set("frames", "oblique"))


def _has_its_subject(scan: Scan, each: Happening) -> bool:
    """Whether the subject of a verb stands right before it: القصف استهدف مقاتلين, قال إنها قصفت."""
    before = each.start - 1
    if before < 0 or each.match.clitics.lead or each.trigger.frame != "does":
        return False
    if scan.words[before].norm in OF_HIMSELF:
        return True
    before -= scan.words[before].norm in ("الذي", "التي")
    strikes = (m for m in scan.ending("trigger", before) if m.payload.kind in FROM and m.payload.frame == "by")
    return each.kind in FROM and any(not m.clitics.suffix and _may_be_subject(scan, m, each) for m in strikes)


def _may_be_subject(scan: Scan, strike: Match, each: Happening) -> bool:
    """Whether a verb agrees with the noun of a strike: غارات استهدفت, but not بعد القصف استهدفت الفصائل."""
    form = each.match.form
    if not isinstance(form, VerbForm) or not isinstance(strike.form, str) or strike.form == "du":
        return False
    feminine = strike.form == "pl" or scan.words[strike.first].marbuta
    return form.person == ("3fs" if feminine else "3ms")


def _hit_by_strike(scan: Scan, each: Happening, group: list[Happening], after: list[Mention]) -> list[Mention]:
    """Whom a strike hits that was named before its verb: غارات عنيفة على البلدة، استهدفت مقاتلين."""
    if each.kind not in FROM or each.match.clitics.lead or each.harm:
        return []
    free = [m for m in after if not m.prep]
    if len(free) != 1 or free[0].group in ARMS or any(each.last < at <= free[0].first for at in scan.commas):
        return []
    strikes = (m for m in group if not (m.is_verb or m.harm) and m.kind in FROM and m.last < each.start)
    near = any(each.start - m.last <= REACH and _may_be_subject(scan, m.match, each) for m in strikes)
    return free if near else []


def _is_of_bomb(scan: Scan, each: Happening) -> bool:
    """Whether a bomb right before a verb is what hit: تفجير عبوة ناسفة استهدفت دورية."""
    if each.harm or each.match.clitics.lead or each.trigger.strength != "generic" or each.first in scan.commas:
        return False
    return any(m.payload.kind in ("explosion", "suicide_bombing") for m in scan.ending("weapon", each.first - 1))


def _is_oblique(scan: Scan, mention: Mention) -> bool:
    """Whether a party stands in the accusative (جندياً، رتلا); one that is counted says nothing (17 مواطناً)."""
    word = scan.words[mention.first]
    if mention.first - 1 in scan.numerals:
        return False
    heads = (m for sort in ("force", "person") for m in scan.at(sort, mention.first))
    return _TANWIN in scan.text[word.start : word.end] or any(word.norm == f"{fold(m.payload.lemma)}ا" for m in heads)


def _is_of_march(scan: Scan, each: Happening) -> bool:
    """Whether a verb tells what a march wants: مظاهرة تطالب الحكومة."""
    return bool(each.first) and any(m.payload.kind == "protest" for m in scan.ending("trigger", each.first - 1))


def _has_own_subject(scan: Scan, between: range) -> bool:
    """Whether words that name no party known are who speaks to the one behind them: طالب مجلس القضاء الحكومة."""
    at = between[0]
    first = scan.words[at].norm
    if first in _IN_IT:
        return True  # شكوى اتهمت فيها إسرائيل
    if at in scan.dated or first in PREPOSITIONS or any(m.clitics.prep for m in scan.here(at)):
        return False
    if scan.words[between[-1] + 1].before.strip() or any(scan.at("trigger", each) for each in between):
        return False
    return any(scan.words[each].norm.startswith("ال") for each in between[:3])


_IN_IT: Final = word_set("frames", "in_it")


#: How far behind somebody who is named by name those may be joined who were harmed with him: القيادي فلان ومرافقه.
_NAME_REACH: Final = 5


#: Who leads is no doer of a passive: قصفت الحركة بقيادة فلان المدينة.
_LED_BY: Final = "بقيادة"


_TANWIN: Final = "\N{ARABIC FATHATAN}"


def _is_subset(scan: Scan, mention: Mention, low: int) -> bool:
    return any(scan.words[at].norm in SUBSET for at in range(max(low + 1, mention.first - 3), mention.first))


def heads_clause(scan: Scan, mention: Mention, each: Happening) -> bool:
    """A party that stands as subject before its verb: behind أن, or first in its sentence or clause."""
    if mention.prep or (each.match.clitics.lead and each.start - mention.last > 1):
        return False
    if any(scan.words[at].norm in _OWN_CLAUSE for at in range(mention.last + 1, each.start)):
        return False
    before = mention.first - 1
    while before in scan.numerals or (before >= 0 and scan.words[before].norm in ("احدي", "احد")):
        before -= 1
    named = before < 0 or scan.words[before].norm in COMPLEMENTIZERS or scan.words[before].norm in _OPENING
    if not named and any(mention.last < comma <= each.start for comma in scan.commas[:-1]):
        return False
    return named or mention.first in scan.commas or each.start - mention.last <= 3


_OWN_CLAUSE: Final = word_set("frames", "own_clause")


_OPENING: Final = word_set("frames", "opening")


_DAMMA: Final = "\N{ARABIC DAMMA}"


def _passive(
    each: Happening, subject_before: list[Mention], after: list[Mention], free: list[Mention], *, by_agent: bool
) -> bool:
    """Unvocalised, active and passive look alike: passive where an agent is named, or nobody who could have done it."""
    form = each.match.form
    if not isinstance(form, VerbForm) or each.trigger.lemma == "نفذ":
        return False  # نفذت السلطات حكم الإعدام في مدانين
    if by_agent or (form.voice == "passive" and not subject_before):
        return True
    if each.harm and any(m.prep in each.trigger.preps for m in after) and (subject_before or free):
        return False  # قضت وحدة على مسلح
    if each.harm:
        chain = len(with_joined(after, free[0], gap=_NAME_REACH)) if free else 0
        before = sum(not m.joined for m in subject_before) or len(subject_before[:1])  # جنود وانتحاريون قتلوا
        return len(free) - max(0, chain - 1) + before < 2
    if each.trigger.frame != "does" or subject_before:
        return False
    unarmed = bool(free) and (free[0].id or "").split(".")[0] in ("CIVILIANS", "UN")
    return each.kind in _BEFALLS_CIVILIANS and len(free) == 1 and unarmed


def _nominal(scan: Scan, each: Happening, after: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The genitive of a noun is who did it (قصف النظام) or whom it befell (مقتل مدني), by its frame."""
    genitive = [m for m in after if m.first - each.last <= 5 and m.prep in ("", "ل") and not _is_oblique(scan, m)]
    if each.kind == "interception":  # الدفاعات الجوية لصواريخ إسرائيلية
        genitive = [m for m in genitive if m.group != "adjective" or m.first == each.last + 1]
    genitive = [m for m in genitive if not _is_behind_target(scan, each, m)]
    marked = [m for m in after if _marks(each, m)]
    if each.kind in SPEECH and (_is_addressed(scan, each, genitive) or _is_accused(scan, each, genitive)):
        whom = genitive or marked
        return [], with_joined(after, whom[0]) if whom else []
    if each.trigger.frame == "of" and genitive and genitive[0].group in ARMS:
        rest = [m for m in after if m.first > genitive[0].last and not m.prep]
        return [genitive[0]], rest[:1]
    if each.trigger.frame == "of" and (objects := _objects(scan, each, genitive, after)):
        return [genitive[0]], objects
    entering = each.trigger.frame == "of" and each.trigger.lemma in _ENTERING
    if entering and genitive and not genitive[0].prep and genitive[0].group in _ENTERERS:
        return with_joined(after, genitive[0]), []
    if each.trigger.frame == "of" and (done := _done_to(scan, each, genitive, after)):
        return [genitive[0]], done
    if each.kind in FROM and genitive and _fires(scan, each, genitive[0]):
        who = with_joined(after, genitive[0])
        return who, [m for m in after if m.prep == "ل" and m.first - who[-1].last == 1]
    if each.trigger.frame == "of":
        whom = with_joined(after, genitive[0]) if genitive else marked[:1]
        return [], whom
    if each.trigger.frame == "none":
        return [], marked[:1]
    who = with_joined(after, genitive[0]) if genitive else []
    if who and each.kind in FROM and any(seat in scan.words[who[0].first].norm for seat in _SEATS):
        return [], who  # قصف قنصليتها
    if who and (who[0].group in PASSIVE or (who[0].id == "CIVILIANS" and each.kind not in ("riot", "protest"))):
        return [], who
    if who and not marked and not who[0].prep and "ل" in each.trigger.preps:  # قصف القوات لمواقع الجماعة
        marked = [m for m in after if m.prep == "ل" and m not in who and m.first - who[-1].last == 1]
    return who, with_joined(after, marked[0]) if marked else []


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


_DEEDS: Final = word_set("frames", "deeds")


#: Where diplomats sit, who shell nobody.
_SEATS: Final = ("قنصلي", "سفار")


def _is_behind_target(scan: Scan, each: Happening, mention: Mention) -> bool:
    """Whether what a deed is directed at stands before a party: احتجاج على وفاة شابة، هجوم على مقر قيادة الجيش."""
    if each.trigger.frame != "by" or mention.prep:
        return False
    return any(scan.words[at].norm in ("علي", "ضد") for at in range(each.last + 1, mention.first - 1))


def _objects(scan: Scan, each: Happening, genitive: list[Mention], after: list[Mention]) -> list[Mention]:
    """Whom the party behind a noun did it to: اعتقال الأسايش 18 ناشطا, but اعتقال شابين, قائد ومرافقيه."""
    if each.kind not in _TAKING or not genitive or genitive[0].prep or genitive[0].group not in _TAKERS:
        return []
    rest = [m for m in after if m.first > genitive[0].last and not m.joined]
    if not rest or rest[0].prep or rest[0].group not in _TAKEN or rest[0].first - genitive[0].last > 4:
        return []
    between = scan.words[genitive[0].last + 1 : rest[0].first + 1]
    if any(word.before.strip() for word in between) or _is_subset(scan, rest[0], genitive[0].last):
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


_ENTERING: Final = word_set("frames", "entering")


_ENTERERS: Final = frozenset(("force", "unit", "military", "armed_group", "person_of", "fighter", "gunman", "police"))


#: Kinds whose noun may stand before who does it and to whom, and the parties in question.
_TAKING: Final = frozenset(("arrest", "abduction", "release", "attack", "destruction"))


_TAKERS: Final = frozenset(
    ("force", "unit", "military", "armed_group", "organisation", "government", "police", "fighter", "gunman", "country")
)


_TAKEN: Final = frozenset(
    (
        "civilian", "man", "woman", "child", "worker", "protester", "resident", "prisoner", "journalist", "medic",
        "refugee", "migrant", "farmer", "student", "aid_worker", "elderly", "family", "person_of", "soldier", "fighter",
        "gunman",
    )
)  # fmt: skip


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


def _marks(each: Happening, mention: Mention) -> bool:
    """Whether the preposition of a party makes it whom a noun is directed at."""
    if mention.prep == "ضد" or (each.kind in SPEECH and mention.prep == "الي"):
        return True
    return mention.prep in each.trigger.preps and mention.prep != "ل"


def _light(
    scan: Scan, each: Happening, before: list[Mention], after: list[Mention], inside: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Parties of a noun that a verb carries: the verb's subject acts (شنّ) or suffers (تعرض ل)."""
    light = each.light
    assert light is not None
    between = [m for m in inside if light.last < m.first < each.first and not m.prep]
    if isinstance(light.form, VerbForm) and light.form.person in ("3mp", "3fp"):
        between = []  # قاموا بتكسير مركبات المواطنين، وإطلاق النار
    heads = [m for m in before if heads_clause(scan, m, each)][-1:]
    subject = with_joined(inside, between[0]) if between else heads
    marked = [m for m in after if _marks(each, m)]
    frame = light.payload.frame
    taken = isinstance(light.form, VerbForm) and light.form.voice == "passive" and each.match.clitics.prep == "ب"
    if frame == "suffers" or taken:  # تعرضت القوات لهجوم، فوجئت القوات بهجوم
        acting, _ = _nominal(scan, each, after)
        return acting, subject
    if frame == "does" and subject:
        objects = marked or [
            m for m in after if m.prep in ("", "ل") and m.first - each.last <= 5 and m.group != "adjective"
        ]
        objects = [m for m in objects if m not in subject]
        return subject, with_joined(after, objects[0]) if objects else []
    return _nominal(scan, each, after)


def with_joined(inside: list[Mention], start: Mention, *, gap: int = 2) -> list[Mention]:
    """A party and those that و joins to it."""
    found = [start]
    for mention in inside:
        reach = gap if mention.joined else 1
        if mention.first == start.first and mention is not start:
            found.append(mention)  # الطرفان are two
            continue
        beside = mention.joined or mention.why.endswith("beside it")
        near = mention.first > found[-1].last and mention.first - found[-1].last <= reach
        if beside and near:
            found.append(mention)
        elif near and not mention.prep:
            break  # دعت أ وب ج ود: whom they ask
    return found
