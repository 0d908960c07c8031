"""Draw the pictures of the documentation from the demo: `make screenshots`."""

import asyncio
import re
import tempfile
from datetime import date
from pathlib import Path

from store.location import register_file
from store.register import Register
from tui.cli.demo import build
from tui.dashboard.app import DashboardApp
from tui.dashboard.desk import Desk
from tui.dashboard.screens.main.panes import REST

HERE = Path(__file__).parent


async def draw(folder: Path, size: tuple[int, int], picture: str, *keys: str) -> None:
    """Press keys in a dashboard of a size, and write what it shows."""
    with Register.open(register_file(folder)) as register:
        app = DashboardApp(Desk(register, None, None, date(2008, 3, 31)))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.pause(3 * REST)
            svg = app.export_screenshot(title="istirak demo")
    # The fonts it would fetch are left out: reading the documentation asks nobody for anything.
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    (HERE / picture).write_text(re.sub(r"terminal-\d+", "terminal", svg))


def main() -> None:
    """Draw them all."""
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder))
        asyncio.run(draw(Path(folder), (80, 24), "dashboard.svg", *["down"] * 4))
        asyncio.run(draw(Path(folder), (120, 40), "dashboard-wide.svg", *["down"] * 4))


if __name__ == "__main__":
    main()
