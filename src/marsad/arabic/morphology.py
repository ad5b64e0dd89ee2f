"""Clitics and verbs of a sentence: how each word is taken apart, and whether it is a verb, ranked by context.

A written word mostly has several readings: وجد is "he found" and "and he strove", فريق a team and no ف with ريق.
Every reading gets points for what the files know of its stem, for its shape, and for what stands before and
behind it; the best wins. The points of each reading can be asked for, with their reasons (`readings`).

- `morphology_nouns.csv`: nouns, adjectives and names, above all those that begin like a clitic or like a verb;
- `morphology_verbs.csv`: verbs in past and present, beside those of `verbs.csv`;
- `morphology_particles.csv`: words of closed classes, by what they say of the word behind them.

Stems that no file knows are judged by the verb patterns of roots that are attested.
"""

from __future__ import annotations

import csv
import functools
import pkgutil
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

import msgspec

from marsad.arabic.folding import fold_letters
from marsad.arabic.tokens import Word

Sort = Literal["verb", "noun", "particle"]
Tense = Literal["past", "present", ""]


class Analysis(msgspec.Struct, frozen=True, gc=False):
    """How a word is taken apart: `proclitics` in their order, folded `stem`, `enclitic` pronoun; and what it is.

    The article is part of the stem. `tense` is that of a verb; `auxiliary` tells كان and ليس that only carry the tense
    of what they link (كان الوضع هادئا), not those that say where or whose something was (كان في, كان له).
    """

    proclitics: tuple[str, ...]
    stem: str
    enclitic: str
    sort: Sort
    tense: Tense = ""
    auxiliary: bool = False

    @property
    def is_verb(self) -> bool:
        """Whether the word is a verb; كان and its sisters are."""
        return self.sort == "verb"


class Ranked(msgspec.Struct, frozen=True, gc=False):
    """A reading with its points and where they come from."""

    analysis: Analysis
    points: float
    reasons: tuple[tuple[str, float], ...]


def analyse(words: Sequence[Word], text: str = "") -> list[Analysis]:
    """The best reading of each word of a sentence.

    `text` is what the offsets of the words point into; where it is given, hamza and tanwin are heeded too.
    """
    return [ranked[0].analysis for ranked in readings(words, text)]


def readings(words: Sequence[Word], text: str = "") -> list[list[Ranked]]:
    """All readings of each word, the best first; each word is judged with the best reading of the one before."""
    found: list[list[Ranked]] = []
    for at, word in enumerate(words):
        following = words[at + 1].norm if at + 1 < len(words) and not _parted(words[at + 1]) else ""
        before = None if not found or _parted(word) else found[-1][0].analysis
        ranked = [
            _ranked(_linked(reading, following), points, _context(reading, before, following))
            for reading, points in _alone(word.norm, _shown(word, text))
        ]
        found.append(sorted(ranked, key=lambda each: -each.points))
    return found


def _linked(reading: Analysis, following: str) -> Analysis:
    """The reading, as an auxiliary where it is one."""
    if reading.sort != "verb" or reading.stem not in _class("link") or not following:
        return reading
    best = max(_alone(following, _Shown()), key=lambda each: sum(points for _, points in each[1]))[0]
    if best.stem in _class("place") or {"ب", "ل"}.intersection(best.proclitics):
        return reading
    return msgspec.structs.replace(reading, auxiliary=True)


_Points = tuple[tuple[str, float], ...]

_PRONOUNS: Final = ("هما", "كما", "ها", "نا", "هم", "كم", "هن", "ني", "ه", "ك", "ي")
#: Points of a pronoun by how seldom a word merely ends so.
_PRONOUN_POINTS: Final = {
    "ه": 0.75, "ها": 0.75, "هم": 0.5, "هما": 0.75, "هن": -0.5, "نا": -0.5,
    "ني": -2.5, "كم": -1.0, "كما": -1.0, "ك": -2.5, "ي": -2.5,
}  # fmt: skip

