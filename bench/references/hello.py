"""The least a Typer command with Rich can be: one line."""

import typer
from rich.console import Console


def hello() -> None:
    """Print one line."""
    Console().print("[b]hello[/b]")


typer.run(hello)
