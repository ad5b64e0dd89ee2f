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
from marsad.model import Modality, Party, Span
from marsad.reading.acts.ellipsis import is_left_out
from marsad.reading.acts.speaking_on import also_speaks
from marsad.reading.groups.groups import Group
from marsad.reading.groups.same_acts import counted_anew
from marsad.reading.kinds import OF_PEOPLE, SPEECH
from marsad.reading.parties.cast import NOBODY, Mention, disagree, side
from marsad.reading.roles.elided import (
    ABLE,
    befell,
    goes_on,
    goes_on_of_himself,
    is_able,
    is_added,
    is_announced,
    is_armed,
    is_asking,
    is_done_with,
    is_in_its_course,
    is_of_himself,
    is_owned,
    is_participle,
    is_received,
    is_visit_too,
    takes_up,
    takes_up_patients,
    tells_of_some,
    verb_of,
)
from marsad.reading.roles.roles import Roles
from marsad.reading.scan import Scan
from marsad.reading.voices.voices import Voice
from marsad.reading.word_sets import word_set

#: Kinds that two sides do to each other.
_MUTUAL: Final = frozenset(("clash", "meeting", "agreement"))

#: Kinds that are attacks with a weapon of their own.
_STRIKES: Final = frozenset(("air_strike", "explosion", "suicide_bombing"))

#: Groups of people who do things themselves, though no file knows of whom they are.
_DOERS: Final = frozenset(("fighter", "person_of", "gunman"))

#: Kinds that are done in the course of another act, by whoever did that.
_BEFALLING: Final = frozenset(("arrest", "raid", "destruction", "attack", "interception", "displacement"))

#: Kinds of which a later "the shelling" tells more.
_ECHOED: Final = frozenset(("shelling", "air_strike", "attack", "raid", "arrest", "operation", "restriction"))

#: Kinds that in one report are mostly done by one party: who has aircraft, who moves his columns.
_BY_FEW: Final = frozenset(("air_strike", "movement"))

#: Sources that ask, accuse and threaten by speaking; a news agency only passes it on.
_SPEAKERS: Final = frozenset(("official", "armed_group", "monitor", "person", "local", "medical"))

