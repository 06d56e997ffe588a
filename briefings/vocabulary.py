"""What the reading of notes takes from the settings and from the register."""

from django.conf import settings
from django.db import DatabaseError, connection

from briefings.models import SectorLemma
from briefings.reading import Home, SectorWords
from core.db import is_there


def home():
    """The Home of this register: its city, committee and telephone codes."""
    city = settings.CITY_NAME["ru"].lower().replace("ё", "е")
    return Home(
        city=tuple(dict.fromkeys((city, city.rpartition("-")[2], *Home().city))),
        committee=settings.COMMITTEE_NAME["ru"],
        area_code=settings.PHONE_AREA_CODE,
        region=settings.PHONE_REGION,
    )


def sector_words():
    """The words of the sectors: those shipped, and those of staff if the database is there."""
    return SectorWords(_added())


def _added():
    if not is_there(connection):
        return []
    try:
        return list(SectorLemma.objects.values_list("sector__code", "words"))
    except DatabaseError:
        # Not migrated, or away: notes can be read all the same.
        return []
