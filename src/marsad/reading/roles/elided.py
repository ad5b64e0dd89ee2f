"""How a claim shows that it leaves out who did it: it goes on, its speaker tells of himself, a pronoun takes him up."""

from __future__ import annotations

from typing import Final

from marsad.arabic.folding import fold
from marsad.arabic.inflection import VerbForm
from marsad.knowledge.lexicon import Match
from marsad.model import Party
from marsad.reading.acts.happenings import Happening
from marsad.reading.groups.groups import Group
from marsad.reading.groups.same_acts import spreads
from marsad.reading.kinds import OF_PEOPLE, SPEECH
from marsad.reading.parties.cast import NOBODY
from marsad.reading.roles.clauses import OF_HIMSELF, wears_damma
from marsad.reading.roles.roles import Roles
from marsad.reading.roles.sides import is_contained
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.word_sets import word_set


def is_received(group: Group) -> bool:
    """Whether a pronoun on the noun of a meeting tells who met: خلال لقائه، لدى استقبالها."""
    lead = group.lead
    return group.kind == "meeting" and not lead.is_verb and lead.match.clitics.suffix in ("ه", "ها")


def is_asking(scan: Scan, group: Group) -> bool:
    """Whether a participle, or "also", goes on with who accused or asked before: حملت الجيش المسؤولية، داعية إلى."""
    if group.lead.is_verb and group.first and scan.words[group.first - 1].norm in ("كما", "وكذلك"):
        return True
    word = scan.words[group.lead.first]
    return group.first in scan.commas and scan.text[word.start : word.end].endswith(("اً", "ًا", "ة", "ةً", "ا", "ين"))


def is_visit_too(scan: Scan, group: Group, roles: Roles) -> bool:
    """Whether a verb tells whom a visitor met who is told of before it: وصل الوزير إلى القاهرة حيث التقى نظيره."""
    verb = group.lead.match
    if group.kind != "meeting" or not group.lead.is_verb or not verb.first or verb.form.person not in ("3ms", "3fs"):
        return False
    joined = verb.clitics.lead == "و" or scan.words[verb.first - 1].norm == "حيث"
    return joined and all(mention.first > verb.last for mention in roles.initiator)


def verb_of(group: Group) -> Match | None:
    """The verb of a claim: its own, or the light one that carries its noun."""
    lead = group.lead
    if lead.is_verb:
        return lead.match
    light = lead.light
    return light if light is not None and light.payload.frame == "does" else None


_GOING_ON: Final = word_set("elided", "going_on")


def goes_on(scan: Scan, group: Group) -> bool:
    """Whether a verb has its subject in the clause before it."""
    verb, lead = verb_of(group), group.lead
    if verb is None or verb.form.voice == "passive" or lead.harm:
        return False
    if lead.is_verb and lead.trigger.frame not in ("does", "acts", "by"):
        return False
    if _is_vowelled_passive(scan, verb) or _has_subject(scan, group, verb):
        return False
    if group.kind in OF_PEOPLE and any(_is_noun_at(each, verb.last + 1) for each in group.members):
        return False  # وخرجت مظاهرات: the noun is its subject
    before = scan.words[verb.first - 1].norm if verb.first else ""
    if before == "قد" and verb.form.tense == "present":
        return False  # حشود قد تهاجم البلدة
    return bool(verb.clitics.lead) or before in _GOING_ON or _in_relative(scan, verb)


def _has_subject(scan: Scan, group: Group, verb: Match) -> bool:
    """Whether words that name no party are the subject of a verb: ودخلت أمس 52 شاحنة، وطالبت المصادر."""
    behind = (verb.last + 1, verb.last + 2)
    if group.kind in SPEECH:
        return behind[0] < len(scan.words) and scan.words[behind[0]].norm.removeprefix("ال") in ("مصدر", "مصادر")
    if group.lead.trigger.lemma == _TARGETED and any(not m.clitics.prep for m in scan.at("weapon", behind[0])):
        return True  # فيما استهدفت مسيرتان حقلا
    return group.lead.is_verb and group.lead.trigger.frame == "acts" and any(at in scan.numerals for at in behind)


