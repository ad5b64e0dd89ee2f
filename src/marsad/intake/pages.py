"""Web pages: the body by trafilatura, what the page says of itself by its own means."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from marsad.errors import InputError

_LOOKS: Final = re.compile(
    r"<!doctype\s+html|<html\b|<body\b|</(?:p|div|span|article|h[1-6]|a|li|table|b|strong)\s*>|<br\s*/?>"
    r"|(?:<(?:div|p|span|b)\s*>\s*){3}",
    re.IGNORECASE,
)
_TAG_NAME: Final = re.compile(r"(/?)([a-zA-Z][a-zA-Z0-9]*)")
_INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
    ]
)
_SILENT: Final = frozenset(["script", "style", "noscript", "template", "svg", "iframe", "textarea", "select", "head"])
_LARGEST: Final = 5_000_000
_SHORT: Final = 120

_TITLES: Final = ("og:title", "twitter:title", "dc.title", "headline")
_DATES: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "publishdate", "pubdate",
    "publish_date", "date", "dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date",
)  # fmt: skip
_AUTHORS: Final = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author")
_SITES: Final = ("og:site_name", "application-name", "twitter:site")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds: its body, all its lines, and what it says of itself, each or none."""

    text: str
    lines: str
    title: str | None = None
    published: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None


def looks_like_page(text: str) -> bool:
    """Whether a text is HTML."""
    return "<" in text and bool(_LOOKS.search(text, 0, 20_000))


def read_page(source: str) -> Page:
    """The body and the data of a page. Raises InputError (`too-long`) for one that no report can need."""
    if len(source) > _LARGEST:
        what = f"a page of {len(source) / 1e6:.0f} million characters"
        raise InputError(what, code="too-long", mend="give the report's text")
    lines = visible_lines(source)
    tree, whole = _parse(source)
    if tree is None:
        return Page(lines, lines)
    meta = _meta(tree)
    linked = list(_linked_data(tree))
    body = _body(tree) if whole else ""
    return Page(
        text=body if len(body) >= _SHORT or len(body) > len(lines) / 2 else lines,
        lines=lines,
        title=_title(meta, linked, tree),
        published=_first(meta, _DATES) or _of_linked(linked, "datePublished") or _time_of(tree),
        author=_person(_first(meta, _AUTHORS)) or _person(_of_linked(linked, "author")),
        outlet=_first(meta, _SITES) or _of_linked(linked, "publisher"),
        url=_first(meta, ("og:url",)) or next(map(str, tree.xpath("//link[@rel='canonical']/@href")), None),
    )


def visible_lines(source: str) -> str:
    """The text of a page, a line a block, in time linear in its length however its tags are nested."""
    head, *pieces = source.split("<")
    found = [head]
    silent = ""
    for piece in pieces:
        tag, closed, text = piece.partition(">")
        match = _TAG_NAME.match(tag)
        if not closed or not (match or tag.startswith(("!", "?"))):
            found.append("" if silent or match else f"<{piece}")  # a sign of the text itself, no tag
            continue
        name = match.group(2).lower() if match else ""
        if silent:
            if not (match and match.group(1) and name == silent):
                continue
            silent = ""
        elif match and not match.group(1) and name in _SILENT and not tag.endswith("/"):
            silent = name
            continue
        found.append(("" if name in _INLINE else "\n") + text.replace("\n", " "))
    lines = (" ".join(line.split()) for line in html.unescape("".join(found)).split("\n"))
    return "\n".join(line for line in lines if line)


def _parse(source: str) -> tuple[Any, bool]:
    """The tree of a page, and whether it is whole: the parser cuts off a page that is nested without end."""
    from lxml import etree
    from lxml import html as pages  # takes long to import; only pages need it

    parser = pages.HTMLParser(encoding="utf-8")
    try:
        tree = pages.document_fromstring(source.encode("utf-8", "ignore"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None, False
    return tree, not any("depth" in entry.message.lower() for entry in parser.error_log)


def _body(tree: Any) -> str:
    import trafilatura

    try:
        return trafilatura.extract(tree, include_comments=False, include_tables=True) or ""
    except (RecursionError, ValueError, TypeError, AttributeError, KeyError, IndexError):
        return ""


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _title(meta: dict[str, str], linked: list[dict[str, Any]], tree: Any) -> str | None:
    """The page's title; the window's title where it only adds the outlet to it."""
    title = _first(meta, _TITLES) or _of_linked(linked, "headline") or _text_of(tree, "//h1")
    window = _text_of(tree, "//title")
    return window if window and window.startswith(title or "") else title


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page that describe a text."""
    for element in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(element.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        todo = [data]
        for _ in range(200):
            if not todo:
                break
            item = todo.pop(0)
            if isinstance(item, list):
                todo.extend(item)
            elif isinstance(item, dict):
                todo.extend(item["@graph"] if isinstance(item.get("@graph"), list) else [])
                if "datePublished" in item or "headline" in item:
                    yield item


def _of_linked(linked: list[dict[str, Any]], name: str) -> str | None:
    for item in linked:
        value = item.get(name)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def _person(name: str | None) -> str | None:
    return None if not name or "/" in name or "@" in name or name.lower() in ("admin", "editor") else name


def _text_of(tree: Any, path: str) -> str | None:
    for element in tree.xpath(path):
        if text := " ".join(element.text_content().split()):
            return text
    return None


def _time_of(tree: Any) -> str | None:
    for path in ("//*[@itemprop='datePublished']/@datetime", "//article//time/@datetime", "//time/@datetime"):
        if found := tree.xpath(path):
            return str(found[0])
    return None
