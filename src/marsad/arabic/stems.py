"""A light stemmer: what is left of a folded word when endings and the prefixes of verbs are taken off.

It knows letters only, so a stem is a key and not always a word (مدينتهم, مدينة → مدين); what counts is that
the ordinary forms of one word give one stem.
"""

from __future__ import annotations

import re
from typing import Final

#: Pronouns of the third person, and "our"; the last is also how many write ة.
PRONOUNS: Final = ("هما", "هم", "هن", "ها", "نا", "ه")

_ENDINGS: Final = ("تين", "تان", "ات", "ون", "ين", "ان", "وا", "تا", "اته", "ته", "ه", "ا", "ت")
#: No ending may leave less than this.
_LEAST: Final = 3

_CONSTRUCT: Final = ("ي", "و")
#: What may stand before ـو and ـي of a plural in construct (مسلحي المعارضة, نازحو المدينة): a participle.
_PARTICIPLE: Final = re.compile("م[^اوي]..+|.ا..")
#: Present stems that lost the alef with which the past begins: يستهدف, يعتقل, ينسحب.
_LOST_ALEF: Final = re.compile("ست...?.?|[^تا]ت..?|ن[^اوي]..?")


def without_proclitics(word: str) -> str:
    """The word without و, ب, ل and the article; what begins with one of these letters by nature loses it too,
    in all its forms alike (بالباغوز, الباغوز → اغوز).
    """
    article = False
    while len(word) > _LEAST:
        if not article and word.startswith(("بال", "فال", "كال")) and len(word) > 5:
            word = word[1:]
        elif not article and word.startswith(("ال", "لل")) and len(word) > 4:
            word, article = word[2:], True
        elif word[0] in "وبل":
            word = word[1:]
        else:
            break
    return word


def stem(word: str, *, feminine: bool = False, verb: bool = True) -> str:
    """The stem of a folded word without proclitics.

    `feminine` tells that its last letter is written ة, `verb` that it may be a verb (it has no article).
    """
    word = _without_pronoun(word, feminine=feminine)
    if word[-1] in _CONSTRUCT and participle(word[:-1]):
        return word[:-1]
    ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= _LEAST), "")
    word = word.removesuffix(ending)
    if verb and word[0] == "ي" and len(word) > _LEAST:
        word = word[1:]
        return "ا" + word if _LOST_ALEF.fullmatch(word) else word
    return word


def participle(word: str) -> bool:
    """Whether a word looks like one that names people by what they do: مقاتل, نازح."""
    return len(word) > _LEAST and _PARTICIPLE.fullmatch(word) is not None


def before_pronoun(word: str) -> list[str]:
    """How a word whose pronoun was taken off may be written: مدينة of مدينت, أبناء of أبناؤ, أسرى of أسرا."""
    if word[-1] == "ت":
        return [word[:-1] + "ه", word]
    if word[-1] == "ا" and not word.endswith("ايا"):
        return [word[:-1] + "ي", word]
    return [word[:-1] + "ء", word] if word.endswith(("اي", "او")) else [word]


def _without_pronoun(word: str, *, feminine: bool) -> str:
    for pronoun in PRONOUNS:
        rest = word.removesuffix(pronoun)
        if rest != word and len(rest) >= _LEAST:
            if pronoun != "ه":
                return rest if rest[-1] == "ت" else before_pronoun(rest)[0]  # مطاراتها: the ending goes next
            if not feminine and rest[-1] in _CONSTRUCT and participle(rest[:-1]):
                return rest
    return word
