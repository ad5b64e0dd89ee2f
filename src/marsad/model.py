"""The nouns of Marsad: what a report is, what it claims, and what an event made of claims is.

All are frozen: a reading is a value, decided once from a text. Every argument of a claim keeps the words it
was read from (`span`, code-point offsets into the report's text), a value, its precision, and `why` (the rule
or the row of a knowledge file that gave it). `to_json` and `from_json` convert; `json_schema` is the
published contract.
"""

from __future__ import annotations

import functools
import hashlib
import inspect
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, get_args

import msgspec

if TYPE_CHECKING:
    from msgspec.json import Decoder

Basis = Literal["given", "stated", "inferred", "unknown"]
Modality = Literal["happened", "planned", "expected", "requested"]
Polarity = Literal["affirmed", "denied"]
Aspect = Literal["start", "continuation", "end", "repetition"]
SourceKind = Literal[
    "official", "armed_group", "agency", "media", "monitor", "local", "medical", "anonymous", "unspecified",
    "person",
]  # fmt: skip
CountName = Literal[
    "killed", "wounded", "arrested", "abducted", "displaced", "released", "vehicles", "troops"
]  # fmt: skip
FramingSort = Literal["so_called", "alleged", "pretext", "quoted"]
PlacePrecision = Literal["exact", "town", "area", "region", "country", "unknown"]
Status = Literal["single", "corroborated", "disputed", "denied"]

COUNT_NAMES: tuple[CountName, ...] = get_args(CountName)
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
MODALITIES: tuple[Modality, ...] = get_args(Modality)
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)

#: What a schema says of counts besides the type.
_BY_NAME = msgspec.Meta(extra_json_schema={"propertyNames": {"enum": list(COUNT_NAMES)}})


class _Noun(msgspec.Struct, frozen=True, gc=False):
    """A struct: frozen and slotted as a dataclass may be, but made, hashed and read back several times as fast.

    No noun ever refers to itself, so that none need be looked through for garbage. To change a field of a copy there
    is `msgspec.structs.replace`.
    """


class Span(_Noun, frozen=True, order=True):
    """A stretch of a report's text: code points `[start, end)`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class Omission(_Noun, frozen=True):
    """A piece of a page that is not part of the report (a menu, a share button, related headlines)."""

    text: str
    reason: str


class Report(_Noun, frozen=True):
    """One published text.

    `text` is the kept text, headline first: all spans of its claims point into it. `published` is ISO 8601, a
    day or a minute. `basis` says for title, author, outlet and published how each is known: given with the
    report, stated in its text, inferred, or unknown. `candidates` are further days on which it may have been
    published (a weekday and a day without a year). `origin` is the file (and line) it was read from.
    """

    id: str
    text: str
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    basis: Mapping[str, Basis] = msgspec.field(default_factory=dict)
    omitted: tuple[Omission, ...] = ()
    origin: str | None = None
    candidates: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known."""
        return date.fromisoformat(self.published[:10]) if self.published else None

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the kept text: two reports with one fingerprint say the same in the same words."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


class Party(_Noun, frozen=True):
    """Somebody who does something or to whom it is done. `id` is an actor of the actor files, or none."""

    id: str | None
    text: str
    span: Span | None
    why: str


class Place(_Noun, frozen=True):
    """Where. `radius_km` is how far the truth may lie from the point; without one only the name is known."""

    name: str
    lat: float | None
    lon: float | None
    admin1: str | None
    country: str | None
    precision: PlacePrecision
    radius_km: float | None
    span: Span | None
    why: str


class Period(_Noun, frozen=True):
    """When: from `start` to `end`, both inclusive. Without a span it follows from the day of publication."""

    start: date
    end: date
    precision: str
    span: Span | None
    why: str


class Tally(_Noun, frozen=True):
    """How many: at least `low`, at most `high` (none: open above)."""

    low: int
    high: int | None
    span: Span | None
    why: str


class Source(_Noun, frozen=True):
    """A voice."""

    name: str
    kind: SourceKind
    span: Span | None
    why: str


class Weapon(_Noun, frozen=True):
    """With what: a label of the weapon file and the words."""

    label: str
    text: str
    span: Span | None


class Confidence(_Noun, frozen=True):
    """How sure a claim and its fields are: chances from 0 to 1 that a careful annotator agrees.

    `claim`: that the words make this claim at all; the others, each given that they do: that the field is right.
    `reality` is modality and polarity, `parties` initiator and target.
    """

    claim: float
    place: float
    when: float
    counts: float
    reality: float
    attribution: float
    parties: float


