"""Traces as a page that needs nothing else: no network, no script, no file beside it; right to left, light and dark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib import resources
from itertools import pairwise

from marsad.explain.fields import Field, fields_of, joined
from marsad.model import Claim, Report
from marsad.reading.trace import Known, Mark, MarkSort, Reasons, Seen, SentenceTrace, Token, Trace
from marsad.terminal import several

#: The sorts of marks with their Arabic names, in the order in which one that covers another is seen.
_SORTS: dict[MarkSort, str] = {
    "trigger": "دليل حدث",
    "number": "عدد",
    "date": "زمان",
    "party": "طرف",
    "place": "مكان",
    "voice": "مصدر",
    "rejected": "لم يُعتمد",
}

_POLARITY = {"affirmed": "مثبت", "denied": "منفي"}
_MODALITY = {"happened": "وقع", "planned": "مخطط", "expected": "متوقع", "requested": "مطلوب"}


def page(traces: Iterable[Trace], *, glosses: Mapping[str, str] | None = None) -> Iterator[str]:
    """The pieces of the page; `glosses` are the Arabic names of the kinds."""
    style = (resources.files("marsad.explain") / "page.css").read_text("utf-8")
    yield (
        '<!DOCTYPE html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>marsad explain</title>\n<style>\n{style}</style>\n</head>\n<body>\n{_legend()}<main>\n"
    )
    for trace in traces:
        yield _report(trace, glosses or {})
    yield "</main>\n</body>\n</html>\n"


def _legend() -> str:
    keys = "".join(f'<li><mark class="{sort}">{name}</mark> {_en(sort)}</li>' for sort, name in _SORTS.items())
    return f'<nav><ul class="legend">{keys}</ul></nav>\n'


def _en(text: str) -> str:
    """Words of our own, which run from left to right, between Arabic ones."""
    return f'<bdi lang="en" class="en">{escape(text)}</bdi>'


def _bdi(text: str) -> str:
    """Words of which either direction is possible."""
    return f"<bdi>{escape(text)}</bdi>"


def _ltr(text: str) -> str:
    """A line of our own in which Arabic words occur: it runs from left to right even if it begins with one."""
    return f'<bdi dir="ltr">{escape(text)}</bdi>'


# --- reports ------------------------------------------------------------------------------------------------


def _report(trace: Trace, glosses: Mapping[str, str]) -> str:
    report = trace.report
    basis = report.basis
    facts = (
        ("الناشر", report.outlet or "—", basis.get("outlet", "unknown")),
        ("النشر", " / ".join((report.published or "—", *report.candidates)), basis.get("published", "unknown")),
        ("المعرّف", report.id, ""),
    )
    items = "".join(f"<li><b>{name}</b> {_bdi(value)} {_en(how) if how else ''}</li>" for name, value, how in facts)
    counted = f"{several(len(trace.reading.claims), 'claim')} in {several(len(trace.sentences), 'sentence')}"
    sentences = "".join(_sentence(at, each, report, glosses) for at, each in enumerate(trace.sentences, 1))
    title = escape(report.title or report.id)
    return (
        f'<article>\n<header><h1>{title}</h1><ul class="facts">{items}<li>{_en(counted)}</li></ul></header>\n'
        f"{sentences}</article>\n"
    )


def _sentence(at: int, sentence: SentenceTrace, report: Report, glosses: Mapping[str, str]) -> str:
    claims = "".join(_claim(claim, report, glosses, sentence.reasons[claim.id]) for claim in sentence.claims)
    repeats = "".join(
        f'<p class="joined">ذُكر في موضع آخر {_en(f"told elsewhere too, went into another claim: {claim.kind}")} '
        f"«{escape(claim.trigger.of(report.text))}»</p>"
        for claim in sentence.joined
    )
    bare = "" if sentence.claims or sentence.joined else " bare"
    return (
        f'<section class="sentence{bare}">\n<p class="text"><span class="at">{at}</span>'
        f"{_marked(sentence, report.text)}</p>\n"
        f'<div class="claims">{claims}</div>{repeats}\n'
        f'<div class="folds">\n{_details(sentence, report)}</div></section>\n'
    )


def _marked(sentence: SentenceTrace, text: str) -> str:
    """The sentence with its marks; where several cover a word it wears the classes of all, and tells of all."""
    cuts = {sentence.span.start, sentence.span.end}
    cuts.update(edge for mark in sentence.marks for edge in (mark.span.start, mark.span.end))
    edges = sorted(cuts)
    pieces = []
    for start, end in pairwise(edges):
        over = [mark for mark in sentence.marks if mark.span.start <= start and end <= mark.span.end]
        pieces.append(_piece(text[start:end], over))
    return "".join(pieces)


def _piece(words: str, over: Sequence[Mark]) -> str:
    if not over:
        return escape(words)
    sorts = [sort for sort in _SORTS if any(mark.sort == sort for mark in over)]
    title = "\n".join(dict.fromkeys(f"{mark.sort}: {mark.value} ({mark.why})" for mark in over))
    return f'<mark class="{" ".join(sorts)}" title="{escape(title)}">{escape(words)}</mark>'


# --- claims -------------------------------------------------------------------------------------------------


def _claim(claim: Claim, report: Report, glosses: Mapping[str, str], reasons: Reasons) -> str:
    gloss = glosses.get(claim.kind, "")
    head = (
        f'<h2>{escape(gloss)} {_en(claim.kind.replace("_", " "))}</h2><ul class="badges">'
        f'<li class="{claim.polarity}">{_POLARITY[claim.polarity]} {_en(claim.polarity)}</li>'
        f'<li class="{claim.modality}">{_MODALITY[claim.modality]} {_en(claim.modality)}</li></ul>'
    )
    rows = "".join(_field(field) for field in fields_of(claim, report, reasons))
    return (
        f'<div class="claim {claim.polarity}" id="{escape(f"{report.id}-{claim.id}")}">\n<header>{head}'
        f"{_en(claim.id)}</header>\n<table>{rows}</table></div>\n"
    )


def _field(field: Field) -> str:
    words = f"<q>{escape(field.words)}</q>" if field.words else '<span class="none">—</span>'
    return (
        f'<tr><th scope="row">{field.name_ar} {_en(field.name)}</th><td>{words}</td>'
        f'<td class="value">{_ltr(field.value)}</td><td class="why">{_ltr(field.why)}</td></tr>\n'
    )


# --- what lies behind ---------------------------------------------------------------------------------------


def _details(sentence: SentenceTrace, report: Report) -> str:
    return (
        _fold("الأدلة", "triggers", len(sentence.triggers), _triggers(sentence.triggers, report))
        + _fold("أدلة لم تُعتمد", "rejected triggers", len(sentence.rejected), _triggers(sentence.rejected, report))
        + _fold("المصادر", "voices", len(sentence.voices), _voices(sentence, report))
        + _fold("أطراف وأماكن وأزمنة وأعداد", "mentions", *_mentions(sentence, report))
        + _fold("الكلمات", "words", len(sentence.tokens), _words(sentence.tokens))
    )


def _fold(name: str, english: str, count: int, table: str) -> str:
    if not count:
        return ""
    return f'<details><summary>{name} {_en(english)} <span class="count">{count}</span></summary>\n{table}</details>\n'


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose cells are HTML."""
    names = "".join(f'<th scope="col">{name}</th>' for name in head)
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    return f'<div class="wide"><table><thead><tr>{names}</tr></thead><tbody>\n{lines}</tbody></table></div>\n'


