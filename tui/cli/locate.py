"""`istirak locate`: where the register lives."""

import typer

from tui.cli.options import DataDir, asked


def locate(context: typer.Context, data_dir: DataDir = None) -> None:
    """Print where the register's file is, or will be; opens nothing."""
    from store.location import register_file
    from tui.cli.output import print_path

    print_path(register_file(asked(context, data_dir=data_dir).data_dir))