class Framing(_Noun, frozen=True):
    """Words by which a report keeps its distance from what is said.

    `so_called` leaves a name or a wording to others (ما يسمى), `alleged` doubts that it is so (زعم، المزعوم), `pretext`
    a reason (بذريعة); `quoted` sets a word for an act or for people in quotation marks, and its `text` is that word.
    Proper names and whole sentences in quotation marks are no framing. It says nothing on whether the claim is true.
    """

    sort: FramingSort
    text: str
    span: Span | None
    why: str


class Claim(_Noun, frozen=True):
    """One thing that one report says: that it happened, will or may happen, was asked for, or did not happen.

    `attribution` is the chain of voices from the nearest to the event outwards; empty means the outlet's own
    voice. `framing` are the words by which the report keeps its distance, in their order; mostly none. `aspect` tells
    whether the report speaks of the start, the going on, the end or a repetition of what happens (fighting broke out,
    goes on, has stopped, flared up again); None where it does not say.
    """

    id: str
    kind: str
    evidence: Span
    trigger: Span
    initiator: tuple[Party, ...] = ()
    target: tuple[Party, ...] = ()
    place: Place | None = None
    when: Period | None = None
    counts: Annotated[Mapping[CountName, Tally], _BY_NAME] = msgspec.field(default_factory=dict)
    weapon: Weapon | None = None
    modality: Modality = "happened"
    polarity: Polarity = "affirmed"
    aspect: Aspect | None = None
    attribution: tuple[Source, ...] = ()
    why: str = ""
    framing: tuple[Framing, ...] = ()
    confidence: Confidence | None = None


class Reading(_Noun, frozen=True):
    """A report with what it claims."""

    document: Report
    claims: tuple[Claim, ...]


class ClaimRef(_Noun, frozen=True):
    """The address of a claim: the report's id and the claim's id."""

    document: str
    claim: str


class VoiceTally(_Noun, frozen=True):
    """What one voice says of one count."""

    voice: str
    low: int
    high: int | None


class EventTally(_Noun, frozen=True):
    """A count of an event over its voices: the lowest and highest that anybody says, and the best supported.

    `by_voice` tells who says what. `high` is none where a voice leaves it open ("at least 7").
    """

    low: int
    best: int
    high: int | None
    by_voice: tuple[VoiceTally, ...]


class Voice(_Noun, frozen=True):
    """One voice on an event: its innermost source as an outlet relays it.

    `outlets` are those that carry it; `copies` of them only repeat another's text and confirm nothing.
    """

    name: str
    kind: str
    outlets: tuple[str, ...]
    copies: tuple[str, ...]
    claims: tuple[ClaimRef, ...]
    denies: bool


class FieldWeight(_Noun, frozen=True):
    """What one field says on whether two claims speak of the same event: evidence in bits, for or against."""

    field: str
    level: str
    bits: float


class Link(_Noun, frozen=True):
    """Why two claims stand in one event."""

    first: ClaimRef
    second: ClaimRef
    bits: float
    parts: tuple[FieldWeight, ...]


class Event(_Noun, frozen=True):
    """Claims about the same happening.

    Claims that contradict each other belong to one event, which shows the dispute. `disputed` names the
    fields on which voices disagree; `sources` counts independent innermost sources.
    """

    id: str
    kind: str
    when: Period | None
    place: Place | None
    initiator: tuple[Party, ...]
    target: tuple[Party, ...]
    counts: Annotated[Mapping[CountName, EventTally], _BY_NAME]
    modality: Modality
    status: Status
    denied_by: tuple[str, ...]
    disputed: tuple[str, ...]
    sources: int
    voices: tuple[Voice, ...]
    claims: tuple[ClaimRef, ...]
    links: tuple[Link, ...]


T = TypeVar("T")


def to_json(noun: Any) -> dict[str, Any]:
    """A noun as plain JSON data (dates as ISO strings, spans as `{"start", "end"}`)."""
    data: dict[str, Any] = msgspec.to_builtins(noun)
    return data


def to_json_text(noun: Any) -> str:
    """A noun as one line of JSON, Arabic unescaped. Raises ValueError for text that is none (lone surrogates)."""
    return msgspec.json.encode(noun).decode()


def from_json(kind: type[T], data: Any) -> T:
    """The noun that `to_json` wrote. Raises `msgspec.ValidationError` where the data does not fit."""
    return msgspec.convert(data, kind)


def from_json_text(kind: type[T], line: str | bytes) -> T:
    """The noun that `to_json_text` wrote. Raises `msgspec.DecodeError` where the line is no such noun."""
    wanted: Any = kind  # mypy takes `type[T]` for unhashable
    noun: T = _decoder(wanted).decode(line)
    return noun


@functools.cache
def _decoder(kind: Any) -> Decoder[Any]:
    return msgspec.json.Decoder(kind)


def json_schema(kind: type[Any]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a noun's JSON form."""
    schema = msgspec.json.schema(kind)
    for each in schema["$defs"].values():
        each["description"] = inspect.cleandoc(each["description"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
