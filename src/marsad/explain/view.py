"""Traces in a terminal: each sentence with its marks, its claims, and all that was found in it."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from marsad.explain.fields import fields_of, joined
from marsad.model import Claim, Report
from marsad.reading.trace import Mark, Reasons, Seen, SentenceTrace, Trace
from marsad.terminal import Screen, publication, several

_STYLES = {
    "trigger": "bold green",
    "rejected": "dim underline",
    "voice": "magenta",
    "party": "yellow",
    "place": "cyan",
    "date": "blue",
    "number": "red",
}


def trace_view(trace: Trace, screen: Screen) -> RenderableType:
    """One report: who published it when, then sentence by sentence what was read and why."""
    report = trace.report
    published = publication(report)
    source = " · ".join((report.outlet or "outlet not known", published, report.id))
    legend = Text("  ").join(Text(name, style=style) for name, style in _STYLES.items())
    parts: list[RenderableType] = [screen.mixed(source, style="dim"), legend, Text("")]
    for number, sentence in enumerate(trace.sentences, 1):
        parts.append(_sentence(number, sentence, report, screen))
    parts.append(
        Text(f"{several(len(trace.reading.claims), 'claim')} in {several(len(trace.sentences), 'sentence')}\n")
    )
    return Group(*parts)


def _sentence(number: int, sentence: SentenceTrace, report: Report, screen: Screen) -> RenderableType:
    words = Text(sentence.span.of(report.text))
    for mark in sorted(sentence.marks, key=lambda mark: mark.sort == "trigger"):
        low, high = mark.span.start - sentence.span.start, mark.span.end - sentence.span.start
        words.stylize(_STYLES[mark.sort], low, high)
    body: list[RenderableType] = [screen.rtl(line) for line in words.split("\n") if line.plain.strip()]
    body += [_claim(claim, report, screen, sentence.reasons[claim.id]) for claim in sentence.claims]
    body += [
        screen.mixed(
            f"told elsewhere too, went into another claim: {claim.kind} {claim.trigger.of(report.text)}", style="dim"
        )
        for claim in sentence.joined
    ]
    body.append(_findings(sentence, report, screen))
    return Group(Text(f"sentence {number}", style="dim"), Padding(Group(*body), (0, 0, 1, 2)))


def _claim(claim: Claim, report: Report, screen: Screen, reasons: Reasons) -> RenderableType:
    style = "bold red" if claim.polarity == "denied" else "bold green"
    head = Text(f"claim: {claim.kind}, {claim.polarity}, {claim.modality}  ", style=style).append(claim.id, "dim")
    rows = _grid()
    for field in fields_of(claim, report, reasons):
        rows.add_row(
            field.name, screen.mixed(field.words), screen.mixed(field.value), screen.mixed(field.why, style="dim")
        )
    return Padding(Group(head, Padding(rows, (0, 0, 0, 2))), (1, 0, 0, 0))


def _findings(sentence: SentenceTrace, report: Report, screen: Screen) -> RenderableType:
    """What the stages found, whether or not a claim came of it."""
    rows = _grid()
    for seen in sentence.triggers:
        rows.add_row("trigger", *_seen(seen, report, screen))
    for seen in joined(sentence.rejected):
        rows.add_row("rejected", *_seen(seen, report, screen))
    for voice in sentence.voices:
        names = ", through ".join(f"{name} ({kind})" for name, kind, _ in voice.chain) or "the outlet itself"
        reach = " ".join(voice.span.of(report.text).split())
        why = "; ".join(why for _, _, why in voice.chain)
        says = " ".join(filter(None, (names, voice.mode)))
        rows.add_row("voice", screen.mixed(_short(reach)), screen.mixed(says), screen.mixed(why, style="dim"))
    for mark in sentence.marks:
        if mark.sort in ("party", "place", "date", "number"):
            rows.add_row(mark.sort, *_mark(mark, report, screen))
    return Padding(rows, (1, 0, 0, 0)) if rows.row_count else Text("")


def _seen(seen: Seen, report: Report, screen: Screen) -> tuple[RenderableType, ...]:
    why = f"{seen.why}; {seen.origin}" if seen.why else seen.origin
    return (
        screen.mixed(seen.span.of(report.text)),
        screen.mixed(f"{seen.kind}: {seen.rule}"),
        screen.mixed(why, style="dim"),
    )


def _mark(mark: Mark, report: Report, screen: Screen) -> tuple[RenderableType, ...]:
    words = " ".join(mark.span.of(report.text).split())
    return screen.mixed(words), screen.mixed(mark.value), screen.mixed(mark.why, style="dim")


def _short(words: str, most: int = 48) -> str:
    return words if len(words) <= most else f"{words[: most // 2].rstrip()} … {words[-most // 2 :].lstrip()}"


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    for ratio in (3, 3, 4):
        grid.add_column(max_width=ratio * 14)
    return grid
