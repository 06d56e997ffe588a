"""What a text tells of an event besides its date."""

from briefings.reading.dating import Years, find_dates

# «до 5 мая», «к осени»: more than the date that the register holds.
BOUNDS = {"until", "by"}


def date_told(body, date):
    """Where a stretch tells this PartialDate, no more and no less: its Found, or None.

    None too where another date stands in the stretch. Its year need not be said.
    """
    found = find_dates(body.read)
    if date is None or len(found) != 1:
        return None
    (only,) = found
    if only.is_list or only.qualifier or only.preposition in BOUNDS:
        return None
    resolved = Years(heading=date.start.year).resolve(only)
    return only if resolved and resolved.date == date else None


def says_year(found):
    """Whether the words of a Found name its year."""
    return any(point.year for point in found.points)
