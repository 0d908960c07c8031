"""What the lower layers say to a person can be said in another language."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("seed", "store")

SAID = {
    "Finding": (),
    "Lost": (1,),
    "NoLonger": (),
    "Problem": (1,),
    "ProgrammeError": (2,),
    "Refused": (0, 1),
    "StoreUnusable": (0, 1),
    "Usage": (0, 1),
    "RegisterError": (0, 1),
}
"""Which arguments of what is raised or found are sentences."""

_PROBLEMS_OF_ONE = {"store/verification.py", "store/salvage.py"}
"""There a problem is what is wrong, and then the entry; elsewhere, where, and then what."""


def raw(file: Path) -> Iterator[str]:
    """The sentences of a module that are texts and no messages."""
    where = file.relative_to(ROOT).as_posix()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        places = SAID.get(node.func.id, ())
        if node.func.id == "Problem" and where in _PROBLEMS_OF_ONE:
            places = (0,)
        for place in places:
            argument = node.args[place] if place < len(node.args) else None
            if isinstance(argument, ast.JoinedStr | ast.Constant | ast.BinOp):
                yield f"{where}:{argument.lineno}"


def templates(file: Path) -> Iterator[ast.expr]:
    """What stands where a template must stand."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id in ("say", "rule", "mark"):
                yield node.args[0]
            elif node.func.id == "counted":
                yield from node.args[:2]


@pytest.mark.parametrize("layer", LAYERS)
def test_sentences_are_messages(layer: str) -> None:
    found = [each for file in sorted((ROOT / layer).rglob("*.py")) for each in raw(file)]
    assert not found, f"say(…) them: {found}"


@pytest.mark.parametrize("layer", LAYERS)
def test_templates_can_be_collected(layer: str) -> None:
    """They are written out, for what is put together is not found by who translates."""
    for file in sorted((ROOT / layer).rglob("*.py")):
        for template in templates(file):
            named = isinstance(template, ast.Name)  # a template that was marked elsewhere
            chosen = isinstance(template, ast.Subscript)
            assert named or chosen or isinstance(template, ast.Constant), ast.unparse(template)
