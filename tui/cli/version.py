"""Which version this is."""


def version() -> str:
    """The version of the installed command, such as `0.1.0`."""
    from importlib.metadata import version as installed

    return installed("istirak")
