"""Who did it, and to whom, where the sentence leaves it out: elided subjects, pronouns, speakers, those who march.

وقصفت البلدة goes on with the subject of the clause before, "the shelling" with who shelled, and who demands or
threatens by speaking is the speaker.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from msgspec.structs import replace

from marsad.arabic.folding import fold
from marsad.arabic.inflection import VerbForm
from marsad.knowledge.lexicon import Match
from marsad.model import Party, Source, Span
from marsad.reading.cast import NOBODY, Mention, disagree
from marsad.reading.ellipsis import is_left_out
from marsad.reading.frames import OF_HIMSELF, SPEECH
from marsad.reading.grouping import Group, counted_anew
from marsad.reading.roles import OF_PEOPLE, Roles
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.triggers import Happening

_MUTUAL: Final = frozenset(("clash", "meeting", "agreement"))

#: Kinds of which a later "the shelling" tells more.
_ECHOED: Final = frozenset(("shelling", "air_strike", "attack", "raid", "arrest", "operation", "restriction"))

#: Kinds that in one report are mostly done by one party: who has aircraft, who moves his columns.
_BY_FEW: Final = frozenset(("air_strike", "movement"))

#: Sources that ask, accuse and threaten by speaking; a news agency only passes it on.
_SPEAKERS: Final = frozenset(("official", "armed_group", "monitor", "person", "local", "medical"))

#: Sources that have forces; a monitor tells of the attacks of others.
_ABLE: Final = frozenset(("official", "armed_group"))

#: Words behind which a verb goes on with the subject before.
_GOING_ON: Final = frozenset(("كما", "ثم", "ان", "حيث", "بعدما", "عندما", "حين", "كانت", "كان", "قد", "وقد", "فيما"))

#: Pronouns behind a verb that take its object up: أفرجوا عنهم، أطلقت سراحهم.
_OF_THEM: Final = frozenset(
    (
        "عنهم",
        "عنهن",
        "عنه",
        "عنهما",
        "سراحهم",
        "سراحهن",
        "سراحه",
        "سراحهما",
        "سبيلهم",
        "سبيله",
        "سبيلهما",
        "منهم",
        "منهن",
    )
)


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
    of_kind: dict[str, tuple[Party, ...]] = field(default_factory=dict)
    speakers: dict[str, Party] = field(default_factory=dict)

    def initiator(
        self, scan: Scan, group: Group, roles: Roles, sentence: int, *, requested: bool = False
    ) -> tuple[Party, ...]:
        """Who did it: whom the sentence names, else whom it leaves out; of what is `requested`, who is asked."""
        found = tuple([mention.party(scan) for mention in roles.initiator])
        found += self._other_side(scan, group, roles, sentence)
        if any(party.id for party in found):
            self._remember(found, roles.initiator, group.kind, sentence)
            return found
        if requested and self.asked and self.asked_in == sentence:
            return _taken_up(self.asked, {mention.id for mention in roles.target if mention.id})
        unknown = found and group.lead.is_verb and not any(mention.bare for mention in roles.initiator)
        if unknown and group.kind not in SPEECH:
            if not roles.initiator[0].prep:
                self.agent, self.acted_in = (), sentence  # who goes on is nobody told of before
            return found  # whoever is named, and that no file knows, is nobody who was told of before
        left_out = self._left_out(scan, group, roles, sentence)
        if found and not any(party.id for party in left_out):
            return found
        return left_out or _people(scan, group)

    def _other_side(self, scan: Scan, group: Group, roles: Roles, sentence: int) -> tuple[Party, ...]:
        """Who fights or talks where only the other side is named: انسحب الجيش بعد معارك مع المتمردين."""
        if group.kind not in _MUTUAL:
            return ()
        sides = {mention.id for mention in roles.initiator if mention.id}
        if len(sides) != 1 or any(mention.prep not in ("مع", "ضد", "صفوف") for mention in roles.initiator):
            return ()
        speaker = self._speaker(group)
        own = _of_himself(scan, group, speaker) or (group.kind == "agreement" and _announced(scan, group))
        if speaker is not None and speaker.id not in sides and own:
            return (speaker,)  # قال الجيش إنه خاض معارك مع المتمردين، أعلنت الحركة التوصل إلى اتفاق مع الحكومة
        return _taken_up(self.agent, sides) if sentence == self.acted_in else ()

    def target(
        self, scan: Scan, group: Group, roles: Roles, sentence: int, did: tuple[Party, ...]
    ) -> tuple[Party, ...]:
        """Whom it befell: whom the sentence names, else whom a pronoun on the verb takes up; not those who `did` it."""
        found = tuple([mention.party(scan) for mention in roles.target])
        if group.kind == "request":
            self.asked, self.asked_in = found, sentence
        if any(party.id for party in found):
            self.patients, self.suffered_in = found, sentence
        elif self.patients and sentence - self.suffered_in <= 1 and _takes_up_object(scan, group):
            doers = {party.id for party in did}
            return _taken_up(self.patients, {who for who in doers if who})
        return found

    def hear(self, scan: Scan, source: Source, mentions: tuple[Mention, ...]) -> None:
        """Remember which party a source is, where the sentence that names it knows it."""
        known = next((mention for mention in mentions if mention.id and mention.group != "adjective"), None)
        if known is not None:
            self.speakers.setdefault(source.name, known.party(scan))

    def _remember(self, found: tuple[Party, ...], mentions: tuple[Mention, ...], kind: str, sentence: int) -> None:
        fought = kind in _MUTUAL and bool(mentions) and not mentions[0].prep
        self.agent, self.acted_in = found[:1] if fought else found, sentence  # who fights or talks goes on
        self.gender = mentions[0].gender if len(mentions) == 1 else ""
        self.of_kind[_sort(kind)] = self.of_kind[kind] = found

    def _left_out(self, scan: Scan, group: Group, roles: Roles, sentence: int) -> tuple[Party, ...]:
        patients = {mention.id for mention in roles.target if mention.id}
        if group.kind in SPEECH and (speaker := self._speaker(group)):
            return (speaker,)
        of_himself = _of_himself(scan, group, self._speaker(group))
        told = of_himself or (sentence != self.acted_in and _goes_on_of_himself(scan, group))
        told = told and group.kind != "displacement"
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
        voice = group.voice
        if voice is None or not voice.chain or voice.chain[0].kind not in _SPEAKERS:
            return None
        source = voice.chain[0]
        known = self.speakers.get(source.name)
        if source.span is None:
            return known
        actor = voice.actor or (known.id if known else None)
        return Party(actor, source.name, source.span, "who speaks")

    def _agrees(self, group: Group) -> bool:
        verb = _verb(group)
        return verb is None or not disagree(verb.form.person, self.gender)


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
    if group.kind in OF_PEOPLE and any(_is_noun_at(each, verb.last + 1) for each in group.members):
        return False  # وخرجت مظاهرات: the noun is its subject
    before = scan.words[verb.first - 1].norm if verb.first else ""
    return bool(verb.clitics.lead) or before in _GOING_ON or _in_relative(scan, verb)


def _in_relative(scan: Scan, verb: Match) -> bool:
    """Whether a relative clause has its object before it and leaves its subject out: البلدة التي سيطروا عليها."""
    if not verb.first or scan.words[verb.first - 1].norm not in ("التي", "الذي", "اللتين", "الذين"):
        return False
    behind = scan.words[verb.last + 1].norm if verb.last + 1 < len(scan.words) else ""
    return verb.clitics.suffix in ("ه", "ها", "هم", "هما") or behind in _OF_IT


#: Pronouns behind a verb that take up what a relative clause tells of.
_OF_IT: Final = frozenset(("عليها", "عليه", "عليهم", "عليهما", "اليها", "اليه"))


def _is_noun_at(each: Happening, at: int) -> bool:
    return not each.is_verb and each.first == at and not each.match.clitics.prep


def _of_himself(scan: Scan, group: Group, speaker: Party | None) -> bool:
    """Whether somebody tells what he himself did; of an army or a group that says so, that it killed, too."""
    body = speaker is not None and speaker.id is not None and speaker.id not in NOBODY
    return any(
        scan.words[at].norm in OF_HIMSELF
        for each in group.members
        if each.verb is not None and (not each.harm or (body and _is_active(each.verb)))
        for at in range(max(0, each.verb.first - 2), each.verb.first)
    )


def _is_active(verb: Match) -> bool:
    """Whether a verb of harm tells what somebody did, as far as its form and its letters can."""
    return isinstance(verb.form, VerbForm) and verb.form.voice != "passive" and fold(verb.payload.lemma) in _KILLING


#: Verbs of harm whose subject does it.
_KILLING: Final = frozenset(("قتل", "اغتال", "صفي", "حيد", "اعدم"))


def _is_done_with(scan: Scan, group: Group) -> bool:
    """Whether a participle goes on with who acts: توغلت القوات في البلدة، منفذةً غارات."""
    first = group.first
    return first > 0 and first - 1 in scan.commas and scan.words[first - 1].norm in _DOING


_DOING: Final = frozenset(("منفذه", "منفذا", "منفذين", "شانه", "شانا", "مطلقه", "مطلقا"))


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
    behind = lead.first and scan.words[lead.first - 1].norm in PREPOSITIONS
    if behind or fold(lead.trigger.lemma).startswith("سقوط"):
        return False  # نفى الجيش سقوط الثكنة، سقوط قتلى في كمين
    if lead.is_verb and not (lead.harm and lead.match.clitics.whole and voice.at < lead.first <= voice.last):
        return False  # أعلن الجيش قتل خمسة: spelt like the verb
    if any(each.harm and each.first < lead.first for each in group.members if each is not lead):
        return False  # نفت الوزارة سقوط قتلى في كمين
    if lead.harm and fold(lead.trigger.lemma) not in _KILLINGS:
        return False
    able = voice.chain and voice.chain[0].kind in ("official", "armed_group") and group.kind not in _NOT_ANNOUNCED
    between = [word.norm for word in scan.words[voice.at : lead.first]]
    return bool(able) and 0 < len(between) <= 12 and not COMPLEMENTIZERS.intersection(between) and "عن" not in between


#: Nouns of harm that tell what somebody did: أعلنت الوزارة تحييد مسلحين, but مقتل مسلحين.
_KILLINGS: Final = frozenset(("تحييد", "قتل", "تصفيه", "اغتيال", "قضاء علي", "القضاء علي", "قضاء"))

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


_LIKE_BEFORE: Final = frozenset(("مماثل", "مماثله", "مشابه", "مشابهه"))
_THE_STRIKES: Final = frozenset(("القصف", "الغارات", "الغاره", "الضربات", "الضربه", "الهجوم", "الهجمات", "الاستهداف"))


def _takes_up_object(scan: Scan, group: Group) -> bool:
    verb = group.lead.match
    if not isinstance(verb.form, VerbForm):
        return False
    behind = scan.words[verb.last + 1 : verb.last + 4]
    return verb.clitics.suffix in ("هم", "هن", "ه", "هما") or any(word.norm in _OF_THEM for word in behind)


def _some_of_them(scan: Scan, group: Group) -> bool:
    """Whether some of those told of before are let go: أخلي سبيل 24 منهم، أفرج عن أحدهما."""
    return any(word.norm in _SOME_OF_THEM for word in scan.words[group.first : group.last + 6])


_SOME_OF_THEM: Final = frozenset(
    ("منهم", "منهن", "منهما", "احدهم", "احدهما", "احداهن", "بعضهم", "عنهما", "سبيلهما", "عنهم")
)


def _taken_up(parties: tuple[Party, ...], patients: set[str]) -> tuple[Party, ...]:
    return tuple(
        [replace(party, why=f"taken up: {party.why}") for party in parties if party.id and party.id not in patients]
    )


def _people(scan: Scan, group: Group) -> tuple[Party, ...]:
    """Who marches or flees where nobody is named: the people, by the word for it."""
    if group.kind not in OF_PEOPLE:
        return ()
    lead = group.lead
    span = Span(scan.words[lead.first].start + len(lead.match.clitics.lead), scan.words[lead.last].end)
    return (Party("CIVILIANS", span.of(scan.text), span, f"{lead.trigger.lemma}: by the people"),)
