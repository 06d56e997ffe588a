"""Whom a note is about: from its title, else from its ties and what it names most."""

import re
from collections import Counter
from dataclasses import replace

from briefings.reading.briefing import NotePartner
from briefings.reading.places import country_of, nominative_name
from briefings.reading.repair import repaired
from briefings.reading.stretch import lowered
from briefings.reading.title_names import (
    BRACKET,
    CAPITAL_OF,
    CITY,
    NAME,
    NAMES,
    REGION_WORDS,
    cut_name,
    even,
    is_common,
    partner_of_title,
    place_of,
    without_home,
)

CAPITALISED = re.compile(r"(?<![А-Яа-яЁё])[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*")
# «(автономное сообщество, Королевство Испания)» below the name.
REGION_SAID = re.compile(rf"\(\s*(?:{REGION_WORDS})(?!\s+[А-ЯЁ])")
# Lines of a letterhead: «Комитет по внешним связям», «Отдел стран Азии».
BODIES = re.compile(
    r"(?:комитет|исполком|администраци|мэри[яи]|правительств|управлени|отдел|департамент)\w*\b(?!.*\bс\b)"
)
GENRE = re.compile(
    r"\W*(?:[а-я]+ая )?(?:справка|информация|записка|досье|памятка|материалы?|карточка)(?:-[а-я]+)?"
    r"(?: (?:партнера|города|региона|сотрудничества))?\W*"
)
COOPERATION = (
    r"(?:связ|отношени|сотрудничеств|контакт|соглашени|партнерств|взаимодействи|обмен)[а-я]*"
)
LABELLED = re.compile(
    r"(?:(?:[Гг]ород|[Рр]егион)(?:-|\s)партн[её]р|Партн[её]р"
    r"|[Кк]арточка(?: №\s?\d+)?)\s*[:–—-]\s*(.{3,80})"
)


def find_partner(titles, ties, texts, home):
    """The NotePartner, or None if nothing tells: a country only where no place in it is named.

    ``titles``  the title's stretches; ``ties`` what is written of ties («Побратимские связи с …»)
    ``texts``   all that is written, the directions and headings before the events
    """
    found = []
    # Of several lines those come first that name a country or a city, or but a name.
    titles = [title for title in titles if not BODIES.match(title.read)] or titles
    titles = [title for title in titles if not GENRE.fullmatch(title.read)]
    for title in sorted(titles, key=lambda title: not _is_telling(title)):
        partner = partner_of_title(even(repaired(title.text)), home)
        if partner is not None:
            found.append(_with_other_lines(partner, titles))
    found.sort(key=lambda partner: partner.kind == "country")
    if found and found[0].kind != "country":
        return _with_country_of_label(found[0], (*ties, *texts), home)
    labelled = _from_brackets(titles, found) or _from_label((*ties, *texts), home)
    if found and labelled is None and any(map(CAPITAL_OF.search, (t.read for t in titles))):
        named = _named_most([*ties, *texts], home)
        labelled = named and replace(found[0], name=named.name, as_written=named.name, kind="city")
    if labelled or found:
        return labelled or found[0]
    told = _from_text(ties, texts, home)
    return told and _with_other_lines(told, titles)


def _from_brackets(titles, found):
    """The city of «с Азербайджаном (город Баку)», or None."""
    cities = filter(None, (CITY.search(title.text) for title in titles if found))
    city = next(cities, None)
    name = city and cut_name(city["name"])
    if not name or is_common(name):
        return None
    return replace(found[0], name=nominative_name(name), as_written=name, kind="city")


def _with_country_of_label(partner, texts, home):
    """The partner with the country that a card names below the title: «Партнёр: …, Австралия»."""
    labelled = None if partner.country else _from_label(texts, home)
    if labelled is None or labelled.name != partner.name:
        return partner
    return replace(partner, country=labelled.country, country_name=labelled.country_name)


def _from_label(texts, home):
    """The partner of «Регион-партнёр: провинция Кёнгидо (Республика Корея)», or None."""
    labels = filter(None, (LABELLED.search(text.text) for text in texts))
    return next(filter(None, (partner_of_title(label[1], home) for label in labels)), None)


def _is_telling(title):
    bare = re.fullmatch(rf"{NAMES}|[А-ЯЁ-]+", title.text.strip(" .,"))
    return bool(bare or CITY.search(title.text) or country_of(title.read))


def _with_other_lines(partner, titles):
    """The partner with what only other lines of the title tell: its kind, its country."""
    if partner.kind is None and any(REGION_SAID.search(title.text) for title in titles):
        partner = replace(partner, kind="region")
    told = next(filter(None, (country_of(title.read) for title in titles)), None)
    if partner.country is None and told:
        partner = replace(partner, country=told[0], country_name=told[1])
    return partner


def _from_text(ties, texts, home):
    """The place beside the city, or that something is done with; else what is named most."""
    stem = "|".join(home.city)
    city = rf"(?:{stem})[а-я]*"
    beside = (
        re.compile(rf"(?i:{city})\s+и\s+[А-ЯЁа-яё-]+\s+(?:город[а-я]*|г\.)\s+({NAMES})"),
        re.compile(rf"({NAMES})\s+и\s+(?:город[а-я]*\s+)?(?i:{city})"),
        re.compile(
            rf"(?i:{city})\s+(?:и|с|со|[–—-])\s+(?:(?:город|регион|провинци|земл)[а-я]*\s+)?({NAMES})"
        ),
        re.compile(
            rf"{COOPERATION}\s+(?:с|со)\s+(?:(?:город|регион|провинци|земл)[а-я]*\s+)?({NAMES})"
        ),
    )
    for pattern in beside:
        for part in (*ties, *texts):
            match = pattern.search(BRACKET.sub(" ", repaired(part.text)))
            is_home = match and lowered(match[1]).startswith(home.city)
            if match and not (is_home or is_common(match[1]) or country_of(lowered(match[1]))):
                name = cut_name(match[1])
                return NotePartner(name=nominative_name(name), as_written=name)
    return _named_most([*ties, *ties, *texts], home)


def _named_most(parts, home):
    counted = Counter()
    for part in parts:
        text = without_home(BRACKET.sub(" ", repaired(part.text)), home)
        for match in re.finditer(rf"(?<![.!?:]\s)(?<![.!?])(?<=\s)({NAME})", text):
            place = place_of(match[1])
            if place and not country_of(lowered(place)):
                counted[place] += 1
    best = counted.most_common(1)
    return NotePartner(name=best[0][0], as_written=best[0][0]) if best else None


def without_partner(body, partner):
    """What is read of a stretch without the partner's name: Порту is no port."""
    if partner is None:
        return body.read
    names = {partner.name.lower(), partner.as_written.lower()}
    read = list(body.read)
    for match in CAPITALISED.finditer(body.text):
        if match[0].lower() in names or nominative_name(match[0]) == partner.name:
            read[match.start() : match.end()] = " " * (match.end() - match.start())
    return "".join(read)
