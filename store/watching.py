"""Hearing of changes that another program makes to the register, without asking over and over."""

from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer


class _Changes(FileSystemEventHandler):
    def __init__(self, log: str, changed: Callable[[], None]) -> None:
        self._log = log
        self._changed = changed

    def on_modified(self, event: FileSystemEvent) -> None:
        if str(event.src_path).endswith(self._log):
            self._changed()


def watch(path: Path, changed: Callable[[], None]) -> Callable[[], None]:
    """Call `changed` whenever the register's write-ahead log is written to, by anyone.

    The operating system tells; nothing is polled. `changed` runs in a thread of the watcher, and
    is called for the program's own writes too: `Register.data_version` tells them apart.

    Args:
        path: The register's file.
        changed: What to call.

    Returns:
        A function that ends the watching.
    """
    observer = Observer()
    observer.daemon = True
    observer.schedule(_Changes(f"{path.name}-wal", changed), str(path.parent))
    observer.start()
    return observer.stop
