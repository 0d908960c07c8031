"""How all tests are run."""

import os


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are processors: many tests wait for a terminal or a server."""
    return (os.cpu_count() or 1) + 1
