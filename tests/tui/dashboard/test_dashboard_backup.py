"""A backup that could not be made stops no decision, and is not passed over in silence."""

from datetime import timedelta
from pathlib import Path

from sitting import NOW, ledger, recorded, sitting

from store.register import Register


async def test_a_backup_that_cannot_be_made_is_told(file: Path) -> None:
    with Register.open(file) as register:
        recorded(register, "1.1", on="2008-03-04", at=NOW - timedelta(days=1))
    (file.parent / "backups").write_text("in the way")
    async with sitting(file) as at:
        await at.press("d", "space", "f2")
        await at.shows("Recorded, but without a backup")
        await at.press("escape")
        await at.shows("Recorded: AZ participates")
    assert len(ledger(file)) == 2
