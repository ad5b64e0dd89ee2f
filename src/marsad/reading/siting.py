"""Where a claim is: which of the places of a report it is told of."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.model import Place
from marsad.reading.grouping import AMID_WAR, VIOLENT, Group
from marsad.reading.places import RANK, PlaceMention, is_head
from marsad.reading.resolving import carried, resolve
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, SEATS, Counted, Scan
from marsad.reading.sides import TALKED
from marsad.reading.story import Sight, Story
from marsad.reading.word_sets import word_set

#: Kinds that lead somewhere: what follows "من" is where it came from.
_MOVING: Final = frozenset(("movement", "patrol"))
#: Kinds that lead away from where they are told of.
_LEAVING: Final = frozenset(("withdrawal", "displacement"))
#: Kinds that are told of places: one claim for each place that they list.
_LISTED: Final = frozenset(
    (
        "shelling", "air_strike", "attack", "clash", "capture", "raid", "arrest", "protest", "deployment",
        "withdrawal", "patrol", "destruction", "movement", "restriction", "recruitment", "riot",
    )
)  # fmt: skip
#: Kinds that happen between parties: without a place of their own they have none.
_PLACELESS: Final = frozenset(("accusation", "request", "threat", "sanction"))
#: How far before a relative clause the place that it is about may stand, in words.
_ANTECEDENT: Final = 10
#: For how many sentences a place stays in mind.
_CARRIED: Final = 2


def places_of(
    sight: Sight, group: Group, first: int, last: int, story: Story, *, counted: bool, local: bool, real: bool
) -> list[Place]:
    """Where a claim is: its own places, else those of its sentence, else the place carried over.

    `counted` tells that it bears a toll, `local` that people of the place speak, who stand where they ask or threaten,
    `real` that it happened: what may be agreed on has no place but its own.
    """
    scan = sight.scan
    inside, parts = _its_own(sight, group, first, last, counted=counted)
    shot_down = group.kind == "interception"
    if shot_down and all(_is_speakers(sight, mention, group) for mention in inside):
        inside = []  # أعلن التحالف في اليمن اعتراض صاروخ أطلق باتجاه أ
    if inside and all(is_head(scan, mention) for mention in inside):
        inside = []  # دبي: اعتقل خمسة خلال تظاهرات في أ
    if not inside and not parts and (len(sight.groups) == 1 or shot_down):
        inside = [mention for mention in sight.places if _locates(sight, mention)]
        inside = [mention for mention in inside if not _only_beside(scan, mention, inside)]
    if group.kind == "sanction":
        inside = [mention for mention in inside if not _is_state(sight, mention)]
    if not inside and not parts and group.kind not in _PLACELESS:
        inside = _behind_next(sight, group)
    if not inside and story.placed_in != story.sentence and group.kind not in _PLACELESS:
        inside = [mention for mention in sight.places if _is_fronted(scan, mention) and _locates(sight, mention)]
    if group.kind in _PLACELESS:  # طلب من واشنطن الضغط على إسرائيل
        inside = [
            mention
            for mention in inside
            if not _is_where_they_are(scan, mention)
            and not (_is_state(sight, mention) and (mention.prep in _TO_STATES or _is_addressed(sight, mention)))
        ]
    if group.kind == "aid":  # وصلت قافلة عبر معبر أ إلى مدينة ب
        inside = [mention for mention in inside if mention.prep != "عبر"] or inside
    recent = _told_before(sight, story)
    inside = _plainest(sight, inside, group, told_before=recent is not None)
    if group.kind == "meeting":  # تستضيف أ لقاء لبحث فتح معبر ب
        inside = [m for m in inside if not (_is_topic(sight, group, m) or _came_from(scan, m))]
        inside = [mention for mention in inside if mention.hosting] or inside
    if inside:
        chosen = _listed(scan, inside, group)
        if counted and len(chosen) > 1:  # a toll that cannot be split over its places stands at their common place
            chosen = [chosen[0] if _counted_anew(scan, chosen[0], chosen[1]) else _common(inside, chosen)]
        found = [resolve(mention, story.chart, _beside(inside, mention), scan) for mention in chosen]
        story.place, story.placed_in, story.line = found[0], story.sentence, scan.sentence.line
        story.lead_place = story.lead_place or found[0]
        return found
    if scan.cue_within(first, last, "everywhere"):
        return []  # عمليات متفرقة عبر التراب الوطني
    there = local or (story.placed_in == story.sentence and _goes_on_as_people(scan, group))
    if group.kind in _PLACELESS and not there:
        return []
    if group.kind == "agreement" and not real:
        return []
    if recent is None or (story.placed_in != story.sentence and _is_other_matter(scan)):
        beyond = _beyond(sight, group, story, parts)
        if beyond or recent is None:
            return beyond
    return [recent if recent is story.section else carried(recent)]


def _its_own(
    sight: Sight, group: Group, first: int, last: int, *, counted: bool
) -> tuple[list[PlaceMention], list[PlaceMention]]:
    """The places among the words of a claim, of a relative clause those before it too; and those of parts of a toll."""
    scan = sight.scan
    begin = first - _ANTECEDENT if _is_relative(scan, group) else first
    if group.kind in ("request", "displacement"):
        last = max(last, _end_of_demand(sight, group))
    inside = [mention for mention in sight.places if begin <= mention.first <= last and _locates(sight, mention)]
    inside = [m for m in inside if not (_only_beside(scan, m, inside) or _is_included(scan, m, inside))]
    parts = _of_parts(scan, inside) if counted else []
    inside = [mention for mention in inside if mention not in parts]
    if any(mention.rows for mention in inside):
        inside = [mention for mention in inside if mention.rows or not _is_among(scan, mention)]
    if group.kind in _LEAVING and any(mention.prep == "من" for mention in inside):
        inside = _left(inside)
    return inside, parts


def _is_other_matter(scan: Scan) -> bool:
    """Whether a sentence begins with words that lead to another matter, with its own place: إلى ذلك، من جهة أخرى."""
    return any(cue.payload.value == "apart" and cue.first <= 1 for cue in scan.cue("topic"))


def shares_of(sight: Sight, first: int, last: int, story: Story) -> list[tuple[Place, Counted]]:
    """The further places of a toll told place by place, each with its number: قتل 36 شخصا في أ، و22 في ب."""
    scan = sight.scan
    inside = [mention for mention in sight.places if first <= mention.first <= last and _locates(sight, mention)]
    parts = _of_parts(scan, inside)
    found: list[tuple[Place, Counted]] = []
    for one, mention in pairwise(inside):
        if mention in parts or not _counted_anew(scan, one, mention):
            continue
        number = next(number for number in scan.numbers if one.last < number.first < mention.head)
        found.append((resolve(mention, story.chart, (), scan), number))
    return found


def _common(inside: list[PlaceMention], listed: list[PlaceMention]) -> PlaceMention:
    """What places that are listed lie in, told behind them or before (في محافظة أ ... من بلدتي ب وج); else the first.

    Where each has its own direction, that of the last is none of the others: أ شمال ب، وج شرق د.
    """
    apart = any(m.modifier and m not in listed and listed[0].last < m.head < listed[-1].first for m in inside)
    apart = apart or (listed[-1].cue != listed[0].cue and listed[-1].head < listed[-1].first)  # مدينة أ وقرية ب شمال ج
    behind = (m for m in inside if m.rank >= RANK["area"] and m.first > listed[-1].last and not (apart and m.modifier))
    before = (m for m in inside if m.cue in _DISTRICTS and m.last < listed[0].head)
    return next(behind, next(before, listed[0]))


def _behind_next(sight: Sight, group: Group) -> list[PlaceMention]:
    """The place of two nouns joined by "and", behind the second: اعتقال سبعة ومصادرة أسلحة في مدينة أ."""
    following = next((each for each in sight.groups if each.first > group.last), None)
    if (
        following is None
        or not {group.kind, following.kind} <= _SEARCHES
        or group.lead.is_verb
        or following.lead.is_verb
        or following.lead.match.clitics.lead != "و"
    ):
        return []
    scan = sight.scan
    if following.first - group.last > _JOINED or following.voice != group.voice:
        return []
    between = range(group.last + 1, following.first + 1)
    if any("،" in scan.words[at].before or scan.at("verb", at) for at in between):
        return []
    near = range(following.last + 1, following.last + _JOINED)
    return [m for m in sight.places if m.first in near and m.prep in ("في", "ب") and _locates(sight, m)][:1]


_SEARCHES: Final = frozenset(("arrest", "raid", "interception"))
#: Within how many words two nouns are joined, and behind the second their place stands.
_JOINED: Final = 6


def _is_fronted(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a sentence begins with where all of it was: وفي إب، أفادت مصادر بأن مسلحين اختطفوا تاجرا."""
    return mention.prep == "في" and mention.head <= 1 and mention.last + 1 in scan.commas


