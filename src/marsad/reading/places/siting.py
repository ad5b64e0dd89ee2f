"""Where a claim is: which of the places of a report it is told of."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from marsad.arabic.inflection import VerbForm
from marsad.model import Place
from marsad.reading.groups.groups import Group
from marsad.reading.places.locating import is_state, locates
from marsad.reading.places.nesting import DISTRICTS, counted_anew, is_relative, most_specific
from marsad.reading.places.place_mentions import RANK, PlaceMention, is_head
from marsad.reading.places.plainness import LEAVING, is_fronted, is_speakers, plainest
from marsad.reading.places.resolving import carried, resolve
from marsad.reading.rankings import is_next_place
from marsad.reading.roles.sides import TALKED
from marsad.reading.scan import COMPLEMENTIZERS, PREPOSITIONS, Counted, Scan
from marsad.reading.story import Sight, Story
from marsad.reading.word_sets import word_set

#: Kinds that happen between parties: without a place of their own they have none.
_PLACELESS: Final = frozenset(("accusation", "request", "threat", "sanction"))


def places_of(
    sight: Sight, group: Group, first: int, last: int, story: Story, *, counted: bool, local: bool, real: bool
) -> list[Place]:
    """Where a claim is: its own places, else those of its sentence, else the place carried over.

    `counted` tells that it bears a toll, `local` that people of the place speak, who stand where they ask or threaten,
    `real` that it happened: what may be agreed on has no place but its own.
    """
    scan = sight.scan
    inside, parts = _its_own(sight, group, first, last, counted=counted)
    inside = _else_of_sentence(sight, group, story, inside, parts)
    if group.kind in _PLACELESS:
        inside = [mention for mention in inside if not _is_of_addressee(sight, mention)]
    if group.kind == "aid":  # وصلت قافلة عبر معبر أ إلى مدينة ب
        inside = [mention for mention in inside if mention.prep != "عبر"] or inside
    recent = _told_before(sight, story)
    inside = plainest(sight, inside, group, told_before=recent is not None)
    if group.kind == "meeting":  # تستضيف أ لقاء لبحث فتح معبر ب
        inside = [m for m in inside if not (_is_topic(sight, group, m) or _came_from(scan, m))]
        inside = [mention for mention in inside if mention.hosting] or inside
    if inside:
        return _resolved(sight, group, inside, story, counted=counted)
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


def _else_of_sentence(
    sight: Sight, group: Group, story: Story, own: list[PlaceMention], parts: list[PlaceMention]
) -> list[PlaceMention]:
    """The places of a claim, else those of its sentence where it tells of nothing else, or that it begins with."""
    scan, inside = sight.scan, own
    shot_down = group.kind == "interception"
    if shot_down and all(is_speakers(sight, mention, group) for mention in inside):
        inside = []  # أعلن التحالف في اليمن اعتراض صاروخ أطلق باتجاه أ
    if inside and all(is_head(scan, mention) for mention in inside):
        inside = []  # دبي: اعتقل خمسة خلال تظاهرات في أ
    if not inside and not parts and (len(sight.groups) == 1 or shot_down):
        inside = [m for m in sight.places if locates(sight, m) and not _is_marched_about(group, m)]
        inside = [mention for mention in inside if not _only_beside(scan, mention, inside)]
    if group.kind == "sanction":
        inside = [mention for mention in inside if not is_state(sight, mention)]
    if inside or group.kind in _PLACELESS:
        return inside
    if not parts:
        inside = _behind_next(sight, group)
    if not inside and story.placed_in != story.sentence:
        inside = [mention for mention in sight.places if is_fronted(scan, mention) and locates(sight, mention)]
    return inside


def _resolved(sight: Sight, group: Group, inside: list[PlaceMention], story: Story, *, counted: bool) -> list[Place]:
    """The places that a claim is told of, which the story remembers."""
    scan = sight.scan
    chosen = most_specific(scan, inside, group)
    if counted and len(chosen) > 1:  # a toll that cannot be split over its places stands at their common place
        chosen = [chosen[0] if counted_anew(scan, chosen[0], chosen[1]) else _common(inside, chosen)]
    found = [resolve(mention, story.chart, _beside(inside, mention), scan) for mention in chosen]
    story.place, story.placed_in, story.line = found[0], story.sentence, scan.sentence.line
    story.lead_place = story.lead_place or found[0]
    return found


def shares_of(sight: Sight, first: int, last: int, story: Story) -> list[tuple[Place, Counted]]:
    """The further places of a toll told place by place, each with its number: قتل 36 شخصا في أ، و22 في ب."""
    scan = sight.scan
    inside = [mention for mention in sight.places if first <= mention.first <= last and locates(sight, mention)]
    parts = _of_parts(scan, inside)
    found: list[tuple[Place, Counted]] = []
    for one, mention in pairwise(inside):
        if mention in parts or not counted_anew(scan, one, mention):
            continue
        number = next(number for number in scan.numbers if one.last < number.first < mention.head)
        found.append((resolve(mention, story.chart, (), scan), number))
    return found


#: How far before a relative clause the place that it is about may stand, in words.
_ANTECEDENT: Final = 10


def _its_own(
    sight: Sight, group: Group, first: int, last: int, *, counted: bool
) -> tuple[list[PlaceMention], list[PlaceMention]]:
    """The places among the words of a claim, of a relative clause those before it too; and those of parts of a toll."""
    scan = sight.scan
    relative = is_relative(scan, group) and not is_next_place(scan, first)
    begin = first - _ANTECEDENT if relative else first
    if group.kind in ("request", "displacement"):
        last = max(last, _end_of_demand(sight, group))
    inside = [mention for mention in sight.places if begin <= mention.first <= last and locates(sight, mention)]
    inside = [mention for mention in inside if not _is_marched_about(group, mention)]
    inside = [m for m in inside if not (_only_beside(scan, m, inside) or _is_included(scan, m, inside))]
    parts = _of_parts(scan, inside) if counted else []
    inside = [mention for mention in inside if mention not in parts]
    if any(mention.rows for mention in inside):
        inside = [mention for mention in inside if mention.rows or not _is_among(scan, mention)]
    if group.kind in LEAVING and any(mention.prep == "من" for mention in inside):
        inside = _left(inside)
    return inside, parts


def _is_marched_about(group: Group, mention: PlaceMention) -> bool:
    """Whether people march on behalf of a place and not there: مسيرة ضد الحرب التي يشنها الاحتلال على غزة."""
    return group.kind == "protest" and mention.prep == "علي" and mention.head == mention.first


def _is_other_matter(scan: Scan) -> bool:
    """Whether a sentence begins with words that lead to another matter, with its own place: إلى ذلك، من جهة أخرى."""
    return any(cue.payload.value == "apart" and cue.first <= 1 for cue in scan.cue("topic"))


def _common(inside: list[PlaceMention], listed: list[PlaceMention]) -> PlaceMention:
    """What places that are listed lie in, told behind them or before (في محافظة أ ... من بلدتي ب وج); else the first.

    Where each has its own direction, that of the last is none of the others: أ شمال ب، وج شرق د.
    """
    apart = any(m.modifier and m not in listed and listed[0].last < m.head < listed[-1].first for m in inside)
    apart = apart or (listed[-1].cue != listed[0].cue and listed[-1].head < listed[-1].first)  # مدينة أ وقرية ب شمال ج
    behind = (m for m in inside if m.rank >= RANK["area"] and m.first > listed[-1].last and not (apart and m.modifier))
    before = (m for m in inside if m.cue in DISTRICTS and m.last < listed[0].head)
    return next(behind, next(before, listed[0]))


_AMONG: Final = word_set("siting", "among")
#: How far behind "among them" the place of a part may stand.
_PART_REACH: Final = 9
#: How far behind it no comma may part the place of a part from "among them".
_PART_NEAR: Final = 5
#: How many words beside its number and preposition a further part may have: وخمسة أشخاص في ج.
_PART_WORDS: Final = 2


def _of_parts(scan: Scan, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The places of parts of a toll alone: مقتل 20 مدنيا في أ، بينهم ستة في ب وأربعة في ج."""
    found: list[PlaceMention] = []
    for mention in mentions:
        back = range(mention.head - 1, max(-1, mention.head - _PART_REACH), -1)
        at = next((at for at in back if scan.words[at].norm in _AMONG), None)
        if (
            at is not None
            and mention.head - at >= _PART_NEAR
            and any(at < comma < mention.head for comma in scan.commas)
        ):
            at = None  # بينهم طفلان، وإصابة ثمانية في غارة على ب
        if at is not None and any(_is_act(scan, word) for word in range(at + 1, mention.head)):
            at = None  # مقتل خمسة بينهم ثلاثة أطفال في قصف على أ
        numbered = at is not None and any(word in scan.numerals for word in range(at + 1, mention.head))
        part = at is not None and (numbered or any(other.last < at for other in mentions))
        joined = bool(found) and mention.lead == "و" and mention.first == found[-1].last + 1  # وأربعة في ج ود
        if part or joined or (found and _goes_on_counting(scan, found[-1], mention)):
            found.append(mention)
    return found


