"""What a person sees: tables, reports and events in a terminal, Arabic readable in all of them.

Results go to standard output, progress and complaints to standard error. Most terminals set Arabic from left
to right and unjoined, so on a terminal we put it in visual order ourselves (`Bidi`); a file or pipe always
gets plain text.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TextIO

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from marsad.arabic.display import Direction, visual
from marsad.errors import MarsadError
from marsad.model import (
    COUNT_NAMES,
    Claim,
    ClaimRef,
    Confidence,
    CountName,
    Event,
    EventTally,
    Party,
    Period,
    Place,
    Reading,
    Report,
    Source,
    Tally,
    Voice,
)

if TYPE_CHECKING:
    from marsad.diagnosis import Finding
    from marsad.store import Hit

Bidi = Literal["auto", "on", "off"]
Order = Literal["visual", "isolated", "plain"]

_PIPE_WIDTH = 120
_ID_LENGTH = 8
#: Arabic words with what stands between them (numbers included).
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f]+(?:[ ،\"«»-]+(?:\d+ +)?[\u0600-\u06ff\u0750-\u077f]+)*")
_CLOSING = ".،؛:!؟?»”)\"'"

_STATUS_STYLE = {"disputed": "yellow", "denied": "red", "corroborated": "green"}


@dataclass(frozen=True, slots=True)
class Screen:
    """Where to print, and how Arabic has to be put there.

    `visual` order is for terminals that do not reorder, `isolated` marks Arabic off for those that do,
    `plain` leaves the text as it is.
    """

    out: Console
    err: Console
    order: Order = "plain"
    explicit: bool = False

    @classmethod
    def on(cls, out: TextIO, err: TextIO, *, bidi: Bidi = "auto", environ: Mapping[str, str] = os.environ) -> Screen:
        """The screen behind two streams. `auto` reorders on a terminal that does not do so itself."""
        terminal = out.isatty()
        width = None if terminal or "COLUMNS" in environ else _PIPE_WIDTH
        order: Order = "plain"
        if bidi == "on" or (bidi == "auto" and terminal):
            order = "isolated" if bidi == "auto" and _reorders(environ) else "visual"
        return cls(
            Console(file=out, width=width, highlight=False, soft_wrap=False),
            Console(file=err, width=None if err.isatty() else _PIPE_WIDTH, highlight=False),
            order,
            terminal and order == "visual" and _obeys(environ),
        )

    def print(self, *parts: RenderableType) -> None:
        """Print on standard output. A terminal that could reorder is told not to while we do it."""
        lines = _rendered(self.out, parts)
        self.out.file.write(f"\x1b[8l{lines}\x1b[8h" if self.explicit else lines)

    def complain(self, *parts: RenderableType) -> None:
        """Print on standard error, after all that was printed before."""
        self.out.file.flush()
        self.err.file.write(_rendered(self.err, parts))

    def rtl(self, text: str | Text, *, style: str = "") -> Words:
        """Arabic words, set from the right."""
        return Words(_text(text, style), self.order, "rtl")

    def mixed(self, text: str | Text, *, style: str = "") -> Words:
        """A line of our own in which Arabic words occur, set from the left."""
        return Words(_text(text, style), self.order, "ltr")


def _rendered(console: Console, parts: Sequence[RenderableType]) -> str:
    """The parts as characters; what goes into a file or pipe has no spaces at the ends of lines."""
    with console.capture() as printed:
        console.print(*parts)
    if console.is_terminal:
        return printed.get()
    return "".join(f"{line.rstrip()}\n" for line in printed.get().split("\n")[:-1])


def _reorders(environ: Mapping[str, str]) -> bool:
    """Terminals known to reorder Arabic themselves, with no way to tell them not to."""
    program = environ.get("TERM_PROGRAM", "")
    return "KONSOLE_VERSION" in environ or "MLTERM" in environ or program == "Apple_Terminal"


def _obeys(environ: Mapping[str, str]) -> bool:
    """Terminals that reorder but stop at ECMA-48 BDSM (`CSI 8 l`)."""
    vte = environ.get("VTE_VERSION", "")
    return (vte.isdigit() and int(vte) >= 5800) or environ.get("TERM_PROGRAM") == "mintty"


def _text(text: str | Text, style: str) -> Text:
    return text if isinstance(text, Text) else Text(text, style=style)


@dataclass(frozen=True, slots=True)
class Words:
    """Text that holds Arabic: wrapped in the order of reading, then put down in the order of the screen."""

    text: Text
    order: Order
    base: Direction

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self.text.wrap(console, options.max_width, no_wrap=bool(options.no_wrap)):
            line.rstrip()
            if self.order != "plain":
                pieces = [line] if self.base == "rtl" else _pieces(line)
                line = Text("", end=line.end).join(_put(piece, self.order, self.base) for piece in pieces)
            if self.base == "rtl" and self.order != "plain":
                line.justify = "right"
            yield line

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self.text)


def _pieces(line: Text) -> list[Text]:
    """A line of our own, cut around the Arabic in it, so that a date after a name stays where we put it."""
    cuts = {cut for found in _ARABIC.finditer(line.plain) for cut in found.span()}
    return [piece for piece in line.divide(sorted(cuts)) if piece.plain]


def _put(piece: Text, order: Order, base: Direction) -> Text:
    if order == "isolated":
        return Text.assemble("\u2067", piece, "\u2069") if _ARABIC.search(piece.plain) else piece
    styles: list[list[str]] = [[] for _ in piece.plain]
    for span in piece.spans:
        for place in range(span.start, min(span.end, len(styles))):
            styles[place].append(str(span.style))
    found = Text(style=piece.style)
    for glyph, place in visual(piece.plain, base=base):
        found.append(glyph, " ".join(styles[place]) or None)
    return found


@contextmanager
def progress(screen: Screen, what: str, *, quiet: bool = False, after: float = 1.0) -> Iterator[Callable[[int], None]]:
    """A function to call with each number of things done; shown on standard error after `after` seconds."""
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=screen.err, transient=True, disable=quiet or not screen.err.is_terminal)
    task, begun, started = bar.add_task(what, total=None), time.monotonic(), False

    def tick(count: int) -> None:
        nonlocal started
        bar.advance(task, count)
        if not started and time.monotonic() - begun > after:
            bar.start()
            started = True

    try:
        yield tick
    finally:
        if started:
            bar.stop()


# --- small things -------------------------------------------------------------------------------------------


def several(count: int, noun: str) -> str:
    """A number of things."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def day(period: Period | None) -> str:
    """A period as people write it: a day, a whole month or year, or from … to."""
    if period is None:
        return "?"
    start, end = period.start, period.end
    if start == end:
        return start.isoformat()
    if start.year == end.year and start.month == end.month:
        return f"{start.isoformat()}…{end.day:02}"
    return f"{start.isoformat()}…{end.isoformat()}"


