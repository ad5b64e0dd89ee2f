"""Where a claim is: how plainly a place tells it, against those of speakers, of names and of where fire came from."""

from __future__ import annotations

from typing import Final

from marsad.reading.groups.groups import VIOLENT, Group
from marsad.reading.places.place_mentions import RANK, PlaceMention, is_head
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Scan
from marsad.reading.story import Sight
from marsad.reading.word_sets import word_set

#: A place tells where something was, or only gives a force its name, or is where something else is.
_PLAIN, _NAMED_AFTER, _ELSEWHERE = range(3)


def plainest(sight: Sight, mentions: list[PlaceMention], group: Group, *, told_before: bool) -> list[PlaceMention]:
    """The places that tell most plainly where: before one in the name of a force, before where somebody speaks from.

    What only tells of a speaker, or where the fire came from, counts only where no place was told before.
    """
    if not mentions:
        return mentions
    doubts = [_doubt(sight, mention, group) for mention in mentions]
    least = min(doubts)
    if least == _ELSEWHERE and (told_before or all(_is_not_here(sight, mention, group) for mention in mentions)):
        return []
    return [mention for mention, doubt in zip(mentions, doubts, strict=True) if doubt == least]


#: Kinds that lead somewhere: what follows "من" is where it came from.
_MOVING: Final = frozenset(("movement", "patrol"))
#: Kinds that lead away from where they are told of.
LEAVING: Final = frozenset(("withdrawal", "displacement"))
#: Sorts of claims in which something flies from one place to another.
_FIRE: Final = frozenset(("shelling", "air_strike", "attack", "interception"))


def _doubt(sight: Sight, mention: PlaceMention, group: Group) -> int:
    """How doubtful it is that a place tells where a claim is."""
    scan = sight.scan
    if is_head(scan, mention) or _is_origin(sight, mention, group) or is_speakers(sight, mention, group):
        return _ELSEWHERE
    if _is_of_the_hurt(scan, mention) or _hails_from(scan, mention) or _of_whose_people(scan, mention):
        return _ELSEWHERE
    if group.kind not in LEAVING and _are_some_from(scan, mention):
        return _ELSEWHERE
    if group.kind in ("arrest", "abduction") and _hails_from_inside(sight, mention):
        return _ELSEWHERE
    if _is_ahead(scan, mention, group):
        return _ELSEWHERE
    if group.kind in _HARMING and _is_home_told(sight, mention):
        return _NAMED_AFTER
    if group.kind in LEAVING and (_is_aim(mention) or _is_beside_aim(sight, mention)):
        return _ELSEWHERE  # انسحبت منها باتجاه أ, نزحوا صوب أ والمناطق القريبة من ب
    if group.kind in _MOVING and mention.prep == "من" and mention.type != "crossing":
        return _ELSEWHERE if mention.rank >= RANK["admin1"] else _NAMED_AFTER
    if _names_somebody(scan, mention) or (group.kind in VIOLENT and _is_standing(scan, mention)):
        return _NAMED_AFTER
    if _is_led_to(scan, mention) or _is_named_so(scan, mention, group):
        return _NAMED_AFTER
    return _NAMED_AFTER if group.kind in VIOLENT and _is_home_of(scan, mention) else _PLAIN


def _is_not_here(sight: Sight, mention: PlaceMention, group: Group) -> bool:
    """Whether a place is never where a claim is: that of a speaker, or one that somebody did not reach."""
    return _is_of_voice(sight, mention, group) or _is_ahead(sight.scan, mention, group)


#: Words before "to" and where somebody was going to.
_ON_ITS_WAY: Final = word_set("plainness", "on_its_way")


def _is_ahead(scan: Scan, mention: PlaceMention, group: Group) -> bool:
    """Whether those who were hit were only on their way to a place: هاجموا قافلة في طريقها إلى أ."""
    if group.kind in _MOVING or mention.prep != "الي" or mention.head < 2:
        return False
    return scan.words[mention.head - 2].norm in _ON_ITS_WAY and scan.words[mention.head - 1].norm == "الي"


#: What the hurt are brought for.
_TREATED: Final = frozenset(("العلاج", "للعلاج", "الاسعافات"))
_MEDICAL: Final = frozenset(("الطبي", "الطبيه"))
_WARDS: Final = tuple(word_set("plainness", "wards"))


