"""Hearing of what another program records."""

import threading
from pathlib import Path

from desk import decide

from store.register import Register
from store.watching import watch

PATIENCE = 10  # seconds; it takes a few milliseconds


def test_what_another_program_records_is_heard_of(file: Path, register: Register) -> None:
    heard = threading.Event()
    stop = watch(file, heard.set)
    try:
        before = register.data_version()
        with Register.open(file) as other:
            decide(other, "1.1")
            assert heard.wait(PATIENCE)
        assert register.data_version() != before
    finally:
        stop()
