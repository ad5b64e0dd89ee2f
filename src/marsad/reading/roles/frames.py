"""Stage 8, first half: who did it to whom by the frame of a verb or noun: subject, object, genitive, preposition."""

from __future__ import annotations

from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.reading.acts.happenings import Happening
from marsad.reading.kinds import FIRING, FROM
from marsad.reading.parties.cast import ARMS, Mention
from marsad.reading.roles.clauses import BEFORE_NOUNS, LIVES, REACH, cut, heads_clause, with_joined
from marsad.reading.roles.noun_frames import by_noun, is_directed_at
from marsad.reading.roles.objects import may_be_subject
from marsad.reading.roles.verb_frames import by_verb
from marsad.reading.scan import PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set


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
    after = _behind(scan, each, inside, others)
    ending = [m for m in inside if m.last == last and each.first < m.first]
    named = [m for m in ending if m.group == "adjective"]
    if named and not each.is_verb and each.kind in FROM:  # العدوان الإسرائيلي
        return named, by_noun(scan, each, after)[1]
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
        acting, acted = _light(scan, each, before, after, inside)
        return acting or _whose_craft(each, after), acted
    dying = each.harm and each.trigger.frame == "suffers" and each.trigger.pos == "phrase"  # قضوا، سقطوا
    if dying or (each.is_verb and not _is_noun_here(scan, each)):
        if each.match.clitics.suffix:  # قتل مسلح في كمين نصبته الشرطة
            before = [m for m in before if not any(m.last < at < start for at in others)]
        alone = not any(heads_clause(scan, m, each) for m in before)
        if alone and _tells_of_noun(scan, each, group):
            objects = [m for m in after if not m.prep] or after  # عملية عسكرية استهدفت مسلحي الحركة
            return [], with_joined(after, objects[0]) if objects else []
        hit = _hit_by_strike(scan, each, group, after)
        return ([], hit) if hit else by_verb(scan, each, before, after)
    return _of_noun(scan, each, group, inside, before, after)


def _behind(scan: Scan, each: Happening, inside: list[Mention], others: list[int]) -> list[Mention]:
    """The parties behind a happening that nothing parts from it."""
    last = each.last
    after = [m for m in inside if last < m.first <= last + REACH and not cut(scan, last, m.first, others)]
    if each.harm and each.is_verb:  # قتل خمسة جنود واعتبر أربعة مفقودين
        joint = next((v.first for v in scan.of("verb") if v.first > last and v.clitics.lead == "و"), last + REACH + 1)
        after = [m for m in after if m.first < joint]
        after += _beyond_aside(scan, each, inside, others)
    return [m for m in inside if each.first < m.first <= last < m.last] + after  # دخول رتل is one trigger


_ASIDES: Final = word_set("frames", "asides")


def _beyond_aside(scan: Scan, each: Happening, inside: list[Mention], others: list[int]) -> list[Mention]:
    """The object of a verb behind what it was done during: قتلت قوات الأمن، خلال مداهمة في أ، سبعة مسلحين."""
    doer = next((m for m in inside if m.first == each.last + 1 and m.group in FIRING and not m.prep), None)
    if doer is None:
        return []
    during = next((at for at in others if doer.last < at and scan.words[at - 1].norm in _ASIDES), None)
    if during is None or any(doer.last < at < during for at in others):
        return []
    return [m for m in inside if during < m.first and not m.prep and _is_told_anew(scan, m)][:1]


def _is_told_anew(scan: Scan, mention: Mention) -> bool:
    """Whether people stand behind a number of their own that nothing leads: في أ سبعة مسلحين, not وسبعة or من سبعة."""
    number = next((n for n in scan.numbers if mention.first - 2 <= n.last < mention.first), None)
    if number is None or scan.words[number.first].norm[0] == "و":
        return False
    return scan.words[number.first - 1].norm not in PREPOSITIONS and not scan.ending("trigger", number.first - 1)


def _of_noun(
    scan: Scan,
    each: Happening,
    group: list[Happening],
    inside: list[Mention],
    before: list[Mention],
    after: list[Mention],
) -> tuple[list[Mention], list[Mention]]:
    """Who acts and who is acted upon by a noun, and by what stands before it where the noun does not tell who acts."""
    acting, acted = by_noun(scan, each, after)
    acting = acting or _whose_craft(each, after)
    acting = acting or _behind_its_noun(scan, each, inside) or _before_its_verb(scan, each, before)
    acting = acting or _who_caused(scan, each, inside) or _who_is_responsible(scan, each, inside)
    return acting or _answering(each, group, inside), acted


def _whose_craft(each: Happening, after: list[Mention]) -> list[Mention]:
    """Whose craft the words of a happening end in: هجوم بطائرة مسيرة لقوات الجيش، هجوم بطائرة مسيرة تركية طال سيارة."""
    return [m for m in after if each.first < m.first <= each.last < m.last and m.group in ARMS and m.id]


#: How far behind "the lives" those may stand who lost theirs.
_LIVES_REACH: Final = 5