_STOPS: Final = frozenset(".،,؛;:!?؟\n()[]-–—")
#: Nouns of verbs and participles.
_SHAPED: Final = re.compile("(?:ت..ي.|ا.ت.ا.|ان..ا.|است..ا.|ت.ا..|م...+|.ا.[^اوي])(?:ات|ه|ا|ت|ين|ون)?")
_NOUN_ENDINGS: Final = ("يه", "يين", "يون", "يات", "ات", "ان", "ين", "ون", "تان", "تين", "ه", "ا", "ي", "يا", "ت")


def _parted(word: Word) -> bool:
    """Whether a mark before the word ends what came before; quotation marks do not."""
    return any(mark in _STOPS for mark in word.before)


class _Shown(msgspec.Struct, frozen=True, gc=False):
    """What the written word shows beyond its folded letters.

    `joined` are the letters before إ, which stands at the beginning of words only; `rooted` tells that ال with a
    hamza is no article.
    """

    noun: bool = False
    marbuta: bool = False
    joined: str = ""
    rooted: bool = False


def _shown(word: Word, text: str) -> _Shown:
    written = text[word.start : word.end]
    below = _BELOW.match(written)
    return _Shown(
        noun=written.endswith(_TANWIN) or (below is not None and len(written) - len(below[1]) > 4),
        marbuta=word.marbuta or written.rstrip("ًٌٍَُِ").endswith("ة"),
        joined=below[1] if below else "",
        rooted=_ROOTED.match(written) is not None,
    )


_TANWIN: Final = ("ً", "ٌ", "ٍ", "ًا")
_BELOW: Final = re.compile("([وفبكل]{0,2})إ")
_ROOTED: Final = re.compile("[وفبكلس]{0,2}[أإآ]ل")


def _ranked(reading: Analysis, alone: _Points, context: _Points) -> Ranked:
    reasons = alone + context
    return Ranked(reading, sum(points for _, points in reasons), reasons)


@functools.lru_cache(maxsize=100_000)
def _alone(norm: str, shown: _Shown) -> tuple[tuple[Analysis, _Points], ...]:
    """The readings of a word with the points that do not depend on its neighbours."""
    if len(norm) == 1 or not re.fullmatch("[ء-ي]+", norm):
        return ((_foreign(norm), ()),)
    found: list[tuple[Analysis, _Points]] = []
    for lead, rest in _split(norm, "وف"):
        for prep, stem in _split(rest, "بلكس"):
            proclitics = tuple(filter(None, (lead, prep)))
            cost = _clitic_cost(lead, prep)
            if shown.joined and lead + prep == shown.joined:
                cost += (("إ begins a word", 4.0),)
            found += _nominal(proclitics, stem, cost, shown)
            if not (shown.marbuta or shown.noun) and prep not in ("ب", "ك"):
                found += _verbal(proclitics, stem, cost, shown)
    return tuple(found)


def _foreign(norm: str) -> Analysis:
    """A number or a single letter, perhaps behind a proclitic (ب15000)."""
    if len(norm) == 1 and norm in "وفبلك":
        return Analysis((norm,), "", "", "particle")
    if match := re.fullmatch(r"([وف]?)([بلك]?)(\d.*)", norm):
        return Analysis(tuple(filter(None, match.groups()[:2])), match[3], "", "noun")
    return Analysis((), norm, "", "noun")


def _split(norm: str, letters: str) -> Iterator[tuple[str, str]]:
    yield "", norm
    if norm[0] in letters and len(norm) > 1:
        yield norm[0], norm[1:]


def _clitic_cost(lead: str, prep: str) -> _Points:
    found: list[tuple[str, float]] = []
    if lead:
        found.append(("conjunction", -0.5 if lead == "و" else -1.5))
    if prep:
        found.append(("proclitic", {"ب": -1.0, "ل": -1.0, "ك": -2.0, "س": -1.0}[prep]))
    return tuple(found)