def _is_of_the_hurt(scan: Scan, mention: PlaceMention) -> bool:
    """Whether it is only the hospital to which the hurt were brought, or where that lies: نقلوا إلى مستشفى أ في ب."""
    words = scan.words
    at = next((at for at in range(mention.first, max(-1, mention.head - 4), -1) if words[at].norm.endswith(_WARDS)), 0)
    if at < 1 or any(at < comma <= mention.head for comma in scan.commas):
        return False
    brought = words[at - 1].norm == "الي" or words[at].norm.startswith(("لل", "لم"))
    if words[at].norm in _MEDICAL:  # نقل إلى مجمع الملك فهد الطبي في أ
        brought = any(word.norm == "الي" for word in words[max(0, at - 5) : at])
    brought = brought or any(word.norm in _TREATED for word in words[max(0, at - 4) : at])
    return brought and not any(scan.at("verb", each) for each in range(at, mention.head))


def _is_ward(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a place is only a hospital: مصدر طبي في مستشفى أ."""
    return any(scan.words[at].norm.endswith(_WARDS) for at in range(max(0, mention.head - 1), mention.last + 1))


_LEADING: Final = word_set("plainness", "leading")


def _is_led_to(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a road only leads there: قطعوا في أ الطريق المؤدي إلى ب."""
    at = mention.head - 2
    return at >= 0 and not mention.far_end and scan.words[at + 1].norm == "الي" and scan.words[at].norm in _LEADING


#: Parts of words of descent: ينحدر، ينحدرون، المنحدر، يتحدر.
#: Of those who belong to a place: أسرى ينتمون للمحافظات الجنوبية.
_BELONGING: Final = ("ينتم", "تنتم", "منتم")
_DESCENDING: Final = ("نحدر", "تحدر")
_THEY: Final = word_set("plainness", "they")


def _hails_from(scan: Scan, mention: PlaceMention) -> bool:
    """Whether somebody only comes from a place: ينحدرون من بلدة أ، وجميعهم من قرية ب."""
    at = mention.head - 1
    if mention.prep == "ل" and at >= 0 and scan.words[at].norm.removeprefix("ال").startswith(_BELONGING):
        return True
    if at < 1 or scan.words[at].norm != "من":
        return False
    before = scan.words[at - 1].norm
    return any(of in before for of in _DESCENDING) or before.removeprefix("و") in _THEY


def _are_some_from(scan: Scan, mention: PlaceMention) -> bool:
    """Whether so many or the rest come from a place: منهم 200 من محافظة أ، والباقون من محافظة ب."""
    at = mention.head - 1
    if at < 1 or scan.words[at].norm != "من" or mention.rank < RANK["admin2"]:
        return False
    return at - 1 in scan.numerals or scan.words[at - 1].norm.removeprefix("و") in _THE_REST


_THE_REST: Final = word_set("plainness", "the_rest")


def _hails_from_inside(sight: Sight, mention: PlaceMention) -> bool:
    """Whether those who were taken are from a place of a town that is told first: وفي نابلس، اعتقل فلان من بلدة أ."""
    if not any(is_fronted(sight.scan, other) and other.first < mention.first for other in sight.places):
        return False
    return any(other.prep == "من" and other.first <= mention.first for other in sight.places)


def is_fronted(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a sentence begins with where all of it was: وفي إب، أفادت مصادر بأن مسلحين اختطفوا تاجرا."""
    return mention.prep == "في" and mention.head <= 1 and mention.last + 1 in scan.commas


def _of_whose_people(scan: Scan, mention: PlaceMention) -> bool:
    """Whether somebody comes from the people of a place: ينحدر من عشائر محافظة أ."""
    at = mention.head - 1
    if at < 2 or scan.words[at - 1].norm != "من":
        return False
    return any(of in scan.words[at - 2].norm for of in _DESCENDING)


#: Kinds that befall single people, of whom a report tells where they are from.
_HARMING: Final = VIOLENT | {"abduction"}
_PEOPLE_OF: Final = word_set("plainness", "people_of")
#: How far before his home somebody is told of, and how far behind it the place where he was begins at the nearest.
_NAMED_REACH: Final = 6
_APART: Final = 2


def _is_home_told(sight: Sight, mention: PlaceMention) -> bool:
    """Whether it only tells where one man is from who was hurt elsewhere: الشاب فلان من قرية أ، أثناء وجوده في ب."""
    scan, at = sight.scan, mention.head - 1
    hailing = at > 0 and scan.words[at].norm in _PEOPLE_OF
    at -= hailing
    if at < 1 or scan.words[at].norm != "من":
        return False
    back = range(at - 1, max(-1, at - 1 - _NAMED_REACH), -1)
    plain = (each for each in back if scan.words[each].norm in PREPOSITIONS or scan.at("verb", each))
    low = next(plain, back.stop)
    if not any(m.form == "sg" for each in range(low + 1, at) for m in scan.at("person", each)):
        return False
    return any(
        other.head > mention.last + (0 if hailing or other.near else _APART)
        and other.rank <= RANK["city"]
        and (other.near or other.prep in ("في", "ب"))
        and not other.modifier
        for other in sight.places
    )


_COMING_FROM: Final = word_set("plainness", "coming_from")


def _is_home_of(scan: Scan, mention: PlaceMention) -> bool:
    """Whether fighters are told by where they come from: قاتل مسلحون من أ في ب، مقاتلون أتوا من أ."""
    at = mention.head - 2
    if at < 0 or scan.words[at + 1].norm != "من":
        return False
    return scan.words[at].norm in _COMING_FROM or bool(scan.ending("force", at) or scan.ending("person", at))


#: How far behind the place that people go to another may stand to which they go, too.
_BESIDE_AIM: Final = 5


def _is_beside_aim(sight: Sight, mention: PlaceMention) -> bool:
    """Whether a place is told with the one that people go to, right behind it, and no other preposition between."""
    if mention.prep in ("من", "في", "الي"):
        return False
    aims = (other for other in sight.places if _is_aim(other) and 0 < mention.head - other.last <= _BESIDE_AIM)
    return any(not any(aim.last < comma <= mention.head for comma in sight.scan.commas) for aim in aims)


_AIMS: Final = word_set("plainness", "aims")


def _is_aim(mention: PlaceMention) -> bool:
    """Whether a place is told as what somebody goes to or fires at: باتجاه أ."""
    return mention.prep in _AIMS


#: How near behind another a place stands in which that one lies: من معسكر أ بريف ب.
_NESTED: Final = 2
_COMMA: Final = frozenset("،,؛;")
_CLOSE_TO: Final = word_set("plainness", "close_to")


def _is_origin(sight: Sight, mention: PlaceMention, group: Group) -> bool:
    """Whether it is where the fire came from: من مواقعها في معسكر أ, مصدر القصف بلدة أ, من أ باتجاه ب."""
    scan = sight.scan
    if group.kind not in _FIRE or mention.head == 0 or _is_aim(mention):
        return False
    if mention.prep == "من" and any(_is_aim(other) and other.first > mention.last for other in sight.places):
        return True
    if not scan.cue("origin"):
        return False
    for at in range(mention.head, max(-1, mention.head - 7), -1):
        word = scan.words[at]
        if at < mention.head and scan.cue_at("origin", at) and not (at and scan.words[at - 1].norm in _CLOSE_TO):
            between = [other.last for other in sight.places if at < other.first < mention.head]
            return not between or mention.head - between[-1] <= _NESTED  # أطلق من أ على بلدة قرب ب
        if at < mention.head and (_COMMA.intersection(word.before) or scan.at("verb", at)):
            return False
    return False


_STANDING: Final = tuple(word_set("plainness", "standing"))


def _is_standing(scan: Scan, mention: PlaceMention) -> bool:
    """Whether it only tells where those stand who fire: قصف من الجيش المتمركز في محيط أ."""
    back = range(max(0, mention.head - 3), mention.head)
    return any(scan.words[at].norm.startswith(_STANDING) for at in back)


def is_speakers(sight: Sight, mention: PlaceMention, group: Group) -> bool:
    """Whether it belongs to who speaks: the place of an office, or from where somebody speaks (قال من دمشق إن).

    Who speaks in a small town, and what locals say, is told of that place.
    """
    voice = group.voice
    if voice is None or not voice.first <= mention.first <= voice.last:
        return False
    scan = sight.scan
    if voice.chain and voice.chain[0].kind == "medical" and _is_ward(scan, mention):
        return True
    if mention.rank < RANK["city"] or not voice.chain or voice.chain[0].kind == "local":
        return False
    if _is_of_voice(sight, mention, group):
        return True
    if not voice.at < mention.first < group.first:
        return False
    said = next(
        (at for at in range(voice.at + 1, group.first) if scan.words[at].norm.removeprefix("ف") in COMPLEMENTIZERS), -1
    )
    return mention.first < said


def _is_of_voice(sight: Sight, mention: PlaceMention, group: Group) -> bool:
    """Whether it is part of the name of who speaks: مصدر أمني في بماكو."""
    words, chain = sight.scan.words, group.voice.chain if group.voice is not None else ()
    start, end = words[mention.first].start, words[mention.last].end
    return any(s.span is not None and s.span.start <= start and end <= s.span.end for s in chain)


_HAILING: Final = word_set("plainness", "hailing")
#: Sorts of places that have authorities of their own: سلطات إقليم أ.
_GOVERNED: Final = frozenset(("region", "admin1", "admin2"))
#: Forces and people that are named after the place that they serve.
_OFFICES: Final = frozenset(("force", "unit", "police", "organisation", "government", "official", "commander"))


def _names_somebody(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a force, an office or a person is named after it: فيلق حماة, شرطة ديالى, محافظ أ."""
    if mention.prep or mention.head == 0 or mention.lead:
        return False
    if mention.head == mention.first and (scan.words[mention.head - 1].norm in _HAILING or _is_surname(scan, mention)):
        return True
    if mention.head < mention.first and scan.words[mention.head - 1].norm in ("مستوطني", "مستوطنو"):
        return True  # مستوطني مستوطنة أ
    if mention.head < mention.first and mention.rank < RANK["admin1"] and mention.cue not in _GOVERNED:
        return False  # قصفت القوات بلدة أ
    before = mention.head - 1
    if scan.words[mention.head].before or scan.ending("trigger", before) or scan.ending("weapon", before):
        return False
    found = (m for sort in ("force", "person") for m in scan.ending(sort, before))
    return any(m.payload.group in _OFFICES and not (m.clitics.definite or m.clitics.suffix) for m in found)


#: How far before a surname the title may stand where it is told whose fighter somebody was.
_TITLED_BY: Final = 7


def _is_surname(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a place stands behind a first name: استشهاد المقاتل آزاد كوباني."""
    titles = scan.ending("person", mention.head - 2) if mention.head > 1 else ()
    titled = any(m.form == "sg" and m.clitics.definite for m in titles)
    if not titled and mention.head > 2 and scan.ending("actor", mention.head - 2):
        back = range(max(0, mention.head - _TITLED_BY), mention.head - 2)  # المقاتل في قوات أ آزاد كوباني
        titled = any(m.form == "sg" and m.clitics.definite for at in back for m in scan.at("person", at))
    word = scan.words[mention.head - 1]
    return titled and not (word.norm.startswith("ال") or any(True for _ in scan.here(mention.head - 1)))


#: How many names may stand between who was harmed and a surname, and how far before him it is told.
_NAMES: Final = 3
_TOLD_BEFORE: Final = 3


def _is_named_so(scan: Scan, mention: PlaceMention, group: Group) -> bool:
    """Whether a place is one of the names of somebody who was harmed: مقتل الملازم سالم حارم الأحمد."""
    at = mention.head - 1
    while at > 0 and mention.head - at <= _NAMES and _may_be_name(scan, at):
        at -= 1
    who = [m for sort in ("person", "force") for m in scan.ending(sort, at)] if at >= 0 else []
    if not any(m.form == "sg" and m.clitics.definite for m in who):
        return False
    return any(each.harm and at - _TOLD_BEFORE <= each.first < at for each in group.members)


def _may_be_name(scan: Scan, at: int) -> bool:
    """Whether a word may stand among the names of somebody: it leads nothing, tells of nobody and is no verb."""
    word = scan.words[at]
    if at in scan.commas or at + 1 in scan.commas or word.norm.startswith("ال") or word.norm in PREPOSITIONS:
        return False
    return not any(scan.at(sort, at) for sort in ("person", "force", "trigger", "verb", "place_cue", "cue"))
