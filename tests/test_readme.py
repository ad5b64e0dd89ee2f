"""The README tells the truth: its commands work in a clean copy; what programs write in it is filled."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

#: Not part of a fresh clone.
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "build", "dist", "__pycache__", ".*_cache", "*.db*", "*.egg-info", ".hypothesis"
)


def shell_commands(root: Path) -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", (root / "README.md").read_text("utf-8"), re.DOTALL)
    lines = (re.sub(r"\s+#.*", "", line).strip() for block in blocks for line in block.splitlines())
    return [line for line in lines if line]


@pytest.fixture(scope="module")
def clean_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a fresh clone holds."""
    root = Path(__file__).resolve().parent.parent
    copy = tmp_path_factory.mktemp("clone") / "marsad"
    shutil.copytree(root, copy, ignore=LEFT_OUT)
    return copy


def environ(copy: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}


def run(words: list[str], copy: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words, cwd=copy, env=environ(copy), capture_output=True, text=True, encoding="utf-8", timeout=300
    )


def test_the_two_commands_are_there(root: Path) -> None:
    assert shell_commands(root)[:2] == ["make demo", "make test"]


def test_marsad_commands_work_in_a_clean_copy(clean_copy: Path) -> None:
    commands = [line for line in shell_commands(clean_copy) if line.startswith("marsad ")]
    assert commands[0].startswith("marsad run")
    for command in commands:
        done = run([sys.executable, "-m", *shlex.split(command)], clean_copy)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        if " -o " not in command and " --near " not in command:
            assert done.stdout.strip(), f"{command} printed nothing"


@pytest.mark.skipif(shutil.which("make") is None, reason="no make")
def test_the_demo_works_in_a_clean_copy(clean_copy: Path) -> None:
    """Without the installation, which .ci/run does in a fresh environment."""
    python = f"{shlex.quote(sys.executable)} -m marsad"
    done = run(["make", "demo", "-o", ".venv/installed", f"MARSAD={python}"], clean_copy)
    assert done.returncode == 0, done.stderr
    assert "Next:" in done.stdout
    assert "says" in done.stdout, "a disputed event in full"
    assert "disputed" in done.stdout or "denied" in done.stdout


@pytest.mark.skipif(shutil.which("make") is None, reason="no make")
@pytest.mark.parametrize("target", ["demo", "test", "lint", "eval", "floors", "readme", "bench"])
def test_every_target_exists(target: str, root: Path) -> None:
    done = subprocess.run(["make", "-n", target], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_ci_calls_the_test_command_and_lint(root: Path) -> None:
    script = root / ".ci" / "run"
    assert os.access(script, os.X_OK)
    text = script.read_text("utf-8")
    assert "make test" in text
    assert "make lint" in text


@pytest.mark.parametrize("name", ["demo", "eval"])
def test_what_programs_write_is_filled_in(name: str) -> None:
    import readme

    assert len(readme.part(name).splitlines()) > 3, "write it with: make readme"


def test_writing_a_part_leaves_the_rest(tmp_path: Path) -> None:
    import readme

    file = tmp_path / "README.md"
    file.write_text("a\n<!-- x:begin (by y) -->\nold\n<!-- x:end -->\nb\n", "utf-8")
    readme.write_part("x", r"new \1", file)
    assert file.read_text("utf-8") == "a\n<!-- x:begin (by y) -->\nnew \\1\n<!-- x:end -->\nb\n"
    with pytest.raises(ValueError, match="no markers"):
        readme.write_part("z", "", file)