def _nominal(
    proclitics: tuple[str, ...], stem: str, cost: _Points, shown: _Shown
) -> Iterator[tuple[Analysis, _Points]]:
    """Readings as a noun, an adjective, a name or a particle."""
    prep = proclitics[-1] if proclitics and proclitics[-1] in "بلكس" else ""
    if prep == "س":
        return
    extra: _Points = (("written as a noun", 1.0),) if shown.noun else ()
    article = stem.startswith("ال") and len(stem) > 4 and not shown.rooted
    particles = _particles()
    if stem in particles and not (prep and stem in _class("unprefixed")):
        yield Analysis(proclitics, stem, "", "particle"), (*cost, ("particle", 6.0))
    elif len(stem) > 1:
        yield Analysis(proclitics, stem, "", "noun"), (*cost, *_noun_points(proclitics, stem, article=article), *extra)
    if shown.marbuta or article or (prep == "ل" and stem[0] == "ل"):
        return
    for pronoun in _PRONOUNS:
        bare = stem.removesuffix(pronoun)
        if bare == stem:
            continue
        if not bare:
            if prep == "ل" or (prep == "ب" and pronoun not in ("ي", "ني")):
                yield Analysis(proclitics, "", pronoun, "particle"), (*cost, ("preposition with pronoun", 6.0))
        elif _hosts(bare, pronoun):
            yield Analysis(proclitics, bare, pronoun, "particle"), (*cost, ("particle with pronoun", 5.0))
        elif len(bare) > 1:
            yield (
                Analysis(proclitics, bare, pronoun, "noun"),
                (*cost, *_noun_points(proclitics, bare, joined=True), ("pronoun", _PRONOUN_POINTS[pronoun]), *extra),
            )


def _hosts(bare: str, pronoun: str) -> bool:
    """Whether a pronoun may be written together with a particle."""
    if pronoun == "ني":
        return bare in ("ان", "لكن", "ليت")
    return (bare in _particles() and bare not in _class("unsuffixed")) or bare == "وراي"


def _noun_points(proclitics: tuple[str, ...], stem: str, *, article: bool = False, joined: bool = False) -> _Points:
    prep = proclitics[-1] if proclitics and proclitics[-1] in "بلك" else ""
    if article and prep != "ل":
        return (("article", 3.5),)
    if prep == "ل" and stem[0] == "ل" and len(stem) > 2 and not joined:
        return (("article", 3.5 if _known_noun(stem[1:]) or len(stem) > 3 else 1.0),)
    if known := _known_noun(stem, joined=joined):
        return (("known noun", known),)
    points = 1.5 if _SHAPED.fullmatch(stem) else 0.0
    if not proclitics and stem[0] == "و" and len(stem) > 3:
        points -= 1.5  # names with و are few
    if len(stem) < 3:
        points -= 1.5
    return (("unknown stem", points - (1.0 if "ك" in proclitics or "ف" in proclitics else 0.0)),)


def _known_noun(stem: str, *, joined: bool = False) -> float:
    """Points for a stem that the files know as a noun, as it stands or inflected."""
    nouns = _nouns()
    if stem in nouns:
        return 3.0
    if joined:
        if stem[:-1] + {"ت": "ه", "ا": "ي"}.get(stem[-1], "-") in nouns:
            return 3.0
        if stem[-1] in "يو" and (stem[:-1] in nouns or stem[:-1] + "ء" in nouns):
            return 2.5
    for ending in _NOUN_ENDINGS:
        bare = stem.removesuffix(ending)
        if bare == stem or len(bare) < 3:
            continue
        if bare + "ه" in nouns or (ending != "ت" and (bare in nouns or bare + "ا" in nouns)):
            return 2.5 if ending not in ("ت", "ي") else 1.5
    return 0.0


