"""SQLModel, and what it stands on, imported whole by whichever thread is first.

Their modules import one another in circles. Two threads in the middle of that would each get half
a module, and one of them an ImportError; here the second waits for the first. So whatever else in
`store` needs them takes them from here, which a test demands.
"""

import sqlalchemy.dialects.sqlite.pysqlite  # noqa: F401  # or an engine imports it, later
from pydantic import BeforeValidator, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import JSON, Column, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlmodel import Field, Session, SQLModel, col, delete, select

__all__ = [
    "JSON",
    "BeforeValidator",
    "Column",
    "Connection",
    "DBAPIError",
    "Engine",
    "Field",
    "PydanticCustomError",
    "SQLModel",
    "Session",
    "StaticPool",
    "ValidationError",
    "ValidationInfo",
    "col",
    "create_engine",
    "delete",
    "event",
    "field_validator",
    "select",
]
