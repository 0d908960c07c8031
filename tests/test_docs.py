"""The documentation says the truth, or the build fails."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tui.cli.commands import application
from tui.dashboard.commands import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
REFERENCE = (ROOT / "docs" / "reference.md").read_text("utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")


def commands() -> set[str]:
    command = application()
    with command.make_context(
        "istirak", ["--data-dir", "x", "status"], resilient_parsing=True
    ) as c:
        return set(command.list_commands(c))


def options(command: str) -> set[str]:
    help_text = subprocess.run(
        [Path(sys.executable).parent / "istirak", command, "--help"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return set(re.findall(r"--[a-z-]+", help_text))


def test_every_command_is_in_the_reference_and_the_changelog() -> None:
    for command in commands():
        assert f"| `istirak {command}` |" in REFERENCE
        assert f"`{command}`" in CHANGELOG


@pytest.mark.parametrize("text", [README, REFERENCE], ids=["README", "reference"])
def test_every_command_that_is_written_exists(text: str) -> None:
    written = set(re.findall(r"istirak ([a-z]+)\b", text))
    assert written
    assert written <= commands()


def test_every_option_in_an_example_of_the_readme_exists() -> None:
    examples = re.findall(r"^istirak ([a-z]+)(.*)$", README, flags=re.MULTILINE)
    assert examples
    for command, rest in examples:
        assert set(re.findall(r"--[a-z-]+", rest)) <= options(command)


def test_every_key_of_the_dashboard_is_in_the_reference() -> None:
    for command in COMMANDS:
        keys = ", ".join(filter(None, (f"`{command.shown}`", command.function_key)))
        assert f"| {keys} | {command.help} |" in REFERENCE


def test_pictures_and_links_are_there() -> None:
    for name in ("README.md", "docs/architecture.md", "docs/safety.md"):
        page = ROOT / name
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            assert link.startswith("https://") or (page.parent / link).exists(), (name, link)


def test_make_targets_that_are_written_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"`?make ([a-z]+)", README):
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE), target


def test_no_lock_file_names_a_host() -> None:
    for lock in ROOT.glob("**/requirements*.lock"):
        if ".venv" not in lock.parts:
            text = lock.read_text("utf-8")
            assert "://" not in text
            assert all(
                "--hash=" in text.split(line, 1)[1][:200] for line in re.findall(r"^\S+==", text)
            )


def test_every_test_that_the_page_on_safety_names_exists() -> None:
    page = (ROOT / "docs" / "safety.md").read_text("utf-8")
    named = re.findall(r"`(test_\w+\.py)::(test_\w+)`", page)
    assert len(named) > 50
    files = {file.name: file.read_text("utf-8") for file in (ROOT / "tests").rglob("test_*.py")}
    for file, test in named:
        assert re.search(rf"^(async )?def {test}\(", files[file], flags=re.MULTILINE), (file, test)
    assert page.count("::") == len(named), "each is named in the same way"
