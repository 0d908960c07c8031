"""Where the register lives on this machine."""

import os
from pathlib import Path

from seed.messages import say
from store.errors import Usage

FILE_NAME = "istirak.db"
ENVIRONMENT_VARIABLE = "ISTIRAK_DATA_DIR"


def data_folder(chosen: Path | None = None) -> Path:
    """The folder that holds the register.

    Args:
        chosen: The folder named on the command line, if any. It goes before the environment
            variable ``ISTIRAK_DATA_DIR``, and that before the user's data folder.

    Returns:
        An absolute path; the folder need not exist yet.

    Raises:
        Usage: It is named by a user who has no home here.
    """
    named = chosen or os.environ.get(ENVIRONMENT_VARIABLE)
    if named:
        try:
            return Path(named).expanduser().absolute()
        except RuntimeError as error:  # ~somebody, who has no home here
            raise Usage(
                say("{named!r} is no folder", named=str(named)), say("Write its full path")
            ) from error
    # Costs more than the rest of the module; not needed when the folder was named.
    from platformdirs import user_data_path

    return user_data_path("istirak", appauthor=False)


def register_file(chosen: Path | None = None) -> Path:
    """The register's file in `data_folder`."""
    return data_folder(chosen) / FILE_NAME