def number(low: int, high: int | None) -> str:
    """A count: 3, 3-7, or 7+ where it is open above."""
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}-{high}"


def counts(tallies: Mapping[CountName, Tally] | Mapping[CountName, EventTally]) -> str:
    """All counts of a claim or event in one line."""
    known = [(name, tallies[name]) for name in COUNT_NAMES if name in tallies]
    return ", ".join(f"{name} {number(tally.low, tally.high)}" for name, tally in known)


def _kind(kind: str, modality: str) -> str:
    name = kind.replace("_", " ")
    return name if modality == "happened" else f"{name} ({modality})"


def _parties(parties: Sequence[Party], most: int = 2) -> str:
    names = list(dict.fromkeys(party.text for party in parties))
    more = f" +{len(names) - most}" if len(names) > most else ""
    return "، ".join(names[:most]) + more


def _who(initiator: Sequence[Party], target: Sequence[Party]) -> str:
    """Who did it to whom. The arrow points in the direction of reading, which is leftwards."""
    did, suffered = _parties(initiator), _parties(target)
    return f"{did or '؟'} ← {suffered}" if suffered else did


def _place(place: Place | None) -> str:
    if place is None:
        return ""
    area = place.admin1 if place.admin1 and place.admin1 != place.name else place.country
    point = f" [{place.lat:.3f}, {place.lon:.3f}]" if place.lat is not None and place.lon is not None else " [no point]"
    radius = f" ±{place.radius_km:g} km" if place.radius_km else ""
    return f"{place.name}" + (f" ({area})" if area else "") + f"{point}{radius}"


