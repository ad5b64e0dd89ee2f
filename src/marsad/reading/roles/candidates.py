"""Which parties in the words of a claim may have a role in it: none who only speaks, is quoted or tells where."""

from __future__ import annotations

from typing import Final

from marsad.arabic.folding import fold
from marsad.reading.acts.happenings import Happening
from marsad.reading.copies import replace
from marsad.reading.parties.cast import HIRED, STATE, Mention
from marsad.reading.scan import COMPLEMENTIZERS, Scan
from marsad.reading.voices.voices import Voice
from marsad.reading.word_sets import word_set


def candidates(scan: Scan, group: list[Happening], voice: Voice | None, inside: list[Mention]) -> list[Mention]:
    """Those of the parties of a claim who may have a role: none who speaks, is quoted or only tells where."""
    if voice is not None:
        said = {each.light.first if each.light else each.first for each in group}
        claimed = voice.at in said  # تبنى داعش هجوما، طالب الوزير
        inside = [_of_speaker(m, voice, inside) for m in inside if claimed or not names_voice(scan, m, voice)]
        inside = [m for m in inside if not _describes_speaker(scan, m, voice, group)]
        inside = [_of_mourner(m, voice, group) for m in inside]
    inside = [m for m in inside if not _is_quoted(scan, m)]
    asked = "من" if group[0].kind == "request" else ""  # طلب من واشنطن
    return [mention for mention in inside if mention.prep == asked or not _only_where(mention)]


_WHERE: Final = word_set("candidates", "where")


def _only_where(mention: Mention) -> bool:
    """Whether a country, or people unknown, only tell where: في سوريا, إلى جهة مجهولة."""
    if mention.group in ("country", "metonym"):
        return mention.prep in _WHERE
    return mention.id == "UNKNOWN" and mention.prep in ("الي", "نحو")


def names_voice(scan: Scan, mention: Mention, voice: Voice) -> bool:
    """Whether a party only stands in the name of who speaks (the spokesman of the army)."""
    if not voice.chain:
        return False
    # the name of a source is told without the letters that join it: وفقا لوزارة الصحة
    start, end = scan.words[mention.first].start + 2 * (mention.prep == "ل"), scan.words[mention.last].end
    for source in voice.chain:
        span = source.span
        if span is not None and span.start <= start and end <= span.end:
            return True
    return False


def _describes_speaker(scan: Scan, mention: Mention, voice: Voice, group: list[Happening]) -> bool:
    """Whether a party stands between a verb of saying and "that": قال فلان، المسؤول عن الأمن، إن مسلحين هاجموا."""
    if not voice.at < mention.first < group[0].start:
        return False
    that = next((at for at in range(voice.at + 1, group[0].start) if scan.words[at].norm in COMPLEMENTIZERS), -1)
    return mention.last < that


def _is_quoted(scan: Scan, mention: Mention) -> bool:
    """Whether an observatory or an outlet is only whom the words are from: وفق المرصد."""
    if mention.group not in ("monitor", "media_body"):
        return False
    return scan.cue_within(mention.first - 2, mention.first, "according")


#: Classes of forces that are a speaker's own where nothing tells whose.
_OF_SPEAKERS: Final = frozenset(("force", "unit", "aircraft", "drone", "police"))

_ORGANISATIONS: Final = word_set("candidates", "organisations")

#: What forces are called by those whose land they hold.
_OCCUPIER: Final = "احتلال"


def _of_speaker(mention: Mention, voice: Voice, inside: list[Mention]) -> Mention:
    """ "Its forces", "the force" in the words of a ministry are the ministry's, "the army" in those of rebels not."""
    own = mention.bare == "pronoun" and mention.group == "person_of"
    own = own and not (mention.joined or mention.alone == HIRED)  # الجيش ومرتزقته
    holds = voice.actor is not None and mention.alone in STATE and _holds_power(voice)
    if voice.actor is None or not mention.bare or not (own or holds or mention.group in _OF_SPEAKERS):
        return mention
    if mention.bare == "ours":
        return replace(mention, id=voice.actor, why=f"of the speaker {voice.actor}")
    if mention.noun.endswith(_OCCUPIER):
        return mention  # nobody calls his own forces so
    if mention.bare == "definite" and mention.noun in _ORGANISATIONS:
        return mention  # قال التحالف إنه قصف آليات تابعة للتنظيم
    rebels = voice.chain and voice.chain[0].kind == "armed_group"
    if (
        mention.alone in STATE
        and rebels
        and not all(word in fold(voice.chain[0].name) for word in mention.noun.split())
    ):
        return mention
    if mention.bare == "pronoun" and any(_owns(m, mention, voice) for m in inside):
        return mention  # قالت السفارة إن القائد تعهد بسحب قواته
    return replace(mention, id=voice.actor, why=f"of the speaker {voice.actor}")


#: How far behind a death those stand who died.
_LOSS: Final = 3


def _of_mourner(mention: Mention, voice: Voice, group: list[Happening]) -> Mention:
    """Soldiers whose death an army announces, and no other army is named, are its own: أعلن الجيش مقتل جنديين."""
    lost = [each for each in group if each.harm and not each.is_verb and 0 < mention.first - each.last <= _LOSS]
    if not lost or mention.bare != "state" or mention.group != "person_of" or voice.chain[:1] == ():
        return mention
    if voice.actor is None or voice.chain[0].kind != "official" or lost[0].first - voice.at > _LOSS * 2:
        return mention
    return replace(mention, id=voice.actor, bare="", why=f"mourned by {voice.actor}")


def _holds_power(voice: Voice) -> bool:
    """Whether an official speaks for who holds a part of a country, with police and air defences of his own."""
    branch = (voice.actor or "").partition(".")[2].split(".")[0]
    return branch not in ("", "GOV", "MIL") and voice.chain[:1] != () and voice.chain[0].kind == "official"


#: Classes of parties that have forces themselves.
_LEADING: Final = frozenset(("government", "military", "armed_group", "person_of"))


def _owns(owner: Mention, mention: Mention, voice: Voice) -> bool:
    """Whether a party told of between a speaker and a pronoun is who it stands for."""
    between = voice.at < owner.first < mention.first and owner.id == mention.id != voice.actor
    return between and not owner.prep and owner.group in _LEADING