def _triggers(seen: Sequence[Seen], report: Report) -> str:
    whys = any(each.why for each in seen)
    rows = []
    for each in joined(seen):
        row = [escape(each.span.of(report.text)), _en(each.kind), _ltr(each.rule), _en(each.origin)]
        rows.append([*row, _ltr(each.why)] if whys else row)
    head = ["الكلمة", "النوع", "القاعدة", "الملف"]
    return _table([*head, "السبب"] if whys else head, rows)


def _voices(sentence: SentenceTrace, report: Report) -> str:
    rows = []
    for voice in sentence.voices:
        chain = " ← ".join(f"{escape(name)} {_en(kind)}" for name, kind, _ in voice.chain) or _en("the outlet itself")
        why = "; ".join(why for _, _, why in voice.chain)
        mode = _en(" ".join(filter(None, (voice.mode, voice.actor))))
        rows.append([chain, mode, escape(voice.span.of(report.text)), _ltr(why)])
    return _table(("المصدر", "الصيغة", "المدى", "السبب"), rows)


def _mentions(sentence: SentenceTrace, report: Report) -> tuple[int, str]:
    found = [mark for mark in sentence.marks if mark.sort in ("party", "place", "date", "number")]
    rows = [
        [f"{_SORTS[mark.sort]} {_en(mark.sort)}", escape(mark.span.of(report.text)), _ltr(mark.value), _ltr(mark.why)]
        for mark in found
    ]
    return len(found), _table(("النوع", "الكلمات", "القيمة", "السبب"), rows)


def _words(tokens: Sequence[Token]) -> str:
    rows = []
    for token in tokens:
        lines: Sequence[Known | None] = token.known or (None,)
        for at, known in enumerate(lines):
            word = [escape(token.text), escape(token.norm)] if at == 0 else ["", ""]
            rows.append([*word, *(_known(known) if known is not None else [""] * 5)])
    return _table(("الكلمة", "مطوية", "السوابق واللواحق", "الصنف", "المدخل", "المعنى", "الملف"), rows)


def _known(known: Known) -> list[str]:
    says = " · ".join(filter(None, (known.says, known.form)))
    return [_bdi(known.clitics), _en(known.sort), _bdi(known.name), _ltr(says), _en(known.origin)]