def _chain(chain: Sequence[Source], outlet: str | None) -> str:
    """The voices from the nearest to the event outwards, the outlet last."""
    voices = [f"{source.name} ({source.kind})" for source in chain]
    return ", through ".join([*voices, outlet or "the outlet itself"])


# --- events -------------------------------------------------------------------------------------------------


def events_table(events: Sequence[Event], screen: Screen) -> Table:
    """The events, a row each, in the order given. Ids are cut to what nearly always makes them unique."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold dim")
    side: Literal["left", "right"] = "left" if screen.order == "plain" else "right"
    table.add_column("when", no_wrap=True)
    table.add_column("what", no_wrap=True)
    table.add_column("where", justify=side, max_width=22)
    table.add_column("who ← whom" if side == "left" else "whom ← who", justify=side, max_width=44)
    table.add_column("how many", max_width=24)
    table.add_column("voices", no_wrap=True)
    table.add_column("event", style="dim", no_wrap=True)
    for event in events:
        table.add_row(
            day(event.when),
            Text(_kind(event.kind, event.modality), style="bold"),
            screen.rtl(event.place.name if event.place else "", style="cyan"),
            screen.rtl(_who(event.initiator, event.target)),
            counts(event.counts),
            _voices(event),
            event.id[:_ID_LENGTH],
        )
    return table


def _voices(event: Event) -> Text:
    """How many independent voices, and whether they disagree."""
    voices = Text(str(event.sources))
    if event.status in ("disputed", "denied"):
        voices.append(f" {event.status}", style=_STATUS_STYLE[event.status])
    return voices


def event_view(event: Event, readings: Mapping[str, Reading], screen: Screen) -> RenderableType:
    """One event in full: every voice with its sentences and fields, who disagrees, why it is one event."""
    status = Text(event.status, style=_STATUS_STYLE.get(event.status, ""))
    head = Text.assemble((_kind(event.kind, event.modality), "bold"), "  ", day(event.when), "  ", status)
    facts = _grid()
    _row(facts, "event", event.id)
    _row(facts, "where", screen.mixed(_place(event.place)) if event.place else "not known")
    _row(facts, "who", _party_words(event.initiator, screen))
    _row(facts, "to whom", _party_words(event.target, screen))
    for name in COUNT_NAMES:
        if name in event.counts:
            _row(facts, name, screen.mixed(_tally_words(event.counts[name])))
    said = f"{several(len(event.claims), 'claim')} in {several(len(_documents(event)), 'report')}"
    _row(facts, "voices", f"{event.sources} independent, {said}")
    _row(facts, "in dispute", Text(", ".join(event.disputed), style="yellow") if event.disputed else "")
    _row(facts, "denied by", screen.mixed(", ".join(event.denied_by), style="red") if event.denied_by else "")
    parts: list[RenderableType] = [head, Padding(facts, (0, 0, 1, 2))]
    for voice in event.voices:
        parts.append(_voice_view(voice, readings, screen))
    if event.links:
        parts.append(_links_view(event, screen))
    return Group(*parts)


def _documents(event: Event) -> set[str]:
    return {ref.document for ref in event.claims}


def _tally_words(tally: EventTally) -> str:
    """Lowest to highest, the best supported, and who says what."""
    said = "; ".join(f"{number(one.low, one.high)} {one.voice}" for one in tally.by_voice)
    best = f", best supported {tally.best}" if tally.low != tally.high else ""
    return f"{number(tally.low, tally.high)}{best}" + (f" ({said})" if len(tally.by_voice) > 1 else "")


def _voice_view(voice: Voice, readings: Mapping[str, Reading], screen: Screen) -> RenderableType:
    verb = Text(" denies", style="red") if voice.denies else Text(" says")
    title = Text.assemble((voice.name, "bold"), f" ({voice.kind})", verb)
    carriers = [name for name in voice.outlets if name not in voice.copies and name != voice.name]
    if carriers:
        title.append(f", in {', '.join(carriers)}", style="dim")
    if voice.copies:
        title.append(f", copied by {', '.join(voice.copies)}", style="dim")
    parts: list[RenderableType] = [screen.mixed(title)]
    told: set[str] = set()
    for ref in voice.claims:
        found = _claim_of(ref, readings)
        if found is None:
            continue
        report, claim = found
        words = " ".join(claim.evidence.of(report.text).split())
        if words in told:
            continue
        told.add(words)
        origin = _origin(report.outlet, report.published, report.id)
        block = (
            screen.mixed(origin, style="dim"),
            screen.rtl(words),
            _fields(claim, screen, outlet=report.outlet),
        )
        parts.append(Padding(Group(*block), (0, 0, 1, 2)))
    return Group(*parts)


def _origin(outlet: str | None, published: str | None, report: str) -> str:
    return f"{outlet or 'outlet not known'}, {published or 'day not known'}, report {report}"


def _claim_of(ref: ClaimRef, readings: Mapping[str, Reading]) -> tuple[Report, Claim] | None:
    reading = readings.get(ref.document)
    claim = next((claim for claim in reading.claims if claim.id == ref.claim), None) if reading else None
    return (reading.document, claim) if reading and claim else None


def _links_view(event: Event, screen: Screen) -> RenderableType:
    """Why the claims stand together: the evidence of each field, in bits."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold dim", title_justify="left")
    for name in ("one claim", "another", "bits", "because of"):
        table.add_column(name, justify="right" if name == "bits" else "left")
    for link in event.links:
        because = ", ".join(f"{part.field} {part.level} {part.bits:+.1f}" for part in link.parts)
        first, second = (f"{ref.document}/{ref.claim}" for ref in (link.first, link.second))
        table.add_row(first, second, f"{link.bits:+.1f}", screen.mixed(because))
    return Group(Text("Why these claims are one event", style="bold"), Padding(table, (0, 0, 0, 2)))