def _verbal(proclitics: tuple[str, ...], stem: str, cost: _Points, shown: _Shown) -> Iterator[tuple[Analysis, _Points]]:
    """Readings as a verb; behind س and ل only in the present."""
    article = stem.startswith("ال") and len(stem) > 3 and not shown.rooted
    prep = proclitics[-1] if proclitics and proclitics[-1] in "لس" else ""
    for pronoun in ("", *_PRONOUNS):
        bare = stem.removesuffix(pronoun) if pronoun else stem
        if (pronoun and bare == stem) or len(bare) < 2 or pronoun == "ي":
            continue
        if bare in _particles() and bare not in _verbs():
            continue
        tense, points = _verb(bare, joined=bool(pronoun))
        if article:  # التقى is no noun, التقدم no verb
            points += 1.0 if points >= 3.0 and not _known_noun(stem[2:]) else -3.0
        if prep == "س" and bare[0] == "ا" and tense:
            tense = "present"  # سأدخل, though أدخل may be a past
        if not tense or (prep and tense != "present"):
            continue
        reasons = [*cost, ("verb", points)]
        if pronoun:
            reasons.append(
                ("pronoun", 0.0 if pronoun in ("ه", "ها", "هم", "هما") else -0.5 if pronoun == "نا" else -1.5)
            )
        if prep == "س":
            reasons.append(("future", 0.75))
        yield Analysis(proclitics, bare, pronoun, "verb", tense), tuple(reasons)


def _verb(stem: str, *, joined: bool) -> tuple[Tense, float]:
    """Tense of a verb form and points by how well it is known; no tense where it is none."""
    known = _verbs().get(stem + "ا" if joined and stem[-1] == "و" else stem)
    if known is None and joined and stem[-1] == "ا":
        known = _verbs().get(stem[:-1] + "ي")
    if known:
        return known[0], known[1] + (3.0 if stem in _class("kana") else 0.0)
    return _by_pattern(stem)


#: Present: ending taken off, then what is left behind the prefix by pattern; the groups are the radicals.
_PRESENT_PATTERNS: Final = tuple(
    (re.compile(shape), wazns)
    for shape, wazns in (
        ("ست(.)(.)(.)", ("استفعل",)),
        ("ت(.)ا(.)(.)", ("تفاعل",)),
        ("ن(.)(.)(.)", ("انفعل",)),
        ("(.)ت(.)(.)", ("افتعل",)),
        ("ت(.)(.)(.)", ("تفعّل",)),
        ("(.)ا(.)(.)", ("فاعل",)),
        ("(.)(.)(.)", ("فعَل يفعُل", "فعَل يفعِل", "فعَل يفعَل", "فعِل يفعَل", "فعُل يفعُل", "فعّل", "أفعل")),
        ("(.)(.)", ("فعَل يفعُل", "فعَل يفعِل", "فعِل يفعَل", "أفعل")),
        ("ست(.)(.)", ("استفعل",)),
        ("ن(.)(.)", ("انفعل",)),
        ("(.)ت(.)(.)", ("افتعل",)),
    )
)
_PAST_PATTERNS: Final = tuple(
    (re.compile(shape), wazns)
    for shape, wazns in (
        ("است(.)(.)(.)", ("استفعل",)),
        ("ت(.)ا(.)(.)", ("تفاعل",)),
        ("ان(.)(.)(.)", ("انفعل",)),
        ("ا(.)ت(.)(.)", ("افتعل",)),
        ("ت(.)(.)(.)", ("تفعّل",)),
        ("ا(.)(.)(.)", ("أفعل",)),
        ("(.)(.)(.)", ("فعَل يفعُل", "فعَل يفعِل", "فعَل يفعَل", "فعِل يفعَل", "فعُل يفعُل", "فعّل")),
    )
)
_PRESENT_ENDINGS: Final = ("ون", "وا", "ان", "ا", "ن", "")
_PAST_ENDINGS: Final = ("وا", "تا", "نا", "ت", "ا", "")


