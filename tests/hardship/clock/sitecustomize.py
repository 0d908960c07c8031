"""A clock that is wrong by CLOCK_IS_WRONG_BY seconds, for a program with this folder on its path.

Python imports a module of this name before the program; what the program asks for the time is then
not the system's clock.
"""

import datetime  # noqa: ICN001  # it is changed for whoever imports it
import os

_WRONG_BY = datetime.timedelta(seconds=float(os.environ["CLOCK_IS_WRONG_BY"]))


class _Datetime(datetime.datetime):
    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> "_Datetime":
        return super().now(tz) + _WRONG_BY


datetime.datetime = _Datetime  # type: ignore[misc]