# --- readings -----------------------------------------------------------------------------------------------


def publication(report: Report) -> str:
    """The moment of publication, how it is known, and what else it may be."""
    how = ", ".join((report.basis.get("published", "unknown"), *(f"or {day}" for day in report.candidates)))
    return f"{report.published or 'day not known'} ({how})"


def reading_view(reading: Reading, screen: Screen) -> RenderableType:
    """The report's text with each claim under its sentence."""
    report = reading.document
    published = publication(report)
    source = " · ".join(filter(None, (report.outlet or "outlet not known", report.author, published, report.id)))
    parts: list[RenderableType] = [screen.mixed(source, style="dim")]
    done = 0
    by_end: dict[int, list[Claim]] = {}
    for claim in sorted(reading.claims, key=lambda claim: (claim.evidence, claim.trigger)):
        by_end.setdefault(_sentence_end(report.text, claim.evidence.end), []).append(claim)
    for end in sorted(by_end):
        parts.extend(_passage(report.text, done, end, by_end[end], screen))
        for claim in by_end[end]:
            parts.append(Padding(_claim_view(claim, report, screen), (0, 0, 1, 2)))
        done = max(done, end)
    parts.extend(_passage(report.text, done, len(report.text), (), screen))
    dropped = sum(len(omission.text) for omission in report.omitted)
    claims = several(len(reading.claims), "claim")
    parts.append(Text(f"{claims}" + (f", {dropped} characters of page furniture left out" if dropped else ""), "dim"))
    return Group(*parts, Text(""))


def _sentence_end(text: str, end: int) -> int:
    """Past the closing marks, so that they do not begin the next passage."""
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return end


def _passage(text: str, start: int, end: int, claims: Sequence[Claim], screen: Screen) -> list[RenderableType]:
    """The text from `start` to `end`, evidence bright, triggers underlined, the rest dim."""
    while start < end and text[start].isspace():
        start += 1
    passage = Text(text[start:end], style="dim" if not claims else "")
    for claim in claims:
        if claim.evidence.start > start:
            passage.stylize("dim", 0, max(0, min(c.evidence.start for c in claims) - start))
        if claim.trigger.start >= start:
            passage.stylize("bold underline", claim.trigger.start - start, claim.trigger.end - start)
    return [screen.rtl(line) for line in passage.split("\n") if line.plain.strip()]


def _claim_view(claim: Claim, report: Report, screen: Screen) -> RenderableType:
    head = Text(_kind(claim.kind, claim.modality), style="bold green")
    if claim.polarity == "denied":
        head.append("  denied", style="bold red")
    if claim.aspect is not None:
        head.append(f"  {claim.aspect}", style="dim")
    return Group(head, _fields(claim, screen, outlet=report.outlet))