#: What weapons do as the subject of a verb; others are their objects (أطلقت صواريخ).
_TARGETED: Final = "استهدف"


def _is_vowelled_passive(scan: Scan, verb: Match) -> bool:
    """Whether a verb wears the vowel of the passive, or its patient behind it is its subject: خُطف، احتجز سائقان."""
    if wears_damma(scan, verb.first):
        return True
    people = (m for m in scan.at("person", verb.last + 1) if m.payload.id == "CIVILIANS" and not m.clitics.prep)
    return any(scan.words[m.last].norm.endswith("ان") and m.form == "du" for m in people)


_RELATIVES: Final = word_set("elided", "relatives")
_RESUMPTIVE: Final = word_set("elided", "resumptive")
_OF_IT: Final = word_set("elided", "of_it")


def _in_relative(scan: Scan, verb: Match) -> bool:
    """Whether a relative clause has its object before it and leaves its subject out: البلدة التي سيطروا عليها."""
    if not verb.first or scan.words[verb.first - 1].norm not in _RELATIVES:
        return False
    behind = scan.words[verb.last + 1].norm if verb.last + 1 < len(scan.words) else ""
    return verb.clitics.suffix in _RESUMPTIVE or behind in _OF_IT


def _is_noun_at(each: Happening, at: int) -> bool:
    return not each.is_verb and each.first == at and not each.match.clitics.prep


def is_of_himself(scan: Scan, group: Group, speaker: Party | None) -> bool:
    """Whether somebody tells what he himself did; of an army or a group that says so, that it killed, too."""
    body = speaker is not None and speaker.id is not None and speaker.id not in NOBODY
    said = group.voice.at if group.voice is not None else -1
    if any(_has_to(scan, each) or _may_have(scan, each, said) for each in group.members):
        return True
    if is_contained(scan, group.lead):
        return False
    return any(
        scan.words[at].norm in OF_HIMSELF and not _is_of_another(scan, said, at)
        for each in group.members
        if each.verb is not None and (not each.harm or (body and _is_active(each.verb)))
        for at in range(max(0, each.verb.first - 2), each.verb.first)
    )


def _may_have(scan: Scan, each: Happening, said: int) -> bool:
    """Whether somebody says that he did or did not do it, behind "that he have": نفت الحركة أن تكون قصفت المدينة."""
    at = each.first - 1 - (each.first > 0 and scan.words[each.first - 1].norm == "قد")
    return each.is_verb and at > said >= 0 and scan.norms(at - 1, at) in ("ان تكون", "ان يكون", "ان يكونوا")


_ARMIES: Final = word_set("elided", "armies")


def is_armed(group: Group, speaker: Party | None) -> bool:
    """Whether an army or an armed group tells of those who were killed by it."""
    if group.voice is None or speaker is None or speaker.id is None:
        return False
    kind, name = group.voice.chain[0].kind, fold(speaker.text)
    return kind == "armed_group" or (kind == "official" and any(word in name for word in _ARMIES))


_HAD_TO: Final = word_set("elided", "had_to")


def _has_to(scan: Scan, each: Happening) -> bool:
    """Whether somebody tells what he himself had to do: أنه اضطر للانسحاب، إنه قرر الانسحاب."""
    back = each.first - (2 if scan.words[each.first - 1].norm == "الي" else 1)
    return (
        not each.is_verb and back > 0 and scan.words[back].norm in _HAD_TO and scan.words[back - 1].norm in OF_HIMSELF
    )


def is_participle(scan: Scan, group: Group) -> bool:
    """Whether a plural participle behind a comma tells what those who act want: مطالبين، داعين، منددين."""
    lead = group.lead
    return not lead.is_verb and lead.first in scan.commas and scan.words[lead.first].norm.endswith("ين")


def _is_of_another(scan: Scan, said: int, at: int) -> bool:
    """Whether a pronoun takes up the subject told of behind "that": قال فلان إن الحركة ...، إلا أنها هاجمت البلدة."""
    if said < 0 or scan.words[at].norm.startswith("و"):
        return False
    return scan.words[at - 1].norm in ("الا", "غير", "بيد") and any(
        scan.words[that].norm in COMPLEMENTIZERS for that in range(said + 1, at - 1)
    )


