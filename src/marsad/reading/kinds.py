"""Kinds of events and classes of parties that several rules about who did what ask for together."""

from __future__ import annotations

from typing import Final

from marsad.reading.parties.cast import ARMS

#: Kinds that somebody does and that befall nobody.
ONE_SIDED: Final = frozenset(("movement", "deployment", "withdrawal", "patrol", "protest", "displacement", "capture"))

#: Kinds that the people do; a state or a force in them is whom they flee, march or riot against.
OF_PEOPLE: Final = frozenset(("displacement", "protest", "riot"))

#: Kinds that all sides do, so that they befall nobody.
BOTH_SIDES: Final = frozenset(("clash", "meeting", "agreement", "exercise"))

#: Classes of parties that are acted upon.
PASSIVE: Final = frozenset(("position",))

#: Kinds that civilians do not do: those who stand where its doer would are whom it befell.
NOT_BY_CIVILIANS: Final = frozenset(
    ("shelling", "air_strike", "suicide_bombing", "arrest", "interception", "attack", "explosion", "release")
)

#: Kinds that come from somewhere: who is there did it (قصف من مواقع النظام).
FROM: Final = frozenset(("shelling", "air_strike", "attack"))

#: Kinds that are done by speaking.
SPEECH: Final = frozenset(("accusation", "request", "threat"))

#: Classes of parties that fire.
FIRING: Final = ARMS | {
    "force", "unit", "position", "military", "armed_group", "organisation", "government", "police", "person_of",
    "fighter", "gunman", "drone", "unknown",
}  # fmt: skip

#: Kinds whose noun may stand before who does it and to whom: اعتقال القوات ناشطا.
TAKING: Final = frozenset(("arrest", "abduction", "release", "attack", "destruction"))

#: Classes of people who are taken, let go or attacked by whoever such a noun names.
TAKEN: Final = frozenset(
    (
        "civilian", "man", "woman", "child", "worker", "protester", "resident", "prisoner", "journalist", "medic",
        "refugee", "migrant", "farmer", "student", "aid_worker", "elderly", "family", "person_of", "soldier", "fighter",
        "gunman",
    )
)  # fmt: skip