_TO_STATES: Final = word_set("siting", "to_states")


def _is_addressed(sight: Sight, mention: PlaceMention) -> bool:
    """Whether a country is one of several of whom something is asked: مناشدات للجيش الوطني وتركيا."""
    whom = (party for party in sight.parties if party.first <= mention.first <= party.last)
    return mention.lead == "و" and any(party.prep in _TO_STATES for party in whom)


def _is_where_they_are(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a place only tells where those are who are asked or accused: القوات المتواجدة في العراق."""
    return mention.prep in ("في", "ب") and mention.head > 1 and scan.words[mention.head - 2].norm in _BEING


_BEING: Final = word_set("siting", "being")


def _left(mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The places that somebody left, without where they went and what that lies in: من أ إلى ب شرقي ج."""
    left, leaving = [], True
    for mention in mentions:
        leaving = mention.prep == "من" or (leaving and mention.prep != "الي")
        if leaving:
            left.append(mention)
    return left


def _beyond(sight: Sight, group: Group, story: Story, parts: list[PlaceMention]) -> list[Place]:
    """The nearest place of its sentence that is told with another act, where no place was told before."""
    told = [mention for mention in sight.places if _locates(sight, mention) and mention not in parts]
    if group.kind == "meeting":
        told = [mention for mention in told if not _is_topic(sight, group, mention)]
    told = _plainest(sight, told, group, told_before=True)
    if not told:
        return []
    nearest = min(told, key=lambda mention: abs(mention.first - group.lead.last))
    return [carried(resolve(nearest, story.chart, _beside(told, nearest), sight.scan))]


def _end_of_demand(sight: Sight, group: Group) -> int:
    """Where what somebody asks for, or what people flee, ends: دعا إلى هدنة في أ، فروا من القتال في ب."""
    scan, wanted = sight.scan, next((each for each in sight.groups if each.first > group.last), None)
    if wanted is None or wanted.first - group.last > _DEMANDED:
        return -1
    lead = wanted.lead
    if group.kind == "displacement" and (wanted.kind not in _FLED or scan.words[lead.first - 1].norm != "من"):
        return -1
    if lead.is_verb and scan.words[lead.first - 1].norm not in COMPLEMENTIZERS:
        return -1
    end = next((comma - 1 for comma in scan.commas if comma > wanted.last), len(scan.words) - 1)
    joints = [cue.first - 1 for cue in scan.cue("boundary") if cue.first > group.last]
    return min([end, *joints])


#: What people flee.
_FLED: Final = frozenset(("clash", "shelling", "air_strike", "attack", "operation"))

#: How far behind a request what is asked for may stand.
_DEMANDED: Final = 10


def _goes_on_as_people(scan: Scan, group: Group) -> bool:
    """Whether the people of the clause before go on to speak, where they are: وطالبوا الحكومة، مطالبين الحكومة."""
    match = group.lead.match
    if isinstance(match.form, VerbForm):
        return match.form.person == "3mp"
    return not match.clitics.definite and scan.words[match.last].norm.endswith(("ون", "ين"))


def _only_beside(scan: Scan, mention: PlaceMention, others: list[PlaceMention]) -> bool:
    """Whether a direction only tells where a province or an area lies that is named before it: محافظة أ شمال ب."""
    if mention.modifier != "direction" or mention.prep or mention.lead or not mention.rows:
        return False
    for other in others:
        if 0 < mention.head - other.last <= _BRACKETED and "(" in scan.words[other.last + 1].before:
            return True  # ريف ناحية أ (16 كم شمال ب)
        if other.last == mention.head - 1 and other.modifier and other.rank < RANK["admin1"]:
            return True
        near = mention.away_km is not None and 0 < mention.head - other.last <= 3  # محافظة أ (590 كلم جنوب ب)
        if (other.last == mention.head - 1 or near) and other.type == "admin1" and other.rows:
            names = {row.name for row in other.rows} | {row.admin1 for row in other.rows}
            return not any(row.admin1 in names or row.name in names for row in mention.rows)
    return False


#: How far behind a place its distance from another stands in brackets: (16 كم شمال.
_BRACKETED: Final = 3


def _told_before(sight: Sight, story: Story) -> Place | None:
    """The place that a sentence without one leans on: that of its section, the last one told, or the report's."""
    fresh = story.place is not None and story.sentence - story.placed_in <= _CARRIED
    if story.section is not None and not (fresh and story.line == sight.scan.sentence.line):
        return story.section
    return story.place if fresh else story.lead_place


def _plainest(sight: Sight, mentions: list[PlaceMention], group: Group, *, told_before: bool) -> list[PlaceMention]:
    """The places that tell most plainly where: before one in the name of a force, before where somebody speaks from.

    What only tells of a speaker, or where the fire came from, counts only where no place was told before.
    """
    if not mentions:
        return mentions
    doubts = [_doubt(sight, mention, group) for mention in mentions]
    least = min(doubts)
    if least == _ELSEWHERE and (told_before or all(_is_of_voice(sight, mention, group) for mention in mentions)):
        return []
    return [mention for mention, doubt in zip(mentions, doubts, strict=True) if doubt == least]


_PLAIN, _NAMED_AFTER, _ELSEWHERE = range(3)


def _doubt(sight: Sight, mention: PlaceMention, group: Group) -> int:
    scan = sight.scan
    if is_head(scan, mention) or _is_origin(sight, mention, group) or _is_speakers(sight, mention, group):
        return _ELSEWHERE
    if _is_of_the_hurt(scan, mention) or _hails_from(scan, mention) or _of_whose_people(scan, mention):
        return _ELSEWHERE
    if group.kind in ("arrest", "abduction") and _hails_from_inside(sight, mention):
        return _ELSEWHERE
    if group.kind in _LEAVING and (_is_aim(mention) or _is_beside_aim(sight, mention)):
        return _ELSEWHERE  # انسحبت منها باتجاه أ, نزحوا صوب أ والمناطق القريبة من ب
    if group.kind in _MOVING and mention.prep == "من" and mention.type != "crossing":
        return _ELSEWHERE if mention.rank >= RANK["admin1"] else _NAMED_AFTER
    if _names_somebody(scan, mention) or (group.kind in _FIRE and _is_standing(scan, mention)):
        return _NAMED_AFTER
    return _NAMED_AFTER if group.kind in VIOLENT and _is_home_of(scan, mention) else _PLAIN


def _is_of_the_hurt(scan: Scan, mention: PlaceMention) -> bool:
    """Whether it is only the hospital to which the hurt were brought, or where that lies: نقلوا إلى مستشفى أ في ب."""
    words = scan.words
    at = next((at for at in range(mention.first, max(-1, mention.head - 4), -1) if words[at].norm.endswith(_WARDS)), 0)
    if at < 1 or any(at < comma <= mention.head for comma in scan.commas):
        return False
    brought = words[at - 1].norm == "الي" or words[at].norm.startswith(("لل", "لم"))
    brought = brought or any(word.norm in _TREATED for word in words[max(0, at - 4) : at])
    return brought and not any(scan.at("verb", each) for each in range(at, mention.head))


_TREATED: Final = frozenset(("العلاج", "للعلاج", "الاسعافات"))
_WARDS: Final = tuple(word_set("siting", "wards"))


def _hails_from(scan: Scan, mention: PlaceMention) -> bool:
    """Whether somebody only comes from a place: ينحدرون من بلدة أ، وجميعهم من قرية ب."""
    at = mention.head - 1
    if at < 1 or scan.words[at].norm != "من":
        return False
    before = scan.words[at - 1].norm
    return any(of in before for of in _DESCENDING) or before.removeprefix("و") in _THEY


def _hails_from_inside(sight: Sight, mention: PlaceMention) -> bool:
    """Whether those who were taken are from a place of a town that is told first: وفي نابلس، اعتقل فلان من بلدة أ."""
    if not any(_is_fronted(sight.scan, other) and other.first < mention.first for other in sight.places):
        return False
    return any(other.prep == "من" and other.first <= mention.first for other in sight.places)


def _of_whose_people(scan: Scan, mention: PlaceMention) -> bool:
    """Whether somebody comes from the people of a place: ينحدر من عشائر محافظة أ."""
    at = mention.head - 1
    if at < 2 or scan.words[at - 1].norm != "من":
        return False
    return any(of in scan.words[at - 2].norm for of in _DESCENDING)


def _is_home_of(scan: Scan, mention: PlaceMention) -> bool:
    """Whether fighters are told by where they come from: قاتل مسلحون من أ في ب، مقاتلون أتوا من أ."""
    at = mention.head - 2
    if at < 0 or scan.words[at + 1].norm != "من":
        return False
    return scan.words[at].norm in _COMING_FROM or bool(scan.ending("force", at) or scan.ending("person", at))


_COMING_FROM: Final = word_set("siting", "coming_from")

#: Of descent: ينحدر، ينحدرون، المنحدر، يتحدر; and whom it is told of without a verb.
_DESCENDING: Final = ("نحدر", "تحدر")
_THEY: Final = word_set("siting", "they")


def _is_beside_aim(sight: Sight, mention: PlaceMention) -> bool:
    """Whether a place is told with the one that people go to, right behind it, and no other preposition between."""
    if mention.prep in ("من", "في", "الي"):
        return False
    aims = (other for other in sight.places if _is_aim(other) and 0 < mention.head - other.last <= _BESIDE_AIM)
    return any(not any(aim.last < comma <= mention.head for comma in sight.scan.commas) for aim in aims)


#: How far behind the place that people go to another may stand to which they go, too.
_BESIDE_AIM: Final = 5


def _is_aim(mention: PlaceMention) -> bool:
    return mention.prep in ("باتجاه", "نحو", "صوب", "تجاه")


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
        if at < mention.head and scan.cue_at("origin", at):
            between = [other.last for other in sight.places if at < other.first < mention.head]
            return not between or mention.head - between[-1] <= _NESTED  # أطلق من أ على بلدة قرب ب
        if at < mention.head and (_COMMA.intersection(word.before) or scan.at("verb", at)):
            return False
    return False


def _is_standing(scan: Scan, mention: PlaceMention) -> bool:
    """Whether it only tells where those stand who fire: قصف من الجيش المتمركز في محيط أ."""
    back = range(max(0, mention.head - 3), mention.head)
    return any(scan.words[at].norm.startswith(_STANDING) for at in back)


_STANDING: Final = tuple(word_set("siting", "standing"))

#: How near behind another a place stands in which that one lies: من معسكر أ بريف ب.
_NESTED: Final = 2


def _is_speakers(sight: Sight, mention: PlaceMention, group: Group) -> bool:
    """Whether it belongs to who speaks: the place of an office, or from where somebody speaks (قال من دمشق إن).

    Who speaks in a small town, and what locals say, is told of that place.
    """
    voice = group.voice
    if voice is None or not voice.first <= mention.first <= voice.last:
        return False
    if mention.rank < RANK["city"] or not voice.chain or voice.chain[0].kind == "local":
        return False
    scan = sight.scan
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


def _is_surname(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a place stands behind a first name: استشهاد المقاتل آزاد كوباني."""
    titles = scan.ending("person", mention.head - 2) if mention.head > 1 else ()
    titled = any(m.form == "sg" and m.clitics.definite for m in titles)
    if not titled and mention.head > 2 and scan.ending("actor", mention.head - 2):
        back = range(max(0, mention.head - _TITLED_BY), mention.head - 2)  # المقاتل في قوات أ آزاد كوباني
        titled = any(m.form == "sg" and m.clitics.definite for at in back for m in scan.at("person", at))
    word = scan.words[mention.head - 1]
    return titled and not (word.norm.startswith("ال") or any(True for _ in scan.here(mention.head - 1)))


#: How far before a surname the title may stand where it is told whose fighter somebody was.
_TITLED_BY: Final = 7

#: Sorts of claims in which something flies from one place to another.
_FIRE: Final = frozenset(("shelling", "air_strike", "attack", "interception"))
_COMMA: Final = frozenset("،,؛;")
_HAILING: Final = word_set("siting", "hailing")

#: Sorts of places that have authorities of their own: سلطات إقليم أ.
_GOVERNED: Final = frozenset(("region", "admin1", "admin2"))

#: Forces and people that are named after the place that they serve.
_OFFICES: Final = frozenset(("force", "unit", "police", "organisation", "government", "official", "commander"))


def _beside(inside: list[PlaceMention], mention: PlaceMention) -> list[PlaceMention]:
    return [other for other in inside if other is not mention and abs(other.first - mention.first) <= 12]


def _locates(sight: Sight, mention: PlaceMention) -> bool:
    """Whether a place tells where: not a country that acts, nor where people hail from."""
    beside = _stands_beside(sight.scan, mention) or _names_outlet(sight.scan, mention)
    if beside or _is_one_side(sight, mention) or _is_one_of_states(sight, mention):
        return False
    if mention.prep == "خارج" or (mention.prep == "ضد" and mention.type == "country"):
        return False  # للقتال خارج البلاد، هجمات ضد الولايات المتحدة
    if mention.type == "country" and mention.prep == "من" and _are_nationals(sight.scan, mention.head - 2):
        return False  # تظاهر أكراد من تركيا
    if mention.type == "country" and mention.head and sight.scan.words[mention.head - 1].norm in _LED_BY:
        return False  # التحالف بقيادة الولايات المتحدة
    if _is_of_war(sight.scan, mention) or _is_seat(sight.scan, mention) or _is_reporters(sight.scan, mention):
        return False
    if _is_in_title(sight.scan, mention):
        return False
    if (
        not mention.prep
        and mention.head == mention.first
        and (mention.type == "country" or _is_capital(sight, mention))
    ):
        if (
            mention.hosting
            or _is_whole(sight.scan, mention)
            or _is_visited(sight, mention)
            or _saw(sight.scan, mention)
        ):
            return True
        return not any(party.first <= mention.first <= party.last and not party.prep for party in sight.parties)
    return True


def _are_nationals(scan: Scan, at: int) -> bool:
    """Whether a word is for people, not joined to a place: أكراد من تركيا، مهاجرون من مالي."""
    return any(m.form == "pl" and not m.clitics.definite for sort in ("person", "adjective") for m in scan.at(sort, at))


def _is_whole(scan: Scan, mention: PlaceMention) -> bool:
    """Whether all of a country is told of, which is no party then: استعادة كامل اليمن."""
    return mention.head > 0 and scan.words[mention.head - 1].norm in _ALL


_ALL: Final = word_set("siting", "all")


def _is_visited(sight: Sight, mention: PlaceMention) -> bool:
    """Whether somebody goes there: يزور وفد أمني دمشق, but not زار وزير خارجية إيران دمشق of Iran."""
    scan = sight.scan
    for at in range(mention.head - 1, max(-1, mention.head - _VISIT_REACH), -1):
        word = scan.words[at]
        if word.norm.lstrip("وفس") in _VISITING:
            return not any(other.first == mention.last + 1 for other in sight.places)
        if (word.norm in PREPOSITIONS and word.norm != "من") or at + 1 in scan.commas:
            return False
    return False


_VISITING: Final = word_set("siting", "visiting")
#: How far behind the verb the place of a visit stands.
_VISIT_REACH: Final = 8


def _saw(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a country is the place of what it saw: العراق لم يشهد أي هجوم، التي شهدها العراق."""
    if mention.head and scan.words[mention.head - 1].norm in _SEEN:
        before = mention.head - 1  # ضربت إسرائيل مواقع: who stands behind a verb that comes first does it
        first = scan.words[before].norm not in _HIT or (before and not scan.words[before].before.strip())
        return bool(first)
    behind = [word.norm for word in scan.words[mention.last + 1 : mention.last + 3]]
    saw = next((at for at, norm in enumerate(behind) if norm.lstrip("وفس") in _SEEING), None)
    return saw == 0 or (saw == 1 and behind[0] in _NEGATING)


_SEEING: Final = word_set("siting", "seeing")
_SEEN: Final = word_set("siting", "seen")
_HIT: Final = frozenset(("ضربت",))
_NEGATING: Final = frozenset(("لم", "قد", "لا"))


def _names_outlet(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a place begins the name of an outlet: السويداء برس، عدن تايم."""
    after = mention.last + 1
    return after < len(scan.words) and not scan.words[after].before.strip() and scan.words[after].norm in _OUTLETS


_OUTLETS: Final = word_set("siting", "outlets")


def _is_in_title(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a place is only a part of what something is called, in quotation marks: حملة "صوت أ"، شبكة "أخبار أ"."""
    for first, last in scan.quoted:
        if first < mention.head and mention.last == last and last - first <= _LONGEST_TITLE:
            return first > 0 and scan.words[first - 1].norm.lstrip("وبل") in _TITLED
    return False


#: What is called by more words than one, and how many more at the most.
_TITLED: Final = word_set("siting", "titled")
_LONGEST_TITLE: Final = 3


def _is_of_war(scan: Scan, mention: PlaceMention) -> bool:
    """Whether it only names a war: ضد الحرب على غزة, احتجاجا على العدوان الإسرائيلي على غزة."""
    if mention.prep == "في" and mention.head >= 3 and scan.words[mention.head - 2].norm in _THE_WAR:
        return scan.norms(mention.head - 3, mention.head - 3) in AMID_WAR  # هجمات على أ وسط الحرب في ب
    if mention.prep != "علي" or mention.head < 2 or mention.type in _HAMLETS:
        return False  # العدوان على بلدة أ is an attack
    words = [word.norm for word in scan.words[max(0, mention.head - 4) : mention.head - 1]]
    war = next((at for at, norm in enumerate(words) if norm in _WARS), None)
    return war is not None and all(norm.startswith("ال") for norm in words[war:])


#: Places on which no war is waged.
_HAMLETS: Final = frozenset(("town", "village", "quarter", "camp", "site", "base"))
_THE_WAR: Final = frozenset(("الحرب", "القتال", "العدوان"))


def _is_seat(scan: Scan, mention: PlaceMention) -> bool:
    """Whether it only tells where an organisation sits: منظمة مقرها في جنيف."""
    if not scan.has_word(SEATS):
        return False
    return any(word.norm in SEATS for word in scan.words[max(0, mention.head - 2) : mention.first])


def _is_reporters(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a country only tells where a reporter works: مراسل الوكالة في العراق."""
    if mention.type != "country":
        return False
    return any("مراسل" in word.norm for word in scan.words[max(0, mention.head - 4) : mention.head])


_WARS: Final = frozenset(("الحرب", "العدوان"))

_LED_BY: Final = word_set("siting", "led_by")


def _is_one_side(sight: Sight, mention: PlaceMention) -> bool:
    """Whether a state is only one of two sides: محادثات بين واشنطن وطهران."""
    if not _is_state(sight, mention):
        return False
    at = mention.head  # بين حزب الله وإسرائيل
    if any(party.prep == "بين" and party.last == at - 1 and mention.lead == "و" for party in sight.parties):
        return True
    if mention.prep == "بين" and any(party.first == mention.last + 1 and party.joined for party in sight.parties):
        return True
    if mention.prep == "بين":
        return any(
            other.head == mention.last + 1 and other.lead == "و" and _is_state(sight, other) for other in sight.places
        )
    return mention.lead == "و" and any(
        other.last == mention.head - 1 and other.prep == "بين" and _is_state(sight, other) for other in sight.places
    )


def _is_one_of_states(sight: Sight, mention: PlaceMention) -> bool:
    """Whether a country is only the next of some that act together: وزراء خارجية مصر والإمارات والولايات المتحدة."""
    if mention.lead != "و" or mention.prep or mention.type != "country" or mention.head != mention.first:
        return False
    acting = (party.last for party in sight.parties if not party.prep and party.first < mention.first)
    return mention.first - 1 in acting


def _is_state(sight: Sight, mention: PlaceMention) -> bool:
    """Whether a place may stand for a state: a country or a capital that nothing introduces."""
    bare = mention.head == mention.first and not mention.far_end
    return bare and (mention.type == "country" or _is_capital(sight, mention))


def _stands_beside(scan: Scan, mention: PlaceMention) -> bool:
    """Whether somebody is only with a place or for it: المتحالفة مع إيران، تضامنا مع غزة، but الحدود مع لبنان."""
    if mention.prep in ("ل", "") and mention.head and scan.words[mention.head - 1].norm in _BORDERING:
        return True
    if mention.lead == "و" and mention.head > 1 and scan.words[mention.head - 2].norm in _BORDERING:
        return True
    if mention.prep == "ل" and mention.head and scan.words[mention.head - 1].norm.endswith(_SIDING):
        return True  # الحزب المعارض لأنقرة
    if mention.prep == "من" and mention.head > 1 and scan.words[mention.head - 2].norm in _COMING:
        return True
    if mention.head and scan.words[mention.head - 1].norm in ("نصره", "لنصره", "ونصره"):
        return True
    if mention.prep == "من" and mention.head > 1 and "مدعوم" in scan.words[mention.head - 2].norm:
        return True  # المدعومة من إيران
    if mention.prep != "مع" or mention.head < 2:
        return False
    before = scan.words[mention.head - 2].norm
    return not before.endswith(("حدود", "الحدوديه", "حدودي")) and not before.startswith("الحدود")


#: What a place lies next to: بوركينا فاسو المجاورة لمالي.
_BORDERING: Final = word_set("siting", "bordering")
#: Who comes from a place is not there any more: قادمين من سوريا.
_COMING: Final = word_set("siting", "coming")
_SIDING: Final = tuple(word_set("siting", "siding"))


def _is_capital(sight: Sight, mention: PlaceMention) -> bool:
    return bool(sight.scan.at("metonym", mention.first))


def _listed(scan: Scan, inside: list[PlaceMention], group: Group) -> list[PlaceMention]:
    """The places that a claim is about: the most specific near its words, with those of the same rank listed beside."""
    if len(inside) == 1:
        return inside
    relative = _is_relative(scan, group)
    lead = group.lead
    chains = _chains(scan, inside)
    best = min(
        chains,
        key=lambda chain: (
            all(_is_wide(m) for m in chain),
            chain[0].near,
            (chain[0].first < group.first) != relative,
            min(abs(chain[0].head - lead.last), abs(chain[0].head - lead.start)),
        ),
    )
    while (at := chains.index(best)) and _counted_anew(scan, chains[at - 1][-1], best[0]):
        best = chains[at - 1]  # ست غارات في محافظة أ، وثلاث في ب
    inner = _inner(best)
    rank = min(_rank(scan, mention) for mention in inner)
    first = next((at for at, mention in enumerate(inner) if at and mention.lead == "و"), len(inner))
    item = min(_rank(scan, mention) for mention in inner[:first])  # the first of a list, with what it lies in
    provinces = inner[0].cue == "admin1" and _tells_several(scan, inner[0])  # محافظات أ وب: their towns are not meant
    if group.kind in _LISTED and (item <= RANK["admin2"] or provinces):
        rank = _rank(scan, inner[0]) if provinces else item
    head = next(mention for mention in inner if _rank(scan, mention) == rank)
    several = _tells_several(scan, head)
    widest = RANK["admin2"] if several and head.cue == "admin2" else max(rank, RANK["city"])
    one = rank >= RANK["admin1"] or (several and head.cue == "admin1")  # provinces are told of together
    if group.kind not in _LISTED or head.prep == "بين":
        return [head]
    if one or head.type == "quarter":
        after = inside[inside.index(head) + 1 :]
        more = (m for m in after if _is_next_target(scan, group, head, m) or _counted_anew(scan, head, m))
        return [head, *[*more][:1]]
    found = [head]
    for mention in inside[inside.index(head) + 1 :]:
        gap = mention.head - found[-1].last - 1
        listed = mention.lead == "و" or (
            gap <= 0
            and mention.first > found[-1].last
            and mention.prep not in ("ب", "في")
            and mention.modifier != "direction"  # قرية أ، شمالي ب
            and (_rank(scan, mention) <= _rank(scan, found[-1]) or mention.head in scan.commas)  # جسر أ وسط مدينة ب
            and "(" not in scan.words[mention.head].before  # قرية أ (ب)
        )
        if (
            (_rank(scan, mention) > widest and not _counted_anew(scan, found[-1], mention))
            or mention.near
            or _is_far_side(mention, inside)
        ):
            continue
        listed = listed and _only_places_between(scan, inside, found[-1], mention)
        listed = listed or _counted_anew(scan, found[-1], mention)
        if listed or _is_other(scan, mention) or _is_next_target(scan, group, found[-1], mention):
            found.append(mention)
    return found


def _counted_anew(scan: Scan, one: PlaceMention, mention: PlaceMention) -> bool:
    """Whether only a further number of the same acts stands between two places: تسع غارات على أ، وأربع على ب."""
    begin = one.last + 1
    if begin >= len(scan.words) or scan.words[begin].norm[:1] != "و":
        return False
    begin += scan.words[begin].norm == "و"  # و(22) في ب
    return begin in scan.numerals and all(
        at in scan.numerals or scan.words[at].norm in PREPOSITIONS for at in range(begin, mention.head)
    )


def _is_next_target(scan: Scan, group: Group, one: PlaceMention, mention: PlaceMention) -> bool:
    """Whether a further target is told with a place of its own: غارات على مواقع في أ وعلى مقرات في ب."""
    between = range(one.last + 1, mention.head)
    if "علي" not in group.lead.trigger.preps or len(between) > _TARGET_REACH:
        return False
    if any(scan.at("trigger", at) or scan.at("verb", at) for at in between):
        return False
    norms = [scan.words[at].norm for at in between]
    return "وعلي" in norms or any(pair in pairwise(norms) for pair in _ALSO_ONTO)


#: Within how many words behind a place the next target's may stand, and words that lead over to it.
_TARGET_REACH: Final = 9
_ALSO_ONTO: Final = tuple((also, "علي") for also in ("وكذلك", "وايضا", "كذلك", "ايضا"))


def _of_parts(scan: Scan, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The places of parts of a toll alone: مقتل 20 مدنيا في أ، بينهم ستة في ب وأربعة في ج."""
    found: list[PlaceMention] = []
    for mention in mentions:
        back = range(mention.head - 1, max(-1, mention.head - _PART_REACH), -1)
        at = next((at for at in back if scan.words[at].norm in _AMONG), None)
        numbered = at is not None and any(word in scan.numerals for word in range(at + 1, mention.head))
        part = at is not None and (numbered or any(other.last < at for other in mentions))
        if part or (found and _goes_on_counting(scan, found[-1], mention)):
            found.append(mention)
    return found


def _goes_on_counting(scan: Scan, one: PlaceMention, mention: PlaceMention) -> bool:
    """Whether only a further number stands between two places: وأربعة في ج."""
    between = range(one.last + 1, mention.head)
    others = [at for at in between if at not in scan.numerals and scan.words[at].norm not in PREPOSITIONS]
    return len(others) <= 1 and any(at in scan.numerals for at in between)


def _is_among(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a place is named as one of what was taken or hit: مواقع عدة، بينها سجن أ."""
    return any(scan.words[at].norm in _AMONG for at in range(max(0, mention.head - 2), mention.head))


_AMONG: Final = word_set("siting", "among")
#: How far behind "among them" the place of a part may stand.
_PART_REACH: Final = 5


def _is_included(scan: Scan, mention: PlaceMention, others: list[PlaceMention]) -> bool:
    """Whether a place is only one that another takes in: في الضفة الغربية بما فيها القدس."""
    before = scan.norms(max(0, mention.head - 4), mention.head - 1)
    led = any(words in f"{before} " for words in _TAKING_IN)
    return led and any(other.last < mention.head - 1 for other in others)


_TAKING_IN: Final = ("بما فيها ", "بما فيه ", "بما في ذلك ", "بما يشمل ", "بما يشملها ")


def _is_topic(sight: Sight, group: Group, mention: PlaceMention) -> bool:
    """Whether a place is only what they talked about: اجتماعا لبحث الأوضاع في أ; but محادثات حول أ في ب are in ب."""
    scan = sight.scan
    words = range(group.last + 1, mention.head)
    about = next((at for at in words if scan.words[at].norm.removeprefix("و") in TALKED), None)
    if about is None:
        return False
    beyond = mention.prep in ("في", "ب") and any(about < other.first < mention.head for other in sight.places)
    return not beyond


def _came_from(scan: Scan, mention: PlaceMention) -> bool:
    """Whether who was received only came from a place: وصل الوفد قادما من أ، الرحلة القادمة من أ."""
    back = range(max(0, mention.head - 4), mention.head - 1)
    came = (at for at in back if scan.words[at].norm.removeprefix("ال").startswith("قادم"))
    return any(scan.words[at + 1].norm == "من" for at in came)


def _rank(scan: Scan, mention: PlaceMention) -> int:
    """How wide a place is as it is told: ناحية أ is no town, شرق حي أ no region; of several none is wider.

    The villages of a province are all over it: قرى دير الزور والحسكة.
    """
    if mention.cue == "village" and any(row.type == "admin1" for row in mention.rows):
        return RANK["admin1"]
    if mention.cue in _DISTRICTS and not (mention.modifier or _tells_several(scan, mention)):
        return max(mention.rank, RANK[mention.cue])
    if mention.modifier and mention.rows and RANK.get(mention.rows[0].type, 3) <= RANK["village"]:
        return min(mention.rank, RANK["city"])
    return mention.rank


_DISTRICTS: Final = frozenset(("admin1", "admin2"))


def _tells_several(scan: Scan, mention: PlaceMention) -> bool:
    """Whether one word introduces several places: محافظات أ وب وج، مديريتي أ وب."""
    return mention.head < mention.first and scan.words[mention.head].norm.endswith(("ات", "تي", "تا", "تين"))


def _is_wide(mention: PlaceMention) -> bool:
    """Whether a place is so wide that another in its sentence tells better where: في وادي أ ... قرب ب."""
    if mention.rank >= RANK["area"]:
        return True
    return mention.type == "valley" and bool(mention.rows) and mention.rows[0].radius_km >= _WIDE_KM


#: How wide a valley is that is a region of its own.
_WIDE_KM: Final = 40.0


def _is_far_side(mention: PlaceMention, inside: list[PlaceMention]) -> bool:
    """Whether it is the second of two that something lies between: قرية أ الواقعة بين ب وج."""
    return mention.lead == "و" and any(m.prep == "بين" and m.last == mention.head - 1 for m in inside)


def _inner(chain: list[PlaceMention]) -> list[PlaceMention]:
    """The places of a chain in which something lies; what it is only near to counts where that is told first or best.

    في بلدة أ قرب ب, but قرب بلدة أ شمالي ب and إلى لبنان قرب أ.
    """
    inner = [mention for mention in chain if not mention.near]
    inner = [m for at, m in enumerate(inner) if not (at and _is_seat_of_district(inner[at - 1], m))]
    if not inner or chain[0].near or min(mention.rank for mention in inner) >= RANK["admin1"]:
        return chain
    return inner


def _is_seat_of_district(district: PlaceMention, mention: PlaceMention) -> bool:
    """Whether a city right behind a district stands for the province that this is in: قضاء أ بالسليمانية."""
    behind = mention.head - district.last <= (1 if mention.prep == "ب" else 2)
    named = district.cue in _DISTRICTS and not district.modifier and mention.head == mention.first
    return named and behind and mention.prep in ("ب", "في") and mention.type == "city"


def _is_other(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a further target is told of: غارة على أ وأخرى على ب, مواقع في أ ومواقع أخرى في ب."""
    at = mention.head - 1
    own_word = at > 0 and scan.words[at].norm in PREPOSITIONS
    return bool(mention.prep) and at > 0 and scan.words[at - own_word].norm.removeprefix("و") in _OTHERS


_OTHERS: Final = word_set("siting", "others")


def _is_relative(scan: Scan, group: Group) -> bool:
    """Whether the happening is told of what stands before it: the town that they took."""
    return any(word.norm in RELATIVES for word in scan.words[max(0, group.first - 2) : group.first])


RELATIVES: Final = word_set("siting", "relatives")


def _only_places_between(scan: Scan, inside: list[PlaceMention], one: PlaceMention, other: PlaceMention) -> bool:
    held = {word for mention in inside for word in range(mention.head, mention.last + 1)}
    return sum(word not in held and scan.words[word].norm != "و" for word in range(one.last + 1, other.head)) <= 2


def _chains(scan: Scan, mentions: list[PlaceMention]) -> list[list[PlaceMention]]:
    """Places nested in one another (في بلدة X بريف Y) as one chain."""
    chains: list[list[PlaceMention]] = []
    for mention in mentions:
        near = bool(chains) and mention.head - chains[-1][-1].last <= 3
        if near and not _counted_anew(scan, chains[-1][-1], mention):
            chains[-1].append(mention)
        else:
            chains.append([mention])
    return chains
