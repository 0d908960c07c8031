"""The schema version this program knows; kept apart so that asking costs no import of the ORM."""

SCHEMA_VERSION = 1
