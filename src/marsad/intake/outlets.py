"""The outlets table as intake uses it: which outlet a name, a page's address or a line stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from marsad.arabic.folding import fold
from marsad.intake.lines import Words, words_of
from marsad.knowledge.tables import split

#: Words that say of a name that it is an outlet's.
SORTS = frozenset(
    map(
        fold,
        [
            "قناة",
            "صحيفة",
            "جريدة",
            "وكالة",
            "موقع",
            "شبكة",
            "فضائية",
            "إذاعة",
            "راديو",
            "تلفزيون",
            "مجلة",
            "بوابة",
            "منصة",
        ],
    )
)
#: Words with which names of outlets end.
ENDINGS = frozenset(
    map(
        fold,
        [
            "نيوز",
            "نت",
            "برس",
            "ميديا",
            "بوست",
            "تايمز",
            "تايم",
            "أونلاين",
            "اونلاين",
            "الإخبارية",
            "تي في",
            "tv",
        ],
    )
)
#: The same with those that outlets share with other bodies; good evidence only at the end of a page's title.
BODIES = SORTS | frozenset(
    map(fold, ["مركز", "الوكالة", "الشبكة", "القناة", "منظمة", "مرصد", "المرصد", "اللجنة", "مؤسسة"])
)


#: With these begin names that stand for themselves; a place can be a site (موقع التفجير) or a centre (مركز
#: المدينة).
_HEADS = (SORTS - {fold("موقع")}) | frozenset(map(fold, ["مرصد", "المرصد", "الوكالة", "الشبكة"]))
_LONGEST_NAME = 6


class Outlets:
    """Names and hosts of the outlets table, each with the name that Marsad uses."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        self._names: dict[Words, str] = {}
        self._hosts: dict[str, str] = {}
        self._figures: dict[str, str] = {}
        bare: dict[Words, str] = {}
        for row in rows:
            name = row["name_ar"]
            for alias in (name, row["name_en"], *split(row["aliases"])):
                words = words_of(alias)
                if any(word != "0" for word in words):
                    self._names[words] = name
                    if words[0] in SORTS and any(word != "0" for word in words[1:]):
                        bare.setdefault(words[1:], name)
                elif words:
                    self._figures[fold(alias)] = name
            for domain in split(row["domains"]):
                self._hosts[domain] = name
                self._names.setdefault(words_of(domain), name)
        self._names = bare | self._names

    def named(self, words: Words) -> str | None:
        """The outlet of which these words are the whole name, its sort (قناة, صحيفة) said or left out."""
        return self._names.get(words)

    def in_figures(self, text: str) -> str | None:
        """The outlet whose name is this figure (963+); only where names are expected, as figures are many."""
        return self._figures.get(fold(text.strip()))

    def canonical(self, name: str) -> str:
        """The table's name for an outlet given by any of its names or its host, else the name as given."""
        words = words_of(name)
        return self._names.get(words) or self.at(name if "//" in name else f"//{name}") or name

    def at(self, url: str) -> str | None:
        """The outlet at an address."""
        try:
            host = (urlsplit(url).hostname or "").removeprefix("www.")
        except ValueError:
            return None
        while host:
            if host in self._hosts:
                return self._hosts[host]
            host = host.partition(".")[2]
        return None

    def signed(self, words: Words) -> bool:
        """Whether a name unknown to the table says itself that it is an outlet's: شبكة …، … نيوز."""
        return 2 <= len(words) <= _LONGEST_NAME and (words[0] in _HEADS or words[-1] in ENDINGS)

    def looks_like_one(self, words: Words) -> bool:
        """Whether the end of a page's title is an outlet: known, in Latin, or called a channel."""
        if not words or len(words) > 7:
            return False
        if words in self._names or words[0] in BODIES:
            return True
        return all(word.isascii() for word in words) and any(word.isalpha() for word in words)
