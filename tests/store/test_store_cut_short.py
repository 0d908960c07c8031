"""Backups and restorations that are killed at one moment after another."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from desk import AT, decide

from store.register import Register

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing can be forked here")

CUT_SHORT = Path(__file__).with_name("cut_short.py")


@pytest.mark.parametrize(
    "scene", ["backing_up", "recording", "getting_ready", "restoring", "replacing"]
)
def test_killed_at_every_moment(register: Register, scene: str) -> None:
    if scene in ("restoring", "replacing"):
        decide(register, "V")
        register.back_up(register.path.with_name("copy.db"))
        register.close()
        register.path.unlink()
        register = Register.open(register.path)
        register.set_up(register.programme().id, "AZ", "x")
    decide(register, "1.1", "1.2", at=AT)
    register.close()
    done = subprocess.run(
        [sys.executable, CUT_SHORT, scene, register.path],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    assert (done.returncode, done.stderr) == (0, "")
