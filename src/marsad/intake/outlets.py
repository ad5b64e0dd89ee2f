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
#: The same with those that outlets share with other bodies; good evidence only at the end of a page's title.
BODIES = SORTS | frozenset(
    map(fold, ["مركز", "الوكالة", "الشبكة", "القناة", "منظمة", "مرصد", "المرصد", "اللجنة", "مؤسسة"])
)


class Outlets:
    """Names and hosts of the outlets table, each with the name that Marsad uses."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        self._names: dict[Words, str] = {}
        self._hosts: dict[str, str] = {}
        bare: dict[Words, str] = {}
        for row in rows:
            name = row["name_ar"]
            for alias in (name, row["name_en"], *split(row["aliases"])):
                if words := words_of(fold(alias)):
                    self._names[words] = name
                    if words[0] in SORTS and len(words) > 1:
                        bare.setdefault(words[1:], name)
            for domain in split(row["domains"]):
                self._hosts[domain] = name
                self._names.setdefault(words_of(domain), name)
        self._names = bare | self._names

    def named(self, words: Words) -> str | None:
        """The outlet of which these words are the whole name, its sort (قناة, صحيفة) said or left out."""
        return self._names.get(words)

    def canonical(self, name: str) -> str:
        """The table's name for an outlet given by any of its names or its host, else the name as given."""
        words = words_of(fold(name))
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

    def looks_like_one(self, words: Words) -> bool:
        """Whether the end of a page's title is an outlet: known, in Latin, or called a channel."""
        if not words or len(words) > 7:
            return False
        if words in self._names or words[0] in BODIES:
            return True
        return all(word.isascii() for word in words) and any(word.isalpha() for word in words)
