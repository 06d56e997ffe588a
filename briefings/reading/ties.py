"""Standing ties that events record, and what makes an event one of official ties."""

import re

from briefings.reading.morphology import may_be
from briefings.reading.places import country_of, nominative_name
from briefings.reading.repair import repaired
from briefings.reading.stretch import lowered

KINDS = (
    ("twinning", re.compile(r"побратим")),
    ("friendly_ties", re.compile(r"друж(?:еск|еств|б)")),
    ("partnership", re.compile(r"партнер")),
)
AGREEMENT = re.compile(
    r"(?:соглашени|протокол|договор|меморандум)\w*\s+о\s+(?:\w+\s+)?(?:сотрудничеств|дружб|партнерств|побратим|установлени|взаимопоним)"
)
STRONG = re.compile(
    r"парламент|законодательн\w+ собрани|побратим|соглашени\w* о (?:сотрудн|партнер|дружб)"
    r"|консул\w*\b"
)
NAME = r"[А-ЯЁ][а-яё]+(?:[-’'][А-ЯЁа-яё]+)*"
CITY = re.compile(rf"(?:[Гг]ород(?:а|ом|у|е)?|(?<!\d )(?<!\d)\bг\.)\s*({NAME})")
GUESTS = re.compile(rf"(?:делегаци\w+|представител\w+|мэра|бургомистра)\s+(?:мэрии\s+)?({NAME})")
NAME = re.compile(NAME)


def strong_official(read):
    """Whether what is read of an event speaks of parliaments, treaties or twin cities."""
    return bool(STRONG.search(read))


def inner_city(body, partner, home):
    """The city inside the partner, a region, that an event names as a city; None if none."""
    if partner is None or partner.kind != "region":
        return None
    text = repaired(body.text)
    beside = re.finditer(rf"(?i:{'|'.join(home.city)})[а-я]*\s+и\s+({NAME.pattern})", text)
    paired = [match for match in beside if may_be(match[1].lower(), "Geox")]
    for named in (*CITY.finditer(text), *paired):
        name = nominative_name(named[1])
        if not lowered(name).startswith(home.city) and name != partner.name:
            return name
    return None


def other_partner(body, partner, home):
    """The city or country that an event names instead of the partner; None if none."""
    if partner is None or not NAME.search(body.text):
        return None
    text = repaired(body.text)
    names = {nominative_name(match[0]) for match in NAME.finditer(text)}
    if partner.name in names:
        return None
    city = CITY.search(text)
    if city and partner.kind != "region" and not lowered(city[1]).startswith(home.city):
        return nominative_name(city[1])
    guests = GUESTS.search(text) if partner.kind != "region" else None
    if guests and may_be(guests[1].lower(), "Geox", "gent"):
        name = nominative_name(guests[1])
        if not lowered(name).startswith(home.city) and not country_of(lowered(name)):
            return name
    country = country_of(body.read) if partner.country else None
    return country[1] if country and country[0] != partner.country else None


def relation_of(body, is_tie, partner, home):
    """(kind, with whom) of the tie that an event records, or None if it records none."""
    read = body.read
    agreed = AGREEMENT.search(read)
    if not is_tie and not agreed:
        return None
    kind = next((name for name, pattern in KINDS if pattern.search(read)), "agreement")
    if agreed and kind == "friendly_ties":
        kind = "agreement"
    name = _other(repaired(body.text), partner, home)
    return (kind, name) if name else None


def _other(text, partner, home):
    """The place named in the sentence that is not the city itself, else the partner."""
    named = CITY.search(text)
    if named and not lowered(named[1]).startswith(home.city):
        name = nominative_name(named[1])
        return partner.name if partner and name == partner.name else name
    beside = re.search(rf"(?i:{'|'.join(home.city)})[а-я]*\s+и\s+({NAME.pattern})", text)
    if beside and may_be(beside[1].lower(), "Geox"):
        return nominative_name(beside[1])
    for match in NAME.finditer(text):
        word = match[0]
        low = word.lower()
        if low.startswith(home.city) or (match.start() == 0 and not may_be(low, "Geox")):
            continue
        if partner and (nominative_name(word) == partner.name or word in partner.as_written):
            return partner.name
        if may_be(low, "Geox") and not may_be(low, "Name"):
            return nominative_name(word)
    return partner.name if partner else None
