"""Every `marsad …` command that is written anywhere in the docs exists, and so do its options."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main

from marsad.cli import app

ROOT = Path(__file__).resolve().parent.parent
DOCS = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md")])
OPTION = re.compile(r"(?<!\w)--?[a-z][\w-]*")


def commands(text: str) -> list[list[str]]:
    """The words of each command, in code blocks and code spans."""
    code = re.findall(r"```(?:sh|bash|console)\n(.*?)```", text, re.DOTALL)
    code += re.findall(r"`([^`\n]+)`", text)
    lines = (
        re.sub(r"\s+#.*|[|>].*", "", line).strip().removeprefix("$ ") for block in code for line in block.splitlines()
    )
    return [line.split()[1:] for line in lines if line.startswith("marsad ")]


def options_of(words: list[str]) -> tuple[str, set[str]]:
    """The name of the command that the words call, and its options. Raises KeyError if there is none."""
    command: object = typer.main.get_command(app)
    name = ""
    for word in words:
        subcommands = getattr(command, "commands", None)
        if not subcommands or word.startswith("-"):
            break
        command, name = subcommands[word], f"{name} {word}".strip()
    return name, {option for parameter in command.params for option in parameter.opts}  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", [path for path in DOCS if path.exists()], ids=lambda path: path.name)
def test_documented_commands_exist(path: Path) -> None:
    for words in commands(path.read_text("utf-8")):
        if words[0].startswith("-") or "|" in words[0] or "…" in words[0]:
            continue
        try:
            name, options = options_of(words)
        except KeyError as unknown:
            pytest.fail(f"{path.name}: marsad {' '.join(words)}: no command {unknown}")
        for word in words:
            if OPTION.fullmatch(word.split("=")[0]):
                assert word.split("=")[0] in options, f"{path.name}: marsad {name} has no {word}"


def test_the_readme_documents_every_command() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    called = {words[0] for words in commands(text)}
    group = typer.main.get_command(app)
    assert set(group.commands) - called - {"show"} == set()  # type: ignore[attr-defined]


def test_every_command_and_option_has_help() -> None:
    def walk(name: str, command: object) -> None:
        assert getattr(command, "help", None), f"{name} says nothing of itself"
        for parameter in command.params:  # type: ignore[attr-defined]
            assert getattr(parameter, "help", None), f"{name} {parameter.name} says nothing of itself"
        for child, subcommand in getattr(command, "commands", {}).items():
            walk(f"{name} {child}", subcommand)

    walk("marsad", typer.main.get_command(app))
