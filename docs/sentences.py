"""Collecting the sentences to translate, for Babel: what is marked, and the help of commands.

The help of a command is the docstring of its function, that of an option is its ``help``, and what
is to be typed for it its ``metavar``. Typer reads them, so they cannot be marked where they stand.
"""

import ast
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from inspect import cleandoc
from typing import IO, Any

from babel.messages.extract import extract_python

LIMIT = re.compile("at most [0-9]+ cells")

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
    file.seek(0)
    marked: Iterator[Any] = extract_python(file, keywords, comment_tags, dict(options))  # type: ignore[arg-type]
    for line, function, message, _ in marked:
        if message is not None:  # of what is no plain text, there is no line either
            yield line, function, message, list(_limit(lines[line - 2 : line]))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            yield from _inside(node, keywords)
        elif isinstance(node, ast.FunctionDef) and _is_command(node):
            yield node.lineno, "_", cleandoc(ast.get_docstring(node) or ""), []
        elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith("typer."):
            for keyword in node.keywords:
                if isinstance(keyword.value, ast.Constant):
                    for said in _of_option(keyword.arg, keyword.value.value):
                        yield node.lineno, "_", said, []


def _inside(string: ast.JoinedStr, keywords: Collection[str]) -> Iterator[Found]:
    """What is said inside an f-string, where Babel does not look before Python 3.12."""
    for node in ast.walk(string):
        function = node.func if isinstance(node, ast.Call) else None
        if (
            isinstance(node, ast.Call)
            and isinstance(function, ast.Name)
            and function.id in keywords
        ):
            yield node.lineno, function.id, tuple(map(_written, node.args)), []


def _written(argument: ast.expr) -> str | None:
    """The text that an argument is, if it is one."""
    value = argument.value if isinstance(argument, ast.Constant) else None
    return value if isinstance(value, str) else None


def _limit(lines: Iterable[str]) -> Iterator[str]:
    """The comment that limits the width of a sentence, in the line above it or in its own."""
    for line in lines:
        if found := LIMIT.search(line):
            yield found[0]


def _of_option(name: str | None, value: object) -> Iterator[str]:
    """What is said of an option or argument: its help, and the words that stand for values."""
    if not isinstance(value, str):
        return
    if name == "help":
        yield value
    elif name == "metavar":
        yield from re.findall("[A-Z]+", value)


def _is_command(node: ast.FunctionDef) -> bool:
    """Whether Typer makes a command of it: its first argument is the context."""
    first = node.args.args[0].annotation if node.args.args else None
    named = first is not None and ast.unparse(first) == "typer.Context"
    return named and not node.name.startswith("_") and not node.args.kwonlyargs