def _is_act(scan: Scan, at: int) -> bool:
    """Whether the noun of an act stands there, behind a preposition."""
    acts = (m for m in scan.at("trigger", at) if m.payload.frame == "by" and m.payload.strength != "weak")
    return any(m.clitics.prep == "ب" or scan.words[at - 1].norm in PREPOSITIONS for m in acts)


_ONE_MORE: Final = frozenset(("واخر", "واخري"))


def _goes_on_counting(scan: Scan, one: PlaceMention, mention: PlaceMention) -> bool:
    """Whether only a further number, or one more, stands between two places: وأربعة في ج، وشخص في د وآخر في ه."""
    between = range(one.last + 1, mention.head)
    others = [at for at in between if at not in scan.numerals and scan.words[at].norm not in PREPOSITIONS]
    if len(others) > _PART_WORDS or not between:
        return False
    more = any(m.form == "sg" and m.clitics.lead == "و" for m in scan.at("person", between[0]))
    return more or scan.words[between[0]].norm in _ONE_MORE or any(at in scan.numerals for at in between)


def _is_among(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a place is named as one of what was taken or hit: مواقع عدة، بينها سجن أ."""
    return any(scan.words[at].norm in _AMONG for at in range(max(0, mention.head - 2), mention.head))


_TAKING_IN: Final = tuple(f"{words} " for words in word_set("siting", "taking_in"))


def _is_included(scan: Scan, mention: PlaceMention, others: list[PlaceMention]) -> bool:
    """Whether a place is only one that another takes in: في الضفة الغربية بما فيها القدس."""
    before = scan.norms(max(0, mention.head - 4), mention.head - 1)
    led = any(words in f"{before} " for words in _TAKING_IN)
    return led and any(other.last < mention.head - 1 for other in others)


#: Kinds that are told together of one place.
_SEARCHES: Final = frozenset(("arrest", "raid", "interception"))
#: Within how many words two nouns are joined, and behind the second their place stands.
_JOINED: Final = 6


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
    return [m for m in sight.places if m.first in near and m.prep in ("في", "ب") and locates(sight, m)][:1]


_TO_STATES: Final = word_set("siting", "to_states")


def _is_of_addressee(sight: Sight, mention: PlaceMention) -> bool:
    """Whether a place only tells who is asked or accused, or where they are: طلب من واشنطن الضغط على إسرائيل."""
    if _is_where_they_are(sight.scan, mention):
        return True
    return is_state(sight, mention) and (mention.prep in _TO_STATES or _is_addressed(sight, mention))


def _is_addressed(sight: Sight, mention: PlaceMention) -> bool:
    """Whether a country is one of several of whom something is asked: مناشدات للجيش الوطني وتركيا."""
    whom = (party for party in sight.parties if party.first <= mention.first <= party.last)
    return mention.lead == "و" and any(party.prep in _TO_STATES for party in whom)


_BEING: Final = word_set("siting", "being")


def _is_where_they_are(scan: Scan, mention: PlaceMention) -> bool:
    """Whether a place only tells where those are who are asked or accused: القوات المتواجدة في العراق."""
    return mention.prep in ("في", "ب") and mention.head > 1 and scan.words[mention.head - 2].norm in _BEING


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
    told = [mention for mention in sight.places if locates(sight, mention) and mention not in parts]
    if group.kind == "meeting":
        told = [mention for mention in told if not _is_topic(sight, group, mention)]
    told = plainest(sight, told, group, told_before=True)
    if not told:
        return []
    nearest = min(told, key=lambda mention: abs(mention.first - group.lead.last))
    return [carried(resolve(nearest, story.chart, _beside(told, nearest), sight.scan))]


def _beside(inside: list[PlaceMention], mention: PlaceMention) -> list[PlaceMention]:
    """The other places that stand near one."""
    return [other for other in inside if other is not mention and abs(other.first - mention.first) <= 12]


#: What people flee.
_FLED: Final = frozenset(("clash", "shelling", "air_strike", "attack", "operation"))
#: How far behind a request what is asked for may stand.
_DEMANDED: Final = 10


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


def _goes_on_as_people(scan: Scan, group: Group) -> bool:
    """Whether the people of the clause before go on to speak, where they are: وطالبوا الحكومة، مطالبين الحكومة."""
    match = group.lead.match
    if isinstance(match.form, VerbForm):
        return match.form.person == "3mp"
    return not match.clitics.definite and scan.words[match.last].norm.endswith(("ون", "ين"))


#: How far behind a place its distance from another stands in brackets: (16 كم شمال.
_BRACKETED: Final = 3


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


#: For how many sentences a place stays in mind.
_CARRIED: Final = 2


def _told_before(sight: Sight, story: Story) -> Place | None:
    """The place that a sentence without one leans on: that of its section, the last one told, or the report's."""
    fresh = story.place is not None and story.sentence - story.placed_in <= _CARRIED
    if story.section is not None and not (fresh and story.line == sight.scan.sentence.line):
        return story.section
    return story.place if fresh else story.lead_place


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
