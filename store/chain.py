"""The hash chain that makes a ledger tamper-evident. Pure."""

import hashlib
import json
from collections.abc import Mapping

HASHED = (
    "id",
    "origin",
    "seq",
    "programme",
    "state",
    "measure",
    "item",
    "treaty",
    "year",
    "kind",
    "decided_on",
    "retracts",
    "payload",
    "recorded_at",
    "recorded_by",
    "words",
    "previous",
)
"""The columns of an entry that its hash covers: all but the hash itself."""

_LATER = ("treaty", "year")
"""Columns that the first schema did not have: covered where they hold something."""


def canonical(value: object) -> str:
    """JSON with one way to write it: sorted keys, no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def entry_hash(columns: Mapping[str, object]) -> str:
    """SHA-256, in hex, of an entry's `HASHED` columns in canonical JSON, UTF-8."""
    covered = {name: columns[name] for name in HASHED if name not in _LATER}
    covered |= {name: columns[name] for name in _LATER if columns.get(name) is not None}
    return hashlib.sha256(canonical(covered).encode()).hexdigest()
