"""The settings of an installation: whose it is, and its place among others."""

import secrets

from store.orm import Session
from store.tables import Setting

_ALPHABET = "abcdefghjkmnpqrstvwxyz23456789"  # nothing that reads like something else
_ORIGIN_LENGTH = 8


def write_setting(session: Session, name: str, value: str) -> None:
    """Set a setting."""
    session.merge(Setting(name=name, value=value))


def origin(session: Session) -> str:
    """The id of this installation, made when it is first needed."""
    setting = session.get(Setting, "origin")
    if setting is None:
        made = "".join(secrets.choice(_ALPHABET) for _ in range(_ORIGIN_LENGTH))
        setting = Setting(name="origin", value=made)
        session.add(setting)
        session.flush()
    return setting.value