_IN_ITS_COURSE: Final = word_set("elided", "in_its_course")


def is_in_its_course(scan: Scan, group: Group) -> bool:
    """Whether something was done in the course of what was told before it: تم خلالها اعتقال أربعة، تخللها تفتيش."""
    return any(word.norm in _IN_ITS_COURSE for word in scan.words[max(0, group.first - 3) : group.first + 2])


def befell(group: Group) -> bool:
    """Whether it is told that something was done, and not by whom: تم حرق المقر، جرى اعتقال ثلاثة."""
    light = group.lead.light
    return light is not None and light.payload.frame != "does"


#: Sources that have forces; a monitor tells of the attacks of others.
ABLE: Final = frozenset(("official", "armed_group"))


def is_able(group: Group) -> bool:
    """Whether who speaks has forces, so that what was done may be their deed."""
    voice = group.voice
    return voice is not None and bool(voice.chain) and voice.chain[0].kind in ABLE


_KILLING: Final = word_set("elided", "killing")


def _is_active(verb: Match) -> bool:
    """Whether a verb of harm tells what somebody did, as far as its form and its letters can."""
    return isinstance(verb.form, VerbForm) and verb.form.voice != "passive" and fold(verb.payload.lemma) in _KILLING


_DOING: Final = word_set("elided", "doing")
_BESIDES: Final = word_set("elided", "besides")


def is_done_with(scan: Scan, group: Group) -> bool:
    """Whether a participle or "besides" goes on with who acts: توغلت القوات، منفذةً غارات، إضافة إلى قصف القرى."""
    first = group.first
    if first > 1 and not group.lead.is_verb and scan.words[first - 1].norm in ("الي", "عن", "علي"):
        done = not group.only_harm and group.kind != "explosion"  # blasts besides an attack are those of others
        return done and scan.words[first - 2].norm.removeprefix("و") in _BESIDES
    return first > 0 and first - 1 in scan.commas and scan.words[first - 1].norm in _DOING


def is_owned(scan: Scan, group: Group) -> bool:
    """Whether a pronoun on its noun tells who did it: قصفها، سيطرته، انسحابهم."""
    lead = group.lead
    if lead.match.clitics.suffix not in ("ه", "ها", "هم") or lead.harm or lead.light:
        return False
    nouns = [m for m in scan.at("trigger", lead.first) if isinstance(m.form, str) and m.clitics.suffix]
    return any(m.payload.frame == "by" for m in nouns)


_OCCASIONS: Final = word_set("elided", "occasions")
_KILLINGS: Final = word_set("elided", "killings")

_TOLLS: Final = word_set("elided", "tolls")
_SENSING: Final = word_set("elided", "sensing")

#: What is announced as happening to others.
_NOT_ANNOUNCED: Final = frozenset(
    ("protest", "riot", "displacement", "explosion", "suicide_bombing", "clash", "request")
)


#: Verbs of those who feel about what others did.
_FEELING: Final = word_set("elided", "feeling")


