"""Who did it, and to whom, where the sentence leaves it out: elided subjects, pronouns, speakers, those who march.

وقصفت البلدة goes on with the subject of the clause before, "the shelling" with who shelled, and who demands or
threatens by speaking is the speaker.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace

from marsad.arabic.folding import fold
from marsad.arabic.inflection import VerbForm
from marsad.knowledge.lexicon import Match
from marsad.model import Modality, Party, Span
from marsad.reading.cast import NOBODY, Mention, disagree, side
from marsad.reading.clauses import OF_HIMSELF
from marsad.reading.ellipsis import is_left_out
from marsad.reading.grouping import Group, counted_anew, spreads
from marsad.reading.kinds import OF_PEOPLE, SPEECH
from marsad.reading.roles import Roles
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.triggers import Happening
from marsad.reading.voices import Voice
from marsad.reading.word_sets import word_set

_MUTUAL: Final = frozenset(("clash", "meeting", "agreement"))

#: Kinds of which a later "the shelling" tells more.
_ECHOED: Final = frozenset(("shelling", "air_strike", "attack", "raid", "arrest", "operation", "restriction"))

#: Kinds that in one report are mostly done by one party: who has aircraft, who moves his columns.
_BY_FEW: Final = frozenset(("air_strike", "movement"))

#: Kinds that are attacks with a weapon of their own.
_STRIKES: Final = frozenset(("air_strike", "explosion", "suicide_bombing"))

#: Sources that ask, accuse and threaten by speaking; a news agency only passes it on.
_SPEAKERS: Final = frozenset(("official", "armed_group", "monitor", "person", "local", "medical"))

_SOURCES: Final = tuple(word_set("doers", "sources"))

#: Sources that have forces; a monitor tells of the attacks of others.
_ABLE: Final = frozenset(("official", "armed_group"))

_GOING_ON: Final = word_set("doers", "going_on")

_OF_THEM: Final = word_set("doers", "of_them")


@dataclass(slots=True)
class Doers:
    """Who did and who suffered what the report told last, who spoke, and who did what of each kind."""

    agent: tuple[Party, ...] = ()
    gender: str = ""
    acted_in: int = -9
    patients: tuple[Party, ...] = ()
    suffered_in: int = -9
    asked: tuple[Party, ...] = ()
    asked_in: int = -9
    heard: Party | None = None
    asker: tuple[Party, ...] = ()
    asker_in: int = -9
    of_kind: dict[str, tuple[Party, ...]] = field(default_factory=dict)
    speakers: dict[str, Party] = field(default_factory=dict)

    def initiator(self, scan: Scan, group: Group, roles: Roles, sentence: int, modality: Modality) -> tuple[Party, ...]:
        """Who did it: whom the sentence names, else whom it leaves out; of what is requested, who is asked."""
        did = self._initiator(scan, group, roles, sentence, modality)
        if group.kind in SPEECH:
            self.asker, self.asker_in = did, sentence
        return did

    def _initiator(
        self, scan: Scan, group: Group, roles: Roles, sentence: int, modality: Modality
    ) -> tuple[Party, ...]:
        found = _called_once(mention.party(scan) for mention in roles.initiator)
        found += self._other_side(scan, group, roles, sentence)
        if any(party.id for party in found):
            self._remember(found, roles.initiator, group.kind, sentence)
            if not self._agrees(group):
                self.gender = ""  # أكملت الدعم السريع: said of its forces
            if group.kind == "clash":
                self._note_fallen(group, roles, found, sentence)
            return found
        if modality == "requested" and self.asked and self.asked_in == sentence:
            return _taken_up(self.asked, {mention.id for mention in roles.target if mention.id})
        unknown = found and group.lead.is_verb and not any(mention.bare for mention in roles.initiator)
        sent = group.kind in ("deployment", "movement") and group.lead.trigger.frame == "does"  # ونشرت وحدات
        if unknown and group.kind not in SPEECH and not sent:
            if not roles.initiator[0].prep:
                self.agent, self.acted_in = (), sentence  # who goes on is nobody told of before
            return found  # whoever is named, and that no file knows, is nobody who was told of before
        left_out = self._left_out(scan, group, roles, sentence)
        if found and not any(party.id for party in left_out):
            return found
        if group.kind in OF_PEOPLE:
            left_out = tuple([party for party in left_out if party.id in NOBODY])
        elif left_out and group.kind not in SPEECH and sentence != self.acted_in:
            # أعلن الجيش سيطرته على البلدة بعد معارك مع الحركة
            self._remember(left_out, (), group.kind, sentence)
        people = () if left_out else _people(scan, group, modality)
        if people:
            self.agent, self.acted_in, self.gender = people, sentence, ""
        return left_out or people

    def _other_side(self, scan: Scan, group: Group, roles: Roles, sentence: int) -> tuple[Party, ...]:
        """Who fights or talks where only the other side is named: انسحب الجيش بعد معارك مع المتمردين."""
        if group.kind not in _MUTUAL:
            return ()
        sides = {mention.id for mention in roles.initiator if mention.id}
        if len(sides) == 1 and _is_received(group) and (host := self._speaker(group) or self.heard):
            return (host,) if host.id and host.id not in sides else ()  # أكد الوزير خلال لقائه نظيره
        harmed = any(each.harm for each in group.members)  # قتلوا في المعارك 40 من عناصر الحركة
        preps = ("مع", "ضد", "صفوف", "ل") if group.lead.is_verb else ("مع", "ضد", "صفوف")  # صدت هجوما للجيش
        faced = harmed or any(mention.prep in preps for mention in roles.initiator) or _is_visit_too(scan, group, roles)
        if len(sides) != 1 or not faced:
            return ()
        speaker = self._speaker(group)
        own = _of_himself(scan, group, speaker) or (group.kind == "agreement" and _announced(scan, group))
        own = own or (harmed and _is_armed(group, speaker))  # أعلن الجيش مقتل 40 من المتمردين في معارك
        if speaker is not None and speaker.id not in sides and own:
            return (speaker,)  # قال الجيش إنه خاض معارك مع المتمردين، أعلنت الحركة التوصل إلى اتفاق مع الحكومة
        if sentence == self.acted_in and (other := _taken_up(self.agent, sides)):
            return other
        before = self.of_kind.get(group.kind, ())
        again = any(each.kind == "clash" and each.match.clitics.definite for each in group.members)
        known = again and bool(sides & {party.id for party in before})  # مقتل عشرة من الحركة خلال الاشتباكات
        return _taken_up(before, sides) if known else ()

    def target(
        self, scan: Scan, group: Group, roles: Roles, sentence: int, did: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """Whom it befell: whom the sentence names, else whom a pronoun on the verb takes up; not those who `did` it."""
        found = _called_once(mention.party(scan) for mention in roles.target)
        if group.kind == "request" or (group.kind == "protest" and found):  # مظاهرة تطالب الحكومة بالإفراج عنهم
            self.asked, self.asked_in = found, sentence
        if any(party.id for party in found):
            self.patients, self.suffered_in = found, sentence
        elif self.patients and sentence - self.suffered_in <= 1 and _takes_up_patients(scan, group):
            doers = {party.id for party in did}
            return _taken_up(self.patients, {who for who in doers if who})
        elif group.kind == "capture" and (loser := self._loser(group)):
            return (loser,)
        return found

    def _loser(self, group: Group) -> Party | None:
        """Who denies that he lost a place: نفى الجيش سقوط الثكنة."""
        voice = group.voice
        if voice is None or voice.mode != "denied" or not fold(group.lead.trigger.lemma).startswith("سقوط"):
            return None
        speaker = self._speaker(group)
        return speaker if speaker is not None and speaker.id and voice.chain[0].kind in _ABLE else None

    def _note_fallen(self, group: Group, roles: Roles, found: tuple[Party, ...], sentence: int) -> None:
        """Remember who was killed in a fight, of whom "others" may be taken."""
        if any(each.harm for each in group.members):
            fallen = max(roles.initiator, key=lambda mention: mention.first)
            self.patients, self.suffered_in = tuple([p for p in found if p.id == fallen.id]), sentence

    def hear(self, scan: Scan, voice: Voice, mentions: tuple[Mention, ...]) -> None:
        """Remember which party a source is, where the sentence that names it knows it, and who spoke last."""
        source = voice.chain[0]
        known = next((mention for mention in mentions if mention.id and mention.group != "adjective"), None)
        if known is not None:
            self.speakers.setdefault(source.name, known.party(scan))
        self.heard = self._speaker_of(voice)

    def who(self, group: Group) -> str | None:
        """Which actor the nearest source of a claim is or speaks for."""
        return self._who(group.voice)

    def _who(self, voice: Voice | None) -> str | None:
        if voice is None or not voice.chain:
            return None
        known = self.speakers.get(voice.chain[0].name)
        return voice.actor or (known.id if known else None)

    def _remember(self, found: tuple[Party, ...], mentions: tuple[Mention, ...], kind: str, sentence: int) -> None:
        fought = kind in _MUTUAL and bool(mentions) and not mentions[0].prep
        self.agent, self.acted_in = found[:1] if fought else found, sentence  # who fights or talks goes on
        self.gender = mentions[0].gender if len(mentions) == 1 else ""
        told = {party.id for party in found}
        before = {side(str(party.id)) for party in self.of_kind.get(_sort(kind), ())}
        adjective = bool(mentions) and all(mention.group == "adjective" for mention in mentions)
        if adjective and {side(str(who)) for who in told} < before:
            return  # "the Turkish shelling" is still that of the Turks and of those who fight for them
        self.of_kind[_sort(kind)] = self.of_kind[kind] = found
        if kind in _STRIKES:
            self.of_kind["attack"] = found  # a later "the attack" may be the blast told before

    def _left_out(self, scan: Scan, group: Group, roles: Roles, sentence: int) -> tuple[Party, ...]:
        patients = {mention.id for mention in roles.target if mention.id}
        if group.kind in SPEECH and (speaker := self._speaker(group) or self._stated(scan, group)):
            return (speaker,)
        if group.kind in SPEECH and sentence == self.asker_in and _is_asking(scan, group):
            return _taken_up(self.asker, patients)
        if group.kind in SPEECH and sentence == self.acted_in and _is_participle(scan, group):
            return _taken_up(self.agent, patients)  # اعتصم المئات، مطالبين الحكومة
        of_himself = _of_himself(scan, group, self._speaker(group))
        told = of_himself or (sentence != self.acted_in and _goes_on_of_himself(scan, group))
        told = told and group.kind != "displacement" and not (_befell(group) and not _is_able(group))
        if told and (speaker := self._speaker(group)) and speaker.id not in patients:
            return (speaker,)
        if _is_owned(scan, group) and (owner := self._owner(group)):
            return _taken_up(owner, patients)
        others = any(mention.group in _DOERS for mention in roles.initiator)  # أعلنت الحكومة هجوما شنه متشددون
        if not others and _announced(scan, group) and (speaker := self._speaker(group)) and speaker.id:
            return (speaker,) if speaker.id not in patients else ()
        named = any(mention.first > group.first and not mention.prep for mention in roles.initiator)
        if not named and _goes_on(scan, group) and sentence - self.acted_in <= 1 and self._agrees(group):
            return _taken_up(self.agent, patients)
        if group.kind == "release" and sentence - self.acted_in <= 1 and _some_of_them(scan, group):
            return _taken_up(self.agent, patients)
        if sentence - self.acted_in <= 1 and group.kind in _BEFALLING and _in_its_course(scan, group):
            return _taken_up(self.agent, patients)
        if sentence == self.acted_in and (counted_anew(scan, group.lead) or _is_done_with(scan, group)):
            return _taken_up(self.agent, patients)
        known = group.echo or _takes_up(scan, group) or is_left_out(group.lead)
        if group.kind in _ECHOED and not group.only_harm and known:
            return _taken_up(self.of_kind.get(_sort(group.kind), ()), patients)
        if group.kind not in _BY_FEW or any("مجهول" in word.norm for word in scan.words[group.first : group.last + 6]):
            return ()
        return _taken_up(self.of_kind.get(group.kind, ()), patients)

    def _owner(self, group: Group) -> tuple[Party, ...]:
        """Whose deed it is by the pronoun on its noun: who speaks, else who did something last."""
        gender = "f" if group.lead.match.clitics.suffix == "ها" else "m"
        speaker = self._speaker(group)
        acts = group.voice is not None and group.voice.chain[:1] and group.voice.chain[0].kind in _ABLE
        if speaker is not None and speaker.id and acts:
            return (speaker,)
        return self.agent if self.gender in (gender, "") else ()

    def _speaker(self, group: Group) -> Party | None:
        """Who speaks, as a party."""
        return self._speaker_of(group.voice)

    def _speaker_of(self, voice: Voice | None) -> Party | None:
        if voice is None or not voice.chain or voice.chain[0].kind not in _SPEAKERS:
            return None
        source = voice.chain[0]
        known = self.speakers.get(source.name)
        if known is None and voice.actor is None and fold(source.name).startswith(_SOURCES):
            return None
        if source.span is None:
            return self.speakers.get(source.name)
        return Party(self._who(voice), source.name, source.span, "who speaks")

    def _stated(self, scan: Scan, group: Group) -> Party | None:
        """Who asks or accuses by a statement that is told of, or by the word for who spoke last: حمل البيان الجيش."""
        at = group.lead.last + 1
        if not group.lead.is_verb or at >= len(scan.words) or self.heard is None:
            return None
        document, same = scan.cue_at("document", at), scan.cue_at("same_voice", at)
        if document is not None and document.clitics.definite:
            return self.heard
        named = same is not None and same.clitics.definite and fold(same.payload.lemma) in fold(self.heard.text)
        return self.heard if named else None

    def _agrees(self, group: Group) -> bool:
        verb = _verb(group)
        return verb is None or not disagree(verb.form.person, self.gender)


def _is_received(group: Group) -> bool:
    """Whether a pronoun on the noun of a meeting tells who met: خلال لقائه، لدى استقبالها."""
    lead = group.lead
    return group.kind == "meeting" and not lead.is_verb and lead.match.clitics.suffix in ("ه", "ها")


def _is_asking(scan: Scan, group: Group) -> bool:
    """Whether a participle, or "also", goes on with who accused or asked before: حملت الجيش المسؤولية، داعية إلى."""
    if group.lead.is_verb and group.first and scan.words[group.first - 1].norm in ("كما", "وكذلك"):
        return True
    word = scan.words[group.lead.first]
    return group.first in scan.commas and scan.text[word.start : word.end].endswith(("اً", "ًا", "ة", "ةً", "ا", "ين"))


def _is_visit_too(scan: Scan, group: Group, roles: Roles) -> bool:
    """Whether a verb tells whom a visitor met who is told of before it: وصل الوزير إلى القاهرة حيث التقى نظيره."""
    verb = group.lead.match
    if group.kind != "meeting" or not group.lead.is_verb or not verb.first or verb.form.person not in ("3ms", "3fs"):
        return False
    joined = verb.clitics.lead == "و" or scan.words[verb.first - 1].norm == "حيث"
    return joined and all(mention.first > verb.last for mention in roles.initiator)


def _sort(kind: str) -> str:
    """Kinds of strikes as one: the attack that is told of later may be the shelling told before."""
    return "attack" if kind in ("shelling", "air_strike") else kind


def _verb(group: Group) -> Match | None:
    """The verb of a claim: its own, or the light one that carries its noun."""
    lead = group.lead
    if lead.is_verb:
        return lead.match
    light = lead.light
    return light if light is not None and light.payload.frame == "does" else None


def _goes_on(scan: Scan, group: Group) -> bool:
    """Whether a verb has its subject in the clause before it."""
    verb, lead = _verb(group), group.lead
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
    return group.lead.is_verb and group.lead.trigger.frame == "acts" and any(at in scan.numerals for at in behind)


def _is_vowelled_passive(scan: Scan, verb: Match) -> bool:
    """Whether a verb wears the vowel of the passive, or its patient behind it is its subject: خُطف، احتجز سائقان."""
    start = scan.words[verb.first].start
    if _DAMMA in scan.text[start : start + 3]:
        return True
    people = (m for m in scan.at("person", verb.last + 1) if m.payload.id == "CIVILIANS" and not m.clitics.prep)
    return any(scan.words[m.last].norm.endswith("ان") and m.form == "du" for m in people)


_DAMMA: Final = "\N{ARABIC DAMMA}"


def _in_relative(scan: Scan, verb: Match) -> bool:
    """Whether a relative clause has its object before it and leaves its subject out: البلدة التي سيطروا عليها."""
    if not verb.first or scan.words[verb.first - 1].norm not in ("التي", "الذي", "اللتين", "الذين"):
        return False
    behind = scan.words[verb.last + 1].norm if verb.last + 1 < len(scan.words) else ""
    return verb.clitics.suffix in ("ه", "ها", "هم", "هما") or behind in _OF_IT


_OF_IT: Final = word_set("doers", "of_it")


def _is_noun_at(each: Happening, at: int) -> bool:
    return not each.is_verb and each.first == at and not each.match.clitics.prep


def _of_himself(scan: Scan, group: Group, speaker: Party | None) -> bool:
    """Whether somebody tells what he himself did; of an army or a group that says so, that it killed, too."""
    body = speaker is not None and speaker.id is not None and speaker.id not in NOBODY
    said = group.voice.at if group.voice is not None else -1
    if any(_has_to(scan, each) for each in group.members):
        return True
    return any(
        scan.words[at].norm in OF_HIMSELF and not _is_of_another(scan, said, at)
        for each in group.members
        if each.verb is not None and (not each.harm or (body and _is_active(each.verb)))
        for at in range(max(0, each.verb.first - 2), each.verb.first)
    )


def _is_armed(group: Group, speaker: Party | None) -> bool:
    """Whether an army or an armed group tells of those who were killed by it."""
    if group.voice is None or speaker is None or speaker.id is None:
        return False
    kind, name = group.voice.chain[0].kind, fold(speaker.text)
    return kind == "armed_group" or (
        kind == "official" and any(word in name for word in ("جيش", "قوات", "قوه", "دفاع"))
    )


def _has_to(scan: Scan, each: Happening) -> bool:
    """Whether somebody tells what he himself had to do: أنه اضطر للانسحاب، إنه قرر الانسحاب."""
    back = each.first - (2 if scan.words[each.first - 1].norm == "الي" else 1)
    return (
        not each.is_verb and back > 0 and scan.words[back].norm in _HAD_TO and scan.words[back - 1].norm in OF_HIMSELF
    )


_HAD_TO: Final = word_set("doers", "had_to")


def _is_participle(scan: Scan, group: Group) -> bool:
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


def _in_its_course(scan: Scan, group: Group) -> bool:
    """Whether something was done in the course of what was told before it: تم خلالها اعتقال أربعة، تخللها تفتيش."""
    return any(word.norm in _IN_ITS_COURSE for word in scan.words[max(0, group.first - 3) : group.first + 2])


_IN_ITS_COURSE: Final = word_set("doers", "in_its_course")
_BEFALLING: Final = frozenset(("arrest", "raid", "destruction", "attack", "interception", "displacement"))


def _befell(group: Group) -> bool:
    """Whether it is told that something was done, and not by whom: تم حرق المقر، جرى اعتقال ثلاثة."""
    light = group.lead.light
    return light is not None and light.payload.frame != "does"


def _is_able(group: Group) -> bool:
    """Whether who speaks has forces, so that what was done may be their deed."""
    voice = group.voice
    return voice is not None and bool(voice.chain) and voice.chain[0].kind in _ABLE


def _is_active(verb: Match) -> bool:
    """Whether a verb of harm tells what somebody did, as far as its form and its letters can."""
    return isinstance(verb.form, VerbForm) and verb.form.voice != "passive" and fold(verb.payload.lemma) in _KILLING


_KILLING: Final = word_set("doers", "killing")


def _is_done_with(scan: Scan, group: Group) -> bool:
    """Whether a participle goes on with who acts: توغلت القوات في البلدة، منفذةً غارات."""
    first = group.first
    return first > 0 and first - 1 in scan.commas and scan.words[first - 1].norm in _DOING


_DOING: Final = word_set("doers", "doing")


def _is_owned(scan: Scan, group: Group) -> bool:
    """Whether a pronoun on its noun tells who did it: قصفها، سيطرته، انسحابهم."""
    lead = group.lead
    if lead.match.clitics.suffix not in ("ه", "ها", "هم") or lead.harm or lead.light:
        return False
    nouns = [m for m in scan.at("trigger", lead.first) if isinstance(m.form, str) and m.clitics.suffix]
    return any(m.payload.frame == "by" for m in nouns)


#: Groups of people who do things themselves, though no file knows of whom they are.
_DOERS: Final = frozenset(("fighter", "person_of", "gunman"))


def _announced(scan: Scan, group: Group) -> bool:
    """Whether a force tells what it did by the noun for it: أعلن الجيش اعتراض مسيرة، نفى الجيش قصف البلدة."""
    lead, voice = group.lead, group.voice
    if voice is None or lead.light or lead.match.clitics.prep:
        return False
    before = scan.words[lead.first - 1].norm if lead.first else ""
    behind = (before in PREPOSITIONS and before != "عن") or before in _OCCASIONS  # كشفت الشرطة عن اعتقال ستة
    back = scan.words[max(0, lead.first - 12) : lead.first]  # التوصل إلى اتفاق مع
    reached = group.kind == "agreement" and any("توصل" in word.norm for word in back)
    if (behind and not reached) or fold(lead.trigger.lemma).startswith("سقوط"):
        return False  # نفى الجيش سقوط الثكنة، سقوط قتلى في كمين
    alike = lead.harm or any(isinstance(noun.form, str) for noun in scan.at("trigger", lead.first))
    if lead.is_verb and not (alike and lead.match.clitics.whole and voice.at < lead.first <= voice.last):
        return False  # أعلن الجيش قتل خمسة، أعلنت الجبهة قصف مواقع: spelt like the verb
    if any(each.harm and each.first < lead.first for each in group.members if each is not lead):
        return False  # نفت الوزارة سقوط قتلى في كمين
    if lead.harm and fold(lead.trigger.lemma) not in _KILLINGS:
        return False
    able = voice.chain and voice.chain[0].kind in ("official", "armed_group") and group.kind not in _NOT_ANNOUNCED
    between = [word.norm for word in scan.words[voice.at : lead.first]]
    about = "عن" in between[:-1] or "ما" in between  # نفى ما تردد عن إسقاط مسيرة
    return bool(able) and 0 < len(between) <= 16 and not COMPLEMENTIZERS.intersection(between) and not about


_OCCASIONS: Final = word_set("doers", "occasions")

_KILLINGS: Final = word_set("doers", "killings")

#: What is announced as happening to others.
_NOT_ANNOUNCED: Final = frozenset(
    ("protest", "riot", "displacement", "explosion", "suicide_bombing", "clash", "request")
)


def _goes_on_of_himself(scan: Scan, group: Group) -> bool:
    """Whether a verb goes on with what a speaker tells of himself: أعلن الجيش أنه نفذ مهمة واعتقل ثلاثة."""
    voice = group.voice
    if voice is None or not _goes_on(scan, group):
        return False
    return any(word.norm in OF_HIMSELF for word in scan.words[voice.at : group.lead.first])


def _takes_up(scan: Scan, group: Group) -> bool:
    """Whether a strike goes on from one told before: كما طال القصف البلدة، قصف مماثل."""
    words = [word.norm for word in scan.words[group.first : group.last + 5]]
    if any(word in _LIKE_BEFORE for word in words):
        return True
    return any(each.is_verb and scan.words[each.last].norm in _THE_STRIKES for each in group.members) or (
        group.lead.is_verb and len(words) > 1 and words[1] in _THE_STRIKES
    )


_LIKE_BEFORE: Final = word_set("doers", "like_before")
_THE_STRIKES: Final = word_set("doers", "the_strikes")


def _takes_up_patients(scan: Scan, group: Group) -> bool:
    """Whether it befell those told of before: by a pronoun on its verb, or some of them who are let go."""
    return _takes_up_object(scan, group) or (group.kind == "release" and _some_of_them(scan, group))


def _takes_up_object(scan: Scan, group: Group) -> bool:
    verb = group.lead.match
    if not isinstance(verb.form, VerbForm):
        return group.kind != "clash" and spreads(scan, verb)  # اتسعت تلك الحملات لتشمل أ
    behind = scan.words[verb.last + 1 : verb.last + 4]
    if any(word.norm in _OTHERS for word in behind) and any(
        at in scan.numerals for at in range(verb.last + 1, verb.last + 3)
    ):
        return True  # قتلوا ستين جنديا، وأسروا 12 آخرين
    return verb.clitics.suffix in ("هم", "هن", "ه", "هما") or any(word.norm in _OF_THEM for word in behind)


_OTHERS: Final = word_set("doers", "others")


def _some_of_them(scan: Scan, group: Group) -> bool:
    """Whether some of those told of before are let go: أخلي سبيل 24 منهم، أفرج عن أحدهما."""
    return any(word.norm in _SOME_OF_THEM for word in scan.words[group.first : group.last + 6])


_SOME_OF_THEM: Final = word_set("doers", "some_of_them")


def _called_once(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Parties without those that are called alike: قتلت سبعة جنود وأسرت ثلاثة جنود."""
    found: dict[tuple[str | None, str], Party] = {}
    for party in parties:
        found.setdefault((party.id, party.text), party)
    return tuple(found.values())


def _taken_up(parties: tuple[Party, ...], patients: set[str]) -> tuple[Party, ...]:
    return tuple(
        [replace(party, why=f"taken up: {party.why}") for party in parties if party.id and party.id not in patients]
    )


def _people(scan: Scan, group: Group, modality: Modality) -> tuple[Party, ...]:
    """Who marches or flees where nobody is named: the people, by the word for it; who will march is not told."""
    lead = group.lead
    unsaid = group.kind == "protest" and modality == "planned"
    if group.kind not in OF_PEOPLE or unsaid:
        return ()
    span = Span(scan.words[lead.first].start + len(lead.match.clitics.lead), scan.words[lead.last].end)
    return (Party("CIVILIANS", span.of(scan.text), span, f"{lead.trigger.lemma}: by the people"),)
