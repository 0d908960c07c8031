"""What opening the dashboard costs."""

import os
import subprocess
import sys
from pathlib import Path

OPENING = """
import asyncio
import sys
from datetime import date
from pathlib import Path

from store.register import Register
from tui.dashboard.app import DashboardApp
from tui.dashboard.desk import Desk


def heavy() -> list[str]:
    return sorted({"sqlmodel", "sqlalchemy", "pydantic"} & set(sys.modules))


async def main() -> None:
    with Register.open(Path(sys.argv[1])) as register:
        app = DashboardApp(Desk(register, None, None, date(2008, 6, 2)))
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("down", "enter", "escape", "h", "escape", "slash", "q", "escape")
            print(type(app.screen).__name__, *heavy())
            await pilot.press("d")
            await app.workers.wait_for_complete()
            print(type(app.screen).__name__, *heavy())


asyncio.run(main())
"""


def test_reading_imports_nothing_that_writes(file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENING, file],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "MainScreen",
        "DecisionScreen pydantic sqlalchemy sqlmodel",  # made ready while the officer types
    ]
