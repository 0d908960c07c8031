"""Starts a program to which the system refuses shared memory in files, as network folders do.

Usage: without_sharing.py PROGRAM [ARGUMENT ...]. It exits with 77 where this cannot be arranged.
"""

import ctypes
import errno
import os
import platform
import struct
import sys

MMAP = {"x86_64": 9, "aarch64": 222}
NOT_ARRANGED = 77

_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _IF_EQUAL, _IF_ANY_BIT, _RETURN = 0x20, 0x15, 0x45, 0x06
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000 | errno.ENODEV
_SHARED = 1
_CALL, _FLAGS, _FILE = 0, 16 + 3 * 8, 16 + 4 * 8  # where each stands in what the filter is given
_NO_FILE = 0xFFFFFFFF


def _instruction(code: int, operand: int, then: int = 0, otherwise: int = 0) -> bytes:
    return struct.pack("HBBI", code, then, otherwise, operand)


def refuse_shared_memory() -> None:
    """From now on, `mmap` of a file that is to be shared fails.

    Raises:
        OSError: This system does not let programs filter their calls.
    """
    filtered = b"".join(
        (
            _instruction(_LOAD, _CALL),
            _instruction(_IF_EQUAL, MMAP[platform.machine()], otherwise=5),
            _instruction(_LOAD, _FLAGS),
            _instruction(_IF_ANY_BIT, _SHARED, otherwise=3),
            _instruction(_LOAD, _FILE),
            _instruction(_IF_EQUAL, _NO_FILE, then=1),
            _instruction(_RETURN, _FAIL),
            _instruction(_RETURN, _ALLOW),
        )
    )
    code = ctypes.create_string_buffer(filtered)
    program = ctypes.create_string_buffer(
        struct.pack("HxxxxxxQ", len(filtered) // 8, ctypes.addressof(code))
    )
    system = ctypes.CDLL(None, use_errno=True)
    for arguments in (
        (_NO_NEW_PRIVILEGES, 1, 0, 0, 0),
        (_SECCOMP, _FILTER, ctypes.byref(program), 0, 0),
    ):
        if system.prctl(*arguments) != 0:
            raise OSError(ctypes.get_errno(), "prctl")


if __name__ == "__main__":
    try:
        refuse_shared_memory()
    except (OSError, KeyError, AttributeError):
        sys.exit(NOT_ARRANGED)
    os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606