def is_announced(scan: Scan, group: Group) -> bool:
    """Whether a force tells what it did by the noun for it: أعلن الجيش اعتراض مسيرة، نفى الجيش قصف البلدة."""
    lead, voice = group.lead, group.voice
    if voice is None or lead.light or lead.match.clitics.prep:
        return False
    verb = scan.cue_at("say", voice.at)
    if verb is not None and verb.payload.lemma in _FEELING:
        return False  # أدانت قطر الهجوم
    before = scan.words[lead.first - 1].norm if lead.first else ""
    behind = (before in PREPOSITIONS and before != "عن") or before in _OCCASIONS  # كشفت الشرطة عن اعتقال ستة
    back = scan.words[max(0, lead.first - 12) : lead.first]  # التوصل إلى اتفاق مع
    reached = group.kind == "agreement" and any("توصل" in word.norm for word in back)
    if before in _SENSING:
        return False  # أعلن الجيش رصد إطلاق ثلاثة صواريخ
    if (behind and not reached) or fold(lead.trigger.lemma).startswith("سقوط"):
        return False  # نفى الجيش سقوط الثكنة، سقوط قتلى في كمين
    alike = lead.harm or any(isinstance(noun.form, str) for noun in scan.at("trigger", lead.first))
    if lead.is_verb and not (alike and lead.match.clitics.whole and voice.at < lead.first <= voice.last):
        return False  # أعلن الجيش قتل خمسة، أعلنت الجبهة قصف مواقع: spelt like the verb
    if any(each.harm and each.first < lead.first for each in group.members if each is not lead):
        return False  # نفت الوزارة سقوط قتلى في كمين
    if lead.harm and fold(lead.trigger.lemma) not in _KILLINGS:
        return False
    able = voice.chain and voice.chain[0].kind in ABLE and group.kind not in _NOT_ANNOUNCED
    between = [word.norm for word in scan.words[voice.at : lead.first]]
    about = "عن" in between[:-1] or "ما" in between  # نفى ما تردد عن إسقاط مسيرة
    about = about or not _TOLLS.isdisjoint(between)  # أعلنت الوزارة ارتفاع حصيلة القصف
    return bool(able) and 0 < len(between) <= 16 and not COMPLEMENTIZERS.intersection(between) and not about


def goes_on_of_himself(scan: Scan, group: Group) -> bool:
    """Whether a verb goes on with what a speaker tells of himself: أعلن الجيش أنه نفذ مهمة واعتقل ثلاثة."""
    voice = group.voice
    if voice is None or not goes_on(scan, group):
        return False
    return any(word.norm in OF_HIMSELF for word in scan.words[voice.at : group.lead.first])


_LIKE_BEFORE: Final = word_set("elided", "like_before")
_THE_STRIKES: Final = word_set("elided", "the_strikes")


_ADDING: Final = word_set("elided", "adding")


def is_added(scan: Scan, group: Group) -> bool:
    """Whether a bare noun adds an act to that of the clause before: قصفت القوات أ، بالإضافة إلى استهداف ب."""
    lead = group.lead
    if lead.is_verb or lead.light or lead.harm or lead.match.clitics.definite or lead.match.clitics.suffix:
        return False
    return scan.norms(max(0, lead.start - 2), lead.start - 1) in _ADDING


def takes_up(scan: Scan, group: Group) -> bool:
    """Whether a strike goes on from one told before: كما طال القصف البلدة، قصف مماثل."""
    words = [word.norm for word in scan.words[group.first : group.last + 5]]
    if any(word in _LIKE_BEFORE for word in words):
        return True
    return any(each.is_verb and scan.words[each.last].norm in _THE_STRIKES for each in group.members) or (
        group.lead.is_verb and len(words) > 1 and words[1] in _THE_STRIKES
    )


def takes_up_patients(scan: Scan, group: Group) -> bool:
    """Whether it befell those told of before: by a pronoun on its verb, or some of them who are let go."""
    return _takes_up_object(scan, group) or (group.kind == "release" and tells_of_some(scan, group))


_OTHERS: Final = word_set("elided", "others")
_OBJECTS_WORN: Final = word_set("elided", "objects_worn")
_OF_THEM: Final = word_set("elided", "of_them")


def _takes_up_object(scan: Scan, group: Group) -> bool:
    verb = group.lead.match
    if not isinstance(verb.form, VerbForm):
        return group.kind != "clash" and spreads(scan, verb)  # اتسعت تلك الحملات لتشمل أ
    behind = scan.words[verb.last + 1 : verb.last + 4]
    if any(word.norm in _OTHERS for word in behind) and any(
        at in scan.numerals for at in range(verb.last + 1, verb.last + 3)
    ):
        return True  # قتلوا ستين جنديا، وأسروا 12 آخرين
    return verb.clitics.suffix in _OBJECTS_WORN or any(word.norm in _OF_THEM for word in behind)


_SOME_OF_THEM: Final = word_set("elided", "some_of_them")


def tells_of_some(scan: Scan, group: Group) -> bool:
    """Whether some of those told of before are let go: أخلي سبيل 24 منهم، أفرج عن أحدهما."""
    return any(word.norm in _SOME_OF_THEM for word in scan.words[group.first : group.last + 6])
