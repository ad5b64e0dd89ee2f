"""The reader: a pure function from a report to its reading. Each stage is a module of its own, called in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from marsad.arabic.folding import fold
from marsad.knowledge import Knowledge
from marsad.knowledge.tables import split
from marsad.model import Claim, Reading, Report
from marsad.reading.acts.answers import with_answers
from marsad.reading.acts.ellipsis import with_left_out
from marsad.reading.acts.happenings import Happening
from marsad.reading.acts.matters import only_matters
from marsad.reading.acts.triggers import find_happenings
from marsad.reading.acts.unreal import heads_the_next, unreal
from marsad.reading.claims import claims_of
from marsad.reading.confidence import rated, weights_of
from marsad.reading.factuality.negation import absent, negated
from marsad.reading.groups.echoes import TakingUp, taking_up
from marsad.reading.groups.grouping import group_happenings
from marsad.reading.groups.groups import Group
from marsad.reading.parties.cast import Cast, Mention
from marsad.reading.parties.parties import find_parties, note_actors
from marsad.reading.places.chart import Map
from marsad.reading.places.place_mentions import PlaceMention
from marsad.reading.places.resolving import resolve
from marsad.reading.scan import Scan
from marsad.reading.story import Sight, Story
from marsad.reading.survey import Survey
from marsad.reading.tellings.discourse import settle
from marsad.reading.tellings.leads import detailed
from marsad.reading.times.clock import Clock
from marsad.reading.times.times import note_stretch
from marsad.reading.voices.rebuttals import rebuttals
from marsad.reading.voices.sources import Speakers
from marsad.reading.voices.voices import Voice
from marsad.reading.voices.who_speaks import find_voices


class Look(msgspec.Struct, frozen=True, gc=False):
    """One sentence as it was read: what is in it, who speaks, and what it claims before the report is settled.

    `echoes` are those claims that only take up what was told before, by their ids, and how they do; those of a
    `heading` are told below it.
    """

    sight: Sight
    voices: Sequence[Voice]
    happenings: Sequence[Happening] = ()
    claims: Sequence[Claim] = ()
    echoes: Mapping[str, TakingUp] = {}
    heading: bool = False


class Reader:
    """Reads reports. Building one takes about a second, reading a report some milliseconds."""

    def __init__(self, *, knowledge: Knowledge | None = None, knowledge_folders: Sequence[Path | str] = ()) -> None:
        self.knowledge = knowledge or Knowledge(knowledge_folders)
        self._lexicon = self.knowledge.lexicon
        self._publishers = _publishers(self.knowledge)
        self._homes = _homes(self.knowledge)
        self._lands = self.knowledge.homelands
        self.weights = weights_of(self.knowledge)
        self._states = {each.iso2: each for each in self.knowledge.countries.values()}

    def read(self, report: Report) -> Reading:
        """The claims of a report; the same report gives the same claims."""
        return self.settled(report, self.looks(report))

    def settled(self, report: Report, looks: Iterable[Look]) -> Reading:
        """The reading of a report out of the looks at its sentences."""
        found: list[Claim] = []
        echoes: dict[str, TakingUp] = {}
        headline_end, lead_end = _headline_end(report), 0
        for look in looks:
            if look.heading:
                continue
            found += look.claims
            echoes.update(look.echoes)
            sentence = look.sight.scan.sentence
            if look.claims and not lead_end and sentence.start >= headline_end:
                lead_end = sentence.end
        told = detailed(settle(found, headline_end, echoes), lead_end)
        return Reading(report, rated(told, self.weights))

    def looks(self, report: Report) -> Iterator[Look]:
        """Each sentence of a report with what the stages find in it, in order: a later one leans on those before."""
        cast = Cast(self._states)
        story = Story(Clock(report.day), Map(self._homes.get(_key_of(report.outlet))), cast)
        speakers = Speakers(publisher=self._names_of(report.outlet))
        survey = Survey(report.text, self._lexicon, story.clock.published, story.chart, self._lands)
        before: list[Claim] = []
        told_last: Sequence[Group] = ()
        headline_end = _headline_end(report)
        for number, (scan, places) in enumerate(zip(survey.scans, survey.places, strict=True)):
            story.sentence = number
            if number in survey.sections:
                head = resolve(survey.sections[number], story.chart, places, scan)
                story.section, story.place = replace(head, why=f"head of its part: {head.why}"), None
            voices = find_voices(scan, speakers)
            happenings = with_left_out(scan, with_answers(scan, find_happenings(scan)), told_last)
            told_last = ()
            if not happenings:
                claims = before = list(rebuttals(scan, voices, (), before, story, report.id))
                _note_uneventful(scan, places, story, survey)
                if voices and voices[-1].chain:
                    story.doers.hear(scan, voices[-1], (), number)
                yield Look(Sight(scan, [], places, [], []), voices, (), claims)
                continue
            parties = [each for each in find_parties(scan, cast) if not _is_in_place(each, places)]
            sight = self._sight(scan, parties, places, happenings, voices)
            told_last = sight.groups
            claims = []
            echoes: dict[str, TakingUp] = {}
            for at, group in enumerate(sight.groups):
                told = list(claims_of(sight, at, story, report.id))
                claims += told
                if (how := taking_up(scan, group)) and not _is_traced(scan, group):
                    echoes.update((claim.id, how) for claim in told)
            claims += list(rebuttals(scan, voices, claims, before, story, report.id))
            before = claims
            if scan.sentence.start < headline_end:
                story.lead_place, story.place = story.place, None
            yield Look(sight, voices, happenings, claims, echoes, number in survey.headings)

    def _sight(
        self,
        scan: Scan,
        parties: list[Mention],
        places: list[PlaceMention],
        happenings: list[Happening],
        voices: list[Voice],
    ) -> Sight:
        told = []
        matters = only_matters(scan, happenings)
        for at, each in enumerate(happenings):
            if at in matters:
                scan.doubt(each.match, matters[at])
            elif each.harm and negated(scan, each):
                scan.doubt(each.match, "nobody was harmed: a negation stands before it (cues.csv, cue negation)")
            elif absent(scan, each):
                scan.doubt(each.match, "only said to be missing (cues.csv, cue negation)")
            else:
                told.append(each)
        groups = [group for group in group_happenings(scan, told, voices) if _is_real(scan, group)]
        if heads_the_next(scan, groups):
            groups = groups[1:]
        requests = [each for each in happenings if each.kind == "request"]
        return Sight(scan, parties, places, groups, requests)

    def _names_of(self, outlet: str | None) -> frozenset[str]:
        """All names of the publishing outlet, which is left out of every chain."""
        key = _key_of(outlet)
        return self._publishers.get(key, frozenset((key,))) if key else frozenset()


#: Countries whose outlets write about their own; those of the Gulf, of Lebanon and farther off write about all.
_AT_HOME: Final = frozenset(("SY", "IQ", "YE", "LY", "SD", "PS"))


def _key_of(outlet: str | None) -> str:
    """What an outlet is looked up by."""
    return fold(outlet.removeprefix("www.")) if outlet else ""


def _is_heading(scan: Scan, place: PlaceMention) -> bool:
    """Whether a sentence is no more than a place, of which the next one tells: ليبيا.. اشتباكات في العاصمة."""
    return place.head == 0 and place.last == len(scan.words) - 1 and bool(place.rows)


def _note_uneventful(scan: Scan, places: Sequence[PlaceMention], story: Story, survey: Survey) -> None:
    """Take from a sentence in which nothing happens what later ones lean on: who and when is told of, and where."""
    note_actors(scan, story.cast)
    note_stretch(scan, story.clock)
    number = story.sentence
    if places and number + 1 < len(survey.extents) and _is_heading(scan, places[0]):
        story.place, story.placed_in = resolve(places[0], story.chart, (), scan), number
        story.line = survey.extents[number + 1].line
    _note_theme(story, scan, places)


def _is_in_place(party: Mention, places: Sequence[PlaceMention]) -> bool:
    """Whether a party is only a word in the name of a place behind its noun: عين الشعب، طريق دمشق بيروت."""
    return any(each.head < each.first <= party.first and party.last <= each.last for each in places)


def _note_theme(story: Story, scan: Scan, places: Sequence[PlaceMention]) -> None:
    """Take the only place of a sentence before all claims for where the report is: وثق المركز 145 انتهاكا في تعز."""
    told = [
        each
        for each in places
        if each.prep in ("في", "ب") and each.rows and each.type != "country" and not scan.at("metonym", each.first)
    ]
    if story.lead_place is None and len(told) == 1:
        story.lead_place = resolve(told[0], story.chart, (), scan)


def _is_traced(scan: Scan, group: Group) -> bool:
    """Whether what was told before is told on by where it came from: مصدر القصف مدينة أ."""
    return scan.cue_at("origin", group.first - 1) is not None


def _is_real(scan: Scan, group: Group) -> bool:
    why = unreal(scan, group)
    if why:
        for each in group.members:
            scan.doubt(each.match, why)
    return not why


def _publishers(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """All names of each outlet, by each of its names and domains."""
    return {key: names for names, keys, _ in _outlets(knowledge) for key in keys}


def _homes(knowledge: Knowledge) -> dict[str, str]:
    """The country of each outlet that writes about its own, by each of its names and domains."""
    return {key: home for _, keys, home in _outlets(knowledge) for key in keys if home}


def _outlets(knowledge: Knowledge) -> Iterator[tuple[frozenset[str], list[str], str]]:
    """Each outlet's names, what it is looked up by, and its country unless it is one of news from abroad."""
    for row in knowledge.rows("outlets"):
        names = frozenset(fold(n) for n in (row["name_ar"], row["name_en"], *split(row["aliases"])) if n)
        keys = [*names, *(fold(domain) for domain in split(row["domains"]))]
        yield names, keys, row["country"] if row["country"] in _AT_HOME else ""


def _headline_end(report: Report) -> int:
    """Where the text begins behind its headline; 0 where the report is all headline or has none."""
    if not report.title or not report.text.startswith(report.title):
        return 0
    rest = report.text[len(report.title) :]
    return len(report.title) if rest.strip() else 0
