"""A calendar entry that gives nobody away, as an .ics file (RFC 5545).

It holds a title, a time and, when asked for, a place: no description, no alarm, no name of this
program, and an id that nothing else here bears.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

_MAKER = "-//Calendar//EN"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What a calendar is to show. Without a time (HH:MM or "") it is about the whole day.

    `minutes` is how long it takes; `place` is "" when the calendar is not to know it.
    """

    title: str
    day: date
    time: str
    minutes: int
    place: str = ""


def calendar_file(entry: CalendarEntry, zone: ZoneInfo, uid: str, now: datetime) -> bytes:
    """The bytes of the file; `zone` is where the clock time holds, `uid` a new id."""
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", now)
    event.add("summary", entry.title)
    if entry.time:
        start = datetime.combine(entry.day, time.fromisoformat(entry.time), zone)
        # In UTC, so that no calendar needs to know the zone.
        begin = start.astimezone(UTC)
        event.add("dtstart", begin)
        event.add("dtend", begin + timedelta(minutes=entry.minutes))
    else:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
    event.add("class", "PRIVATE")
    if entry.place:
        event.add("location", entry.place)
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return calendar.to_ical()