_SOURCES: Final = tuple(word_set("doers", "sources"))


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
    heard_in: int = -9
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
        if len(sides) == 1 and is_received(group) and (host := self._speaker(group) or self.heard):
            return (host,) if host.id and host.id not in sides else ()  # أكد الوزير خلال لقائه نظيره
        harmed = any(each.harm for each in group.members)  # قتلوا في المعارك 40 من عناصر الحركة
        verbal = group.lead.is_verb
        preps = [mention.prep for mention in roles.initiator]
        faced = any(prep in ("مع", "ضد", "صفوف") or (prep == "ل" and verbal) for prep in preps)  # صدت هجوما للجيش
        faced = faced or harmed or is_visit_too(scan, group, roles)
        if len(sides) != 1 or not faced:
            return ()
        speaker = self._speaker(group)
        own = is_of_himself(scan, group, speaker) or (group.kind == "agreement" and is_announced(scan, group))
        own = own or (harmed and is_armed(group, speaker))  # أعلن الجيش مقتل 40 من المتمردين في معارك
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
        elif self.patients and sentence - self.suffered_in <= 1 and takes_up_patients(scan, group):
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
        return speaker if speaker is not None and speaker.id and voice.chain[0].kind in ABLE else None

    def _note_fallen(self, group: Group, roles: Roles, found: tuple[Party, ...], sentence: int) -> None:
        """Remember who was killed in a fight, of whom "others" may be taken."""
        if any(each.harm for each in group.members):
            fallen = max(roles.initiator, key=lambda mention: mention.first)
            self.patients, self.suffered_in = tuple([p for p in found if p.id == fallen.id]), sentence

    def hear(self, scan: Scan, voice: Voice, mentions: tuple[Mention, ...], sentence: int) -> None:
        """Remember which party a source is, where the sentence that names it knows it, and who spoke last."""
        source = voice.chain[0]
        known = next((mention for mention in mentions if mention.id and mention.group != "adjective"), None)
        if known is not None:
            self.speakers.setdefault(source.name, known.party(scan))
        self.heard, self.heard_in = self._speaker_of(voice), sentence

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
        if group.kind in SPEECH and sentence == self.asker_in and is_asking(scan, group):
            return _taken_up(self.asker, patients)
        if also_speaks(scan, group.lead):
            return self._spoke_last(sentence)
        if group.kind in SPEECH and sentence == self.acted_in and is_participle(scan, group):
            return _taken_up(self.agent, patients)  # اعتصم المئات، مطالبين الحكومة
        of_himself = is_of_himself(scan, group, self._speaker(group))
        told = of_himself or (sentence != self.acted_in and goes_on_of_himself(scan, group))
        told = told and group.kind != "displacement" and not (befell(group) and not is_able(group))
        if told and (speaker := self._speaker(group)) and speaker.id not in patients:
            return (speaker,)
        if is_owned(scan, group) and (owner := self._owner(group)):
            return _taken_up(owner, patients)
        others = any(mention.group in _DOERS for mention in roles.initiator)  # أعلنت الحكومة هجوما شنه متشددون
        if not others and is_announced(scan, group) and (speaker := self._speaker(group)) and speaker.id:
            return (speaker,) if speaker.id not in patients else ()
        named = any(mention.first > group.first and not mention.prep for mention in roles.initiator)
        if not named and goes_on(scan, group) and sentence - self.acted_in <= 1 and self._agrees(group):
            return _taken_up(self.agent, patients)
        if group.kind == "release" and sentence - self.acted_in <= 1 and tells_of_some(scan, group):
            return _taken_up(self.agent, patients)
        if sentence - self.acted_in <= 1 and group.kind in _BEFALLING and is_in_its_course(scan, group):
            return _taken_up(self.agent, patients)
        if sentence == self.acted_in and (counted_anew(scan, group.lead) or is_done_with(scan, group)):
            return _taken_up(self.agent, patients)
        if sentence == self.acted_in and group.kind in _ECHOED and is_added(scan, group):
            given = any(
                party.text.startswith("لل") for party in self.agent
            )  # سلموا أنفسهم للسلطات، فضلا عن توقيف آخرين
            return () if given else _taken_up(self.agent, patients)
        known = group.echo or takes_up(scan, group) or is_left_out(group.lead)
        if group.kind in _ECHOED and not group.only_harm and known:
            return _taken_up(self.of_kind.get(_sort(group.kind), ()), patients)
        if group.kind not in _BY_FEW or any("مجهول" in word.norm for word in scan.words[group.first : group.last + 6]):
            return ()
        return _taken_up(self.of_kind.get(group.kind, ()), patients)

    def _spoke_last(self, sentence: int) -> tuple[Party, ...]:
        """Who asked, spoke or acted in the sentence before, which "also" goes on with: كما دعا إلى هدنة."""
        if sentence - self.asker_in == 1 and self.asker:
            return _taken_up(self.asker, set())
        if self.heard is not None and sentence - self.heard_in == 1:
            return (self.heard,)
        return _taken_up(self.agent, set()) if sentence - self.acted_in == 1 else ()

    def _owner(self, group: Group) -> tuple[Party, ...]:
        """Whose deed it is by the pronoun on its noun: who speaks, else who did something last."""
        gender = "f" if group.lead.match.clitics.suffix == "ها" else "m"
        speaker = self._speaker(group)
        acts = group.voice is not None and group.voice.chain[:1] and group.voice.chain[0].kind in ABLE
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
        verb = verb_of(group)
        return verb is None or not disagree(verb.form.person, self.gender)


def _sort(kind: str) -> str:
    """Kinds of strikes as one: the attack that is told of later may be the shelling told before."""
    return "attack" if kind in ("shelling", "air_strike") else kind


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
