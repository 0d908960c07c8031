"""Collecting the sentences to translate, for Babel: what is marked, and the help of commands.

The help of a command is the docstring of its function, that of an option is its ``help``, and what
is to be typed for it its ``metavar``. Typer reads them, so they cannot be marked where they stand.
"""

import ast
import re
from collections.abc import Collection, Iterator, Mapping
from inspect import cleandoc
from typing import IO, Any

from babel.messages.extract import extract_python

Found = tuple[int, str | None, Any, Any]
"""A line, the function a sentence is the argument of, the sentence, comments: as Babel has it."""


def sentences(
    file: IO[bytes],
    keywords: Mapping[str, Any],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[Found]:
    """The sentences of a module, as Babel asks for them."""
    marked: Iterator[Any] = extract_python(file, keywords, comment_tags, dict(options))  # type: ignore[arg-type]
    yield from marked
    file.seek(0)
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.FunctionDef) and _is_command(node):
            yield node.lineno, "_", cleandoc(ast.get_docstring(node) or ""), []
        elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith("typer."):
            for keyword in node.keywords:
                if isinstance(keyword.value, ast.Constant):
                    for said in _of_option(keyword.arg, keyword.value.value):
                        yield node.lineno, "_", said, []


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
