"""The parts of README.md that programs write, each between `<!-- name:begin -->` and `<!-- name:end -->`."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"


def part(name: str, readme: Path = README) -> str:
    """What stands in a part now. Raises ValueError where the markers are missing."""
    found = _pattern(name).search(readme.read_text("utf-8"))
    if not found:
        raise ValueError(f"{readme.name} has no markers <!-- {name}:begin --> and <!-- {name}:end -->")
    return found[2].strip("\n")


def write_part(name: str, content: str, readme: Path = README) -> None:
    """Put `content` into a part; the rest of the file stays as it is."""
    part(name, readme)
    text = readme.read_text("utf-8")
    readme.write_text(_pattern(name).sub(lambda m: f"{m[1]}\n{content}\n{m[3]}", text), "utf-8")


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- {name}:begin[^>]*-->)(.*?)(<!-- {name}:end -->)", re.DOTALL)