def _fields(claim: Claim, screen: Screen, *, outlet: str | None = None) -> Table:
    facts = _grid()
    _row(facts, "who", _party_words(claim.initiator, screen))
    _row(facts, "to whom", _party_words(claim.target, screen))
    _row(facts, "where", screen.mixed(_place(claim.place)) if claim.place else "")
    _row(facts, "when", day(claim.when) if claim.when else "")
    _row(facts, "how many", counts(claim.counts))
    _row(facts, "with", screen.mixed(f"{claim.weapon.text} ({claim.weapon.label})") if claim.weapon else "")
    framing = "; ".join(f"{each.text} ({each.sort})" if each.text else each.sort for each in claim.framing)
    _row(facts, "at a distance", screen.mixed(framing) if framing else "")
    _row(facts, "says", screen.mixed(_chain(claim.attribution, outlet)) if claim.attribution or outlet else "")
    _row(facts, "how sure", _sureness(claim.confidence) if claim.confidence else "")
    return facts


def _sureness(confidence: Confidence) -> str:
    """The chance that the claim is right, and the fields that are the least sure."""
    fields = [(getattr(confidence, name), name) for name in Confidence.__struct_fields__ if name != "claim"]
    weak = [f"{name} {chance:.0%}" for chance, name in sorted(fields) if chance < 0.7]
    return f"{confidence.claim:.0%}" + (f"; less so: {', '.join(weak)}" if weak else "")


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    return grid


def _row(grid: Table, name: str, value: RenderableType) -> None:
    if value != "":
        grid.add_row(name, value)


def _party_words(parties: Sequence[Party], screen: Screen) -> RenderableType:
    words = "; ".join(dict.fromkeys(f"{party.text} ({party.id or 'not in the actor files'})" for party in parties))
    return screen.mixed(words) if words else ""


def hit_view(hit: Hit, screen: Screen) -> RenderableType:
    """A report that was found: where it was published, its headline, and the words in their surroundings."""
    source = _origin(hit.outlet, hit.published, hit.report_id)
    snippet = Text(hit.snippet.replace("\n", " "))
    for word in hit.words:
        snippet.stylize("bold underline", word.start - hit.span.start, word.end - hit.span.start)
    parts = [screen.mixed(source, style="dim"), screen.rtl(hit.title or "", style="bold")]
    return Group(*parts, screen.rtl(snippet), Text(""))


def findings_view(findings: Sequence[Finding]) -> RenderableType:
    """What the doctor found."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    area = ""
    for finding in findings:
        mark = Text("ok", style="green") if finding.well else Text("MEND", style="bold red")
        table.add_row(
            Text(finding.area if finding.area != area else "", style="bold"),
            mark,
            finding.name,
            finding.value,
        )
        area = finding.area
    return table


# --- errors -------------------------------------------------------------------------------------------------


def skipped_view(errors: Sequence[MarsadError], screen: Screen, *, most: int = 5) -> RenderableType:
    """What was left out and why: a reason a group, with the files and lines, at most `most` of each."""
    groups: dict[str, list[MarsadError]] = {}
    for error in errors:
        groups.setdefault(error.code, []).append(error)
    parts: list[RenderableType] = []
    for code, group in sorted(groups.items(), key=lambda item: -len(item[1])):
        parts.append(Text(f"{len(group)} skipped: {code.replace('-', ' ')}", style="yellow"))
        parts.extend(Padding(screen.mixed(str(error)), (0, 0, 0, 2), expand=False) for error in group[:most])
        if len(group) > most:
            parts.append(Text(f"  and {len(group) - most} more", style="dim"))
    return Group(*parts)


def complain(error: MarsadError, screen: Screen) -> None:
    """One error on standard error: where, what, and how to mend it."""
    where = f"{error.where}: " if error.where else ""
    screen.complain(screen.mixed(Text.assemble(("marsad: ", "bold red"), where, error.what)))
    if error.mend:
        screen.complain(screen.mixed(Text(f"  {error.mend}", style="dim")))


def standard(bidi: Bidi = "auto") -> Screen:
    """The screen of this process."""
    return Screen.on(sys.stdout, sys.stderr, bidi=bidi)