@functools.lru_cache(maxsize=50_000)
def _by_pattern(stem: str) -> tuple[Tense, float]:
    if stem[0] in "يتن":
        for ending in _PRESENT_ENDINGS:
            body = stem[1:].removesuffix(ending) if ending else stem[1:]
            if (not ending or body != stem[1:]) and _matches(body, _PRESENT_PATTERNS):
                return "present", 2.0 if stem[0] == "ي" else 0.5
    for ending in _PAST_ENDINGS:
        body = stem.removesuffix(ending) if ending else stem
        if (not ending or body != stem) and _matches(body, _PAST_PATTERNS):
            return "past", 1.0 if ending == "ت" else 0.5 if ending in ("وا", "تا") else -0.5
    return "", 0.0


def _matches(body: str, patterns: Sequence[tuple[re.Pattern[str], tuple[str, ...]]]) -> bool:
    """Whether letters are a pattern of a root that has it."""
    attested = _attested()
    for shape, wazns in patterns:
        match = shape.fullmatch(body)
        if match is None:
            continue
        radicals = "".join(match.groups())
        root = radicals + radicals[-1] if len(radicals) == 2 else radicals
        if not attested.get(root, frozenset()).isdisjoint(wazns):
            return True
    return False


@functools.cache
def _attested() -> Mapping[str, frozenset[str]]:
    """Folded roots with the patterns that they have as verbs."""
    from mazini.lexicon import attested_wazns, lexicon_roots

    found: dict[str, frozenset[str]] = {}
    for root in lexicon_roots():
        folded = root.replace("ء", "ا")
        found[folded] = found.get(folded, frozenset()) | frozenset(attested_wazns(root))
    return found


def _context(reading: Analysis, before: Analysis | None, following: str) -> _Points:
    """Points for a reading from the word before it and the one behind it."""
    return tuple(_verb_context(reading, before, following)) if reading.sort == "verb" else ()


def _verb_context(reading: Analysis, before: Analysis | None, following: str) -> Iterator[tuple[str, float]]:
    conjoined = bool(reading.proclitics) and reading.proclitics[0] in "وف"
    if "ل" in reading.proclitics:
        yield "ل with a verb", -0.5
    if before is None:
        yield "begins the clause", 1.75 if not reading.enclitic else 1.0
    elif conjoined:
        yield "joined", 0.0
    else:
        yield from _after(reading, before)
    if following in _SAID:
        yield "أن behind it", 1.0
    if reading.tense == "past" and len(reading.stem) == 3 and reading.stem not in _class("kana"):
        yield "three letters", -0.75


_SAID: Final = frozenset(("ان", "بان", "انه", "انها", "بانه", "بانها", "انهم"))


def _after(reading: Analysis, previous: Analysis) -> Iterator[tuple[str, float]]:
    """Points of a verb by the word right before it."""
    classes = _particles().get(previous.stem, frozenset()) if previous.sort != "noun" or not previous.enclitic else ()
    if previous.sort == "verb":
        if previous.stem in _class("kana"):
            yield "behind كان", 1.5 if reading.tense == "present" else -1.5
        else:
            yield "behind a verb", -1.5
    elif previous.enclitic and previous.sort == "particle":
        yield "behind a particle with pronoun", 1.0 if reading.tense == "present" else 0.25
    elif previous.stem == "ان":
        yield "behind أن", 2.0 if reading.tense == "present" else -1.0
    elif "verb" in classes:
        yield "behind a particle of verbs", 3.0
    elif "relative" in classes:
        yield "behind a relative", 3.0 if previous.stem.startswith("ال") else 1.5
    elif "subject" in classes:
        yield "behind a subject", 1.0
    elif previous.stem in _AND:
        yield "joined", 0.0
    elif previous.stem == "من" and reading.tense == "present":
        yield "behind من, perhaps a relative", -1.0
    elif "prep" in classes:
        yield "behind a preposition", -4.0
    elif "noun" in classes:
        yield "behind a particle of nouns", -0.5 if reading.tense == "past" else 0.0
    elif previous.sort == "noun":
        definite = previous.stem.startswith("ال") or previous.enclitic or previous.stem.startswith("لل")
        if not definite:
            yield "behind a noun that may want one", -0.5 if reading.tense == "present" else -1.25
        else:
            yield "behind a definite noun", 0.25


