"""The yearly cycle in `--json`, in comma-separated values and in plain lines. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from store.checks import Finding
from store.reporting import Information, Release
from store.snapshots import line_record
from tui.language import _, said
from tui.wording.fixes import fix_said
from tui.wording.reporting import MARK_SIGNS

Record = dict[str, Any]

FINDING = ("severity", "rule", "measure", "message", "fix")
RELEASE = (
    "entry",
    "state",
    "year",
    "number",
    "date",
    "officer",
    "hash",
    "corrects",
    "reason",
    "corrected_by",
    "recorded_at",
)
LINE_COLUMNS = (
    *("key", "number", "section", "text", "position", "basis", "responsible"),
    *("status", "progress", "mark", "carried_from", "entry"),
)


def finding_record(finding: Finding, fix: str) -> Record:
    """Something that a check found, with the command that fixes it."""
    return {
        "severity": finding.severity,
        "rule": finding.rule,
        "measure": finding.measure,
        "message": finding.message,
        "fix": fix,
    }


def finding_line(record: Record) -> Sequence[str]:
    """The same as a plain line."""
    plain = {**record, "fix": fix_said(record["fix"])}
    return [said(plain[name] or "-") for name in FINDING]


def release_record(release: Release) -> Record:
    """A release, without its snapshot."""
    return {
        "entry": release.entry,
        "state": release.state,
        "year": release.year,
        "number": release.number,
        "date": release.released_on.isoformat(),
        "officer": release.officer,
        "hash": release.hash,
        "corrects": release.corrects,
        "reason": release.reason,
        "corrected_by": release.corrected_by,
        "recorded_at": release.recorded_at,
    }


def release_line(record: Record) -> Sequence[str]:
    """The same as a plain line: year, number, date, officer, hash, entry, what it stands to."""
    corrects, by = record["corrects"], record["corrected_by"]
    return [
        *(str(record[name]) for name in ("year", "number", "date", "officer", "hash", "entry")),
        "; ".join(
            [
                *([_("corrects {entry}", entry=corrects)] if corrects else []),
                *([_("corrected by {entry}", entry=by)] if by else []),
            ]
        ),
    ]


def information_record(information: Information, release: Release | None) -> Record:
    """A year: as it was released, or, without a release, as it stands."""
    return {
        "state": information.state,
        "year": information.year,
        "on": information.on.isoformat(),
        "reported": information.reported,
        "release": release_record(release) if release else None,
        "measures": line_records(information, release),
    }


def line_records(information: Information, release: Release | None) -> list[Record]:
    """The measures of a year: as they were released, or, without a release, as they stand."""
    if release:
        return list(release.snapshot["measures"])
    return [line_record(line) for line in information.lines]


def line_cells(record: Record) -> Mapping[str, object]:
    """A measure in a year by `LINE_COLUMNS`."""
    position, progress = record["position"] or {}, record["progress"] or {}
    return {
        **{name: record[name] for name in ("key", "number", "section", "text", "responsible")},
        "position": position.get("value"),
        "basis": position.get("basis"),
        "status": progress.get("status"),
        "progress": progress.get("text"),
        **{name: progress.get(name) for name in ("mark", "carried_from", "entry")},
    }


def line_line(record: Record) -> Sequence[str]:
    """A measure in a year as a plain line: key, position, status, mark, what is said, its text."""
    cells = line_cells(record)
    mark = cells["mark"]
    return [
        str(cells["key"]),
        str(cells["position"] or ""),
        str(cells["status"] or ""),
        MARK_SIGNS.get(mark, "") if mark else "",  # type: ignore[call-overload]  # a string
        str(cells["progress"] or ""),
        str(cells["text"]),
    ]
