"""Collecting the sentences to translate, for Babel: what is marked, and the help of commands.

The help of a command is the docstring of its function, and that of an option is its ``help``. Both
are read by Typer, so they cannot be marked where they stand.
"""

import ast
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
                if keyword.arg == "help" and isinstance(keyword.value, ast.Constant):
                    yield node.lineno, "_", keyword.value.value, []


def _is_command(node: ast.FunctionDef) -> bool:
    """Whether Typer makes a command of it: its first argument is the context."""
    first = node.args.args[0].annotation if node.args.args else None
    named = first is not None and ast.unparse(first) == "typer.Context"
    return named and not node.name.startswith("_")
