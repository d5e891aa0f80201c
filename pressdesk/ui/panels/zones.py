"""Time zones by name, and what a clock in one of them shows."""

import datetime as dt
import zoneinfo
from typing import NamedTuple

from PySide6.QtCore import QTimeZone

from pressdesk.export.wording import zone
from pressdesk.ui.dates import told_weekday

_GROUPS = ("Etc/", "SystemV/", "US/", "Brazil/", "Canada/", "Chile/", "Mexico/", "posix/", "right/")
"""Old names of zones that have another one."""


def zones() -> tuple[tuple[str, str], ...]:
    """List the zones of the IANA data, each with its words; UTC first."""
    names = sorted(zoneinfo.available_timezones())
    places = [name for name in names if "/" in name and not name.startswith(_GROUPS)]
    return tuple((name, zone_words(name)) for name in ("UTC", *places))


def zone_words(name: str) -> str:
    """Give a zone's name as it reads: ``America/New York``."""
    return name.replace("_", " ")


def read_zone(text: str) -> str:
    """Read a zone's name in any case, or an offset such as ``+08:00``; "" where it is neither."""
    wanted = text.strip().replace(" ", "_")
    by_name = {name.casefold(): name for name in zoneinfo.available_timezones()}
    found = by_name.get(wanted.casefold(), wanted)
    return found if known_zone(found) else ""


def known_zone(name: str) -> dt.tzinfo | None:
    """Find a zone by its name or offset."""
    try:
        return zone(name)
    except ValueError:
        return None


def local_zone() -> str:
    """Name the zone this computer is set to."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return name if known_zone(name) and not name.startswith("Etc/U") else "UTC"


class Clock(NamedTuple):
    """What a clock shows."""

    hour: str
    day: str
    where: str


def clock(instant: dt.datetime, zone_name: str) -> Clock:
    """Read the clock of a zone at an instant."""
    local = instant.astimezone(known_zone(zone_name) or dt.UTC)
    day = told_weekday(local)
    return Clock(f"{local:%H:%M}", day, f"{zone_words(zone_name)}{_offset(local, zone_name)}")


def _offset(local: dt.datetime, name: str) -> str:
    if name == "UTC" or name[:1] in "+-":
        return ""
    minutes = int((local.utcoffset() or dt.timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f" (UTC{sign}{hours}{f':{rest:02}' if rest else ''})"
