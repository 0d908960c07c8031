"""Collecting the sentences to translate, for Babel: what is marked, and the help of commands.

The help of a command is the docstring of its function, that of an option is its ``help``, and what
is to be typed for it its ``metavar``. Typer reads them, so they cannot be marked where they stand.
"""

import ast
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from inspect import cleandoc
from typing import IO, Any

from babel.messages.extract import extract_python

LIMIT = re.compile("at most [0-9]+ cells")
EACH = re.compile(f"# each ({LIMIT.pattern})")

Found = tuple[int, str | None, Any, Any]
"""A line, the function a sentence is the argument of, the sentence, comments: as Babel has it."""


def sentences(
    file: IO[bytes],
    keywords: Collection[str],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[Found]:
    """The sentences of a module, as Babel asks for them."""
    source = file.read()
    lines = source.decode().splitlines()
    tree = ast.parse(source)
    limits = _Limits(lines, tree)
    file.seek(0)
    marked: Iterator[Any] = extract_python(file, keywords, comment_tags, dict(options))  # type: ignore[arg-type]
    for line, function, message, _ in marked:
        if message is not None:  # of what is no plain text, there is no line either
            yield line, function, message, limits.at(line)
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield from _inside(node, keywords, limits)
        elif isinstance(node, ast.FunctionDef) and _is_command(node):
            yield node.lineno, "_", cleandoc(ast.get_docstring(node) or ""), []
        elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith("typer."):
            for keyword in node.keywords:
                if isinstance(keyword.value, ast.Constant):
                    for said in _of_option(keyword.arg, keyword.value.value):
                        yield node.lineno, "_", said, []


class _Limits:
    """The comments of a module that limit the width of sentences.

    One stands in the line above its sentence or in the sentence's own, or above a table, for each
    sentence in that.
    """

    def __init__(self, lines: Sequence[str], tree: ast.Module) -> None:
        self._lines = lines
        self._tables = [
            (range(node.lineno, (node.end_lineno or node.lineno) + 1), found[1])
            for node in tree.body
            if isinstance(node, ast.Assign | ast.AnnAssign)
            and (found := EACH.search(lines[node.lineno - 2]))
        ]

    def at(self, line: int) -> list[str]:
        """The limit of the sentence in a line; at most one."""
        above, own = self._lines[line - 2], self._lines[line - 1]
        near = [own, above] if above.lstrip().startswith("#") else [own]
        limits = [found[0] for found in map(LIMIT.search, near) if found]
        limits += (limit for lines, limit in self._tables if line in lines)
        return limits[:1]


def _inside(string: ast.JoinedStr, keywords: Collection[str], limits: _Limits) -> Iterator[Found]:
    """What is said inside an f-string, where Babel does not look before Python 3.12."""
    for node in ast.walk(string):
        function = node.func if isinstance(node, ast.Call) else None
        if (
            isinstance(node, ast.Call)
            and isinstance(function, ast.Name)
            and function.id in keywords
        ):
            found = tuple(map(_written, node.args))
            yield node.lineno, function.id, found, limits.at(node.lineno)


def _written(argument: ast.expr) -> str | None:
    """The text that an argument is, if it is one."""
    value = argument.value if isinstance(argument, ast.Constant) else None
    return value if isinstance(value, str) else None


def _of_option(name: str | None, value: object) -> Iterator[str]:
    """What is said of an option or argument: its help, and the words that stand for values."""
    if not isinstance(value, str):
        return
    if name == "help":
        yield value
    elif name == "metavar":
        yield from re.findall("[A-Z]+", value)


def _is_command(node: ast.FunctionDef) -> bool:
    """Whether Typer makes a command of it: it takes the context, and gives nothing back."""
    first = node.args.args[0].annotation if node.args.args else None
    named = first is not None and ast.unparse(first) == "typer.Context"
    given = node.returns is not None and ast.unparse(node.returns) != "None"
    return named and not given and not node.name.startswith("_") and not node.args.kwonlyargs