def _whose_lives(scan: Scan, each: Happening, inside: list[Mention]) -> list[Mention]:
    """Those whose lives something took: أودت غارات على البلدة بحياة امرأة وطفلين."""
    for at in range(each.last + 1, min(each.last + REACH, len(scan.words))):
        if scan.words[at].norm in LIVES:
            lost = [m for m in inside if at < m.first <= at + _LIVES_REACH and m.prep in ("", "من")]
            return with_joined(inside, lost[0]) if lost else []
    return []


def _is_manner(each: Happening) -> bool:
    """Whether a noun only tells how something was done: اعتدوا بالضرب على المزارع."""
    return not each.is_verb and each.match.clitics.prep == "ب" and each.match.clitics.definite


def _tells_of_noun(scan: Scan, each: Happening, group: list[Happening]) -> bool:
    """Whether a verb has for its subject the indefinite noun of its event before it: كمين استهدف سيارة."""
    if each.match.clitics.lead or each.trigger.strength != "generic":
        return False
    nouns = [o for o in group if not (o.is_verb or o.harm or o.match.clitics.definite) and o.last < each.first]
    return bool(nouns) and each.first - nouns[-1].last <= REACH and may_be_subject(scan, nouns[-1].match, each)


def _is_noun_here(scan: Scan, each: Happening) -> bool:
    """Whether a word spelt like its verb is the noun, behind a preposition: إثر قصف للدعم السريع."""
    if not each.first or scan.words[each.first - 1].norm not in BEFORE_NOUNS:
        return False
    return any(isinstance(noun.form, str) for noun in scan.at("trigger", each.first))


_CARRYING: Final = word_set("frames", "carrying")


#: How far behind those who do it the act may stand, the adjectives of their allies between.
_CARRIED_REACH: Final = 3


def _behind_its_noun(scan: Scan, each: Happening, inside: list[Mention]) -> list[Mention]:
    """Who does it behind the noun of a verb that carries it: بدء الجيش عملية، قيام وحدات بقصف."""
    if each.trigger.frame not in ("by", "of"):
        return []
    for m in inside:
        if 0 < m.first <= each.first and scan.words[m.first - 1].norm in _CARRYING:
            who = with_joined(inside, m)
            if each.first - who[-1].last <= _CARRIED_REACH:
                return who
    return []


_RESPONSIBLE: Final = word_set("frames", "responsible")


def _who_is_responsible(scan: Scan, each: Happening, inside: list[Mention]) -> list[Mention]:
    """Who is told to be responsible for what a noun tells: النظام مسؤول عن اعتقال 113 شخصا."""
    at = each.first - 2
    if each.is_verb or at < 1 or scan.words[at].norm not in _RESPONSIBLE or scan.words[at + 1].norm != "عن":
        return []
    return [m for m in inside if m.last == at - 1 and not m.prep][-1:]


#: Within how many words behind "brought about" the toll stands.
_CAUSED: Final = 7


def _who_caused(scan: Scan, each: Happening, inside: list[Mention]) -> list[Mention]:
    """Who brought a toll about, right behind the verb that says so: تسببت الميليشيا بمقتل ثلاثة."""
    if not each.harm or each.is_verb:
        return []
    near = range(max(0, each.first - _CAUSED), each.first)
    caused = next((at for at in near if scan.words[at].norm.removeprefix("و").startswith("تسبب")), None)
    found = [m for m in inside if caused is not None and m.first == caused + 1 and not m.prep]
    return with_joined(inside, found[0]) if found else []


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


def _hit_by_strike(scan: Scan, each: Happening, group: list[Happening], after: list[Mention]) -> list[Mention]:
    """Whom a strike hits that was named before its verb: غارات عنيفة على البلدة، استهدفت مقاتلين."""
    if each.kind not in FROM or each.match.clitics.lead or each.harm:
        return []
    free = [m for m in after if not m.prep]
    if len(free) != 1 or free[0].group in ARMS or any(each.last < at <= free[0].first for at in scan.commas):
        return []
    strikes = (m for m in group if not (m.is_verb or m.harm) and m.kind in FROM and m.last < each.start)
    near = any(each.start - m.last <= REACH and may_be_subject(scan, m.match, each) for m in strikes)
    return free if near else []


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
    marked = [m for m in after if is_directed_at(each, m)]
    frame = light.payload.frame
    taken = isinstance(light.form, VerbForm) and light.form.voice == "passive" and each.match.clitics.prep == "ب"
    if frame == "suffers" or taken:  # تعرضت القوات لهجوم، فوجئت القوات بهجوم
        acting, _ = by_noun(scan, each, after)
        return acting, subject
    if frame == "does" and subject:
        objects = marked or [
            m for m in after if m.prep in ("", "ل") and m.first - each.last <= 5 and m.group != "adjective"
        ]
        objects = [m for m in objects if m not in subject]
        return subject, with_joined(after, objects[0]) if objects else []
    return by_noun(scan, each, after)
