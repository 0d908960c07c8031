"""Watches what a program does outside itself, and lets it reach no network.

For a program with this folder on its path: Python imports a module of this name before the program.
What it does is written to the file WATCHED_LOG: a JSON array a line, the event and what about.
"""

import json
import os
import socket
import sys

NETWORK = (
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "socket.gethostby",
    "socket.getnameinfo",
    "socket.sendto",
    "socket.sendmsg",
    "urllib.",
    "http.",
    "ftplib.",
    "smtplib.",
    "imaplib.",
    "poplib.",
    "nntplib.",
    "telnetlib.",
    "webbrowser.",
)
OTHERS = (
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "pty.spawn",
    "ctypes.dlopen",
    "sqlite3.load_extension",
    "sqlite3.enable_load_extension",
    "open",
)

_log = os.open(os.environ["WATCHED_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)


class Denied(BaseException):
    """It reached for the network."""


def _heard(event: str, arguments: tuple[object, ...]) -> None:
    reaches_out = event.startswith(NETWORK) or (
        event == "socket.__new__" and arguments[1] not in (socket.AF_UNIX, -1)
    )
    if reaches_out or event.startswith(OTHERS):
        about = arguments[0] if event == "open" else arguments
        os.write(_log, f"{json.dumps([event, str(about)])}\n".encode())
    if reaches_out:
        raise Denied(event)


sys.addaudithook(_heard)