_AND: Final = frozenset(("و", "او", "ثم", "بل", "ام"))


#: Classes of particles; the others of the file name words for a rule.
_SAYING: Final = frozenset(("prep", "verb", "relative", "subject", "noun", "other"))


@functools.cache
def _class(name: str) -> frozenset[str]:
    return frozenset(word for word, kind in _rows("morphology_particles.csv") if kind == name)


@functools.cache
def _particles() -> Mapping[str, frozenset[str]]:
    """Folded words of closed classes with what they say of the word behind."""
    found: dict[str, frozenset[str]] = {}
    for word, kind in _rows("morphology_particles.csv"):
        if kind in _SAYING:
            found[word] = found.get(word, frozenset()) | {kind}
    return found


@functools.cache
def _nouns() -> frozenset[str]:
    """Folded nouns, without the phrases that the files of the search keys keep whole (بسبب)."""
    found = {word for name in ("morphology_nouns.csv", "whole_words.csv") for (word,) in _rows(name)}
    for one, many in _rows("broken_plurals.csv"):
        found |= {one, *many.split("|")}
    return frozenset(found - _class("joined") - _particles().keys())


@functools.cache
def _verbs() -> Mapping[str, tuple[Tense, float]]:
    """Folded verb forms with their tense and points; what is both is a present, "I" is rare in news."""
    found: dict[str, tuple[Tense, float]] = {}
    pairs = [*_rows("verbs.csv"), *_rows("morphology_verbs.csv")]
    for _, present in pairs:
        found |= dict.fromkeys(_present_forms(present, "ا"), ("present", 1.5))
    for past, _ in pairs:
        found |= dict.fromkeys(_past_forms(past), ("past", 3.0))
    for _, present in pairs:
        found |= dict.fromkeys(_present_forms(present, "يتن"), ("present", 3.0))
    return found | dict.fromkeys(("ليس", "ليست", "ليسوا", "لست", "لسنا"), ("past", 3.0))


def _past_forms(past: str) -> Iterator[str]:
    """Third persons, "I" and "we", active and passive."""
    if past[-1] in "اي":
        stem = past[:-1]
        yield from (stem + ending for ending in ("ا", "ي", "ت", "تا", "وا", "يا", "يت", "ينا", "يتم", "يوا", "يه"))
        if past[-1] == "ا":
            yield from (stem + ending for ending in ("وت", "ونا"))
        return
    yield from (past + ending for ending in ("", "ت", "تا", "ا", "وا", "نا", "ن", "تم"))
    if len(past) > 2 and past[-2] == "ا":
        passive = past[:-2] + "ي" + past[-1]
        yield from (passive + ending for ending in ("", "ت", "وا", "تا", "ا"))
        yield from (past[:-2] + past[-1] + ending for ending in ("ت", "نا", "ن", "تم"))
    if len(past) == 2:
        yield from (past + past[-1] + ending for ending in ("ت", "نا", "ن"))


def _present_forms(present: str, prefixes: str) -> Iterator[str]:
    """All persons and moods, active and passive."""
    for prefix in prefixes:
        stem = prefix + present[1:]
        endings = ("", "ون", "وا", "ان", "ا", "ين", "ي", "ن") if prefix in "يت" else ("",)
        if stem[-1] in "اوي":
            bare = stem[:-1]
            yield from (bare + ending for ending in ("ي", "ا", "و", ""))
            if prefix in "يت":
                yield from (bare + ending for ending in ("ون", "وا", "ين", "يان", "يا", "وان"))
            continue
        yield from (stem + ending for ending in endings)
        if len(stem) > 3 and stem[-2] in "اوي":
            yield stem[:-2] + stem[-1]
            yield from (stem[:-2] + "ا" + stem[-1] + ending for ending in endings)


def _rows(name: str) -> list[list[str]]:
    text = (pkgutil.get_data("marsad", f"arabic/data/{name}") or b"").decode("utf-8")
    return list(csv.reader(fold_letters(text).splitlines()))[1:]
