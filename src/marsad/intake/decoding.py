"""Bytes to text: UTF-8, UTF-16, Windows-1256 and ISO-8859-6, told apart by what Arabic looks like in them."""

from __future__ import annotations

import codecs
import re
from typing import Final

from marsad.errors import InputError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC: Final = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "an image",
    b"GIF8": "an image",
    b"\xff\xd8\xff": "an image",
    b"\x1f\x8b": "a compressed file",
    b"BZh91AY": "a compressed file",
    b"\xfd7zXZ": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
    b"OggS": "a media file",
}
_CHARSET: Final = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_EIGHT_BIT: Final = ("cp1256", "iso8859_6")
_DECLARED: Final = {"windows-1256": "cp1256", "cp1256": "cp1256", "iso-8859-6": "iso8859_6"}
#: In Arabic news these are two letters of three; text decoded with the wrong table has few of them.
COMMON: Final = frozenset("اليمونرتبعةأد")
_LEAST_COMMON: Final = 0.55
_HEAD: Final = 4096
#: A page with a damaged byte now and then is still worth reading.
_DAMAGE: Final = 1 / 1000


def decode(data: bytes) -> str:
    """The text of a file or a line. Raises InputError (`binary`, `encoding`) where there is none in it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\x00" in data[:_HEAD]:
        return _without_mark(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _eight_bit(data) or _damaged(data, error)


def check_head(head: bytes) -> None:
    """Raises InputError (`binary`) where a file's first bytes are an image's, an archive's or the like."""
    for magic, what in _MAGIC.items():
        if head.startswith(magic):
            raise InputError(f"this is {what}, not text", code="binary", mend="extract its text first")


def encoding_of(head: bytes) -> str:
    """The encoding in which to stream a file, from its first bytes; `utf-8` where they do not say."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    return _wide(head) or "utf-8"


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte is a zero or the page number of Arabic."""
    head = data[: _HEAD - _HEAD % 2]
    for encoding, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(high) > 3 and (high.count(0) + high.count(6)) > 0.8 * len(high):
            return encoding
    return None


def _without_mark(data: bytes) -> str:
    if encoding := _wide(data):
        return data.decode(encoding, errors="replace")
    if data.count(b"\x00") > len(data) / 1000:
        raise InputError("this is binary data, not text", code="binary", mend="give text or HTML")
    return decode(data.replace(b"\x00", b""))


def _eight_bit(data: bytes) -> str | None:
    declared = _CHARSET.search(data[:_HEAD])
    first = _DECLARED.get(declared.group(1).decode("ascii", "ignore").lower()) if declared else None
    best: tuple[float, str] | None = None
    for encoding in _EIGHT_BIT:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = _likeness(text) + (0.1 if encoding == first else 0)
        if score >= _LEAST_COMMON and (best is None or score > best[0]):
            best = score, text
    return best[1] if best else None


def _likeness(text: str) -> float:
    """How much the letters beyond ASCII look like Arabic: the share of its common letters among them."""
    foreign = [char for char in text[:200_000] if char > "\x7f" and char.isalpha()]
    return sum(char in COMMON for char in foreign) / len(foreign) if foreign else 0.0


def _damaged(data: bytes, error: UnicodeDecodeError) -> str:
    text = data.decode("utf-8", errors="replace")
    if text.count("\ufffd") <= max(1, len(text) * _DAMAGE):
        return text
    raise InputError(
        f"not UTF-8 (byte {error.start}), nor any other encoding of Arabic known here",
        code="encoding",
        mend="save the file as UTF-8",
    )
