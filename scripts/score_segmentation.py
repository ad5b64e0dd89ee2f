"""Score how words are taken apart and verbs are told, on sentences whose words are split by hand.

usage: python scripts/score_segmentation.py CASES.jsonl [--json] [--errors N] [--half seen|held]

Each line has `sent_id`, `text` and `words`: `surface` (without blanks), `segments`, and their `upos`.

- verbs: a word is a verb if one of its segments is VERB. Words with a segment AUX (كان and its sisters) count
  neither way: one and the same كان with a noun behind it is tagged AUX in most places and VERB in the others,
  as the grammar of dependencies asks, which is no matter of its form. `verbs_with_aux` takes them as verbs;
  `verbs_without_aux` takes them as words that are none, as it does what the program calls auxiliary.
- proclitics: share of words whose leading و ف ب ل ك س (and the asking أ) are split off just as in the case.
- enclitics: share of words whose pronoun is split off just as in the case, or that have none and get none.

Half of the sentences (an even crc32 of `sent_id`) are `held`: nobody looks at errors there, so `--errors`
shows those of the others only.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from marsad.arabic.folding import fold
from marsad.arabic.morphology import Analysis, analyse
from marsad.arabic.tokens import words

Json = dict[str, Any]
PROCLITICS = frozenset("وفبلكسا")
PRONOUNS = frozenset(("ه", "ها", "هم", "هن", "هما", "ك", "كم", "كما", "كن", "نا", "ي", "ني"))


class Split(NamedTuple):
    """What is compared of a word."""

    proclitics: tuple[str, ...]
    enclitic: str
    verb: bool
    aux: bool = False


def held(case: Json) -> bool:
    """Whether a sentence belongs to the half that is only measured."""
    return zlib.crc32(case["sent_id"].encode()) % 2 == 0


def wanted(word: Json) -> Split:
    """What a case says of a word."""
    segments, tags = [fold(each) for each in word["segments"]], word["upos"]
    lead = 0
    while lead < len(segments) - 1 and segments[lead] in PROCLITICS and tags[lead] in LEADING:
        lead += 1
    bound = len(segments) > 1 and tags[-1] == "PRON" and segments[-1] in PRONOUNS
    return Split(tuple(segments[:lead]), segments[-1] if bound else "", "VERB" in tags, "AUX" in tags)


LEADING = frozenset(("CCONJ", "ADP", "SCONJ", "PART", "AUX", "ADV"))


def given(case: Json) -> list[Split]:
    """What the program says of each word of a case."""
    text, spans, at = " ".join(word["surface"] for word in case["words"]), [], 0
    for word in case["words"]:
        spans.append((at, at := at + len(word["surface"])))
        at += 1
    tokens = words(text)
    analyses = analyse(tokens, text)
    found = []
    for start, end in spans:
        found.append(joined([a for t, a in zip(tokens, analyses, strict=True) if start <= t.start < end]))
    return found


def joined(parts: Sequence[Analysis]) -> Split:
    """One word of a case may be several for the program (و"حلم)."""
    if not parts:
        return Split((), "", False)
    alone = len(parts) == 1 and not parts[0].stem and not parts[0].enclitic  # و between blanks
    proclitics = () if alone else parts[0].proclitics
    verb = any(part.is_verb for part in parts)
    return Split(proclitics, parts[-1].enclitic, verb, any(part.auxiliary for part in parts))


def score(cases: Iterable[Json], miss: list[str]) -> dict[str, float]:
    """All figures; the errors of the sentences that may be looked at go to `miss`."""
    pairs: list[tuple[Split, Split]] = []
    for case in cases:
        for at, (word, got) in enumerate(zip(case["words"], given(case), strict=True)):
            want = wanted(word)
            pairs.append((want, got))
            if not held(case):
                miss.extend(f"{sort}: {around(case, at)}" for sort in faults(want, got))
    out: dict[str, float] = {"words": len(pairs)}
    counted = [(want.verb, got.verb) for want, got in pairs if not want.aux]
    out |= {f"verbs_{name}": figure for name, figure in f1(counted).items()}
    out["verbs_with_aux"] = f1([(want.verb or want.aux, got.verb) for want, got in pairs])["f1"]
    plain = [(want.verb, got.verb and not got.aux) for want, got in pairs]
    out["verbs_without_aux"] = f1(plain)["f1"]
    for part in ("proclitics", "enclitics"):
        field = part.removesuffix("s") if part == "enclitics" else part
        right = sum(getattr(want, field) == getattr(got, field) for want, got in pairs)
        out[part] = right / max(1, len(pairs))
    return {name: round(figure, 4) for name, figure in out.items()}


def faults(want: Split, got: Split) -> list[str]:
    """Names of what is wrong with a word."""
    found = []
    if not want.aux and want.verb != got.verb:
        found.append("verb missed" if want.verb else "verb spurious")
    if want.proclitics != got.proclitics:
        found.append(f"proclitics {'+'.join(got.proclitics)} not {'+'.join(want.proclitics)}")
    if want.enclitic != got.enclitic:
        found.append(f"enclitic {got.enclitic} not {want.enclitic}")
    return found


def around(case: Json, at: int) -> str:
    """A word marked among its neighbours."""
    surfaces = [word["surface"] for word in case["words"]]
    return " ".join([*surfaces[max(0, at - 3) : at], f"[{surfaces[at]}]", *surfaces[at + 1 : at + 3]])


def f1(pairs: Iterable[tuple[bool, bool]]) -> dict[str, float]:
    """Precision, recall and F1 of pairs (wanted, got)."""
    listed = list(pairs)
    hits = sum(want and got for want, got in listed)
    precision = hits / max(1, sum(got for _, got in listed))
    recall = hits / max(1, sum(want for want, _ in listed))
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / max(1e-9, precision + recall)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of a file of cases."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("cases", type=Path)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print up to N errors of the seen half")
    parser.add_argument("--half", choices=("seen", "held"), help="only one half of the sentences")
    options = parser.parse_args(arguments)
    cases = [json.loads(line) for line in options.cases.read_text(encoding="utf-8").splitlines() if line.strip()]
    if options.half:
        cases = [case for case in cases if held(case) == (options.half == "held")]
    miss: list[str] = []
    figures = score(cases, miss)
    if options.json:
        print(json.dumps(figures))
    else:
        for name, figure in figures.items():
            print(f"{name:20} {figure:g}")
    for line in miss[: options.errors]:
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
